"""The pages of years and months: séances by day. Every month of every year from the first to the last has its page."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from registre.register.entries import Act, Register, Sitting
from registre.register.facets import Facet, Value
from registre.render import wording
from registre.render.crossings import crossings
from registre.render.listing import LATEST, Chip, Shelf, by_day, by_key, cut, page_crumbs, page_links, page_suffix
from registre.render.page import Page, Settings, render
from registre.render.trends import year_plot


@dataclass(frozen=True, slots=True)
class Month:
    """A month and its séances, newest first; acts whose séance is unknown count as acts only."""

    first: dt.date
    url: str
    sittings: Sequence[Sitting]

    @property
    def name(self) -> str:
        """« février 2026 »."""
        return wording.month(self.first)

    @property
    def known(self) -> int:
        """How many séances."""
        return sum(1 for sitting in self.sittings if sitting.fiche)

    @property
    def acts(self) -> int:
        """How many acts."""
        return sum(len(sitting.acts) for sitting in self.sittings)

    @property
    def count(self) -> str:
        """« 2 séances, 14 actes », or nothing."""
        parts = [(self.known, "séance"), (self.acts, "acte")]
        return ", ".join(wording.count(number, noun) for number, noun in parts if number)


@dataclass(frozen=True)
class Dates:
    """Every séance of the register by month."""

    facet: Facet
    register: Register

    @cached_property
    def filled(self) -> dict[dt.date, list[Sitting]]:
        """The months (by their first day) that have a séance or an act, newest first."""
        return by_key(self.register.sittings, lambda sitting: sitting.day.replace(day=1))

    @cached_property
    def _days(self) -> list[dt.date]:
        return sorted(self.filled)

    def month(self, first: dt.date) -> Month:
        """A month, which may have nothing."""
        return Month(first, f"{self.facet.path}/{first:%Y/%m}/", self.filled.get(first, ()))

    def year(self, year: int) -> list[Month]:
        """The twelve months of a year."""
        return [self.month(dt.date(year, month, 1)) for month in range(1, 13)]

    def around(self, first: dt.date, last: dt.date) -> tuple[Month | None, Month | None]:
        """The nearest months that have something, before the month `first` and after the month `last`."""
        before, after = bisect_left(self._days, first), bisect_right(self._days, last)
        return (
            self.month(self._days[before - 1]) if before else None,
            self.month(self._days[after]) if after < len(self._days) else None,
        )


def month_chips(dates: Dates, year: int) -> list[Chip]:
    """The months of a year that have something, newest first."""
    return [Chip(month.url, month.name, month.acts) for month in reversed(dates.year(year)) if month.sittings]


def date_pages(
    facet: Facet, years: Mapping[Value, Sequence[Act]], facets: Sequence[Facet], register: Register, settings: Settings
) -> Iterable[Page]:
    """The page of each year and of each of its months."""
    dates = Dates(facet, register)
    for value, acts in years.items():
        months = dates.year(int(value.slug))
        shelf = Shelf(facet, value, acts, [s for month in reversed(months) for s in month.sittings])
        yield _year_page(shelf, months, dates, facets, settings)
        for month in months:
            yield from _month_pages(shelf, month, dates, settings)


def _year_page(shelf: Shelf, months: list[Month], dates: Dates, facets: Sequence[Facet], settings: Settings) -> Page:
    before, after = dates.around(months[0].first, months[-1].first)
    year, total = shelf.value.label, len(shelf.acts)
    return render(
        "annee.md",
        shelf.url,
        settings,
        title=f"Actes de {year}",
        description=f"Actes de {year} : {wording.count(total, 'acte')}.",
        crumbs=[*shelf.crumbs[:-1], (year, None)],
        year=year,
        months=months,
        before=before,
        after=after,
        total=total,
        sittings=len(shelf.sittings),
        crosses=crossings(shelf, facets),
        plot=year_plot(shelf),
        groups=cut(by_day(shelf.sittings), LATEST)[0],
        list_title="Actes" if total <= LATEST else "Derniers actes",
    )


def _month_pages(shelf: Shelf, month: Month, dates: Dates, settings: Settings) -> Iterable[Page]:
    before, after = dates.around(month.first, month.first)
    cuts = cut(by_day(month.sittings))
    links = page_links(month.url, cuts)
    for number, groups in enumerate(cuts, start=1):
        yield render(
            "mois.md",
            links[number - 1].url,
            settings,
            title=f"{wording.capital(month.name)} – actes{page_suffix(number)}",
            description=f"{wording.capital(month.name)} : {month.count or 'aucune séance connue'}.",
            crumbs=page_crumbs([*shelf.crumbs, (month.name, None)], links, number),
            month=month,
            before=before,
            after=after,
            beyond=settings.day is not None and month.first > settings.day,
            groups=groups,
            pages=links,
            number=number,
        )
