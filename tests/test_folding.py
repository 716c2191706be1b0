"""The text that Pagefind reads, cut and without accents, and put back as printed, in Python as in the browser."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from conftest import ROOT
from registre.render.folding import EMPTY, folded, unfolded

pytest_plugins = ("browser.fixtures",)

TEXTS = [
    "l’action",
    "l'École d’ici, jusqu'à aujourd’hui",
    "Œuvre, cœur, ex æquo, ŒUVRE ÆGIS",
    "n°605, n° 605, N°2025CM26, 5 °C, 1º",
    "coffre-fort, E-administration, tire‑bouchon, Val-d’Oise-2",
    "85-643, DELIB-2024-37, 2014/131, L.2131-1",
    "Signée, SIGNÉES, décidées, année, idée, réunionnée.",
    "Noël, Évêque, façade, où, AÏE, Ÿ, ñandú, Åland",
    "&lt;b&gt; & &amp; <script>alert(1)</script>",
    "",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’action", "zq\u2060l’\u2060 action"),
        ("Décret n°85-643", "De\u2062cret zq\u2060n°\u2060 85-643"),
        ("À la 605-DE, S2024", "zq\u2060A\u2061 zq\u2060la 605-DE, S2024"),
        ("Coffre-Fort", "Coffre-\u2060 Fort"),
        ("Œuvre", "O\u2060Euvre"),
        ("signée, signées, année", "signe\u2062\u206d, signe\u2062\u206ds, anne\u2062e"),
        ("De\u0301cide\u0301", "De\u2062cide\u2062"),
        ("&lt;", "&\u2060lt;"),
    ],
)
def test_what_pagefind_reads(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_put_back_as_printed(text: str) -> None:
    assert unfolded(folded(text)) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cf", "Co", "Cn"))))
def test_any_text_is_put_back(text: str) -> None:
    assert unfolded(folded(text)) == unicodedata.normalize("NFC", text)


def test_both_know_the_same_words_that_say_nothing() -> None:
    script = (ROOT / "overrides/assets/javascripts/recherche-texte.js").read_text("utf-8")
    listed = script.partition("const EMPTY = new Set((")[2].partition(";")[0]
    assert set(re.findall(r"(?<=[ \"])[a-z]+(?=[ \"])", listed)) == EMPTY


@pytest.fixture(scope="module")
def scripts(browser: Browser, published: str) -> Page:
    """A page in which the scripts of the search can be called."""
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(published)
    return page


CALL = (
    "async ([name, texts]) => {{ const script = await import('{}'); return texts.map((text) => script[name](text)); }}"
)
TEXT_SCRIPT = "/registre/assets/javascripts/recherche-texte.js"


def test_the_browser_puts_it_back_too(scripts: Page) -> None:
    back = scripts.evaluate(CALL.format(TEXT_SCRIPT), ["asWritten", [folded(text) for text in TEXTS]])
    assert back == TEXTS


def test_marks_of_pagefind_may_stand_around_a_cut(scripts: Page) -> None:
    excerpt = "le <mark>coffre-\u2060</mark> <mark>fort</mark> de l’\u2060 <mark>e\u2062cole</mark>"
    (back,) = scripts.evaluate(CALL.format(TEXT_SCRIPT), ["asWritten", [excerpt]])
    assert back == "le <mark>coffre-</mark><mark>fort</mark> de l’<mark>école</mark>"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("L’Action", ["action"]),
        ("ŒUVRE oeuvre", ["oeuvre"]),
        ("e-administration, e administration", ["eadministration"]),
        ("Coffre-fort numérique", ["coffre", "fort", "numerique"]),
        ("n° 605", ["605"]),
        ("2025 / 60", ["2025/60"]),
        ("DELIB-2024-37", ["delib-2024-37"]),
        ("11/02/2026", ["d20260211"]),
        ("1er février 2026", ["d20260201"]),
        ("le 2026-02-11", ["d20260211"]),
        ("Février 2026", ["d202602"]),
        ("02/2026", ["d202602"]),
        ("85/2026", ["85/2026"]),
        ("256 203 100", ["256203100"]),
        ("article L.2131-1 du CGCT", ["article", "2131-1", "cgct"]),
        ("quand le SCOTA a-t-il décidé ?", ["scota", "decide"]),
        ("convention signée, années, envois, lieux", ["convention", "signe", "annees", "envoi", "lieu"]),
        ("qui est-ce", ["zqqui", "zqest", "zqce"]),
        ("", []),
    ],
)
def test_the_words_of_a_question(scripts: Page, typed: str, words: list[str]) -> None:
    assert scripts.evaluate(CALL.format(TEXT_SCRIPT), ["words", [typed]]) == [words]


def test_phrases_between_quotes_are_told_from_the_other_words(scripts: Page) -> None:
    typed = '« l’exposé de Monsieur » labourse "n°85-643" »'
    (read,) = scripts.evaluate(CALL.format(TEXT_SCRIPT), ["read", [typed]])
    assert read["phrases"] == ["l’exposé de Monsieur", "n°85-643"]
    assert read["words"] == ["labourse"]
    found = scripts.evaluate(CALL.format(TEXT_SCRIPT), ["spellings", read["phrases"]])
    assert found == [['"zql expose zqde monsieur"'], ['"zqn 85-643"']]
