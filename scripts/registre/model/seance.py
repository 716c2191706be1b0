"""The séance: its date is carried by its folder; attendance is typed here, once."""

from __future__ import annotations

from registre.model.fields import Fiche, declare
from registre.model.parts import Anomalie, Decompte, Piece, Verification
from registre.model.scalars import AncienneAdresse, Entier, Heure, Jour, Ligne, Nom, NomCourt, Numero, OuiNon, Texte
from registre.model.vocabulary import Resultat, Sens


class Pouvoir(Fiche):
    """A proxy, as the document words it (CGCT, art. L.2121-20)."""

    de: Ligne = declare("Pouvoir de", "Qui donne pouvoir.", "Jean DURAND", requis=True, defaut="")
    a: Ligne | None = declare("Pouvoir à", "À qui ; rien si le document ne le dit pas.", "Anne MARTIN", dit=True)
    formule: Ligne | None = declare("Formule", "Les mots du document entre les deux noms.", "donne pouvoir à")
    a_partir_de: Ligne | None = declare(
        "À partir de", "Numéro d’acte ou heure, s’il est donné en cours de séance.", '"015"'
    )


class Mouvement(Fiche):
    """Someone arrives or leaves: attendance changes once, here."""

    nom: Ligne = declare("Nom", "Qui arrive ou part.", "Jean DURAND", requis=True, defaut="")
    sens: Sens | None = declare("Mouvement", "arrive ou part.", "arrive", requis=True)
    a_partir_de: Ligne | None = declare("À partir de", "Premier acte concerné (son numéro), ou une heure.", '"015"')


class Suppleance(Fiche):
    """A substitute who sits for a full member."""

    suppleant: Ligne = declare(
        "Suppléant", "Qui siège ; figure aussi dans `presents`.", "Jean DURAND", requis=True, defaut=""
    )
    titulaire: Ligne | None = declare("Titulaire", "À la place de qui.", "Anne MARTIN", dit=True)


class Point(Fiche):
    """An item of the agenda whose délibération is not in the register."""

    numero: Numero | None = declare("Numéro", "S’il est imprimé.", '"016"')
    objet: Ligne = declare("Objet", "Comme imprimé.", "Questions diverses", requis=True, defaut="")
    resultat: Resultat | None = declare("Résultat", "Ce qu’il en est advenu, si le document le dit.", "retiree")
    motif: Ligne | None = declare("Motif", "Pourquoi il n’est pas dans le registre.", "point sans délibération")


class Intitules(Fiche):
    """The headings the document prints above its lists of names."""

    presents: Ligne | None = declare("Présents", "Intitulé imprimé.", '"Étaient présents :"')
    excuses: Ligne | None = declare("Excusés", "Intitulé imprimé.", '"Absents excusés :"')
    absents: Ligne | None = declare("Absents", "Intitulé imprimé.", '"Était absent :"')
    pouvoirs: Ligne | None = declare("Pouvoirs", "Intitulé imprimé.", '"Pouvoirs :"')


class ProcesVerbal(Fiche):
    """The minutes: settled at a later séance, then published (CGCT, art. L.2121-15)."""

    arrete: Jour | None = declare("Procès-verbal arrêté le", "Jour de la séance qui l’a arrêté.", "2026-04-09")
    mise_en_ligne: Jour | None = declare("Procès-verbal mis en ligne le", "Jour de sa mise en ligne.", "2026-04-13")


