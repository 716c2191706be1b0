"""Hand-written pages: Markdown of content/pages/, with the operator's facts where the page asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import escape

from registre.model.bodies import Registre
from registre.model.fields import NON_RENSEIGNE, declarations
from registre.parse.corpus import Corpus
from registre.render.home import written_page
from registre.render.page import Page, Settings

# What a hand-written page may ask for, on a line of its own → the facts of content/registre.yaml it gets.
ACCESSIBILITY = ("accessibilite", "contact_accessibilite")
MARKS = {
    "<!-- registre : exploitant -->": tuple(d.cle for d in declarations(Registre) if d.cle not in ACCESSIBILITY),
    "<!-- registre : accessibilite -->": ACCESSIBILITY,
}


def written_pages(corpus: Corpus, operator: Registre, settings: Settings) -> Iterable[Page]:
    """Each page of content/pages/ at its own address (aide.md → /aide/)."""
    for path, file in corpus.pages.items():
        name = path.rpartition("/")[2].removesuffix(".md")
        text = file.text
        for mark, keys in MARKS.items():
            text = text.replace(mark, operator_facts(operator, keys))
        yield written_page(f"{name}/", text, settings)


def operator_facts(operator: Registre, keys: Sequence[str]) -> str:
    """Facts of the operator as a definition list; what is not known is said so."""
    rows = []
    for declared in declarations(Registre):
        if declared.cle in keys:
            value = getattr(operator, declared.cle)
            shown = escape(getattr(value, "label", value)) if value else f'<span class="absent">{NON_RENSEIGNE}</span>'
            rows.append(f"<div><dt>{escape(declared.label)}</dt><dd>{shown}</dd></div>")
    return '<dl class="faits">\n' + "\n".join(rows) + "\n</dl>"
