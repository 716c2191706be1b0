"""The facets: ONE declaration serves the index pages, the cross-counts, the search filters and the home page's doors.

Some have no pages of their own (`path` empty), some no filter (`filtered` false).

To add a facet, add one line to FACETS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from registre.model.names import natural_key
from registre.register.entries import Act, Register


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: the last part of its address, and its label (unique within the facet)."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to sort acts.

    `name`: search filter and address parameter; `path`: folder of its pages; `title`: of the index page; `label`: of
    one value; `values`: those of an act; `known`: those to show even without acts; `newest_first`: order of values;
    `filtered`: a filter of the search; `span`: chosen there from one value to another (`du`, `au`).
    """

    name: str
    path: str
    title: str
    label: str
    values: Callable[[Act], Iterable[Value]]
    known: Callable[[Register], Iterable[Value]] = lambda register: ()
    newest_first: bool = False
    filtered: bool = True
    span: bool = False

    @property
    def plural(self) -> str:
        """« années », « types de convention »."""
        head, _, rest = self.label.lower().partition(" ")
        return f"{head}s {rest}".strip()


def _year(act: Act) -> list[Value]:
    return [Value(f"{act.day.year}", f"{act.day.year}")]


def _month(act: Act) -> list[Value]:
    month = f"{act.day:%Y-%m}"
    return [Value(month, month)]


def _types(act: Act) -> list[Value]:
    return list({c.type.slug: Value(c.type.slug, c.type.fiche.nom) for c in act.conventions}.values())


def _matiere(act: Act) -> list[Value]:
    return [Value(act.matiere[0].replace(".", "-"), f"{act.matiere[0]} {act.matiere[1]}")] if act.matiere else []


def _nature(act: Act) -> list[Value]:
    nature = act.fiche.nature
    return [Value(nature.value.lower(), f"{nature.label} ({nature.value})")] if nature else []


def _result(act: Act) -> list[Value]:
    result = act.fiche.resultat
    return [Value(result.value, result.label)] if result and not act.incomplete else []


def _partners(act: Act) -> list[Value]:
    partners = {c.type.partner.slug: c.type.partner.label for c in act.conventions if c.type.partner}
    return [Value(slug, label) for slug, label in partners.items()]


FACETS: tuple[Facet, ...] = (
    Facet(
        "collectivite",
        "collectivites",
        "Collectivités",
        "Collectivité",
        lambda act: [Value(act.body.slug, act.body.label)],
        lambda register: [Value(body.slug, body.label) for body in register.bodies.values()],
    ),
    Facet("annee", "dates", "Dates", "Année", _year, newest_first=True, filtered=False),
    Facet("mois", "", "Dates", "Date", _month, newest_first=True, span=True),
    Facet(
        "type",
        "conventions",
        "Types de convention",
        "Type de convention",
        _types,
        lambda register: [Value(kind.slug, kind.fiche.nom) for kind in register.types.values()],
    ),
    Facet("matiere", "matieres", "Matières", "Matière", _matiere),
    Facet("nature", "natures", "Natures d’acte", "Nature", _nature),
    Facet("resultat", "", "Résultats", "Résultat du vote", _result),
    Facet("partenaire", "", "Partenaires", "Partenaire", _partners),
)


def indexes(facets: Iterable[Facet] = FACETS) -> tuple[Facet, ...]:
    """Those that have pages."""
    return tuple(facet for facet in facets if facet.path)


def filters(facets: Iterable[Facet] = FACETS) -> tuple[Facet, ...]:
    """Those that the search filters by."""
    return tuple(facet for facet in facets if facet.filtered)


def group(acts: Iterable[Act], facet: Facet, known: Iterable[Value] = ()) -> dict[Value, list[Act]]:
    """Acts by value, in the order of values; acts keep their order. `known` values come even when empty."""
    groups: dict[Value, list[Act]] = {value: [] for value in known}
    for act in acts:
        for value in facet.values(act):
            groups.setdefault(value, []).append(act)
    return dict(sorted(groups.items(), key=lambda g: natural_key(g[0].label), reverse=facet.newest_first))
