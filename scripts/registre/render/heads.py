"""What the page of a value says of the value itself, before its acts: a body, a type of convention."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from registre.model.bodies import Collectivite
from registre.model.fields import declarations
from registre.register.conventions import Body, ConventionType
from registre.register.entries import Register
from registre.register.facets import Facet, Value
from registre.register.urls import ON_A_DAY, PARTNERS, SCHEDULE, body_schedule_url
from registre.render import wording
from registre.render.models import lineage
from registre.render.page import Settings
from registre.render.structured import Data, organization

Head = tuple[str | None, dict[str, Any]]


def _body_head(register: Register, value: Value) -> Head:
    body = register.bodies[value.slug]
    labels = {declared.cle: _inside(declared.label) for declared in declarations(Collectivite)}
    partnered = _partnered(register, body)
    former = [register.bodies[slug] for slug in body.fiche.succede_a if slug in register.bodies]
    return "parties/tete-collectivite.html", {
        "body": body,
        "schedule": register.schedule.bodies.get(body.slug),
        "schedule_url": body_schedule_url(body.slug),
        "sources": [
            (wording.enumeration([labels.get(key, key) for key in s.champs]), s.source) for s in body.fiche.sources
        ],
        "predecessors": former,
        "successors": [b for b in register.bodies.values() if body.slug in b.fiche.succede_a],
        "partnered": partnered,
        "partner_acts": _count(register, partnered) if partnered else 0,
    }


def _count(register: Register, kinds: list[ConventionType]) -> int:
    """How many acts approve a convention of one of these types."""
    slugs = {kind.slug for kind in kinds}
    return sum(1 for act in register.acts if any(c.type.slug in slugs for c in act.conventions))


def _inside(label: str) -> str:
    """A label inside a sentence: « nom », but « SIREN »."""
    return label if label[:2].isupper() else label[0].lower() + label[1:]


def _type_head(register: Register, value: Value) -> Head:
    kind = register.types[value.slug]
    steps = lineage(register, value.slug)
    return "parties/tete-type.html", {
        "lead": kind.fiche.description,
        "kind": kind,
        "steps": steps,
        "tail": "parties/tarifs.html" if steps else None,
    }


def _partner_head(register: Register, value: Value) -> Head:
    body = register.bodies[value.slug]
    return "parties/tete-partenaire.html", {
        "body": body,
        "partnered": [(kind, lineage(register, kind.slug)) for kind in _partnered(register, body)],
    }


def _partnered(register: Register, body: Body) -> list[ConventionType]:
    """The types of convention that a body proposes."""
    return [kind for kind in register.types.values() if kind.partner is body]


# Facets whose values have something of their own to say.
HEADS: dict[str, Callable[[Register, Value], Head]] = {
    "collectivite": _body_head,
    "type": _type_head,
    "partenaire": _partner_head,
}


# What leads elsewhere from the page of a facet: (address, words).
ASIDES = {
    "type": (
        (ON_A_DAY, "Les conventions au jour de votre choix"),
        (SCHEDULE, "Échéancier : ce qui finit, se renouvelle ou se dénonce, mois par mois"),
        (PARTNERS, "Par partenaire"),
    )
}


def data_of(facet: Facet, register: Register, value: Value, settings: Settings) -> Data | None:
    """What the page is about, for engines: of all values, a body is the one that schema.org has a type for."""
    return organization(register.bodies[value.slug], settings) if facet.name == "collectivite" else None


def head_of(facet: Facet, register: Register, value: Value) -> Head:
    """The template of the head and its values; (None, {}) when the value has nothing of its own to say."""
    return HEADS[facet.name](register, value) if facet.name in HEADS else (None, {})
