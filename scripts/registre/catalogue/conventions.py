"""C: conventions, their dates and texts, and the acts that amend, renew or terminate them."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Conventions"

_ONE = "conventions:\n  - type: restauration\n    texte: 014-convention.md\n"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("C001", E, "Modèles en rond : {chaine}",
            "Un modèle ne remplace qu’un modèle plus ancien que lui : corrigez `remplace`.",
            exemple=Exemple("d_apres: exemple/2026-03-12/014\nremplace: modele-2025",
                            "d_apres: exemple/2026-03-12/014\nremplace:", "modele")),
    Message("C002", A, "Modèle « {modele} » : en usage depuis le {attendu}, après la délibération, qui est du {valeur}",
            "Vérifiez `modele` ; si c’est la date qui est fausse, corrigez `en_usage_depuis` dans {autre}.", True,
            exemple=Exemple("d_apres: exemple/2026-03-12/014\nen_usage_depuis: 2026-04-01",
                            "d_apres: exemple/2026-03-12/014\nen_usage_depuis: 2025-09-01", "modele")),
    Message("C003", A, "Aucune des parties n’est la collectivité de l’acte, « {nom} »",
            "Ajoutez à la partie qui l’est : collectivite: {slug}", True,
            exemple=Exemple(f"{_ONE}    parties:\n      - nom: Commune d’Exemple\n      - nom: Traiteur",
                            f"{_ONE}    parties:\n      - nom: Commune d’Exemple\n        collectivite: exemple\n"
                            "      - nom: Traiteur")),
    Message("C004", E, "La convention finit le {valeur}, avant son début, le {attendu}",
            "Corrigez `debut` ou `fin`, selon le document.", True,
            exemple=Exemple(f"{_ONE}    debut: 2026-09-01\n    fin: 2025-08-31",
                            f"{_ONE}    debut: 2026-09-01\n    fin: 2027-08-31")),
    Message("C005", A, "Fin le {valeur}, mais une durée de {duree} à partir du {debut} finit le {attendu}",
            "Recopiez `debut`, `duree` et `fin` du document.", True,
            exemple=Exemple(f"{_ONE}    debut: 2026-09-01\n    duree: 1 an\n    fin: 2028-08-31",
                            f"{_ONE}    debut: 2026-09-01\n    duree: 1 an\n    fin: 2027-08-31")),
    Message("C006", E, "La délibération « {valeur} » n’a pas de convention",
            "Écrivez la référence de celle qui approuve la convention. Si c’est l’acte qui change, et non une "
            "convention, la nature du lien est modifie, abroge ou retire.",
            exemple=Exemple("liens: [{nature: avenant, acte: exemple/2026-03-12/015}]",
                            "liens: [{nature: modifie, acte: exemple/2026-03-12/015}]")),
    Message("C007", E, "La délibération « {valeur} » n’a pas de convention « {type} »",
            "Elle a : {admis}.",
            exemple=Exemple("Dans la fiche de l’acte qui agit sur 014 : convention: archivage",
                            "Dans la même fiche, avec le type qu’a la fiche 014 : convention: restauration", "geste")),
    Message("C008", E, "La délibération « {valeur} » a plusieurs conventions : il faut dire laquelle est visée",
            "Ajoutez au lien `convention`, avec un de ces types : {admis}.",
            exemple=Exemple("L’acte 014 a deux conventions : nature: avenant, acte: exemple/2026-03-12/014",
                            "Le même lien, avec : convention: restauration", "geste")),
    Message("C009", E, "`{cle}` n’a pas de sens dans un lien de nature « {nature} »",
            "Supprimez `{cle}`. `convention` va avec avenant, renouvelle ou resilie ; `fin`, avec avenant ou "
            "renouvelle. Le jour où une résiliation prend effet s’écrit dans `date`.",
            exemple=Exemple("liens: [{nature: modifie, acte: exemple/2026-03-12/015, fin: 2031-03-31}]",
                            "liens: [{nature: modifie, acte: exemple/2026-03-12/015}]")),
    Message("C010", E, "Le renouvellement du {valeur} est déjà donné par « {autre} »",
            "Gardez ce lien dans la fiche de l’acte qui en décide. S’il y a deux renouvellements, dites dans `date` "
            "quand chacun commence.",
            exemple=Exemple("Deux actes ont le lien : nature: renouvelle, acte: exemple/2026-03-12/014, "
                            "date: 2027-09-01",
                            "Un seul des deux a ce lien", "geste")),
    Message("C011", A, "Renouvellement n° {rang} de la convention de « {valeur} », qui en prévoit {attendu}",
            "Vérifiez ce lien, puis `fois` dans {autre}.", True,
            exemple=Exemple("renouvellement: {fois: 1}, et deux actes renouvellent la convention",
                            "renouvellement: {fois: 2}", "geste")),
    Message("C012", E, "La convention de « {valeur} » est déjà résiliée par « {autre} »",
            "Une convention ne se résilie qu’une fois : supprimez l’un des deux liens.",
            exemple=Exemple("Deux actes ont le lien : nature: resilie, acte: exemple/2026-03-12/014",
                            "Un seul des deux a ce lien", "geste")),
    Message("C013", A, "Article sans numéro qui se lise : « {titre} »",
            "Écrivez le numéro juste après le mot, par exemple « Article 5 : … ».", True,
            exemple=Exemple("## Article : RESILIATION", "## Article 3 : RESILIATION", "convention")),
    Message("C014", A, "Titre d’article qui n’est pas annoncé par « ## » : « {titre} »",
            "Mettez « ## » devant le titre, seul sur sa ligne.", True,
            exemple=Exemple("Article 3 : RESILIATION", "## Article 3 : RESILIATION", "convention")),
    Message("C015", A,
            "Articles du modèle « {modele} » qui sont dans le texte : {valeur} sur {attendu} ; est-ce bien ce modèle ?",
            "Corrigez `modele`, ou complétez le texte de la convention.", True,
            exemple=Exemple("Une convention de trois articles, aucun dans le modèle qu’elle nomme",
                            "La même convention, avec le nom du modèle qu’elle suit", "geste")),
)
# fmt: on
