"""The pages of séances."""

from __future__ import annotations

from registre.model.attendance import counted_presents
from registre.model.vocabulary import ASSEMBLY
from registre.register.entries import Sitting
from registre.render import wording
from registre.render.acts import HOME, printed_paragraphs
from registre.render.page import Page, Settings, render


def sitting_page(sitting: Sitting, settings: Settings) -> Page:
    """The page of a séance, or the page that says that none is known at this date."""
    seance, day = sitting.fiche, wording.day_text(sitting.day)
    title = wording.sitting_title(sitting) if seance else f"Aucune séance connue au {day}"
    return render(
        "seance.md",
        sitting.url,
        settings,
        title=f"{title} – {sitting.body.label}",
        description=_description(sitting),
        crumbs=[HOME, (sitting.body.label, sitting.body.url), (title if seance else day, None)],
        sitting=sitting,
        quorum=_quorum(sitting),
        opening=printed_paragraphs(seance.ouverture if seance else None),
        mentions=printed_paragraphs(seance.mentions if seance else None),
    )


def _description(sitting: Sitting) -> str:
    """« SCOT de l’Arrageois, séance du 11 février 2026, 2 délibérations : … », then their objets."""
    objets = " ; ".join(act.title for act in sitting.acts)
    if sitting.fiche is None:
        known = f"{wording.day_text(sitting.day)}, d’après l’identifiant"
    else:
        title = wording.sitting_title(sitting)
        known = f"{title[0].lower()}{title[1:]}, {wording.count(len(sitting.acts), 'délibération')}"
    return f"{sitting.body.label}, {known} : {objets}" if objets else f"{sitting.body.label}, {known}."


def _quorum(sitting: Sitting) -> str:
    """« Quorum : 16 présents sur 23… », or nothing when the counts are not known."""
    seance = sitting.fiche
    if seance is None or not seance.en_exercice:
        return ""
    present = counted_presents(seance)
    if not present:
        return ""
    text = f"{wording.count(present, 'présent')} sur {wording.count(seance.en_exercice, 'membre')} en exercice"
    if sitting.body.fiche.genre not in ASSEMBLY or seance.seconde_convocation:
        return text + "."
    reached = "atteint" if present * 2 > seance.en_exercice else "non atteint"
    return f"{text} : quorum {reached}, il en faut plus de la moitié (CGCT, art. L.2121-17)."
