"""`liens`: each leads to an act or a decision, once, in the order of time, never in a circle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from registre.model.deliberation import Lien
from registre.model.publicity import takes_effect
from registre.model.vocabulary import Etat, NatureLien
from registre.parse.corpus import ReadActe
from registre.problems import Problem
from registre.rules.circles import chain, circle_steps, circles
from registre.rules.context import Context
from registre.rules.references import known_act


def links_lead_somewhere(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """A link names one act of the register, other than itself, or one decision from outside."""
    record = acte.record
    for index, link in enumerate(record.value.liens):
        loc = ("liens", index)
        if bool(link.acte) == bool(link.decision):
            yield record.problem("D025", *loc, label="Lien", attendu="`acte` ou `decision`")
        yield from known_act(context, record, "Acte", link.acte, *loc, "acte")
        if link.acte == acte.reference:
            yield record.problem("L007", *loc, "acte", label="Acte")


def links_follow_time(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """No act acts on a later one, nor before what it acts on; only some natures act on the past (`looks_back`).

    Silent where a day is only that of an identifier (`etat: incomplet`).
    """
    record = acte.record
    for index, link in _acting(acte):
        target = acte if link.decision else context.acte(link.acte)
        if target is None or _undated(target):
            continue
        if _later(target, acte) and not _undated(acte):
            yield record.problem("L011", "liens", index, "acte", label="Acte", valeur=link.acte)
        elif link.date and link.date < target.day:
            yield _too_early("L012", acte, index, link.date, target)
        elif link.date and link.date < acte.day and not _undated(acte) and not _looks_back(link):
            yield _too_early("L013", acte, index, link.date, acte)


def _too_early(code: str, acte: ReadActe, index: int, date: dt.date, limit: ReadActe) -> Problem:
    return acte.record.problem(code, "liens", index, "date", valeur=date, attendu=limit.day)


def _acting(acte: ReadActe) -> Iterator[tuple[int, Lien]]:
    """The links that change something at one of their ends, numbered."""
    for index, link in enumerate(acte.record.value.liens):
        if link.nature and link.nature.acts:
            yield index, link


def _undated(acte: ReadActe) -> bool:
    return acte.record.value.etat is Etat.INCOMPLET


def _looks_back(link: Lien) -> bool:
    return link.nature is not None and link.nature.looks_back


def _later(other: ReadActe, acte: ReadActe) -> bool:
    """True for an act of a later séance; two séances of one body on one day follow each other."""
    return other.folder > acte.folder if other.collectivite == acte.collectivite else other.day > acte.day


def links_are_told_once(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """One nature, one act or decision, one part or one convention of it: one link."""
    seen = set()
    for index, link in enumerate(acte.record.value.liens):
        target = link.acte or link.decision
        key = (link.nature, target, link.precision, link.convention)
        if link.nature and target and key in seen:
            nature = link.nature.label.lower()
            yield acte.record.problem("L014", "liens", index, nature=nature, valeur=target)
        seen.add(key)


def links_lead_to_published_acts(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """A link to a draft is shown at neither end."""
    if context.is_draft(acte):
        return
    for index, link in enumerate(acte.record.value.liens):
        target = context.acte(link.acte)
        if target and target is not acte and context.is_draft(target):
            yield acte.record.problem("L015", "liens", index, "acte", label="Acte", valeur=link.acte)


def rectifications_say_what(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """What is put right is said: the act that is rectified keeps its text."""
    for index, link in enumerate(acte.record.value.liens):
        if link.nature is NatureLien.RECTIFIE and not link.precision:
            yield acte.record.problem("L016", "liens", index)


def links_come_from_decisions(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """An act that was rejected, put off or taken off the agenda changes no other."""
    value = acte.record.value
    for index, link in _acting(acte):
        if link.acte and value.resultat and not takes_effect(value):
            yield acte.record.problem("L017", "liens", index, resultat=value.resultat.label.lower())


def links_make_no_circle(context: Context) -> Iterator[Problem]:
    """No act acts, even through others, on one that acts on it. Told at the first act of the circle."""
    natures: dict[str, dict[str, tuple[int, NatureLien]]] = {}
    for acte in context.corpus.actes.values():
        for index, link in _acting(acte):
            if link.acte and link.nature and link.acte != acte.reference:
                natures.setdefault(acte.reference, {}).setdefault(link.acte, (index, link.nature))
    for circle in circles(natures):
        steps = list(circle_steps(circle))
        told = chain(steps, lambda acting, touched: natures[acting][touched][1].label.lower())
        first = context.acte(circle[0])
        if first:
            index = natures[circle[0]][steps[0][1]][0]
            yield first.record.problem("L010", "liens", index, "acte", chaine=told)


ACT_RULES = (
    links_lead_somewhere,
    links_follow_time,
    links_are_told_once,
    links_lead_to_published_acts,
    rectifications_say_what,
    links_come_from_decisions,
)
CORPUS_RULES = (links_make_no_circle,)
