"""R + number of the rule + rank: what the law asks of the site, and for private persons."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

E = Level.ERREUR
A = Level.AVERTISSEMENT

TITLE = "Droit : la vie privée et le site"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("R191", A, "Donnée personnelle possible, {quoi} : « {passage} »",
            "Occultez ce passage, ici et dans le PDF. Si c’est le contact public d’une collectivité, mettez-le dans "
            "`contact`, sur sa fiche.{verifier}", True,
            article="CRPA, art. L.311-6, L.312-1-2",
            exemple=Exemple("objet: Salle des fêtes, réserver au 06 00 00 00 00",
                            "objet: Salle des fêtes, réserver en mairie")),
    Message("R211", A, "Des données personnelles restent dans l’acte, et l’exclusion des moteurs n’est pas décidée",
            "Ajoutez : moteurs: exclus (ou admis, si elles ne concernent aucune personne privée).",
            article="avis de la CNIL",
            exemple=Exemple("objet: Salle des fêtes, réserver au 06 00 00 00 00\n"
                            "occultation: {par: Secrétariat, le: 2026-03-16}",
                            "objet: Salle des fêtes, réserver au 06 00 00 00 00\n"
                            "occultation: {par: Secrétariat, le: 2026-03-16}\n"
                            "moteurs: exclus")),
    Message("R221", E, "Accessibilité à compléter : {label}",
            "Ouvrez content/registre.yaml et complétez ces lignes. Sans audit, l’état est : accessibilite: "
            "non-conforme",
            article="loi n° 2005-102, art. 47 ; décret n° 2019-768",
            exemple=Exemple("accessibilite:",
                            "accessibilite: partielle", "registre")),
    Message("R222", E, "La page « {nom} » n’a plus la ligne où s’affichent l’état d’accessibilité et le contact",
            "Remettez cette ligne dans la page, seule, sans retrait : {ligne}",
            article="loi n° 2005-102, art. 47 ; décret n° 2019-768",
            exemple=Exemple("content/pages/accessibilite.md sans sa ligne <!-- registre : accessibilite -->",
                            "La même page, avec cette ligne", "geste")),
    Message("R231", E, "Mentions légales à compléter : {label}",
            "Ouvrez content/registre.yaml et écrivez après les deux-points des lignes vides, par exemple : "
            "organisme: Commune d’Exemple",
            article="loi n° 2004-575, LCEN",
            exemple=Exemple("hebergeur:",
                            "hebergeur: GitHub, Inc., San Francisco", "registre")),
    Message("R232", E, "La page « {nom} » n’a plus la ligne où s’affichent l’éditeur et l’hébergeur",
            "Remettez cette ligne dans la page, seule, sans retrait : {ligne}",
            article="loi n° 2004-575, LCEN",
            exemple=Exemple("content/pages/mentions-legales.md sans sa ligne <!-- registre : exploitant -->",
                            "La même page, avec cette ligne", "geste")),
)
# fmt: on
