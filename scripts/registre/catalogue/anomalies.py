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
    Message("A002", A, "Anomalie {anomalie} : aucun message de ce code ici",
            "Supprimez-la : il n’y a rien à reconnaître.",
            exemple=Exemple("anomalies: [{code: R152, motif: compté ainsi}]", "anomalies:")),
    Message("A003", E, "Anomalie {anomalie} : cette faute ne se reconnaît pas, elle se corrige",
            "Supprimez cette anomalie et corrigez la fiche : on ne reconnaît que ce que le document a d’étrange.",
            exemple=Exemple("anomalies: [{code: D012, motif: écrite ainsi}]", "anomalies:")),
)
# fmt: on
