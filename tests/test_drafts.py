"""Drafts: out of the register that is published, in that of a preview, where each says that it is one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from registre.parse.corpus import load_corpus
from registre.register.build import build_register
from registre.register.entries import Register

RECORDS = Path(__file__).parent / "records"
SEANCE = "content/seances/exemple/2026-03-12"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register whose act 015 is a draft, and 014 is not."""
    for example in ("base", "valid/brouillon"):
        shutil.copytree(RECORDS / example, tmp_path / "content", dirs_exist_ok=True)
    return tmp_path


def numbers(register: Register) -> list[tuple[str, bool]]:
    return [(act.fiche.numero, act.draft) for act in register.acts]


def hide_the_seance(root: Path) -> None:
    seance = root / SEANCE / "seance.yaml"
    seance.write_text("brouillon: oui\n" + seance.read_text(encoding="utf-8"), encoding="utf-8")


def test_a_draft_is_in_the_register_of_a_preview_only(root: Path) -> None:
    corpus = load_corpus(root)
    assert numbers(build_register(corpus)) == [("014", False)]
    assert numbers(build_register(corpus, drafts=True)) == [("014", False), ("015", True)]
    assert [sitting.draft for sitting in build_register(corpus, drafts=True).sittings] == [False]


def test_the_acts_of_a_seance_that_is_a_draft_are_drafts(root: Path) -> None:
    hide_the_seance(root)
    corpus = load_corpus(root)
    published, shown = build_register(corpus), build_register(corpus, drafts=True)
    assert (published.acts, published.sittings) == ([], [])
    assert numbers(shown) == [("014", True), ("015", True)]
    assert [(sitting.draft, len(sitting.acts)) for sitting in shown.sittings] == [(True, 2)]
