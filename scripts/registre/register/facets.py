"""The facets: ONE declaration serves the index pages, the cross-counts, the search filters and the home page's doors.

Some have no pages of their own (`path` empty), some no filter (`filtered` false).

To add a facet, add one line to FACETS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from registre.model.names import natural_key
from registre.register.entries import Act, Register
from registre.register.signed import Signed
from registre.register.urls import PARTNERS


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: the last part of its address, and its label (unique within the facet)."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to sort acts.

    `name`: search filter and address parameter; `path`: folder of its pages; `title`: of the index page; `label`: of
    one value; `values`: those of an act; `known`: those to show even without acts; `newest_first`: order of values, and
    mark of the facet of dates; `crosses`: names of the facets by which the acts of a value are also listed;
    `filtered`: a filter of the search; `span`: chosen there from one value to another (`du`, `au`); `signed`: values of
    a convention, for a facet of conventions.
    """

    name: str
    path: str
    title: str
    label: str
    values: Callable[[Act], Iterable[Value]]
    known: Callable[[Register], Iterable[Value]] = lambda register: ()
    newest_first: bool = False
    crosses: tuple[str, ...] = ()
    filtered: bool = True
    span: bool = False
    signed: Callable[[Signed], Iterable[Value]] | None = None

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


def _years(register: Register) -> list[Value]:
    """Every year from the first to the last of the register, those without acts included."""
    years = [sitting.day.year for sitting in register.sittings]
    return [Value(f"{year}", f"{year}") for year in range(min(years), max(years) + 1)] if years else []


def _of_conventions(of: Callable[[Signed], Iterable[Value]]) -> Callable[[Act], list[Value]]:
    """The values of an act: those of its conventions, each once."""
    return lambda act: list({value.slug: value for signed in act.signed for value in of(signed)}.values())


def _type(signed: Signed) -> list[Value]:
    kind = signed.convention.type
    return [Value(kind.slug, kind.fiche.nom)]


def _model(signed: Signed) -> list[Value]:
    kind, model = signed.convention.type, signed.convention.model
    return [Value(f"{kind.slug}-{model.slug}", f"{kind.fiche.nom} – {model.fiche.titre}")] if model else []


def _partner(signed: Signed) -> list[Value]:
    """Who proposes the convention, and the parties that have a record, other than the body of the act."""
    convention, own = signed.convention, signed.act.body
    partners = [convention.type.partner, *(body for _, body in convention.parties)]
    labels = {body.slug: body.label for body in partners if body and body is not own}
    return [Value(slug, label) for slug, label in labels.items()]


def _end(signed: Signed) -> list[Value]:
    day = signed.terme.fin.jour
    return [Value(f"{day.year}", f"{day.year}")] if day else []


def _matiere(act: Act) -> list[Value]:
    return [Value(act.matiere[0].replace(".", "-"), f"{act.matiere[0]} {act.matiere[1]}")] if act.matiere else []


def _nature(act: Act) -> list[Value]:
    nature = act.fiche.nature
    return [Value(nature.value.lower(), f"{nature.label} ({nature.value})")] if nature else []


def _result(act: Act) -> list[Value]:
    result = act.fiche.resultat
    return [Value(result.value, result.label)] if result and not act.incomplete else []


FACETS: tuple[Facet, ...] = (
    Facet(
        "collectivite",
        "collectivites",
        "Collectivités",
        "Collectivité",
        lambda act: [Value(act.body.slug, act.body.label)],
        lambda register: [Value(body.slug, body.label) for body in register.bodies.values()],
        crosses=("type", "matiere"),
    ),
    Facet(
        "annee",
        "dates",
        "Dates",
        "Année",
        _year,
        _years,
        newest_first=True,
        crosses=("collectivite", "type", "matiere"),
        filtered=False,
    ),
    Facet("mois", "", "Dates", "Date", _month, span=True),
    Facet(
        "type",
        "conventions",
        "Types de convention",
        "Type de convention",
        _of_conventions(_type),
        lambda register: [Value(kind.slug, kind.fiche.nom) for kind in register.types.values()],
        crosses=("modele", "fin", "collectivite"),
        signed=_type,
    ),
    Facet("modele", "", "Modèles de convention", "Modèle", _of_conventions(_model), signed=_model),
    Facet("matiere", "matieres", "Matières", "Matière", _matiere, crosses=("collectivite",)),
    Facet("nature", "natures", "Natures d’acte", "Nature", _nature),
    Facet("resultat", "", "Résultats", "Résultat du vote", _result),
    Facet(
        "partenaire",
        PARTNERS.rstrip("/"),
        "Partenaires",
        "Partenaire",
        _of_conventions(_partner),
        lambda register: [Value(t.partner.slug, t.partner.label) for t in register.types.values() if t.partner],
        crosses=("type", "modele", "fin", "collectivite"),
        signed=_partner,
    ),
    Facet("fin", "", "Années de fin", "Année de fin", _of_conventions(_end), signed=_end),
)


def indexes(facets: Iterable[Facet] = FACETS) -> tuple[Facet, ...]:
    """Those that have pages."""
    return tuple(facet for facet in facets if facet.path)


def filters(facets: Iterable[Facet] = FACETS) -> tuple[Facet, ...]:
    """Those that the search filters by."""
    return tuple(facet for facet in facets if facet.filtered)


def facet_named(name: str) -> Facet:
    """The facet of that name."""
    return next(facet for facet in FACETS if facet.name == name)


def group(acts: Iterable[Act], facet: Facet, known: Iterable[Value] = ()) -> dict[Value, list[Act]]:
    """Acts by value, in the order of values; acts keep their order. `known` values come even when empty."""
    groups: dict[Value, list[Act]] = {value: [] for value in known}
    for act in acts:
        for value in facet.values(act):
            groups.setdefault(value, []).append(act)
    return dict(sorted(groups.items(), key=lambda g: natural_key(g[0].label), reverse=facet.newest_first))
