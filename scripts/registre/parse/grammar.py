"""The restricted grammar of texts (ADR 0004): paragraphs, `- ` and `1. ` lists, pipe tables, `##` and `###` headings,
`$$` formulas. All else is literal. Parsed by markdown-it-py with every other rule off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from registre.model.text import Block, Formula, Heading, Item, ListBlock, Paragraph, Table

_PARSER = MarkdownIt("zero").enable(["list", "heading", "table"])
_PARSER.core.ruler.disable(["inline", "text_join"])  # inside a block, all is literal

# A noncharacter (refused in source files) put before what CommonMark would take for a mark and we do not.
_GUARD = "\ufdd0"
_LITERAL = re.compile(
    r"^([ \t]*)(?=[*+](?:[ \t]|$)|[0-9]+\)(?:[ \t]|$)|[0-9]{3,}\.(?:[ \t]|$)|-[ \t]*$|[0-9]+\.[ \t]*$"
    r"|#(?:[ \t]|$)|#{4,}|#{2,3}[ \t]*$)",
    re.MULTILINE,
)
_HEADING_END = re.compile(r"^([ \t]*#{2,3}[ \t].*)$", re.MULTILINE)


class FormulaError(ValueError):
    """A formula that is not closed; `line` is 0-based in the text."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def read_blocks(text: str) -> tuple[Block, ...]:
    """Text → blocks. Raises FormulaError when a `$$` is not closed."""
    blocks: list[Block] = []
    for is_formula, start, chunk in _chunks(text.split("\n")):
        if is_formula:
            blocks.append(Formula("\n".join(chunk).strip().removeprefix("$$").removesuffix("$$").strip(), start))
        else:
            guarded = _LITERAL.sub(rf"\1{_GUARD}", "\n".join(chunk))
            guarded = _HEADING_END.sub(rf"\1{_GUARD}", guarded)
            blocks.extend(_blocks(iter(_PARSER.parse(guarded)), start, chunk))
    return tuple(blocks)


def _chunks(lines: list[str]) -> Iterator[tuple[bool, int, list[str]]]:
    """Split at formulas: (is a formula, 0-based first line, lines)."""
    start = index = 0
    while index < len(lines):
        line = lines[index].strip()
        if not line.startswith("$$"):
            index += 1
            continue
        if index > start:
            yield False, start, lines[start:index]
        end = index
        while not (lines[end].strip().endswith("$$") and (end > index or len(line) > 3)):
            end += 1
            if end == len(lines):
                raise FormulaError(index)
        yield True, index, lines[index : end + 1]
        start = index = end + 1
    if start < len(lines):
        yield False, start, lines[start:]


def _blocks(tokens: Iterator[Token], offset: int, source: list[str], end: str = "") -> Iterator[Block]:
    """The blocks of the tokens, up to the one that closes what holds them."""
    for token in tokens:
        if token.type == end:
            return
        line = offset + (token.map[0] if token.map else 0)
        if token.type == "paragraph_open":
            yield Paragraph(_content(next(tokens)), line)
        elif token.type == "heading_open":
            yield Heading(len(token.markup), _content(next(tokens)), line)
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            ordered = token.type == "ordered_list_open"
            yield ListBlock(ordered, tuple(_items(tokens, offset, source, ordered)), line)
        elif token.type == "table_open":
            yield _table(token, tokens, line, source)


def _items(tokens: Iterator[Token], offset: int, source: list[str], ordered: bool) -> Iterator[Item]:
    for token in tokens:
        if token.type != "list_item_open":
            return
        mark = f"{token.info}." if ordered else "-"
        yield Item(mark, tuple(_blocks(tokens, offset, source, "list_item_close")))


def _content(inline: Token) -> str:
    return "\n".join(line.strip() for line in inline.content.replace(_GUARD, "").split("\n"))


def _table(table: Token, tokens: Iterator[Token], line: int, source: list[str]) -> Block:
    """A table; rows with more cells than headings would lose text: then the lines are a paragraph."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_content(token))
        elif token.type == "table_close":
            break
    first, last = table.map or (0, 0)
    written = [source[i].strip() for i in range(first, min(last, len(source)))]
    if any(_cells(row) > len(rows[0]) for row in written):
        return Paragraph("\n".join(written), line)
    return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), line)


def _cells(row: str) -> int:
    inner = row.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(re.findall(r"(?<!\\)\|", inner)) + 1
