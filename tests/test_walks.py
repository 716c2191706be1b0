"""Three journeys to the text of an act, at the keyboard alone, under each of the conditions in which people read.

By search, by the indexes, from a séance. At each page: nothing cut, covered nor out of sight, nothing that moves, and
the focus seen wherever it goes (looks.js, focus.js).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.kinds import REAL
from browser.kinds import invented as invented_pages
from conftest import ROOT

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

HERE = Path(__file__).parent / "browser"
LOOKS = (HERE / "looks.js").read_text("utf-8")
FOCUS = (HERE / "focus.js").read_text("utf-8")
MOST_STOPS = 80  # of the Tab key, before what is looked for


@dataclass(frozen=True, slots=True)
class Condition:
    """How a reader sets the browser: size of the window (CSS pixels) and of the default text, own style sheet, rest."""

    size: tuple[int, int] = (1280, 720)
    text: int = 16
    style: str = ""
    rest: dict[str, Any] = field(default_factory=dict)


CONDITIONS = {
    "ordinaire": Condition(),
    "page à 400 %": Condition((320, 256), rest={"device_scale_factor": 4}),  # 1 280 by 1 024, WCAG 2.2, 1.4.10
    "texte à 200 %": Condition(text=32),
    "texte à 200 %, téléphone": Condition((360, 720), text=32),
    "texte seul à 200 %": Condition(style="html { font-size: 200% }"),
    "texte espacé": Condition(  # WCAG 2.2, 1.4.12
        (360, 720),
        style="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
        "p { margin-bottom: 2em !important }",
    ),
    "mouvement réduit": Condition(rest={"reduced_motion": "reduce"}),
    "couleurs forcées": Condition(rest={"forced_colors": "active"}),
    "couleurs forcées, sombre": Condition(rest={"forced_colors": "active", "color_scheme": "dark"}),
    "sans JavaScript": Condition(rest={"java_script_enabled": False}),
}
SCRIPTLESS = "sans JavaScript"
# Those of « make test »; « make essais-longs » has the others too.
OFTEN = {"ordinaire", "texte à 200 %", "mouvement réduit", "couleurs forcées", SCRIPTLESS}
WALKED = [name if name in OFTEN else pytest.param(name, marks=pytest.mark.long) for name in CONDITIONS]
ACT = "Signature d'une convention"


@contextmanager
def reader(browser: Browser, condition: Condition) -> Iterator[Page]:
    """A page of Chromium set as `condition` says."""
    width, height = condition.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, bypass_csp=bool(condition.style), **condition.rest
    )
    page = context.new_page()
    if condition.text != 16:
        context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": condition.text}})
    if condition.style:
        page.on("domcontentloaded", lambda loaded: loaded.add_style_tag(content=condition.style))
    yield page
    context.close()


def look(page: Page) -> None:
    """Fail with what is wrong with the page as it is shown."""
    assert page.evaluate(LOOKS) == [], page.url


def reach(page: Page, target: Locator) -> None:
    """Go from one stop of the Tab key to the next, each seen and after the one before, until `target`."""
    last, wanted = -1, target.element_handle()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS, wanted)
        assert stop["faults"] == [], (page.url, stop)
        assert stop["rank"] > last, (page.url, stop)
        last = stop["rank"]
        if stop["reached"]:
            return
    pytest.fail(f"{target} ne s’atteint pas au clavier, sur {page.url}")


def follow(page: Page, name: str, *, within: str = "body") -> None:
    """Go to a link by its name, at the keyboard, and open it; then look at where it leads."""
    link = page.locator(within).get_by_role("link", name=name).first
    address = link.evaluate("(link) => link.href")
    reach(page, link)
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)
    look(page)


def read(page: Page, published: str) -> None:
    """From the head of the act to its text."""
    expect(page).to_have_url(published + REAL["acte avec formule"])
    follow(page, "Lire le texte")
    expect(page.get_by_text("Après en avoir délibéré").first).to_be_visible()
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("name", WALKED)
def test_by_search(browser: Browser, published: str, name: str) -> None:
    with reader(browser, CONDITIONS[name]) as page:
        page.goto(published)
        look(page)
        reach(page, page.get_by_label("Rechercher un acte"))
        page.keyboard.type("coffre-fort")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{published}recherche/?q=coffre-fort")
        if name == SCRIPTLESS:
            expect(page.get_by_text("La recherche a besoin de JavaScript")).to_be_visible()
            look(page)
            follow(page, "Collectivités", within="article")
            follow(page, "SCOT de l’Arrageois", within="article")
        else:
            expect(page.get_by_role("status")).to_contain_text("résultat")
            look(page)
        follow(page, ACT, within="article")
        read(page, published)


@pytest.mark.parametrize("name", WALKED)
def test_by_the_indexes(browser: Browser, published: str, name: str) -> None:
    with reader(browser, CONDITIONS[name]) as page:
        page.goto(published)
        look(page)
        follow(page, "Conventions", within="header")
        follow(page, "Coffre-fort", within="article")
        follow(page, "n° 607", within="tbody")
        read(page, published)


@pytest.mark.parametrize("name", WALKED)
def test_from_a_seance_and_back(browser: Browser, published: str, name: str) -> None:
    with reader(browser, CONDITIONS[name]) as page:
        page.goto(published + REAL["séance"])
        look(page)
        follow(page, ACT, within="article")
        read(page, published)
        page.goto(published + REAL["acte avec formule"])
        follow(page, "Séance du 11 février 2026")
        expect(page).to_have_url(published + REAL["séance"])


@pytest.mark.long
@pytest.mark.parametrize("name", CONDITIONS)
def test_every_kind_of_page_can_be_read(
    browser: Browser, published: str, synthetic: Built, invented: str, name: str
) -> None:
    addresses = [published + path for path in REAL.values()]
    addresses += [invented + path for path in invented_pages(synthetic.register).values()]
    found = {}
    with reader(browser, CONDITIONS[name]) as page:
        for address in addresses:
            page.goto(address, wait_until="networkidle")
            found[address] = page.evaluate(LOOKS)
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_the_statement_names_the_conditions() -> None:
    statement = (ROOT / "content" / "pages" / "accessibilite.md").read_text("utf-8").replace("\u00a0", " ")
    names = {name.partition(",")[0] for name in CONDITIONS} - {"ordinaire"}
    assert {name for name in names if name not in statement} == set()
