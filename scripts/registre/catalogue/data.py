"""D: the value of one field."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR

TITLE = "Valeurs"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("D001", E, "{label} : rien n’est écrit, et c’est obligatoire",
            "Complétez cette ligne (ou ajoutez-la si elle manque), par exemple : {exemple}",
            exemple=Exemple("objet:", "objet: Tarifs de la cantine")),
    Message("D002", E, "Clé inconnue : « {cle} »{suggestion}",
            "Clés admises ici : {admis}.",
            exemple=Exemple("objett: Tarifs de la cantine", "objet: Tarifs de la cantine")),
    Message("D003", E, "{label} : « {valeur} » n’est pas dans la liste{suggestion}",
            "Valeurs admises : {admis}.",
            exemple=Exemple("resultat: adopté à tous", "resultat: adoptee")),
    Message("D004", E, "{label} : un texte est attendu",
            "Écrivez la valeur sur la même ligne, sans crochet ni accolade, par exemple : {exemple}",
            exemple=Exemple("objet: [Tarifs, Cantine]", "objet: Tarifs de la cantine")),
    Message("D005", E, "{label} : une liste est attendue",
            "Écrivez-la entre crochets, avec des virgules, par exemple : {exemple}",
            exemple=Exemple("secretaires: Jean DURAND", "secretaires: [Jean DURAND]", "seance")),
    Message("D006", E, "{label} : il faut dire quoi pour chaque nombre ou chaque nom",
            "Écrivez par exemple : {exemple}",
            exemple=Exemple("signataire: Anne MARTIN, maire",
                            "signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}")),
    Message("D010", E, "{label} : un nombre entier est attendu, non « {valeur} »",
            "Écrivez le nombre en chiffres, sans rien d’autre ; si le document ne le dit pas, supprimez-le.",
            exemple=Exemple("vote: {pour: quatre, contre: 0, abstention: 0}",
                            "vote: {pour: 4, contre: 0, abstention: 0}")),
    Message("D012", E, "{label} : cette date n’est pas écrite comme il faut",
            "Écrivez l’année, le mois, le jour, avec des tirets : 2026-03-12 pour le 12 mars 2026.",
            exemple=Exemple("mise_en_ligne: 17/03/2026", "mise_en_ligne: 2026-03-17")),
    Message("D013", E, "{label} : cette date n’existe pas au calendrier",
            "Corrigez l’année, le mois ou le jour, dans cet ordre : AAAA-MM-JJ.",
            exemple=Exemple("mise_en_ligne: 2026-17-03", "mise_en_ligne: 2026-03-17")),
    Message("D014", E, "{label} : l’heure n’est pas comprise",
            "Une heure s’écrit ainsi : 18:30",
            exemple=Exemple("heure: dix-huit heures", "heure: 18:30", "seance")),
    Message("D015", E, "{label} : numéro non valable, {motif}",
            "Un SIREN a neuf chiffres, sans espace : recopiez-les un à un.",
            exemple=Exemple('siren: "216200060"', 'siren: "216200006"', "collectivite")),
    Message("D016", E, "{label} : non compris, {motif}",
            "Recopiez l’identifiant du tampon : département, SIREN, date, numéro, nature, par exemple "
            "062-216200006-20260312-014-DE",
            exemple=Exemple("teletransmission:\n  identifiant: 062-216200006-12032026-014-DE\n"
                            "  reception: 2026-03-16",
                            "teletransmission:\n  identifiant: 062-216200006-20260312-014-DE\n"
                            "  reception: 2026-03-16")),
    Message("D017", E, "{label} : « {valeur} », ni majuscule, ni accent, ni espace ici",
            "Un nom court n’a que des minuscules sans accent, des chiffres et des tirets : commune-d-exemple.",
            exemple=Exemple("conventions:\n  - type: Restauration\n    texte: 014-convention.md",
                            "conventions:\n  - type: restauration\n    texte: 014-convention.md")),
    Message("D018", E, "{label} : adresse non comprise",
            "Recopiez l’adresse entière, qui commence par https:// et n’a pas d’espace.",
            exemple=Exemple("contact:\n  site: www.exemple.fr", "contact:\n  site: https://www.exemple.fr/",
                            "collectivite")),
    Message("D019", E, "{label} : durée non comprise",
            "Une durée s’écrit : 5 ans, 18 mois, 30 jours.",
            exemple=Exemple("conventions:\n  - type: restauration\n    texte: 014-convention.md\n    duree: un an",
                            "conventions:\n  - type: restauration\n    texte: 014-convention.md\n    duree: 1 an")),
    Message("D020", E, "{label} : ce n’est pas l’empreinte d’un fichier",
            "Recopiez-la en entier (64 signes, 0 à 9 et a à f), ou supprimez cette ligne si le fichier est à côté "
            "de la fiche : le registre la calcule.",
            exemple=Exemple("pieces:\n  - titre: Plan\n    adresse: https://www.exemple.fr/plan.pdf\n"
                            "    sha256: 9f86d081\n    octets: 312000",
                            "pieces:\n  - titre: Plan\n    adresse: https://www.exemple.fr/plan.pdf\n"
                            "    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n"
                            "    octets: 312000")),
    Message("D021", E, "{label} : répondez par oui ou par non",
            "Écrivez oui ou non.",
            exemple=Exemple("brouillon: presque", "brouillon: non")),
    Message("D022", E, "{label} : « {valeur} » n’est pas compris",
            "{attendu}",
            exemple=Exemple("departement: soixante-deux", 'departement: "62"', "collectivite")),
    Message("D023", E, "{label} : une seule ligne est attendue",
            "Écrivez tout sur une ligne, sans « | ».",
            exemple=Exemple("objet: |\n  Tarifs\n  de la cantine", "objet: Tarifs de la cantine")),
    Message("D024", E, "{label} : un texte de plusieurs lignes commence par « | »",
            "Écrivez « {cle}: | », puis le texte au-dessous, chaque ligne précédée de deux espaces : sinon les alinéas "
            "se perdent.",
            exemple=Exemple("texte:\n  Vu le code ;\n\n  Le conseil fixe les tarifs.",
                            "texte: |\n  Vu le code ;\n\n  Le conseil fixe les tarifs.")),
    Message("D025", E, "{label} : il faut {attendu}, et un seul de ces choix",
            "Écrivez une de ces clés, et une seule.",
            exemple=Exemple("pieces:\n  - titre: Plan",
                            "pieces:\n  - titre: Plan\n    manquante: cité par l’acte, non joint")),
    Message("D026", E, "{label} : « {valeur} » n’est pas la référence d’une délibération",
            "Une référence s’écrit collectivité/date/numéro, par exemple exemple/2026-03-12/014.",
            exemple=Exemple('liens: [{nature: modifie, acte: "015"}]',
                            "liens: [{nature: modifie, acte: exemple/2026-03-12/015}]")),
    Message("D027", E, "{label} : la valeur est trop longue ({longueur} caractères, au plus {limite})",
            "Un titre tient sur quelques lignes ; le reste va dans `texte`.",
            exemple=Exemple("Le rapport entier collé dans l’objet.",
                            "Le titre de la délibération dans l’objet, le rapport dans le texte.", "geste")),
    Message("D028", E, "La fiche n’est pas un brouillon, et il reste des points à vérifier",
            "Vérifiez chaque passage puis supprimez `a_verifier`, ou ajoutez : brouillon: oui",
            exemple=Exemple("a_verifier: [{champ: vote, passage: à l’unanimité}]",
                            "a_verifier: [{champ: vote, passage: à l’unanimité}]\nbrouillon: oui")),
    Message("D029", E, "{label} : « {valeur} » n’est pas une adresse du registre",
            "Une ancienne adresse s’écrit actes/collectivité/date, ou actes/collectivité/date/numéro.",
            exemple=Exemple("anciennes_adresses: [2026-03-11/014]",
                            "anciennes_adresses: [actes/exemple/2026-03-11/014]")),
    Message("D030", E, "{label} : « {valeur} » n’est pas une adresse de courriel",
            "Une adresse de courriel s’écrit ainsi : mairie@exemple.fr",
            exemple=Exemple("contact: {courriel: mairie exemple.fr}", "contact: {courriel: mairie@exemple.fr}",
                            "collectivite")),
    Message("D035", E, "{label} : « {signe} » (U+{point}) n’est ni une lettre latine ni un chiffre de 0 à 9",
            "Retapez le numéro au clavier : des signes d’autres écritures ressemblent aux nôtres.",
            exemple=Exemple('numero: "٠١٤"',
                            'numero: "014"')),
)
# fmt: on
