"""L: what one record says of another."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

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
            "Une ancienne adresse ne mène qu’à une page : supprimez-la de cette fiche, ou de l’autre si c’est là "
            "qu’elle est de trop."),
    Message("L010", E, "Liens en rond : {chaine}",
            "Un acte n’agit pas sur un acte qui agit lui-même sur lui : supprimez celui de ces liens que les documents "
            "ne disent pas."),
    Message("L011", E, "{label} : « {valeur} » est d’une séance postérieure",
            "Un acte n’agit que sur un acte déjà pris. Si c’est l’autre qui agit sur celui-ci, mettez le lien dans sa "
            "fiche ; sinon, corrigez la référence."),
    Message("L012", E, "Date du lien : le {valeur}, avant l’acte touché, qui est du {attendu}",
            "Corrigez la date, ou supprimez-la si le document ne la dit pas."),
    Message("L013", A, "Date du lien : le {valeur}, avant la séance du {attendu} qui en a décidé",
            "Seuls un retrait, une annulation ou une rectification remontent dans le passé : vérifiez la date.", True),
    Message("L014", E, "Lien donné deux fois : {nature} « {valeur} »",
            "Supprimez-en un. Si deux parties de l’acte sont touchées, dites lesquelles dans `precision`."),
    Message("L015", A, "{label} : « {valeur} » est un brouillon, ce lien n’est donc pas montré",
            "Publiez l’autre acte en même temps que celui-ci : retirez `brouillon` de sa fiche."),
    Message("L016", A, "Lien « rectifie » sans `precision` : la page ne dira pas quelle partie est rectifiée",
            "Ajoutez au lien ce qui est rectifié, par exemple : precision: article 2", True),
    Message("L017", E, "L’acte n’a rien décidé ({resultat}) : il ne peut pas agir sur un autre",
            "Corrigez `resultat`, ou supprimez le lien ; si l’acte ne fait que citer l’autre, écrivez : nature: cite"),
    Message("L018", E, "Succession en rond : {chaine}",
            "Une collectivité ne succède qu’à une autre, qui existait avant elle : corrigez `succede_a`."),
    Message("L019", A, "« {autre} » lui succède, mais cette fiche ne dit pas jusqu’à quand elle a existé",
            "Ajoutez son dernier jour d’existence : jusqu_au: AAAA-MM-JJ"),
    Message("L020", E, "Daté du {valeur}, mais la collectivité a existé jusqu’au {attendu}",
            "Corrigez le dossier de la séance, ou `jusqu_au` dans {autre} ; sinon, rangez la séance chez la "
            "collectivité qui lui succède.", True),
)
# fmt: on
