"""The texts of acts and conventions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registre.model.deliberation import Deliberation
from registre.model.fields import declarations
from registre.model.vocabulary import Etat
from registre.parse.corpus import Annexe, ReadActe, place_of
from registre.problems import Problem, make
from registre.rules.context import Context

_ARTICLE = re.compile(r"(article|art\.?)\s+(premier|[0-9]+)", re.IGNORECASE)


def articles_have_their_own_number(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Two articles of a convention do not bear the same number."""
    for annexe in acte.annexes:
        if annexe:
            yield from _duplicates(annexe)


def _duplicates(annexe: Annexe) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for heading in annexe.document.headings:
        match = _ARTICLE.match(heading.text)
        if match is None:
            continue
        number = match.group(2).lower()
        place = place_of(annexe.file, heading.line)
        if number in seen:
            yield make("T004", place, titre=heading.text, premiere=seen[number])
        seen.setdefault(number, place.line or 0)


def object_is_given(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """An act says what it is about, unless only an annex or a stamp is known, or it is still being typed."""
    value = acte.record.value
    excused = value.etat is Etat.INCOMPLET or context.is_draft(acte)
    if not value.objet and not excused and "objet" not in acte.record.tree.entries:
        declared = next(d for d in declarations(Deliberation) if d.cle == "objet")
        yield acte.record.problem("D001", "objet", label=declared.label, exemple=declared.exemple_complet)


ACT_RULES = (
    object_is_given,
    articles_have_their_own_number,
)
