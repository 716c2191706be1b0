"""Bodies that follow one another: no circle, the end of the former one is known, and nothing is dated after it."""

from __future__ import annotations

from collections.abc import Iterator

from registre.parse.corpus import ReadActe, ReadSeance
from registre.problems import Problem
from registre.rules.circles import chain, circle_steps, circles
from registre.rules.context import Context


def successions_make_no_circle(context: Context) -> Iterator[Problem]:
    """No body succeeds itself, even through others. Told at the first body of the circle."""
    bodies = context.corpus.collectivites
    for circle in circles({slug: body.value.succede_a for slug, body in bodies.items()}):
        steps = list(circle_steps(circle))
        first = bodies[circle[0]]
        rank = first.value.succede_a.index(steps[0][1])
        yield first.problem("L018", "succede_a", rank, chaine=chain(steps, lambda _later, _former: "succède à"))


def former_bodies_have_an_end(context: Context) -> Iterator[Problem]:
    """A body that another succeeds says its last day."""
    bodies = context.corpus.collectivites
    for slug, body in bodies.items():
        for former in body.value.succede_a:
            if former in bodies and former != slug and bodies[former].value.jusqu_au is None:
                yield bodies[former].problem("L019", "jusqu_au", autre=slug)


def body_exists_without_seance(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """No act after the last day of its body; where there is a séance, it is told there, once for all its acts."""
    if (acte.collectivite, acte.folder) not in context.corpus.layout.seances:
        yield from body_exists(context, acte)


def body_exists(context: Context, read: ReadSeance | ReadActe) -> Iterator[Problem]:
    """Nothing after the last day of its body."""
    body = context.corpus.collectivites.get(read.collectivite)
    if body and body.value.jusqu_au and read.day > body.value.jusqu_au:
        end = body.value.jusqu_au
        yield read.record.problem("L020", "date_seance", valeur=read.day, attendu=end, autre=body.path)


ACT_RULES = (body_exists_without_seance,)
SEANCE_RULES = (body_exists,)
CORPUS_RULES = (successions_make_no_circle, former_bodies_have_an_end)
