"""Every message a clerk can be told, declared once: code, level, sentence, remedy.

Families: F files, Y YAML syntax, D data of a field, T text of an act, L references, I @ctes identifier,
R rules of law (R + number of the rule + rank), A acknowledged anomalies, S the site itself.
A template names its values between braces. A caller that can compute the right line passes ``ecrire``: it replaces
the remedy by « Écrivez plutôt : … ».
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Level(enum.StrEnum):
    """What a problem does: an error blocks publication, a warning publishes and is told."""

    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"

    @property
    def label(self) -> str:
        """The level as a clerk reads it."""
        return {"erreur": "Erreur", "avertissement": "Avertissement"}[self.value]


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its code, level, the sentence told, the remedy, and whether an anomaly may acknowledge it."""

    code: str
    level: Level
    title: str
    remedy: str = ""
    acknowledgeable: bool = False


E, A = Level.ERREUR, Level.AVERTISSEMENT

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    # Files
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
    # YAML syntax
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
    # Data of a field
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
            "Une référence s’écrit collectivité/date/numéro, par exemple scota/2026-02-11/605."),
    Message("D027", E, "{label} : la valeur est trop longue ({longueur} caractères, au plus {limite})",
            "Un titre tient sur quelques lignes ; le reste va dans `texte`."),
    Message("D028", E, "L’enregistrement n’est pas un brouillon, et il reste des points à vérifier",
            "Vérifiez chaque passage puis supprimez `a_verifier`, ou ajoutez `brouillon: oui`."),
    Message("D029", E, "{label} : « {valeur} » n’est pas une adresse du registre",
            "Une ancienne adresse s’écrit actes/collectivité/date, ou actes/collectivité/date/numéro."),
    Message("D030", E, "{label} : « {valeur} » n’est pas une adresse de courriel",
            "Une adresse de courriel s’écrit mairie@exemple.fr"),
    # Text of an act
    Message("T001", E, "Une formule commencée par « $$ » n’est pas refermée",
            "Ajoutez « $$ » à la fin de la formule."),
    Message("T002", E, "Il manque l’en-tête du modèle, entre deux lignes « --- »",
            "Commencez le fichier par une ligne « --- », les clés, puis une ligne « --- »."),
    Message("T003", E, "Passage introuvable dans le texte de l’acte ou de ses conventions : « {passage} »",
            "Recopiez le passage tel qu’il est dans le texte, ou supprimez `passage`."),
    Message("T004", A, "Deux articles portent le même numéro : « {titre} » (aussi ligne {premiere})",
            "Vérifiez le document.", True),
    # References
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
            "Une ancienne adresse ne peut mener qu’à une page."),
    # @ctes identifier
    Message("I001", E, "Identifiant : son SIREN est {valeur}, celui de la collectivité {attendu}",
            "Vérifiez le tampon et la fiche de la collectivité.", True),
    Message("I002", E, "Identifiant : son numéro est « {valeur} », celui de l’acte « {attendu} »",
            "Vérifiez le tampon et le numéro de l’acte.", True),
    Message("I003", A, "Identifiant : il porte la date du {valeur}, la séance est du {attendu}",
            "Vérifiez le tampon.", True),
    Message("I004", E, "Identifiant : sa nature est {valeur}, celle de l’acte {attendu}",
            "La nature est le code imprimé à la fin de l’identifiant.", True),
    Message("I005", A, "Une délibération transmise sous la nature {valeur} ({libelle}), non DE",
            "Vérifiez le tampon.", True),
    Message("I006", E, "Identifiant : {valeur} n’est pas un SIREN valable (clé de contrôle fausse)",
            "Recopiez l’identifiant du tampon.", True),
    Message("I007", A, "Identifiant : le département {valeur} n’est pas celui de la collectivité ({attendu})",
            "Vérifiez le tampon.", True),
    Message("I008", A, "Deux actes portent le même identifiant : {valeur} (aussi {autre})",
            "Vérifiez les deux tampons.", True),
    # Rules of law
    Message("R021", E, "Signataire incomplet, il manque {manque} (CGCT, art. R.2131-1 ; CRPA, art. L.212-1)",
            "Ajoutez par exemple : signataire: {{prenom: Anne, nom: MARTIN, qualite: Maire}}.", True),
    Message("R022", A, "Signataire inconnu : l’acte est incomplet",
            "Complétez l’acte si le document est retrouvé.", True),
    Message("R031", A, "Date de mise en ligne non renseignée (CGCT, art. R.2131-1)",
            "Quand vous publiez l’acte, ajoutez : mise_en_ligne: AAAA-MM-JJ", True),
    Message("R032", E, "Mise en ligne le {valeur}, avant la séance du {attendu}",
            "Corrigez l’une des deux dates."),
    Message("R033", E, "{label} : le {valeur}, avant la séance du {attendu}",
            "Vérifiez le document.", True),
    Message("R034", E, "Reçu en préfecture le {valeur}, avant d’être envoyé le {attendu}",
            "Vérifiez le tampon.", True),
    Message("R051", A, "Caractère exécutoire non établi : {manque} (CGCT, art. L.2131-1)",
            "Complétez `teletransmission`, ou dites `non_transmissible` avec le motif.", True),
    Message("R061", E, "Un acte individuel (AI) est notifié à la personne, non publié (CGCT, art. L.2131-1, II)",
            "Retirez cet enregistrement du registre, ou corrigez la nature."),
    Message("R101", E, "Le numéro {valeur} est déjà pris dans cette séance ({autre})",
            "Corrigez l’un des deux numéros."),
    Message("R102", A, "Le numéro {valeur} est déjà pris en {annee} ({autre})",
            "La numérotation recommence peut-être à chaque séance.", True),
    Message("R103", A, "Aucun secrétaire de séance (CGCT, art. L.2121-15, R.2121-9)",
            "Ajoutez : secretaires: [Prénom NOM]", True),
    Message("R111", A,
            "Quorum : {presents} présents pour {en_exercice} membres en exercice, il en faut {quorum} (CGCT, "
            "art. L.2121-17)",
            "Vérifiez les nombres ; sur seconde convocation, écrivez : seconde_convocation: oui", True),
    Message("R121", A, "{nom} a reçu plusieurs pouvoirs : {valeur} (CGCT, art. L.2121-20)",
            "Un membre ne peut porter qu’un pouvoir : vérifiez le document.", True),
    Message("R122", A, "{nom} a donné pouvoir et figure parmi les présents",
            "Vérifiez la liste des présents.", True),
    Message("R123", A, "{nom} a reçu un pouvoir et ne figure pas parmi les présents (CGCT, art. L.2121-20)",
            "Vérifiez le nom et la liste des présents.", True),
    Message("R124", A, "{nom} a donné plusieurs pouvoirs",
            "Vérifiez le document.", True),
    Message("R125", A, "{nom} figure {valeur}",
            "Vérifiez les listes.", True),
    Message("R126", A, "{label} : {nom} ne figure dans aucune liste de la séance{suggestion}",
            "Vérifiez le nom, et un nom par élément : [Anne MARTIN, Jean DURAND].", True),
    Message("R131", E,
            "Le résultat annoncé ({valeur}) contredit le vote : {pour} pour, {contre} contre (CGCT, art. "
            "L.2121-20)",
            "Vérifiez le vote et le résultat.", True),
    Message("R132", A, "Partage des voix : le résultat dépend de la voix du président (CGCT, art. L.2121-20)",
            "Si le document le dit, ajoutez : voix_preponderante: oui", True),
    Message("R133", E, "« À l’unanimité », mais {valeur}",
            "Vérifiez le vote.", True),
    Message("R134", E, "Voix prépondérante dans un scrutin secret (CGCT, art. L.2121-20)",
            "Vérifiez le scrutin.", True),
    Message("R141", E, "Des noms de votants dans un scrutin secret (CGCT, art. L.2121-21)",
            "Supprimez `noms`, ou corrigez le mode de scrutin.", True),
    Message("R142", A, "Scrutin public sans le nom des votants (CGCT, art. L.2121-21)",
            "Ajoutez `noms`, avec le sens de chaque vote.", True),
    Message("R151", A, "{valeur} votants annoncés ; présents et pouvoirs font {somme} ({presents} + {pouvoirs})",
            "Vérifiez les nombres.", True),
    Message("R152", A, "Les votes font {somme}, pour {attendu} votants",
            "Vérifiez les nombres.", True),
    Message("R153", A, "{valeur} {quoi} annoncés, {somme} dans la liste",
            "Vérifiez la liste.", True),
    Message("R154", A, "{en_exercice} membres en exercice, {somme} noms dans les listes",
            "Vérifiez les listes.", True),
    Message("R155", A, "{valeur} voix {quoi} annoncées, {somme} dans la liste",
            "Vérifiez les noms.", True),
    Message("R156", A, "{nom} est nommé deux fois dans le vote",
            "Vérifiez les noms.", True),
    Message("R171", A,
            "Convocation du {valeur} : {jours} avant la séance, il en faut {attendu} (CGCT, art. {article})",
            "Vérifiez la date.", True),
    Message("R172", E, "Convocation du {valeur}, après la séance du {attendu}",
            "Vérifiez la date.", True),
    # Acknowledged anomalies
    Message("A001", E, "Anomalie {anomalie} : ce code n’existe pas{suggestion}",
            "Recopiez le code du message."),
    Message("A002", A, "Anomalie {anomalie} : rien à reconnaître ici sous ce code",
            "Supprimez cette anomalie."),
    Message("A003", E, "Anomalie {anomalie} : ce message ne se lève pas par un motif",
            "Seule une faute du document se reconnaît ; corrigez l’enregistrement."),
    # The site
    Message("S001", A, "Mentions légales, non renseigné : {label} (loi n° 2004-575, LCEN)",
            "Complétez content/registre.yaml."),
    Message("S002", A, "Accessibilité, non renseigné : {label} (loi n° 2005-102, art. 47)",
            "Complétez content/registre.yaml."),
)
# fmt: on

CATALOGUE: dict[str, Message] = {message.code: message for message in MESSAGES}
