"""A: acknowledged anomalies."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("A001", E, "Anomalie {anomalie} : ce code n’existe pas{suggestion}",
            "Recopiez le code du message."),
    Message("A002", A, "Anomalie {anomalie} : rien à reconnaître ici sous ce code",
            "Supprimez cette anomalie."),
    Message("A003", E, "Anomalie {anomalie} : ce message ne se lève pas par un motif",
            "Seule une faute du document se reconnaît ; corrigez l’enregistrement."),
)
# fmt: on
