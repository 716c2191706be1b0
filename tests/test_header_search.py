"""Results as one types, below the field that every page has: in Chromium, at the keyboard, on a phone, with axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from browser import weights
from browser.kinds import REAL
from browser.serving import serve
from conftest import copy_project
from hostile import Hostile, write_hostile
from registre.build import build_site

pytest_plugins = ("browser.fixtures",)

ACT, COFFRE, LIBERCOURT = REAL["acte"], REAL["acte avec formule"], REAL["acte incomplet"]
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
NAMED = ["glossaire/#coffre-fort-numerique", "conventions/coffre-fort-numerique/"]  # by « coffre », besides an act
FAILED = "Les résultats ne peuvent pas s’afficher ici. La touche Entrée mène à la page de recherche."
NOT_LOADED = "La recherche n’a pas pu être chargée. Réessayez, ou passez par les index."
SEARCH = re.compile(r"/pagefind/|/recherche")
SIZES = {"téléphone": (320, 640), "bureau": (1280, 720)}
STRINGS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')


@contextmanager
def opened(browser: Browser, address: str, size: tuple[int, int] = (1280, 720), **rest: Any) -> Iterator[Page]:
    """A page with its own empty cache; whatever its scripts complain of fails the test."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, **rest)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert errors == []


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Rechercher un acte")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def status(page: Page) -> Locator:
    return page.locator(".chercher__panneau").get_by_role("status")


def type_words(page: Page, words: str) -> None:
    """Type in the field and wait for the answer."""
    if not field(page).is_visible():
        page.get_by_role("button", name="Rechercher un acte").click()
    field(page).fill(words)
    expect(status(page)).to_have_text(re.compile(r"\.$"))


def addresses(page: Page) -> list[str]:
    """Where the options lead, without the folder of the site."""
    return [(one.get_attribute("href") or "").partition("/registre/")[2] for one in options(page).all()]


def test_nothing_of_the_search_comes_before_the_field_is_used(browser: Browser, published: str) -> None:
    with opened(browser, "about:blank") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in (ACT, ""):
            page.goto(published + path, wait_until="networkidle")
        assert [url for url in asked if SEARCH.search(url)] == []
        field(page).focus()
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if "/recherche-entete." in url] != []
        assert [url for url in asked if "/pagefind/" in url] == []


