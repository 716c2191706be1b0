"""The index pages, all from FACETS: one per facet, value, year of a value, crossing; those of dates are in dates.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from registre.register.entries import Act, Register
from registre.register.facets import FACETS, Facet, Value, group, indexes
from registre.render import wording
from registre.render.acts import HOME
from registre.render.calendars import year_calendar
from registre.render.crossings import crossing_pages, crossings
from registre.render.dates import Dates, date_pages, month_chips
from registre.render.heads import ASIDES, data_of, head_of
from registre.render.listing import (
    ACTS_PER_PAGE,
    LATEST,
    Chip,
    Group,
    Shelf,
    by_key,
    by_month,
    by_sitting,
    by_year,
    cut,
    page_crumbs,
    page_links,
    page_suffix,
    sliced,
)
from registre.render.page import Page, Settings, render
from registre.render.trends import facet_plot, value_plot

VALUES_PER_PAGE = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A value on the page of its facet."""

    value: Value
    url: str
    count: int
    parts: list[Chip]
    cells: list[Chip | None]


def index_pages(register: Register, settings: Settings, facets: Sequence[Facet] = FACETS) -> Iterable[Page]:
    """Every index page of the register."""
    sittings = by_key(register.sittings, lambda sitting: sitting.body.slug)
    for facet in indexes(facets):
        groups = group(register.acts, facet, facet.known(register))
        yield from _facet_pages(facet, groups, register, settings)
        if facet.newest_first:
            yield from date_pages(facet, groups, facets, register, settings)
            continue
        for value, acts in groups.items():
            own = sittings.get(value.slug, ()) if facet.name == "collectivite" else ()
            yield from _value_pages(Shelf(facet, value, acts, own), facets, register, settings)


def _facet_pages(
    facet: Facet, groups: dict[Value, list[Act]], register: Register, settings: Settings
) -> Iterable[Page]:
    years = sorted({str(act.day.year) for act in register.acts})[-5:]
    rows = _rows(facet, groups, register, years)
    cuts = sliced(rows, VALUES_PER_PAGE)
    links = page_links(f"{facet.path}/", cuts)
    for number, shown in enumerate(cuts, start=1):
        yield render(
            "index.md",
            links[number - 1].url,
            settings,
            title=facet.title + page_suffix(number),
            description=f"{facet.title} du registre{page_suffix(number)}.",
            crumbs=page_crumbs([HOME, (facet.title, None)], links, number),
            facet=facet,
            asides=ASIDES.get(facet.name, ()),
            plot=facet_plot(facet, groups) if number == 1 else None,
            rows=shown,
            years=years,
            pages=links,
            number=number,
            total_values=len(rows),
            empty_values=sum(1 for row in rows if not row.count),
            total_acts=len({act.reference for acts in groups.values() for act in acts}),
        )


def _rows(facet: Facet, groups: dict[Value, list[Act]], register: Register, years: Sequence[str]) -> list[Row]:
    dates, rows = Dates(facet, register), []
    for value, acts in groups.items():
        shelf = Shelf(facet, value, acts)
        chips = month_chips(dates, int(value.slug)) if facet.newest_first else _year_chips(shelf)
        by_label = {chip.label: chip for chip in chips}
        rows.append(Row(value, shelf.url, len(acts), chips, [by_label.get(year) for year in years]))
    return rows


def _year_chips(shelf: Shelf) -> list[Chip]:
    return [Chip(f"{shelf.url}{year}/", f"{year}", len(part.acts)) for year, part in shelf.years.items()]


def _value_pages(shelf: Shelf, facets: Sequence[Facet], register: Register, settings: Settings) -> Iterable[Page]:
    facet, value, acts = shelf.facet, shelf.value, shelf.acts
    head, extra = head_of(facet, register, value)
    title, crosses = f"{value.label} – {facet.label.lower()}", crossings(shelf, facets)
    yield render(
        "valeur.md",
        shelf.url,
        settings,
        title=title,
        description=f"{title} : {wording.count(len(acts), 'acte')}.",
        crumbs=[*shelf.crumbs[:-1], (value.label, None)],
        data=data_of(facet, register, value, settings),
        facet=facet,
        kicker=facet.label,
        heading=value.label,
        lead=extra.pop("lead", None),
        total=len(acts),
        unknown=sum(act.incomplete for act in acts),
        head=head,
        tail=extra.pop("tail", None),
        parts=_year_chips(shelf),
        crosses=crosses,
        plot=value_plot(shelf),
        calendar=[],
        **_latest(shelf),
        pages=[],
        number=1,
        **extra,
    )
    for year, part in shelf.years.items():
        yield from _year_pages(part, year, settings)
    for crossing in crosses:
        yield from crossing_pages(crossing, settings)


def _latest(shelf: Shelf) -> dict[str, Any]:
    """The list of the page of a value: its acts, or its conventions for a facet of conventions; the newest of them."""
    if shelf.facet.signed:
        rows = shelf.signed
        title = "Collectivités et versions" if len(rows) <= LATEST else "Dernières conventions"
        return {"list_title": title, "groups": [], "conventions": rows[:LATEST]}
    title = "Actes" if len(shelf.acts) <= LATEST else "Derniers actes"
    groups = cut(by_sitting(shelf.sittings) or by_year(shelf.acts), LATEST)[0]
    return {"list_title": title, "groups": groups, "conventions": []}


def _year_pages(shelf: Shelf, year: int, settings: Settings) -> Iterable[Page]:
    """The acts of a value in a year, or its conventions; for a body, its séances and their calendar."""
    rows = shelf.signed
    tables = sliced(rows, ACTS_PER_PAGE) if rows else []
    lists: list[list[Group]] = [] if tables else cut(by_sitting(shelf.sittings) or by_month(shelf.acts))
    links = page_links(f"{shelf.url}{year}/", tables or lists)
    for number, link in enumerate(links, start=1):
        label = f"{shelf.value.label}, {year}"
        yield render(
            "valeur.md",
            link.url,
            settings,
            title=f"{label} – actes{page_suffix(number)}",
            description=f"{label} : {wording.count(len(shelf.acts), 'acte')}{page_suffix(number)}.",
            crumbs=page_crumbs([*shelf.crumbs, (f"{year}", None)], links, number),
            facet=shelf.facet,
            kicker=shelf.facet.title,
            heading=label,
            lead=None,
            total=len(shelf.acts),
            unknown=sum(act.incomplete for act in shelf.acts),
            head=None,
            tail=None,
            parts=[],
            crosses=[],
            plot=None,
            calendar=year_calendar(year, shelf.sittings) if number == 1 else [],
            groups=lists[number - 1] if lists else [],
            conventions=tables[number - 1] if tables else [],
            list_title="",
            pages=links,
            number=number,
        )
