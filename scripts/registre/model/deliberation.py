"""The délibération, its vote, its conventions, its links."""

from __future__ import annotations

from registre.model.conventions import ConventionAnnexee
from registre.model.fields import Fiche, declare
from registre.model.parts import Anomalie, Decompte, Occultation, Piece, Verification
from registre.model.scalars import (
    AncienneAdresse,
    Entier,
    IdentifiantActes,
    Jour,
    Ligne,
    Nom,
    NomCourt,
    Numero,
    OuiNon,
    ReferenceActe,
    Texte,
)
from registre.model.vocabulary import (
    Etat,
    Moteurs,
    Nature,
    NatureLien,
    Resultat,
    Scrutin,
)


class Noms(Fiche):
    """Who voted how, where the document names them (never in a secret ballot: CGCT, art. L.2121-21)."""

    pour: tuple[Nom, ...] = declare("Pour", "Noms imprimés.", "[Anne MARTIN]", defaut=())
    contre: tuple[Nom, ...] = declare("Contre", "Noms imprimés.", "[Jean DURAND]", defaut=())
    abstention: tuple[Nom, ...] = declare("Abstention", "Noms imprimés.", "[Luc ROUX]", defaut=())
    ne_prend_pas_part: tuple[Nom, ...] = declare("Ne prend pas part", "Noms imprimés.", "[Paul PETIT]", defaut=())


class Vote(Fiche):
    """The vote as printed: a count that is not printed is absent, never 0."""

    pour: Entier | None = declare("Pour", "Voix pour.", "13")
    contre: Entier | None = declare("Contre", "Voix contre.", "0")
    abstention: Entier | None = declare("Abstentions", "Abstentions.", "0")
    blancs: Entier | None = declare("Blancs", "Bulletins blancs.", "1")
    nuls: Entier | None = declare("Nuls", "Bulletins nuls.", "0")
    ne_prend_pas_part: Entier | None = declare("Ne prennent pas part au vote", "Nombre imprimé.", "1")
    exprimes: Entier | None = declare("Suffrages exprimés", "Nombre imprimé.", "12")
    unanimite: OuiNon | None = declare("Unanimité", "Oui si le document le dit.", "oui")
    formule: Ligne | None = declare("Formule du vote", "Les mots du document.", "à l’unanimité des présents")
    scrutin: Scrutin | None = declare("Mode de scrutin", "Si le document le dit.", "public")
    voix_preponderante: OuiNon | None = declare(
        "Voix prépondérante", "Oui si la voix du président a tranché un partage.", "oui"
    )
    noms: Noms | None = declare("Noms des votants", "Si le document les imprime.", "{contre: [Jean DURAND]}")


class Signataire(Fiche):
    """Author of the act: given name, name, capacity (CGCT, art. R.2131-1; CRPA, art. L.212-1)."""

    civilite: Ligne | None = declare("Civilité", "Si elle est imprimée.", "Madame")
    prenom: Ligne | None = declare("Prénom", "Prénom du signataire.", "Anne")
    nom: Ligne | None = declare("Nom", "Nom du signataire.", "MARTIN")
    qualite: Ligne | None = declare("Qualité", "Fonction imprimée.", "Maire")
    empechement: Ligne | None = declare(
        "Empêchement", "La mention imprimée, si un autre signe.", "Pour le Maire empêché"
    )


class Teletransmission(Fiche):
    """The stamp of the contrôle de légalité."""

    identifiant: IdentifiantActes | None = declare(
        "Identifiant de télétransmission", "Identifiant @ctes imprimé.", "062-216200006-20260312-014-DE"
    )
    envoi: Jour | None = declare("Envoyé en préfecture", "« Envoyé en préfecture le ».", "2026-03-16")
    transmission: Jour | None = declare("Date de télétransmission", "« Date de télétransmission ».", "2026-03-16")
    reception: Jour | None = declare("Reçu en préfecture", "« Reçu en préfecture le ».", "2026-03-16", dit=True)
    publication: Jour | None = declare("Date de publication", "« Publié le ».", "2026-03-16", dit=True)
    affichage: Jour | None = declare("Affiché le", "« Affiché le ».", "2026-03-16")


class Lien(Fiche):
    """What this act does to another act (`acte`), or what a decision from outside does to this one (`decision`)."""

    nature: NatureLien | None = declare("Nature du lien", "modifie, abroge, retire, annule…", "modifie", requis=True)
    acte: ReferenceActe | None = declare("Acte", "La délibération visée.", "exemple/2026-03-12/014")
    decision: Ligne | None = declare(
        "Décision", "La décision extérieure qui touche cet acte.", "TA de Lille, n° 2600001"
    )
    date: Jour | None = declare("Date", "Date d’effet ou de la décision.", "2026-05-01")
    precision: Ligne | None = declare("Précision", "Ce qui est touché.", "article 2")
    convention: NomCourt | None = declare(
        "Convention visée",
        "Pour un avenant, un renouvellement ou une résiliation : le type de la convention, si l’acte en a plusieurs.",
        "e-administration",
    )
    fin: Jour | None = declare(
        "Nouvelle fin", "Pour un avenant ou un renouvellement : la fin qu’il donne à la convention.", "2036-03-31"
    )


