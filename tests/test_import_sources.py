"""The four first documents, imported, against the records written by hand.

`EXCEPTIONS` was written before the importer was run on them: what a reader adds that no document says.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from registre.draft.importing import import_files
from registre.model.fields import Fiche
from registre.parse.corpus import Corpus, load_corpus

# Of every record: the reader's explanations, and the marks of a draft.
ALWAYS = {
    "anomalies": "le lecteur explique ce que le document a d’étrange",
    "brouillon": "marque d’un brouillon",
    "a_verifier": "marque d’un brouillon",
}
READER = "le document ne dit pas de quel modèle il est tiré : c’est une comparaison"
TARIFF = "l’article entier est dans le texte ; la fiche en résume les mots"

# By source, then by path of the field: why the importer cannot give what the hand-written record has.
EXCEPTIONS: dict[str, dict[str, str]] = {
    "000_6bb165f2b5c3f7be.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
        "conventions.0.parties.1.qualite": "la qualité n’est imprimée qu’auprès de la signature",
    },
    "001_4ccf9b43a44eedc7.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
        "conventions.0.parties.1.qualite": "la qualité n’est imprimée qu’auprès de la signature",
        "pieces": "l’annexe citée et non jointe est un constat du lecteur",
        "convention": "trois intertitres sans numéro ne se distinguent pas d’un paragraphe",
    },
    "002_95d7b5c3c114bdd3.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
    },
    "003_3084770d592e64d8.txt": {
        "conventions.0.modele": READER,
        "conventions.0.tarif": TARIFF,
        "motif": "les mots sont ceux du lecteur",
    },
}
SOURCES = Path(__file__).resolve().parent.parent.parent / "shared" / "sources"

RECORDS = {
    "000_6bb165f2b5c3f7be.txt": ("scota", "2026-02-11", "605"),
    "001_4ccf9b43a44eedc7.txt": ("scota", "2026-02-11", "607"),
    "002_95d7b5c3c114bdd3.txt": ("labourse", "2025-04-03", "2025cm26"),
    "003_3084770d592e64d8.txt": ("libercourt", "2024-10-16", "delib-2024-37"),
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, real_acts: Path) -> Corpus:
    """What the importer makes of the four documents, in a register that knows the bodies and no séance."""
    if not SOURCES.is_dir():
        pytest.skip("les documents sources ne sont pas à côté du projet")
    root = tmp_path_factory.mktemp("importes")
    shutil.copytree(real_acts, root / "content", ignore=shutil.ignore_patterns("seances"))
    assert not import_files(root, sorted(SOURCES.glob("0*.txt"))).refused
    return load_corpus(root)


@pytest.fixture(scope="module")
def written(real_acts: Path) -> Corpus:
    return load_corpus(real_acts.parent)


@pytest.mark.parametrize("name", RECORDS)
def test_the_import_is_the_record_written_by_hand(name: str, imported: Corpus, written: Corpus) -> None:
    allowed = EXCEPTIONS[name].keys() | ALWAYS.keys()
    theirs, ours = imported.actes[RECORDS[name]], written.actes[RECORDS[name]]
    gaps = set(_gaps(theirs.record.value, ours.record.value))
    if [_words(a.file.text) if a else "" for a in theirs.annexes] != [
        _words(a.file.text) if a else "" for a in ours.annexes
    ]:
        gaps.add("convention")
    seance = RECORDS[name][:2]
    if seance in written.seances:
        gaps |= set(_gaps(imported.seances[seance].record.value, written.seances[seance].record.value))
    else:
        assert seance not in imported.seances
    assert gaps - allowed == set()
    assert set(EXCEPTIONS[name]) <= gaps, "une exception n’est plus nécessaire"


def _gaps(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """The paths of the values that differ; texts by their words, for where a line of a title ends is presentation."""
    if isinstance(one, Fiche) and isinstance(other, Fiche):
        for cle in type(other).model_fields:
            if not path and cle in ALWAYS:
                continue
            yield from _gaps(getattr(one, cle), getattr(other, cle), f"{path}.{cle}".lstrip("."))
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        for index, pair in enumerate(zip(one, other, strict=True)):
            yield from _gaps(*pair, f"{path}.{index}")
    elif (_words(one) if isinstance(one, str) else one) != (_words(other) if isinstance(other, str) else other):
        yield path


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
