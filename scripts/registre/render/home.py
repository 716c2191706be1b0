"""The home page, the search page and those of addresses cut short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt

from registre.register.entries import Register
from registre.register.facets import FACETS, Facet, filters, group, indexes
from registre.render.acts import HOME
from registre.render.listing import Chip, value_url
from registre.render.page import Page, Settings, front_matter, page_path, render
from registre.render.structured import website
from registre.render.wording import day_text, shortened

LATEST = 10
DESCRIPTION = "Les délibérations des collectivités, en entier : ce qui a été décidé, quand, par quel vote."
_DOORS = {
    "collectivite": ("collectivité", "Toutes les collectivités"),
    "annee": ("date", "Toutes les dates"),
    "type": ("type de convention", "Tous les types de convention"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """One way in from the home page: a facet and its first values."""

    facet: Facet
    label: str
    all: str
    url: str
    chips: list[Chip]


def home_page(register: Register, settings: Settings, title: str) -> Page:
    """The home page: what this is, search, three doors, latest acts."""
    doors = []
    for facet in FACETS:
        if facet.name in _DOORS:
            label, everything = _DOORS[facet.name]
            values = group(register.acts, facet)
            top = sorted(values.items(), key=lambda item: 0 if facet.newest_first else -len(item[1]))[:5]
            chips = [Chip(value_url(facet, value), value.label, len(acts)) for value, acts in top]
            doors.append(Door(facet, label, everything, f"{facet.path}/", chips))
    return render(
        "accueil.md",
        "",
        settings,
        title=title,
        description=DESCRIPTION,
        meta={"derniere_modification": settings.day.isoformat()} if settings.day else {},
        data=website(title, DESCRIPTION, register.operator, settings),
        doors=doors,
        latest=register.acts[:LATEST],
        total=len(register.acts),
        bodies=len(register.bodies),
        silent=len(register.bodies.keys() - {act.body.slug for act in register.acts}),
        span=_span(register),
    )


def _span(register: Register) -> str:
    years = [act.day.year for act in register.acts]
    if not years:
        return ""
    return f"en {years[0]}" if min(years) == max(years) else f"de {min(years)} à {max(years)}"


def search_page(settings: Settings, facets: Sequence[Facet] = FACETS) -> Page:
    """The search page; without JavaScript it leads to the indexes."""
    return render(
        "recherche.md",
        "recherche/",
        settings,
        title="Recherche",
        description="Chercher dans les délibérations du registre et leurs conventions annexées.",
        crumbs=[HOME, ("Recherche", None)],
        facets=filters(facets),
        root="../",
        indexes=[(f"../{facet.path}/", facet.title) for facet in indexes(facets)],
    )


def crossroad_pages(register: Register, settings: Settings) -> Iterable[Page]:
    """Pages for addresses cut short by hand: /actes/ leads to the lists, /actes/<body>/ to the body."""
    doors = [(f"{facet.path}/", facet.title) for facet in FACETS if facet.name in _DOORS]
    places = [("actes/", "Actes du registre", doors)]
    for body in register.bodies.values():
        places.append((f"actes/{body.slug}/", f"Actes – {body.label}", [(body.url, body.label)]))
    for url, title, links in places:
        yield render(
            "carrefour.md",
            url,
            settings,
            title=title,
            description=f"{title} : où les trouver.",
            crumbs=[HOME, (title, None)],
            heading=title,
            links=links,
        )


def written_page(url: str, text: str, settings: Settings, above: tuple[str, str] | None = None) -> Page:
    """A hand-written page: its Markdown as it is, with the front matter that every page has.

    `above`: name (as in its address) and title of the page that it is a chapter of.
    """
    title = written_title(text) or url.strip("/")
    summary = first_paragraph(text)
    parents = [{"titre": above[1], "url": f"../{above[0]}/"}] if above else []
    front = {
        "title": title,
        **({"description": shortened(summary)} if summary else {}),
        "gabarit": "redaction",
        "fil": [{"titre": "Accueil", "url": "../"}, *parents, {"titre": title}],
        **({"jour": day_text(settings.day)} if settings.day else {}),
        "permalien": settings.permalink(url),
    }
    return Page(page_path(url), front_matter(front) + text.lstrip("\n"))


def written_title(text: str) -> str:
    """The first heading of a hand-written page, or nothing."""
    return next((line[2:].strip() for line in text.split("\n") if line.startswith("# ")), "")


def first_paragraph(text: str) -> str:
    """The words of the first paragraph of a hand-written page, without its links and emphasis."""
    tokens = MarkdownIt().enable("table").parse(text)
    starts = (rank for rank, token in enumerate(tokens) if token.type == "paragraph_open" and token.level == 0)
    inside = (tokens[rank + 1].children or [] for rank in starts)
    words = ("".join(" " if piece.type == "softbreak" else piece.content for piece in pieces) for pieces in inside)
    return next((found for found in words if found.strip()), "")
