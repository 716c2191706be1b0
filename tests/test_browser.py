"""The site as people use it: each kind of page in Chromium, with axe, at the keyboard, without JavaScript, searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, Route, expect

from browser.kinds import LONGER, RARE, REAL, moved
from browser.kinds import invented as invented_pages

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

WIDTHS = (320, 1280)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")  # one by width
LOCAL = "127.0.0.1"
AXE = Axe()
OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}  # all default rules, and that one
LABOURSE = "actes/labourse/2025-04-03/2025cm26/"


@dataclass(frozen=True, slots=True)
class Screen:
    """A page of Chromium of one width, and what it complained of or asked for elsewhere."""

    page: Page
    seen: list[str]

    def open(self, address: str) -> Page:
        """Open an address and wait until there is nothing more to come."""
        self.seen.clear()
        self.page.emulate_media(color_scheme="light")
        self.page.goto(address)
        if "/recherche/?" in address:
            settle(self.page)
        return self.page


def settle(page: Page) -> None:
    """Wait for the end of a search."""
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\.$"))  # « Recherche en cours… » before
    expect(page.locator(".recherche-filtres[aria-busy=true]")).to_have_count(0)


def new_screen(browser: Browser, width: int) -> Screen:
    """A new page that notes errors and requests to other hosts than this machine."""
    page, seen = browser.new_page(viewport={"width": width, "height": 720}), list[str]()

    def said(message: ConsoleMessage) -> None:
        absent = "status of 404" in message.text and message.location["url"] == page.url
        if message.type in {"error", "warning"} and not absent:
            seen.append(message.text)

    def opened(response: Response) -> bool:
        return response.request.is_navigation_request()

    page.add_init_script(AXE.axe_script)  # sent once, not at each page
    page.on("console", said)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda asked: seen.append(asked.url) if urlsplit(asked.url).hostname != LOCAL else None)
    page.on("response", lambda got: seen.append(got.url) if got.status >= 400 and not opened(got) else None)
    return Screen(page, seen)


@pytest.fixture(scope="module")
def screens(browser: Browser) -> Iterator[list[Screen]]:
    opened = [new_screen(browser, width) for width in WIDTHS]
    yield opened
    for screen in opened:
        screen.page.close()


@pytest.fixture(scope="module")
def page(screens: list[Screen]) -> Page:
    """The large page."""
    return screens[-1].page


def faults(screens: list[Screen], address: str, schemes: Sequence[Scheme] = SCHEMES) -> list[str]:
    """What is wrong with a page at each width, each with its colours; axe runs in all widths at once."""
    found = []
    for screen in screens:
        page = screen.open(address)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"défilement horizontal : {width} px"] if width > 0 else []
    for screen, scheme in zip(screens, schemes, strict=True):
        screen.page.emulate_media(color_scheme=scheme)
        screen.page.evaluate("(options) => { window.running = axe.run(options); }", OPTIONS)
    for screen, scheme in zip(screens, schemes, strict=True):
        results = AxeResults(screen.page.evaluate("running"))
        found += [f"{scheme} : {results.generate_report()}"] if results.violations_count else []
    return found + [said for screen in screens for said in screen.seen]


# On a phone in light and on a desk in dark; the reverse takes as long again.
colours = pytest.mark.parametrize(
    "schemes", [SCHEMES, pytest.param(SCHEMES[::-1], marks=pytest.mark.long)], ids=["clair-sombre", "sombre-clair"]
)
REFERENCE = {"format", "messages"}  # a thousand times the same few elements: axe takes as long as for all the others


@colours
@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=pytest.mark.long) if kind in REFERENCE else kind for kind in REAL]
)
def test_every_kind_of_page_is_accessible_at_any_width(
    screens: list[Screen], published: str, kind: str, schemes: Sequence[Scheme]
) -> None:
    assert faults(screens, published + REAL[kind], schemes) == []


@colours
@pytest.mark.parametrize("kind", LONGER)
def test_longer_lists_are_accessible_too(
    screens: list[Screen], invented: str, kind: str, schemes: Sequence[Scheme]
) -> None:
    assert faults(screens, invented + LONGER[kind], schemes) == []


@colours
@pytest.mark.parametrize("kind", RARE)
def test_rarer_acts_are_accessible_too(
    screens: list[Screen], synthetic: Built, invented: str, kind: str, schemes: Sequence[Scheme]
) -> None:
    assert faults(screens, invented + invented_pages(synthetic.register)[kind], schemes) == []


def test_a_former_address_is_accessible_and_leads_to_the_act(
    screens: list[Screen], synthetic: Built, invented: str
) -> None:
    act = moved(synthetic.register)
    former = f"{invented}{act.fiche.anciennes_adresses[0]}/"
    with without_redirection(screens):
        assert faults(screens, former) == []
        screens[0].page.locator("article a").click()
        expect(screens[0].page).to_have_url(invented + act.url)
    screens[0].page.goto(former)
    expect(screens[0].page).to_have_url(invented + act.url)


@contextmanager
def without_redirection(screens: list[Screen]) -> Iterator[None]:
    """Hold the redirection back, so that the page itself can be looked at."""

    def hold(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="")

    for screen in screens:
        screen.page.route("**/page-deplacee.js", hold)
    yield
    for screen in screens:
        screen.page.unroute("**/page-deplacee.js", hold)


def test_an_act_prints_without_navigation_and_with_its_address(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(published + REAL["acte"])
    page.emulate_media(media="print")
    hidden = [".entete__nav", ".entete .chercher", ".fil", ".sommaire", ".actions", ".headerlink", ".pied__nav"]
    assert [name for name in hidden if page.locator(name).first.is_visible()] == []
    assert REAL["acte"] in page.locator(".pied__impression").inner_text()
    assert page.locator("[data-bloc=texte]").is_visible()
    page.emulate_media(media="screen")


# ---- Keyboard ----

FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight;
  const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((f) => f.checkVisibility({visibilityProperty: true}));
  return {name: e.className || e.id || e.textContent.trim(), rank: all.indexOf(e), count: all.length, ring, seen};
}"""


