"""Words to index beside a page's text, for people who type things otherwise.

Pagefind finds a word by its beginning, and « 2025CM26 » is one word, « coffre-fort » two: ``CM26``, the middle of an
identifier, a date in figures or ``coffrefort`` would be missed. The words returned here are indexed, never shown.
"""

from __future__ import annotations

import datetime as dt
import re

from registre.model.dates import MONTH_NUMBERS
from registre.model.names import without_accents

_TOKEN = re.compile(r"\w+(?:[-/.,:]\w+)*")  # « 062-216204800-20250403-605-CC », « L.2131-1 »
_RUN = re.compile(r"\d+|[^\W\d_]+")
_SPACED_NUMBER = re.compile(r"(?<!\w)(\d+)(?:\s+[-/]\s*|\s*[-/]\s+)(\d+)(?!\w)")
_COMPOUND = re.compile(r"(?<!\w)[^\W\d_]+(?:[-‐‑][^\W\d_]+)+(?!\w)")
_SPACED_E = re.compile(r"(?<!\w)e\s([^\W\d_]{4,})")
_MONTHS = "|".join(name for name in MONTH_NUMBERS if name.isascii())
_DATE = re.compile(rf"(?<!\d)([0-3]?\d)(?:er)?\s+({_MONTHS})\s+(\d{{4}})(?!\d)")
_FIGURES = re.compile(r"(?<!\d)([0-3]?\d)[/.-]([01]?\d)[/.-](\d{4})(?!\d)")


def day_word(day: dt.date) -> str:
    """The word of a day, ``d20260211``: its month is found by its beginning, ``d202602``."""
    return f"d{day:%Y%m%d}"


def search_words(*texts: str) -> str:
    """Return the extra words of ``texts``: lower case, sorted, each once, separated by spaces."""
    words: set[str] = set()
    for text in texts:
        for token in _TOKEN.findall(text):
            words.update(_tails(token))
        for match in _SPACED_NUMBER.finditer(text):
            words.add(match[1] + match[2])
        plain = without_accents(text).lower()
        words.update(re.sub(r"\W", "", compound) for compound in _COMPOUND.findall(plain))
        words.update(f"e{word}" for word in _SPACED_E.findall(plain))
        words.update(_days(plain))
    return " ".join(sorted(words))


def _tails(token: str) -> set[str]:
    """Return what is left of ``token`` from each of its runs of digits or letters but the first.

    As a search matches the beginning of words, this is enough to find any part: « DELIB-2024-37 » gives ``202437`` and
    ``37``. Tails without digits or of one character are left out: they are ordinary words or found too often.
    """
    runs = _RUN.findall(token.lower())
    tails = ("".join(runs[start:]) for start in range(1, len(runs)))
    return {tail for tail in tails if len(tail) > 1 and any(char.isdigit() for char in tail)}


def _days(plain: str) -> set[str]:
    """The words of the dates of a text, « 11 fevrier 2026 » or « 11/02/2026 »."""
    dates = [(d, MONTH_NUMBERS[m], y) for d, m, y in _DATE.findall(plain)]
    dates += [(d, int(m), y) for d, m, y in _FIGURES.findall(plain)]
    found = set()
    for day, month, year in dates:
        try:
            found.add(day_word(dt.date(int(year), month, int(day))))
        except ValueError:
            continue  # « 31/02/2026 » is no day
    return found
