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
    Message("A002", A, "Anomalie {anomalie} : rien à reconnaître ici sous ce code",
            "Supprimez cette anomalie : le message n’est plus donné.",
            exemple=Exemple("anomalies: [{code: R152, motif: compté ainsi}]", "anomalies:")),
    Message("A003", E, "Anomalie {anomalie} : ce message ne se lève pas par un motif",
            "Supprimez cette anomalie et corrigez la fiche : seule une étrangeté du document se reconnaît.",
            exemple=Exemple("anomalies: [{code: D012, motif: écrite ainsi}]", "anomalies:")),
)
# fmt: on
