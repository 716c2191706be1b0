"""The days that conventions ask to be watched, in the order of time; and the conventions whose end cannot be said.

Four kinds, no more, each a thing to do or to know: the last day to give notice; an end that a renewal may follow; an
end that none can follow, or of which the convention says no more; the last possible end, all renewals made. A
convention has one end on its way, hence « renouvellement » or « fin », never both. One that was terminated keeps its
end alone. What a tacit renewal would make of it is no date of this list until an act of the register says so.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from registre.model.names import natural_key
from registre.model.terms import Echeance
from registre.register.signed import Signed


class Evenement(enum.Enum):
    """What happens on a day: (name in data, words), in their order within a day."""

    PREAVIS = ("preavis", "préavis")
    RENOUVELLEMENT = ("renouvellement", "renouvellement")
    FIN = ("fin", "fin")
    FIN_AU_PLUS_TARD = ("fin-au-plus-tard", "fin au plus tard")

    def __init__(self, cle: str, label: str) -> None:
        self.cle = cle
        self.label = label


_ORDER = list(Evenement)


@dataclass(frozen=True, slots=True)
class Deadline:
    """What happens to a convention on a day, and how the day is known."""

    day: dt.date
    kind: Evenement
    signed: Signed
    echeance: Echeance


@dataclass(frozen=True)
class Schedule:
    """`dated`: by day, then body, then act; `undated`: conventions without a known end, newest act first."""

    dated: Sequence[Deadline]
    undated: Sequence[Signed]

    def since(self, day: dt.date | None) -> list[Deadline]:
        """What is still to come on a day; all when no day is known."""
        return [deadline for deadline in self.dated if day is None or deadline.day >= day]

    @cached_property
    def bodies(self) -> dict[str, Schedule]:
        """The same for each body that has a convention here, by its short name."""
        dated: dict[str, list[Deadline]] = {}
        undated: dict[str, list[Signed]] = {}
        for deadline in self.dated:
            dated.setdefault(deadline.signed.act.body.slug, []).append(deadline)
        for signed in self.undated:
            undated.setdefault(signed.act.body.slug, []).append(signed)
        return {slug: Schedule(dated.get(slug, ()), undated.get(slug, ())) for slug in {**dated, **undated}}


def schedule(conventions: Iterable[Signed]) -> Schedule:
    """What is to be watched of these conventions.

    An act that was not adopted, or is no longer in force, leaves none. One that is known by its annex alone leaves no
    date: nobody knows whether its convention was approved.
    """
    dated, undated = list[Deadline](), list[Signed]()
    for signed in conventions:
        if signed.act.incomplete:
            undated.append(signed)
        elif signed.act.stands:
            dated += _deadlines(signed)
            if signed.terme.fin.jour is None:
                undated.append(signed)
    return Schedule(sorted(dated, key=_key), undated)


def _deadlines(signed: Signed) -> Iterator[Deadline]:
    terme = signed.terme
    end = Evenement.RENOUVELLEMENT if terme.fin_possible else Evenement.FIN
    events = (Evenement.PREAVIS, terme.preavis), (end, terme.fin), (Evenement.FIN_AU_PLUS_TARD, terme.fin_possible)
    for kind, echeance in events:
        if echeance and echeance.jour:
            yield Deadline(echeance.jour, kind, signed, echeance)


def _key(deadline: Deadline) -> tuple[object, ...]:
    act = deadline.signed.act
    return (
        deadline.day,
        natural_key(act.body.label),
        act.sitting.folder,
        natural_key(act.fiche.numero),
        act.cle,
        deadline.signed.convention.rank,
        _ORDER.index(deadline.kind),
    )
