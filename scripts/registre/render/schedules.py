"""The échéancier: what is to come, year by year, body by body, and the conventions whose end cannot be said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from registre.register.conventions import Body
from registre.register.deadlines import Deadline, Schedule
from registre.register.entries import Register
from registre.register.facets import facet_named
from registre.register.signed import Signed
from registre.register.urls import SCHEDULE, body_schedule_url
from registre.render import deadlines as words
from registre.render import wording
from registre.render.acts import HOME
from registre.render.feeds import FEED, feed_page
from registre.render.listing import Chip, by_key, cut_rows, page_crumbs, page_links, page_suffix
from registre.render.page import Crumb, Page, Settings, render

NEXT = 50  # events and conventions shown on the first page, which leads to the others
ROWS = 100
TITLE = "Échéancier des conventions"
_UNDATED = "Sans échéance connue"


@dataclass(frozen=True, slots=True)
class Part:
    """Events, or conventions without a known end, under one heading; `count` and `goes_on` as in a Group of acts."""

    title: str
    anchor: str
    rows: Sequence[Deadline | Signed]
    count: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the échéancier, cut into pages; `body`: the one whose conventions these are, `feed`: its calendar."""

    url: str
    title: str
    kicker: str
    heading: str
    total: str
    parts: Sequence[Part]
    crumbs: Sequence[Crumb]
    body: Body | None = None
    feed: str = ""


def schedule_pages(register: Register, settings: Settings) -> Iterator[Page]:
    """The échéancier of the register and that of each body, and their calendars."""
    whole = register.schedule
    years = by_key(whole.dated, lambda deadline: deadline.day.year)
    yield _front_page(whole, years, settings)
    for year, found in years.items():
        yield from _list_pages(_of_year(year, found), settings)
    if len(whole.undated) > NEXT:
        yield from _list_pages(_of_undated(whole.undated), settings)
    if whole.dated:
        yield feed_page(SCHEDULE, "Échéances des conventions", whole.dated, settings)
    for slug, own in whole.bodies.items():
        body = register.bodies[slug]
        yield from _list_pages(_of_body(body, own, settings), settings)
        if own.dated:
            yield feed_page(body.url, f"Échéances des conventions, {body.label}", own.dated, settings)


def _front_page(whole: Schedule, years: dict[int, list[Deadline]], settings: Settings) -> Page:
    coming, undated = whole.since(settings.day), _cut([_undated_part(whole.undated)], NEXT)[0]
    return render(
        "echeancier.md",
        SCHEDULE,
        settings,
        title=TITLE,
        description=f"{TITLE} : ce qui finit, se renouvelle ou se dénonce, mois par mois.",
        crumbs=_crumbs(TITLE, None),
        total=words.counts(len(whole.dated), len(whole.undated)),
        coming=len(coming),
        shown=min(len(coming), NEXT),
        next_parts=_cut(_by_month(coming), NEXT)[0],
        years=[Chip(_year_url(year), f"{year}", len(found)) for year, found in years.items()],
        undated=undated,
        all_undated=_undated_url() if len(whole.undated) > NEXT else None,
        body=None,
        feed=SCHEDULE + FEED if whole.dated else "",
    )


def _list_pages(listing: Listing, settings: Settings) -> Iterator[Page]:
    cuts = _cut(listing.parts)
    links = page_links(listing.url, cuts)
    for number, parts in enumerate(cuts, start=1):
        yield render(
            "echeances.md",
            links[number - 1].url,
            settings,
            title=listing.title + page_suffix(number),
            description=f"{listing.title} : {listing.total}{page_suffix(number)}.",
            crumbs=page_crumbs(listing.crumbs, links, number),
            listing=listing,
            body=listing.body,
            parts=parts,
            pages=links,
            number=number,
        )


def _of_year(year: int, found: Sequence[Deadline]) -> Listing:
    total = words.counts(len(found), 0)
    title = f"Échéances de {year}"
    return Listing(_year_url(year), title, TITLE, title, total, _by_month(found), _crumbs(f"{year}"))


def _of_undated(conventions: Sequence[Signed]) -> Listing:
    total, parts = words.undated_count(len(conventions)), [_undated_part(conventions)]
    title = "Conventions sans échéance connue"
    return Listing(_undated_url(), title, TITLE, title, total, parts, _crumbs(_UNDATED))


def _of_body(body: Body, own: Schedule, settings: Settings) -> Listing:
    """The years from that of the register on, then those gone by, the latest first, then what is undated."""
    this_year = settings.day.year if settings.day else dt.MINYEAR
    years = by_key(own.dated, lambda deadline: deadline.day.year)
    order = sorted(years, key=lambda year: (year < this_year, year if year >= this_year else -year))
    parts = [_year_part(year, years[year], year < this_year) for year in order]
    facet = facet_named("collectivite")
    return Listing(
        url=body_schedule_url(body.slug),
        title=f"{body.label} – échéances des conventions",
        kicker=facet.title,
        heading=f"{body.label}, échéances des conventions",
        total=words.counts(len(own.dated), len(own.undated)),
        parts=[*parts, *([_undated_part(own.undated)] if own.undated else [])],
        crumbs=[HOME, (facet.title, f"{facet.path}/"), (body.label, body.url), ("Échéances", None)],
        body=body,
        feed=body.url + FEED if own.dated else "",
    )


def _crumbs(name: str, schedule: str | None = SCHEDULE) -> list[Crumb]:
    """The way to a page of the échéancier; to its first page when `schedule` is None."""
    facet = facet_named("type")
    above: list[Crumb] = [HOME, (facet.title, f"{facet.path}/")]
    return [*above, (TITLE, schedule), (name, None)] if schedule else [*above, (name, None)]


def _year_url(year: int) -> str:
    return f"{SCHEDULE}{year}/"


def _undated_url() -> str:
    return f"{SCHEDULE}sans-date/"


def _by_month(deadlines: Sequence[Deadline]) -> list[Part]:
    months = by_key(deadlines, lambda deadline: deadline.day.replace(day=1))
    return [
        Part(wording.capital(wording.month(day)), f"le-{day:%Y-%m}", found, len(found)) for day, found in months.items()
    ]


def _year_part(year: int, found: Sequence[Deadline], gone: bool) -> Part:
    return Part(f"{year} (année passée)" if gone else f"{year}", f"le-{year}", found, len(found))


def _undated_part(conventions: Sequence[Signed]) -> Part:
    return Part(_UNDATED, "sans-date", conventions, len(conventions))


def _cut(parts: Sequence[Part], size: int = ROWS) -> list[list[Part]]:
    """Cut into pages of `size` rows; a part cut in two is on both pages, and says that it goes on."""
    return [
        [replace(parts[rank], rows=rows, goes_on=rank == before) for rank, rows in shown]
        for shown, before in cut_rows([part.rows for part in parts], size)
    ]
