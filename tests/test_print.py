"""Pages as Chromium prints them: A4, in order, where it comes from on every sheet, no navigation, no row cut in two."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

from browser.serving import PREFIX, serve
from conftest import copy_project
from registre.build import build_site

pytest_plugins = ("browser.fixtures",)

BASE = Path(__file__).parent / "records" / "base"
ADDRESS = f"https://exemple.fr{PREFIX}/"
ACT = "actes/exemple/2026-03-12/015/"
ROWS = range(1, 61)
LONG = "décrite en assez de mots pour occuper plusieurs lignes "
# What leads somewhere, which paper does not.
NAVIGATION = ("Aller au contenu", "Rechercher un acte", "Sur cette page", "Mentions légales", "Accueil", "pourquoi ?",
              "Lire le texte", "Accessibilité", "Signaler une erreur", "¶", "§", "Proposer une correction",
              "Haut de page")  # fmt: skip
# What the sheets of an act say, in this order.
ORDER = ("Délibération n° 015", "Tarifs de la cantine", "Adoptée", "Exécutoire", "La séance", "Anne MARTIN", "Le vote",
         "Pour 3", "Le texte", "Après en avoir délibéré", "Article 1 : TARIFS", "p1p", "p60p", "Article 2", "a0a",
         "a89a", "Les tarifs valent un an.", "Signature et transmission", "Pièces", "Actes liés", "délibération n° 014",
         "Publicité et recours", "Comment contester", "<https://citoyens.telerecours.fr/>", "Citer cet acte",
         "Commune d’Exemple, délibération n° 015 du 12 mars 2026")  # fmt: skip
PAGES = ("", ACT, "actes/exemple/2026-03-12/", "collectivites/exemple/", "collectivites/", "dates/2026/",
         "conventions/restauration/", "aide/", "format/", "recherche/")  # fmt: skip
FIRST, SECOND = "Registre des délibérations – registre à jour du 17 mars 2026", f"{ADDRESS}%s"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A page of Chromium on the site of the base records, in which act 015 has a table of several sheets."""
    content = tmp_path_factory.mktemp("impression") / "content"
    shutil.copytree(BASE, content)
    record = content / "seances/exemple/2026-03-12/015.yaml"
    cells = [f"Prestation p{row}p {LONG * (1 + row % 7)} | {row} € t{row}t | À la demande q{row}q" for row in ROWS]
    rows = [f"| {row} |" for row in cells]
    items = [f"- alinéa a{item}a" for item in range(90)]  # of one line: they fill a sheet to its foot
    table = ["| Prestation | Tarif | Fréquence |", "|---|---|---|", *rows]
    lines = ["## Article 1 : TARIFS", "", *table, "", "## Article 2", "", *items, "", "Les tarifs valent un an."]
    text = "\n".join(f"  {line}".rstrip() for line in lines)
    act = record.read_text("utf-8").replace("fixe les tarifs.\n", f"fixe les tarifs.\n\n{text}\n")
    record.write_text(act + "liens: [{nature: modifie, acte: exemple/2026-03-12/014}]\n", "utf-8")
    root = copy_project(content.parent / "projet", content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGISTRE_ADRESSE", ADDRESS)
        build_site(root)
    with serve(root / "site") as address:
        page = browser.new_page(viewport={"width": 1280, "height": 800}, base_url=address)
        yield page
        page.close()


def sheets(page: Page, url: str) -> list[PageObject]:
    """The sheets of a page, printed at the size that its style asks for."""
    page.goto(url)
    return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


@pytest.fixture(scope="module")
def act(opened: Page) -> list[PageObject]:
    """The sheets of the act with a long table."""
    return sheets(opened, ACT)


def words(sheet: PageObject) -> str:
    """The text of a sheet, with single plain spaces."""
    return " ".join(sheet.extract_text().replace("\u00a0", " ").split())


def heights(sheet: PageObject) -> list[tuple[str, float]]:
    """Each text of a sheet with how high it stands, in points from the bottom."""
    found: list[tuple[str, float]] = []

    def note(text: str, ctm: list[float], tm: list[float], *_: Any) -> None:
        if text.strip():
            found.append((text.replace("\u00a0", " ").strip(), tm[4] * ctm[1] + tm[5] * ctm[3] + ctm[5]))

    sheet.extract_text(visitor_text=note)
    return found


def test_an_act_is_printed_on_a4_in_the_order_of_its_page(act: list[PageObject]) -> None:
    assert {(round(float(s.mediabox.width)), round(float(s.mediabox.height))) for s in act} <= {
        (595, 842),
        (596, 842),
    }
    text = " ".join(map(words, act))
    assert "legifrance.gouv.fr" not in text
    for said in ORDER:
        assert said in text, said
        text = text.partition(said)[2]


def test_every_sheet_says_where_it_comes_from_and_when(act: list[PageObject]) -> None:
    assert len(act) > 4
    for number, sheet in enumerate(act, start=1):
        text = words(sheet)
        assert text.count(f"{FIRST} {SECOND % ACT}") == 1, number
        assert f"{number} / {len(act)}" in text


def test_the_foot_of_a_sheet_covers_nothing(act: list[PageObject]) -> None:
    for number, sheet in enumerate(act, start=1):
        found = heights(sheet)
        foot = max(height for text, height in found if text.startswith("Registre des délibérations –"))
        below = " ".join(text for text, height in found if height < foot + 8)
        assert below == f"{number} / {len(act)} {FIRST} {SECOND % ACT}"


def test_no_row_of_a_table_is_cut_and_its_head_is_told_again(act: list[PageObject]) -> None:
    printed = [words(sheet) for sheet in act]
    for row in ROWS:
        cells = [[n for n, text in enumerate(printed) if mark in text] for mark in (f"p{row}p", f"t{row}t", f"q{row}q")]
        assert cells[0] == cells[1] == cells[2], row
        assert len(cells[0]) == 1, row
        assert "Prestation Tarif Fréquence" in printed[cells[0][0]], row


def test_the_vote_is_on_one_sheet_and_its_total_is_told_once(act: list[PageObject]) -> None:
    printed = [words(sheet) for sheet in act]
    [table] = [re.findall("Sens du vote.*", text)[0] for text in printed if "Sens du vote" in text]
    assert table.startswith("Sens du vote Voix Pour 3 Contre 1 Abstention 0 Votants 4 ")
    assert sum(text.count("Votants 4") for text in printed) == 1


@pytest.mark.parametrize("url", PAGES)
def test_any_page_is_printed_without_what_leads_elsewhere(opened: Page, url: str) -> None:
    printed = [words(sheet) for sheet in sheets(opened, url)]
    text = " ".join(printed)
    assert [said for said in NAVIGATION if said in text] == []
    assert [sheet for sheet in printed if f"{FIRST} {SECOND % url}" not in sheet] == []


def test_the_dark_scheme_is_printed_on_white(opened: Page) -> None:
    opened.emulate_media(color_scheme="dark", media="print")
    opened.goto(ACT)
    assert opened.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    opened.emulate_media(color_scheme=None, media=None)
