"""The restricted grammar of texts (ADR 0004): paragraphs, `- ` and `1. ` lists, pipe tables, `##` and `###` headings,
`$$` formulas. All else is literal. Parsed by markdown-it-py with every other rule off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

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
            tree = SyntaxTreeNode(_PARSER.parse(guarded))
            blocks.extend(_blocks(tree, start, chunk))
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


def _blocks(tree: SyntaxTreeNode, offset: int, source: list[str]) -> Iterator[Block]:
    for node in tree.children:
        line = offset + (node.map[0] if node.map else 0)
        if node.type == "paragraph":
            yield Paragraph(_content(node), line)
        elif node.type == "heading":
            yield Heading(len(node.markup), _content(node), line)
        elif node.type in {"bullet_list", "ordered_list"}:
            ordered = node.type == "ordered_list"
            items = tuple(
                Item(f"{item.info}." if ordered else "-", tuple(_blocks(item, offset, source)))
                for item in node.children
            )
            yield ListBlock(ordered, items, line)
        elif node.type == "table":
            yield _table(node, line, source)


def _content(node: SyntaxTreeNode) -> str:
    text = node.children[0].content if node.children else ""
    return "\n".join(line.strip() for line in text.replace(_GUARD, "").split("\n"))


def _table(node: SyntaxTreeNode, line: int, source: list[str]) -> Block:
    """A table; rows with more cells than headings would lose text: then the lines are a paragraph."""
    rows = [tuple(_content(cell) for cell in row.children) for part in node.children for row in part.children]
    first, last = node.map or (0, 0)
    written = [source[i].strip() for i in range(first, min(last, len(source)))]
    if any(_cells(row) > len(rows[0]) for row in written):
        return Paragraph("\n".join(written), line)
    return Table(rows[0], tuple(rows[1:]), line)


def _cells(row: str) -> int:
    inner = row.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(re.findall(r"(?<!\\)\|", inner)) + 1
