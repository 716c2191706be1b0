"""Closed lists a clerk chooses from, each value with its French label."""

from __future__ import annotations

import enum
from typing import Self

from registre.model.names import slugify
from registre.model.shapes import Shape

_ACCENTED = {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü", "y": "ÿ"}
_LETTERS = "".join(f"{letters}{letters.upper()}" for letters in _ACCENTED.values())
_APART = f"[^a-zA-Z0-9{_LETTERS}]"  # what parts two words
# With a sign that is neither one of these nor a space (œ, ’, a letter in bold), `slugify` alone says what is meant.
_OTHER = rf"[\s\S]*[^\x00-\x7f\xa0\u2000-\u200a\u202f\u205f\u3000{_LETTERS}][\s\S]*"


class Choix(enum.StrEnum):
    """A closed list: the value is what is typed, `label` what is read."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the label beside the value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Accents, case and spaces do not count: « Adoptée » is adoptee."""
        wanted = slugify(str(value))
        return next((member for member in cls if slugify(member.value) == wanted), None)

    @classmethod
    def shape(cls) -> Shape:
        """What `_missing_` takes, as a pattern."""
        spellings = "|".join(_any_spelling(slugify(member.value)) for member in cls)
        choices = {member.value: member.label for member in cls}
        return Shape("un choix", f"{_APART}*({spellings}){_APART}*|{_OTHER}", choices=choices)


def _any_spelling(slug: str) -> str:
    """« prend-acte » → a pattern of « Prend acte », « PREND  ACTE », « prénd-acte »."""
    letters = {sign: sign + _ACCENTED.get(sign, "") for sign in slug if sign.isalpha()}
    return "".join(f"[{letters[sign]}{letters[sign].upper()}]" if sign in letters else f"{_APART}+" for sign in slug)


class Genre(Choix):
    """Kinds of body that the rules tell apart (CGCT)."""

    COMMUNE = "commune", "Commune"
    EPCI_FISCALITE_PROPRE = (
        "epci-fiscalite-propre",
        "Établissement public de coopération intercommunale à fiscalité propre",
    )
    SYNDICAT_COMMUNES = "syndicat-de-communes", "Syndicat de communes"
    SYNDICAT_MIXTE = "syndicat-mixte", "Syndicat mixte"
    SYNDICAT_MIXTE_FERME = "syndicat-mixte-ferme", "Syndicat mixte fermé"
    SYNDICAT_MIXTE_OUVERT = "syndicat-mixte-ouvert", "Syndicat mixte ouvert"
    DEPARTEMENT = "departement", "Département"
    REGION = "region", "Région"
    CCAS = "ccas", "Centre communal ou intercommunal d’action sociale"
    CENTRE_DE_GESTION = "centre-de-gestion", "Centre de gestion de la fonction publique territoriale"
    AUTRE = "autre", "Autre établissement public"


# L.2121-x, on how the council works: communes; EPCI and syndicats de communes by L.5211-1; closed mixed syndicates by
# L.5711-1. An open one follows its statutes; a « syndicat mixte » said no further may be one: the rules keep silent.
ASSEMBLY = frozenset({Genre.COMMUNE, Genre.EPCI_FISCALITE_PROPRE, Genre.SYNDICAT_COMMUNES, Genre.SYNDICAT_MIXTE_FERME})
# L.2131-1, on publicity: EPCI by L.5211-3, syndicats mixtes by L.5711-1 and L.5721-4; L.3131-1 and L.4141-1 say the
# same of départements and régions.
PUBLICITY = ASSEMBLY | {Genre.SYNDICAT_MIXTE, Genre.SYNDICAT_MIXTE_OUVERT, Genre.DEPARTEMENT, Genre.REGION}


class ModePublicite(Choix):
    """Ways of making acts public (CGCT, art. L.2131-1, III and IV)."""

    ELECTRONIQUE = "electronique", "Publication électronique"
    AFFICHAGE = "affichage", "Affichage"
    PAPIER = "papier", "Publication sur papier"


class Nature(Choix):
    """Natures of an act in @ctes, as printed at the end of the identifier."""

    DE = "DE", "Délibérations"
    AR = "AR", "Actes réglementaires"
    AI = "AI", "Actes individuels"
    CC = "CC", "Contrats, conventions et avenants"
    BF = "BF", "Documents budgétaires et financiers"
    AU = "AU", "Autres"


class Resultat(Choix):
    """What became of the proposal."""

    ADOPTEE = "adoptee", "Adoptée"
    REJETEE = "rejetee", "Rejetée"
    PREND_ACTE = "prend-acte", "Prend acte"
    AJOURNEE = "ajournee", "Ajournée"
    RETIREE = "retiree", "Retirée de l’ordre du jour"


class Scrutin(Choix):
    """Ways of voting (CGCT, art. L.2121-21)."""

    ORDINAIRE = "ordinaire", "Scrutin ordinaire"
    PUBLIC = "public", "Scrutin public"
    SECRET = "secret", "Scrutin secret"


class Sens(Choix):
    """A movement during the séance."""

    ARRIVE = "arrive", "arrive"
    PART = "part", "part"


class Etat(Choix):
    """How much of the act is known."""

    COMPLET = "complet", "Acte complet"
    INCOMPLET = "incomplet", "Annexe connue, décision inconnue"


class EtatConvention(Choix):
    """How the annexed convention stands in the document."""

    REMPLIE = "remplie", "Remplie pour cette collectivité"
    VIERGE = "vierge", "Formulaire vierge"


class NatureLien(Choix):
    """What this act does to another, or what a decision from outside does to this act."""

    MODIFIE = "modifie", "Modifie"
    COMPLETE = "complete", "Complète"
    RECTIFIE = "rectifie", "Rectifie"
    REMPLACE = "remplace", "Remplace"
    ABROGE = "abroge", "Abroge"
    RETIRE = "retire", "Retire"
    ANNULE = "annule", "Annule"
    AVENANT = "avenant", "Avenant à la convention de"
    RENOUVELLE = "renouvelle", "Renouvelle la convention de"
    RESILIE = "resilie", "Résilie la convention de"
    CITE = "cite", "Cite"

    @property
    def passive(self) -> str:
        """The same link told from the other end."""
        return {
            "modifie": "Modifiée",
            "complete": "Complétée",
            "rectifie": "Rectifiée",
            "remplace": "Remplacée",
            "abroge": "Abrogée",
            "retire": "Retirée",
            "annule": "Annulée",
            "avenant": "Convention modifiée",
            "renouvelle": "Convention renouvelée",
            "resilie": "Convention résiliée",
            "cite": "Citée",
        }[self.value]

    @property
    def ends(self) -> bool:
        """True when the act at the other end is no longer in force."""
        return self in {NatureLien.REMPLACE, NatureLien.ABROGE, NatureLien.RETIRE, NatureLien.ANNULE}

    @property
    def on_convention(self) -> bool:
        """True when it is the convention of the act at the other end that changes, not the act."""
        return self in {NatureLien.AVENANT, NatureLien.RENOUVELLE, NatureLien.RESILIE}

    @property
    def acts(self) -> bool:
        """True when it changes something for the act at the other end; a citation changes nothing."""
        return self is not NatureLien.CITE

    @property
    def looks_back(self) -> bool:
        """True when its effect may go back before its decision (CRPA, art. L.240-1: retrait; a mistake put right)."""
        return self in {NatureLien.RETIRE, NatureLien.ANNULE, NatureLien.RECTIFIE}


class Moteurs(Choix):
    """What external search engines are asked to do with the page of an act."""

    EXCLUS = "exclus", "Exclue des moteurs de recherche externes"
    ADMIS = "admis", "Admise dans les moteurs de recherche externes"


class Reconduction(Choix):
    """How a convention is renewed."""

    EXPRESSE = "expresse", "par reconduction expresse"
    TACITE = "tacite", "par tacite reconduction"


class Accessibilite(Choix):
    """State declared by the operator (décret n° 2019-768, art. 4)."""

    TOTALE = "totale", "totalement conforme"
    PARTIELLE = "partielle", "partiellement conforme"
    NON_CONFORME = "non-conforme", "non conforme"
