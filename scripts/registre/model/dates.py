"""Dates, hours and lengths of time, as a clerk types them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from registre.model.refusal import refuse
from registre.model.shapes import any_case

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
}


MONTH, DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
# All that the three readers below accept, but for days that no calendar has.
DATE = f"(179[0-9]|1[89][0-9]{{2}}|2[01][0-9]{{2}})-{MONTH}-{DAY}"
HOUR = r"\s*([01]?[0-9]|2[0-3])\s?[:hH]\s?([0-5][0-9])?\s*"
DURATION = rf"\s*[0-9]{{1,3}}\s*({'|'.join(map(any_case, ('ans?', 'années?', 'mois', 'jours?')))})\s*"


def read_date(value: str) -> dt.date:
    """An ISO date of 1790 to 2199."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value)
    if match is None:
        refuse("D012", ecrire=guess_date(value))
    try:
        date = dt.date(*map(int, match.groups()))
    except ValueError:
        refuse("D013")
    if not 1790 <= date.year <= 2199:
        refuse("D013")
    return date


def guess_date(value: str) -> str:
    """The ISO date a French date means (12/03/2026, 12 mars 2026, 2026/3/2), or nothing."""
    text = value.strip().lower()
    numbers = re.fullmatch(r"([0-9]{1,2})(?:[./ -])([0-9]{1,2})(?:[./ -])([0-9]{4})", text)
    words = re.search(r"(?:^|\s)([0-9]{1,2})(?:er)?\s+([a-zéû]+)\s+([0-9]{4})$", text)
    iso = re.fullmatch(r"([0-9]{4})[./ -]?([0-9]{1,2})[./ -]?([0-9]{1,2})", text)
    if numbers:
        day, month, year = map(int, numbers.groups())
    elif words and words.group(2) in MONTH_NUMBERS:
        day, month, year = int(words.group(1)), MONTH_NUMBERS[words.group(2)], int(words.group(3))
    elif iso:
        year, month, day = map(int, iso.groups())
    else:
        return ""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def read_hour(value: str) -> dt.time:
    """« 18:30 », « 18h30 », « 9 h »."""
    match = re.fullmatch(r"([0-9]{1,2})\s?(?:[:hH])\s?([0-9]{2})?", value.strip())
    if match is None or int(match.group(1)) > 23 or int(match.group(2) or 0) > 59:
        refuse("D014")
    return dt.time(int(match.group(1)), int(match.group(2) or 0))


@dataclass(frozen=True, slots=True)
class Duree:
    """A length of time: a whole number of « ans », « mois » or « jours »."""

    nombre: int
    unite: str

    def __str__(self) -> str:
        return f"{self.nombre} {'an' if self.unite == 'ans' and self.nombre < 2 else self.unite}"


def read_duration(value: str) -> Duree:
    """« 5 ans », « 18 mois », « 30 jours »."""
    match = re.fullmatch(r"([0-9]{1,3})\s*(ans?|années?|mois|jours?)", value.strip().lower())
    if match is None:
        refuse("D019")
    unit = match.group(2)
    return Duree(int(match.group(1)), "ans" if unit.startswith("an") else "jours" if unit[0] == "j" else "mois")
