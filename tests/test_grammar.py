"""The restricted grammar of texts: what is markup, what stays literal, and that no word is ever lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registre.model.text import Formula, Heading, Kind, ListBlock, Paragraph, Table, flat
from registre.parse.grammar import FormulaError, read_blocks
from registre.parse.sections import read_act, read_convention
from registre.render.math import formula_tokens

LITERAL = [
    "*gras* __souligné__ `code`",
    "+ plus",
    "* étoile",
    "1) un",
    "2026. Le conseil",
    "# un seul dièse",
    "#### quatre",
    "> citation",
    "<script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "![i](x)",
    "{{ 7*7 }}",
    "{: onclick=alert(1) }",
    "&lt;b&gt; &amp;",
    "\\* \\_ \\\\",
    "    en retrait",
    "[ref]: https://exemple.fr",
    "~~~",
    "```",
    "===",
    "titre\n---",
    "-",
    "12.",
]


@pytest.mark.parametrize("text", LITERAL)
def test_everything_else_is_literal(text: str) -> None:
    (block,) = read_blocks(text)
    assert isinstance(block, Paragraph)
    assert block.text == "\n".join(line.strip() for line in text.split("\n"))


def test_lists_keep_their_numbers() -> None:
    (block,) = read_blocks("3. trois\n4. quatre\n")
    assert isinstance(block, ListBlock) and block.ordered
    assert [item.mark for item in block.items] == ["3.", "4."]


def test_a_list_follows_a_paragraph_without_blank_line() -> None:
    paragraph, items = read_blocks("Décide :\n- un\n- deux\n  suite")
    assert isinstance(paragraph, Paragraph) and isinstance(items, ListBlock)
    assert flat((items,)) == "- un - deux suite"


def test_headings_keep_trailing_marks() -> None:
    assert read_blocks("## Lot #\n### 3-1 x") == (Heading(2, "Lot #", 0), Heading(3, "3-1 x", 1))


def test_a_table_that_would_lose_cells_stays_text() -> None:
    good, bad = "| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 | 3 |"
    assert isinstance(read_blocks(good)[0], Table)
    assert read_blocks(bad) == (Paragraph(bad, 0),)


def test_a_formula_is_kept_to_the_letter() -> None:
    (block,) = read_blocks("$$P=(50*Tp)+(PUdoc*Nbdoc)$$")
    assert block == Formula("P=(50*Tp)+(PUdoc*Nbdoc)", 0)
    tokens = formula_tokens(block.source)
    assert "".join(token for _, token in tokens) == block.source
    assert tokens[:5] == [("mi", "P"), ("mo", "="), ("mo", "("), ("mn", "50"), ("mo", "*")]


def test_a_formula_that_is_not_closed_is_refused() -> None:
    with pytest.raises(FormulaError) as error:
        read_blocks("texte\n\n$$P = 2")
    assert error.value.line == 2


def test_line_breaks_are_kept_but_inside_a_sentence() -> None:
    paragraph = Paragraph("Pour extrait conforme\nLa Présidente\nqui a signé\nAnne MARTIN")
    assert paragraph.lines == ("Pour extrait conforme", "La Présidente qui a signé", "Anne MARTIN")


MARKS = re.compile(r"^\s*(\|?[\s|:-]+\||#{2,3}\s|- |[0-9]{1,2}\. )|[|]|\$\$|^\s*-$|^\s*#{2,3}\s*$", re.MULTILINE)
LINES = st.lists(st.text(alphabet=st.sampled_from(list("ab1234.-#*+|>`_[](){}$ é'")), max_size=20), max_size=8)


def bare(text: str) -> str:
    """The letters and digits of a text, without the marks of the grammar."""
    return re.sub(r"[^\w*+>`'()\[\]{}]", "", text)


@settings(max_examples=600, deadline=None)
@given(LINES)
def test_no_word_is_lost_or_moved(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        blocks = read_blocks(text)
    except FormulaError:
        return
    assert bare(flat(blocks)) == bare(text)


def test_the_parts_of_an_act() -> None:
    text = "Exposé.\n\nVu le code ;\n\nConsidérant que…\n\nAprès en avoir délibéré :\n\n- un\n\nAinsi fait et délibéré"
    kinds = [part.kind for part in read_act(read_blocks(text)).parts]
    assert kinds == [Kind.EXPOSE, Kind.VISAS, Kind.CONSIDERANTS, Kind.FORMULE, Kind.DECISION, Kind.CLOTURE]


def test_a_text_in_which_nothing_is_recognised_is_text() -> None:
    document = read_act(read_blocks("Un texte libre.\n\nUn autre."))
    assert [part.kind for part in document.parts] == [Kind.TEXTE]


def test_the_parts_of_a_convention() -> None:
    text = "CONVENTION\n\nEntre\n\nA\n\nVu le code\n\nIl est convenu :\n\n## Article 1\n\nx\n\nFait en 2 exemplaires"
    kinds = [part.kind for part in read_convention(read_blocks(text)).parts]
    assert kinds == [Kind.TITRE, Kind.PARTIES, Kind.VISAS, Kind.FORMULE, Kind.CORPS, Kind.CLOTURE]


@pytest.mark.parametrize(
    "formula",
    [
        "Après en avoir délibéré, le conseil municipal, à l’unanimité :",
        "Le Conseil Municipal, ouï l'exposé de Monsieur le Maire, après en avoir délibéré",
        "APRES EN AVOIR DELIBERE, le conseil communautaire",
        "Le Conseil, à la majorité, adopte",
        "Sur proposition du Maire, le Conseil décide :",
        "L’assemblée prend acte",
        "DÉCIDE",
        "DECIDE à l'unanimité :",
    ],
)
def test_a_formula_opens_the_decision(formula: str) -> None:
    kinds = [part.kind for part in read_act(read_blocks(f"Exposé.\n\n{formula}\n\nSuite.")).parts]
    assert kinds == [Kind.EXPOSE, Kind.FORMULE, Kind.DECISION]


@pytest.mark.parametrize(
    "text",
    ["Le conseil municipal a décidé en 2019 ce qui suit.", "Il est proposé au Conseil d’approuver.", "Vulnérable."],
)
def test_past_history_and_proposals_are_no_formula(text: str) -> None:
    assert [part.kind for part in read_act(read_blocks(f"Exposé.\n\n{text}")).parts] == [Kind.TEXTE]


def test_a_stamp_at_the_head_is_no_closing() -> None:
    text = (
        "Certifié exécutoire le 3 avril.\n\nVu le code.\n\nAprès en avoir délibéré :\n\n- un\n\nPour extrait conforme"
    )
    kinds = [part.kind for part in read_act(read_blocks(text)).parts]
    assert kinds == [Kind.EXPOSE, Kind.VISAS, Kind.FORMULE, Kind.DECISION, Kind.CLOTURE]
