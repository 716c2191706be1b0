"""The number that follows those of a body's last acts, where their pattern leaves no doubt."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from registre.model.names import natural_key

Series = Sequence[tuple[dt.date, Sequence[str]]]  # the numbers of each séance, the oldest first


def next_number(series: Series, day: dt.date) -> str | None:
    """« 2026-05 » → « 2026-06 », « 605 » → « 606 »; the first of a new year where the number says the year; or None."""
    series = [(held, numbers) for held, numbers in series if numbers]
    if not series:
        return None
    last_day, numbers = series[-1]
    parts = _parts(max(numbers, key=natural_key))
    place = _counter(parts, [_parts(number) for number in numbers], last_day)
    if place is None:
        return None
    if day.year == last_day.year:
        counter = parts[place]
        return _with(parts, {place: str(int(counter) + 1).zfill(len(counter))})
    year = next((run for run in _years(parts, last_day) if run != place), None)
    same_year = (_parts(number) for held, numbers in series if held.year == last_day.year for number in numbers)
    width = _width([other[place] for other in same_year if _texts(other) == _texts(parts)])
    if year is None or width is None:
        return None
    return _with(parts, {year: f"{day.year}"[-len(parts[year]) :], place: "1".zfill(width)})


def _parts(number: str) -> list[str]:
    """Texts and runs of digits, in turn: « 2025CM26 » → ["", "2025", "CM", "26", ""]."""
    return re.split(r"([0-9]+)", number)


def _texts(parts: Sequence[str]) -> Sequence[str]:
    return parts[::2]


def _with(parts: Sequence[str], changed: dict[int, str]) -> str:
    return "".join(changed.get(place, part) for place, part in enumerate(parts))


def _counter(parts: Sequence[str], others: Sequence[Sequence[str]], day: dt.date) -> int | None:
    """Which run counts the acts: the one that alone varies in a séance; else the only one that is not the year."""
    alike = [other for other in others if _texts(other) == _texts(parts) and other != parts]
    if alike:
        varying = {tuple(place for place, run in enumerate(other) if run != parts[place]) for other in alike}
        return next(iter(varying))[0] if len(varying) == 1 and len(next(iter(varying))) == 1 else None
    runs = range(1, len(parts), 2)
    left = list(runs) if len(runs) == 1 else [run for run in runs if run not in _years(parts, day)]
    if len(left) != 1 or re.search(r"[^\W_]", "".join(_texts(parts)[left[0] // 2 + 1 :])):  # « 20 bis »
        return None
    return left[0]


def _years(parts: Sequence[str], day: dt.date) -> list[int]:
    """The runs that may say the year: in four digits, or in two where none does in four."""
    for year in (f"{day.year}", f"{day.year % 100:02}"):
        if found := [run for run in range(1, len(parts), 2) if parts[run] == year]:
            return found
    return []


def _width(counters: Sequence[str]) -> int | None:
    """How many digits the first number of a year has, as those of the year before tell; None when they do not."""
    padded = next((counter for counter in counters if counter.startswith("0")), None)
    if padded:
        return len(padded)
    return 1 if min(map(len, counters)) == 1 else None
