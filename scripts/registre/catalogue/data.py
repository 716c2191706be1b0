"""D: the value of one field."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("D001", E, "{label} : il manque, et il est obligatoire",
            "Ajoutez la ligne, par exemple : {exemple}"),
    Message("D002", E, "Clé inconnue : « {cle} »{suggestion}",
            "Clés admises ici : {admis}."),
    Message("D003", E, "{label} : « {valeur} » n’est pas dans la liste{suggestion}",
            "Valeurs admises : {admis}."),
    Message("D004", E, "{label} : un texte est attendu",
            "Écrivez la valeur sur la même ligne, par exemple : {exemple}"),
    Message("D005", E, "{label} : une liste est attendue",
            "Par exemple : {exemple}"),
    Message("D006", E, "{label} : des lignes « clé: valeur » sont attendues",
            "Par exemple : {exemple}"),
    Message("D010", E, "{label} : un nombre entier est attendu, non « {valeur} »",
            "Écrivez le nombre en chiffres, sans rien d’autre ; si le document ne le dit pas, supprimez la ligne."),
    Message("D012", E, "{label} : format incorrect",
            "Une date s’écrit AAAA-MM-JJ, par exemple 2026-03-12."),
    Message("D013", E, "{label} : cette date n’existe pas au calendrier",
            "Vérifiez le jour et le mois."),
    Message("D014", E, "{label} : l’heure n’est pas comprise",
            "Une heure s’écrit 18:30."),
    Message("D015", E, "{label} : {motif}",
            "Un SIREN a neuf chiffres, sans espace : vérifiez chacun d’eux."),
    Message("D016", E, "{label} : {motif}",
            "Recopiez l’identifiant du tampon : département, SIREN, date, numéro, nature, par exemple "
            "062-216200006-20260312-014-DE"),
    Message("D017", E, "{label} : « {valeur} » n’est pas un nom court",
            "Un nom court n’a que des minuscules sans accent, des chiffres et des tirets."),
    Message("D018", E, "{label} : adresse non comprise",
            "Une adresse commence par https://"),
    Message("D019", E, "{label} : durée non comprise",
            "Une durée s’écrit : 5 ans, 18 mois, 30 jours."),
    Message("D020", E, "{label} : ce n’est pas une empreinte SHA-256",
            "Elle a 64 caractères, 0 à 9 et a à f."),
    Message("D021", E, "{label} : répondez par oui ou par non",
            "Écrivez oui ou non."),
    Message("D022", E, "{label} : « {valeur} » n’est pas compris",
            "{attendu}"),
    Message("D023", E, "{label} : une seule ligne est attendue",
            "Écrivez tout sur une ligne, sans « | »."),
    Message("D024", E, "{label} : un texte de plusieurs lignes commence par « | »",
            "Écrivez « {cle}: | », puis le texte au-dessous, en retrait de deux espaces : sinon les alinéas se "
            "perdent."),
    Message("D025", E, "{label} : il faut {attendu}, et un seul de ces choix",
            "Écrivez une de ces clés, et une seule."),
    Message("D026", E, "{label} : « {valeur} » n’est pas la référence d’une délibération",
            "Une référence s’écrit collectivité/date/numéro, par exemple exemple/2026-03-12/014."),
    Message("D027", E, "{label} : la valeur est trop longue ({longueur} caractères, au plus {limite})",
            "Un titre tient sur quelques lignes ; le reste va dans `texte`."),
    Message("D028", E, "L’enregistrement n’est pas un brouillon, et il reste des points à vérifier",
            "Vérifiez chaque passage puis supprimez `a_verifier`, ou ajoutez `brouillon: oui`."),
    Message("D029", E, "{label} : « {valeur} » n’est pas une adresse du registre",
            "Une ancienne adresse s’écrit actes/collectivité/date, ou actes/collectivité/date/numéro."),
    Message("D030", E, "{label} : « {valeur} » n’est pas une adresse de courriel",
            "Une adresse de courriel s’écrit mairie@exemple.fr"),
    Message("D035", E, "{label} : « {signe} » (U+{point}) n’est ni une lettre latine ni un chiffre de 0 à 9",
            "Retapez le numéro au clavier : des signes d’autres écritures ressemblent aux nôtres."),
)
# fmt: on
