"""Acts under headings, cut into pages: what all lists of the site are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from registre.register.entries import Act, Sitting
from registre.register.facets import Facet, Value
from registre.register.signed import Signed
from registre.render import wording
from registre.render.acts import HOME
from registre.render.page import Crumb

K = TypeVar("K")
T = TypeVar("T")

ACTS_PER_PAGE = 50
LATEST = 25  # acts shown on the page of a value, which leads to the others


@dataclass(frozen=True, slots=True)
class Chip:
    """A link with a count."""

    url: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of a list cut in several; `start`: the heading it begins under, where headings are in order of names."""

    number: int
    url: str
    start: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Acts under one heading; none for a séance of which the register has no act.

    `count`: acts of the whole group, even where a page shows but some; `goes_on`: it began on the page before. `day`: a
    heading above, which the groups of one day share. `dated`: the headings say the day and the body of the acts.
    """

    title: str
    anchor: str
    url: str | None
    acts: Sequence[Act]
    count: int
    day: dt.date | None = None
    dated: bool = False
    goes_on: bool = False
    day_goes_on: bool = False


@dataclass(frozen=True)
class Shelf:
    """A value of a facet and its acts, newest first; for a body its séances too, those without acts included."""

    facet: Facet
    value: Value
    acts: Sequence[Act]
    sittings: Sequence[Sitting] = ()

    @property
    def url(self) -> str:
        """The page of the value."""
        return value_url(self.facet, self.value)

    @property
    def crumbs(self) -> list[Crumb]:
        """From the home page to the page of the value."""
        return [HOME, (self.facet.title, f"{self.facet.path}/"), (self.value.label, self.url)]

    @cached_property
    def signed(self) -> list[Signed]:
        """The conventions of the value, for a facet of conventions: an act may have others."""
        of = self.facet.signed
        return [signed for act in self.acts for signed in act.signed if self.value in of(signed)] if of else []

    @cached_property
    def years(self) -> dict[int, Shelf]:
        """The same, year by year, newest first."""
        acts, sittings = by_key(self.acts, _year), by_key(self.sittings, _year)
        years = sorted({*acts, *sittings}, reverse=True)
        return {year: Shelf(self.facet, self.value, acts.get(year, ()), sittings.get(year, ())) for year in years}


def value_url(facet: Facet, value: Value) -> str:
    """The page of a value."""
    return f"{facet.path}/{value.slug}/"


def by_key(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Items that are in order, by what they have in common."""
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _year(item: Act | Sitting) -> int:
    return item.day.year


def by_sitting(sittings: Iterable[Sitting]) -> list[Group]:
    """One group per séance of a body."""
    groups = []
    for sitting in sittings:
        day = wording.day_text(sitting.day)
        title = wording.sitting_title(sitting) if sitting.fiche else f"Daté d’après l’identifiant, {day}"
        groups.append(Group(title, f"le-{sitting.folder}", sitting.url, sitting.acts, len(sitting.acts), dated=True))
    return groups


def by_day(sittings: Iterable[Sitting]) -> list[Group]:
    """One group per séance, under its day, which several bodies may share."""
    groups = []
    for sitting in sittings:
        known = (f"{sitting.rank}e séance du jour" if sitting.rank > 1 else "séance") + wording.draft(sitting)
        title = f"{sitting.body.label}{wording.NBSP}: {known if sitting.fiche else 'd’après l’identifiant'}"
        anchor = f"seance-{sitting.body.slug}-{sitting.folder}"
        groups.append(Group(title, anchor, sitting.url, sitting.acts, len(sitting.acts), sitting.day, dated=True))
    return groups


def by_year(acts: Iterable[Act]) -> list[Group]:
    """One group per year."""
    return [Group(f"{y}", f"le-{y}", None, found, len(found)) for y, found in by_key(acts, _year).items()]


def by_month(acts: Iterable[Act]) -> list[Group]:
    """One group per month."""
    months = by_key(acts, lambda act: act.day.replace(day=1))
    return [
        Group(wording.capital(wording.month(day)), f"le-{day:%Y-%m}", None, found, len(found))
        for day, found in months.items()
    ]


def by_value(facet: Facet, groups: dict[Value, list[Act]]) -> list[Group]:
    """One group per value of a facet, in the order given."""
    return [
        Group(value.label, f"valeur-{value.slug}", value_url(facet, value) if facet.path else None, acts, len(acts))
        for value, acts in groups.items()
    ]


def cut(groups: Sequence[Group], size: int = ACTS_PER_PAGE) -> list[list[Group]]:
    """Cut into pages of `size` acts, one at least; a group cut in two is on both pages, and says that it goes on."""
    pages = []
    for shown, before in cut_rows([group.acts or (None,) for group in groups], size):
        page = list[Group]()
        for rank, members in shown:
            group, acts = groups[rank], [act for act in members if act]
            same_day = before >= 0 and not page and group.day is not None and group.day == groups[before].day
            page.append(replace(group, acts=acts, goes_on=rank == before, day_goes_on=same_day))
        pages.append(page)
    return pages


def cut_rows(parts: Sequence[Sequence[T]], size: int) -> Iterator[tuple[list[tuple[int, list[T]]], int]]:
    """Pages of `size` rows, one at least: (the parts on it, each with its rank and its rows there), and the rank of the
    last part of the page before (-1 for the first)."""
    rows = [(rank, row) for rank, part in enumerate(parts) for row in part]
    before = -1
    for start in range(0, len(rows) or 1, size):
        grouped = groupby(rows[start : start + size], key=lambda row: row[0])
        shown = [(rank, [row for _, row in members]) for rank, members in grouped]
        yield shown, before
        before = shown[-1][0] if shown else before


def sliced(rows: Sequence[T], size: int) -> list[Sequence[T]]:
    """Rows in pages of `size`, one page at least."""
    return [rows[start : start + size] for start in range(0, len(rows) or 1, size)]


def page_links(url: str, pages: Sequence[Sequence[object]]) -> list[PageLink]:
    """The pages of a list."""
    return [PageLink(rank, url if rank == 1 else f"{url}page-{rank}/") for rank in range(1, len(pages) + 1)]


def named(links: Sequence[PageLink], pages: Sequence[Sequence[Group]]) -> list[PageLink]:
    """The same, each saying under which heading it begins."""
    return [replace(link, start=groups[0].title) for link, groups in zip(links, pages, strict=True)]


def page_suffix(number: int) -> str:
    """What tells the title of a page from that of the first."""
    return f", page {number}" if number > 1 else ""


def page_crumbs(crumbs: Sequence[Crumb], links: Sequence[PageLink], number: int) -> list[Crumb]:
    """The way to a page of a list: the last of `crumbs` leads to the first page from the others."""
    *above, (name, _) = crumbs
    if number == 1:
        return [*above, (name, None)]
    return [*above, (name, links[0].url), (f"Page {number}", None)]
