"""What a reader on a phone of 360 pixels meets first: field, results, filters, tables wider than the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, Route, expect

from sources.page import page_of
from sources.reading import normal
from test_browser import settle

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

PORTRAIT, LANDSCAPE = (360, 740), (740, 360)
FOCUS = (Path(__file__).parent / "browser" / "focus.js").read_text("utf-8")
# What moved by itself since the page was opened, as parts of the screen (web.dev/articles/cls).
SHIFTS = """() => new Promise((told) => {
  const found = [];
  new PerformanceObserver((list) => found.push(...list.getEntries().filter((entry) => !entry.hadRecentInput)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => told(found.map(({ value }) => value)), 300);
})"""
SCRIPTLESS = "La recherche a besoin de JavaScript. Sans lui, tous les actes se trouvent par les index"


# Where each filter in sight is.
PLACES = """() => [...document.querySelectorAll(".recherche-filtres :is(input, select)")].filter(
  (one) => one.checkVisibility()).map(
  (one) => [one.name, one.type === "checkbox" ? one.value : "", one.getBoundingClientRect().y + scrollY])"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": PORTRAIT[0], "height": PORTRAIT[1]})
    yield page
    page.close()


def box(element: Locator) -> FloatRect:
    """Where an element is drawn, from the top left of the screen."""
    found = element.bounding_box()
    assert found is not None
    return found


# ---- Home ----


@pytest.mark.parametrize(("size", "highest"), [(PORTRAIT, 300), (LANDSCAPE, 260)])
def test_results_start_high_on_the_home_page(phone: Page, invented: str, size: tuple[int, int], highest: int) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    phone.goto(invented)
    phone.get_by_label("Rechercher un acte").press_sequentially("garderie")
    expect(phone.get_by_role("option").first).to_be_visible()
    assert box(phone.locator(".chercher__panneau"))["y"] < highest


def test_a_count_stands_beside_its_name(phone: Page, invented: str) -> None:
    phone.goto(invented)
    rows = phone.locator(".porte li").all()
    assert len(rows) > 10
    for row in rows:
        name, count = box(row.locator("a")), box(row.locator(".compte"))
        assert name["x"] + name["width"] < count["x"]
        assert count["x"] + count["width"] == pytest.approx(box(row)["x"] + box(row)["width"], abs=1)
        assert count["height"] < 30, row.inner_text()  # one line


def test_the_home_page_and_the_index_count_the_same_bodies(synthetic: Built) -> None:
    home, index = (page_of(synthetic.site, url) for url in ("", "collectivites/"))
    facts = [normal(fact.text) for fact in home.all("dd")]
    assert "16, dont 1 sans acte" in facts
    told = next(normal(p.text) for p in index.all("p") if p.attributes.get("class") == "reference")
    assert told == "16 collectivités, dont 1 sans acte ; 300 actes"
    assert len(synthetic.register.bodies) == 16


# ---- Search ----


def test_results_start_high_on_the_search_page(phone: Page, invented: str) -> None:
    phone.goto(f"{invented}recherche/?q=garderie")
    settle(phone)
    assert box(phone.locator(".recherche-resultat").first)["y"] < 420


@pytest.mark.parametrize("query", ["", "?q=garderie", "?q=gardrie", "?q=xyzzy"])
@pytest.mark.parametrize("size", [PORTRAIT, (1280, 800)])
def test_nothing_moves_when_results_come(phone: Page, invented: str, query: str, size: tuple[int, int]) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    phone.goto(f"{invented}recherche/{query}", wait_until="networkidle")
    assert phone.evaluate(SHIFTS) == []


def test_filters_end_by_a_button_that_leads_to_the_results(phone: Page, invented: str) -> None:
    phone.goto(f"{invented}recherche/?q=garderie")
    settle(phone)
    filters, button = phone.locator(".recherche-filtres"), phone.locator(".recherche-voir button")
    expect(button).to_be_hidden()
    filters.locator("summary").first.click()
    expect(button).to_have_text("Voir les 42 résultats")
    expect(button).to_be_in_viewport(ratio=1)
    phone.get_by_label("Rejetée").check()
    settle(phone)
    expect(button).to_have_text(re.compile(r"^Voir les [0-9]+ résultats$"))
    number = button.inner_text().split()[2]
    button.click()
    expect(filters).not_to_have_attribute("open")
    status = phone.locator(".recherche-statut")
    expect(status).to_be_focused()
    expect(status).to_be_in_viewport()
    expect(status).to_have_text(f"{number} résultats pour «\u00a0garderie\u00a0».")
    expect(phone.locator(".recherche-resultat").first).to_be_in_viewport()


