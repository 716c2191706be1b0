"""What must not be published: personal data, decisions about one person (rules 6, 19, 21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from registre.catalogue import Level
from registre.model.personal import looks_individual, personal_data
from registre.parse.corpus import ReadActe, ReadSeance, place_of
from registre.problems import Problem, make
from registre.rules.context import Context


def objet_is_not_individual(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 6, for an act that its nature does not give away (CGCT, art. L.2131-1, II)."""
    objet = acte.record.value.objet
    if looks_individual(objet):
        yield acte.record.problem("R062", "objet", valeur=objet)


def nothing_private_is_left(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rules 19 and 21: what looks personal in the record or in the conventions (CRPA, art. L.311-6, L.312-1-2).

    Where somebody has checked (`occultation`), what is left was left on purpose: acknowledged, not forgotten.
    """
    value = acte.record.value
    found = list(_personal(context, acte))
    checked = value.occultation
    if checked and checked.par and checked.le:
        reason = f"vérifié par {checked.par}, le {checked.le:%d/%m/%Y}"
        yield from (replace(problem, level=Level.AVERTISSEMENT, reason=reason) for problem in found)
    else:
        yield from found
    kept = checked or any(anomaly.code == "R191" for anomaly in value.anomalies)
    if found and kept and value.moteurs is None:
        yield acte.record.problem("R211", "occultation" if checked else "anomalies")


_CHECKED = "\nS’il peut rester, dites qui l’a vérifié : occultation: {par: Secrétariat, le: AAAA-MM-JJ}"


def _personal(context: Context, read: ReadActe | ReadSeance) -> Iterator[Problem]:
    """Rule 19: one problem a passage, where it stands first; the public contacts of bodies and operator are none."""
    annexes, verifier = (read.annexes, _CHECKED) if isinstance(read, ReadActe) else ((), "")
    told = set(context.public_contacts)
    for file in (read.record.file, *(annexe.file for annexe in annexes if annexe)):
        for found in personal_data(file.text):
            if found.key not in told:
                told.add(found.key)
                place = place_of(file, file.text.count("\n", 0, found.start))
                yield make("R191", place, quoi=found.kind, passage=found.passage, verifier=verifier)


ACT_RULES = (objet_is_not_individual, nothing_private_is_left)
SEANCE_RULES = (_personal,)
