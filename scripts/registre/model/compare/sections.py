"""A convention cut into what can be compared: its articles and sub-headings, and the parts outside the articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from registre.model.names import number_key
from registre.model.text import Document, Heading, Kind, article_number

_NAMES = {Kind.FORMULE: "Formule d’accord"}  # « Il est convenu »: nothing is deliberated here


@dataclass(frozen=True, slots=True)
class Section:
    """A slice of the text: `text` and the line breaks after it (`tail`).

    `level`: 2 for an article, 3 for what is below it, 0 for a part outside the articles; `above`: the article (its
    rank) that a level 3 belongs to. `title`: as printed, or the name of the part; `number` and `name` tell what it is.
    """

    rank: int
    level: int
    title: str
    text: str
    tail: str
    number: str = ""
    name: str = ""
    above: int | None = None

    @property
    def heading(self) -> str:
        """The line of its title, with the line breaks after it; nothing for a part outside the articles."""
        _, _, rest = self.text.partition("\n")
        return self.text[: len(self.text) - len(rest.lstrip())] if self.level else ""

    @property
    def body(self) -> str:
        """Its text without its title."""
        return self.text[len(self.heading) :]


def sections(document: Document) -> tuple[Section, ...]:
    """The sections of a convention; end to end, their texts and tails are its source, to the byte."""
    lines = document.source.split("\n")
    starts = list(_starts(document))
    found: list[Section] = []
    article: int | None = None
    for rank, (start, level, title) in enumerate(starts):
        end = starts[rank + 1][0] if rank + 1 < len(starts) else len(lines)
        whole = "\n".join(lines[start if rank else 0 : end]) + ("\n" if end < len(lines) else "")
        text = whole.rstrip()
        number, name = article_number(title) if level else ("", title)
        article = rank if level == 2 else article if level == 3 else None
        above = article if level == 3 else None
        found.append(Section(rank, level, title, text, whole[len(text) :], number, number_key(name), above))
    return tuple(found)


def _starts(document: Document) -> Iterator[tuple[int, int, str]]:
    """(0-based line, level, title) of each section."""
    for part in document.parts:
        if part.kind is not Kind.CORPS:
            yield part.blocks[0].line, 0, _NAMES.get(part.kind, part.kind.label)
            continue
        for block in part.blocks:
            if isinstance(block, Heading):
                yield block.line, block.level, block.text
