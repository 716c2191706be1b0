"""Records to problems: what is wrong in one record, or between records. One function per rule, one list per owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from registre.parse.corpus import Corpus, ReadActe, ReadSeance
from registre.problems import Problem, in_file_order
from registre.rules import (
    addresses,
    attendance,
    conventions,
    documents,
    duties,
    files,
    identifier,
    links,
    privacy,
    publicity,
    references,
    site,
    successions,
    suites,
    texts,
    votes,
)
from registre.rules.anomalies import acknowledge, check_anomalies
from registre.rules.context import Context

ACT_RULES = (
    *files.ACT_RULES,
    *documents.ACT_RULES,
    *references.ACT_RULES,
    *links.ACT_RULES,
    *conventions.ACT_RULES,
    *suites.ACT_RULES,
    *successions.ACT_RULES,
    *identifier.ACT_RULES,
    *attendance.ACT_RULES,
    *votes.ACT_RULES,
    *publicity.ACT_RULES,
    *duties.ACT_RULES,
    *privacy.ACT_RULES,
    *texts.ACT_RULES,
)
SEANCE_RULES = (
    *files.SEANCE_RULES,
    *documents.SEANCE_RULES,
    *references.SEANCE_RULES,
    *successions.SEANCE_RULES,
    *attendance.SEANCE_RULES,
    *publicity.SEANCE_RULES,
    *duties.SEANCE_RULES,
    *privacy.SEANCE_RULES,
)
CORPUS_RULES = (
    *files.CORPUS_RULES,
    *documents.CORPUS_RULES,
    *references.CORPUS_RULES,
    *links.CORPUS_RULES,
    *conventions.CORPUS_RULES,
    *addresses.CORPUS_RULES,
    *successions.CORPUS_RULES,
    *duties.CORPUS_RULES,
    *texts.CORPUS_RULES,
    *site.CORPUS_RULES,
)


def check(corpus: Corpus, lists: Iterable[str] = ()) -> list[Problem]:
    """Every problem of the corpus, those met while reading included, in file order. `lists`: see Context."""
    context = Context(corpus, lists)
    found = [problem for problem in _checked(context) if not context.already_told(problem)]
    return in_file_order([*corpus.problems, *found])


def _checked(context: Context) -> Iterator[Problem]:
    for rule in CORPUS_RULES:
        yield from rule(context)
    for seance in context.corpus.seances.values():
        yield from _told(context, seance, [problem for rule in SEANCE_RULES for problem in rule(context, seance)])
    for acte in context.corpus.actes.values():
        yield from _told(context, acte, [problem for rule in ACT_RULES for problem in rule(context, acte)])


def _told(context: Context, read: ReadSeance | ReadActe, found: list[Problem]) -> Iterator[Problem]:
    """What was found in a record, and what its anomalies answer to it."""
    anomalies = read.record.value.anomalies
    yield from acknowledge(found, anomalies)
    if anomalies:
        sound = context.is_sound(read) and not any(problem.blocks for problem in found)
        yield from check_anomalies(found, read.record, context.printed(read), sound=sound)