class Seance(Fiche):
    """content/seances/<collectivite>/<AAAA-MM-JJ>/seance.yaml."""

    collectivite: NomCourt | None = declare(
        "Collectivité", "Inutile : le dossier la porte. Doit s’accorder avec lui.", "exemple"
    )
    date_seance: Jour | None = declare(
        "Date de séance", "Inutile : le dossier la porte. Doit s’accorder avec lui.", "2026-03-12"
    )
    organe: Ligne | None = declare("Organe", "Assemblée réunie.", "Conseil municipal")
    heure: Heure | None = declare("Heure", "Heure d’ouverture imprimée.", "18:30")
    lieu: Ligne | None = declare("Lieu", "Où elle se tient, si le document le dit.", "Salle du conseil")
    president: Ligne | None = declare("Présidence", "Qui préside.", "Anne MARTIN", dit=True)
    secretaires: tuple[Nom, ...] = declare(
        "Secrétaire de séance", "Un ou plusieurs.", "[Jean DURAND]", defaut=(), dit=True
    )
    convocation: Jour | None = declare("Date de convocation", "Comme imprimée.", "2026-03-05", dit=True)
    affichage: Jour | None = declare("Date d’affichage", "Affichage des actes (non de la convocation).", "2026-03-16")
    seconde_convocation: OuiNon | None = declare(
        "Seconde convocation", "Oui si la première n’avait pas réuni le quorum.", "oui"
    )
    ouverture: Texte | None = declare(
        "Formule d’ouverture",
        "Ce qui est imprimé avant les listes, mot pour mot.",
        "|\n  L’an deux mille vingt-six, le douze mars…",
    )
    intitules: Intitules | None = declare(
        "Intitulés imprimés", "Titres des listes dans le document.", '{presents: "Étaient présents :"}'
    )
    en_exercice: Entier | None = declare("Membres en exercice", "Nombre imprimé.", "15", dit=True)
    presents: tuple[Nom, ...] = declare(
        "Présents", "Noms, dans l’ordre du document.", "[Anne MARTIN, Jean DURAND]", defaut=()
    )
    excuses: tuple[Nom, ...] = declare(
        "Excusés", "Tous ceux nommés sous ce titre, pouvoirs compris.", "[Paul PETIT]", defaut=()
    )
    absents: tuple[Nom, ...] = declare("Absents", "Noms, dans l’ordre du document.", "[Luc ROUX]", defaut=())
    suppleances: tuple[Suppleance, ...] = declare(
        "Suppléances", "Qui siège pour qui.", "[{suppleant: Jean DURAND, titulaire: Luc ROUX}]", defaut=()
    )
    pouvoirs: tuple[Pouvoir, ...] = declare(
        "Pouvoirs", "Qui donne pouvoir à qui.", "[{de: Paul PETIT, a: Anne MARTIN}]", defaut=()
    )
    mouvements: tuple[Mouvement, ...] = declare(
        "Mouvements",
        "Arrivées et départs en cours de séance.",
        '[{nom: Luc ROUX, sens: arrive, a_partir_de: "015"}]',
        defaut=(),
    )
    decompte: Decompte | None = declare(
        "Décompte imprimé", "Nombres imprimés ; comparés aux listes.", "{presents: 12, pouvoirs: 1, votants: 13}"
    )
    mentions: Texte | None = declare(
        "Mentions imprimées",
        "Ce qui est imprimé après les listes, mot pour mot.",
        "|\n  Monsieur Jean DURAND est élu secrétaire de séance.",
    )
    autres_points: tuple[Point, ...] = declare(
        "Points hors registre", "Points de l’ordre du jour sans acte ici.", "[{objet: Questions diverses}]", defaut=()
    )
    liste: Jour | None = declare(
        "Liste des délibérations publiée le", "Jour où elle est affichée et mise en ligne.", "2026-03-16"
    )
    proces_verbal: ProcesVerbal | None = declare(
        "Procès-verbal",
        "Quand il a été arrêté et mis en ligne ; le document lui-même va dans `pieces`.",
        "{arrete: 2026-04-09, mise_en_ligne: 2026-04-13}",
    )
    pieces: tuple[Piece, ...] = declare(
        "Pièces",
        "Procès-verbal, liste des délibérations…",
        "[{titre: Procès-verbal, fichier: proces-verbal.pdf}]",
        defaut=(),
    )
    anomalies: tuple[Anomalie, ...] = declare(
        "Anomalies",
        "Ce que le document a d’étrange, et pourquoi il reste ainsi.",
        "[{code: R154, motif: deux membres ne sont pas nommés}]",
        defaut=(),
    )
    anciennes_adresses: tuple[AncienneAdresse, ...] = declare(
        "Anciennes adresses", "Adresses d’où la page a été déplacée.", "[actes/exemple/2026-03-11]", defaut=()
    )
    brouillon: OuiNon | None = declare("Brouillon", "Oui : vérifié, mais pas publié.", "oui")
    a_verifier: tuple[Verification, ...] = declare(
        "À vérifier", "Points à relire dans un brouillon.", "[{champ: heure, passage: à dix huit heures}]", defaut=()
    )
