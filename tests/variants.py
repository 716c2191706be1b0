"""Right ways to write a record: each snippet stands for one record, in which it takes the place of its keys.

Shapes are those of real acts; bodies and people are invented.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

from registre.model.names import slugify
from writing import with_lines

ACTE = """\
objet: Tarifs de la cantine
resultat: adoptee
vote: {pour: 3, contre: 1, abstention: 0}
texte: |
  Après en avoir délibéré, le conseil municipal fixe les tarifs.
signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}
teletransmission: {reception: 2026-03-16, publication: 2026-03-16}
mise_en_ligne: 2026-03-17
"""
SEANCE = """\
organe: Conseil municipal
heure: 18:30
president: Anne MARTIN
secretaires: [Jean DURAND]
convocation: {convocation}
en_exercice: 5
presents: [Anne MARTIN, Jean DURAND, Luc ROUX]
excuses: [Paul PETIT]
absents: [Zoé BLANC]
pouvoirs:
  - {de: Paul PETIT, a: Anne MARTIN}
decompte: {presents: 3, pouvoirs: 1, votants: 4}
"""
BODY = """\
nom: Commune d’Exemple
genre: commune
siren: "216200006"
departement: "62"
population: 1240
organe: Conseil municipal
tribunal: Tribunal administratif de Lille
"""

OBJETS = """\
Avis sur le dossier de suppression de la Z.A.C. des Prés
Personnel municipal - Instances paritaires
Convention pour l'accompagnement à la E-administration par le CDG 62
Finances – Budget primitif 2026 – Adoption
Budget primitif 2026 (M57), section d'investissement
Décision modificative n°1 - budget annexe « Eau »
Demande de subvention au titre de la D.E.T.R. 2026
Modification n° 3 du P.L.U.
Acquisition des parcelles AB 123, AB 124 et AC 7
Vente d’un terrain de 1 250 m² au prix de 12,50 €/m²
Taux d'imposition 2026 (TFB 35,12 %, TFNB 48,03 %)
Tarifs 2026/2027 de l'école de musique
Création d'un poste d’adjoint technique à 28/35e
SIVOM du Val : rapport d’activité 2025
Groupement de commandes gaz & électricité
Motion contre la fermeture du bureau de poste
Règlement intérieur de l'accueil périscolaire - actualisation
Attribution du marché de voirie (lot 1, lot 2 et lot 3)
Compte financier unique 2025
Affectation du résultat 2025 : 125 430,17 €
Délégations consenties au Maire (art. L.2122-22 du C.G.C.T.)
Désignation d'un(e) secrétaire de séance
Approbation du procès-verbal du 12/02/2026
Adhésion au service « Coffre-fort numérique »
Convention avec l’association "Les Amis du Moulin"
Garantie d'emprunt – 45 logements – rue d’Œuvre
Dénomination de voies : rue de l'Église, impasse Saint-Éloi
Participation à l'achat d'un vélo à assistance électrique (VAE)
Travaux de l’église Saint-Nicolas — tranche 2
Subvention exceptionnelle : Tour cycliste
Fonds de concours, année n+1
Avenant n°2 au marché n°2024-07
Remboursement de frais #transport
Forfait communal 650 €/élève
Plan Local d'Urbanisme intercommunal (P.L.U.i.)
C.C.A.S. : élection des membres
Cession à l’euro symbolique
Mise à disposition d’un agent 0,5 ETP
Redevance d’occupation du domaine public (RODP)
Tarif : 3 €
Modalités du télétravail [annexe 1]
Adoption du R.I.F.S.E.E.P. {cadre A}
Lutte contre l’ambroisie, et caetera...
Et si on plantait ? Charte de l’arbre !
80 km/h : avis
1er acompte de subvention
2026 : année du patrimoine
NON à la fermeture de la gare
*Rectificatif* de la délibération 2025-12
- Sans objet -
@ctes : convention avec la préfecture
% de la taxe d’aménagement
`Voirie` : classement
Réf. C:\\dossiers\\2026
Accès PMR → mairie
Vœu n° 1 ; vœu n° 2
Travaux > 40 000 € H.T.
Seuils < 90 000 € et ≥ 40 000 €
null et non avenu
Oui au référendum
Élection du Président et des Vice-Présidents
Composition de la commission d'appel d'offres (C.A.O.)
Rapport d'orientation budgétaire – exercice 2026
Provision pour créances douteuses (compte 4911)
Admission en non-valeur : 1 234,56 €
Durée d’amortissement des biens (nomenclature M 57)
Contrat d'apprentissage – Bac pro « Espaces verts »
Tableau des effectifs au 1er janvier 2026
Mandat spécial, congrès des Maires
Protocole transactionnel avec une entreprise
Délégation de service public de l'eau potable : rapport annuel du délégataire
Enquête publique – voie communale n°12 dite « du Bois »
Convention de servitude ENEDIS, parcelle ZK 45
Bail emphytéotique administratif de 99 ans
Cimetière : tarifs des concessions (15, 30 et 50 ans)
Dissolution du syndicat au 31/12/2026
Transfert de la compétence « assainissement »
Extinction partielle de l’éclairage public de 23 h à 5 h
Jumelage avec Beispielstadt (Allemagne)
Contrôle de l'hygrométrie, bâtiment A2-b
""".splitlines()

NOMS = """\
Anne MARTIN
MARTIN Anne
Mme Anne MARTIN
Madame MARTIN
M. Jean-Pierre D’HONDT
Jean-Luc de LA TOUR
VAN DEN BERGHE Éloïse
Marie-Thérèse LE GOFF-PÉRON
J. DUPONT
J.-C. L’HÉRITIER
RM. OLIVE
Maëlle N’GUESSAN
Ó. GARCÍA Y LÓPEZ
Şeyma YILMAZ
Łukasz NOWAK
Nguyễn Văn AN
Siobhán O’BRIEN
Zoë BÖHM
Ÿves DÆL
Cœur de LION
Dr Paul PETITJEAN
Me ROUXEL Luc
Anne MARTIN (Sainte-Anne)
Anne MARTIN, 1re adjointe
Louis XIV MARTIN
Jean DURAND dit « Jeannot »
DURAND-DUPONT (suppléante)
A. B. C. DUPRÉ
Noël NOËL
Elle BA
""".splitlines()

NUMEROS = """\
2026-14
2026/15
2026 / 16
DELIB-2024-37
DEL_2026_038
DEL 2026 039
2025CM26
n° 605
N°606/2026
01004
1.10
1.2.3
0017
18
19-A
20 bis
21 ter
D22
CC-2026-03-23
2026.024
26/03/25
B2026–026
2026_CM_027-2
28a
029É
30 (rectifié)
""".splitlines()

HEURES = ["18:30", "18h30", "18 h 30", "9h", "20H58", "00:00", "9:05", '"18:30"', '"20 : 00"', "23h59"]

VOTES = """\
vote: {pour: 4, contre: 0, abstention: 0, unanimite: oui}
vote: {unanimite: oui}
vote: {unanimite: oui, formule: "à l'unanimité des membres présents ou représentés"}
vote: {unanimite: oui, formule: à l’unanimité des suffrages exprimés}
vote: {formule: à main levée}
vote: {pour: 4}
vote: {pour: 4, formule: "Pour : 4"}
vote: {contre: 0, abstention: 0, unanimite: oui}
vote: {pour: 3, contre: 1}
vote: {pour: 3, abstention: 1}
vote: {pour: 2, contre: 1, abstention: 1}
vote: {pour: 3, contre: 0, abstention: 1, exprimes: 3}
vote: {pour: 3, contre: 0, abstention: 0, ne_prend_pas_part: 1}
vote: {pour: 3, contre: 0, blancs: 1, scrutin: secret}
vote: {pour: 3, contre: 0, nuls: 1, scrutin: secret}
vote: {pour: 2, contre: 2, voix_preponderante: oui}
vote: {pour: 3, contre: 1, noms: {contre: [Luc ROUX]}}
vote: {pour: 3, abstention: 1, noms: {abstention: [Luc ROUX]}}
vote: {pour: 3, ne_prend_pas_part: 1, noms: {ne_prend_pas_part: [Luc ROUX]}}
vote: {pour: 4, scrutin: ordinaire}
vote:
vote: {pour: 4, unanimite: true}
vote: {pour: 3, contre: 1, unanimite: non}
vote: {pour: 3, contre: 1, unanimite: false}
vote: {"pour": 3, "contre": 1}
vote: {pour: "3", contre: "1"}
resultat: Adoptée
resultat: adoptée
resultat: ADOPTEE
resultat: prend acte
resultat: Prend acte
resultat:
resultat: "adoptee"
resultat: 'adoptee'
""".splitlines()

SIGNATAIRES = """\
signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}
signataire: {civilite: Madame, prenom: Anne, nom: MARTIN, qualite: Le Maire}
signataire: {civilite: M., prenom: Jean, nom: D’HONDT, qualite: "Maire, Vice-président du SIVOM"}
signataire: {prenom: J., nom: DURAND, qualite: 1er adjoint, empechement: Pour le Maire empêché}
signataire: {prenom: Jean, nom: DURAND, qualite: "L'adjoint délégué", empechement: Par délégation}
signataire: {prenom: Zoé, nom: VAN DEN BERGHE, qualite: Présidente du Syndicat}
signataire: {nom: "MARTIN", prenom: 'Anne', qualite: Maire d’Exemple}
""".splitlines()

TAMPONS = """\
teletransmission: {reception: 2026-03-16, publication: 2026-03-16}
teletransmission: {envoi: 2026-03-15, reception: 2026-03-16, publication: 2026-03-17}
teletransmission: {transmission: 2026-03-16, reception: 2026-03-16, affichage: 2026-03-17}
teletransmission: {envoi: 2026-03-16, reception: 2026-03-16, publication: "2026-03-16"}
teletransmission: {reception: "2026-03-16", affichage: '2026-03-16'}
teletransmission: { envoi: 2026-03-16 , reception: 2026-03-16 }
""".splitlines()

OTHERS = """\
nature: DE
nature: de
nature: "DE"
matiere: "1.1"
matiere: 1.1
matiere:
mise_en_ligne: "2026-03-17"
mise_en_ligne: 2026-12-31
president: Jean DURAND
decompte: {votants: 4}
decompte: {presents: 3, pouvoirs: 1, votants: 4}
decompte: {excuses: 1, absents: 1}
decompte:
collectivite: exemple
brouillon: oui
brouillon: non
brouillon: Oui
brouillon: true
liens: []
liens:
pieces: []
pieces: [{titre: Annexe 2, manquante: "citée par l’acte, non jointe"}]
conventions: []
conventions: [{type: restauration}]
conventions: [{type: restauration, duree: 5 ans}]
conventions: [{type: restauration, duree: 1 an, debut: 2026-04-01, fin: 2027-03-31}]
conventions: [{type: restauration, duree: 18 mois, etat: vierge}]
conventions: [{type: restauration, duree: 90 jours, etat: remplie, annexe: ANNEXE N°1}]
conventions: [{type: restauration, duree: 3 années, renouvellement: {fois: 2, reconduction: tacite}}]
conventions: [{type: restauration, renouvellement: {reconduction: expresse}, tarif: "0,35 €/habitant"}]
conventions: [{type: restauration, parties: [{nom: Commune d’Exemple, collectivite: exemple}, {nom: Traiteur}]}]
conventions: [{type: restauration, parties: [{nom: S.A.R.L. X, siege: "1, rue A", representant: M. B}]}]
liens: [{nature: annule, decision: "TA de Lille, n° 2600001", date: 2026-05-01}]
liens: [{nature: modifie, acte: exemple/2019-01-01/ancien}]
liens: [{nature: abroge, acte: exemple/2019-01-01/ancien}]
liens: [{nature: retire, acte: exemple/2019-01-01/ancien}]
liens: [{nature: rectifie, acte: exemple/2019-01-01/ancien, precision: "article 2, montant"}]
anomalies: [{passage: Après en avoir délibéré, motif: imprimé deux fois}]
non_transmissible: "CGCT, art. L.2131-2, 1°"
""".splitlines()

TEXTES = [
    "Vu le code ;\n\nDécide.",
    "- un\n- deux",
    "1. un\n2. deux\n10. dix",
    "1) un\n2) deux",
    "a) un ;\nb) deux.",
    "Article 1er : fixe.\n\nArticle 2 : dit.",
    "## Article 1\n\nfixe\n\n### 1-1\n\ndit",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "$$\n(50*Tp)+(PUdoc*Nbdoc)\n$$",
    "Prix : 3,20 € #repas",
    "Total : 12 %\n\tdont TVA",
    "*italique* _souligné_ `code`",
    "<b>gras</b> & co",
    "« l’été » — œuvre",
    "2026. Le conseil",
    "Pour : 4\nContre : 0\nAbstention : 0",
    "…………… le ……………",
    "Fait à EXEMPLE, le ________",
    "ainsi fait et délibéré\nles jour, mois et an susdits",
    "C:\\chemin {x} [y] ~z ^t",
    "http://www.exemple.fr/?a=1&b=2",
    "Lot 1 | Lot 2 | Lot 3",
    "+ 3 postes\n+ 2 postes",
    "***\nsuite",
    "===\nsuite",
    "> cité",
    "    en retrait",
    "Ligne longue " * 200,
    "À l’unanimité,\n\n\n\nDÉCIDE",
    "\u00a0Le Maire",
    "Montant : 1\u202f250,00 €",
    "½ journée, 28/35ᵉ, m², n°",
    "M. X.\n- présent\n- voté",
    "1er janvier 2026",
    "Oui\nNon\nnull\n~",
    "%YAML 1.2\n---\n...",
    "&ancre *renvoi !balise",
    "'simple' \"double\"",
    "{{ 7*7 }} {% if %}",
    "Emoji 🏛 et ✔",
]

BODIES = """\
nom: Commune d'Exemple-sur-Lys
nom: "Exemple"
nom: L’Exemple-d’Œuvre
nom: Communauté de Communes du Val d’Exemple (C.C.V.E.)
nom: Saint-Éloi-lès-Exemple
nom_complet: Commune nouvelle d’Exemple
sigle: C.C.V.E.
siren: 216200006
siren: '216200006'
insee: 62001
insee: "62001"
departement: 62
departement: '62'
population: 84
population: 12400
population:
organe: Conseil Municipal
secretaire: "Mairie d’Exemple, secrétariat"
contact: {telephone: 03 00 00 00 00}
contact: {courriel: mairie@exemple.fr, site: "https://www.exemple.fr/"}
contact: {adresse: "1, place de la Mairie - 62000 EXEMPLE"}
genre: Commune
genre: ccas
genre: "commune"
sources: [{champs: [siren], source: Répertoire Sirene}]
jusqu_au: 2026-12-31
tribunal: tribunal administratif de LILLE
""".splitlines()


def _seances() -> list[str]:
    named = [f"presents: [Anne MARTIN, Jean DURAND, {json.dumps(name, ensure_ascii=False)}]" for name in NOMS[4:]]
    return [
        *(f"heure: {hour}" for hour in HEURES),
        *named,
        *(f"absents: [{json.dumps(name, ensure_ascii=False)}]" for name in NOMS[6:28]),
        *(f"lieu: {lieu}" for lieu in ("Mairie", "Salle « Œuvre »", '"Salle n° 3"', "Hôtel de Ville, 1er étage")),
        *(
            f"pouvoirs: [{{de: Paul PETIT, a: Anne MARTIN, formule: {formule}}}]"
            for formule in ("donne pouvoir à", "a donné procuration à", "ayant donné mandat à", "représenté par", "à")
        ),
        "president: MARTIN Anne",
        "president: Madame Anne MARTIN",
        "secretaires: [DURAND Jean]",
        "secretaires: [Jean DURAND, Luc ROUX]",
        "secretaires:\n  - Jean DURAND",
        "presents:\n  - Anne MARTIN\n  - Jean DURAND\n  - Luc ROUX",
        "presents:\n- Anne MARTIN\n- Jean DURAND\n- Luc ROUX",
        "presents: [\n  Anne MARTIN, Jean DURAND,\n  Luc ROUX ]",
        "pouvoirs: [{de: Paul PETIT}]",
        "en_exercice: '5'",
        "decompte: {votants: 4}",
        "decompte:",
        "ouverture: |\n  L’an deux mil vingt-six, le trois du mois d’avril à 18 h 30,\n  le conseil s’est réuni.",
        "mentions: |\n  M. Jean DURAND est élu secrétaire.",
        'intitules: {presents: "Étaient présents :", excuses: "Absents excusés :"}',
        "autres_points: [{objet: Questions diverses}]",
        'autres_points: [{numero: "2026/16", objet: Budget, resultat: ajournee, motif: reporté}]',
        "mouvements: [{nom: Zoé BLANC, sens: arrive, a_partir_de: 20:58}]",
        "suppleances: []",
        "seconde_convocation: non",
        "affichage: 2026-03-16",
    ]


def acts() -> list[str]:
    """Snippets of acts."""
    written = [f"objet: {json.dumps(objet, ensure_ascii=False)}" for objet in OBJETS]
    single = ["objet: '" + objet.replace("'", "''") + "'" for objet in OBJETS]
    bare = [f"objet: {objet}" for objet in OBJETS if re.match(r"[\wÀ-ÿ]", objet) and not re.search(r": | #", objet)]
    texts = ["texte: |\n" + "\n".join(f"  {line}".rstrip() for line in text.split("\n")) for text in TEXTES]
    folded = ["texte: |-\n" + "\n".join(f"    {line}".rstrip() for line in text.split("\n")) for text in TEXTES]
    return [*written, *single, *bare, *VOTES, *SIGNATAIRES, *TAMPONS, *OTHERS, *texts, *folded]


def write_variants(content: Path) -> int:
    """Write a register of all variants below `content`, which holds tests/records/base; returns their number."""
    files = dict(_files())
    for path, text in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        seance = target.with_name("seance.yaml")
        if target.parent.parent.parent.name == "seances" and not seance.exists():
            seance.write_text(_seance(target.parent.name), encoding="utf-8")
    return len(files)


def _seance(day: str) -> str:
    week_before = dt.date.fromisoformat(day) - dt.timedelta(days=7)
    return SEANCE.replace("{convocation}", week_before.isoformat())


def _files() -> Iterator[tuple[str, str]]:
    start = dt.date(2020, 1, 1)
    yield "seances/exemple/2019-01-01/ancien.yaml", f"numero: ancien\n{ACTE}"
    for index, snippet in enumerate(acts()):
        day = start + dt.timedelta(days=index // 20)
        yield f"seances/exemple/{day}/{index:04}.yaml", f'numero: "{index:04}"\n' + with_lines(ACTE, snippet, snippet)
    for index, numero in enumerate(NUMEROS):
        day = dt.date(2021, 1, 1) + dt.timedelta(days=index)
        yield f"seances/exemple/{day}/{slugify(numero)}.yaml", f"numero: {numero}\n{ACTE}"
    for index, snippet in enumerate(_seances()):
        day = dt.date(2022, 1, 1) + dt.timedelta(days=index)
        yield f"seances/exemple/{day}/seance.yaml", with_lines(_seance(str(day)), snippet, snippet)
    for index, snippet in enumerate(BODIES):
        yield f"collectivites/exemple-{index}.yaml", with_lines(BODY, snippet, snippet)
