"""Until when a convention runs: dates computed from what it prints, each with how, and its state on any day.

A period of five years from 1 April 2026 ends on 31 March 2031: the eve of the day of the same number, else the last
day of the month (the rule of article 641 of the code de procédure civile, for lack of a text of its own).
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from registre.model.conventions import ConventionAnnexee
from registre.model.dates import Duree
from registre.model.vocabulary import NatureLien, Reconduction

DAY = dt.timedelta(days=1)
_UNITS = {"ans": "years", "mois": "months", "jours": "days"}


class Calcul(enum.Enum):
    """How a date is known, or why it is not."""

    IMPRIMEE = enum.auto()
    DUREE = enum.auto()
    AVENANT = enum.auto()
    RENOUVELLEMENT = enum.auto()
    RESILIATION = enum.auto()
    RENOUVELLEMENTS = enum.auto()  # with all those that the convention allows
    PREAVIS = enum.auto()
    SANS_DEBUT = enum.auto()
    SANS_DUREE = enum.auto()  # neither end nor length
    SANS_NOMBRE = enum.auto()  # of renewals
    SANS_PERIODE = enum.auto()  # length of a renewal
    SANS_DATE = enum.auto()  # of the résiliation
    TROP_LOIN = enum.auto()  # after the year 9999


class EtatJour(enum.Enum):
    """State of a convention on a day: (name in data, words)."""

    A_VENIR = ("a-venir", "à venir")
    EN_VIGUEUR = ("en-vigueur", "en vigueur")
    ECHUE = ("echue", "échue")
    RESILIEE = ("resiliee", "résiliée")
    SANS_EFFET = ("sans-effet", "sans effet")
    INDETERMINEE = ("indeterminee", "indéterminée")

    def __init__(self, cle: str, label: str) -> None:
        self.cle = cle
        self.label = label


class Motif(enum.Enum):
    """Why a state is what it is, where dates alone do not tell."""

    SANS_DEBUT = "la convention ne donne pas de date de début"
    SANS_FIN = "la convention ne donne ni date de fin ni durée"
    DECISION_INCONNUE = "la décision n’est pas connue"
    NON_ADOPTEE = "la délibération n’a pas été adoptée"
    ACTE_FINI = "la délibération qui l’approuve n’est plus en vigueur"
    TACITE = "elle a pu être reconduite tacitement"
    EXPRESSE = "sauf renouvellement que le registre ne connaîtrait pas"
    RESILIATION = "la date de sa résiliation n’est pas renseignée"


@dataclass(frozen=True, slots=True)
class Echeance:
    """A date, None when it cannot be said, and how it is known."""

    jour: dt.date | None
    calcul: Calcul


@dataclass(frozen=True, slots=True)
class Suite:
    """What a later act does to a convention. `date`: of its effect; `fin`: the new end, where it is given."""

    nature: NatureLien
    date: dt.date | None
    fin: dt.date | None


@dataclass(frozen=True, slots=True)
class Palier:
    """The state from a day on (None: since ever)."""

    depuis: dt.date | None
    etat: EtatJour
    motif: Motif | None = None


@dataclass(frozen=True, slots=True)
class Terme:
    """The dates of a convention. `fin_possible`: with all renewals, None when it has none left; `preavis`: last day to
    give notice, None when no notice is printed."""

    debut: dt.date | None
    fin: Echeance
    fin_possible: Echeance | None
    preavis: Echeance | None
    tacite: bool
    resiliee: bool


def last_day(start: dt.date, length: Duree) -> dt.date:
    """Last day of a period that begins on `start`."""
    end = start + _delta(length)
    return end if length.unite != "jours" and end.day != start.day else end - DAY


def _delta(length: Duree, times: int = 1) -> relativedelta:
    return relativedelta(**{_UNITS[length.unite]: length.nombre * times})  # type: ignore[arg-type]


def terms(fiche: ConventionAnnexee, suites: Sequence[Suite] = ()) -> Terme:
    """The dates of a convention, and what later acts (`suites`, in the order of time) made of them."""
    end, renewed = _first_end(fiche), 0
    for suite in suites:
        end = _after(fiche, end, suite)
        renewed += suite.nature is NatureLien.RENOUVELLE
    ended = any(suite.nature is NatureLien.RESILIE for suite in suites)
    renewal = fiche.renouvellement
    tacite = renewal is not None and renewal.reconduction is Reconduction.TACITE
    possible = None if ended or renewal is None else _last_end(fiche, end, renewed)
    return Terme(fiche.debut, end, possible, None if ended else _notice(fiche, end), tacite, ended)


def _first_end(fiche: ConventionAnnexee) -> Echeance:
    if fiche.fin:
        return Echeance(fiche.fin, Calcul.IMPRIMEE)
    if fiche.duree is None:
        return Echeance(None, Calcul.SANS_DUREE)
    if fiche.debut is None:
        return Echeance(None, Calcul.SANS_DEBUT)
    return Echeance(last_day(fiche.debut, fiche.duree), Calcul.DUREE)


def _period(fiche: ConventionAnnexee) -> Duree | None:
    """How long a renewal lasts: as long as the convention when it does not say."""
    return (fiche.renouvellement.duree if fiche.renouvellement else None) or fiche.duree


def _after(fiche: ConventionAnnexee, end: Echeance, suite: Suite) -> Echeance:
    match suite.nature:
        case NatureLien.RESILIE:
            return Echeance(suite.date - DAY, Calcul.RESILIATION) if suite.date else Echeance(None, Calcul.SANS_DATE)
        case NatureLien.RENOUVELLE if suite.fin:
            return Echeance(suite.fin, Calcul.RENOUVELLEMENT)
        case NatureLien.RENOUVELLE:
            period = _period(fiche)
            if end.jour is None:
                return end
            return Echeance(last_day(end.jour + DAY, period), Calcul.RENOUVELLEMENT) if period else _NO_PERIOD
        case _:
            return Echeance(suite.fin, Calcul.AVENANT) if suite.fin else end


_NO_PERIOD = Echeance(None, Calcul.SANS_PERIODE)


def _last_end(fiche: ConventionAnnexee, end: Echeance, renewed: int) -> Echeance | None:
    """The end with all renewals still possible; None when none is left."""
    renewal, period = fiche.renouvellement, _period(fiche)
    if renewal is None or (renewal.fois is not None and renewal.fois <= renewed):
        return None
    if renewal.fois is None:
        return Echeance(None, Calcul.SANS_NOMBRE)
    if end.jour is None:
        return end
    if period is None:
        return _NO_PERIOD
    whole = Duree(period.nombre * (renewal.fois - renewed), period.unite)
    try:
        return Echeance(last_day(end.jour + DAY, whole), Calcul.RENOUVELLEMENTS)
    except (ValueError, OverflowError):
        return Echeance(None, Calcul.TROP_LOIN)


def _notice(fiche: ConventionAnnexee, end: Echeance) -> Echeance | None:
    if fiche.preavis is None:
        return None
    return Echeance(end.jour + DAY - _delta(fiche.preavis) - DAY, Calcul.PREAVIS) if end.jour else end


def states(terme: Terme, over: tuple[dt.date | None, EtatJour, Motif] | None = None) -> tuple[Palier, ...]:
    """The states of a convention, one after the other. `over`: what its act makes of it from a day on (None: ever)."""
    steps = list(_by_dates(terme))
    if over:
        since, state, reason = over
        kept = [step for step in steps if since and (step.depuis is None or step.depuis < since)]
        steps = [*kept, Palier(since, state, reason)]
    return tuple(steps)


def _by_dates(terme: Terme) -> Sequence[Palier]:
    start, end = terme.debut, terme.fin
    if end.calcul is Calcul.SANS_DATE:
        return [Palier(None, EtatJour.INDETERMINEE, Motif.RESILIATION)]
    steps = [Palier(None, EtatJour.A_VENIR if start else EtatJour.INDETERMINEE, None if start else _blank(end))]
    if start:
        known = end.jour is not None
        state = EtatJour.EN_VIGUEUR if known else EtatJour.INDETERMINEE
        steps.append(Palier(start, state, None if known else Motif.SANS_FIN))
    if end.jour is None:
        return steps
    over, last = end.jour + DAY, terme.fin_possible
    steps = [step for step in steps if step.depuis is None or step.depuis < over]  # a faulty act ends before it starts
    if terme.resiliee:
        return [*steps, Palier(over, EtatJour.RESILIEE)]
    if last and terme.tacite:
        steps.append(Palier(over, EtatJour.INDETERMINEE, Motif.TACITE))
        return [*steps, Palier(last.jour + DAY, EtatJour.ECHUE)] if last.jour else steps
    return [*steps, Palier(over, EtatJour.ECHUE, Motif.EXPRESSE if last else None)]


def _blank(end: Echeance) -> Motif:
    return Motif.SANS_FIN if end.calcul is Calcul.SANS_DUREE else Motif.SANS_DEBUT


def state_on(steps: Sequence[Palier], day: dt.date | None) -> Palier:
    """The state on a day; the first one when no day is known."""
    begun = [step for step in steps[1:] if day and step.depuis and step.depuis <= day]
    return begun[-1] if begun else steps[0]
