"""When the assembly met, at what hour, when it was convened: never the date of something else."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import in_letters
from registre.model.dates import MONTHS
from registre.recognise.found import Found
from registre.recognise.sitting import read_convocation, read_heure, read_seance_date

DAY = dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Séance du 12 mars 2026",
        "SÉANCE DU JEUDI 12 MARS 2026",
        "Séance du conseil municipal du 12/03/2026",
        "Réunion du 12.03.2026",
        "Date de la séance : 12-03-26",
        "L’an deux mille vingt-six, le douze mars, à vingt heures",
        "L’an deux mil vingt six et le douze du mois de mars",
        "L'AN DEUX MILLE VINGT-SIX LE DOUZE MARS",
        "L’an 2026, le 12 mars à 18h30",
        "Le conseil municipal s’est réuni le 12 mars 2026 à 20 heures",
        "Délibération du conseil municipal du jeudi 12 mars 2026",
        "Le 12 mars 2026 à 19 heures 00, le conseil",
    ],
)
def test_the_date_of_the_seance(text: str) -> None:
    found = read_seance_date(text, len(text))
    assert found is not None
    assert found.value == DAY
    assert "mars" in text[found.start : found.end].lower() or "03" in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "Vu le procès-verbal de la séance du 5 février 2026",
        "Compte rendu de la séance du 5 février 2026",
        "Vu la loi du 5 février 2026",
        "délibération n° 12 du 5 février 2026",
        "au cours de la séance du 5 février 2026",
        "arrêté du 5 février 2026 publié au Journal officiel le 7 février 2026",
        "Date de convocation : 5 février 2026",
    ],
)
def test_the_date_of_something_else(text: str) -> None:
    assert read_seance_date(text, len(text)) is None


def test_of_two_dates_the_one_repeated_then_the_identifier_then_what_is_to_be_checked() -> None:
    twice = "Séance du 12 mars 2026. Réunion du 5 février 2026. L’an deux mille vingt-six, le douze mars"
    assert read_seance_date(twice, len(twice)) == Found(DAY, 10, 22)
    once = "Séance du 12 mars 2026. Réunion du 5 février 2026."
    found = read_seance_date(once, len(once))
    assert found is not None
    assert not found.sure
    settled = read_seance_date(once, len(once), dt.date(2026, 2, 5))
    assert settled is not None
    assert (settled.value, settled.sure) == (dt.date(2026, 2, 5), True)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Séance du 12 mars 2026 à 18 h 30", dt.time(18, 30)),
        ("L’an deux mille vingt-six, le douze mars à dix-neuf heures trente", dt.time(19, 30)),
        ("Le 12 mars 2026 à 19 heures 00, le conseil", dt.time(19)),
        ("Séance du 12 mars 2026. Il est rappelé les horaires", None),
    ],
)
def test_the_hour(text: str, hour: dt.time | None) -> None:
    found = read_heure(text, len(text), read_seance_date(text, len(text)))
    assert (found and found.value) == hour


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Date de convocation : 5 mars 2026", 5),
        ("Date de la convocation\n05/03/2026", 5),
        ("Convocation du 5 mars 2026", 5),
        ("dûment convoqué le 5 mars 2026, s’est réuni", 5),
        ("régulièrement convoqué par lettre du 5 mars 2026", 5),
        ("convoqué le jeudi 5 mars, s’est réuni", 5),
        ("convoqué le cinq du même mois", 5),
        ("Convocation du 20 mars 2026", None),  # after the séance
        ("convoqué pour le 5 mars 2026", None),
        ("convoqué conformément à la loi du 5 mars 2026", None),
    ],
)
def test_when_it_was_convened(text: str, day: int | None) -> None:
    found = read_convocation(text, len(text), Found(DAY, 0, 0))
    assert (found and found.value) == (day and dt.date(2026, 3, day))
    if found:
        assert text[found.start].lower() == "c"


@settings(max_examples=120, deadline=None)
@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(
        ["Séance du {d} {m} {y}", "L’an {Y}, le {D} {m}", "L’AN {Y} ET LE {D} DU MOIS DE {m}", "réuni le {d} {m} {y}"]
    ),
    st.sampled_from(["", "Nombre de membres en exercice : 15\nPrésents : 12\n", "Vu la loi du 5 janvier 1988\n"]),
)
def test_any_day(day: dt.date, form: str, before: str) -> None:
    text = before + form.format(
        d=day.day, D=in_letters(day.day), m=MONTHS[day.month - 1], y=day.year, Y=in_letters(day.year)
    )
    for given_text in (text, " ".join(text.split())):
        found = read_seance_date(given_text, len(given_text))
        assert found is not None
        assert (found.value, found.sure) == (day, True)
