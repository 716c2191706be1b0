"""Y: how YAML is written."""

from __future__ import annotations

from registre.catalogue.message import Level, Message

E = Level.ERREUR

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("Y001", E, "Une tabulation dans le retrait de la ligne",
            "Remplacez-la par deux espaces."),
    Message("Y002", E, "Un deux-points dans une valeur sans guillemets",
            "Mettez la valeur entre guillemets."),
    Message("Y003", E, "Le texte après « # » serait perdu : YAML le prend pour un commentaire",
            "Mettez toute la valeur entre guillemets."),
    Message("Y004", E, "La clé « {cle} » est écrite deux fois (déjà ligne {premiere})",
            "Gardez une seule des deux lignes."),
    Message("Y005", E, "« {signe} » au début d’une valeur : les renvois YAML (& et *) ne sont pas admis",
            "Mettez la valeur entre guillemets, ou écrivez-la en entier."),
    Message("Y006", E, "« {signe} » au début d’une valeur : les balises YAML (!) ne sont pas admises",
            "Mettez la valeur entre guillemets."),
    Message("Y007", E, "Un second enregistrement commence ici (ligne « --- »)",
            "Un fichier, un enregistrement : supprimez cette ligne, ou faites deux fichiers."),
    Message("Y008", E, "Trop de niveaux imbriqués (plus de {limite})",
            "Revenez à la forme montrée dans le guide."),
    Message("Y009", E, "Cette ligne n’est pas comprise",
            "Comparez-la à l’exemple du guide : retrait, « clé: valeur »."),
    Message("Y010", E, "Le fichier n’est pas une suite de lignes « clé: valeur »",
            "Chaque ligne commence par une clé, deux-points, une espace, puis la valeur."),
    Message("Y011", E, "{label} : « {valeur} » ne se met pas pour « on ne sait pas »",
            "Laissez la clé sans rien après les deux-points, ou supprimez la ligne."),
    Message("Y012", E, "Un guillemet ouvert n’est pas refermé",
            "Ajoutez le guillemet manquant en fin de valeur."),
    Message("Y013", E, "Le retrait de cette ligne ne suit pas celui des lignes qui l’entourent",
            "Alignez-la sur ses voisines, avec des espaces."),
    Message("Y014", E, "Un crochet ou une accolade n’est pas refermé, ou une virgule manque",
            "Refermez « [ » par « ] » et « {{ » par « }} », et séparez les éléments par des virgules."),
    Message("Y015", E, "Cette clé n’est pas un simple mot",
            "Écrivez la clé seule, sans crochet ni accolade."),
    Message("Y016", E, "Il manque une vraie espace après les deux-points",
            "Une clé, deux-points, une espace (tapée au clavier), puis la valeur."),
    Message("Y017", E, "Cette valeur commence par un signe réservé : « {signe} »",
            "Mettez la valeur entre guillemets."),
    Message("Y018", E, "Un guillemet se referme avant la fin de la valeur",
            "Entourez toute la valeur de guillemets doubles, et gardez les apostrophes à l’intérieur : "
            "\"l’avis\"."),
    Message("Y019", E, "Il manque une espace après le tiret",
            "Écrivez un tiret, une espace, puis l’élément : - Jean DURAND"),
    Message("Y021", E, "Il manque deux-points dans cette ligne",
            "Écrivez la clé, deux-points, une espace, puis la valeur : nature: DE"),
    Message("Y020", E, "Le texte de « {cle} » doit être en retrait",
            "Écrivez « {cle}: | », puis chaque ligne du texte au-dessous, en retrait de deux espaces."),
    Message("Y022", E, "Trop de valeurs dans ce fichier (plus de {limite})",
            "Un fichier, un enregistrement : vérifiez qu’il ne s’agit pas d’autre chose."),
)
# fmt: on
