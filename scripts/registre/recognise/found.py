"""A value found in a text, and the text made easy to look into."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_SIGNS = str.maketrans("’‘ʼ´`′‐‑‒–—―−\xa0\u202f\t", "''''''-------   ")


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value, where it stands in the text (0-based, end excluded), and whether it was read with certainty."""

    value: T_co
    start: int
    end: int
    sure: bool = True

    def moved(self, by: int) -> Found[T_co]:
        """The same, in a text that has `by` signs more before it."""
        return Found(self.value, self.start + by, self.end + by, self.sure)


@lru_cache(maxsize=4_000)
def _fold(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign)[0].lower()
    return plain if len(plain) == 1 else sign


# « l7 », « O1/07/2022 »: letters that a scan put for digits, in what holds a digit and nothing else.
_FIGURES = re.compile(r"(?<![\w/.-])(?=[lio]?\d|[\d/]*[lio]\d|\d[lio])[0-9lio]+(?:[/.-][0-9lio]+)*(?![\w/°])")
_DIGITS = str.maketrans("lio", "110")


@lru_cache(maxsize=16)  # recognisers look into the same text one after the other
def fold(text: str) -> str:
    """The text without accents or capitals, one kind of apostrophe, dash and space; each sign keeps its place.

    Letters that a scan put for digits are digits again.
    """
    plain = "".join(map(_fold, text.translate(_SIGNS)))
    return _FIGURES.sub(lambda match: match[0].translate(_DIGITS), plain)


def first(values: Iterable[Found[T]]) -> Found[T] | None:
    """The first one, if any."""
    return next(iter(values), None)


def passage(text: str, found: Found[T], around: int = 40) -> str:
    """The words around a value, on one line."""
    start, end = max(0, found.start - around), min(len(text), found.end + around)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return " ".join(text[start:end].split())
