"""Long trials: any YAML at all gives a record or a problem, at once and in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tally import Tally
from trials import TRIALS

HEAVY = 200  # megabytes a process may reach
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="la mémoire prise se lit comme Linux la dit"),
]


def run(kind: str, folder: Path, name: str, tally: Tally) -> None:
    """Try the documents of a kind in a process of their own, and count them."""
    script = Path(__file__).with_name("trials.py")
    done = subprocess.run([sys.executable, script, kind, folder], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    tally(name, found["tried"], len(found["faults"]))
    assert found["faults"] == []
    assert found["megabytes"] < HEAVY


@pytest.mark.parametrize("tenth", range(10))
def test_any_document_gives_a_record_or_a_problem(tenth: int, tmp_path: Path, tally: Tally) -> None:
    run("invented", tmp_path, "documents YAML inventés", tally)


def test_a_huge_document_is_answered_at_once(tmp_path: Path, tally: Tally) -> None:
    run("huge", tmp_path, "documents YAML énormes", tally)


@pytest.mark.skipif(not TRIALS.is_dir(), reason="dossier d’essai absent")
def test_the_yaml_suite_gives_records_or_problems(tmp_path: Path, tally: Tally) -> None:
    run("suite", tmp_path, "suite YAML", tally)
