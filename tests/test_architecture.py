"""Imports go one way; modules and functions stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from registre.build import verify
from registre.register.facets import indexes

PACKAGE = Path(__file__).parent.parent / "scripts" / "registre"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A layer may import those before it, and itself.
LAYERS = [
    {"catalogue", "model", "progress", "refusals"},
    {"problems"},
    {"summary"},
    {"source"},
    {"parse"},
    {"rules"},
    {"recognise"},
    {"register"},
    {"render"},
    {"output"},
    {"after", "publish"},
    {"build"},
    {"preview"},
    {"draft"},
    {"depot"},
    {"piece"},
    {"questions"},
    {"initialise"},
    {"commands"},
    {"cli"},
    {"__main__"},
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def layer_of(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_layers(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {
        f"registre.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "registre"
        for alias in node.names
    }
    return {name.split(".")[1] for name in names if name.startswith("registre.")}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(module: Path) -> None:
    layer = layer_of(module)
    if layer == "__init__":
        return
    later = {name for name in imported_layers(module) if RANK[name] > RANK[layer]}
    assert not later
    same_rank = {name for name in imported_layers(module) - {layer} if RANK[name] == RANK[layer]}
    assert not same_rank


def test_every_module_is_in_a_layer() -> None:
    assert {layer_of(module) for module in MODULES} - {"__init__"} == set(RANK)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= 260
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, node.name


def test_the_model_reads_and_writes_nothing() -> None:
    for module in (PACKAGE / "model").glob("*.py"):
        words = module.read_text(encoding="utf-8")
        assert (
            "open(" not in words and "pathlib" not in words and "datetime.now" not in words and ".today()" not in words
        )


def test_no_clock_in_the_whole_package() -> None:
    for module in MODULES:
        words = module.read_text(encoding="utf-8")
        assert ".today()" not in words and ".now(" not in words and "time.time" not in words, module


def test_no_hand_written_page_takes_the_address_of_a_list(tmp_path: Path) -> None:
    for facet in indexes():
        pages = tmp_path / facet.path / "content" / "pages"
        pages.mkdir(parents=True)
        (pages / f"{facet.path}.md").write_text("# Une page\n", encoding="utf-8")
        _, problems = verify(tmp_path / facet.path)
        assert [p.place.path for p in problems if p.code == "F014"] == [f"content/pages/{facet.path}.md"]
