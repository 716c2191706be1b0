"""The page « Glossaire »."""

from __future__ import annotations

from registre.render.acts import HOME
from registre.render.lexicon import glossary
from registre.render.messages import typeset
from registre.render.page import Page, Settings, render


def glossary_page(settings: Settings) -> Page:
    """Every word, at an address of its own: « glossaire/#quorum »."""
    terms = glossary()
    letters = {term.anchor[0].upper(): term.anchor for term in reversed(terms)}
    return render(
        "glossaire.md",
        "glossaire/",
        settings,
        title="Glossaire",
        description="Les mots des délibérations et des conventions, en français courant, avec l’article de la loi.",
        crumbs=[HOME, ("Aide", "aide/"), ("Glossaire", None)],
        terms=terms,
        letters=sorted(letters.items()),
        typeset=typeset,
    )
