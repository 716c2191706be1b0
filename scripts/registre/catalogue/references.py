"""L: what one record says of another."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR

TITLE = "Renvois entre fiches"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("L001", E, "{label} : aucune collectivité ne s’appelle « {valeur} »{suggestion}",
            "Corrigez le nom, ou créez la fiche content/collectivites/{valeur}.yaml.",
            exemple=Exemple("partenaire: exmple", "partenaire: exemple", "type")),
    Message("L002", E, "{label} : aucun type de convention ne s’appelle « {valeur} »{suggestion}",
            "Types connus : {admis}. Pour en créer un : `content/conventions/<nom court>/type.yaml`, avec `nom` et "
            "`description`.",
            exemple=Exemple("conventions:\n  - type: restoration\n    texte: 014-convention.md",
                            "conventions:\n  - type: restauration\n    texte: 014-convention.md")),
    Message("L003", E, "{label} : ce type n’a pas de modèle « {valeur} »{suggestion}",
            "Corrigez le nom : c’est celui d’un fichier de content/conventions/{type}/, sans « .md ».",
            exemple=Exemple("conventions:\n  - type: restauration\n    texte: 014-convention.md\n"
                            "    modele: modele-2024",
                            "conventions:\n  - type: restauration\n    texte: 014-convention.md\n"
                            "    modele: modele-2025")),
    Message("L004", E, "{label} : la délibération « {valeur} » n’est pas dans le registre{suggestion}",
            "Corrigez la référence (collectivité/date/numéro). Dans `liens`, un acte qui n’est pas dans le registre se "
            "décrit par `decision`, au lieu de `acte`.",
            exemple=Exemple("liens: [{nature: modifie, acte: exemple/2026-03-12/051}]",
                            "liens: [{nature: modifie, acte: exemple/2026-03-12/015}]")),
    Message("L005", E, "{label} : la matière « {valeur} » n’est pas dans la nomenclature{suggestion}",
            "Prenez un code de content/nomenclature.yaml, ou laissez `matiere` vide.",
            exemple=Exemple('matiere: "1.9"', 'matiere: "1.1"')),
    Message("L006", E, "{label} : aucun acte de cette séance ne porte le numéro « {valeur} »{suggestion}",
            "Écrivez le numéro d’un acte de la séance, ou une heure (20:58).",
            exemple=Exemple('mouvements: [{nom: Luc ROUX, sens: part, a_partir_de: "051"}]',
                            'mouvements: [{nom: Luc ROUX, sens: part, a_partir_de: 20:58}]', "seance")),
    Message("L007", E, "{label} : l’acte ne peut pas se désigner lui-même",
            "Écrivez la référence de l’autre acte, ou supprimez ce lien.",
            exemple=Exemple("liens: [{nature: modifie, acte: exemple/2026-03-12/014}]",
                            "liens: [{nature: modifie, acte: exemple/2026-03-12/015}]")),
    Message("L008", E, "{label} : la délibération « {valeur} » n’a pas de convention de ce type",
            "Écrivez la référence d’une délibération à laquelle est annexée une convention de ce type.",
            exemple=Exemple("d_apres: exemple/2026-03-12/015", "d_apres: exemple/2026-03-12/014", "modele")),
    Message("L009", E, "Adresse déjà prise : « {valeur} » (voir {autre})",
            "Supprimez-la de `anciennes_adresses` : une adresse ne peut mener qu’à une page.",
            exemple=Exemple("anciennes_adresses: [actes/exemple/2026-03-12/015]",
                            "anciennes_adresses: [actes/exemple/2026-03-11/014]")),
)
# fmt: on
