"""L: what one record says of another."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("L001", E, "{label} : aucune collectivité ne s’appelle « {valeur} »{suggestion}",
            "Le nom court est celui du fichier dans content/collectivites/ : créez-le, ou corrigez le nom."),
    Message("L002", E, "{label} : aucun type de convention ne s’appelle « {valeur} »{suggestion}",
            "Types connus : {admis}. Pour en créer un : content/conventions/<nom court>/type.yaml, avec `nom` et "
            "`description`."),
    Message("L003", E, "{label} : ce type n’a pas de modèle « {valeur} »{suggestion}",
            "Le nom court est celui du fichier dans content/conventions/{type}/."),
    Message("L004", E, "{label} : la délibération « {valeur} » n’est pas dans le registre{suggestion}",
            "Vérifiez la référence, ou décrivez l’acte dans `decision` s’il est hors du registre."),
    Message("L005", E, "{label} : la matière « {valeur} » n’est pas dans la nomenclature{suggestion}",
            "Les codes sont dans content/nomenclature.yaml."),
    Message("L006", E, "{label} : aucun acte de cette séance ne porte le numéro « {valeur} »{suggestion}",
            "Écrivez le numéro d’un acte de la séance, ou une heure (20:58)."),
    Message("L007", E, "{label} : l’acte ne peut pas se désigner lui-même",
            "Supprimez ce lien, ou corrigez-le."),
    Message("L008", E, "{label} : la délibération « {valeur} » n’a pas de convention de ce type",
            "Le modèle reprend le texte d’une convention de même type, annexée à cette délibération."),
    Message("L009", E, "Adresse déjà prise : « {valeur} » (voir {autre})",
            "Une ancienne adresse ne peut mener qu’à une page."),
)
# fmt: on
