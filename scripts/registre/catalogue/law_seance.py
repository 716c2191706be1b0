"""R + number of the rule + rank: what the law asks of a séance, its convocation, its attendance, its counts."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Droit : la séance"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("R081", A, "Suites de la séance à compléter : {manque}",
            "Écrivez :\n  {ajouter}", True,
            article="CGCT, art. L.2121-15, L.2121-25",
            exemple=Exemple("liste:",
                            "liste: 2026-03-16", "seance")),
    Message("R082", A, "Liste des délibérations publiée le {valeur}, plus d’une semaine après la séance",
            "Vérifiez `liste` ; la liste était à publier le {fin} au plus tard.", True,
            article="CGCT, art. L.2121-25",
            exemple=Exemple("liste: 2026-03-25",
                            "liste: 2026-03-16", "seance")),
    Message("R083", E, "Liste des délibérations publiée le {valeur}, avant la séance du {attendu}",
            "Corrigez `liste`, ou la date du dossier de la séance.",
            exemple=Exemple("liste: 2026-03-10",
                            "liste: 2026-03-16", "seance")),
    Message("R091", A,
            "Procès-verbal mis en ligne le {valeur}, plus d’une semaine après avoir été arrêté le {attendu}",
            "Vérifiez `arrete` et `mise_en_ligne`, sous `proces_verbal` ; il était à mettre en ligne le {fin} au "
            "plus tard.", True,
            article="CGCT, art. L.2121-15",
            exemple=Exemple("proces_verbal: {arrete: 2026-04-09, mise_en_ligne: 2026-04-20}",
                            "proces_verbal: {arrete: 2026-04-09, mise_en_ligne: 2026-04-13}", "seance")),
    Message("R092", E, "{label} le {valeur}, avant {attendu}",
            "Corrigez cette date dans `proces_verbal`.",
            exemple=Exemple("proces_verbal: {arrete: 2026-03-10, mise_en_ligne: 2026-03-13}",
                            "proces_verbal: {arrete: 2026-04-09, mise_en_ligne: 2026-04-13}", "seance")),
    Message("R103", A, "Aucun secrétaire de séance",
            "Ajoutez : secretaires: [Prénom NOM]", True,
            article="CGCT, art. L.2121-15, R.2121-9",
            exemple=Exemple("secretaires:", "secretaires: [Jean DURAND]", "seance")),
    Message("R111", A,
            "Quorum : {presents} présents pour {en_exercice} membres en exercice, il en faut {quorum}",
            "Vérifiez `presents` et `en_exercice` ; sur seconde convocation, ajoutez : seconde_convocation: oui", True,
            article="CGCT, art. L.2121-17",
            exemple=Exemple("en_exercice: 6\nabsents: [Zoé BLANC, Inès MOREL]",
                            "en_exercice: 5\nabsents: [Zoé BLANC]", "seance")),
    Message("R121", A, "{nom} a reçu plusieurs pouvoirs : {valeur}",
            "Vérifiez `pouvoirs` sur le document : un membre ne peut porter qu’un pouvoir.", True,
            article="CGCT, art. L.2121-20",
            exemple=Exemple("pouvoirs:\n  - {de: Paul PETIT, a: Anne MARTIN}\n  - {de: Zoé BLANC, a: Anne MARTIN}\n"
                            "decompte:",
                            "pouvoirs:\n  - {de: Paul PETIT, a: Anne MARTIN}\ndecompte:", "seance")),
    Message("R122", A, "{nom} a donné pouvoir et figure parmi les présents",
            "Gardez ce nom à un seul endroit, selon le document. Si la personne est partie en cours de séance, "
            "laissez-le et dites-le dans `anomalies`.", True,
            exemple=Exemple("pouvoirs: [{de: Luc ROUX, a: Anne MARTIN}]",
                            "pouvoirs: [{de: Paul PETIT, a: Anne MARTIN}]", "seance")),
    Message("R123", A, "{nom} a reçu un pouvoir et ne figure pas parmi les présents{suggestion}",
            "Écrivez ce nom comme dans `presents` ; si la personne était bien là, ajoutez-la à `presents`.", True,
            article="CGCT, art. L.2121-20",
            exemple=Exemple("pouvoirs: [{de: Paul PETIT, a: Zoé BLANC}]",
                            "pouvoirs: [{de: Paul PETIT, a: Anne MARTIN}]", "seance")),
    Message("R124", A, "{nom} a donné plusieurs pouvoirs",
            "Vérifiez `pouvoirs` sur le document : un membre ne donne qu’un pouvoir.", True,
            exemple=Exemple("pouvoirs:\n  - {de: Paul PETIT, a: Anne MARTIN}\n  - {de: Paul PETIT, a: Luc ROUX}\n"
                            "decompte:",
                            "pouvoirs:\n  - {de: Paul PETIT, a: Anne MARTIN}\ndecompte:", "seance")),
    Message("R125", A, "Un nom de trop dans les listes : {nom} figure {valeur}",
            "Gardez ce nom à une seule place, selon le document.", True,
            exemple=Exemple("absents: [Zoé BLANC, Jean DURAND]", "absents: [Zoé BLANC]", "seance")),
    Message("R126", A, "{label} : {nom} ne figure dans aucune liste de la séance{suggestion}",
            "Écrivez ce nom comme dans la liste des présents, des excusés ou des absents, et séparez les noms par des "
            "virgules : [Anne MARTIN, Jean DURAND].", True,
            exemple=Exemple("secretaires: [Jean DURANT]", "secretaires: [Jean DURAND]", "seance")),
    Message("R151", A, "{valeur} votants annoncés ; présents et pouvoirs font {somme} ({presents} + {pouvoirs})",
            "Relisez les trois nombres du document, et recopiez-les dans `decompte`.", True,
            exemple=Exemple("vote: {pour: 5, contre: 0, abstention: 0}\n"
                            "decompte: {presents: 3, pouvoirs: 1, votants: 5}",
                            "vote: {pour: 4, contre: 0, abstention: 0}\n"
                            "decompte: {presents: 3, pouvoirs: 1, votants: 4}")),
    Message("R153", A, "Décompte : {valeur} {quoi} annoncés, {somme} dans la liste",
            "Vérifiez ce nombre dans `decompte`, et la liste nom par nom.", True,
            exemple=Exemple("decompte: {presents: 4, pouvoirs: 1}", "decompte: {presents: 3, pouvoirs: 1}", "seance")),
    Message("R154", A, "{en_exercice} membres en exercice, {somme} noms dans les listes",
            "Vérifiez `en_exercice`, et les listes `presents`, `excuses` et `absents`.", True,
            exemple=Exemple("en_exercice: 4", "en_exercice: 5", "seance")),
    Message("R171", A,
            "Convocation du {valeur} : {jours} avant la séance, il en faut {attendu}",
            "Recopiez la date de convocation du document dans `convocation`. Si le délai a été abrégé pour "
            "urgence, dites-le dans `anomalies`.", True,
            article="CGCT, art. {article}",
            exemple=Exemple("convocation: 2026-03-10", "convocation: 2026-03-05", "seance")),
    Message("R172", E, "Convocation du {valeur}, après la séance du {attendu}",
            "Recopiez la date `convocation` du document, ou corrigez celle du dossier de la séance.", True,
            exemple=Exemple("convocation: 2026-05-03", "convocation: 2026-03-05", "seance")),
)
# fmt: on
