"""French words for the dates of a convention, how each is known, and its state on a day."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from markupsafe import Markup

from registre.model.conventions import ConventionAnnexee
from registre.model.terms import Calcul, Echeance, EtatJour, Palier, state_on
from registre.register.signed import Signed
from registre.render import wording

_FIXED = {
    Calcul.IMPRIMEE: "date imprimée dans la convention",
    Calcul.AVENANT: "fin donnée par un avenant",
    Calcul.RENOUVELLEMENT: "après son renouvellement",
    Calcul.RESILIATION: "veille de sa résiliation",
    Calcul.SANS_DEBUT: "à compléter : la convention ne donne pas de date de début",
    Calcul.SANS_DUREE: "la convention ne donne ni date de fin ni durée",
    Calcul.SANS_NOMBRE: "la convention ne dit pas combien de fois elle se renouvelle",
    Calcul.SANS_PERIODE: "la convention ne dit pas pour combien de temps elle se renouvelle",
    Calcul.SANS_DATE: "la date de sa résiliation n’est pas renseignée",
    Calcul.TROP_LOIN: "trop loin pour être calculée",
}
SHAPES = {
    EtatJour.EN_VIGUEUR: "vigueur",
    EtatJour.ECHUE: "fin",
    EtatJour.RESILIEE: "fin",
    EtatJour.SANS_EFFET: "fin",
    EtatJour.A_VENIR: "averifier",
    EtatJour.INDETERMINEE: "averifier",
}


def how(echeance: Echeance, fiche: ConventionAnnexee) -> str:
    """How a date was computed, or why it cannot be: « 5 ans à compter du 1er avril 2026 »."""
    match echeance.calcul:
        case Calcul.DUREE if fiche.duree and fiche.debut:
            text = f"{wording.duration(fiche.duree)} à compter du {wording.day_text(fiche.debut)}"
        case Calcul.RENOUVELLEMENTS:
            times = fiche.renouvellement.fois if fiche.renouvellement else None
            text = f"si elle est renouvelée autant qu’elle le permet ({times}{wording.NBSP}fois)"
        case Calcul.SANS_DEBUT if fiche.duree:
            text = f"{_FIXED[Calcul.SANS_DEBUT]} (durée : {wording.duration(fiche.duree)})"
        case Calcul.PREAVIS if fiche.preavis:
            text = f"{wording.duration(fiche.preavis)} avant sa fin"
        case other:
            text = _FIXED[other]
    return wording.no_break(text)


def told(echeance: Echeance, fiche: ConventionAnnexee) -> Markup:
    """A date and how it is known, or the reason why there is none."""
    reason = how(echeance, fiche)
    if echeance.jour is None:
        return Markup('<span class="absent">{}</span>').format(reason)
    return Markup('{} <span class="source">({})</span>').format(wording.day(echeance.jour), reason)


def decision(signed: Signed) -> str:
    """What the act decided, « Adoptée à l’unanimité », and the party that its form leaves blank."""
    act = signed.act
    result = "Décision inconnue" if act.incomplete else wording.result(act) or "résultat non renseigné"
    blank = signed.convention.fiche.other_left_blank and not act.incomplete
    return wording.no_break(result + (" ; formulaire vierge : une partie en blanc" if blank else ""))


@dataclass(frozen=True, slots=True)
class State:
    """The state of a convention on the day of the page, and all of them for the browser, which knows today."""

    palier: Palier
    shape: str
    data: str

    @property
    def label(self) -> str:
        """« en vigueur »."""
        return self.palier.etat.label

    @property
    def reason(self) -> str:
        """Why, where dates alone do not tell."""
        return self.palier.motif.value if self.palier.motif else ""


def state(signed: Signed, day: dt.date | None) -> State:
    """The state of a convention on a day."""
    palier = state_on(signed.etats, day)
    return State(palier, SHAPES[palier.etat], json.dumps(steps(signed), ensure_ascii=False, separators=(",", ":")))


def steps(signed: Signed) -> list[list[str]]:
    """The states, each [first day (empty: since ever), name, words, shape, reason], as the browser reads them."""
    return [
        [
            step.depuis.isoformat() if step.depuis else "",
            step.etat.cle,
            step.etat.label,
            SHAPES[step.etat],
            step.motif.value if step.motif else "",
        ]
        for step in signed.etats
    ]
