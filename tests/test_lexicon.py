"""The glossary: what it says, and the words of it that are recognised in a text."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from registre.model.names import slugify, without_accents
from registre.render.lexicon import Term, glossary, terms_of
from sources.page import read_page

# The words that a citizen meets on these pages and may not know.
WANTED = [
    "délibération", "quorum", "pouvoir", "contrôle de légalité", "EPCI", "visa", "considérant", "exécutoire",
    "reconduction expresse", "exposé", "séance", "secrétaire de séance", "convocation", "ordre du jour", "unanimité",
    "abstention", "suffrages exprimés", "voix prépondérante", "scrutin secret", "publicité", "affichage",
    "télétransmission", "accusé de réception", "identifiant @ctes", "matière", "nature", "SIREN", "commune",
    "syndicat mixte", "centre de gestion", "convention", "annexe", "avenant", "reconduction tacite", "résiliation",
    "recours gracieux", "recours contentieux", "déféré préfectoral", "tribunal administratif", "Télérecours citoyens",
    "retrait", "abrogation", "procès-verbal", "liste des délibérations", "registre", "empreinte SHA-256",
    "coffre-fort numérique", "e-administration", "parapheur électronique", "certificat électronique", "occultation",
]  # fmt: skip
ARTICLE = re.compile(r"(CGCT|code [a-zé’ ]+), art\.\u00a0[LR]\.\d+(-\d+)+((, | et )[LR]\.\d+(-\d+)+)*")


def names(text: str) -> list[str]:
    return [term.name for term in terms_of(text)]


def test_the_words_wanted_are_there() -> None:
    known = {term.name.casefold() for term in glossary()}
    assert [word for word in WANTED if word.casefold() not in known] == []
    assert len(known) == len(glossary()) >= 40


def test_words_are_in_alphabetical_order_each_at_an_address_of_its_own() -> None:
    keys = [slugify(term.name) for term in glossary()]
    assert keys == sorted(keys)
    assert [term.anchor for term in glossary()] == keys
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("term", glossary(), ids=lambda term: term.anchor)
def test_a_meaning_is_one_to_three_sentences(term: Term) -> None:
    assert 1 <= len(re.findall(r"[.;](?= |$)", term.meaning)) <= 4
    assert term.meaning.endswith(".")
    assert len(term.meaning) < 320
    assert "'" not in term.meaning
    assert not term.article or ARTICLE.fullmatch(term.article)


def test_a_form_stands_for_one_word_only() -> None:
    forms = [slugify(form) for term in glossary() for form in term.forms]
    assert {form for form in forms if forms.count(form) > 1} == set()


@pytest.mark.parametrize("term", [term for term in glossary() if term.forms], ids=lambda term: term.anchor)
def test_every_form_is_recognised_however_it_is_typed(term: Term) -> None:
    for form in term.forms:
        typed = [form, form.upper(), without_accents(form), unicodedata.normalize("NFD", form)]
        typed += [form.replace("’", "'"), form.replace(" ", "\u00a0"), form.replace("-", " "), f"«\u00a0{form}\u00a0»,"]
        assert [words for words in typed if names(f"Ici, {words}.") != [term.name]] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le secrétaire de séance", ["Secrétaire de séance"]),
        ("La séance a un secrétaire de séance.", ["Séance", "Secrétaire de séance"]),
        ("la liste des délibérations", ["Liste des délibérations"]),
        ("le retrait des ordures, de bien vouloir, de toute nature", []),
        ("il peut voir, il expose à l’assemblée", []),
        ("donne pouvoir à Luc", ["Pouvoir"]),
        ("quorums, conventionnelle, communauté, sirènes", []),
        ("l'E-administration ; le coffre fort numérique", ["Coffre-fort numérique", "E-administration"]),
        ("", []),
    ],
)
def test_whole_words_and_the_longest_form(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_an_act_lists_its_words_and_each_leads_to_its_meaning(site: Path) -> None:
    act = read_page((site / "actes/scota/2026-02-11/605/index.html").read_text("utf-8"))
    page = read_page((site / "glossaire/index.html").read_text("utf-8"))
    block = next(e for e in act.walk() if e.attributes.get("class") == "mots")
    shown = [(a.text, a.attributes["href"]) for item in block.all("li") for a in item.all("a")]
    assert shown[:3] == [
        ("Accusé de réception", "../../../../glossaire/#accuse-de-reception"),
        ("Centre de gestion", "../../../../glossaire/#centre-de-gestion"),
        ("Comité syndical", "../../../../glossaire/#comite-syndical"),
    ]
    assert {"Contrôle de légalité", "Exécutoire", "Pouvoir", "Visa", "Reconduction expresse"} <= {n for n, _ in shown}
    ids = {e.attributes.get("id") for e in page.walk()}
    assert {(href or "").partition("#")[2] for _, href in shown} <= ids
