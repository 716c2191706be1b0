"""What is not known of the site's operator (rules 22, 23): errors once the register is somebody's own."""

from __future__ import annotations

from collections.abc import Iterator

from registre.model.bodies import ACCESSIBILITY, ACCESSIBILITY_MARK, LEGAL_NOTICE, OPERATOR_MARK, Registre
from registre.model.fields import declarations
from registre.parse.layout import CONTENT
from registre.problems import Place, Problem, make
from registre.rules.context import Context


def operator_is_known(context: Context) -> Iterator[Problem]:
    """Rules 22 (loi n° 2005-102, art. 47; décret n° 2019-768) and 23 (loi n° 2004-575, LCEN): each fact that the legal
    pages cannot state."""
    record = context.corpus.registre
    place = Place(record.path if record else f"{CONTENT}/registre.yaml")
    unknown: dict[str, list[str]] = {}
    for declared in declarations(Registre):
        if record is None or getattr(record.value, declared.cle) is None:
            code = _code(declared.cle, record is not None and record.value.initialise)
            unknown.setdefault(code, []).append(declared.label.lower())
    for code, labels in unknown.items():
        yield make(code, place, label=", ".join(labels))


def _code(key: str, initialised: bool) -> str:
    if key in ACCESSIBILITY:
        return "R221" if initialised else "S002"
    return "R231" if initialised and key in LEGAL_NOTICE else "S001"


_MARKED = {"accessibilite": ("R222", ACCESSIBILITY_MARK), "mentions-legales": ("R232", OPERATOR_MARK)}


def legal_pages_show_the_facts(context: Context) -> Iterator[Problem]:
    """Rules 22 and 23: a page whose mark is gone would state nothing."""
    for name, (code, mark) in _MARKED.items():
        file = context.corpus.pages.get(f"{CONTENT}/pages/{name}.md")
        if file and mark not in file.text:
            yield make(code, Place(file.path), nom=f"{name}.md", ligne=mark)


CORPUS_RULES = (operator_is_known, legal_pages_show_the_facts)
