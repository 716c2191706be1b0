"""R + number of the rule + rank: what the law asks of an act. Here its signature, its publicity, its numbering."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Droit : signature, publicité, numéros"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("R011", A, "Aucun document joint à l’acte : ni PDF à côté de la fiche, ni adresse",
            "Mettez le PDF à côté de la fiche, sous le même nom ({exemple}).", True,
            article="CGCT, art. R.2131-1",
            exemple=Exemple("La fiche 015.yaml, seule.", "La fiche 015.yaml, et 015.pdf à côté d’elle.", "geste")),
    Message("R021", E, "Signataire incomplet, il manque {manque}",
            "Ajoutez par exemple : signataire: {{prenom: Anne, nom: MARTIN, qualite: Maire}}", True,
            article="CGCT, art. R.2131-1 ; CRPA, art. L.212-1",
            exemple=Exemple("signataire: {nom: MARTIN}", "signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}")),
    Message("R022", A, "Signataire inconnu : l’acte est incomplet",
            "Si le document est retrouvé, ajoutez : signataire: {{prenom: Anne, nom: MARTIN, qualite: Maire}}", True,
            exemple=Exemple("etat: incomplet\nmotif: seule l’annexe est connue\nsignataire:",
                            "signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}")),
    Message("R031", A, "Date de mise en ligne non renseignée",
            "Quand vous publiez l’acte, ajoutez : mise_en_ligne: AAAA-MM-JJ", True,
            article="CGCT, art. R.2131-1",
            exemple=Exemple("mise_en_ligne:", "mise_en_ligne: 2026-03-17")),
    Message("R032", E, "Mise en ligne le {valeur}, avant la séance du {attendu}",
            "Corrigez `mise_en_ligne`, ou la date du dossier de la séance.",
            exemple=Exemple("mise_en_ligne: 2026-03-10", "mise_en_ligne: 2026-03-17")),
    Message("R033", E, "{label} : le {valeur}, avant la séance du {attendu}",
            "Relisez cette date sur le document, et corrigez-la si elle a été mal recopiée.", True,
            exemple=Exemple("teletransmission: {reception: 2026-03-16, publication: 2026-03-10}",
                            "teletransmission: {reception: 2026-03-16, publication: 2026-03-16}")),
    Message("R034", E, "Reçu en préfecture le {valeur}, avant d’être envoyé le {attendu}",
            "Recopiez `envoi` et `reception` du tampon.", True,
            exemple=Exemple("teletransmission: {envoi: 2026-03-17, reception: 2026-03-16}",
                            "teletransmission: {envoi: 2026-03-16, reception: 2026-03-16}")),
    Message("R041", E, "Publicité retirée le {valeur}, moins de deux mois après le {publicite}",
            "Corrigez la date. Si l’acte a bien été retiré ce jour-là, remettez-le en ligne jusqu’au {fin} au moins, "
            "et supprimez `retrait`.",
            article="CGCT, art. R.2131-1, I",
            exemple=Exemple("retrait: 2026-04-01",
                            "retrait: 2026-05-18")),
    Message("R051", A, "Caractère exécutoire non établi : {manque}",
            "Complétez ce qui manque : la publicité dans `mise_en_ligne`, la réception en préfecture dans "
            "`reception`, sous `teletransmission`. Si l’acte n’a pas à être transmis : non_transmissible: la raison",
            True,
            article="CGCT, art. L.2131-1",
            exemple=Exemple("teletransmission: {publication: 2026-03-16}",
                            "teletransmission: {reception: 2026-03-16, publication: 2026-03-16}")),
    Message("R061", E, "Un acte individuel (AI) est notifié à la personne, non publié",
            "Supprimez cette fiche du registre, ou corrigez `nature`.",
            article="CGCT, art. L.2131-1, II",
            exemple=Exemple("nature: AI\nteletransmission: {reception: 2026-03-16}",
                            "nature: DE\nteletransmission: {reception: 2026-03-16}")),
    Message("R062", A, "L’objet ressemble à une décision individuelle, notifiée et non publiée : « {valeur} »",
            "Si l’acte ne décide que pour une personne nommée (recrutement, congé, secours…), retirez cette fiche "
            ": il lui est notifié, non publié. S’il désigne un élu ou crée un poste, il se publie.", True,
            article="CGCT, art. L.2131-1, II",
            exemple=Exemple("objet: Recrutement de Mme Zoé BLANC",
                            "objet: Création d’un poste d’agent technique")),
    Message("R071", A, "Publicité des actes : « {valeur} », mais cette collectivité doit les publier sur son site",
            "Écrivez : publicite: electronique. Si elle compte moins de 3 500 habitants, corrigez `population`.",
            article="CGCT, art. L.2131-1, III et IV",
            exemple=Exemple("population: 4200\n"
                            "publicite: affichage\n"
                            "choix_publicite: délibération n° 12 du 5 mars 2024",
                            "population: 1240\n"
                            "publicite: affichage\n"
                            "choix_publicite: délibération n° 12 du 5 mars 2024", "collectivite")),
    Message("R072", A, "Publicité des actes : « {valeur} », sans la délibération qui l’a choisie",
            "Ajoutez : choix_publicite: délibération n° … du … Sans délibération, les actes se publient sur le site.",
            article="CGCT, art. L.2131-1, IV",
            exemple=Exemple("publicite: affichage",
                            "publicite: affichage\nchoix_publicite: délibération n° 12 du 5 mars 2024",
                            "collectivite")),
    Message("R101", E, "Le numéro {valeur} est déjà pris dans cette séance ({autre})",
            "Corrigez `numero` dans l’une des deux fiches, ou supprimez celle qui est en trop.",
            exemple=Exemple("content/seances/exemple/2026-03-12/01-5.yaml",
                            "content/seances/exemple/2026-03-12/015.yaml", "chemin")),
    Message("R102", A, "Le numéro {valeur} est déjà pris en {annee} ({autre})",
            "Recopiez `numero` des deux documents. La numérotation recommence peut-être à chaque séance.", True,
            exemple=Exemple("Un n° 015 le 12 mars 2026 et un autre n° 015 le 2 avril 2026.",
                            "Un n° 015 le 12 mars 2026 et un n° 016 le 2 avril 2026.", "geste")),
)
# fmt: on
