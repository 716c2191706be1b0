"""Records that describe who acts and with what: the register, bodies, convention types and models, matières."""

from __future__ import annotations

from registre.model.fields import Fiche, declare
from registre.model.scalars import (
    Adresse,
    CodeInsee,
    CodeMatiere,
    Courriel,
    Departement,
    Entier,
    Jour,
    Ligne,
    NomCourt,
    OuiNon,
    ReferenceActe,
    Siren,
    Texte,
)
from registre.model.vocabulary import Accessibilite, Genre, ModePublicite

# The fields of a register that its accessibility statement needs; the others are those of the legal notice.
ACCESSIBILITY = ("accessibilite", "contact_accessibilite")
# What the law asks of a legal notice; an e-mail address is only useful (loi n° 2004-575, LCEN).
LEGAL_NOTICE = ("organisme", "adresse", "telephone", "directeur_publication", "hebergeur")
# Where a hand-written page shows these facts: a line of its own.
OPERATOR_MARK = "<!-- registre : exploitant -->"
ACCESSIBILITY_MARK = "<!-- registre : accessibilite -->"


class Registre(Fiche):
    """content/registre.yaml: who publishes this register (LCEN; loi n° 2005-102, art. 47)."""

    organisme: Ligne | None = declare("Organisme", "Qui publie ce registre.", "Commune d’Exemple", dit=True)
    adresse: Ligne | None = declare(
        "Adresse postale", "Celle de l’organisme.", "1 place de la Mairie, 62000 EXEMPLE", dit=True
    )
    telephone: Ligne | None = declare("Téléphone", "Numéro public.", "03 00 00 00 00", dit=True)
    courriel: Courriel | None = declare("Courriel", "Adresse électronique publique.", "mairie@exemple.fr", dit=True)
    directeur_publication: Ligne | None = declare(
        "Directeur de la publication", "En général le maire ou le président.", "Anne MARTIN", dit=True
    )
    hebergeur: Ligne | None = declare(
        "Hébergeur", "Nom et adresse de l’hébergeur du site.", "GitHub, Inc., San Francisco", dit=True
    )
    accessibilite: Accessibilite | None = declare(
        "État d’accessibilité", "Résultat de l’audit du RGAA, quand il a eu lieu.", "partielle", dit=True
    )
    contact_accessibilite: Ligne | None = declare(
        "Contact pour l’accessibilité", "À qui écrire en cas de difficulté.", "accueil@exemple.fr", dit=True
    )

    @property
    def initialise(self) -> bool:
        """True once somebody publishes the register in its own name: what the law asks may no longer be missing."""
        return self.organisme is not None


class Contact(Fiche):
    """How to reach a body."""

    adresse: Ligne | None = declare("Adresse", "Adresse postale.", "1 place de la Mairie, 62000 EXEMPLE")
    telephone: Ligne | None = declare("Téléphone", "Numéro public de l’accueil.", "03 00 00 00 00")
    courriel: Courriel | None = declare("Courriel", "Adresse publique de l’accueil.", "mairie@exemple.fr")
    site: Adresse | None = declare("Site", "Site de la collectivité.", "https://www.exemple.fr/")


class Provenance(Fiche):
    """Where facts of a body's record come from."""

    champs: tuple[Ligne, ...] = declare("Champs", "Les clés concernées.", "[siren, insee]", defaut=())
    source: Ligne = declare(
        "Source", "D’où vient le fait.", "Identifiant @ctes de l’acte n° 14", requis=True, defaut=""
    )


