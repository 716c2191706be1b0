"""Weights: an act at its first load, and the search, of which nothing comes before it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from generate import write_register
from playwright.sync_api import Browser

from browser import weights
from browser.kinds import REAL, invented
from conftest import copy_project
from registre.build import build_site
from tally import Tally

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

SEARCHED = {"recherche vide", "recherche", "recherche sans résultat"}


@pytest.mark.parametrize("kind", [kind for kind in REAL if kind not in SEARCHED])
def test_a_page_is_light_and_brings_nothing_of_the_search(browser: Browser, site: Path, kind: str) -> None:
    sent = weights.first_load(browser, site, REAL[kind])
    assert weights.of_search(sent) == []
    assert len(sent) <= weights.REQUESTS
    assert weights.octets(sent) <= weights.ACT


def test_so_is_an_act_with_all_that_acts_can_have(browser: Browser, synthetic: Built) -> None:
    for path in invented(synthetic.register).values():
        sent = weights.first_load(browser, synthetic.site, path)
        assert weights.of_search(sent) == [], path
        assert len(sent) <= weights.REQUESTS, path
        assert weights.octets(sent) <= weights.ACT, path


def test_the_engine_is_asked_for_ahead_of_pagefind_and_no_file_twice(browser: Browser, site: Path) -> None:
    paths = [answer.path for answer in weights.search_with_facets(browser, site, "convention")]
    assert len(paths) == len(set(paths))
    (meta,) = (path for path in paths if path.endswith(".pf_meta"))
    before = paths[: paths.index("pagefind/pagefind-entry.json")]  # the first file that Pagefind asks for
    assert {meta, "pagefind/wasm.fr.pagefind"} <= set(before)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of 2,000 acts of ordinary length."""
    folder = tmp_path_factory.mktemp("poids")
    root = copy_project(folder / "projet", write_register(folder, 2_000))
    build_site(root)
    return root / "site"


@pytest.mark.long
def test_a_first_search_among_2000_acts_is_light(browser: Browser, large: Path, tally: Tally) -> None:
    act = next(path.parent.relative_to(large).as_posix() + "/" for path in large.glob("actes/*/*/*/index.html"))
    heavy = {}
    for question in weights.QUESTIONS:
        header = weights.octets(weights.search_from_header(browser, large, act, question))
        facets = weights.octets(weights.search_with_facets(browser, large, question))
        if header > weights.HEADER[2_000] or facets > weights.FACETS[2_000]:
            heavy[question] = (header, facets)
    tally("première recherche, poids", len(weights.QUESTIONS), len(heavy))
    assert heavy == {}
