"""The counts of the long trials reach the end of the session, through xdist too, whether the test passes or fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tally import TITLE, table

TESTS = """
import pytest

@pytest.mark.parametrize("rank", range(3))
def test_counted(tally, rank):
    tally("fichiers d’essai", 10, rank // 2)
    assert rank < 2
"""


def test_counts_of_one_name_add_up() -> None:
    rows = [("coupures", 200, 0), ("chaînes", 1589, 1), ("coupures", 10, 2)]
    assert table(rows).split("\n") == [
        "             tentés  ratés",
        "chaînes        1589      1",
        "coupures        210      2",
    ]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_counts_are_told_at_the_end(tmp_path: Path, workers: str) -> None:
    (tmp_path / "conftest.py").write_text("from tally import pytest_terminal_summary, tally\n", encoding="utf-8")
    (tmp_path / "test_small.py").write_text(TESTS, encoding="utf-8")
    options = ["-p", "xdist", "-n", workers, "-p", "no:cacheprovider", "-o", f"pythonpath={Path(__file__).parent}"]
    options += [
        "--basetemp",
        str(tmp_path / "ailleurs"),
    ]  # else it removes what earlier runs have left in the usual one
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )  # fmt: skip
    assert TITLE in done.stdout, done.stdout
    assert done.stdout.split(TITLE)[1].split("\n")[2].split() == ["fichiers", "d’essai", "30", "1"]
