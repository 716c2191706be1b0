"""F: paths and files of content/."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR

TITLE = "Fichiers et dossiers"
A = Level.AVERTISSEMENT

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("F001", E, "Le fichier n’est pas enregistré en UTF-8 (octet {octet} du fichier)",
            "Ses accents ne se lisent pas. Ouvrez-le dans le Bloc-notes, puis « Fichier », « Enregistrer sous », "
            "« Encodage : UTF-8 ».",
            exemple=Exemple("Une fiche enregistrée en « ANSI ».",
                            "La même, enregistrée en « UTF-8 ».", "geste")),
    Message("F002", E, "Le fichier est vide",
            "Remplissez-le, ou supprimez-le.",
            exemple=Exemple("Un fichier 015.yaml où rien n’est écrit.",
                            "Un fichier 015.yaml avec son numéro et son objet.", "geste")),
    Message("F003", E, "Le fichier est trop gros : {taille}, au plus {limite}",
            "Une fiche ne contient que du texte. Mettez le document en PDF dans le même dossier, et citez-le dans "
            "`pieces`.",
            exemple=Exemple("Une fiche dans laquelle un document entier a été collé, images comprises.",
                            "Une fiche de texte, et le document en PDF à côté d’elle.", "geste")),
    Message("F004", E, "Nom de fichier ou de dossier non admis : « {nom} »",
            "Renommez-le : seulement des minuscules sans accent, des chiffres et des tirets{suggestion}.",
            exemple=Exemple("content/collectivites/Commune d’Exemple.yaml",
                            "content/collectivites/exemple.yaml", "chemin")),
    Message("F005", E, "Ce fichier n’a pas de place ici : « {nom} »",
            "{attendu}",
            exemple=Exemple("content/seances/exemple/2026-03-12/015.PDF",
                            "content/seances/exemple/2026-03-12/015.pdf", "chemin")),
    Message("F006", E, "Il manque la fiche de la séance : {attendu}",
            "Copiez le seance.yaml d’une autre séance dans ce dossier, et corrigez-le. Si la séance est vraiment "
            "inconnue, ajoutez à la délibération : etat: incomplet",
            exemple=Exemple("Un dossier 2026-04-02 avec 020.yaml, sans seance.yaml.",
                            "Un dossier 2026-04-02 avec 020.yaml et seance.yaml.", "geste")),
    Message("F007", E, "Caractère invisible ou de contrôle : {nom}, à la {colonne}ᵉ position de la ligne",
            "Effacez le mot où il se trouve, et retapez-le au clavier au lieu de le coller.",
            exemple=Exemple("Un objet collé, avec au milieu d’un mot un caractère qui ne se voit pas.",
                            "Le même objet, tapé au clavier.", "geste")),
    Message("F008", E, "{label} : le fichier dit « {valeur} », son dossier dit « {chemin} »",
            "Effacez cette ligne, car le dossier suffit ; ou mettez le fichier dans le bon dossier.",
            exemple=Exemple("collectivite: autre-commune", "collectivite: exemple")),
    Message("F009", E, "Fichier introuvable : « {nom} »{suggestion}",
            "Mettez le fichier dans le même dossier que la fiche, ou corrigez son nom.",
            exemple=Exemple("conventions:\n  - type: restauration\n    texte: convention.md",
                            "conventions:\n  - type: restauration\n    texte: 014-convention.md")),
    Message("F010", E, "Ce fichier n’est cité par aucune fiche : « {nom} »",
            "Si c’est le PDF d’un acte, donnez-lui le nom de sa fiche (014.pdf pour 014.yaml). Sinon, citez-le "
            "dans la fiche, sous `pieces` ou `conventions`, ou supprimez-le.",
            exemple=Exemple("content/seances/exemple/2026-03-12/delib-15.pdf",
                            "content/seances/exemple/2026-03-12/015.pdf", "chemin")),
    Message("F011", E, "« {nom} » est un lien vers un autre fichier : il n’est pas suivi",
            "Supprimez le lien, et mettez le fichier lui-même à sa place.",
            exemple=Exemple("Un 016.yaml qui est un lien vers 015.yaml.",
                            "Un 016.yaml qui est un vrai fichier.", "geste")),
    Message("F012", E, "Date de dossier impossible : « {nom} »",
            "Renommez ce dossier d’après la date de la séance, l’année d’abord (AAAA-MM-JJ), par exemple "
            "2026-03-12 (2026-03-12-2 pour une seconde séance le même jour).",
            exemple=Exemple("content/seances/exemple/12-03-2026/seance.yaml",
                            "content/seances/exemple/2026-03-12/seance.yaml", "chemin")),
    Message("F013", E, "Le fichier ne peut pas être lu : {motif}",
            "Vérifiez que vous pouvez l’ouvrir sur cet ordinateur, puis relancez.",
            exemple=Exemple("Un fichier que l’ordinateur refuse d’ouvrir.",
                            "Un fichier qui s’ouvre dans le Bloc-notes.", "geste")),
    Message("F014", E, "Deux fichiers donneraient la même page : « {nom} » et « {autre} »",
            "Renommez votre page dans content/pages/ : l’autre nom est pris.",
            exemple=Exemple("content/pages/messages.md", "content/pages/cantine.md", "chemin")),
    Message("F015", E, "Numéro : le fichier dit « {valeur} », son nom dit « {chemin} »",
            "Renommez le fichier (numéro en minuscules, avec des tirets : 2026-04.yaml), ou corrigez `numero`.",
            exemple=Exemple('numero: "041"', 'numero: "014"')),
    Message("F016", E, "Il manque la page « {nom} », liée depuis toutes les autres",
            "Remettez ce fichier dans content/pages/. Les mentions légales (loi n° 2004-575, LCEN) et "
            "l’accessibilité (loi n° 2005-102, art. 47) sont obligatoires.",
            exemple=Exemple("content/pages/aide.md a été supprimé.",
                            "content/pages/aide.md est là.", "geste")),
    Message("F036", E, "« {nom} » est un dossier, et son nom est celui d’un fichier",
            "Renommez ce dossier, ou mettez un fichier à sa place.",
            exemple=Exemple("content/seances/exemple/2026-03-12/016.yaml/014.yaml",
                            "content/seances/exemple/2026-03-12/014.yaml", "chemin")),
    Message("F037", E, "Nom de fichier ou de dossier réservé par Windows : « {nom} »",
            "Complétez le nom, par exemple « {nom}-1 » : sinon le registre ne se copie pas sous Windows.",
            exemple=Exemple("content/collectivites/con.yaml",
                            "content/collectivites/exemple.yaml", "chemin")),
    Message("F038", E, "{label} : « {valeur} » n’est pas un fichier {attendu}",
            "{remede}",
            exemple=Exemple("fichier: plan.docx, parmi les pièces",
                            "Le plan enregistré en PDF, et fichier: plan.pdf", "geste")),
    Message("F039", E, "Plus de {limite} problèmes dans ce fichier : les suivants ne sont pas montrés",
            "Corrigez ceux qui le sont, puis relancez. Le fichier est peut-être d’une tout autre sorte.",
            exemple=Exemple("Un tableau ou un courrier, enregistré sous le nom 016.yaml",
                            "Une fiche, avec ses clés", "geste")),
    Message("F040", A, "Fins de ligne de Windows : le fichier est lu comme les autres",
            "Rien à faire : cela vient du Bloc-notes, et ne gêne pas.",
            exemple=Exemple("Une fiche tout juste enregistrée par le Bloc-notes",
                            "La même, une fois dans le dépôt", "geste")),
    Message("F041", A, "Signe que les lecteurs ne verront pas : {nom}, à la {colonne}ᵉ position de la ligne",
            "Tapez à sa place ce que montre le document : « • », « - » ou « → » par exemple.",
            exemple=Exemple("Une puce collée d’un PDF, qui n’existe que dans sa police",
                            "La même puce, tapée : -", "geste")),
)
# fmt: on
