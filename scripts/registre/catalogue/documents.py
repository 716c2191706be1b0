"""F: the PDF documents."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Documents PDF"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("F017", E, "Ce fichier n’est pas un PDF : « {nom} », {motif}",
            "Enregistrez le document en PDF depuis le logiciel qui l’a fait, au lieu d’en changer le nom.",
            exemple=Exemple("Un document Word renommé en 015.pdf.",
                            "Le document enregistré au format PDF, sous le nom 015.pdf.", "geste")),
    Message("F020", E,
            "« {nom} » n’est pas le PDF, mais un petit texte qui le remplace (Git LFS) : il ne serait pas publié",
            "Remettez à sa place le PDF lui-même, copié depuis votre ordinateur. S’il est trop gros, gardez-le sur "
            "un autre site : voyez l’Aide.",
            exemple=Exemple("Un PDF déposé par Git LFS : trois lignes de texte à sa place.",
                            "Le PDF lui-même.", "geste")),
    Message("F021", E, "Ce PDF est trop gros : {motif}, au plus 50 Mo",
            "Numérisez-le en 200 dpi, en noir et blanc, ou faites-en plusieurs pièces.",
            exemple=Exemple("Un plan numérisé en couleurs, de 80 Mo.",
                            "Le même plan, numérisé en 200 dpi.", "geste")),
    Message("F022", A, "Ce PDF est lourd à ouvrir sur un téléphone : {motif}",
            "Si vous le pouvez, numérisez-le en 200 dpi, ou réenregistrez-le depuis le logiciel qui l’a "
            "fait. Sinon, dites-le sous `anomalies`, dans la fiche qui le cite.", True,
            exemple=Exemple("Un dossier numérisé de 12 Mo.",
                            "Le même, réenregistré en 2 Mo.", "geste")),
    Message("F023", E, "Ce PDF est protégé : il demande un mot de passe, ou interdit de copier ou d’imprimer",
            "Ouvrez-le, ôtez la protection (Fichier, Propriétés, Sécurité), puis réenregistrez-le en PDF/A.",
            exemple=Exemple("Un PDF qui demande un mot de passe.",
                            "Le même, sa protection ôtée.", "geste")),
    Message("F024", E, "Ce PDF contient plus que des pages à lire : {motif}",
            "Réenregistrez-le en PDF/A depuis le logiciel qui l’a fait, ou imprimez-le en PDF ; un fichier joint se "
            "met à part, dans `pieces`.",
            exemple=Exemple("Un PDF avec un fichier joint, ou un programme.",
                            "Le même en PDF/A, et le fichier joint à part, parmi les pièces.", "geste")),
    Message("F025", E, "Ce PDF est abîmé : {motif}",
            "Vérifiez qu’il s’ouvre chez vous, recopiez-le depuis l’original, ou réenregistrez-le en PDF/A.",
            exemple=Exemple("Un PDF qui ne s’ouvre pas.",
                            "Le PDF recopié depuis l’original.", "geste")),
    Message("F026", A, "Ce PDF est un peu abîmé ; ses pages peuvent se lire",
            "Réenregistrez-le en PDF/A ; s’il est signé, la signature se perdrait : dites-le plutôt sous "
            "`anomalies`, dans la fiche qui le cite.", True,
            exemple=Exemple("Un PDF dont la fin a été coupée.",
                            "Le même, réenregistré.", "geste")),
    Message("F027", E, "Ce PDF est trop long à lire : plus de 10 secondes, ou trop de mémoire",
            "Réenregistrez-le en PDF/A, ou faites-en plusieurs pièces.",
            exemple=Exemple("Un PDF dont la lecture ne finit pas.",
                            "Le même, réenregistré en PDF/A.", "geste")),
    Message("F028", E, "{label} : la fiche dit {valeur}, « {nom} » donne {attendu}",
            "Si ce fichier est le bon, supprimez cette ligne : le registre la calcule. Sinon, remettez le bon "
            "fichier.",
            exemple=Exemple("sha256 recopié d’un autre fichier",
                            "La pièce sans sha256 : il est calculé.", "geste")),
    Message("F029", E, "Pièce gardée sur un autre site : il manque {manque}",
            "Le plus simple : mettez le PDF à côté de la fiche, et `fichier` au lieu de `adresse`. Sinon, tapez "
            "sur votre ordinateur : registre piece FICHIER \"{adresse}\" (FICHIER : le nom de votre copie), et "
            "recopiez les lignes qu’il donne.",
            exemple=Exemple("Une pièce avec adresse, sans sha256 ni octets",
                            "Les lignes que donne la commande registre piece", "geste")),
)
# fmt: on
