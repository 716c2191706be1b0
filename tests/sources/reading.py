"""What each page must show, derived from a source document and its reviewed list, never from the records.

`<name>.txt` is the text of an official document as it was digitised. `<name>.relecture.yaml` says where each
of its lines goes: in a block of the page (`bloc`), in a field (`champ`, shown in `section`; `page`: what is
shown, by default the lines themselves), or nowhere (`retire`, with the reason). `intitule` is the heading at
the start of a line of names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
NAMES = sorted(path.name.removesuffix(".relecture.yaml") for path in FOLDER.glob("*.relecture.yaml"))
LISTS = ("presents", "excuses", "absents")
TEXTS = ("ouverture", "mentions", "texte", "convention")

# Marks of the digitisation that are no text, taken out in this order. Nothing else changes but white space.
MARKS = (
    (r"\*{4}", " "),  # the end of a bold passage and the start of the next
    (r"\*\*", ""),  # bold
    (r"^\*(.+)\*$", r"\1"),  # a line in italics
    (r"^#{1,6} ", ""),  # a heading
    (r"^- ", ""),  # a list item
    (r"\\_", "_"),  # an escaped underscore
    (r"\^\{(\w+)\}", r"\1"),  # a superscript
    (r"</?sup>", ""),  # the same
    (r"^\$\$(.+)\$\$$", r"\1"),  # a formula
)
_PROXY = re.compile(r"(?P<de>.+?)(?: donne pouvoir)? à (?P<a>.+)")


@dataclass(frozen=True, slots=True)
class Fact:
    """Lines that became a field: its path in the records, the text shown, the section that shows it."""

    champ: str
    text: str
    section: str
    source: str


@dataclass
class Expected:
    """What the page of `acte` must show. `lines`: how often each source line (1-based) is accounted for."""

    acte: str
    source: list[str]
    lines: dict[int, int] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)  # paragraphs and lines of each block, in order
    names: dict[str, list[str]] = field(default_factory=dict)
    pouvoirs: list[tuple[str, str]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)

    @property
    def blocks(self) -> set[str]:
        """The blocks that the page has, and no other."""
        return {*self.texts, *self.names, *(["pouvoirs"] if self.pouvoirs else [])}


def normal(text: str) -> str:
    """White space, no-break spaces included, counts as one space."""
    return " ".join(text.split())


def without_marks(line: str) -> str:
    """A line of the source without the marks of its digitisation."""
    text = normal(line)
    for pattern, replacement in MARKS:
        text = re.sub(pattern, replacement, text)
    return normal(text)


def read_source(name: str) -> Expected:
    """Derive what the page must show from `<name>.txt` and `<name>.relecture.yaml`."""
    review = yaml.safe_load((FOLDER / f"{name}.relecture.yaml").read_text(encoding="utf-8"))
    expected = Expected(review["acte"], (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n"))
    for entry in review["lignes"]:
        _take(expected, entry)
    return expected


def _take(expected: Expected, entry: dict[str, Any]) -> None:
    if len({"bloc", "champ", "retire"} & set(entry)) != 1:
        raise ValueError(f"une ligne va à un seul endroit : {entry}")
    first, _, last = str(entry["lignes"]).partition("-")
    numbers = range(int(first), int(last or first) + 1)
    for number in numbers:
        expected.lines[number] = expected.lines.get(number, 0) + 1
    source = [expected.source[number - 1] for number in numbers]
    lines = [text for line in source if (text := without_marks(line))]
    if "champ" in entry:
        source_text = " ".join(lines)
        expected.facts.append(Fact(entry["champ"], entry.get("page", source_text), entry["section"], source_text))
    elif "bloc" in entry:
        if heading := entry.get("intitule"):
            expected.facts.append(Fact(f"seance.intitules.{entry['bloc']}", heading, "seance", lines[0]))
            lines[0] = _without_heading(lines[0], heading)
        for block in [entry["bloc"]] if isinstance(entry["bloc"], str) else entry["bloc"]:
            _put(expected, block, lines)
        expected.formulas += [without_marks(line) for line in source if line.startswith("$$")]


def _without_heading(line: str, heading: str) -> str:
    if not line.startswith(f"{heading} "):
        raise ValueError(f"intitulé introuvable au début de la ligne : {heading}")
    return line.removeprefix(heading).strip()


def _put(expected: Expected, block: str, lines: list[str]) -> None:
    people = [name for line in lines for name in line.removesuffix(".").split(", ")]
    if block in TEXTS:
        expected.texts.setdefault(block, []).extend(lines)
    elif block in LISTS:
        names = [match["de"] if (match := _PROXY.fullmatch(name)) else name for name in people]
        expected.names.setdefault(block, []).extend(names)
    elif block == "pouvoirs":
        proxies = [match for name in people if (match := _PROXY.fullmatch(name))]
        expected.pouvoirs.extend((match["de"], match["a"]) for match in proxies)
    else:
        raise ValueError(f"bloc inconnu : {block}")
