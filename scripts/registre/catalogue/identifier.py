"""I: the @ctes identifier."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("I001", E, "Identifiant : son SIREN est {valeur}, celui de la collectivité {attendu}",
            "Vérifiez le tampon et la fiche de la collectivité.", True),
    Message("I002", E, "Identifiant : son numéro est « {valeur} », celui de l’acte « {attendu} »",
            "Vérifiez le tampon et le numéro de l’acte.", True),
    Message("I003", A, "Identifiant : il porte la date du {valeur}, la séance est du {attendu}",
            "Vérifiez le tampon.", True),
    Message("I004", E, "Identifiant : sa nature est {valeur}, celle de l’acte {attendu}",
            "La nature est le code imprimé à la fin de l’identifiant.", True),
    Message("I005", A, "Une délibération transmise sous la nature {valeur} ({libelle}), non DE",
            "Vérifiez le tampon.", True),
    Message("I006", E, "Identifiant : {valeur} n’est pas un SIREN valable (clé de contrôle fausse)",
            "Recopiez l’identifiant du tampon.", True),
    Message("I007", A, "Identifiant : le département {valeur} n’est pas celui de la collectivité ({attendu})",
            "Vérifiez le tampon.", True),
    Message("I008", A, "Deux actes portent le même identifiant : {valeur} (aussi {autre})",
            "Vérifiez les deux tampons.", True),
)
# fmt: on
