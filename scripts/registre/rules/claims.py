"""What acts claim to do to the conventions of others: which one, and who claimed it before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from registre.model.conventions import ConventionAnnexee
from registre.model.deliberation import Lien
from registre.model.publicity import takes_effect
from registre.model.vocabulary import Etat, NatureLien
from registre.parse.corpus import Corpus, ReadActe

_ONCE = {NatureLien.RENOUVELLE, NatureLien.RESILIE}


@dataclass(frozen=True, slots=True)
class Claim:
    """A renewal or a résiliation. `first`: the act that first claimed it; `rank`: of a renewal, 1 for the first."""

    day: dt.date
    first: ReadActe
    rank: int


def aimed(link: Lien, target: ReadActe) -> list[ConventionAnnexee]:
    """The conventions of an act that a link is about."""
    return [c for c in target.record.value.conventions if link.convention in {None, c.type}]


def claims(corpus: Corpus) -> dict[tuple[str, int], Claim]:
    """The renewals and résiliations by (reference, rank of the link), in the order of time, then of the files.

    Those of an act that has no effect, or no longer, are left out, like those of an act known by its annex alone.
    """
    seen: dict[tuple[str, str | None, NatureLien], dict[dt.date | None, ReadActe]] = {}
    found: dict[tuple[str, int], Claim] = {}
    ended = _ended(corpus)
    for acte in sorted(corpus.actes.values(), key=lambda acte: (acte.day, acte.record.path)):
        if acte.reference in ended or not _counted(acte):
            continue
        for index, link in enumerate(acte.record.value.liens):
            target = corpus.acte(link.acte) if link.acte else None
            types = {convention.type for convention in aimed(link, target)} if target else set()
            if link.nature not in _ONCE or len(types) != 1 or acte.record.is_faulty(("liens", index)):
                continue
            day = link.date or acte.day
            known = seen.setdefault((link.acte or "", types.pop(), link.nature), {})
            first = known.setdefault(day if link.nature is NatureLien.RENOUVELLE else None, acte)
            found[acte.reference, index] = Claim(day, first, len(known))
    return found


def _counted(acte: ReadActe) -> bool:
    return acte.record.value.etat is not Etat.INCOMPLET and takes_effect(acte.record.value)


def _ended(corpus: Corpus) -> set[str]:
    """References of the acts that another act, or a decision, took out of force whole."""
    return {
        link.acte or acte.reference
        for acte in corpus.actes.values()
        for link in acte.record.value.liens
        if link.nature and link.nature.ends and not link.precision and (link.decision or _counted(acte))
    }
