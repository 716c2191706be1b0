"""What the search knows of each page: its places are in the page, its words where they belong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import register_of
from registre.model.text import Kind
from registre.register.entries import Register
from registre.register.facets import FACETS, filters
from registre.render.folding import unfolded
from registre.render.indexed import RANKS, WEIGHTS, Indexed, indexed_pages

ACT = "actes/scota/2026-02-11/607/"
SEANCE = "actes/scota/2026-02-11/"


@pytest.fixture(scope="module")
def register(project: Path) -> Register:
    return register_of(project)


@pytest.fixture(scope="module")
def indexed(register: Register) -> dict[str, Indexed]:
    return {page.url: page for page in indexed_pages(register)}


def text_of(page: Indexed) -> str:
    """The text of a page, as printed."""
    return unfolded(re.sub(r"<[^>]+>", " ", page.html.partition("<body")[2].partition(">")[2]))


def metas_of(page: Indexed) -> dict[str, str]:
    return {
        name: unfolded(value) for value, name in re.findall(r'data-v="([^"]*)" data-pagefind-meta="(\w+)', page.html)
    }


def test_every_act_and_known_seance_is_there_the_newest_first(register: Register, indexed: dict[str, Indexed]) -> None:
    days = [url.split("/")[2][:10] for url in indexed]
    assert days == sorted(days, reverse=True)
    assert set(indexed) == {act.url for act in register.acts} | {s.url for s in register.sittings if s.fiche}


def test_every_place_is_in_its_page(indexed: dict[str, Indexed], site: Path) -> None:
    for url, page in indexed.items():
        built = (site / url / "index.html").read_text("utf-8")
        ids = re.findall(r'<h\d id="([^"]+)"', page.html)
        assert ids
        assert [one for one in ids if f'id="{one}"' not in built] == [], url


def test_all_words_of_the_text_are_there_but_the_visa_that_every_act_has(indexed: dict[str, Indexed]) -> None:
    text = " ".join(text_of(indexed[ACT]).split())
    assert "Le déploiement du coffre-fort numérique agent," in text
    assert "Vu le Code général de la fonction publique," in text
    assert "délibération n°2025/60 du 09 octobre 2025" in text  # of the convention
    assert "Vu le Code Général des Collectivités Territoriales" not in text


def test_who_attended_is_told_on_the_seance_alone(indexed: dict[str, Indexed]) -> None:
    assert "Michel SEROUX" in text_of(indexed[SEANCE])
    assert "Secrétaire de séance : Monsieur Michel MATHISSART" in text_of(indexed[SEANCE])
    assert "SEROUX" not in indexed[ACT].html


def test_what_names_an_act_is_beside_its_text(indexed: dict[str, Indexed]) -> None:
    metas = metas_of(indexed[ACT])
    assert metas["collectivite"] == "SCOT de l’Arrageois"
    assert metas["numero"] == "607"
    assert metas["date"] == "11\u00a0février\u00a02026"
    assert metas["signataire"] == "Françoise ROSSIGNOL, Présidente du SCOTA"
    assert {"256203100", "d20260211", "062-256203100-20260216-607-DE"} <= set(metas["reperes"].split())
    assert {"d20260216", "d20291010", "coffrefort"} <= set(metas["mots"].split())


def test_filters_are_those_of_the_facets(register: Register, indexed: dict[str, Indexed]) -> None:
    found = set(indexed[ACT].values)
    act = next(act for act in register.acts if act.url == ACT)
    assert found == {(facet.name, value.label) for facet in filters() for value in facet.values(act)}
    assert ("mois", "2026-02") in found
    assert {facet.name for facet in FACETS} - {facet.name for facet in filters()} == {"annee"}


def test_every_part_of_a_text_has_a_weight_and_every_meta_a_rank(indexed: dict[str, Indexed]) -> None:
    assert set(WEIGHTS) == set(Kind)
    assert {name for page in indexed.values() for name in metas_of(page)} <= set(RANKS)
    assert RANKS["title"] == max(RANKS.values())


def test_decisions_weigh_more_than_what_precedes_them(indexed: dict[str, Indexed]) -> None:
    html = indexed[ACT].html
    assert re.search(r'<p data-pagefind-weight="2">- zq\u2060Le de\S+ploiement', html)
    assert re.search(r'<p data-pagefind-weight="0.5">Vu zq\u2060le Code ge\S+ral zq\u2060de zq\u2060la fonction', html)


def test_nothing_of_the_index_is_in_the_published_pages(site: Path) -> None:
    assert [page for page in site.rglob("*.html") if "data-pagefind" in page.read_text("utf-8")] == []
