"""The page of an unknown address: it searches for what the address names, and offers the nearest page that exists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browser.serving import PREFIX, serve
from conftest import copy_project
from registre.build import build_site

pytest_plugins = ("browser.fixtures",)

BASE = Path(__file__).parent / "records" / "base"
ACT = "Restauration scolaire – délibération n° 014, Commune d’Exemple"
SITTING, BODY = "Séance du 12 mars 2026 – Commune d’Exemple", "Commune d’Exemple – collectivité"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of the base records is served."""
    root = copy_project(tmp_path_factory.mktemp("absente") / "projet", BASE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGISTRE_ADRESSE", f"https://exemple.fr{PREFIX}/")
        build_site(root)
    with serve(root / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """A page that must ask nothing elsewhere, run nothing odd and break nothing."""
    opened, odd = browser.new_page(viewport={"width": 360, "height": 720}), list[str]()
    opened.on("request", lambda asked: odd.append(asked.url) if urlsplit(asked.url).netloc not in home else None)
    opened.on("pageerror", lambda error: odd.append(str(error)))
    opened.on("dialog", lambda dialog: (odd.append(dialog.message), dialog.dismiss()))
    yield opened
    opened.close()
    assert odd == []


def found(page: Page, home: str) -> list[str]:
    """The addresses of the results."""
    links = page.locator("#trouves .actes__objet a").evaluate_all("all => all.map((link) => link.href)")
    return [link.removeprefix(home) for link in links]


@pytest.mark.parametrize(
    ("asked", "words", "nearest", "target"),
    [
        ("actes/exemple/2026-03-12/14/", "exemple 14", SITTING, "actes/exemple/2026-03-12/"),
        ("actes/exemple/2026-03-12/014.html", "exemple 014", SITTING, "actes/exemple/2026-03-12/"),
        ("actes/exemple/2026-03-12/014/annexe.pdf", "014 annexe", ACT, "actes/exemple/2026-03-12/014/"),
        ("actes/exemple/2026-03-13/restauration-scolaire/", "exemple restauration scolaire", BODY,
         "collectivites/exemple/"),
        ("collectivites/exemple/1999/", "exemple", BODY, "collectivites/exemple/"),
    ],
)  # fmt: skip
def test_it_searches_for_the_words_of_the_address_and_offers_the_nearest_page(
    page: Page, home: str, asked: str, words: str, nearest: str, target: str
) -> None:
    page.goto(home + asked)
    expect(page.get_by_role("combobox")).to_have_value(words)
    expect(page.locator("#proche a")).to_have_text(nearest)
    expect(page.locator("#proche a")).to_have_attribute("href", home + target)
    expect(page.get_by_role("status")).to_contain_text(f"pour «\u00a0{words}\u00a0».")


def test_the_first_results_lead_to_their_acts_and_to_all_the_others(page: Page, home: str) -> None:
    page.goto(f"{home}actes/exemple/2026-03-13/restauration-scolaire/")
    expect(page.get_by_role("status")).to_contain_text("résultat")
    assert found(page, home)[0] == "actes/exemple/2026-03-12/014/"
    assert "Commune d’Exemple · 12 mars 2026" in page.locator("#trouves li").first.inner_text().replace("\u00a0", " ")
    page.get_by_role("link", name="Tous les résultats").click()
    expect(page).to_have_url(f"{home}recherche/?q=exemple+restauration+scolaire")
    page.go_back()
    page.locator("#trouves").get_by_role("link", name="Restauration scolaire").first.click()
    expect(page).to_have_url(f"{home}actes/exemple/2026-03-12/014/")


def test_an_address_that_names_nothing_of_the_register_says_so(page: Page, home: str) -> None:
    page.goto(f"{home}zzqx.php")
    expect(page.get_by_role("combobox")).to_have_value("zzqx")
    expect(page.get_by_role("status")).to_have_text("Aucun résultat pour «\u00a0zzqx\u00a0».")
    for place in ("#proche", "#trouves"):
        expect(page.locator(place)).to_be_hidden()


@pytest.mark.parametrize("asked", ["%E0%A4%A", "2026-03-12/"])
def test_an_address_without_words_leaves_the_field_empty(page: Page, home: str, asked: str) -> None:
    page.goto(home + asked)
    expect(page.get_by_role("combobox")).to_have_value("")
    expect(page.get_by_role("status")).to_have_text("")


def test_an_address_that_holds_markup_is_only_words(page: Page, home: str) -> None:
    page.goto(f"{home}actes/exemple/{HOSTILE}/")
    expect(page.get_by_role("combobox")).to_have_value(f"exemple {HOSTILE}")
    expect(page.get_by_role("status")).to_contain_text(HOSTILE)
    assert page.locator("img").count() == 0


def test_without_javascript_there_are_the_field_and_the_lists(browser: Browser, home: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{home}actes/exemple/2026-03-12/14/")
    for place in ("#proche", "#trouves"):
        assert page.locator(place).is_hidden()
    page.get_by_role("searchbox").fill("cantine")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}recherche/?q=cantine")
    page.go_back()
    page.locator("article").get_by_role("link", name="Collectivités").click()
    expect(page).to_have_url(f"{home}collectivites/")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_its_results_it_is_accessible(page: Page, home: str, scheme: str) -> None:
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    page.set_viewport_size({"width": 320, "height": 720})
    page.goto(f"{home}actes/exemple/2026-03-12/restauration/")
    expect(page.locator("#trouves")).to_be_visible()
    results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
