"""Hand-written pages: Markdown of content/pages/, with the operator's facts where the page asks for them.

Their links to one another and to pictures are those of the files, so that they can be followed in the repository too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from registre.model.bodies import ACCESSIBILITY, ACCESSIBILITY_MARK, OPERATOR_MARK, Registre
from registre.model.fields import declarations
from registre.render.facts import facts
from registre.render.home import written_page, written_title
from registre.render.page import Page, Settings, fragment
from registre.source.files import SourceFile

# What a hand-written page may ask for, on a line of its own → the facts of content/registre.yaml it gets.
MARKS = {
    OPERATOR_MARK: " ".join(d.cle for d in declarations(Registre) if d.cle not in ACCESSIBILITY),
    ACCESSIBILITY_MARK: " ".join(ACCESSIBILITY),
}

_LINK = re.compile(r"\]\(([a-z0-9-]+)\.md(#[^)\s]*)?\)")
_PICTURES = "](../../overrides/assets/"


def written_pages(pages: Mapping[str, SourceFile], operator: Registre, settings: Settings) -> Iterable[Page]:
    """Each page of content/pages/ at its own address (aide.md → /aide/); guide-x.md is a chapter of guide.md."""
    texts = {path.rpartition("/")[2].removesuffix(".md"): file.text for path, file in pages.items()}
    for name, written in texts.items():
        text = _in_the_site(written, texts)
        for mark, keys in MARKS.items():
            if mark in text:
                text = text.replace(mark, fragment("parties/exploitant.html", rows=facts(operator, keys)))
        book = name.partition("-")[0]
        above = (book, written_title(texts[book]) or book) if book in texts and book != name else None
        yield written_page(f"{name}/", text, settings, above)


def _in_the_site(text: str, names: Collection[str]) -> str:
    """The text with its links as the site has them: « (aide.md#x) » → « (../aide/index.md#x) »."""

    def page(link: re.Match[str]) -> str:
        return f"](../{link[1]}/index.md{link[2] or ''})" if link[1] in names else link[0]

    return _LINK.sub(page, text).replace(_PICTURES, "](../assets/")
