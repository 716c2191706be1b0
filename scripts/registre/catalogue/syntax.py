"""Y: how YAML is written."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Écriture de la fiche"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("Y001", E, "La ligne commence par une tabulation",
            "Effacez-la, puis tapez des espaces, autant que devant les lignes voisines.",
            exemple=Exemple("signataire:\n\tprenom: Anne\n\tnom: MARTIN\n\tqualite: Maire",
                            "signataire:\n  prenom: Anne\n  nom: MARTIN\n  qualite: Maire")),
    Message("Y002", E, "Un deux-points dans une valeur sans guillemets",
            "Mettez toute la valeur entre guillemets droits, \"ainsi\".",
            exemple=Exemple("objet: Cantine : tarifs", 'objet: "Cantine : tarifs"')),
    Message("Y003", E, "Le texte après « # » serait perdu : ce signe ouvre une remarque, qui n’est pas lue",
            "Mettez toute la valeur entre guillemets droits, \"ainsi\".",
            exemple=Exemple("objet: Marché de la cantine, lot #3", 'objet: "Marché de la cantine, lot #3"')),
    Message("Y004", E, "La clé « {cle} » est écrite deux fois (déjà ligne {premiere})",
            "Gardez une seule des deux lignes. Si les deux servent (deux listes), réunissez leur contenu sous la "
            "première.",
            exemple=Exemple("nature: DE\nnature: CC", "nature: DE")),
    Message("Y005", E, "« {signe} » : « & » et « * » sont des signes réservés au début d’une valeur",
            "Mettez toute la valeur entre guillemets droits, \"ainsi\".",
            exemple=Exemple("objet: *Tarifs", 'objet: "*Tarifs"')),
    Message("Y006", E, "« {signe} » : « ! » est un signe réservé au début d’une valeur",
            "Mettez toute la valeur entre guillemets droits, \"ainsi\".",
            exemple=Exemple("objet: !Urgent travaux de la cantine", 'objet: "!Urgent travaux de la cantine"')),
    Message("Y007", E, "Une seconde fiche commence ici (ligne « --- »)",
            "Un fichier, une fiche : supprimez cette ligne, ou faites deux fichiers.",
            exemple=Exemple("mise_en_ligne: 2026-03-17\n---", "mise_en_ligne: 2026-03-17")),
    Message("Y008", E, "Trop de crochets ou de retraits les uns dans les autres (plus de {limite})",
            "Reprenez l’exemple donné pour cette clé à la page « Format des enregistrements ».",
            exemple=Exemple("objet: [[[[[[[[[[[[[[Tarifs]]]]]]]]]]]]]]", "objet: Tarifs")),
    Message("Y009", E, "Cette ligne n’est pas comprise",
            "Reprenez l’exemple donné pour cette clé à la page « Format des enregistrements » : la clé, deux-points, "
            "un espace, la valeur.",
            exemple=Exemple("texte: |Le conseil municipal fixe les tarifs.",
                            "texte: |\n  Le conseil municipal fixe les tarifs.")),
    Message("Y010", E, "Le fichier n’est pas une suite de lignes « clé: valeur »",
            "Chaque ligne commence par une clé, deux-points, un espace, puis la valeur : nature: DE",
            exemple=Exemple("- Restauration scolaire\n- La commune confie les repas de l’école à un partenaire.",
                            "nom: Restauration scolaire\ndescription: La commune confie les repas de l’école à un "
                            "partenaire.", "type")),
    Message("Y011", E, "{label} : pour « on ne sait pas », n’écrivez pas « {valeur} »",
            "Laissez la clé sans rien après les deux-points, ou supprimez la ligne.",
            exemple=Exemple("matiere: ~", "matiere:")),
    Message("Y012", E, "Un guillemet ouvert n’est pas refermé",
            "Ajoutez à la fin de la valeur le guillemet qui manque, le même qu’au début.",
            exemple=Exemple('resultat: "adoptee', 'resultat: "adoptee"')),
    Message("Y013", E, "Le début de cette ligne n’est pas aligné sur les lignes voisines",
            "Ajoutez ou effacez des espaces devant elle, pour l’aligner.",
            exemple=Exemple(" nature: DE", "nature: DE")),
    Message("Y014", E, "Un crochet ou une accolade n’est pas refermé, ou une virgule manque",
            "Refermez « [ » par « ] » et « {{ » par « }} », et séparez les éléments par des virgules.",
            exemple=Exemple("signataire: {prenom: Anne, nom: MARTIN, qualite: Maire",
                            "signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}")),
    Message("Y015", E, "Cette clé n’est pas un simple mot",
            "Écrivez la clé seule, sans crochet ni accolade.",
            exemple=Exemple("[objet]: Tarifs de la cantine", "objet: Tarifs de la cantine")),
    Message("Y016", E, "Il manque un vrai espace après les deux-points",
            "Écrivez la clé, deux-points, un espace tapé au clavier, puis la valeur : nature: DE",
            exemple=Exemple("resultat:adoptee", "resultat: adoptee")),
    Message("Y017", E, "Cette valeur commence par un signe réservé : « {signe} »",
            "Mettez toute la valeur entre guillemets droits, \"ainsi\".",
            exemple=Exemple("objet: @ctes et tarifs de la cantine", 'objet: "@ctes et tarifs de la cantine"')),
    Message("Y018", E, "Un guillemet se referme avant la fin de la valeur",
            "Entourez toute la valeur de guillemets droits doubles, et gardez les apostrophes à l’intérieur : "
            "\"l’avis\".",
            exemple=Exemple("objet: 'L'avis du conseil'", 'objet: "L\'avis du conseil"')),
    Message("Y019", E, "Il manque un espace après le tiret",
            "Écrivez un tiret, un espace, puis l’élément : - Jean DURAND",
            exemple=Exemple("secretaires:\n  - Jean DURAND\n  -Luc ROUX",
                            "secretaires:\n  - Jean DURAND\n  - Luc ROUX", "seance")),
    Message("Y020", E, "Le texte de « {cle} » doit être en retrait",
            "Écrivez « {cle}: | », puis chaque ligne du texte au-dessous, précédée de deux espaces.",
            exemple=Exemple("texte: |\nLe conseil municipal fixe les tarifs.",
                            "texte: |\n  Le conseil municipal fixe les tarifs.")),
    Message("Y021", E, "Il manque les deux-points (:) après la clé",
            "Écrivez la clé, deux-points, un espace, puis la valeur : nature: DE",
            exemple=Exemple("resultat adoptee", "resultat: adoptee")),
    Message("Y023", A, "Guillemets de Word (“ ”) autour de la valeur : ils seraient publiés",
            "Supprimez-les, ou remplacez-les par des guillemets droits.",
            exemple=Exemple("objet: “Tarifs de la cantine”", 'objet: "Tarifs de la cantine"')),
    Message("Y022", E, "Ce fichier est bien trop long pour une fiche (plus de {limite} valeurs)",
            "Un fichier, une fiche : vérifiez qu’il ne s’agit pas d’autre chose.",
            exemple=Exemple("Dix mille lignes dans une seule fiche",
                            "Une fiche par acte", "geste")),
)
# fmt: on
