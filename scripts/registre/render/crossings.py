"""How the acts of a value spread over another facet: counts on its page, and lists under the values of the other.

A facet declares those it is crossed with (`Facet.crosses`). A list of n acts takes n / 50 pages, whatever the number of
values. By year there is nothing to add: « dates/2026/ » crossed with bodies leads to « collectivites/…/2026/ ».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registre.register.facets import Facet, group
from registre.render import wording
from registre.render.listing import (
    Chip,
    Group,
    Shelf,
    by_value,
    cut,
    named,
    page_crumbs,
    page_links,
    page_suffix,
    value_url,
)
from registre.render.page import Page, Settings, render

CHIPS = 8  # values shown on the page of the value crossed


@dataclass(frozen=True, slots=True)
class Crossing:
    """A crossing: where all of it is, its pages, links to its values in their order, acts that have one, each once."""

    shelf: Shelf
    other: Facet
    url: str
    pages: list[list[Group]]
    chips: list[Chip]
    total: int

    @property
    def way(self) -> str:
        """« par type de convention »."""
        return f"par {self.other.label.lower()}"

    @property
    def top(self) -> list[Chip]:
        """Links to the values that have most acts."""
        return sorted(self.chips, key=lambda chip: -chip.count)[:CHIPS]


def crossings(shelf: Shelf, facets: Sequence[Facet]) -> list[Crossing]:
    """The crossings declared for a value, less those where there is nothing to choose between."""
    wanted = [facet for facet in facets if facet.name in shelf.facet.crosses]
    return [crossing for other in wanted if (crossing := _crossing(shelf, other))]


def _crossing(shelf: Shelf, other: Facet) -> Crossing | None:
    found = group(shelf.acts, other)
    if not found or (len(found) == 1 and len(next(iter(found.values()))) == len(shelf.acts)):
        return None
    total = len({act.reference for acts in found.values() for act in acts})
    if shelf.facet.newest_first:
        year = shelf.value.slug
        chips = [Chip(f"{value_url(other, value)}{year}/", value.label, len(acts)) for value, acts in found.items()]
        return Crossing(shelf, other, f"{other.path}/", [], chips, total)
    url, pages = f"{shelf.url}par-{other.name}/", cut(by_value(other, found))
    chips = [
        Chip(f"{link.url}#{shown.anchor}", shown.title, shown.count)
        for link, groups in zip(page_links(url, pages), pages, strict=True)
        for shown in groups
        if not shown.goes_on
    ]
    return Crossing(shelf, other, url, pages, chips, total)


def crossing_pages(crossing: Crossing, settings: Settings) -> Iterable[Page]:
    """The list of a crossing."""
    shelf, way = crossing.shelf, crossing.way
    links = named(page_links(crossing.url, crossing.pages), crossing.pages)
    crumbs = [*shelf.crumbs, (wording.capital(way), None)]
    for number, groups in enumerate(crossing.pages, start=1):
        yield render(
            "croisement.md",
            links[number - 1].url,
            settings,
            title=f"{shelf.value.label} – actes {way}{page_suffix(number)}",
            description=f"{shelf.value.label} : {wording.count(crossing.total, 'acte')} {way}.",
            crumbs=page_crumbs(crumbs, links, number),
            crossing=crossing,
            kicker=shelf.facet.title,
            heading=f"{shelf.value.label}, {way}",
            total=len(shelf.acts),
            groups=groups,
            pages=links,
            number=number,
        )
