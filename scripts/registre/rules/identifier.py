"""The @ctes identifier printed on the stamp, against the record it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from stdnum.fr import siren as stdnum_siren

from registre.model.identifiant import Identifiant
from registre.model.names import number_key
from registre.model.vocabulary import Nature
from registre.parse.corpus import ReadActe
from registre.problems import Problem
from registre.rules.context import Context

LOC = ("teletransmission", "identifiant")


def _printed(acte: ReadActe) -> Identifiant | None:
    stamp = acte.record.value.teletransmission
    return stamp.identifiant if stamp else None


def siren_agrees(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """The identifier's SIREN is the body's; without one in the body's record, its key holds."""
    printed, body = _printed(acte), context.body(acte.collectivite)
    if printed is None or body is None:
        return
    if body.siren and body.siren != printed.siren:
        yield acte.record.problem("I001", *LOC, valeur=printed.siren, attendu=body.siren)
    elif not body.siren and not stdnum_siren.is_valid(printed.siren):
        yield acte.record.problem("I006", *LOC, valeur=printed.siren)
    if body.departement and body.departement.zfill(3) != printed.departement:
        yield acte.record.problem("I007", *LOC, valeur=printed.departement, attendu=body.departement)


def number_agrees(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Its number is the act's, punctuation and case ignored."""
    printed, numero = _printed(acte), acte.record.value.numero
    if printed and numero and number_key(printed.numero) != number_key(numero):
        yield acte.record.problem("I002", *LOC, valeur=printed.numero, attendu=numero)


def date_agrees(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Its date is in principle that of the decision; some senders put the day of sending (a warning)."""
    printed = _printed(acte)
    if printed and printed.date != acte.day:
        yield acte.record.problem("I003", *LOC, valeur=printed.date, attendu=acte.day)


def nature_agrees(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Its nature is the one recorded; for a délibération one expects DE."""
    printed, nature = _printed(acte), acte.record.value.nature
    if printed and nature and printed.nature != nature.value:
        yield acte.record.problem("I004", *LOC, valeur=printed.nature, attendu=nature.value)
    shown = nature or (next(n for n in Nature if n.value == printed.nature) if printed else None)
    if shown and shown not in {Nature.DE, Nature.AI}:
        loc = LOC if printed else ("nature",)
        yield acte.record.problem("I005", *loc, valeur=shown.value, libelle=shown.label)


def identifier_is_unique(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Two acts do not share an identifier."""
    printed = _printed(acte)
    if printed:
        others = [a for a in context.by_identifier[printed.brut] if a is not acte]
        if others:
            yield acte.record.problem("I008", *LOC, valeur=printed.brut, autre=others[0].record.path)


ACT_RULES = (siren_agrees, number_agrees, date_agrees, nature_agrees, identifier_is_unique)
