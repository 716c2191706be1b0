"""What is not known of the site's operator (rules 22, 23): warnings as long as the register is not somebody's own."""

from __future__ import annotations

from collections.abc import Iterator

from registre.model.bodies import ACCESSIBILITY, Registre
from registre.model.fields import declarations
from registre.parse.layout import CONTENT
from registre.problems import Place, Problem, make
from registre.rules.context import Context


def operator_is_known(context: Context) -> Iterator[Problem]:
    """Rules 22 (loi n° 2005-102, art. 47) and 23 (LCEN): each fact that the legal pages cannot state."""
    record = context.corpus.registre
    place = Place(record.path if record else f"{CONTENT}/registre.yaml")
    unknown: dict[str, list[str]] = {}
    for declared in declarations(Registre):
        if record is None or getattr(record.value, declared.cle) is None:
            code = "S002" if declared.cle in ACCESSIBILITY else "S001"
            unknown.setdefault(code, []).append(declared.label.lower())
    for code, labels in unknown.items():
        yield make(code, place, label=", ".join(labels))


CORPUS_RULES = (operator_is_known,)
