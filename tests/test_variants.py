"""No false refusal: hundreds of right ways to write a record have nothing to be told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from registre.parse.corpus import load_corpus
from registre.problems import report
from registre.rules import check
from tally import Tally
from test_records import RECORDS
from variants import write_variants

pytestmark = pytest.mark.compte


def test_right_records_have_nothing_to_be_told(tmp_path: Path, tally: Tally) -> None:
    shutil.copytree(RECORDS / "base", tmp_path / "content")
    count = write_variants(tmp_path / "content")
    told = check(load_corpus(tmp_path))
    tally("variantes correctes", count, len({problem.place.path for problem in told}))
    assert report(told) == ""
    assert count >= 500
