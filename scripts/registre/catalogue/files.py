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
    Message("F017", E, "Ce fichier n’est pas un PDF : « {nom} », {motif}",
            "Enregistrez le document en PDF depuis le logiciel qui l’a fait, au lieu d’en changer le nom."),
    Message("F020", E, "« {nom} » n’est pas le document : c’est un renvoi de Git LFS, qui ne sera pas publié",
            "Déposez le PDF lui-même, sans Git LFS, ou gardez-le sur un autre site : registre piece --aide."),
    Message("F021", E, "Ce PDF est trop gros : {motif}, au plus 50 Mo",
            "Numérisez-le en 200 points par pouce, en noir et blanc, ou faites-en plusieurs pièces."),
    Message("F022", A, "Ce PDF est lourd à ouvrir sur un téléphone : {motif}",
            "Si vous le pouvez, numérisez-le en 200 points par pouce, ou réenregistrez-le depuis le logiciel qui l’a "
            "fait. Sinon, reconnaissez-le dans la fiche qui le cite.", True),
    Message("F023", E, "Ce PDF est protégé : il demande un mot de passe, ou interdit de copier ou d’imprimer",
            "Ouvrez-le, ôtez la protection (Fichier, Propriétés, Sécurité), puis réenregistrez-le en PDF/A."),
    Message("F024", E, "Ce PDF contient plus que des pages à lire : {motif}",
            "Réenregistrez-le en PDF/A depuis le logiciel qui l’a fait, ou imprimez-le en PDF ; un fichier joint se "
            "met à part, dans `pieces`."),
    Message("F025", E, "Ce PDF est abîmé : {motif}",
            "Vérifiez qu’il s’ouvre chez vous, recopiez-le depuis l’original, ou réenregistrez-le en PDF/A."),
    Message("F026", A, "Ce PDF est un peu abîmé ; ses pages peuvent se lire",
            "Réenregistrez-le en PDF/A ; s’il est signé, la signature se perdrait : reconnaissez-le plutôt dans la "
            "fiche qui le cite.", True),
    Message("F027", E, "Ce PDF est trop long à lire : plus de 10 secondes, ou trop de mémoire",
            "Réenregistrez-le en PDF/A, ou faites-en plusieurs pièces."),
    Message("F028", E, "{label} : la fiche dit {valeur}, « {nom} » donne {attendu}",
            "Si ce fichier est le bon, supprimez cette ligne : le registre la calcule. Sinon, remettez le bon "
            "fichier."),
    Message("F029", E, "Pièce gardée sur un autre site : il manque {manque}",
            "Lancez « registre piece FICHIER \"{adresse}\" » sur votre copie du fichier, et recopiez les lignes "
            "qu’il donne."),
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
)
# fmt: on
