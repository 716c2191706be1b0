"""The pages that a question names besides acts: what is declared, and what the search page and the header show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import register_of
from registre.render.lexicon import glossary
from registre.render.shortcuts import Shortcut, shortcuts
from sources.page import page_of
from test_browser import ask
from test_header_search import options, status, type_words

pytest_plugins = ("browser.fixtures",)


@pytest.fixture(scope="module")
def declared(project: Path) -> list[Shortcut]:
    return list(shortcuts(register_of(project)))


def test_every_value_that_has_pages_and_every_word_is_there_once(declared: list[Shortcut]) -> None:
    kinds = [shortcut.kind for shortcut in declared]
    first = ["Collectivité", "Année", "Type de convention", "Nature", "Partenaire"]
    assert list(dict.fromkeys(kinds)) == [*first, "Conventions", "Aide", "Définition"]
    assert kinds.count("Définition") == len(glossary())
    assert len({shortcut.url for shortcut in declared}) == len(declared)
    scota = next(shortcut for shortcut in declared if shortcut.url == "collectivites/scota/")
    assert scota == Shortcut(
        "SCOT de l’Arrageois",
        "Collectivité",
        "collectivites/scota/",
        "SCOT de l’Arrageois Syndicat mixte du SCOT de l’Arrageois SCOTA 256203100",
    )


def test_each_leads_to_a_page_of_the_site(declared: list[Shortcut], site: Path) -> None:
    for shortcut in declared:
        path, _, anchor = shortcut.url.partition("#")
        anchors = {element.attributes.get("id") for element in page_of(site, path).walk()}
        assert not anchor or anchor in anchors, shortcut


@pytest.fixture(scope="module")
def page(browser: Browser, published: str) -> Page:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(f"{published}recherche/")
    return opened


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("abstention", "Voir aussi : Abstention (définition)"),
        ("c’est quoi un quorum ?", "Voir aussi : Quorum (définition)"),
        ("labourse", "Voir aussi : Commune de Labourse (collectivité)"),
        ("SCOTA", "Voir aussi : SCOT de l’Arrageois (collectivité)"),
        ("256203100", "Voir aussi : SCOT de l’Arrageois (collectivité)"),
        ("2026", "Voir aussi : 2026 (année)"),
        ("attaquer une délibération", "Voir aussi : Contester un acte (aide)"),
        ("contester", "Voir aussi : Contester un acte (aide)"),
        (
            "coffre-fort",
            "Voir aussi : Coffre-fort numérique (définition), Coffre-fort numérique agent (type de convention)",
        ),
        ("convention e administration", "Voir aussi : E-administration (type de convention)"),
    ],
)
def test_what_is_named_is_shown_before_the_acts(page: Page, question: str, shown: str) -> None:
    ask(page, question)
    expect(page.locator(".recherche-raccourcis")).to_have_text(shown)


@pytest.mark.parametrize("question", ["xyzzy", "quorum de labourse", "année", "co"])
def test_nothing_is_shown_for_what_names_none(page: Page, question: str) -> None:
    ask(page, question)
    expect(page.locator(".recherche-raccourcis")).to_be_hidden()


def test_the_header_shows_them_after_the_acts_and_leads_there(browser: Browser, published: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(published)
    type_words(page, "abstention")
    expect(status(page)).to_have_text(re.compile(r", 1 page du registre\.$"))
    last_but_one = options(page).nth(options(page).count() - 2)
    assert last_but_one.inner_text() == "Abstention\nDéfinition"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{published}glossaire/#abstention")
    page.close()