def test_results_come_as_one_types_and_the_keyboard_opens_them(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        page.keyboard.press("/")
        expect(field(page)).to_be_focused()
        expect(field(page)).to_have_attribute("aria-expanded", "false")
        field(page).press_sequentially("coffre")
        expect(options(page).last).to_contain_text("coffre")
        expect(field(page)).to_have_attribute("aria-expanded", "true")
        expect(status(page)).to_have_text("1 résultat, 2 pages du registre.")
        assert addresses(page) == [COFFRE, *NAMED, "recherche/?q=coffre"]
        act = options(page).first.inner_text().replace("\u00a0", " ").split("\n")
        assert act[0].startswith("Signature d'une convention avec le Centre de Gestion")
        assert act[1] == "SCOT de l’Arrageois · 11 février 2026 · n° 607 · Adoptée · Coffre-fort numérique agent"
        assert options(page).first.locator("mark").first.inner_text().lower().startswith("coffre")
        assert options(page).last.inner_text() == "Tous les résultats pour «\u00a0coffre\u00a0» (1)"
        page.keyboard.press("ArrowDown")
        chosen = page.get_by_role("option", selected=True)
        expect(chosen).to_have_count(1)
        expect(field(page)).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
        expect(field(page)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page).to_have_url(published + COFFRE)


def test_arrows_go_round_by_the_field_and_leave_it_its_keys(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        type_words(page, "convention")
        last = options(page).count() - 1
        page.keyboard.press("ArrowUp")
        expect(options(page).nth(last)).to_have_attribute("aria-selected", "true")
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("option", selected=True)).to_have_count(0)
        assert field(page).get_attribute("aria-activedescendant") is None
        page.keyboard.press("Home")
        page.keyboard.type("la ")
        expect(field(page)).to_have_value("la convention")


def test_enter_without_a_choice_goes_to_all_the_results(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        type_words(page, "coffre fort")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{published}recherche/?q=coffre+fort")


def test_the_last_option_goes_there_too(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        type_words(page, "coffre & l’œuvre")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/registre/recherche/\?q="))
        expect(page.get_by_role("searchbox")).to_have_value("coffre & l’œuvre")


def test_escape_closes_then_empties(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        type_words(page, "coffre")
        page.keyboard.press("Escape")
        expect(options(page)).to_have_count(0)
        expect(status(page)).to_have_text("")
        expect(field(page)).to_have_value("coffre")
        page.keyboard.press("ArrowDown")
        expect(options(page)).to_have_count(4)
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        expect(field(page)).to_have_value("")
        expect(field(page)).to_be_focused()


def test_tab_and_a_click_elsewhere_close(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        type_words(page, "coffre")
        page.keyboard.press("Tab")
        expect(options(page)).to_have_count(0)
        expect(page.get_by_role("button", name="Rechercher")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
        expect(options(page)).to_have_count(4)
        page.mouse.click(20, 500)
        expect(options(page)).to_have_count(0)


def test_a_result_is_opened_with_the_mouse(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        type_words(page, "coffre")
        options(page).first.click()
        expect(page).to_have_url(published + COFFRE)


def type_and_hold(page: Page, words: str) -> Route:
    """Type words, and keep back the first part of the index that describes a page found."""
    held: list[Route] = []
    page.route("**/pagefind/fragment/*", lambda route: held.append(route), times=1)
    with page.expect_request("**/pagefind/fragment/*"):
        field(page).press_sequentially(words)
    expect(status(page)).to_have_text("Recherche en cours…")
    assert len(held) == 1
    return held[0]


def test_an_older_answer_never_takes_the_place_of_a_newer_one(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        held = type_and_hold(page, "coffre")
        expect(options(page)).to_have_count(0)
        field(page).fill("libercourt")
        expect(options(page).first).to_contain_text("Libercourt")
        newer = addresses(page)
        assert LIBERCOURT in newer
        with page.expect_response("**/pagefind/fragment/*"):
            held.continue_()
        page.wait_for_timeout(300)
        assert addresses(page) == newer


def test_what_was_emptied_or_closed_stays_so_when_its_answer_comes(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        held = type_and_hold(page, "coffre")
        page.keyboard.press("Escape")
        expect(status(page)).to_have_text("")
        held.continue_()
        page.wait_for_timeout(300)
        expect(options(page)).to_have_count(0)


def test_what_is_found_is_announced(browser: Browser, published: str, invented: str) -> None:
    with opened(browser, published + ACT) as page:
        type_words(page, "xyzzy")
        expect(status(page)).to_have_text("Aucun résultat pour « xyzzy ».")
        assert addresses(page) == ["recherche/?q=xyzzy"]
        assert options(page).inner_text() == "Ouvrir la page de recherche"
        field(page).fill("convention xyzzy")
        expect(status(page)).to_have_text("« xyzzy » est introuvable ; sans ce mot, 4 résultats.")
        field(page).fill("convention zébrée 01/02/2099 mars 2099")
        unknown = "« zébrée », « 1er février 2099 » et « mars 2099 » sont introuvables ; sans ces mots, 4 résultats."
        expect(status(page)).to_have_text(unknown)
        field(page).fill("")
        type_words(page, "cofre fort")
        expect(options(page).first).to_have_text("Vouliez-vous dire « coffre fort » ?")
        assert addresses(page)[:2] == ["recherche/?q=coffre+fort", COFFRE]
        field(page).fill("")
        expect(status(page)).to_have_text("")
        assert status(page).get_attribute("aria-live") in (None, "polite")
    with opened(browser, invented) as page:
        type_words(page, "convention")
        expect(status(page)).to_have_text(re.compile(r"^6 premiers résultats sur \d+, 3 pages du registre\.$"))
        expect(options(page)).to_have_count(10)


@pytest.mark.parametrize("lost", ["**/pagefind/**", "**/pagefind/fragment/*"])
def test_a_search_that_cannot_be_loaded_says_so_and_leaves_the_form(
    browser: Browser, published: str, lost: str
) -> None:
    with opened(browser, published + ACT) as page:
        page.route(lost, lambda route: route.abort())
        field(page).press_sequentially("coffre")
        expect(status(page)).to_have_text(FAILED)
        expect(field(page)).to_have_attribute("aria-expanded", "false")
        page.unroute_all()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{published}recherche/?q=coffre")


@pytest.mark.parametrize("lost", ["*.pf_meta", "wasm.fr.pagefind", "pagefind-entry.json*", "facettes.json"])
def test_a_search_that_could_not_be_loaded_is_when_asked_again(browser: Browser, published: str, lost: str) -> None:
    page = browser.new_page()  # in which Pagefind complains too
    page.goto(f"{published}recherche/")
    page.route(f"**/pagefind/{lost}", lambda route: route.abort())
    searched = page.get_by_role("searchbox", name="Mots, nom, date ou numéro")
    searched.fill("coffre")
    searched.press("Enter")
    expect(page.locator(".recherche-statut")).to_have_text(NOT_LOADED)
    page.unroute_all()
    searched.press("Enter")
    expect(page.locator(".recherche-statut")).to_have_text("1 résultat pour « coffre ».")
    expect(page.get_by_role("group", name="Collectivité").get_by_role("checkbox")).to_have_count(1)
    page.close()


def test_without_its_results_the_field_is_a_plain_one(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        page.route("**/recherche-entete.js", lambda route: route.abort())
        page.locator("#q-entete").press_sequentially("coffre")
        expect(page.get_by_role("searchbox", name="Rechercher un acte")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{published}recherche/?q=coffre")


@pytest.mark.parametrize("path", ["", REAL["page absente"]])
def test_the_fields_of_the_home_page_and_of_a_page_that_is_missing(browser: Browser, published: str, path: str) -> None:
    with opened(browser, published + path) as page:
        page.keyboard.press("/")
        field(page).fill("")
        type_words(page, "coffre")
        assert addresses(page) == [COFFRE, *NAMED, "recherche/?q=coffre"]
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page).to_have_url(published + COFFRE)


def test_the_field_of_the_search_page_is_its_own(browser: Browser, published: str) -> None:
    with opened(browser, f"{published}recherche/") as page:
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("coffre")
        page.wait_for_timeout(400)
        expect(page.get_by_role("option").filter(visible=True)).to_have_count(0)


def test_without_javascript_the_form_leads_to_the_search_page(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT, SIZES["téléphone"], java_script_enabled=False) as page:
        page.get_by_role("link", name="Rechercher un acte").click()
        expect(page).to_have_url(f"{published}recherche/")
    with opened(browser, published, java_script_enabled=False) as page:
        page.get_by_role("searchbox").fill("coffre")
        page.get_by_role("button", name="Rechercher").click()
        expect(page).to_have_url(f"{published}recherche/?q=coffre")


# ---- On a phone ----


def test_on_a_phone_a_button_opens_the_field_in_place(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT, SIZES["téléphone"], is_mobile=True, has_touch=True) as page:
        button = page.get_by_role("button", name="Rechercher un acte")
        expect(button).to_have_attribute("aria-expanded", "false")
        before = [page.locator(part).bounding_box() for part in ("h1", ".entete__nav", ".entete__nom")]
        button.tap()
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(field(page)).to_be_focused()
        type_words(page, "coffre")
        assert [page.locator(part).bounding_box() for part in ("h1", ".entete__nav", ".entete__nom")] == before
        for control in (button, field(page), page.get_by_role("button", name="Rechercher", exact=True)):
            assert_easy_to_touch(control)
        for option in options(page).all():
            assert_easy_to_touch(option)
        page.keyboard.press("Escape")
        expect(options(page)).to_have_count(0)
        page.keyboard.press("Escape")
        expect(field(page)).to_have_value("")
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(field(page)).to_be_hidden()
        button.tap()
        button.tap()
        expect(field(page)).to_be_hidden()


def assert_easy_to_touch(control: Locator) -> None:
    """44 pixels each way, inside a screen of 320."""
    box = control.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44, box
    assert box["x"] >= 0, box
    assert box["x"] + box["width"] <= 320, box


def test_on_a_phone_the_field_closes_when_it_is_left(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT, SIZES["téléphone"]) as page:
        page.keyboard.press("/")
        expect(field(page)).to_be_focused()
        page.keyboard.press("Shift+Tab")
        expect(field(page)).to_be_hidden()
        page.keyboard.press("/")
        type_words(page, "coffre")
        options(page).first.click()
        expect(page).to_have_url(published + COFFRE)


# ---- The key ----


def test_the_key_is_told_and_can_be_refused(browser: Browser, published: str) -> None:
    with opened(browser, published + ACT) as page:
        expect(page.locator(".touche")).to_be_visible()
        expect(field(page)).to_have_attribute("aria-keyshortcuts", "/")
        field(page).focus()
        expect(page.locator(".touche")).to_be_hidden()
        page.keyboard.type("1/2")
        expect(field(page)).to_have_value("1/2")
        page.goto(f"{published}aide/")
        page.get_by_label("Ne plus l’employer").check()
        expect(page.locator(".touche")).to_be_hidden()
        page.goto(published + ACT)
        page.keyboard.press("/")
        expect(field(page)).not_to_be_focused()
        expect(page.locator(".touche")).to_be_hidden()
        assert field(page).get_attribute("aria-keyshortcuts") is None
        page.goto(f"{published}aide/")
        page.get_by_label("Ne plus l’employer").uncheck()
        page.keyboard.press("Escape")
        page.goto(published + ACT)
        page.keyboard.press("/")
        expect(field(page)).to_be_focused()
    touch = {"is_mobile": True, "has_touch": True}
    with opened(browser, published, SIZES["téléphone"], **touch) as page:
        expect(page.locator(".touche")).to_be_hidden()


# ---- For everybody ----


@pytest.mark.parametrize(("path", "size"), [("", "téléphone"), (ACT, "bureau")])
def test_axe_finds_nothing_with_the_results_open(browser: Browser, published: str, path: str, size: str) -> None:
    found = []
    with opened(browser, published + path, SIZES[size]) as page:
        type_words(page, "convention")
        page.keyboard.press("ArrowDown")
        page.evaluate(Axe().axe_script)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            results = AxeResults(page.evaluate("(options) => axe.run(options)", OPTIONS))
            found += [results.generate_report()] if results.violations_count else []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert found == []


@pytest.mark.parametrize("rest", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}, {"color_scheme": "dark"}])
def test_the_results_cover_the_page_and_the_choice_is_seen(
    browser: Browser, published: str, rest: dict[str, str]
) -> None:
    with opened(browser, published + ACT, **rest) as page:
        type_words(page, "convention")
        page.keyboard.press("ArrowDown")
        seen = options(page).first.evaluate("""(option) => {
          const {left, top, width, height} = option.getBoundingClientRect();
          const style = getComputedStyle(option), panel = getComputedStyle(option.closest(".chercher__panneau"));
          const over = document.elementFromPoint(left + width / 2, top + height / 2);
          const solid = panel.backgroundColor.startsWith("rgb(");
          return [option.contains(over), style.outlineStyle, panel.borderStyle, solid, document.getAnimations().length];
        }""")
        assert seen == [True, "solid", "solid", True, 0]


@pytest.mark.parametrize("size", [(320, 640), (1280, 720)])
def test_with_larger_text_nothing_overflows(browser: Browser, published: str, size: tuple[int, int]) -> None:
    with opened(browser, published + ACT, size) as page:
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        type_words(page, "convention")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        for option in options(page).all():
            assert option.evaluate("(option) => option.scrollWidth - option.clientWidth") <= 0


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[Hostile]]]:
    """The address of a site of hostile records, and what was typed in them."""
    root = tmp_path_factory.mktemp("hostile")
    sets = write_hostile(root, STRINGS)
    project = copy_project(root / "projet", root / "content")
    build_site(project)
    with serve(project / "site") as address:
        yield address, sets


def test_a_hostile_objet_is_shown_as_it_is_typed(browser: Browser, hostile: tuple[str, list[Hostile]]) -> None:
    address, sets = hostile
    with opened(browser, address) as page:
        type_words(page, "alert")
        shown = [one.inner_text() for one in page.locator(".chercher__objet").all()]
        for one in sets:
            assert one.values[f"¤deliberation.objet.{one.rank}¤"] in shown
        assert page.locator(".chercher__panneau :is(script, img)").count() == 0


def test_the_first_search_is_light(browser: Browser, site: Path) -> None:
    sent = weights.search_from_header(browser, site, ACT, "coffre fort")
    print(f"Première recherche depuis l’en-tête : {weights.octets(sent)} octets, {len(sent)} fichiers")
    assert any(answer.path.endswith(".pf_fragment") for answer in sent)
    assert weights.octets(sent) <= weights.HEADER[2_000]
