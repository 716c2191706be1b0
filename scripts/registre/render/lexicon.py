"""The words of the register in plain French, and those of them that a text uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from registre.model.names import composed, slugify, without_accents
from registre.render.wording import NBSP

WORDS = Path(__file__).parent / "donnees" / "glossaire.yaml"


@dataclass(frozen=True, slots=True)
class Term:
    """A word: its anchor on the page, what it means, the article of law, the forms by which an act's text shows it."""

    name: str
    anchor: str
    meaning: str
    article: str
    forms: tuple[str, ...]


@cache
def glossary() -> tuple[Term, ...]:
    """Every word, in alphabetical order."""
    data: list[dict[str, Any]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    terms = (
        Term(
            entry["terme"],
            slugify(entry["terme"]),
            entry["sens"],
            entry.get("article", "").replace("art. ", f"art.{NBSP}"),
            tuple(entry.get("formes", [entry["terme"]])),
        )
        for entry in data
    )
    return tuple(sorted(terms, key=lambda term: _words(term.name)))


def terms_of(text: str) -> list[Term]:
    """The words that a text uses, in the order of the glossary: whole words, of overlapping forms the longest."""
    words, forms = _words(text), _forms()
    found: set[Term] = set()
    start = 0
    while start < len(words):
        reached = start + 1
        for form, term in forms.get(words[start], ()):
            if words[start : start + len(form)] == form:
                found.add(term)
                reached = start + len(form)
                break
        start = reached
    return [term for term in glossary() if term in found]


@cache
def _forms() -> dict[str, list[tuple[list[str], Term]]]:
    """All forms, as words, by their first word, the longest first: faster than one pattern of them all."""
    forms: dict[str, list[tuple[list[str], Term]]] = {}
    for term in glossary():
        for words in map(_words, term.forms):
            forms.setdefault(words[0], []).append((words, term))
    return {first: sorted(found, key=lambda form: -len(form[0])) for first, found in forms.items()}


_WORD = re.compile(r"[^\W_]+")
_plain = lru_cache(1 << 16)(without_accents)


def _words(text: str) -> list[str]:
    """The words of a text without accents, capitals, hyphens or apostrophes."""
    return [_plain(word) for word in _WORD.findall(composed(text).casefold())]
