"""S: what the site says of itself."""

from __future__ import annotations

from registre.catalogue.message import Exemple, Level, Message

A = Level.AVERTISSEMENT

TITLE = "Mentions du site"

# One message a paragraph, kept as it is typed.
# fmt: off
MESSAGES = (
    Message("S001", A, "Mentions légales à compléter : {label}",
            "Ouvrez content/registre.yaml et écrivez après les deux-points des lignes vides, par exemple : "
            "organisme: Commune d’Exemple",
            article="loi n° 2004-575, LCEN",
            exemple=Exemple("courriel:", "courriel: mairie@exemple.fr", "registre")),
    Message("S002", A, "Accessibilité à compléter : {label}",
            "Ouvrez content/registre.yaml et complétez ces lignes. Sans audit, l’état est : accessibilite: "
            "non-conforme",
            article="loi n° 2005-102, art. 47",
            exemple=Exemple("organisme:\naccessibilite:", "organisme: Commune d’Exemple\naccessibilite: partielle",
                            "registre")),
)
# fmt: on
