"""The strict YAML reader: what is typed comes out as typed, and nothing ever raises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registre.catalogue import CATALOGUE
from registre.source.files import SourceFile, read_text
from registre.source.yaml import Mapping, Scalar, Sequence, read_yaml

AS_TYPED = [
    "NO",
    "18:30",
    "01004",
    "1.10",
    "2026-03-12",
    "1_000",
    "0x1F",
    "true",
    "1e3",
    "=",
    ".5",
    "12:30:45",
    "null?",
]


def read(text: str) -> tuple[Mapping | None, list[str]]:
    tree, problems = read_yaml(SourceFile("content/x.yaml", text))
    return tree, [problem.code for problem in problems]


@pytest.mark.parametrize("value", AS_TYPED)
def test_a_bare_value_stays_what_was_typed(value: str) -> None:
    tree, codes = read(f"cle: {value}\n")
    assert codes == []
    assert tree is not None
    node = tree.entries["cle"]
    assert isinstance(node, Scalar) and node.value == value


def test_nested_values_know_their_lines() -> None:
    tree, codes = read("a:\n  - b: 1\n    c: |\n      x\n      y\n  - d\n")
    assert codes == [] and tree is not None
    items = tree.entries["a"]
    assert isinstance(items, Sequence) and items.line == 2
    first, second = items.items
    assert isinstance(first, Mapping) and first.key_lines == {"b": 2, "c": 3}
    assert isinstance(second, Scalar) and second.line == 6
    text = first.entries["c"]
    assert isinstance(text, Scalar) and text.value == "x\ny\n" and not text.folded


def test_a_comment_after_a_space_is_a_comment() -> None:
    tree, codes = read("a: 49 # membres\n")
    assert codes == [] and tree is not None


def test_all_duplicate_keys_are_told() -> None:
    _, codes = read("a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert codes == ["Y004", "Y004"]


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_yaml_1_1_line_breaks_are_refused(mark: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(f"objet: x{mark}statut: annulé\n", encoding="utf-8")
    _, problems = read_text(tmp_path, "x.yaml")
    assert [problem.code for problem in problems] == ["F007"]


characters = st.text(alphabet=st.sampled_from(list("ab:-?[]{},&*#!|>'\"%@` \n\t0é\\~=")), max_size=60)


@settings(max_examples=400, deadline=None)
@given(characters)
def test_any_text_gives_a_tree_or_a_problem(text: str) -> None:
    tree, codes = read(text)
    assert tree is not None or codes
    assert all(code in CATALOGUE for code in codes)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_unicode_gives_a_tree_or_a_problem(text: str) -> None:
    tree, codes = read(text.replace("\r", ""))
    assert tree is not None or codes


def test_very_deep_nesting_is_refused_quickly() -> None:
    for text in ("[" * 100_000, "- " * 100_000, "{a: " * 100_000):
        tree, codes = read(text)
        assert tree is None and codes
