"""Dates and hours as acts print them: « 1er juillet 2026 », « 08-02-23 », « l’an deux mil vingt, le trois mars »."""

from __future__ import annotations

import datetime as dt
import re

from registre.model.dates import MONTHS
from registre.model.names import without_accents
from registre.recognise.numbers import WORDS, read_number

_MONTHS = {without_accents(name): number for number, name in enumerate(MONTHS, start=1)}
_SHORT = {"janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "juill": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?)"
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAY = rf"(?:\d{{1,2}}(?:\s?er|\s?ier)?|{WORDS})"
_YEAR = rf"(?:(?:19|20)\d\d|{WORDS})"
_OF = r"(?:\s+(?:du\s+mois\s+)?(?:de\s+|d'\s?)?|\s*)"

FIGURES = r"(?<![\d/.-])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/]|-\d)"
# A date as found after a label: « lundi 3 mars 2026 », « le 3 mars deux mille vingt-six », « 03.03.26 ».
DATE = rf"(?:{_WEEKDAY}\s+)?(?:le\s+)?(?:{FIGURES}|{_DAY}{_OF}{MONTH}\s*,?\s*{_YEAR})(?!\w)"
DATE_OF_YEAR = rf"(?:{_WEEKDAY}\s+)?{_DAY}{_OF}{MONTH}(?!\w)"  # « lundi 3 mars »
# The year comes first: « L’an deux mille vingt-six, le mardi trois mars ».
AN = (
    rf"l'\s?an\s*:?\s*{_YEAR}\s*,?(?:\s+et)?(?:\s+le)?\s*,?\s*(?:{_WEEKDAY}\s*,?\s+)?(?:le\s+)?{_DAY}{_OF}{MONTH}(?!\w)"
)

_FIGURES = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{2,4})")
_WRITTEN = re.compile(rf"(?P<day>{_DAY}){_OF}(?P<month>{MONTH})\s*,?\s*(?P<year>{_YEAR})")
_AN = re.compile(rf"l'\s?an\s*:?\s*(?P<year>{_YEAR})\s*,?.*?(?P<day>{_DAY}){_OF}(?P<month>{MONTH})", re.DOTALL)

HOUR = rf"(?:\d{{1,2}}\s?(?:h(?:eures?)?|:)\s?(?:[0-5]\d)?|{WORDS}\s+heures?(?:\s+(?:{WORDS}|et\s+demie))?)"
_HOUR = re.compile(r"(?P<hour>\d{1,2})\s?(?:h(?:eures?)?|:)\s?(?P<minute>[0-5]\d)?")
_HOUR_WORDS = re.compile(rf"(?P<hour>{WORDS})\s+heures?(?:\s+(?P<minute>{WORDS}|et\s+demie))?")


def read_day(words: str) -> dt.date | None:
    """The day that a folded match of DATE or AN tells; None when there is no such day."""
    words = words.strip()
    an = _AN.match(words)
    figures = _FIGURES.search(words) if not re.search(r"[a-z]{3}\s", words[-12:]) else None
    written = an or _WRITTEN.search(words)
    if written:
        return _day(_count(written["year"]), _month(written["month"]), _count(written["day"]))
    if figures:
        day, month, year = (int(part) for part in figures.groups())
        return _day(year + 2000 if year < 100 else year, month, day)
    return None


def _day(year: int | None, month: int, day: int | None) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year and day and 1900 <= year < 2100 else None
    except ValueError:
        return None


def _month(word: str) -> int:
    word = word.rstrip(".")
    return _MONTHS.get(word) or _SHORT[word]


def _count(typed: str) -> int | None:
    digits = re.match(r"\d+", typed)
    return int(digits[0]) if digits else read_number(typed)


def read_time(words: str) -> dt.time | None:
    """The hour that a folded match of HOUR tells: « dix-huit heures trente », « 18 h 30 »."""
    figures, written = _HOUR.match(words), _HOUR_WORDS.match(words)
    if figures:
        hour, minute = int(figures["hour"]), int(figures["minute"] or 0)
    elif written:
        half = (written["minute"] or "").startswith("et")
        hour = read_number(written["hour"]) or 0
        minute = 30 if half else read_number(written["minute"] or "zero") or 0
    else:
        return None
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
