"""A: acknowledged anomalies."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Anomalies"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("A001", E, "Anomalie {anomalie} : ce code n’existe pas{suggestion}",
            "Recopiez le code que le message donne entre crochets.",
            exemple=Exemple("vote: {pour: 3, contre: 0, abstention: 0}\nanomalies: [{code: RI52, motif: faux total}]",
                            "vote: {pour: 3, contre: 0, abstention: 0}\nanomalies: [{code: R152, motif: faux total}]")),
    Message("A002", A, "Anomalie {anomalie} : elle n’a plus lieu d’être, car rien n’est signalé ici sous ce code",
            "Supprimez-la, avec son motif.",
            exemple=Exemple("anomalies: [{code: R152, motif: compté ainsi}]", "anomalies:")),
    Message("A003", E, "Anomalie {anomalie} : ce point se corrige dans la fiche, il ne s’explique pas",
            "Supprimez cette anomalie et corrigez la fiche : on ne reconnaît que ce que le document a d’étrange.",
            exemple=Exemple("anomalies: [{code: D012, motif: écrite ainsi}]", "anomalies:")),
    Message("A004", E, "Anomalie : son motif n’est pas rempli",
            "Remplacez « {motif} » par ce qu’un citoyen doit savoir.",
            exemple=Exemple("decompte: {votants: 9}\nanomalies:\n  - {code: R152, motif: à expliquer ici}",
                            "decompte: {votants: 9}\nanomalies:\n  - {code: R152, motif: compté ainsi}")),
)
# fmt: on
