"""L: what one record says of another."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR

TITLE = "Renvois entre fiches"
A = Level.AVERTISSEMENT

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("L001", E, "{label} : aucune collectivité ne s’appelle « {valeur} »{suggestion}",
            "Corrigez le nom, ou créez la fiche content/collectivites/{valeur}.yaml.",
            exemple=Exemple("partenaire: exmple", "partenaire: exemple", "type")),
    Message("L002", E, "{label} : aucun type de convention ne s’appelle « {valeur} »{suggestion}",
            "Types connus : {admis}. Pour en créer un : content/conventions/{valeur}/type.yaml, avec `nom` et "
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
            "Corrigez la référence (collectivité/date/numéro). Si cet acte n’est pas dans le registre, supprimez "
            "la ligne ; `decision` sert à l’inverse : une décision d’ailleurs (un jugement, par exemple) qui "
            "touche l’acte de cette fiche.",
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
            "Une ancienne adresse ne mène qu’à une page : supprimez-la de cette fiche, ou de l’autre si c’est là "
            "qu’elle est de trop.",
            exemple=Exemple("anciennes_adresses: [actes/exemple/2026-03-12/015]",
                            "anciennes_adresses: [actes/exemple/2026-03-11/014]")),
    Message("L010", E, "Liens en rond : {chaine}",
            "Deux actes ne peuvent pas agir l’un sur l’autre : gardez seulement le lien que disent les documents.",
            exemple=Exemple("L’acte 014 rectifie l’acte 015, et l’acte 015 rectifie l’acte 014",
                            "Seul l’acte 015 rectifie l’acte 014", "geste")),
    Message("L011", E, "{label} : « {valeur} » est d’une séance postérieure",
            "Un acte n’agit que sur un acte déjà pris. Si c’est l’autre qui agit sur celui-ci, mettez le lien dans sa "
            "fiche ; sinon, corrigez la référence.",
            exemple=Exemple("Dans la fiche d’un acte de mars : acte: exemple/2026-05-04/020",
                            "Dans la fiche de l’acte de mai : acte: exemple/2026-03-12/014", "geste")),
    Message("L012", E, "Date du lien : le {valeur}, avant l’acte qu’il vise, qui est du {attendu}",
            "Corrigez la date, ou supprimez-la si le document ne la dit pas.",
            exemple=Exemple("liens:\n  - nature: abroge\n    acte: exemple/2026-03-12/015\n    date: 2026-03-01",
                            "liens:\n  - nature: abroge\n    acte: exemple/2026-03-12/015\n    date: 2026-04-01")),
    Message("L013", A, "Date du lien : le {valeur}, avant la séance du {attendu} qui en a décidé",
            "Seuls un retrait, une annulation ou une rectification remontent dans le passé : vérifiez la date.", True,
            exemple=Exemple("Dans la fiche d’un acte du 4 mai : nature: modifie, date: 2026-04-01",
                            "Dans la fiche d’un acte du 4 mai : nature: modifie, date: 2026-05-10", "geste")),
    Message("L014", E, "Lien donné deux fois : {nature} « {valeur} »",
            "Supprimez-en un. Si deux parties de l’acte sont touchées, dites lesquelles dans `precision`.",
            exemple=Exemple("liens:\n"
                            "  - {nature: modifie, acte: exemple/2026-03-12/015}\n"
                            "  - {nature: modifie, acte: exemple/2026-03-12/015}",
                            "liens:\n  - {nature: modifie, acte: exemple/2026-03-12/015}")),
    Message("L015", A, "{label} : « {valeur} » est un brouillon, ce lien n’est donc pas montré",
            "Publiez l’autre acte en même temps que celui-ci : retirez `brouillon` de sa fiche. S’il est masqué "
            "exprès, ne changez rien.",
            exemple=Exemple("acte: exemple/2026-03-12/015, dont la fiche dit brouillon: oui",
                            "Le même lien, une fois la ligne brouillon: oui retirée de la fiche 015", "geste")),
    Message("L016", A, "Lien « rectifie » sans `precision` : la page ne dira pas quelle partie est rectifiée",
            "Ajoutez au lien ce qui est rectifié, par exemple : precision: article 2", True,
            exemple=Exemple("liens:\n  - {nature: rectifie, acte: exemple/2026-03-12/015}",
                            "liens:\n  - {nature: rectifie, acte: exemple/2026-03-12/015, precision: article 2}")),
    Message("L017", E, "L’acte n’a rien décidé ({resultat}) : il ne peut pas agir sur un autre",
            "Corrigez `resultat`, ou supprimez le lien ; si l’acte ne fait que citer l’autre, écrivez : nature: cite",
            exemple=Exemple("resultat: rejetee\n"
                            "vote: {pour: 1, contre: 3, abstention: 0}\n"
                            "liens:\n"
                            "  - {nature: abroge, acte: exemple/2026-03-12/015}",
                            "resultat: rejetee\n"
                            "vote: {pour: 1, contre: 3, abstention: 0}\n"
                            "liens:\n"
                            "  - {nature: cite, acte: exemple/2026-03-12/015}")),
    Message("L018", E, "Succession en rond : {chaine}",
            "Une collectivité ne succède qu’à une autre, qui existait avant elle : corrigez `succede_a`.",
            exemple=Exemple("succede_a: [exemple]",
                            "succede_a: []", "collectivite")),
    Message("L019", A, "« {autre} » lui succède, mais cette fiche ne dit pas jusqu’à quand elle a existé",
            "Ajoutez son dernier jour d’existence : jusqu_au: AAAA-MM-JJ",
            exemple=Exemple("succede_a: [ancienne-commune], sans date dans la fiche de l’ancienne commune",
                            "Dans la fiche de l’ancienne commune : jusqu_au: 2025-12-31", "geste")),
    Message("L020", E, "Daté du {valeur}, mais la collectivité a existé jusqu’au {attendu}",
            "Corrigez le dossier de la séance, ou `jusqu_au` dans {autre} ; sinon, rangez la séance chez la "
            "collectivité qui lui succède.", True,
            exemple=Exemple("jusqu_au: 2025-12-31",
                            "jusqu_au: 2026-12-31", "collectivite")),
)
# fmt: on
