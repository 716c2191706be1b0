"""Parts shared by séances and délibérations."""

from __future__ import annotations

from registre.model.fields import Fiche, declare
from registre.model.scalars import AdresseSure, Empreinte, Entier, Jour, Ligne, OuiNon


class Decompte(Fiche):
    """Counts as printed; an absent count was not printed, and is not zero."""

    presents: Entier | None = declare("Présents", "Nombre imprimé.", "12")
    excuses: Entier | None = declare("Excusés", "Nombre imprimé.", "1")
    absents: Entier | None = declare("Absents", "Nombre imprimé.", "1")
    pouvoirs: Entier | None = declare("Pouvoirs", "Nombre imprimé.", "1")
    votants: Entier | None = declare("Votants", "Nombre imprimé.", "13")


class Piece(Fiche):
    """A document: a file beside the record, one kept elsewhere, or one that is cited and was not supplied."""

    titre: Ligne = declare("Titre", "Nom affiché.", "Délibération signée", requis=True, defaut="")
    fichier: Ligne | None = declare("Fichier", "Nom du fichier, dans le même dossier.", "014.pdf")
    adresse: AdresseSure | None = declare(
        "Adresse",
        "Adresse du fichier, s’il est gardé ailleurs ; `registre piece` donne alors les lignes à recopier.",
        "https://www.exemple.fr/014.pdf",
    )
    manquante: Ligne | None = declare(
        "Manquante", "Pourquoi elle n’est pas là, si elle est seulement citée.", "citée par l’acte, non jointe"
    )
    sha256: Empreinte | None = declare(
        "Empreinte SHA-256", "Calculée pour un fichier d’ici ; à donner pour un fichier d’ailleurs.", "a" * 64
    )
    octets: Entier | None = declare("Taille", "En octets ; calculée pour un fichier d’ici.", "312000")


class Anomalie(Fiche):
    """Something odd in the document: acknowledges a message by its code, or points at a passage."""

    code: Ligne | None = declare("Code", "Code du message reconnu, s’il y en a un.", "R154")
    passage: Ligne | None = declare("Passage", "Le passage, tel qu’il est dans le texte.", "n°875-643")
    vote: OuiNon | None = declare(
        "Vote", "Oui si elle explique le résultat ou les voix : le haut de la page y mène alors.", "oui"
    )
    motif: Ligne = declare(
        "Motif", "Ce qu’un citoyen doit savoir.", "imprimé ainsi dans l’acte", requis=True, defaut=""
    )


class Occultation(Fiche):
    """Who made sure that nothing private is left in the texts and documents of an act (CRPA, art. L.312-1-2)."""

    par: Ligne = declare("Par", "Qui a vérifié : un nom, ou un service.", "Secrétariat", requis=True, defaut="")
    le: Jour | None = declare("Le", "Jour de la vérification.", "2026-03-16", requis=True)


class Verification(Fiche):
    """A point of a draft that a person must check."""

    champ: Ligne = declare("Champ", "La clé concernée.", "heure", requis=True, defaut="")
    passage: Ligne | None = declare("Passage", "Le passage du document.", "à dix huit heures")
