"""The kinds of pages of the site, an address of each: for the tests and the pictures that go through all of them."""

from __future__ import annotations

from collections.abc import Callable

from registre.model.vocabulary import NatureLien, Sens
from registre.register.entries import Act, Register

# Kind of page → its address, of the real acts.
REAL = {
    "accueil": "",
    "acte": "actes/scota/2026-02-11/605/",
    "acte avec formule": "actes/scota/2026-02-11/607/",
    "acte incomplet": "actes/libercourt/2024-10-16/delib-2024-37/",
    "séance": "actes/scota/2026-02-11/",
    "séance inconnue": "actes/libercourt/2024-10-16/",
    "collectivité": "collectivites/scota/",
    "index": "collectivites/",
    "index vide": "matieres/",
    "dates": "dates/",
    "année": "dates/2026/",
    "mois": "dates/2026/02/",
    "mois sans acte": "dates/2025/12/",
    "calendrier": "collectivites/scota/2026/",
    "croisement": "collectivites/scota/par-type/",
    "type de convention": "conventions/e-administration/",
    "année d’un type": "conventions/e-administration/2025/",
    "modèle": "conventions/e-administration/modeles/trois-prestations/",
    "modèles d’un type": "conventions/e-administration/modeles/",
    "comparaison de modèles": "conventions/e-administration/modeles/deux-prestations/changements/",
    "comparaison d’un acte": "actes/labourse/2025-04-03/2025cm26/comparaison/",
    "partenaires": "partenaires/",
    "partenaire": "partenaires/cdg62/",
    "échéancier": "echeancier/",
    "échéancier d’une collectivité": "collectivites/scota/echeancier/",
    "conventions au": "conventions-au/",
    "recherche vide": "recherche/",
    "recherche": "recherche/?q=convention",
    "recherche sans résultat": "recherche/?q=xyzzy",
    "format": "format/",
    "messages": "messages/",
    "glossaire": "glossaire/",
    "aide": "aide/",
    "guide": "guide/",
    "guide, mise en route": "guide-mise-en-route/",
    "guide, formulaire": "guide-formulaire/",
    "guide, soirée": "guide-soiree/",
    "guide, à la main": "guide-fichier/",
    "guide, corriger": "guide-corriger/",
    "guide, ce qui ne se publie pas": "guide-jamais/",
    "guide, messages": "guide-messages/",
    "guide, terminal": "guide-terminal/",
    "à propos": "a-propos/",
    "accessibilité": "accessibilite/",
    "mentions légales": "mentions-legales/",
    "retirer d’urgence": "retirer/",
    "logiciels tiers": "licences/",
    "page absente": "actes/scota/2026-02-11/608/",
}
# Kinds of lists that four acts do not make: addresses of the synthetic ones.
LONGER = {
    "graphique d’une année": "dates/2024/",
    "graphique de toutes": "dates/",
    "graphique des types": "conventions/",
    "graphique d’un type": "conventions/restauration/",
    "deux séances un même jour": "collectivites/val-exemple-1/2024/",
    "croisement de nombreuses valeurs": "matieres/8-1/par-collectivite/",
    "suite d’une liste": "natures/de/2024/page-2/",
    "longue liste": "natures/de/",
    "long échéancier": "echeancier/",
    "échéances d’une année": "echeancier/2030/",
    "échéancier de plusieurs années": "collectivites/val-exemple-1/echeancier/",
}
# Kinds of acts that the real ones do not have, found among the synthetic ones.
RARE: dict[str, Callable[[Act], object]] = {
    "acte retiré": lambda act: act.ended_by and act.ended_by.lien.nature is NatureLien.RETIRE,
    "votes nommés et pièces": lambda act: act.fiche.vote and act.fiche.vote.noms,
    "PDF": lambda act: act.documents and act.documents[0].path,
    "pièces ailleurs": lambda act: any(document.piece.manquante for document in act.documents),
    "mouvements": lambda act: act.attendance and act.attendance.changed and any(
        move.sens is Sens.PART for move in (act.sitting.fiche.mouvements if act.sitting.fiche else ())),
}  # fmt: skip


def invented(register: Register) -> dict[str, str]:
    """Kind of page → its address, of a synthetic register: what the real acts do not have."""
    return {
        **{kind: next(act.url for act in register.acts if wanted(act)) for kind, wanted in RARE.items()},
        **LONGER,
        "ancienne adresse": f"{moved(register).fiche.anciennes_adresses[0]}/",
    }


def moved(register: Register) -> Act:
    """The first act that has had another address."""
    return next(act for act in register.acts if act.fiche.anciennes_adresses)