@pytest.mark.parametrize("kind", ["accueil", "acte", "recherche"])
def test_the_keyboard_goes_everywhere_in_order_and_is_seen(screens: list[Screen], published: str, kind: str) -> None:
    for screen in screens:
        page = screen.open(published + REAL[kind])
        page.keyboard.press("Tab")
        stops = [page.evaluate(FOCUSED)]
        assert stops[0]["name"] == "evitement"
        while len(stops) < stops[0]["count"]:
            page.keyboard.press("Tab")
            stops.append(page.evaluate(FOCUSED))
        assert [stop["rank"] for stop in stops] == list(range(stops[0]["count"]))
        assert [stop for stop in stops if not (stop["ring"] and stop["seen"])] == []


def test_the_skip_link_leads_to_the_content(page: Page, screens: list[Screen], published: str) -> None:
    screens[-1].open(published + REAL["acte"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#contenu').contains(document.activeElement)")


def test_a_search_is_made_from_any_page_at_the_keyboard(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(published + REAL["acte"])
    page.get_by_role("combobox").focus()
    page.keyboard.type("coffre fort")
    page.keyboard.press("Enter")
    settle(page)
    expect(page).to_have_url(f"{published}recherche/?q=coffre+fort")


# ---- Without JavaScript ----


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A page in which no script runs."""
    page = browser.new_page(java_script_enabled=False)
    yield page
    page.close()


def test_an_act_is_whole_without_javascript(still: Page, published: str) -> None:
    still.goto(published + REAL["acte"])
    for words in ("Après en avoir délibéré", "35 pour", "17 avril 2026", "Il est convenu les dispositions ci-après"):
        assert still.get_by_text(words).first.is_visible(), words
    assert still.get_by_role("heading", name="Article 6 : RESILIATION").is_visible()


def test_without_javascript_the_search_leads_to_the_indexes(still: Page, published: str) -> None:
    still.goto(published + REAL["acte"])
    still.get_by_role("searchbox").fill("coffre")
    still.keyboard.press("Enter")
    expect(still).to_have_url(f"{published}recherche/?q=coffre")
    assert still.get_by_text("La recherche a besoin de JavaScript").is_visible()
    still.locator("article").get_by_role("link", name="Collectivités").click()
    still.get_by_role("link", name="SCOT de l’Arrageois").click()
    still.locator("article").get_by_role("link", name="Signature d'une convention").click()
    expect(still).to_have_url(published + REAL["acte avec formule"])


def test_the_404_fills_its_field_from_the_address(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(published + REAL["page absente"])
    expect(page.get_by_role("combobox")).to_have_value("scota 608")


# ---- Search ----


def hits(page: Page) -> list[str]:
    """The addresses of the results, without the folder of the site."""
    links = page.locator(".recherche-objet a").all()
    return [(link.get_attribute("href") or "").removeprefix("/registre/") for link in links]


def ask(page: Page, question: str) -> list[str]:
    """Ask it in the field of the search page; the addresses of the results shown."""
    page.get_by_role("searchbox").fill(question)
    page.get_by_role("searchbox").press("Enter")
    settle(page)
    return hits(page)


FIRST = [
    ("coffre fort", "acte avec formule", 1),
    ("605", "acte", 1),
    ("2025CM26", LABOURSE, 1),
    ("cm26", LABOURSE, 1),
    ("DELIB-2024-37", "acte incomplet", None),
    ("062-216204800", LABOURSE, 1),
    ("demarches", "acte avec formule", 1),
    ("e administration", "acte", 3),
    ("SEROUX", "séance", 1),
    ("bulletins de paie", "acte avec formule", 1),
    ("875-643", "acte", 1),
    ("« coffre-fort numérique agent »", "acte avec formule", 1),
]  # question, first page found, how many are


def test_a_question_finds_its_act_first(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(f"{published}recherche/")
    for question, first, count in FIRST:
        found = ask(page, question)
        assert found[0] == REAL.get(first, first), question
        assert count is None or len(found) == count, question


def test_a_word_that_no_act_has_finds_nothing_and_says_so(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(f"{published}recherche/?q={quote('théatre')}")
    assert hits(page) == []
    expect(page.get_by_role("status")).to_contain_text("Aucun")
    assert page.get_by_text("vérifiez l’orthographe").is_visible()


def test_ligatures_do_not_matter(screens: list[Screen], published: str) -> None:
    found = [hits(screens[-1].open(f"{published}recherche/?q={quote(word)}")) for word in ("oeuvre", "œuvre", "Œuvre")]
    assert REAL["acte avec formule"] in found[0]
    assert found[0] == found[1] == found[2]


def test_a_name_finds_the_body_s_own_pages_only(screens: list[Screen], published: str) -> None:
    found = hits(screens[-1].open(f"{published}recherche/?q=Labourse"))
    assert LABOURSE in found
    assert all(url.startswith("actes/labourse/") for url in found)


def test_the_annexed_convention_is_found_and_its_passage_opened(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(f"{published}recherche/?q=parapheur")
    assert REAL["acte"] in hits(page)
    result = page.locator(".recherche-resultat", has=page.locator(f"a[href$='{REAL['acte']}']"))
    assert "parapheur" in result.locator("mark").first.inner_text()
    result.locator(".recherche-passage a").click()
    expect(page).to_have_url(f"{published}{REAL['acte']}#convention-preambule")


def test_a_result_tells_what_it_is_and_leads_to_its_act(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(f"{published}recherche/?q=605")
    facts = page.locator(".recherche-faits").inner_text().replace("\u00a0", " ")
    assert facts == "SCOT de l’Arrageois · 11 février 2026 · n° 605 · Adoptée à l’unanimité · E-administration"
    page.locator(".recherche-objet a").click()
    expect(page).to_have_url(published + REAL["acte"])


def test_facets_narrow_the_results_and_the_address_keeps_them(screens: list[Screen], published: str) -> None:
    page = screens[-1].open(f"{published}recherche/?q=convention")
    before = hits(page)
    page.get_by_label("De", exact=True).select_option("2025-04")
    page.get_by_label("à", exact=True).select_option("2025-04")
    expect(page).to_have_url(f"{published}recherche/?q=convention&du=2025-04&au=2025-04")
    settle(page)
    assert {url.split("/")[2][:4] for url in hits(page)} == {"2025"}
    page.get_by_role("checkbox", name=re.compile(r"^E-administration \(")).check()
    settle(page)
    assert hits(page) == [LABOURSE]
    page.go_back()
    page.go_back()
    page.go_back()
    settle(page)
    expect(page.get_by_label("De", exact=True)).to_have_value("")
    assert hits(page) == before
    page.go_forward()
    settle(page)
    expect(page.get_by_label("De", exact=True)).to_have_value("2025-04")
    page.go_forward()
    settle(page)
    shared = screens[-1].open(page.url)
    assert {url.split("/")[2][:4] for url in hits(shared)} == {"2025"}
