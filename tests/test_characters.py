"""Characters: hidden ones are refused wherever they are, accents count whole or apart (NFC, NFD) alike."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest

from conftest import ROOT, copy_project
from hostile import hides
from registre.build import verify
from registre.parse.corpus import Corpus
from registre.problems import Place, Problem
from registre.source.characters import odd_in


def codes_of(text: str) -> list[str]:
    return [problem.code for problem in odd_in(text, Place("x.yaml"))]


def test_all_that_unicode_hides_is_refused_and_nothing_that_it_shows() -> None:
    wrong = []
    for code in range(sys.maxunicode + 1):
        character, kind = chr(code), unicodedata.category(chr(code))
        unshown = kind == "Co" or code in {0xFFFC, 0xFFFD}
        expected = ["F007"] if hides(character) else ["F041"] if unshown else []
        # A later Unicode may have given what this Python's does not know.
        if codes_of(character) != expected and (kind != "Cn" or expected):
            wrong.append(f"U+{code:04X} {kind}")
    assert wrong == []


@pytest.mark.parametrize("text", ["☎️", "❤️ ✔︎ ©️", "1️⃣ #️⃣", "🏛️", "é", "e\u0301", "a\u00a0b\u202fc", "“”’…–"])
def test_what_people_write_is_accepted(text: str) -> None:
    assert codes_of(text) == []


@pytest.mark.parametrize("text", ["1\ufe0f", "a\ufe0f", "\ufe0f", "é\ufe0e", "🏛\ufe01", "1\ufe0fa\u20e3"])
def test_a_selector_that_belongs_to_no_emoji_is_refused(text: str) -> None:
    assert codes_of(text) == ["F007"]


def told(corpus: Corpus, problems: list[Problem]) -> tuple[list[object], list[object]]:
    """The problems, and the parts found in each act, whatever the words."""
    parts = [[(part.kind, len(part.blocks)) for part in act.document.parts] for act in corpus.actes.values()]
    return [(p.code, p.place.path, p.place.line) for p in problems], parts


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize("name", ["base", "real"])
def test_accents_apart_change_nothing(tmp_path: Path, request: pytest.FixtureRequest, name: str, step: int) -> None:
    """As macOS gives them: on all lines, then on every other one, so that a name meets itself written otherwise."""
    content = request.getfixturevalue("real_acts") if name == "real" else ROOT / "tests/records/base"
    root = copy_project(tmp_path, content)
    before = told(*verify(root))
    for path in [*root.glob("content/**/*.yaml"), *root.glob("content/**/*.md")]:
        lines = path.read_text("utf-8").split("\n")
        lines[::step] = [unicodedata.normalize("NFD", line) for line in lines[::step]]
        path.write_text("\n".join(lines), "utf-8")
    assert told(*verify(root)) == before
