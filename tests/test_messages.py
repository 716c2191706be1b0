"""The examples of the catalogue, run on the example register: the wrong one gives its message, the right one none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from registre.catalogue import CATALOGUE
from registre.catalogue.message import Exemple
from test_records import INVALID, RECORDS, lay_over, problems_of
from writing import tiny_pdf

SEANCE = "seances/exemple/2026-03-12"
FILES = {
    "acte": f"{SEANCE}/014.yaml",
    "seance": f"{SEANCE}/seance.yaml",
    "convention": f"{SEANCE}/014-convention.md",
    "collectivite": "collectivites/exemple.yaml",
    "type": "conventions/restauration/type.yaml",
    "modele": "conventions/restauration/modele-2025.md",
    "registre": "registre.yaml",
    "nomenclature": "nomenclature.yaml",
}
# What a wrong example cannot help giving as well.
ALSO = {
    "A001": {"R152"},  # a code mistyped acknowledges nothing
    "F015": {"I002"},  # the identifier carries the number too
    "I008": {"I002"},
}
CODES = sorted(CATALOGUE)


def example_of(code: str) -> Exemple:
    example = CATALOGUE[code].exemple
    assert example is not None, f"{code} : il manque son exemple (catalogue, « exemple=Exemple(…) »)"
    return example


def with_lines(text: str, lines: str, right: str) -> str:
    """The file with `lines` instead of what it says of the keys of the right example; at its end when it says nothing.

    A right example that starts with « --- » is a whole file.
    """
    keys = re.findall(r"^([\w-]+):", right, re.MULTILINE)
    if right.startswith("---"):
        return f"{lines}\n"
    if not keys:
        return f"{text}\n{lines}\n"
    block = rf"^(?:{'|'.join(keys)}):.*\n(?:(?!\S).*\n)*"
    before, *after = re.split(block, text, flags=re.MULTILINE)
    return f"{before}{lines}\n{''.join(after)}"


def put(content: Path, path: str, right: str) -> None:
    """A file at `path`: a copy of the one at `right`, or a new one when the register has none there."""
    target, source = (content.parent / name for name in (path, right))
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.exists():
        target.write_bytes(source.read_bytes())
    else:
        target.write_bytes(tiny_pdf("Acte") if path.lower().endswith(".pdf") else b"# Une page\n")


def codes_of(root: Path) -> set[str]:
    return {problem.code for problem in problems_of(root) if not problem.reason}


def codes_told(root: Path, code: str, example: Exemple, lines: str) -> set[str]:
    """The codes told of the example register with this example written in it."""
    if example.lieu == "geste":
        if lines == example.faux:
            return codes_of(lay_over(next(case for case in INVALID if case.name.startswith(f"{code}-")), root))
        return set()  # the base itself: see test_records
    content = root / "content"
    shutil.copytree(RECORDS / "base", content)
    if example.lieu == "chemin":
        put(content, lines, example.juste)
    else:
        file = content / FILES[example.lieu]
        file.write_text(with_lines(file.read_text(encoding="utf-8"), lines, example.juste), encoding="utf-8")
    return codes_of(root)


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gives_its_message(code: str, tmp_path: Path) -> None:
    example = example_of(code)
    assert codes_told(tmp_path, code, example, example.faux) - ALSO.get(code, set()) == {code}


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_said_of_the_right_example(code: str, tmp_path: Path) -> None:
    example = example_of(code)
    assert codes_told(tmp_path, code, example, example.juste) == set()