class Deliberation(Fiche):
    """content/seances/<collectivite>/<AAAA-MM-JJ>/<cle>.yaml."""

    collectivite: NomCourt | None = declare(
        "Collectivité", "Inutile : le dossier la porte. Doit s’accorder avec lui.", "exemple"
    )
    date_seance: Jour | None = declare(
        "Date de séance", "Inutile : le dossier la porte. Doit s’accorder avec lui.", "2026-03-12"
    )
    numero: Numero = declare("Numéro", "Comme imprimé.", '"014"', requis=True, defaut="")
    objet: Ligne = declare(
        "Objet",
        "Le titre de l’acte, comme imprimé.",
        "Tarifs de la cantine",
        requis="sauf si l’acte est incomplet, ou un brouillon",
        defaut="",
    )
    nature: Nature | None = declare("Nature", "Code imprimé à la fin de l’identifiant.", "DE")
    matiere: Ligne | None = declare("Matière", "Code @ctes, si un document le donne.", '"7.10"')
    etat: Etat | None = declare("État", "incomplet, si seuls une annexe ou un tampon sont connus.", "incomplet")
    motif: Ligne | None = declare("Motif", "Pourquoi l’acte est incomplet.", "seule l’annexe est connue")
    president: Ligne | None = declare(
        "Présidence", "Si l’acte imprime un autre président que la séance.", "Anne MARTIN"
    )
    decompte: Decompte | None = declare(
        "Décompte imprimé", "Si l’acte imprime ses propres nombres.", "{presents: 12, votants: 13}"
    )
    resultat: Resultat | None = declare(
        "Résultat", "Ce qui a été décidé ; rien si le document ne le dit pas.", "adoptee", dit=True
    )
    vote: Vote | None = declare("Vote", "Comme imprimé.", "{pour: 13, contre: 0, abstention: 0}", dit=True)
    texte: Texte | None = declare(
        "Texte",
        "L’acte entier, collé, dans l’ordre du document.",
        "|\n  Vu le code général des collectivités territoriales,\n\n  Après en avoir délibéré…",
        dit=True,
    )
    signataire: Signataire | None = declare(
        "Signataire", "Qui a signé, et en quelle qualité.", "{prenom: Anne, nom: MARTIN, qualite: Maire}", dit=True
    )
    teletransmission: Teletransmission | None = declare(
        "Télétransmission", "Le tampon de la préfecture.", "{reception: 2026-03-16, publication: 2026-03-16}", dit=True
    )
    non_transmissible: Ligne | None = declare(
        "Non transmissible", "Pourquoi l’acte n’a pas à être transmis.", "CGCT, art. L.2131-2, 1°"
    )
    mise_en_ligne: Jour | None = declare(
        "Date de mise en ligne", "Jour de publication sur le site de la collectivité.", "2026-03-17", dit=True
    )
    retrait: Jour | None = declare(
        "Publicité retirée le",
        "Jour où l’acte cesse d’être en ligne ou affiché, deux mois au moins après le début.",
        "2026-06-01",
    )
    occultation: Occultation | None = declare(
        "Occultation vérifiée",
        "Qui a vérifié que les données personnelles sont occultées, et quand.",
        "{par: Secrétariat, le: 2026-03-16}",
    )
    moteurs: Moteurs | None = declare(
        "Moteurs de recherche",
        "exclus : les moteurs externes sont priés d’ignorer la page ; on ne peut pas le leur demander pour ses PDF.",
        "exclus",
    )
    conventions: tuple[ConventionAnnexee, ...] = declare(
        "Conventions", "Celles que l’acte approuve.", "[{type: e-administration, texte: 014-convention.md}]", defaut=()
    )
    pieces: tuple[Piece, ...] = declare(
        "Pièces",
        "Documents. Le PDF du même nom que l’enregistrement est pris d’office.",
        "[{titre: Plan, fichier: 014-plan.pdf}]",
        defaut=(),
        dit=True,
    )
    liens: tuple[Lien, ...] = declare(
        "Liens", "Avec d’autres actes ou décisions.", "[{nature: modifie, acte: exemple/2026-03-12/014}]", defaut=()
    )
    anomalies: tuple[Anomalie, ...] = declare(
        "Anomalies",
        "Ce que le document a d’étrange, et pourquoi il reste ainsi.",
        "[{passage: n°875-643, motif: imprimé ainsi}]",
        defaut=(),
    )
    anciennes_adresses: tuple[AncienneAdresse, ...] = declare(
        "Anciennes adresses", "Adresses d’où la page a été déplacée.", "[actes/exemple/2026-03-11/14]", defaut=()
    )
    brouillon: OuiNon | None = declare("Brouillon", "Oui : vérifié, mais pas publié.", "oui")
    a_verifier: tuple[Verification, ...] = declare(
        "À vérifier", "Points à relire dans un brouillon.", "[{champ: vote, passage: à l’unanimité}]", defaut=()
    )
