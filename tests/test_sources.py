"""Every sentence of the four source documents: once, in order, in its block, in record and page."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from babel.dates import format_date

from registre.model.text import Block, ListBlock, flat
from registre.parse.corpus import Corpus, ReadActe, load_corpus
from registre.parse.grammar import read_blocks
from sources.page import Element, read_page
from sources.reading import NAMES, TEXTS, Expected, normal, read_source, without_marks

LONG = 60  # characters from which a line is a sentence of its own, not to be found twice on a page


@pytest.fixture(scope="module")
def corpus(real_acts: Path) -> Corpus:
    return load_corpus(real_acts.parent)


@pytest.fixture(params=NAMES)
def expected(request: pytest.FixtureRequest) -> Expected:
    return read_source(request.param)


@pytest.fixture
def acte(corpus: Corpus, expected: Expected) -> ReadActe:
    body, folder, cle = expected.acte.split("/")
    return corpus.actes[body, folder, cle]


@pytest.fixture
def page(site: Path, expected: Expected) -> Element:
    return read_page((site / "actes" / expected.acte / "index.html").read_text(encoding="utf-8"))


def test_four_documents_are_reviewed() -> None:
    assert len(NAMES) == 4


def test_every_line_is_accounted_for_once(expected: Expected) -> None:
    written = {number for number, line in enumerate(expected.source, start=1) if line.strip()}
    assert {n: expected.source[n - 1] for n in written - expected.lines.keys()} == {}
    assert {n: expected.source[n - 1] for n in written if expected.lines[n] != 1} == {}


def test_something_is_expected_in_every_block(expected: Expected) -> None:
    assert "convention" in expected.blocks
    assert all("".join(lines) for lines in expected.texts.values())
    assert all(name for names in expected.names.values() for name in names)
    assert all(fact.text and fact.section for fact in expected.facts)


def test_every_fact_is_read_in_its_lines(expected: Expected) -> None:
    for fact in expected.facts:
        assert fact.text in re.sub(r"(\d\d)/(\d\d)/(\d{4})", in_words, fact.source), fact


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("#### **Article 4 : ENGAGEMENTS**", "Article 4 : ENGAGEMENTS"),
        ("DU CONSEIL MUNICIPAL****SEANCE DU 03 AVRIL 2025**", "DU CONSEIL MUNICIPAL SEANCE DU 03 AVRIL 2025"),
        ("*Il est convenu :*", "Il est convenu :"),
        ("le 1^{er} jour, la 1<sup>ère</sup> adjointe", "le 1er jour, la 1ère adjointe"),
        (r"La collectivité de \_\_\_\_\_, BP 67 - 62702", "La collectivité de _____, BP 67 - 62702"),
        ("$$P=(50*Tp)+(PUdoc*Nbdoc)$$", "P=(50*Tp)+(PUdoc*Nbdoc)"),
        ("n°875-643, n]84-53, du.....jusqu'à la fin ,", "n°875-643, n]84-53, du.....jusqu'à la fin ,"),
    ],
)
def test_only_marks_are_taken_out(line: str, text: str) -> None:
    assert without_marks(line) == text


def test_the_record_has_the_text_of_each_block(acte: ReadActe, corpus: Corpus, expected: Expected) -> None:
    convention = acte.annexes[0]
    found = {"texte": acte.document.blocks, "convention": convention.document.blocks if convention else ()}
    if seance := corpus.seances.get((acte.collectivite, acte.folder)):
        found["ouverture"] = read_blocks(seance.record.value.ouverture or "")
        found["mentions"] = read_blocks(seance.record.value.mentions or "")
    for block in TEXTS:
        assert plain(found.get(block, ())) == " ".join(expected.texts.get(block, [])), block


def test_the_record_has_the_names(acte: ReadActe, corpus: Corpus, expected: Expected) -> None:
    seance = corpus.seances.get((acte.collectivite, acte.folder))
    value = seance.record.value if seance else None
    for block in ("presents", "excuses", "absents"):
        assert list(getattr(value, block, ())) == expected.names.get(block, []), block
    assert [(proxy.de, proxy.a) for proxy in (value.pouvoirs if value else ())] == expected.pouvoirs


def test_the_record_has_the_facts(acte: ReadActe, corpus: Corpus, expected: Expected) -> None:
    seance = corpus.seances.get((acte.collectivite, acte.folder))
    for fact in expected.facts:
        of_seance = seance is not None and fact.champ.startswith("seance.")
        holder = seance.record.value if seance and of_seance else acte.record.value
        assert shown(field_at(holder, fact.champ.removeprefix("seance."))) == fact.text, fact


def test_the_page_has_each_block_once_and_no_other(page: Element, expected: Expected) -> None:
    known = {*TEXTS, "presents", "excuses", "absents", "pouvoirs"}
    found = [name for element in page.walk() if (name := element.attributes.get("data-bloc")) in known]
    assert sorted(found) == sorted(expected.blocks)


def test_the_page_has_the_text_of_each_block(page: Element, expected: Expected) -> None:
    for block, lines in expected.texts.items():
        assert page.blocks(block)[0].text == " ".join(lines), block


def test_the_page_has_the_names_in_order(page: Element, expected: Expected) -> None:
    for block, names in expected.names.items():
        assert [item.text for item in page.blocks(block)[0].all("li")] == names, block


def test_the_page_says_who_gave_a_pouvoir_to_whom(page: Element, expected: Expected) -> None:
    if not expected.pouvoirs:
        return
    items = [item.text for item in page.blocks("pouvoirs")[0].all("li")]
    for item, (giver, bearer) in zip(items, expected.pouvoirs, strict=True):
        assert item.startswith(giver), item
        assert item.endswith(bearer), item


def test_the_page_shows_each_fact_in_its_section(page: Element, expected: Expected) -> None:
    for fact in expected.facts:
        sections = " ".join(section.text for section in page.blocks(fact.section))
        assert re.search(rf"(?<!\w){re.escape(normal(fact.text))}(?!\w)", sections), fact


def test_no_sentence_is_on_the_page_twice(page: Element, expected: Expected) -> None:
    whole = page.all("body")[0].text
    document = " ".join(line for lines in expected.texts.values() for line in lines)
    for lines in expected.texts.values():
        for line in lines:
            assert len(line) < LONG or whole.count(line) == document.count(line), line


def test_formulas_are_mathml(page: Element, expected: Expected) -> None:
    convention = page.blocks("convention")[0]
    assert [formula.text for formula in convention.all("math")] == expected.formulas


def test_reading_a_page_leaves_anchors_out_and_keeps_words_apart() -> None:
    html = (
        '<div data-bloc="texte"><h3>Article 1<sup>er</sup><a class="ancre" href="#a">§</a></h3>'
        "<p>Un<br>deux</p><ul><li>trois\u00a0; <em>qua</em>tre</li></ul>"
        "<p><math><mi>P</mi> <mo>=</mo> <mn>50</mn></math></p></div>"
    )
    assert read_page(html).blocks("texte")[0].text == "Article 1er Un deux trois ; quatre P=50"


def plain(blocks: tuple[Block, ...]) -> str:
    """The text of blocks as a page shows it: the dash of a list item is not text, a number is."""
    words: list[str] = []
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                words += [item.mark, plain(item.blocks)] if block.ordered else [plain(item.blocks)]
        else:
            words.append(flat((block,)))
    return " ".join(words)


def field_at(value: object, path: str) -> object:
    """The value at a path such as « conventions.0.annexe »."""
    for step in path.split("."):
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    return value


def shown(value: object) -> str:
    """A value as a page writes it."""
    return format_date(value, "d MMMM yyyy", locale="fr") if isinstance(value, dt.date) else str(value)


def in_words(date: re.Match[str]) -> str:
    """« 16/02/2026 » → « 16 février 2026 »."""
    day, month, year = map(int, date.groups())
    return shown(dt.date(year, month, day))
