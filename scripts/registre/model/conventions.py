"""A convention that an act approves: who signs it, until when, at what price; what is blank is absent."""

from __future__ import annotations

from registre.model.fields import Fiche, declare
from registre.model.scalars import Entier, Jour, Ligne, NomCourt, Periode
from registre.model.vocabulary import EtatConvention, Reconduction


class Partie(Fiche):
    """A party to a convention, as printed."""

    nom: Ligne = declare("Nom", "Comme imprimé ; rien d’autre.", "Commune d’Exemple", requis=True, defaut="")
    collectivite: NomCourt | None = declare("Collectivité", "Son nom court, si elle a une fiche.", "exemple")
    siege: Ligne | None = declare("Siège", "Comme imprimé.", "1 place de la Mairie 62000 EXEMPLE")
    representant: Ligne | None = declare("Représentant", "Comme imprimé.", "Anne MARTIN")
    qualite: Ligne | None = declare("Qualité", "Comme imprimée.", "Maire")
    autorisation: Ligne | None = declare(
        "Autorisation", "La délibération qui l’autorise, comme imprimée.", "délibération du 12 mars 2026"
    )


class Renouvellement(Fiche):
    """How a convention may be renewed."""

    fois: Entier | None = declare("Nombre de fois", "Nombre imprimé.", "1")
    reconduction: Reconduction | None = declare("Reconduction", "expresse ou tacite.", "expresse")
    duree: Periode | None = declare("Durée de chaque renouvellement", "Si elle diffère de la durée.", "1 an")


class ConventionAnnexee(Fiche):
    """A convention that the act approves, and its text."""

    type: NomCourt | None = declare("Type", "Nom court du type de convention.", "e-administration", requis=True)
    texte: Ligne | None = declare("Texte", "Fichier du texte, dans le même dossier.", "014-convention.md")
    modele: NomCourt | None = declare("Modèle", "Nom court du modèle suivi.", "modele-2022")
    etat: EtatConvention | None = declare("Exemplaire", "remplie, ou vierge (formulaire non rempli).", "remplie")
    annexe: Ligne | None = declare("Annexe", "Numéro d’annexe imprimé.", "ANNEXE N°1")
    parties: tuple[Partie, ...] = declare(
        "Parties",
        "Qui signe, comme imprimé ; dans un formulaire vierge, la seule qui y est nommée.",
        "[{nom: Commune d’Exemple}]",
        defaut=(),
    )
    duree: Periode | None = declare("Durée", "Durée imprimée.", "5 ans")
    debut: Jour | None = declare("Début", "Date imprimée ; rien si elle est en blanc.", "2026-04-01", dit=True)
    fin: Jour | None = declare("Fin", "Date imprimée ; rien si elle est en blanc.", "2031-03-31", dit=True)
    renouvellement: Renouvellement | None = declare(
        "Renouvellement", "Comme imprimé.", "{fois: 1, reconduction: expresse}"
    )
    preavis: Periode | None = declare(
        "Préavis", "Délai imprimé pour dénoncer la convention, ou s’opposer à sa reconduction, avant sa fin.", "3 mois"
    )
    tarif: Ligne | None = declare("Tarif", "Comme imprimé.", "comprise dans la cotisation additionnelle")

    @property
    def other_left_blank(self) -> bool:
        """True for a form not filled in that names one party: the other's place is a blank."""
        return self.etat is EtatConvention.VIERGE and len(self.parties) == 1
