"""Reading an act: its contents, a visible link to each decision and article, links to the law, copying its citation."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.kinds import REAL
from registre.build import Site, generate
from sources.page import Element, page_of, read_page

pytest_plugins = ("browser.fixtures",)

BASE = Path(__file__).parent / "records" / "base"
ACTS = ["scota/2026-02-11/605", "scota/2026-02-11/607", "labourse/2025-04-03/2025cm26",
        "libercourt/2024-10-16/delib-2024-37"]  # fmt: skip
ACT = "actes/scota/2026-02-11/605/"
PERMALINK = f"https://exemple.fr/registre/{ACT}"
LEAST = 24  # px: the smallest target (WCAG 2.2, 2.5.8)
LONG = """  Après en avoir délibéré, le conseil décide :

  ## Article 1 : Objet

  D’ouvrir un service.

  ## Article 2 : Tarifs

  - gratuit pour les enfants ;
  - 1 € pour les autres.

  ### Remises

  Aucune.

  ## Article 3 : Durée

  Un an.
"""


def anchors(page: Element) -> list[Element]:
    return [element for element in page.walk() if element.attributes.get("class") == "ancre"]


def navigation(page: Element, label: str) -> list[tuple[str, str | None]]:
    """The links of the list of contents of that name."""
    found = [nav for nav in page.all("nav") if nav.attributes.get("aria-label") == label]
    return [(a.text, a.attributes["href"]) for nav in found for a in nav.all("a")]


@pytest.fixture(scope="module")
def long_act(tmp_path_factory: pytest.TempPathFactory) -> Element:
    """The page of an act whose text has three articles."""
    root = tmp_path_factory.mktemp("long")
    shutil.copytree(BASE, root / "content")
    record = root / "content/seances/exemple/2026-03-12/015.yaml"
    text = re.sub(r"texte: \|\n(  .*\n|\n)*", "", record.read_text("utf-8"))
    record.write_text(f"{text}texte: |\n{LONG}", "utf-8")
    generate(root, Site("Registre"))
    return read_page((root / "build/pages/actes/exemple/2026-03-12/015/index.md").read_text("utf-8"))


def test_a_long_text_has_its_articles_in_the_contents_of_the_page_and_before_it(long_act: Element) -> None:
    articles = [
        ("Article 1 : Objet", "#texte-article-1"),
        ("Article 2 : Tarifs", "#texte-article-2"),
        ("Article 3 : Durée", "#texte-article-3"),
    ]
    assert navigation(long_act, "Articles de l’acte") == articles
    contents = navigation(long_act, "Sommaire de la page")
    start = contents.index(("Texte", "#le-texte"))
    assert contents[start + 1 : start + 5] == [*articles, ("Décision", "#la-decision")]


def test_each_decision_of_a_long_text_has_its_link(long_act: Element) -> None:
    named = [(a.attributes["href"], a.attributes["aria-label"]) for a in anchors(long_act)]
    assert ("#decision-1", "Lien vers la décision 1") in named
    assert ("#texte-remises", "Lien vers « Remises »") in named
    assert [href for href, _ in named if (href or "").startswith("#decision")] == [
        f"#decision-{rank}" for rank in range(1, 6)
    ]


@pytest.mark.parametrize("act", ACTS)
def test_each_decision_and_article_of_the_real_acts_has_one_link_of_its_own_name(site: Path, act: str) -> None:
    page = read_page((site / "actes" / act / "index.html").read_text("utf-8"))
    texts = [element for element in page.walk() if element.attributes.get("class") == "document"]
    wanted = [f"#{e.attributes['id']}" for text in texts for e in text.walk() if "id" in e.attributes]
    wanted = [name for name in wanted if name != "#la-decision"]  # where it begins: each of its decisions has its own
    found = [a for text in texts for a in anchors(text)]
    assert sorted(a.attributes["href"] or "" for a in found) == sorted(wanted)
    names = [a.attributes["aria-label"] for a in found]
    assert len(set(names)) == len(names) > 8
    assert [a.children for a in found if a.children] == [], "the sign is drawn, not written"


def test_the_decision_is_read_from_the_formula_before_it(site: Path) -> None:
    page = page_of(site, REAL["acte avec formule"])
    (link,) = [link for link in page.all("a") if link.text == "Lire la décision"]
    assert link.attributes["href"] == "#la-decision"
    (start,) = [element for element in page.walk() if element.attributes.get("id") == "la-decision"]
    assert start.attributes["aria-label"] == "Formule de délibération"


def test_the_doubtful_references_of_605_are_left_as_printed(site: Path) -> None:
    page = read_page((site / ACT / "index.html").read_text("utf-8"))
    visas = next(e for e in page.walk() if e.attributes.get("class") == "partie partie--visas")
    assert [a.text for a in visas.all("a")] == [
        "L 2131-1", "code général des collectivités territoriales", "Loi n°84-53 du 26 janvier 1984"]  # fmt: skip
    assert "Décret n°875-643 du 26 juin 1985 modifié" in visas.text
    assert "la loi n]84-53 du 26 janvier 1984" in visas.text
    assert {a.attributes["rel"] for a in visas.all("a")} == {"external"}


# ---- In Chromium ----


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 360, "height": 720})
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_links_of_decisions_and_articles_are_large_enough_and_lead_there(
    context: BrowserContext, published: str, width: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(published + ACT)
    boxes = page.locator(".ancre").evaluate_all("all => all.map(a => a.getBoundingClientRect())")
    assert len(boxes) == 15
    assert [box for box in boxes if min(box["width"], box["height"]) < LEAST] == []
    page.locator("#decision-2 .ancre").click()
    expect(page).to_have_url(f"{published}{ACT}#decision-2")
    assert page.locator("#decision-2").inner_text() == (
        "Mettre à disposition du CDG62 les ressources matérielles et humaines nécessaires à cet accompagnement"
    )


def copied(page: Page, name: str) -> str:
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("status")).not_to_be_empty()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace("\u00a0", " ")


def test_the_citation_and_the_address_are_copied_and_it_is_said(context: BrowserContext, published: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(published + ACT)
    assert copied(page, "Copier la citation") == (
        "Syndicat mixte du SCOT de l’Arrageois, délibération n° 605 du 11 février 2026, "
        "« Convention pour l'accompagnement à la E-administration par le CDG 62 », "
        f"Registre des délibérations, {PERMALINK}"
    )
    expect(page.get_by_role("status")).to_have_text("Citation copiée.")
    assert copied(page, "Copier l’adresse") == PERMALINK
    expect(page.get_by_role("status")).to_have_text("Adresse copiée.")


def test_what_the_browser_refuses_to_copy_is_selected(context: BrowserContext, published: str) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(published + ACT)
    page.get_by_role("button", name="Copier l’adresse").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("le texte est sélectionné")
    assert page.evaluate("getSelection().toString()") == PERMALINK


def test_a_site_without_an_address_copies_that_of_the_page(context: BrowserContext, invented: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(invented)
    page.locator(".actes a").first.click()
    assert copied(page, "Copier l’adresse") == page.url
    assert copied(page, "Copier la citation").endswith(f", {page.url}")


def test_without_javascript_the_citation_is_there_and_no_button(browser: Browser, published: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(published + ACT)
    assert page.locator(".citation").is_visible()
    assert PERMALINK in page.locator(".citation").inner_text()
    assert page.locator(".citer button").first.is_hidden()
    page.close()


def test_only_the_pages_of_acts_ask_for_the_script_that_copies(context: BrowserContext, published: str) -> None:
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    for address, count in (("", 0), ("glossaire/", 0), (ACT, 1)):
        asked.clear()
        page.goto(published + address, wait_until="networkidle")
        assert sum(url.endswith("copier.js") for url in asked) == count, address
