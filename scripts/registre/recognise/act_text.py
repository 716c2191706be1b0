"""The text of an act: from its title to its signature, and what is annexed to it."""

from __future__ import annotations

import re

from registre.recognise.found import fold
from registre.recognise.layout import paragraphs

_AFTERWORD = re.compile(
    r"(?:envoye\s+en\s+prefecture|accuse\s+de\s+reception|certifiee?\s+executoire|acte\s+rendu\s+executoire|(?:delais?\s+et\s+)?voies?\s+(?:et\s+delais?\s+)?de\s+recours)"
)


def act_text(text: str, start: int, end: int | None) -> str:
    """The act's own words, between its head and its signature (`end`, None when nobody signs), as paragraphs."""
    return paragraphs(text[start : len(text) if end is None else end])


def ends(text: str, signed: int | None, decision: int | None) -> int:
    """Where the words of the act end: with its signature, or before the furniture that follows it."""
    if signed is not None:
        return signed
    match = _AFTERWORD.search(fold(text), decision or 0)
    return match.start() if match and match.start() > len(text) // 2 else len(text)
