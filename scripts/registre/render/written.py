"""Hand-written pages: Markdown of content/pages/, with the operator's facts where the page asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from registre.model.bodies import ACCESSIBILITY, ACCESSIBILITY_MARK, OPERATOR_MARK, Registre
from registre.model.fields import declarations
from registre.render.facts import facts
from registre.render.home import written_page
from registre.render.page import Page, Settings, fragment
from registre.source.files import SourceFile

# What a hand-written page may ask for, on a line of its own → the facts of content/registre.yaml it gets.
MARKS = {
    OPERATOR_MARK: " ".join(d.cle for d in declarations(Registre) if d.cle not in ACCESSIBILITY),
    ACCESSIBILITY_MARK: " ".join(ACCESSIBILITY),
}


def written_pages(pages: Mapping[str, SourceFile], operator: Registre, settings: Settings) -> Iterable[Page]:
    """Each page of content/pages/ at its own address (aide.md → /aide/)."""
    for path, file in pages.items():
        name = path.rpartition("/")[2].removesuffix(".md")
        text = file.text
        for mark, keys in MARKS.items():
            if mark in text:
                text = text.replace(mark, fragment("parties/exploitant.html", rows=facts(operator, keys)))
        yield written_page(f"{name}/", text, settings)
