"""The index pages, all from FACETS: one per facet, per value, and per part of a value (year, or month of a year)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from registre.register.entries import Act, Register
from registre.register.facets import FACETS, Facet, Value, group, indexes
from registre.render import wording
from registre.render.acts import HOME
from registre.render.heads import data_of, head_of
from registre.render.page import Page, Settings, render

T = TypeVar("T")

VALUES_PER_PAGE = 200
ACTS_PER_PAGE = 50
LATEST = 25


@dataclass(frozen=True, slots=True)
class Chip:
    """A link with a count."""

    url: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A value on the page of its facet."""

    value: Value
    url: str
    count: int
    parts: list[Chip]
    cells: list[Chip | None]


@dataclass(frozen=True, slots=True)
class Cross:
    """How the acts of a value spread over another facet."""

    name: str
    label: str
    chips: list[Chip]
    others: int  # values too many to show


@dataclass(frozen=True, slots=True)
class Group:
    """Acts under one heading."""

    title: str
    anchor: str
    url: str | None
    acts: list[Act]


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of a list cut in several."""

    number: int
    url: str


def index_pages(register: Register, settings: Settings, facets: Sequence[Facet] = FACETS) -> Iterable[Page]:
    """Every index page of the register."""
    facets = indexes(facets)
    for facet in facets:
        groups = group(register.acts, facet, facet.known(register))
        yield from _facet_pages(facet, groups, register, settings)
        for value, acts in groups.items():
            yield from _value_pages(facet, value, acts, facets, register, settings)


def value_url(facet: Facet, value: Value) -> str:
    """The page of a value."""
    return f"{facet.path}/{value.slug}/"


def _parts(facet: Facet, acts: Sequence[Act]) -> dict[Value, list[Act]]:
    """The acts of a value by year; those of a year by month. Newest first."""
    parts: dict[Value, list[Act]] = {}
    for act in acts:
        month = Value(f"{act.day.month:02d}", wording.month(act.day))
        year = Value(f"{act.day.year}", f"{act.day.year}")
        parts.setdefault(month if facet.newest_first else year, []).append(act)
    return dict(sorted(parts.items(), key=lambda part: part[0].slug, reverse=True))


def _chips(facet: Facet, value: Value, parts: dict[Value, list[Act]]) -> list[Chip]:
    return [Chip(f"{value_url(facet, value)}{part.slug}/", part.label, len(acts)) for part, acts in parts.items()]


def _facet_pages(
    facet: Facet, groups: dict[Value, list[Act]], register: Register, settings: Settings
) -> Iterable[Page]:
    years = sorted({str(act.day.year) for act in register.acts}, reverse=True)[:5]
    rows = []
    for value, acts in groups.items():
        chips = _chips(facet, value, _parts(facet, acts))
        by_label = {chip.label: chip for chip in chips}
        rows.append(Row(value, value_url(facet, value), len(acts), chips, [by_label.get(year) for year in years]))
    for number, pages, part in _cut(rows, f"{facet.path}/", VALUES_PER_PAGE):
        yield render(
            "index.md",
            pages[number - 1].url,
            settings,
            title=facet.title + _page_suffix(number),
            description=f"{facet.title} du registre{_page_suffix(number)}.",
            crumbs=[HOME, (facet.title, None)],
            facet=facet,
            rows=part,
            years=years,
            pages=pages,
            number=number,
            total_values=len(rows),
            empty_values=sum(1 for row in rows if not row.count),
            total_acts=len({act.reference for acts in groups.values() for act in acts}),
        )


def _cut(items: Sequence[T], url: str, size: int) -> Iterable[tuple[int, list[PageLink], Sequence[T]]]:
    """Cut a list into pages: (number, links to all pages, items of this one); one page even when empty."""
    count = max(1, math.ceil(len(items) / size))
    links = [PageLink(n, url if n == 1 else f"{url}page-{n}/") for n in range(1, count + 1)]
    for number in range(1, count + 1):
        yield number, links, items[(number - 1) * size : number * size]


def _page_suffix(number: int) -> str:
    return f", page {number}" if number > 1 else ""


def _value_pages(
    facet: Facet, value: Value, acts: list[Act], facets: Sequence[Facet], register: Register, settings: Settings
) -> Iterable[Page]:
    parts = _parts(facet, acts)
    url = value_url(facet, value)
    crumbs = [HOME, (facet.title, f"{facet.path}/")]
    head, extra = head_of(facet, register, value)
    whole = len(acts) <= LATEST
    yield render(
        "valeur.md",
        url,
        settings,
        title=_title(facet, value),
        description=f"{_title(facet, value)} : {wording.count(len(acts), 'acte')}.",
        crumbs=[*crumbs, (value.label, None)],
        data=data_of(facet, register, value, settings),
        kicker=facet.label,
        heading=value.label,
        lead=extra.pop("lead", None),
        total=len(acts),
        head=head,
        parts=_chips(facet, value, parts),
        part_label="mois" if facet.newest_first else "année",
        crosses=[
            c
            for other in facets
            if other is not facet and not other.newest_first
            for c in _cross(facet, value, other, acts)
        ],
        groups=_groups(facet, acts[:LATEST]),
        list_title="Actes" if whole else "Derniers actes",
        pages=[],
        number=1,
        **extra,
    )
    yield from _part_pages(facet, value, parts, settings)


def _part_pages(facet: Facet, value: Value, parts: dict[Value, list[Act]], settings: Settings) -> Iterable[Page]:
    url = value_url(facet, value)
    crumbs = [HOME, (facet.title, f"{facet.path}/"), (value.label, url)]
    for part, members in parts.items():
        for number, pages, shown in _cut(members, f"{url}{part.slug}/", ACTS_PER_PAGE):
            label = part.label if facet.newest_first else f"{value.label}, {part.label}"
            yield render(
                "valeur.md",
                pages[number - 1].url,
                settings,
                title=f"Actes de {label}{_page_suffix(number)}",
                description=f"{_upper(label)} : {wording.count(len(members), 'acte')}{_page_suffix(number)}.",
                crumbs=[*crumbs, (part.label, None)],
                kicker=facet.title,
                heading=_upper(label),
                lead=None,
                total=len(members),
                head=None,
                parts=[],
                part_label="",
                crosses=[],
                groups=_groups(facet, shown),
                list_title="",
                pages=pages,
                number=number,
            )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _title(facet: Facet, value: Value) -> str:
    return f"Actes de {value.label}" if facet.newest_first else f"{value.label} – {facet.label.lower()}"


def _cross(facet: Facet, value: Value, other: Facet, acts: Sequence[Act]) -> Iterable[Cross]:
    """Counts over another facet, each leading to the search with both choices made."""
    found = group(acts, other)
    if not found or (len(found) == 1 and len(next(iter(found.values()))) == len(acts)):
        return  # nothing to choose between
    chips = [
        Chip(f"recherche/?{urlencode({facet.name: value.label, other.name: cross.label})}", cross.label, len(members))
        for cross, members in sorted(found.items(), key=lambda item: -len(item[1]))[:LATEST]
    ]
    yield Cross(other.name, other.label, chips, len(found) - len(chips))


def _groups(facet: Facet, acts: Sequence[Act]) -> list[Group]:
    """Acts under headings: by séance on a body's pages, by day on those of dates, by year elsewhere."""
    groups: dict[str, Group] = {}
    for act in acts:
        if facet.name == "collectivite":
            known = act.sitting.fiche is not None
            day = f"Daté d’après l’identifiant, {wording.day_text(act.day)}"
            title = wording.sitting_title(act.sitting) if known else day
            key, url = act.sitting.folder, act.sitting.url
        elif facet.newest_first:
            key, title, url = act.day.isoformat(), wording.day_text(act.day), None
        else:
            key, title, url = str(act.day.year), str(act.day.year), None
        groups.setdefault(key, Group(title, f"le-{key}", url, [])).acts.append(act)
    return list(groups.values())
