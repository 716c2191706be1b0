"""T: the text of an act or of a convention."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Textes des actes et des conventions"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("T001", E, "Une formule commencée par « $$ » n’est pas refermée",
            "Ajoutez « $$ » à la fin de la formule.",
            exemple=Exemple("texte: |\n  $$P = 2 * T", "texte: |\n  $$P = 2 * T$$")),
    Message("T002", E, "Il manque l’en-tête du modèle, entre deux lignes « --- »",
            "Commencez le fichier par une ligne « --- », puis les clés (titre: Modèle de 2025), puis une autre ligne "
            "« --- ».",
            exemple=Exemple("titre: Modèle de 2025", "---\ntitre: Modèle de 2025\n---\n\nTexte du modèle.", "modele")),
    Message("T003", E, "Passage introuvable dans le texte de l’acte ou de ses conventions : « {passage} »",
            "Recopiez le passage tel qu’il est dans le texte, ou supprimez `passage`.",
            exemple=Exemple("anomalies: [{passage: besoin de repos, motif: imprimé ainsi}]",
                            "anomalies: [{passage: besoin de repas, motif: imprimé ainsi}]")),
    Message("T004", A, "Deux articles portent le même numéro : « {titre} » (aussi ligne {premiere})",
            "Relisez le document, et corrigez le numéro s’il a été mal recopié.", True,
            exemple=Exemple("## Article 2 : RESILIATION", "## Article 3 : RESILIATION", "convention")),
)
# fmt: on
