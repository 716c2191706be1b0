"""The pages left at former addresses: each leads to the page that has moved."""

from __future__ import annotations

from collections.abc import Iterable

from registre.register.entries import Act, Register, Sitting
from registre.register.facets import FACETS, Value, facet_named
from registre.register.urls import act_url, body_schedule_url, body_url, model_url, relative, seance_url, type_url
from registre.render import wording
from registre.render.acts import HOME
from registre.render.crossings import crossings
from registre.render.listing import Shelf
from registre.render.page import Page, Settings, render

Moves = dict[str, tuple[str, str]]  # former address → (present one, what is there)


def redirect_pages(register: Register, settings: Settings) -> Iterable[Page]:
    """One page per former address: a link, and a redirection (see overrides/main.html) to the present one."""
    for old, (target, name) in _moves(register).items():
        yield render(
            "deplacee.md",
            old,
            settings,
            title=f"Page déplacée : {old.strip('/')}",
            description=f"Cette page a changé d’adresse : {name}.",
            crumbs=[HOME, ("Page déplacée", None)],
            meta={"vers": relative(target, old)} | ({"cible": settings.permalink(target)} if settings.site_url else {}),
            target=target,
            name=name,
        )


def _moves(register: Register) -> Moves:
    """Every former address. One that a record gives wins over one that follows from a former short name."""
    moves: Moves = {}
    for act in register.acts:
        for old in act.fiche.anciennes_adresses:
            moves[old.strip("/") + "/"] = _act(act)
    for sitting in register.sittings:
        for old in sitting.fiche.anciennes_adresses if sitting.fiche else ():
            moves[old.strip("/") + "/"] = _sitting(sitting)
    return _renamed_bodies(register) | _renamed_types(register) | moves


def _act(act: Act) -> tuple[str, str]:
    return act.url, f"{act.body.label}, {wording.act_name(act)}"


def _sitting(sitting: Sitting) -> tuple[str, str]:
    title = wording.sitting_title(sitting) if sitting.fiche else wording.day_text(sitting.day)
    return sitting.url, f"{sitting.body.label}, {title[0].lower()}{title[1:]}"


def _renamed_bodies(register: Register) -> Moves:
    """The page of a body, its lists, its séances and its acts, under each of its former short names."""
    moves: Moves = {}
    for body in register.bodies.values():
        for name in body.fiche.anciens_noms_courts:
            moves |= dict.fromkeys((body_url(name), f"actes/{name}/"), (body.url, body.label))
            acts = [act for act in register.acts if act.body is body]
            sittings = [sitting for sitting in register.sittings if sitting.body is body]
            value = Value(body.slug, body.label)
            moves |= _lists(Shelf(facet_named("collectivite"), value, acts, sittings), body_url(name))
            if body.slug in register.schedule.bodies:
                moves[body_schedule_url(name)] = (body_schedule_url(body.slug), f"{body.label}, échéances")
            moves |= {seance_url(name, sitting.folder): _sitting(sitting) for sitting in sittings}
            moves |= {act_url(f"{name}/{act.sitting.folder}/{act.cle}"): _act(act) for act in acts}
    return moves


def _renamed_types(register: Register) -> Moves:
    """The page of a type of convention, its lists and its models, under each of its former short names."""
    moves: Moves = {}
    for kind in register.types.values():
        for name in kind.fiche.anciens_noms_courts:
            moves[type_url(name)] = (kind.url, kind.fiche.nom)
            for model in register.models.get(kind.slug, ()):
                moves[model_url(name, model.slug)] = (model.url, model.fiche.titre)
            acts = [act for act in register.acts if any(c.type.slug == kind.slug for c in act.conventions)]
            moves |= _lists(Shelf(facet_named("type"), Value(kind.slug, kind.fiche.nom), acts), type_url(name))
    return moves


def _lists(shelf: Shelf, old: str) -> Moves:
    """The first pages of the lists of a value: its years, and those by which it is crossed."""
    years = {f"{year}/": f"{year}" for year in shelf.years}
    ways = {crossing.url.removeprefix(shelf.url): crossing.way for crossing in crossings(shelf, FACETS)}
    return {old + tail: (shelf.url + tail, f"{shelf.value.label}, {name}") for tail, name in (years | ways).items()}
