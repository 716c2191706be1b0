"""The lines of a document made paragraphs again: what a page adds is taken away, and no word is touched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from registre.recognise.found import fold

_WRAPPED = 160  # signs: no printed line is longer; a text with longer ones was not cut into lines
_BULLET = re.compile(r"^[•▪●◦■□➢➤✓→·‣∙\uf000-\uf0ff][ \t]*(?=\S)")
_ITEM = re.compile(r"^(?:- |\d{1,2}[.)°] |[a-z]\) |\|)")
_CONTINUES = re.compile(r"\.{2,3}\s?/|/\s?\.{2,3}")
_FURNITURE = re.compile(
    r"(?:page\s+)?\d{1,3}\s*(?:/|sur|de)\s*\d{1,3}|page\s+\d{1,3}|-\s*\d{1,3}\s*-|(?:(?:https?://)?www\.[\w.-]+\.[a-z]{2,}/?)"
)
_ENDS = tuple(".;:!?»),")
_CLOSING = re.compile(r"(?:Pour\s+(?:extrait|copie)|POUR\s+(?:EXTRAIT|COPIE)|(?:Ainsi\s+)?[Ff]ait\s+et\s+délibéré)")
# Where a text that came on one line had a new paragraph.
_OPENS = re.compile(
    r"\s+(?=(?:Vu\s+(?:le|la|les|l['’]|que|ensemble)|VU\s+(?:le|la|les|l['’])|Considérant|CONSID[EÉ]RANT|Après\s+(?:en\s+)?avoir|APRÈS\s+EN|Article\s+\d+\s*[:–-]|ARTICLE\s+\d+|Fait\s+(?:et\s+délibéré|à\s)"
    r"|Pour\s+(?:extrait|copie)\s|(?:•|-)\s+(?:[A-ZÀ-Ý]|d['’]|de\s)))"
)


_GAP = re.compile(r"(?<=\S)[ ]{3,}(?=\S)|^[ ]{12,}(?=\S)")


def separate_columns(text: str) -> str:
    """A margin beside the text, printed on the same lines: the margin first, then the text.

    A column begins where most of the lines that hold a wide gap go on after it.
    """
    lines = text.split("\n")
    starts = Counter(gap.end() for line in lines if (gap := _GAP.search(line)))
    if not starts:
        return text
    column, times = max(starts.items(), key=lambda one: one[1])
    split = [bool((gap := _GAP.search(line)) and gap.end() == column and gap.start() < 45) for line in lines]
    inked = [line for line, is_split in zip(lines, split, strict=True) if is_split and line[:column].strip()]
    if times < 6 or len(inked) < 4:
        return text
    first, last = split.index(True), len(split) - 1 - split[::-1].index(True)
    within = list(zip(lines[first : last + 1], split[first:], strict=False))
    left = [line[:column].rstrip() if cut else line if len(line) < column else "" for line, cut in within]
    right = [line[column:] if cut else "" if len(line) < column else line for line, cut in within]
    return "\n".join([*lines[:first], *left, "", *right, *lines[last + 1 :]])


def join_pages(pages: Sequence[str]) -> str:
    """The pages of a document as one text, without the lines that the head or the foot of several of them repeats."""
    lines = [page.split("\n") for page in pages]
    edges: Counter[str] = Counter()
    for page in lines:
        written = [line.strip() for line in page if line.strip()]
        edges.update({*written[:3], *written[-3:]})
    repeated = {
        line
        for line, times in edges.items()
        if times > 1 and len(pages) > 2 and len(line) < 160 and times >= len(pages) - 1
    }
    kept = ["\n".join(line for line in page if line.strip() not in repeated) for page in lines]
    return "\n".join(kept)


def paragraphs(text: str) -> str:
    """Paragraphs, a blank line between them; lists as `- `; a sentence cut by the edge of a page or line is whole."""
    if "\n" not in text.strip():
        text = _OPENS.sub("\n\n", text.strip())
    lines = [line.strip() for line in text.split("\n")]
    width = max(map(len, lines), default=0)
    long = sorted(map(len, lines))[int(0.9 * len(lines))] if width <= _WRAPPED and lines else 0
    blocks: list[list[str]] = [[]]
    for line in lines:
        if _CONTINUES.fullmatch(line) or re.fullmatch(r"[•▪●\uf000-\uf0ff/]", line) or _FURNITURE.fullmatch(fold(line)):
            continue
        if line:
            _add(blocks, _BULLET.sub("- ", line), 0.72 * long)
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join("\n".join(block) for block in _whole(blocks))


def _add(blocks: list[list[str]], line: str, long: float) -> None:
    """Add a line to the last block: a new line of it, or the rest of the line before; closing words are apart."""
    if _CLOSING.match(line) and blocks[-1] and not _CLOSING.match(blocks[-1][0]):
        blocks.append([])
    block = blocks[-1]
    if not block:
        block.append(line)
        return
    before = block[-1]
    lower = line[0].islower() and not _ITEM.match(line)
    full = 0 < long <= len(before) and not before.endswith(_ENDS)
    if (lower and not before.endswith(".")) or (full and not _ITEM.match(line)):
        block[-1] = before + line if re.search(r"\w-$", before[-2:]) else f"{before} {line}"
    else:
        block.append(line)


def _whole(blocks: list[list[str]]) -> list[list[str]]:
    """Blocks, a sentence that a page cut in two put together again; items of a list follow each other."""
    whole: list[list[str]] = []
    for block in filter(None, blocks):
        if whole and block[0][0].islower() and not whole[-1][-1].endswith(_ENDS) and not _ITEM.match(block[0]):
            whole[-1][-1] += f" {block[0]}"
            whole[-1] += block[1:]
        elif whole and block[0].startswith("- ") and whole[-1][-1].startswith("- "):
            whole[-1] += block
        else:
            whole.append(block)
    return [part for block in whole for part in _lists_apart(block)]


def _lists_apart(block: list[str]) -> list[list[str]]:
    """A list is a paragraph of its own."""
    parts: list[list[str]] = [[]]
    for index, line in enumerate(block):
        if index and line.startswith("- ") != block[index - 1].startswith("- "):
            parts.append([])
        parts[-1].append(line)
    return parts


_NOTE = re.compile(
    r"convocation|nombre\s+de\s+(?:conseill|membre)|(?:conseillers|membres)\s+(?:presents|en\s+exercice|absents)|votants|en\s+exercice|pouvoirs?\s*:|affichage"
)
_NARROW = 34  # signs: the width of a margin


def take_margin(text: str, start: int) -> tuple[str, str]:
    """(the text without the margin that fell in the middle of its decision, that margin, or "").

    A margin is a run of narrow paragraphs, at least one of which gives a fact of the séance.
    """
    pieces = re.split(r"(\n[ \t]*\n\s*)", text[start:])
    notes = [
        index for index in range(0, len(pieces), 2) if _narrow(pieces[index]) and _NOTE.search(fold(pieces[index]))
    ]
    if not notes:
        return text, ""
    first = last = notes[0]
    while first >= 2 and _narrow(pieces[first - 2]) and "\n" in pieces[first - 2].strip():
        first -= 2
    while last + 2 in notes:
        last += 2
    margin = "".join(pieces[first : last + 1])
    return text[:start] + "".join([*pieces[:first], *pieces[last + 2 :]]), margin


def _narrow(piece: str) -> bool:
    lines = [line.strip() for line in piece.strip().split("\n")]
    return bool(piece.strip()) and all(0 < len(line) <= _NARROW for line in lines)