def test_filters_stay_where_they_are_when_one_is_chosen(phone: Page, invented: str) -> None:
    phone.goto(f"{invented}recherche/?q=garderie+scolaire")
    settle(phone)
    phone.locator(".recherche-filtres > summary").click()
    before = phone.evaluate(PLACES)
    assert len(before) > 10
    for name in ("collectivite", "resultat"):
        box = phone.locator(f"[data-facette={name}] li:not([hidden]) input:visible").last
        box.check()
        settle(phone)
        expect(box).to_be_checked()
        assert phone.evaluate(PLACES) == before


def test_the_button_covers_no_filter_that_has_the_focus(phone: Page, invented: str) -> None:
    phone.goto(f"{invented}recherche/?q=garderie")
    settle(phone)
    phone.locator(".recherche-filtres > summary").click()
    button = phone.locator(".recherche-voir button")
    for _ in range(60):
        phone.keyboard.press("Tab")
        assert phone.evaluate(FOCUS, None)["faults"] == []
        if button.evaluate("(button) => button === document.activeElement"):
            return
    pytest.fail("le bouton ne s’atteint pas au clavier")


def test_a_large_screen_shows_filters_beside_results(phone: Page, invented: str) -> None:
    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.goto(f"{invented}recherche/?q=garderie")
    settle(phone)
    expect(phone.get_by_label("Trier par")).to_be_visible()
    expect(phone.locator(".recherche-voir")).to_be_hidden()


def test_the_lists_wait_for_the_script_and_come_without_it(phone: Page, invented: str) -> None:
    """Nobody who has the search reads that it is missing; who has lost its script is told, and led elsewhere."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    phone.route("**/recherche.js", hold)
    phone.goto(f"{invented}recherche/?q=garderie", wait_until="commit")
    lists = phone.get_by_text(SCRIPTLESS)
    expect(lists).to_be_attached()
    expect(lists).to_be_hidden()
    held[0].continue_()
    settle(phone)
    expect(lists).to_be_hidden()
    phone.unroute("**/recherche.js", hold)
    phone.route("**/recherche.js", lambda route: route.abort())
    phone.goto(f"{invented}recherche/?q=garderie")
    expect(lists).to_be_visible(timeout=8_000)
    phone.locator("article").get_by_role("link", name="Collectivités").click()
    expect(phone).to_have_url(f"{invented}collectivites/")


@pytest.mark.parametrize("page", ["", "recherche/", "aide/"])
def test_the_glossary_is_met_where_one_reads(phone: Page, published: str, page: str) -> None:
    phone.goto(published + page)
    phone.locator("article").get_by_role("link", name=re.compile("glossaire", re.IGNORECASE)).first.click()
    expect(phone).to_have_url(f"{published}glossaire/")


# ---- Tables ----


def in_sight(screen: Page, element: Locator) -> bool:
    """Whether an element is wholly between the sides of the screen."""
    found, size = box(element), screen.viewport_size
    return size is not None and found["x"] >= 0 and found["x"] + found["width"] <= size["width"]


@pytest.mark.parametrize("url", ["collectivites/", "conventions/", "matieres/", "natures/"])
def test_a_wide_table_keeps_its_names_and_its_caption_in_sight(phone: Page, invented: str, url: str) -> None:
    phone.goto(invented + url)
    table = phone.locator("article .defile").first
    assert table.evaluate("(table) => table.scrollWidth - table.clientWidth") > 20
    texts = [table.locator("caption"), *table.locator("tbody th").all()]
    for left in (0, 500):
        table.evaluate("(table, left) => { table.scrollLeft = left; }", left)
        assert all(in_sight(phone, text) for text in texts)
    assert max(box(text)["width"] for text in texts[1:]) <= 164  # half of the screen, less its margins
    last = box(table.locator("thead th").last)
    assert last["x"] + last["width"] <= 344.5


def test_years_run_as_those_of_the_plot(synthetic: Built) -> None:
    page = page_of(synthetic.site, "conventions/")
    heads = [th.text for th in page.all("table")[0].all("th") if th.attributes.get("scope") == "col"]
    assert heads == ["Type de convention", "Total", "2022", "2023", "2024", "2025"]
    words = [text.text for text in page.all("figure")[0].all("text")]
    assert [word for word in words if re.fullmatch("20[0-9]{2}", word)] == heads[2:]
