"""What is worth drawing on the index pages.

A drawing tells at a glance what the lists beside it do not. With fewer than `FEWEST` acts (or bodies), or `PERIODS`
that have some, those lists are read faster than a drawing: there is none.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from registre.register.entries import Act
from registre.register.facets import Facet, Value
from registre.render import wording
from registre.render.listing import Shelf, by_key
from registre.render.plots import FILLS, Plot, Series, Tick

T = TypeVar("T")

FEWEST, PERIODS = 6, 3
_BY_MONTH = 3  # calendar years up to which the acts of a body are told by month
_LETTERS = "JFMAMJJASOND"


def facet_plot(facet: Facet, groups: dict[Value, list[Act]]) -> Plot | None:
    """On the page of dates, acts by year; on that of types of convention, by year and by type."""
    days = [act.day for acts in groups.values() for act in acts]
    if facet.newest_first:
        return _plot("Actes par année", *_years(days), [("Actes", [day.year for day in days])])
    if facet.name != "type":
        return None
    parts = _largest({value.label: [act.day.year for act in acts] for value, acts in groups.items() if acts})
    return _plot("Actes par année et par type de convention", *_years(days), parts)


def year_plot(shelf: Shelf) -> Plot | None:
    """On the page of a year, acts by month; the bodies that have most of them are told apart."""
    year, bodies = int(shelf.value.slug), by_key(shelf.acts, lambda act: act.body.label)
    parts = _largest({label: [act.day.month for act in acts] for label, acts in bodies.items()})
    ticks = [Tick(wording.month(dt.date(year, month, 1)), _LETTERS[month - 1]) for month in range(1, 13)]
    way = " et par collectivité" if len(parts) > 1 else ""
    return _plot(f"Actes de {year} par mois{way}", range(1, 13), ticks, parts)


def value_plot(shelf: Shelf) -> Plot | None:
    """On the page of a body, its acts; on that of a type of convention, how many bodies have it."""
    drawn = {"collectivite": _activity, "type": _adoption}.get(shelf.facet.name)
    return drawn(shelf) if drawn else None


def _activity(shelf: Shelf) -> Plot | None:
    """Acts by year, or by month when they span few years."""
    days = [act.day for act in shelf.acts]
    if not days or max(days).year - min(days).year >= _BY_MONTH:
        return _plot("Actes par année", *_years(days), [("Actes", [day.year for day in days])])
    return _plot("Actes par mois", *_months(days), [("Actes", [day.replace(day=1) for day in days])])


def _adoption(shelf: Shelf) -> Plot | None:
    """Bodies that have an act of this type, counted since the first."""
    known = (act for act in shelf.acts if act.takes_effect and not act.incomplete)  # an annex alone decides nothing
    first = {act.body.slug: act.day.year for act in known}  # newest first: the oldest stays
    years, ticks = _years([act.day for act in shelf.acts])
    if len(first) < FEWEST or len(set(first.values())) < PERIODS:
        return None
    counts = [sum(1 for year in first.values() if year <= last) for last in years]
    title = "Collectivités qui ont au moins un acte de ce type, à la fin de chaque année"
    description = f"De {counts[0]} en {years[0]} à {counts[-1]} en {years[-1]}."
    return Plot(title, description, ticks, [Series("Collectivités", counts)])


def _plot(
    title: str, keys: Sequence[T], ticks: Sequence[Tick], parts: Sequence[tuple[str, Iterable[T]]]
) -> Plot | None:
    """Columns of how many times each key is found, by part; None when they would say too little."""
    counters = [(label, Counter(found)) for label, found in parts]
    totals = [sum(counter[key] for _, counter in counters) for key in keys]
    if sum(totals) < FEWEST or sum(1 for total in totals if total) < PERIODS:
        return None
    series = [Series(label, [counter[key] for key in keys]) for label, counter in counters]
    return Plot(title, _described(ticks, totals), ticks, series)


def _described(ticks: Sequence[Tick], totals: Sequence[int]) -> str:
    most = max(totals)
    span = f"{wording.capital(wording.of(ticks[0].label))} à {ticks[-1].label}."
    return f"{span} Le plus{wording.NBSP}: {most}, en {ticks[totals.index(most)].label}."


def _largest(parts: dict[str, list[T]]) -> list[tuple[str, list[T]]]:
    """The parts that have most, as many as can be told apart; the last one stands for all others."""
    sizes = sorted(parts.items(), key=lambda part: -len(part[1]))
    if len(sizes) <= len(FILLS):
        return sizes
    shown, others = sizes[: len(FILLS) - 1], sizes[len(FILLS) - 1 :]
    return [*shown, (f"{len(others)} autres", [key for _, found in others for key in found])]


def _years(days: Sequence[dt.date]) -> tuple[range, list[Tick]]:
    years = range(min(days).year, max(days).year + 1) if days else range(0)
    return years, [Tick(f"{year}", f"{year}") for year in years]


def _months(days: Sequence[dt.date]) -> tuple[list[dt.date], list[Tick]]:
    """The months from the first to the last; with more than a year of them, Januaries alone are named."""
    first, last = min(days), max(days)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = [
        dt.date(first.year + rank // 12, rank % 12 + 1, 1) for rank in range(first.month - 1, first.month - 1 + count)
    ]
    januaries = ["" if month.month > 1 else f"{month.year}" for month in months]
    shorts = januaries if count > 12 else [_LETTERS[month.month - 1] for month in months]
    return months, [Tick(wording.month(month), short) for month, short in zip(months, shorts, strict=True)]
