"""The acts beside an act: those before and after it in its séance, those nearest in time of the same type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registre.register.conventions import ConventionType
from registre.register.entries import Act

NEAR = 2  # acts of the same type, on either side


@dataclass(frozen=True, slots=True)
class Kin:
    """The acts nearest in time, newest first, that have a convention of the same type."""

    kind: ConventionType
    acts: list[Act]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the foot of an act's page leads to.

    The page so depends on the other acts of its séance, and on at most `NEAR` acts on either side of it by type: an act
    more changes few pages, where « the latest » of a type, or their number, would change all of its acts' pages.
    """

    previous: Act | None
    following: Act | None
    kin: list[Kin]

    def __bool__(self) -> bool:
        return bool(self.previous or self.following or self.kin)


NONE = Neighbours(None, None, [])


def neighbours(acts: Sequence[Act]) -> dict[str, Neighbours]:
    """The neighbours of each act (by reference). `acts`: newest first."""
    kin = _kin(acts)
    found = {}
    for act in acts:
        previous, following = _in_sitting(act)
        found[act.reference] = Neighbours(previous, following, kin.get(act.reference, []))
    return found


def _in_sitting(act: Act) -> tuple[Act | None, Act | None]:
    """The acts of the register before and after this one in its séance, by number; none when no séance is known."""
    if act.sitting.fiche is None:
        return None, None
    acts = act.sitting.acts
    rank = acts.index(act)
    return acts[rank - 1] if rank else None, acts[rank + 1] if rank + 1 < len(acts) else None


def _kin(acts: Sequence[Act]) -> dict[str, list[Kin]]:
    """By act (reference), one per type."""
    types: dict[str, list[tuple[ConventionType, Act]]] = {}
    for act in acts:
        for kind in {convention.type.slug: convention.type for convention in act.conventions}.values():
            types.setdefault(kind.slug, []).append((kind, act))
    found: dict[str, list[Kin]] = {}
    for members in types.values():
        for rank, (kind, act) in enumerate(members):
            near = members[max(0, rank - NEAR) : rank] + members[rank + 1 : rank + 1 + NEAR]
            if near:
                found.setdefault(act.reference, []).append(Kin(kind, [other for _, other in near]))
    return found
