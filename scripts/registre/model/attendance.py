"""Who attends when: the séance's lists, changed by its movements, for one act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from registre.model.deliberation import Deliberation
from registre.model.names import name_key, number_key
from registre.model.parts import Decompte
from registre.model.seance import Pouvoir, Seance
from registre.model.vocabulary import Sens

_HOUR = re.compile(r"[0-9]{1,2}\s?[:hH]\s?([0-9]{2})?")


def is_hour(value: str) -> bool:
    """« 20:58 », « 20h58 » or « 20 h »: a moment, not the number of an act."""
    return _HOUR.fullmatch(value.strip()) is not None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who is there for one act, as far as the document tells."""

    presents: tuple[str, ...]
    excuses: tuple[str, ...]
    absents: tuple[str, ...]
    pouvoirs: tuple[Pouvoir, ...]
    changed: bool  # differs from the séance's own lists


def counted_presents(seance: Seance) -> int | None:
    """How many were there at the opening: the count printed, else the names listed; None when neither is."""
    printed = seance.decompte.presents if seance.decompte else None
    return printed if printed is not None else len(seance.presents) or None


def decompte_of(acte: Deliberation, seance: Seance | None, there: Attendance | None) -> Decompte | None:
    """The printed counts that hold for an act: its own, else the séance's as long as nobody came or left before it."""
    shared = seance.decompte if seance and there and not there.changed else None
    return acte.decompte or shared


def attendance(seance: Seance, numbers: Sequence[str], number: str) -> Attendance:
    """Attendance for the act `number`, `numbers` being those of the séance in order.

    A movement counts from the act it names; by hour alone, or naming an act that is not there, it alters nothing here.
    """
    order = {number_key(n): rank for rank, n in enumerate(numbers)}
    rank = order.get(number_key(number), -1)
    there = {name_key(name): name for name in seance.presents}
    away: set[tuple[str, ...]] = set()
    for move in seance.mouvements:
        start = order.get(number_key(move.a_partir_de or ""))
        key = name_key(move.nom)
        if start is None or is_hour(move.a_partir_de or ""):
            continue
        if move.sens is Sens.ARRIVE:
            if rank >= start:
                there.setdefault(key, move.nom)
                away.discard(key)
            elif _first_move(seance, key) is move:
                away.add(key)
        elif rank >= start:
            away.add(key)
    presents = tuple(name for key, name in there.items() if key not in away)
    present_keys = {name_key(name) for name in presents}
    pouvoirs = tuple(p for p in seance.pouvoirs if _counts(p, order, rank))
    return Attendance(
        presents,
        tuple(n for n in seance.excuses if name_key(n) not in present_keys),
        tuple(n for n in seance.absents if name_key(n) not in present_keys),
        pouvoirs,
        changed=presents != seance.presents or pouvoirs != seance.pouvoirs,
    )


def _first_move(seance: Seance, key: tuple[str, ...]) -> object:
    return next(move for move in seance.mouvements if name_key(move.nom) == key)


def _counts(pouvoir: Pouvoir, order: dict[str, int], rank: int) -> bool:
    start = order.get(number_key(pouvoir.a_partir_de or ""))
    return start is None or rank >= start
