"""Acts read whole, compared with what a person read of them (tests/actes): nothing invented, and how much is right.

After a wanted change: MAJ_PAGES=1 pytest tests/test_recognise_actes.py, then read the difference in ecarts.txt.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from agreement import Gap, compare
from registre.draft.labels import labels
from registre.recognise.found import Found
from registre.recognise.reading import Reading, read

ACTS = Path(__file__).parent / "actes"
GAPS = ACTS / "ecarts.txt"
NAMES = [path.stem for path in sorted(ACTS.glob("*.json"))]
# How much of each is right, at least.
SETS = {"fl li": 0.95, "pa pf": 0.98}


@cache
def reading(name: str) -> Reading:
    return read((ACTS / f"{name}.txt").read_text("utf-8"), name)


@cache
def compared(name: str) -> tuple[int, float, list[Gap]]:
    label: dict[str, Any] = json.loads((ACTS / f"{name}.json").read_text("utf-8"))
    return compare(label, labels(reading(name)))


def test_there_are_sixty_six() -> None:
    assert len(NAMES) == 66


@pytest.mark.parametrize("prefixes", SETS)
def test_most_of_it_is_right(prefixes: str) -> None:
    shares = [compared(name)[:2] for name in NAMES if name[:2] in prefixes]
    assert sum(right for _, right in shares) / sum(told for told, _ in shares) >= SETS[prefixes]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_invented(name: str) -> None:
    assert [str(gap) for gap in compared(name)[2] if gap.invented] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_value_is_where_it_says(name: str) -> None:
    read = reading(name)
    found = {
        "objet": read.objet,
        "numero": read.numero,
        "collectivite": read.collectivite,
        "president": read.president,
        **{key: value for key, value in read.counts.items() if value.end <= read.parts.head},
    }
    for key, value in found.items():
        if isinstance(value, Found) and value.end:
            words = " ".join(read.text[value.start : value.end].split())
            assert str(value.value) in words or key in read.counts, key


def test_what_is_misread_is_known() -> None:
    lines = [f"{name} {gap}\n" for name in NAMES for gap in compared(name)[2]]
    if os.environ.get("MAJ_PAGES"):
        GAPS.write_text("".join(lines), encoding="utf-8")
    assert "".join(lines) == GAPS.read_text(encoding="utf-8")
