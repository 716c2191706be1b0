"""What a question may name besides acts: the pages of bodies, years, types and matières, help, words of the glossary.

They are not in the index: recherche-moteur.js compares the question with their names, and shows them beside the acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registre.register.entries import Register
from registre.register.facets import FACETS, Facet, group, indexes
from registre.register.urls import ON_A_DAY, SCHEDULE
from registre.render.lexicon import glossary


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A page (`url`, relative to the root of the site), its name, what it is, and the other names that it has."""

    label: str
    kind: str
    url: str
    names: str = ""


# Sections of the page « Aide » that people ask for, and the words they use.
HELP = (
    Shortcut(
        "Contester un acte",
        "Aide",
        "aide/#contester-un-acte",
        "attaquer annuler recours requête tribunal délai délibération décision arrêté",
    ),
    Shortcut(
        "Vérifier un document", "Aide", "aide/#verifier-un-document", "empreinte authentique preuve signature PDF"
    ),
    Shortcut("Signaler une erreur", "Aide", "aide/#signaler-une-erreur", "corriger correction faute contact"),
)


# Pages of conventions, by the words that people use.
CONVENTIONS = (
    Shortcut("Échéancier des conventions", "Conventions", SCHEDULE, "échéance échéances renouvellement fin agenda ICS"),
    Shortcut("Conventions à une date choisie", "Conventions", ON_A_DAY, "en vigueur échues jour état"),
)


def shortcuts(register: Register, facets: Sequence[Facet] = FACETS) -> Iterator[Shortcut]:
    """Every value that has pages, in the order of FACETS, the sections of the help, every word of the glossary."""
    bodies = {body.label: body.fiche for body in register.bodies.values()}
    for facet in indexes(facets):
        for value in group(register.acts, facet, facet.known(register)):
            fiche = bodies.get(value.label) if facet.name == "collectivite" else None
            names = (fiche.nom, fiche.nom_complet, fiche.sigle, fiche.siren) if fiche else ()
            yield Shortcut(value.label, facet.label, f"{facet.path}/{value.slug}/", " ".join(filter(None, names)))
    yield from CONVENTIONS
    yield from HELP
    for term in glossary():
        yield Shortcut(term.name, "Définition", f"glossaire/#{term.anchor}")
