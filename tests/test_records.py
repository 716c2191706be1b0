"""Valid and invalid records, collected from folders: each is laid over `records/base`, and says exactly what it says.

A case holds the files that differ from the base. `attendu.txt` is the whole report; `FAIRE` names what no file can hold
in git: a link, a file that cannot be read, a file too big or of a great many lines, a PDF of a kind that tests/pdfs.py
makes.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pdfs import SAMPLES
from registre.catalogue import CATALOGUE
from registre.parse.corpus import load_corpus
from registre.problems import Problem, report
from registre.rules import check

RECORDS = Path(__file__).parent / "records"
INVALID = sorted(path for path in (RECORDS / "invalid").iterdir() if path.is_dir())
VALID = sorted(path for path in (RECORDS / "valid").iterdir() if path.is_dir())


def lay_over(case: Path, root: Path) -> Path:
    """The base content with a case over it, below `root`."""
    content = root / "content"
    shutil.copytree(RECORDS / "base", content)
    shutil.copytree(case, content, dirs_exist_ok=True)
    (content / "attendu.txt").unlink(missing_ok=True)
    make = content / "FAIRE"
    if make.exists():
        word, path, *rest = make.read_text(encoding="utf-8").split()
        make.unlink()
        _make(word, content / path, rest)
    return root


def _make(word: str, path: Path, rest: list[str]) -> None:
    if word == "lien":
        path.symlink_to(rest[0])
    elif word == "gros":
        path.write_text("x" * int(rest[0]), encoding="utf-8")
    elif word == "pdf":
        path.write_bytes(SAMPLES[rest[0]].make())
    elif word == "lignes":
        path.write_text("".join(f"{rest[1]}{n}: 1\n" for n in range(int(rest[0]))), encoding="utf-8")
    else:
        path.unlink()
        if word == "illisible":
            os.mkfifo(path)


def problems_of(root: Path) -> list[Problem]:
    return check(load_corpus(root))


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_invalid_record_says_exactly_this(case: Path, tmp_path: Path) -> None:
    found = problems_of(lay_over(case, tmp_path))
    assert report(found) + "\n" == (case / "attendu.txt").read_text(encoding="utf-8")


def test_base_has_nothing_to_say(tmp_path: Path) -> None:
    shutil.copytree(RECORDS / "base", tmp_path / "content")
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_valid_record_has_no_error(case: Path, tmp_path: Path) -> None:
    told = [problem for problem in problems_of(lay_over(case, tmp_path)) if not problem.reason]
    assert report(told) == ""


def test_every_code_has_an_invalid_record() -> None:
    shown = {case.name.split("-")[0] for case in INVALID}
    assert set(CATALOGUE) - shown == set()


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_a_case_shows_the_code_of_its_name(case: Path) -> None:
    code = case.name.split("-")[0]
    if code in CATALOGUE:
        assert f"[{code}]" in (case / "attendu.txt").read_text(encoding="utf-8")
