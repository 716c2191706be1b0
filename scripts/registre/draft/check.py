"""A draft passes through the same reading as a typed record: what a field refuses is left out, and is to be checked."""

from __future__ import annotations

from registre.draft.compose import Composed
from registre.draft.emit import record_text
from registre.model.fields import Fiche
from registre.parse.record import read_record
from registre.source.files import SourceFile
from registre.source.yaml import read_yaml

_MARKS = {"brouillon", "a_verifier"}


def readable_record(fiche: type[Fiche], composed: Composed, path: str) -> str:
    """The text of a draft that its own fields accept; what they refused joins the points to check."""
    while True:
        text = record_text(fiche, composed.values | _marks(composed), path)
        tree, problems = read_yaml(SourceFile(path, text))
        problems += read_record(fiche, tree, SourceFile(path, text))[1] if tree else []
        refused = {str(p.place.loc[0]): p.title for p in problems if p.blocks and p.place.loc} if tree else {}
        known = refused.keys() & composed.values.keys() - _MARKS
        if not known:
            return text
        for cle in sorted(known):
            composed.check(cle, f"{_shown(composed.values.pop(cle))} ({refused[cle]})")


def _marks(composed: Composed) -> dict[str, object]:
    return {"brouillon": True} | ({"a_verifier": composed.checks} if composed.checks else {})


def _shown(value: object) -> str:
    return " ".join(str(value).split())[:200]
