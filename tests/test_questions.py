"""What people ask, in Chromium, on the site of the four acts among invented ones: every page expected is in sight.

questions.yaml was written from the acts and their documents, before the search that answers.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from browser.serving import serve
from conftest import ROOT, copy_project
from registre.build import build_site
from registre.model.dates import MONTHS
from synthetic import write_register
from test_browser import ask, hits, settle

pytest_plugins = ("browser.fixtures",)

QUESTIONS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "questions.yaml").read_text("utf-8"))
IN_SIGHT = 5  # first results
ANSWERS = """async ([questions, most]) => {
  const { search } = await import("/registre/assets/javascripts/recherche-moteur.js");
  const found = [];
  for (const q of questions) {
    const { results } = await search({ q });
    found.push(await Promise.all(results.slice(0, most).map((result) => result.data().then(({ url }) => url))));
  }
  return found;
}"""
LABOURSE = "actes/labourse/2025-04-03/2025cm26/"
COFFRE = "actes/scota/2026-02-11/607/"


def mixed_site(root: Path, real_acts: Path, invented: Path) -> Path:
    """The site of the real acts among invented ones."""
    copy_project(root, invented)
    shutil.copytree(real_acts, root / "content", dirs_exist_ok=True)
    build_site(root)
    return root / "site"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory, real_acts: Path, invented_records: Path) -> Iterator[str]:
    """The address of the four acts among 300."""
    root = tmp_path_factory.mktemp("questions") / "projet"
    with serve(mixed_site(root, real_acts, invented_records / "content")) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def answers(page: Page, questions: list[str]) -> list[list[str]]:
    """What the script of the page answers to each, first results: ten times as fast as to ask the page."""
    found: list[list[str]] = page.evaluate(ANSWERS, [questions, IN_SIGHT])
    return [[address.partition("/registre/")[2] for address in addresses] for addresses in found]


def missed(found: list[list[str]], questions: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    """The questions that do not find all their pages, and what they find."""
    both = zip(questions, found, strict=True)
    return [(question["q"], seen) for question, seen in both if not set(question["pages"]) <= set(seen)]


def test_there_are_questions_of_every_kind() -> None:
    assert len(QUESTIONS) > 300
    assert len({question["q"] for question in QUESTIONS}) == len(QUESTIONS)
    assert all(1 <= len(question["pages"]) <= IN_SIGHT for question in QUESTIONS)


def test_every_question_finds_its_pages_among_300_acts(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/")
    assert missed(answers(page, [question["q"] for question in QUESTIONS]), QUESTIONS) == []


def test_the_page_shows_what_the_script_answers(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/")
    some = [question["q"] for question in QUESTIONS[::8]]
    assert [ask(page, question)[:IN_SIGHT] for question in some] == answers(page, some)


@pytest.mark.long
def test_every_question_finds_its_pages_among_2000_acts(page: Page, tmp_path: Path, real_acts: Path) -> None:
    with serve(mixed_site(tmp_path / "projet", real_acts, write_register(tmp_path, 2000))) as address:
        page.goto(f"{address}recherche/")
        assert missed([ask(page, question["q"])[:IN_SIGHT] for question in QUESTIONS], QUESTIONS) == []


@pytest.mark.parametrize(
    ("typed", "proposed", "found"),
    [
        ("cofre fort", "coffre fort", COFFRE),
        ("Labuorse", "labourse", LABOURSE),
        ("rosignol", "rossignol", COFFRE),
        ("dématrialisation libercourt", "dématérialisation libercourt", "actes/libercourt/2024-10-16/delib-2024-37/"),
    ],
)
def test_a_typing_error_is_answered_by_a_word_of_the_register(
    page: Page, mixed: str, typed: str, proposed: str, found: str
) -> None:
    page.goto(f"{mixed}recherche/")
    ask(page, typed)
    link = page.locator(".recherche-suggestion a")
    expect(link).to_have_text(proposed)
    link.click()
    settle(page)
    expect(page.get_by_role("searchbox")).to_have_value(proposed)
    assert found in hits(page)


def test_nothing_is_proposed_for_what_looks_like_nothing(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/")
    assert ask(page, "xyzzyx") == []
    expect(page.locator(".recherche-suggestion")).to_be_hidden()
    assert page.get_by_text("vérifiez l’orthographe").is_visible()


def test_an_objet_comes_before_a_text_and_the_newer_before_the_older(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/?q=cantine&n=200")
    settle(page)
    shown = [(item.locator("h2").inner_text(), day_of(item.locator(".recherche-faits").inner_text()))
             for item in page.locator(".recherche-resultat").all()]  # fmt: skip
    named = [day for objet, day in shown if "cantine" in objet]
    assert len(named) > 30
    assert [day for objet, day in shown[: len(named)] if "cantine" in objet] == named  # all of them first
    assert named == sorted(named, reverse=True)


def day_of(facts: str) -> tuple[int, int, int]:
    """The day that a result prints, to compare."""
    day, month, year = facts.split(" · ")[1].replace("\u00a0", " ").split()[:3]
    return int(year), MONTHS.index(month) + 1, int(day.removesuffix("er"))


def test_the_newest_first_when_asked(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/?q=convention&tri=date&n=50")
    settle(page)
    days = [day_of(facts) for facts in page.locator(".recherche-faits").all_inner_texts()]
    assert len(days) == 50
    assert days == sorted(days, reverse=True)
    assert days[0] > days[-1]


def test_every_filter_narrows_and_is_kept_by_the_address(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/?q=cantine")
    settle(page)
    before = number(page)
    page.get_by_role("checkbox", name=re.compile(r"^Restauration scolaire \(")).check()
    settle(page)
    by_type = number(page)
    page.get_by_label("De", exact=True).select_option("2024-01")
    settle(page)
    page.get_by_label("à", exact=True).select_option("2024-12")
    settle(page)
    in_year = number(page)
    assert before > by_type > in_year > 0
    assert {day_of(facts)[0] for facts in page.locator(".recherche-faits").all_inner_texts()} == {2024}
    address = page.url.removeprefix(mixed)
    assert address == "recherche/?q=cantine&du=2024-01&au=2024-12&type=Restauration+scolaire"
    page.goto(mixed + address)
    settle(page)
    assert number(page) == in_year
    page.get_by_role("button", name="Retirer le filtre Restauration scolaire").click()
    settle(page)
    assert number(page) > in_year
    page.go_back()
    settle(page)
    assert number(page) == in_year


def number(page: Page) -> int:
    """How many results are announced."""
    words = page.locator(".recherche-statut").inner_text().split()
    return 0 if words[0] == "Aucun" else int(words[0])


def test_words_that_are_not_there_are_told_before_what_is_found(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/")
    ask(page, "labourse zébrée")
    expect(page.locator(".recherche-statut")).to_have_text("« zébrée » est introuvable ; sans ce mot, 2 résultats.")


@pytest.mark.parametrize("facet", ["collectivite", "type", "matiere", "nature", "resultat", "partenaire"])
def test_the_counts_of_a_filter_are_those_of_its_results(page: Page, mixed: str, facet: str) -> None:
    page.goto(f"{mixed}recherche/?q=essai")
    settle(page)
    values = page.locator(f"[data-facette={facet}] li:not([hidden])")
    label = values.first.locator("label").inner_text().replace("\u00a0", " ")
    name, _, count = label.rpartition("(")
    values.first.locator("input").check()
    settle(page)
    assert number(page) == int(count.rstrip(")").replace(" ", "")), name
    assert page.get_by_role("button", name=f"Retirer le filtre {name.strip()}").count() == 1


def test_a_value_with_nothing_left_is_not_offered(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/?q=labourse")
    settle(page)
    shown = page.locator("[data-facette=collectivite] li:not([hidden]) label").all_inner_texts()
    assert [text.split("(")[0].strip() for text in shown] == ["Commune de Labourse"]


def test_a_filter_alone_shows_its_acts(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/?type=Coffre-fort+num%C3%A9rique+agent")
    settle(page)
    assert hits(page) == [COFFRE]


def test_a_signatory_is_found_at_the_signature(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/")
    ask(page, "chastenez")
    result = page.locator(".recherche-resultat", has=page.locator(f'a[href$="{LABOURSE}"]'))
    expect(result.locator("mark")).to_have_text("CHASTENEZ")
    place = result.locator(".recherche-passage a")
    expect(place).to_have_text("signature")
    expect(place).to_have_attribute("href", re.compile(rf"{LABOURSE}#signature$"))


def test_a_passage_leads_to_its_place(page: Page, mixed: str) -> None:
    page.goto(f"{mixed}recherche/?q={'déploiement du coffre-fort'}")
    settle(page)
    place = page.locator(".recherche-passage a").first
    expect(place).to_have_text("décision 1")
    place.click()
    expect(page).to_have_url(f"{mixed}{COFFRE}#decision-1")
    assert "Le déploiement du coffre-fort" in page.locator("#decision-1").inner_text()


# Answers in each of the ways of recherche-moteur.js, none of its results being used before the browser's memory is
# cleaned: Pagefind then forgets what describes those that nothing holds.
KEPT = """async (questions) => {
  const { search } = await import("/registre/assets/javascripts/recherche-moteur.js");
  globalThis.answers = [];
  for (const q of questions) answers.push((await search({ q })).results.slice(0, 4));
}"""
DESCRIBED = "() => Promise.all(answers.flat().map((result) => result.data().then((data) => data?.url ?? null)))"


def test_results_are_still_described_after_the_memory_is_cleaned(browser: Browser, mixed: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{mixed}recherche/")
    page.evaluate(KEPT, ["coffre", "tribunal administratif de lille", "article 3 convention", "résilier xyzzy quand"])
    for _ in range(3):
        page.request_gc()
        page.wait_for_timeout(50)
    found = page.evaluate(DESCRIBED)
    context.close()
    assert len(found) > 8
    assert None not in found
