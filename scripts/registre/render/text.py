"""A document ready to print: the anchors of its articles, decisions and sub-headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from registre.model.names import slugify
from registre.model.text import Block, Document, Heading, Item, Kind, ListBlock, Paragraph, Part

_ARTICLE = re.compile(r"(?:article|art\.?)\s+(premier|[0-9]+)", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9]+(?:[-.][0-9]+)*)\b")
FEWEST_ARTICLES = 3  # from which a text has a table of contents


class _Ids(dict[int, str]):
    """Anchors by block identity: equal blocks may stand twice in a document."""

    def __getitem__(self, block: Block | Item) -> str | None:  # type: ignore[override]
        return self.get(id(block))


@dataclass(frozen=True, slots=True)
class Text:
    """A document and its anchors (`ids[block]`, None where there is none)."""

    document: Document
    ids: _Ids

    @property
    def articles(self) -> list[Heading]:
        """What its contents list: its main headings, or nothing when there are too few to get lost in."""
        headings = self.document.headings
        main = min((heading.level for heading in headings), default=0)
        found = [heading for heading in headings if heading.level == main]
        return found if len(found) >= FEWEST_ARTICLES else []

    @property
    def dispositif(self) -> Part | None:
        """Where one begins to read what it decides: the formula just before its first decision, else the decision."""
        parts = self.document.parts
        for before, part in zip((None, *parts), parts, strict=False):
            if part.kind is Kind.DECISION:
                return before if before and before.kind is Kind.FORMULE else part
        return None


def with_anchors(document: Document, prefix: str) -> Text:
    """Give an anchor to each heading (`convention-article-6`, then `-2`) and each decision (`decision-1`)."""
    ids, used = _Ids(), set[str]()
    decisions = 0
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Heading):
                ids[id(block)] = unique(f"{prefix}-{heading_slug(block.text)}", used)
            elif part.kind is Kind.DECISION:
                for target in _decisions(block):
                    decisions += 1
                    ids[id(target)] = f"decision-{decisions}"
    return Text(document, ids)


def _decisions(block: Block) -> list[Block | Item]:
    if isinstance(block, ListBlock):
        return list(block.items)
    return [block] if isinstance(block, Paragraph) else []


def heading_slug(text: str) -> str:
    """The anchor of a heading: « article-6 », « 3-1 », « preambule »."""
    if match := _ARTICLE.match(text):
        return f"article-{'1' if match.group(1).lower() == 'premier' else match.group(1)}"
    if match := _NUMBER.match(text):
        return match.group(1).replace(".", "-")
    return slugify(text)[:50].strip("-") or "titre"


def unique(wanted: str, used: set[str]) -> str:
    """The anchor wanted, numbered when the page has it already (`used`, which learns it)."""
    name, rank = wanted, 1
    while name in used:
        rank += 1
        name = f"{wanted}-{rank}"
    used.add(name)
    return name
