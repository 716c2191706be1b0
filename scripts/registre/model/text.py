"""The text of an act or a convention, as blocks in the order of the document. Every word typed is in one block."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `text` keeps the line breaks typed. `line`: 0-based line in the text."""

    text: str
    line: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """Lines to show: a break is kept unless the next line goes on in lower case (cut by the page's width)."""
        shown: list[str] = []
        for line in self.text.split("\n"):
            if shown and line[:1].islower() and not re.match(r"\w{1,3}[).]\s", line):
                shown[-1] += " " + line
            else:
                shown.append(line)
        return tuple(shown)


@dataclass(frozen=True, slots=True)
class Heading:
    """A `##` (level 2) or `###` (level 3) heading."""

    level: int
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its mark as typed (« - » or « 3. ») and its blocks."""

    mark: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `ordered` when its marks are numbers, shown as typed."""

    ordered: bool
    items: tuple[Item, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table: one row of column headings, then rows of the same or fewer cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula between `$$`, as typed."""

    source: str
    line: int = 0


# What a form leaves to fill in, as printed: « _____ », « ..... », « …… »; three dots end a sentence.
BLANK = r"_{3,}|\.{4,}|…{2,}"

_ARTICLE = re.compile(
    r"(?:article\s*|art\.\s*|art\s+)(?:n\s?°\s*)?(?P<number>premier|unique|[0-9]+(?:[-.][0-9]+)*|[ivxlc]+)"
    r"(?:\s?(?:er|ère|e|ème))?(?:\s?(?P<rank>bis|ter|quater|quinquies))?\b"
    r"|(?P<sub>[0-9]+(?:[-.][0-9]+)*)(?=[\s).:–-]|$)",
    re.IGNORECASE,
)
_SAYS_ARTICLE = re.compile(r"article\b|art\.|art\s+[0-9]", re.IGNORECASE)


def says_article(title: str) -> bool:
    """True for a title that begins with « Article » or « Art. », whether its number can be read or not."""
    return _SAYS_ARTICLE.match(title) is not None


def article_number(title: str) -> tuple[str, str]:
    """The number that a title begins with, and the rest: « Article 1er : OBJET » → ("1", "OBJET"), « 3-1 Étude » →
    ("3-1", "Étude"), « Art. 5 bis – PRIX » → ("5-bis", "PRIX"); ("", title) without one."""
    match = _ARTICLE.match(title)
    if match is None:
        return "", title
    number = (match["number"] or match["sub"]).lower().replace(".", "-")
    number = "1" if number == "premier" else number
    number += f"-{match['rank'].lower()}" if match["rank"] else ""
    return number, title[match.end() :].lstrip(" \u00a0\u202f:.-–—)")


Block: TypeAlias = Paragraph | Heading | ListBlock | Table | Formula


class Kind(enum.StrEnum):
    """Parts recognised for presentation and anchors; `TEXTE` when nothing is recognised."""

    TEXTE = "texte"
    TITRE = "titre"
    PARTIES = "parties"
    VISAS = "visas"
    CONSIDERANTS = "considerants"
    EXPOSE = "expose"
    FORMULE = "delibere"
    DECISION = "decisions"
    CORPS = "corps"
    CLOTURE = "cloture"

    @property
    def label(self) -> str:
        """What a screen reader says of the part."""
        return {
            "texte": "Texte",
            "titre": "Titre",
            "parties": "Parties",
            "visas": "Visas",
            "considerants": "Considérants",
            "expose": "Exposé",
            "delibere": "Formule de délibération",
            "decisions": "Décision",
            "corps": "Articles",
            "cloture": "Formule finale",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks of one kind that follow each other."""

    kind: Kind
    blocks: tuple[Block, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """A whole text: its parts, in order. `source`: the text of a convention as typed, which comparisons read.

    Compared by identity: equal texts of conventions are read once, hence are one document.
    """

    parts: tuple[Part, ...]
    source: str = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, in order."""
        return tuple(block for part in self.parts for block in part.blocks)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


def flat(blocks: tuple[Block, ...]) -> str:
    """The text of blocks, words separated by single spaces."""
    return " ".join(" ".join(_texts(block)) for block in blocks)


def _texts(block: Block) -> list[str]:
    match block:
        case Paragraph(text=text) | Heading(text=text) | Formula(source=text):
            return text.split()
        case ListBlock(items=items):
            return [word for item in items for word in (item.mark, *flat(item.blocks).split())]
        case Table(head=head, rows=rows):
            return [word for row in (head, *rows) for cell in row for word in cell.split()]
