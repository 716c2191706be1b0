"""When an act becomes public, exécutoire, and until when it can be contested. One date of publicity serves all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

import holidays
from dateutil.relativedelta import relativedelta

from registre.model.bodies import Collectivite
from registre.model.deliberation import Deliberation
from registre.model.seance import Seance
from registre.model.vocabulary import Genre, ModePublicite, Resultat

# Ordonnance n° 2021-1310 and décret n° 2021-1311: publication on the site, list of délibérations, PV.
REFORM = dt.date(2022, 7, 1)
SMALL_COMMUNE = 3_500  # inhabitants, from which a commune has no choice (CGCT, art. L.2131-1, IV)


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


_ALWAYS_ELECTRONIC = frozenset(
    {Genre.EPCI_FISCALITE_PROPRE, Genre.SYNDICAT_MIXTE_OUVERT, Genre.DEPARTEMENT, Genre.REGION}
)
_FREE_TO_CHOOSE = frozenset({Genre.SYNDICAT_COMMUNES, Genre.SYNDICAT_MIXTE_FERME})


def may_choose(body: Collectivite) -> bool | None:
    """May it choose how its acts become public? None when its kind or its population does not tell.

    CGCT, art. L.2131-1, III and IV; EPCI and syndicats: art. L.5211-3, L.5711-1, L.5721-4; départements and régions,
    which have no choice: art. L.3131-1, L.4141-1.
    """
    if body.genre is Genre.COMMUNE and body.population is not None:
        return body.population < SMALL_COMMUNE
    return True if body.genre in _FREE_TO_CHOOSE else False if body.genre in _ALWAYS_ELECTRONIC else None


def chose_otherwise(body: Collectivite) -> bool:
    """True when it has declared another way than the site, and may: its acts then have no date of mise en ligne."""
    return body.publicite not in {None, ModePublicite.ELECTRONIQUE} and may_choose(body) is not False


def end_of_publicity(public: dt.date) -> dt.date:
    """First day on which an act may leave publicity: two months after it began (CGCT, art. R.2131-1, I)."""
    return public + relativedelta(months=2)


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


# Departments and overseas territories with public holidays of their own → the library's name for them.
_LOCAL = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "975": "PM",
    "976": "976",
    "977": "BL",
    "978": "MF",
    "986": "WF",
    "987": "PF",
    "988": "NC",
}


@cache
def _holidays(departement: str | None) -> holidays.HolidayBase:
    return holidays.country_holidays("FR", subdiv=_LOCAL.get(departement or ""))
