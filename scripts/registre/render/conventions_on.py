"""« Conventions au … »: all conventions, their state on the printed day; a script lets the reader choose another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from registre.model.terms import EtatJour
from registre.register.entries import Register
from registre.register.facets import facet_named
from registre.register.urls import ON_A_DAY
from registre.render import wording
from registre.render.acts import HOME
from registre.render.convention_table import FIELDS, counts, table_files
from registre.render.listing import PageLink, page_crumbs, page_links, page_suffix, sliced
from registre.render.page import Page, Settings, render

CRUMB = "Conventions à une date choisie"
ROWS_PER_PAGE = 50
_NEAR = 5  # pages linked to, before and after the one shown


def convention_pages(register: Register, settings: Settings) -> Iterator[Page]:
    """The table, cut into pages, and the files that its script reads."""
    types, files = table_files(register)
    yield from files
    conventions, day = register.conventions, register.day
    cuts = sliced(conventions, ROWS_PER_PAGE)
    links = page_links(ON_A_DAY, cuts)
    facet, told = facet_named("type"), f" au {wording.day_text(day)}" if day else ""
    choice = {"jour": day.isoformat() if day else "", "types": [one.data for one in types]}
    for number, shown in enumerate(cuts, start=1):
        title = f"Conventions{told}{page_suffix(number)}"
        yield render(
            "conventions-au.md",
            links[number - 1].url,
            settings,
            title=title,
            description=f"{title} : {wording.count(len(conventions), 'convention')}, avec leur état.",
            crumbs=page_crumbs([HOME, (facet.title, f"{facet.path}/"), (CRUMB, None)], links, number),
            day=day,
            rows=shown,
            total=len(conventions),
            counts=counts(conventions, day),
            states=list(EtatJour),
            types=types,
            choice=json.dumps(choice, ensure_ascii=False, separators=(",", ":")),
            fields=FIELDS,
            pages=_near(links, number),
            number=number,
        )


def _near(links: Sequence[PageLink], number: int) -> list[PageLink]:
    """The first, the last and those around `number`: no page has a link to each of a thousand others."""
    return [link for link in links if link.number in {1, len(links)} or abs(link.number - number) <= _NEAR]
