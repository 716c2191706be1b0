"""I: the @ctes identifier."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Identifiant de télétransmission"


def _stamped(identifiant: str, faux: str = "", juste: str = "") -> Exemple:
    """A wrong identifier, then that of the stamp; each after the line given, if any."""
    stamp = "{}teletransmission:\n  identifiant: {}\n  reception: 2026-03-16"
    return Exemple(stamp.format(faux, identifiant), stamp.format(juste, "062-216200006-20260312-014-DE"))


# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("I001", E, "Identifiant : son SIREN est {valeur}, celui de la collectivité {attendu}",
            "Recopiez `identifiant` du tampon ; s’il est bien recopié, vérifiez `siren` dans la fiche de la "
            "collectivité.", True,
            exemple=_stamped("062-216200014-20260312-014-DE")),
    Message("I002", E, "Identifiant : son numéro est « {valeur} », celui de l’acte « {attendu} »",
            "Recopiez `identifiant` et `numero` du document.", True,
            exemple=_stamped("062-216200006-20260312-041-DE")),
    Message("I003", A, "Identifiant : il porte la date du {valeur}, la séance est du {attendu}",
            "Recopiez la date du tampon. Si le tampon porte bien celle-ci, laissez-la.",
            True,
            exemple=_stamped("062-216200006-20260321-014-DE")),
    Message("I004", E, "Identifiant : sa nature est {valeur}, celle de l’acte {attendu}",
            "Recopiez du tampon `nature` et la fin de `identifiant` : c’est le même code.", True,
            exemple=_stamped("062-216200006-20260312-014-CC")),
    Message("I005", A, "Une délibération transmise sous la nature {valeur} ({libelle}), non DE",
            "Recopiez `nature` et `identifiant` du tampon : une délibération se transmet d’ordinaire sous DE.", True,
            exemple=_stamped("062-216200006-20260312-014-CC", "nature: CC\n", "nature: DE\n")),
    Message("I006", E, "Identifiant : {valeur} n’est pas un SIREN valable (clé de contrôle fausse)",
            "Recopiez `identifiant` du tampon : un des neuf chiffres du SIREN est faux.", True,
            exemple=Exemple("062-216200007-20260312-014-DE, pour une commune dont la fiche ne dit pas le SIREN.",
                            "062-216200006-20260312-014-DE, tel qu’imprimé.", "geste")),
    Message("I007", A, "Identifiant : le département {valeur} n’est pas celui de la collectivité ({attendu})",
            "Recopiez `identifiant` du tampon, ou corrigez `departement` dans la fiche de la collectivité.", True,
            exemple=_stamped("059-216200006-20260312-014-DE")),
    Message("I008", A, "Deux actes portent le même identifiant : {valeur} (aussi {autre})",
            "Recopiez `identifiant` du tampon de chaque acte : deux actes n’ont pas le même.", True,
            exemple=Exemple("Le même identifiant recopié dans 014.yaml et dans 015.yaml.",
                            "Dans chaque fiche, l’identifiant du tampon de son acte.", "geste")),
)
# fmt: on
