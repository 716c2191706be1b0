"""Bodies that follow one another: no circle, the end of the former one is known, and nothing is dated after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from registre.parse.corpus import ReadActe, ReadSeance
from registre.problems import Problem
from registre.rules.circles import circles
from registre.rules.context import Context


def successions_make_no_circle(context: Context) -> Iterator[Problem]:
    """No body succeeds itself, even through others. Told at the first body of the circle."""
    bodies = context.corpus.collectivites
    for circle in circles({slug: body.value.succede_a for slug, body in bodies.items()}):
        steps = list(pairwise([*circle, circle[0]]))
        chain = f"{circle[0]} " + ", qui ".join(f"succède à {former}" for _, former in steps)
        first = bodies[circle[0]]
        yield first.problem("L018", "succede_a", first.value.succede_a.index(steps[0][1]), chaine=chain)


def former_bodies_have_an_end(context: Context) -> Iterator[Problem]:
    """A body that another succeeds says its last day."""
    bodies = context.corpus.collectivites
    for slug, body in bodies.items():
        for former in body.value.succede_a:
            if former in bodies and former != slug and bodies[former].value.jusqu_au is None:
                yield bodies[former].problem("L019", "jusqu_au", autre=slug)


def body_exists(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """No séance after the last day of its body."""
    yield from _after_the_end(context, seance)


def body_exists_without_seance(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """No act after the last day of its body; where there is a séance, it is told there, once for all its acts."""
    if (acte.collectivite, acte.folder) not in context.corpus.layout.seances:
        yield from _after_the_end(context, acte)


def _after_the_end(context: Context, read: ReadSeance | ReadActe) -> Iterator[Problem]:
    body = context.corpus.collectivites.get(read.collectivite)
    if body and body.value.jusqu_au and read.day > body.value.jusqu_au:
        day, end = f"{read.day:%d/%m/%Y}", f"{body.value.jusqu_au:%d/%m/%Y}"
        yield read.record.problem("L020", "date_seance", valeur=day, attendu=end, autre=body.path)


ACT_RULES = (body_exists_without_seance,)
SEANCE_RULES = (body_exists,)
CORPUS_RULES = (successions_make_no_circle, former_bodies_have_an_end)
