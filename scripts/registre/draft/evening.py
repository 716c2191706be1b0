"""Several acts of one séance: what they say of it is written once, and a difference is a movement to check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from registre.draft.compose import Composed
from registre.model.names import name_key, natural_key

T = TypeVar("T")
_LISTS = ("presents", "excuses", "absents")
_OF_THE_ACT = ("president", "decompte")  # what an act may print of its own


def numbers_in_order(items: Iterable[T], number: Callable[[T], str]) -> list[T]:
    """The acts in the order of their numbers."""
    return sorted(items, key=lambda item: natural_key(number(item)))


def merge(read: Sequence[tuple[Composed, Composed]]) -> tuple[Composed, list[tuple[Composed, str, str]]]:
    """One séance from what each act (first of each pair) tells of it (second); and what to check in an act."""
    seance = Composed(dict(read[0][1].values), list(read[0][1].checks))
    differences: list[tuple[Composed, str, str]] = []
    there = _people(seance.values.get("presents", ()))
    for act, told in read[1:]:
        for champ, value in told.values.items():
            if champ not in seance.values:
                seance.values[champ] = value
            elif champ == "ouverture" and not _same_words(value, seance.values[champ]):
                if not any(check["champ"] == "ouverture" for check in seance.checks):
                    seance.check("ouverture", f"l’acte {act.values['numero']} ne l’écrit pas de même")
            elif champ in _OF_THE_ACT and value != seance.values[champ]:
                act.values[champ] = value
            elif champ not in (*_LISTS, "ouverture", "mentions", "mouvements") and value != seance.values[champ]:
                differences.append((act, f"seance.{champ}", _words(value)))
        if present := _people(told.values.get("presents", ())):
            _move(seance, there, present, str(act.values["numero"]))
            there = present
    return seance, differences


def _people(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    return {name_key(name): name for name in names}


def _move(seance: Composed, before: dict[tuple[str, ...], str], after: dict[tuple[str, ...], str], number: str) -> None:
    """Who is there for this act and was not for the one before, and the other way round."""
    moves = [{"nom": after[key], "sens": "arrive", "a_partir_de": number} for key in after if key not in before]
    moves += [{"nom": before[key], "sens": "part", "a_partir_de": number} for key in before if key not in after]
    if moves:
        seance.values["mouvements"] = [*seance.values.get("mouvements", ()), *moves]
        for move in moves:
            seance.check("mouvements", f"{move['nom']} {move['sens']} à partir de {number}")


def _same_words(one: str, other: str) -> bool:
    return one.split() == other.split()


def _words(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
