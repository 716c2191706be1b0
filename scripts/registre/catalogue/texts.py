"""T: the text of an act or of a convention."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("T001", E, "Une formule commencée par « $$ » n’est pas refermée",
            "Ajoutez « $$ » à la fin de la formule."),
    Message("T002", E, "Il manque l’en-tête du modèle, entre deux lignes « --- »",
            "Commencez le fichier par une ligne « --- », les clés, puis une ligne « --- »."),
    Message("T003", E, "Passage introuvable dans le texte de l’acte ou de ses conventions : « {passage} »",
            "Recopiez le passage tel qu’il est dans le texte, ou supprimez `passage`."),
    Message("T004", A, "Deux articles portent le même numéro : « {titre} » (aussi ligne {premiere})",
            "Vérifiez le document.", True),
)
# fmt: on
