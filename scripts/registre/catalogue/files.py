"""F: paths and files of content/."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("F001", E, "Le fichier n’est pas enregistré en UTF-8 (octet {octet} du fichier)",
            "Enregistrez-le en UTF-8 : dans le Bloc-notes, « Enregistrer sous », puis « Encodage : UTF-8 »."),
    Message("F002", E, "Le fichier est vide",
            "Remplissez-le, ou supprimez-le."),
    Message("F003", E, "Le fichier est trop gros : {taille}, au plus {limite}",
            "Un enregistrement ne contient que du texte ; un document se joint en PDF, dans `pieces`."),
    Message("F004", E, "Nom de fichier ou de dossier non admis : « {nom} »",
            "Seulement des minuscules sans accent, des chiffres et des tirets{exemple}."),
    Message("F005", E, "Ce fichier n’a pas de place ici : « {nom} »",
            "{attendu}"),
    Message("F006", E, "Il manque l’enregistrement de la séance : {attendu}",
            "Ajoutez ce fichier à côté de la délibération. Si la séance est vraiment inconnue, la délibération "
            "porte `etat: incomplet`."),
    Message("F007", E, "Caractère invisible ou de contrôle : {nom}, à la {colonne}ᵉ position de la ligne",
            "Effacez-le : retapez le mot au clavier au lieu de le coller."),
    Message("F008", E, "{label} : le fichier dit « {valeur} », son dossier dit « {chemin} »",
            "Corrigez l’un des deux, ou effacez cette ligne : le dossier suffit."),
    Message("F009", E, "Fichier introuvable : « {nom} »{suggestion}",
            "Mettez le fichier dans le même dossier que l’enregistrement, ou corrigez son nom."),
    Message("F010", E, "Ce fichier n’est cité par aucun enregistrement : « {nom} »",
            "Citez-le dans `pieces` ou dans `conventions`, ou donnez à un PDF le nom de son acte, ou "
            "supprimez-le."),
    Message("F011", E, "« {nom} » est un lien vers un autre fichier : il n’est pas suivi",
            "Remplacez le lien par une copie du fichier."),
    Message("F012", E, "Date de dossier impossible : « {nom} »",
            "Le dossier d’une séance porte sa date, AAAA-MM-JJ, par exemple 2026-03-12 (2026-03-12-2 pour une "
            "seconde séance le même jour)."),
    Message("F013", E, "Le fichier ne peut pas être lu : {motif}",
            "Vérifiez vos droits sur ce fichier, puis relancez."),
    Message("F014", E, "Deux fichiers donneraient la même page : « {nom} » et « {autre} »",
            "Supprimez ou renommez l’un des deux."),
    Message("F015", E, "Numéro : le fichier dit « {valeur} », son nom dit « {chemin} »",
            "Le fichier d’un acte porte son numéro, en minuscules, avec des tirets : renommez-le ou corrigez le "
            "numéro."),
    Message("F016", E, "Il manque la page « {nom} », liée depuis toutes les autres",
            "Remettez ce fichier dans content/pages/ (loi n° 2005-102, art. 47, et LCEN, pour deux d’entre "
            "elles)."),
    Message("F017", E, "Ce fichier n’est pas un PDF : « {nom} »",
            "Enregistrez le document en PDF depuis le logiciel qui l’a fait, au lieu d’en changer le nom."),
    Message("F036", E, "« {nom} » est un dossier, et son nom est celui d’un fichier",
            "Renommez ce dossier, ou mettez un fichier à sa place."),
    Message("F037", E, "Nom de fichier ou de dossier réservé par Windows : « {nom} »",
            "Complétez le nom, par exemple « {nom}-1 » : sinon le registre ne se copie pas sous Windows."),
    Message("F038", E, "{label} : « {valeur} » n’est pas un fichier {attendu}",
            "{remede}"),
    Message("F039", E, "Plus de {limite} problèmes dans ce fichier : les suivants ne sont pas montrés",
            "Corrigez ceux qui le sont, puis relancez. Le fichier est peut-être d’une tout autre sorte."),
    Message("F040", A, "Fins de ligne de Windows : le fichier est lu comme les autres",
            "Rien à faire : git les remplace quand le fichier est enregistré dans le dépôt."),
    Message("F041", A, "Signe que les lecteurs ne verront pas : {nom}, à la {colonne}ᵉ position de la ligne",
            "Tapez à sa place ce que montre le document : « • », « - » ou « → » par exemple."),
)
# fmt: on
