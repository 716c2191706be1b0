"""Comparing and shortening names: accents, case, order and civility do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # combining marks
_NOBODY = frozenset({"neant", "aucun", "aucune", "personne", "rien", "sans-objet"})
_CIVILITIES = frozenset(
    {
        "m",
        "mr",
        "mrs",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "monsieur",
        "madame",
        "mademoiselle",
        "messieurs",
        "mesdames",
        "me",
        "maitre",
        "dr",
        "docteur",
    }
)


def without_accents(text: str) -> str:
    """« Œuvré » → « OEuvre » ; anything that has no plain form is left as it is."""
    if text.isascii():
        return text
    for ligature, plain in _LIGATURES.items():
        text = text.replace(ligature, plain)
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text))


def composed(text: str) -> str:
    """The text with its accents in one piece (NFC), to compare: what macOS lets one paste has them apart."""
    return unicodedata.normalize("NFC", text)


def slugify(text: str) -> str:
    """A short name for an address: « 2014 / 131 » → « 2014-131 »."""
    plain = without_accents(text).lower().encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@lru_cache(maxsize=10_000)  # the names of a council come back at each séance
def name_key(name: str) -> tuple[str, ...]:
    """A name to compare: words without accent, case or civility, in any order (LECOCQ Delphine, Delphine Lecocq)."""
    words = re.findall(r"[^\W_]+", without_accents(name).casefold())
    return tuple(sorted(word for word in words if word not in _CIVILITIES)) or tuple(words)


@lru_cache(maxsize=10_000)
def is_nobody(typed: str) -> bool:
    """True for what documents print in place of a name when there is none: « néant », « aucun », « / »."""
    return slugify(typed) in _NOBODY or not re.search(r"\w", typed)


@lru_cache(maxsize=10_000)
def number_key(number: str) -> str:
    """A number for comparison: punctuation, spaces and case do not count (« 2014 / 131 » = 2014131)."""
    return re.sub(r"[\W_]+", "", without_accents(number)).casefold()


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which « 9 » comes before « 10 »."""
    return tuple(
        (0, int(part), "") if part[0] in "0123456789" else (1, 0, part)
        for part in re.findall(r"[0-9]+|[^0-9]+", without_accents(text).casefold())
    )
