"""The vote: majority, ballot, names, totals (rules 13, 14, 15)."""

from __future__ import annotations

from collections.abc import Iterator

from registre.model.attendance import decompte_of
from registre.model.deliberation import Vote
from registre.model.vocabulary import ASSEMBLY, Resultat, Scrutin
from registre.parse.corpus import ReadActe
from registre.problems import Problem
from registre.rules.context import Context


def majority_agrees(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 13: the result follows the majority of votes cast; the president's voice breaks a tie, but in a secret
    ballot (CGCT, art. L.2121-20). Abstentions are not votes cast."""
    value = acte.record.value
    vote, result = value.vote, value.resultat
    if vote is None or context.genre(acte.collectivite) not in ASSEMBLY:
        return
    secret = vote.scrutin is Scrutin.SECRET
    if vote.voix_preponderante and secret:
        yield acte.record.problem("R134", "vote", "voix_preponderante")
    if vote.pour is None or vote.contre is None or result not in {Resultat.ADOPTEE, Resultat.REJETEE}:
        return
    tied = vote.pour == vote.contre
    adopted = result is Resultat.ADOPTEE
    if tied and adopted and not secret and vote.pour > 0:
        if not vote.voix_preponderante:
            yield acte.record.problem("R132", "vote")
    elif (adopted and vote.pour <= vote.contre) or (not adopted and vote.pour > vote.contre):
        yield acte.record.problem("R131", "resultat", valeur=result.label.lower(), pour=vote.pour, contre=vote.contre)


def unanimity_agrees(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Unanimity and a vote against exclude each other (abstentions do not: « à l’unanimité des exprimés »)."""
    vote = acte.record.value.vote
    if vote and vote.unanimite and (vote.contre or (vote.noms and vote.noms.contre)):
        count = vote.contre or (len(vote.noms.contre) if vote.noms else 0)
        yield acte.record.problem("R133", "vote", "unanimite", valeur=f"{count} voix contre")


_DIRECTIONS = {
    "pour": "pour",
    "contre": "contre",
    "abstention": "d’abstention",
    "ne_prend_pas_part": "hors vote",
}


def names_follow_ballot(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 14: no name in a secret ballot, names in a public one (CGCT, art. L.2121-21); names and counts agree."""
    vote = acte.record.value.vote
    if vote is None:
        return
    named = {key: len(getattr(vote.noms, key)) for key in _DIRECTIONS} if vote.noms else {}
    ruled = context.genre(acte.collectivite) in ASSEMBLY
    if ruled and vote.scrutin is Scrutin.SECRET and any(named.values()):
        yield acte.record.problem("R141", "vote", "noms")
    if ruled and vote.scrutin is Scrutin.PUBLIC and not any(named.values()):
        yield acte.record.problem("R142", "vote", "scrutin")
    for key, count in named.items():
        announced = getattr(vote, key)
        if count and announced is not None and announced != count:
            yield acte.record.problem("R155", "vote", "noms", key, valeur=announced, quoi=_DIRECTIONS[key], somme=count)


def votes_add_up(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 15: pour + contre + abstention + blancs + nuls + ne prend pas part = votants, when all are printed."""
    vote, seance = acte.record.value.vote, context.seance(acte)
    own = decompte_of(acte.record.value, seance, context.attendance(acte))
    voters = own.votants if own else None
    if vote is None or voters is None or vote.pour is None:
        return
    total = _total(vote)
    complete = vote.contre is not None and vote.abstention is not None
    if total > voters or (complete and total != voters):
        yield acte.record.problem("R152", "vote", somme=total, attendu=voters)


def _total(vote: Vote) -> int:
    counts = (vote.pour, vote.contre, vote.abstention, vote.blancs, vote.nuls, vote.ne_prend_pas_part)
    return sum(count or 0 for count in counts)


ACT_RULES = (majority_agrees, unanimity_agrees, names_follow_ballot, votes_add_up)
