"""No text, however odd, stops a recogniser or takes it long: what doubles its signs doubles its time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registre.recognise.attendance import read_attendance
from registre.recognise.convention import annex_start, read_annexed
from registre.recognise.counts import counts_below, read_counts
from registre.recognise.cut import cut
from registre.recognise.found import fold
from registre.recognise.heading import read_collectivite, read_numbers, read_organe
from registre.recognise.layout import paragraphs, separate_columns, take_margin
from registre.recognise.officers import read_president, read_secretaries, read_signatory
from registre.recognise.printed import printed_after, printed_before, read_place
from registre.recognise.reading import read
from registre.recognise.roll import read_roll
from registre.recognise.sitting import read_convocation, read_heure, read_seance_date
from registre.recognise.stamps import read_stamps, without_stamps
from registre.recognise.title import read_objet, text_begins
from registre.recognise.transcript import without_marks
from registre.recognise.vote import read_vote

RECOGNISERS: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "without_marks": without_marks,
    "read_stamps": read_stamps,
    "without_stamps": without_stamps,
    "separate_columns": separate_columns,
    "take_margin": lambda text: take_margin(text, 0),
    "paragraphs": paragraphs,
    "cut": cut,
    "read_seance_date": lambda text: read_seance_date(text, len(text)),
    "read_heure": lambda text: read_heure(text, len(text), None),
    "read_convocation": lambda text: read_convocation(text, len(text), None),
    "read_president": lambda text: read_president(text, len(text)),
    "read_secretaries": lambda text: read_secretaries(text, len(text)),
    "read_signatory": lambda text: read_signatory(text, 0),
    "read_attendance": lambda text: read_attendance(text, len(text)),
    "read_roll": lambda text: read_roll(text, len(text)),
    "read_counts": lambda text: read_counts(text, len(text)),
    "counts_below": lambda text: counts_below(text, 0),
    "read_vote": lambda text: read_vote(text, 0, len(text)),
    "read_organe": lambda text: read_organe(text, len(text)),
    "read_collectivite": lambda text: read_collectivite(text, len(text), ""),
    "read_numbers": lambda text: read_numbers(text, len(text), "014"),
    "read_objet": lambda text: read_objet(text, 0, len(text), []),
    "text_begins": lambda text: text_begins(text, 0, len(text)),
    "annex_start": lambda text: annex_start(text, 0),
    "read_annexed": read_annexed,
    "read_place": lambda text: read_place(text, len(text)),
    "printed_before": lambda text: printed_before(text, len(text), []),
    "printed_after": lambda text: printed_after(text, 0, len(text)),
}
UNITS = (
    *(
        "a",
        "A",
        "7",
        "o1",
        "é ",
        "- ",
        " -\n",
        ", ",
        ". ",
        "( ",
        "[",
        "*",
        "**a",
        "_",
        "|",
        "…",
        "\n",
        "a\n",
        "1/",
        "1 ",
    ),
    *("1 ", "  a", "a-", "• ", "'", "l'an ", "M. ", "MARTIN ", "Anne MARTIN, ", "et ", "de ", "le ", "deux "),
    *("vingt et un ", "a" + " " * 300, "a" + "\t\n" * 30),
    *("pouvoir à ", "procuration de ", "Présents : A, ", "Présents :\n", "en exercice ", "votants 1 ", "pour 1 "),
    *("L'an deux mille ", "convoqué ", "réunion du conseil ", "la présidence de ", "secrétaire ", "Vu ", "Objet : "),
    *("n° ", "délibération n° 1", "Commune de ", "Publié le ", "préfecture le ", "12/", "062-216204800-20250403-"),
    *(
        "article 1\n",
        "convention\n",
        "représenté par ",
        "l'unanimité ",
        "commission ",
        "a" + " " * 300,
        "a" + "\t\n" * 30,
    ),
)
SECONDS = 6.0  # on a slow machine that does something else too


def seconds(recogniser: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    recogniser(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", RECOGNISERS)
def test_two_hundred_thousand_signs_of_all_kinds(name: str) -> None:
    stretch = 200_000 // len(UNITS)
    text = "".join((unit * stretch)[:stretch] + "\n" for unit in UNITS)
    assert seconds(RECOGNISERS[name], text) < SECONDS


@pytest.mark.parametrize("unit", UNITS)
def test_the_same_words_over_and_over(unit: str) -> None:
    assert seconds(read, (unit * 20_000)[:20_000]) < SECONDS / 2


WORDS = st.sampled_from(
    [*UNITS, "L’an deux mil vingt, le ", "Présents : ", "Absents : ", "a donné pouvoir à ", "\n\n", "12"]
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=60).map("".join))
def test_no_text_stops_the_reading(text: str) -> None:
    read(text, "014.pdf")
    read_annexed(text)
