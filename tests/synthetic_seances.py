"""Attendance and votes of the synthetic register, whose counts agree with the names."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any

MEMBERS = tuple(
    f"{given} EXEMPLE-{rank}"
    for rank, given in enumerate(
        ("Anne", "Luc", "Zoé", "Émile", "Maëlle", "Noël", "Inès", "Rémi", "Ève", "Paul", "Léa", "Hugo", "Jade", "Loïc",
         "Cœline"), start=1,
    )
)  # fmt: skip
QUORUM = 8


@dataclass(frozen=True, slots=True)
class Sitting:
    """A séance and who can vote from which of its acts on: (from position, voters by name)."""

    record: dict[str, Any]
    voters: list[list[str]]  # by position of the act: the present, then those who gave a pouvoir
    presents: list[int]  # by position of the act: how many of them are present


def new_sitting(rng: random.Random, numbers: list[str], rank: int, day: dt.date) -> Sitting:
    """A séance of fifteen members: some excused with a pouvoir, some absent; at times one arrives and one leaves."""
    count = 5 if rank == 7 else rng.randint(QUORUM + 2, 13)
    presents, away = list(MEMBERS[:count]), list(MEMBERS[count:])
    excuses, absents = away[: len(away) // 2], away[len(away) // 2 :]
    proxies = [{"de": name, "formule": "donne pouvoir à", "a": presents[i]} for i, name in enumerate(excuses)]
    moves: list[dict[str, Any]] = []
    if rank % 3 == 1 and rank != 7 and len(numbers) > 4:
        moves = [{"nom": absents[0], "sens": "arrive", "a_partir_de": numbers[2]},
                 {"nom": presents[-1], "sens": "part", "a_partir_de": numbers[4]}]  # fmt: skip
        if rank % 2:
            proxies.append({"de": presents[-1], "a": presents[-2], "a_partir_de": numbers[4]})
    moves += [{"nom": presents[-2], "sens": "part", "a_partir_de": "20:58"}] if rank % 7 == 2 else []
    record = {
        "organe": "Conseil municipal", "heure": "18:30" if rank % 2 else None, "lieu": "Salle du conseil",
        "president": presents[0], "secretaires": presents[1:3] if rank % 4 == 1 else presents[1:2],
        "convocation": day - dt.timedelta(days=8), "affichage": day + dt.timedelta(days=3) if rank % 3 else None,
        "seconde_convocation": True if rank == 7 else None,
        "ouverture": "L’an deux mille vingt et quelques,\nle conseil s’est réuni.\n",
        "intitules": {"presents": "Étaient présents :"}, "en_exercice": len(MEMBERS), "presents": presents,
        "excuses": excuses, "absents": absents, "pouvoirs": proxies, "mouvements": moves or None,
        "suppleances": [{"suppleant": "Sacha SUPPLEANT", "titulaire": absents[-1]}] if rank % 5 == 4 else None,
        "autres_points": [{"objet": "Questions diverses", "motif": "sans délibération"}] if rank % 2 else None,
    }  # fmt: skip
    if record["suppleances"]:
        presents.append("Sacha SUPPLEANT")
    first = [proxy for proxy in proxies if "a_partir_de" not in proxy]
    record["decompte"] = {"presents": len(presents), "votants": len(presents) + len(first)}
    return Sitting(record, *_voters(record, numbers))


def _voters(record: dict[str, Any], numbers: list[str]) -> tuple[list[list[str]], list[int]]:
    """Who votes on each act, worked out here by hand: movements by hour change nothing."""
    voters, presents = [], []
    there = list(record["presents"])
    for position, number in enumerate(numbers):
        for move in record["mouvements"] or ():
            if move["a_partir_de"] == number:
                (there.append if move["sens"] == "arrive" else there.remove)(move["nom"])
        given = [p["de"] for p in record["pouvoirs"] if numbers.index(p.get("a_partir_de", numbers[0])) <= position]
        voters.append([*there, *given])
        presents.append(len(there))
    return voters, presents


def vote(sitting: Sitting, position: int, rank: int) -> dict[str, Any]:
    """The result and vote of an act, by its rank; with its own counts when a movement changed those of the séance."""
    names, total = sitting.voters[position], len(sitting.voters[position])
    against = 1 + rank % 3
    found: dict[str, Any] = _KINDS[rank % len(_KINDS)](names, total, against)
    if total != sitting.record["decompte"]["votants"] or sitting.presents[position] != len(sitting.record["presents"]):
        found["decompte"] = {"presents": sitting.presents[position], "votants": total}
    if rank % 19 == 3:
        found["president"] = sitting.record["presents"][1]
    return found


def _adopted(_names: list[str], total: int, against: int) -> dict[str, Any]:
    return {"resultat": "adoptee", "vote": {"pour": total - against, "contre": against - 1, "abstention": 1}}


def _unanimous(_names: list[str], _total: int, _against: int) -> dict[str, Any]:
    return {"resultat": "adoptee", "vote": {"unanimite": True, "formule": "à l’unanimité des présents"}}


def _counted(_names: list[str], total: int, _against: int) -> dict[str, Any]:
    return {"resultat": "adoptee", "vote": {"pour": total, "contre": 0, "abstention": 0, "unanimite": True}}


def _rejected(_names: list[str], total: int, against: int) -> dict[str, Any]:
    return {"resultat": "rejetee", "vote": {"pour": against, "contre": total - against, "abstention": 0}}


def _secret(_names: list[str], total: int, against: int) -> dict[str, Any]:
    counts = {"pour": total - against - 2, "contre": against, "abstention": 0, "blancs": 1, "nuls": 1}
    return {"resultat": "adoptee", "vote": {**counts, "exprimes": total - 2, "scrutin": "secret"}}


def _named(names: list[str], total: int, against: int) -> dict[str, Any]:
    said = {"pour": names[against:], "contre": names[: against - 1], "ne_prend_pas_part": [names[against - 1]]}
    counts = {"pour": total - against, "contre": against - 1, "abstention": 0, "ne_prend_pas_part": 1}
    kept = {key: list(people) for key, people in said.items() if people}
    return {"resultat": "adoptee", "vote": {**counts, "scrutin": "public", "noms": kept}}


def _tied(_names: list[str], total: int, _against: int) -> dict[str, Any]:
    half = {"pour": total // 2, "contre": total // 2, "abstention": total % 2}
    return {"resultat": "adoptee", "vote": {**half, "voix_preponderante": True}}


def _without_vote(result: str | None) -> Any:
    return lambda _names, _total, _against: {"resultat": result}


_KINDS = (
    _adopted, _unanimous, _counted, _adopted, _unanimous, _rejected, _without_vote("prend-acte"), _named,
    _without_vote("ajournee"), _secret, _adopted, _tied, _without_vote(None), _without_vote("retiree"),
)  # fmt: skip
