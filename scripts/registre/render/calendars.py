"""The séances of a body in a year, as months in which they are links."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from registre.register.entries import Sitting
from registre.render import wording
from registre.render.listing import by_key

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month that has séances. `weeks`: seven (day, its séances) each, Monday first, day 0 outside the month."""

    name: str
    weeks: list[list[tuple[int, Sequence[Sitting]]]]

    weekdays = WEEKDAYS


def year_calendar(year: int, sittings: Sequence[Sitting]) -> list[CalendarMonth]:
    """The months of a year that have known séances: an act dated by its identifier has none."""
    known = sorted((sitting for sitting in sittings if sitting.fiche), key=lambda s: (s.day, s.rank))
    days = by_key(known, lambda sitting: sitting.day)
    none: Sequence[Sitting] = ()
    months = []
    for first in (dt.date(year, month, 1) for month in range(1, 13)):
        weeks = [
            [(day, days.get(first.replace(day=day), none) if day else none) for day in week]
            for week in calendar.Calendar().monthdayscalendar(year, first.month)
        ]
        if any(found for week in weeks for _, found in week):
            months.append(CalendarMonth(wording.capital(wording.month(first)), weeks))
    return months