class Collectivite(Fiche):
    """content/collectivites/<nom court>.yaml: one body."""

    nom: Ligne = declare("Nom", "Nom usuel, affiché partout.", "Commune d’Exemple", requis=True, defaut="")
    nom_complet: Ligne | None = declare("Nom complet", "Nom officiel, s’il diffère.", "Commune d’Exemple-sur-Lys")
    sigle: Ligne | None = declare("Sigle", "Sigle usuel.", "SIVOM")
    genre: Genre | None = declare(
        "Catégorie", "Ce qu’elle est : les règles de droit en dépendent.", "commune", requis=True
    )
    siren: Siren | None = declare("SIREN", "Neuf chiffres.", "216200006", dit=True)
    insee: CodeInsee | None = declare("Code INSEE", "Celui de la commune, pour une commune.", "62001")
    departement: Departement | None = declare("Département", "Celui de son siège.", "62")
    population: Entier | None = declare("Population", "Elle fixe le délai de convocation.", "1240")
    organe: Ligne | None = declare("Organe délibérant", "Nom de l’assemblée.", "Conseil municipal")
    secretaire: Ligne | None = declare("Secrétariat", "Qui répond d’habitude au nom de la collectivité.", "Secrétariat")
    tribunal: Ligne | None = declare(
        "Tribunal administratif",
        "Celui devant qui ses actes se contestent.",
        "Tribunal administratif de Lille",
        dit=True,
    )
    contact: Contact | None = declare("Contact", "Coordonnées publiques.", "{telephone: 03 00 00 00 00}")
    publicite: ModePublicite | None = declare(
        "Publicité des actes", "Comment elle publie ses actes, si elle l’a choisi.", "affichage"
    )
    choix_publicite: Ligne | None = declare(
        "Choix de la publicité", "La délibération qui a choisi.", "délibération n° 12 du 28 juin 2022"
    )
    succede_a: tuple[NomCourt, ...] = declare(
        "Succède à", "Noms courts des collectivités qu’elle remplace.", "[ancienne-commune]", defaut=()
    )
    jusqu_au: Jour | None = declare("A existé jusqu’au", "Dernier jour d’existence, si elle a disparu.", "2025-12-31")
    anciens_noms_courts: tuple[NomCourt, ...] = declare(
        "Anciens noms courts",
        "Si cette fiche a changé de nom : les adresses d’avant mènent à celles d’aujourd’hui.",
        "[vieil-exemple]",
        defaut=(),
    )
    sources: tuple[Provenance, ...] = declare(
        "Sources", "D’où viennent ces faits.", "[{champs: [siren], source: Répertoire Sirene}]", defaut=()
    )


class TypeConvention(Fiche):
    """content/conventions/<type>/type.yaml: one type of convention."""

    nom: Ligne = declare("Nom", "Nom du type, affiché partout.", "E-administration", requis=True, defaut="")
    description: Texte = declare(
        "Description",
        "Ce que c’est, en un paragraphe pour un citoyen.",
        "Le centre de gestion aide la collectivité à télétransmettre ses actes.",
        requis=True,
        defaut="",
    )
    partenaire: NomCourt | None = declare("Partenaire", "Nom court de la collectivité qui la propose.", "exemple")
    anciens_noms_courts: tuple[NomCourt, ...] = declare(
        "Anciens noms courts",
        "Si ce dossier a changé de nom : les adresses d’avant mènent à celles d’aujourd’hui.",
        "[dematerialisation]",
        defaut=(),
    )


class Modele(Fiche):
    """Header of content/conventions/<type>/<modele>.md: one version of the model convention."""

    titre: Ligne = declare("Titre", "Comment on l’appelle.", "Modèle à trois prestations", requis=True, defaut="")
    version: Ligne | None = declare("Version", "Comme imprimée, si le modèle en porte une.", "version 2 – juin 2025")
    emetteur: NomCourt | None = declare("Émis par", "Nom court de la collectivité émettrice.", "exemple", dit=True)
    president: Ligne | None = declare("Président nommé", "Président de l’émetteur nommé dans le texte.", "Anne MARTIN")
    en_usage_depuis: Jour | None = declare("En usage depuis", "Si un document le dit.", "2022-05-17", dit=True)
    source: Ligne | None = declare("Source", "Le document dont il est tiré.", "Annexe n° 1 de l’acte", dit=True)
    d_apres: ReferenceActe | None = declare(
        "D’après",
        "Délibération dont la convention annexée donne le texte, quand le fichier n’a pas de texte.",
        "exemple/2026-03-12/014",
    )
    vierge: OuiNon | None = declare("Formulaire vierge", "Oui si le texte est un formulaire non rempli.", "oui")
    remplace: NomCourt | None = declare("Remplace", "Nom court du modèle précédent.", "modele-2022")


class Matiere(Fiche):
    """One line of the @ctes nomenclature."""

    code: CodeMatiere = declare("Code", "Code de la nomenclature.", '"1.1"', requis=True, defaut="")
    libelle: Ligne = declare("Libellé", "Nom de la matière.", "Marchés publics", requis=True, defaut="")


class Nomenclature(Fiche):
    """content/nomenclature.yaml: the matières of @ctes."""

    matieres: tuple[Matiere, ...] = declare(
        "Matières", "La liste.", '[{code: "1.1", libelle: Marchés publics}]', requis=True, defaut=()
    )
