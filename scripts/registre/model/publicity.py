"""When an act becomes public, exécutoire, and until when it can be contested. One date of publicity serves all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

import holidays
from dateutil.relativedelta import relativedelta

from registre.model.deliberation import Deliberation
from registre.model.seance import Seance
from registre.model.vocabulary import Resultat


@dataclass(frozen=True, slots=True)
class Publicite:
    """The date of publicity and where it comes from, in words that follow « d’après »."""

    date: dt.date
    origine: str


def publicite(acte: Deliberation, seance: Seance | None) -> Publicite | None:
    """Mise en ligne, else « Publié le », else affichage (CGCT, art. L.2131-1, III); None when none is stated."""
    stamp = acte.teletransmission
    candidates = (
        (acte.mise_en_ligne, "la date de mise en ligne"),
        (stamp.publication if stamp else None, "la mention « Publié le » du tampon"),
        (stamp.affichage if stamp else None, "la mention « Affiché le » du tampon"),
        (seance.affichage if seance else None, "la date d’affichage"),
    )
    return next((Publicite(date, origin) for date, origin in candidates if date), None)


def takes_effect(acte: Deliberation) -> bool:
    """False when nothing was decided: rejected, adjourned, withdrawn from the agenda."""
    return acte.resultat not in {Resultat.REJETEE, Resultat.AJOURNEE, Resultat.RETIREE}


def was_decided(acte: Deliberation) -> bool:
    """False when the matter was put off or taken off the agenda: nothing to contest."""
    return acte.resultat not in {Resultat.AJOURNEE, Resultat.RETIREE}


def executoire(acte: Deliberation, public: Publicite | None) -> dt.date | None:
    """The later of publicity and reception by the State (CGCT, art. L.2131-1, I); None when one is unknown."""
    reception = acte.teletransmission.reception if acte.teletransmission else None
    if public is None or not takes_effect(acte):
        return None
    if acte.non_transmissible:
        return public.date
    return max(public.date, reception) if reception else None


def last_day_to_contest(public: dt.date, departement: str | None = None) -> dt.date:
    """Last day of the two months, clear days, moved to the next working day (CJA, art. R.421-1; CPC, art. 642)."""
    day = public + relativedelta(months=2) + dt.timedelta(days=1)
    while day.weekday() >= 5 or day in _holidays(departement):
        day += dt.timedelta(days=1)
    return day


# Departments with public holidays of their own → the library's name for them.
_LOCAL = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "976": "976",
}


@cache
def _holidays(departement: str | None) -> holidays.HolidayBase:
    return holidays.country_holidays("FR", subdiv=_LOCAL.get(departement or ""))
