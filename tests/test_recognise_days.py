"""Numbers, dates and hours, in letters and in figures."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import in_letters
from registre.model.dates import MONTHS
from registre.recognise.days import AN, DATE, HOUR, read_day, read_time
from registre.recognise.found import fold
from registre.recognise.numbers import WORDS, read_number

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))


def test_each_number_in_letters_is_read_back() -> None:
    for number in range(10_000):
        words = fold(in_letters(number))
        for typed in (words, words.replace("-", " "), words.replace(" ", "-"), words.replace("mille", "mil")):
            assert read_number(typed) == number, typed
            assert re.fullmatch(WORDS, typed), typed


@pytest.mark.parametrize("words", ["", "et", "deux trois", "vingt dix", "mille mille", "vingt quarante"])
def test_what_writes_no_number(words: str) -> None:
    assert read_number(words) is None


def written(day: dt.date, unit: str, of: str, year: str) -> str:
    number = "premier" if day.day == 1 else in_letters(day.day)
    month = MONTHS[day.month - 1]
    link = of if of != " de " or month[0] not in "ao" else " d’"
    head = {"letters": number, "figures": str(day.day), "1er": "1er" if day.day == 1 else str(day.day)}[unit]
    tail = in_letters(day.year) if year != "figures" else str(day.year)
    if year == "mil":
        tail = tail.replace("mille", "mil")
    return f"{head}{link}{month} {tail}"


@settings(max_examples=250, deadline=None)
@given(
    DAYS,
    st.sampled_from(["letters", "figures", "1er"]),
    st.sampled_from([" ", " du mois de ", " de ", "  "]),
    st.sampled_from(["mille", "mil", "figures"]),
    st.sampled_from(["", *(f"{name} " for name in WEEKDAYS)]),
    st.sampled_from([str, str.upper, str.title]),
)
def test_a_date_is_read_back(day: dt.date, unit: str, of: str, year: str, weekday: str, case: type[str]) -> None:
    words = case(f"{weekday}{written(day, unit, of, year)}")
    match = re.search(DATE, fold(f"réuni le {words}, à dix-huit heures"))
    assert match is not None
    assert read_day(match[0]) == day


@settings(max_examples=250, deadline=None)
@given(
    DAYS,
    st.sampled_from(
        ["L’an {an}, le {jour}", "L'AN {an} et le {jour}", "L’an {an} le {jour}", "L’an {an}, le lundi {jour}"]
    ),
    st.sampled_from([" ", " du mois de ", " de "]),
    st.sampled_from(["letters", "figures", "1er"]),
    st.sampled_from(["mille", "mil", "figures"]),
    st.sampled_from(["-", " "]),
)
def test_the_year_may_come_first(day: dt.date, form: str, of: str, unit: str, year: str, hyphen: str) -> None:
    words, _, last = written(day, unit, of, "figures").rpartition(" ")
    an = {"figures": last, "mille": in_letters(day.year), "mil": in_letters(day.year).replace("mille", "mil")}[year]
    text = form.format(an=an, jour=words).replace("-", hyphen)
    found = re.match(AN, fold(text))
    assert found is not None, text
    assert found.end() == len(text)
    assert read_day(found[0]) == day


@settings(max_examples=150, deadline=None)
@given(DAYS, st.sampled_from(["/", ".", "-", " / "]), st.booleans(), st.booleans())
def test_figures(day: dt.date, sign: str, zeros: bool, short: bool) -> None:
    pieces = [f"{day.day:02}", f"{day.month:02}"] if zeros else [str(day.day), str(day.month)]
    short = short and day.year >= 2000
    text = sign.join([*pieces, f"{day.year % 100:02}" if short else str(day.year)])
    match = re.search(DATE, fold(f"Date de convocation : {text} Objet"))
    assert match is not None
    assert (match[0], read_day(match[0])) == (text, day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1er juillet 2026", dt.date(2026, 7, 1)),
        ("trois du mois d’avril deux mil vingt", dt.date(2020, 4, 3)),
        ("08-02-23", dt.date(2023, 2, 8)),
        ("25.06.2026", dt.date(2026, 6, 25)),
        ("4 déc. 2018", dt.date(2018, 12, 4)),
        ("12 janv. 2021", dt.date(2021, 1, 12)),
        ("15 juil 2019", dt.date(2019, 7, 15)),
        ("9 sept. 2022", dt.date(2022, 9, 9)),
        ("l7 mars 2O22", dt.date(2022, 3, 17)),  # letters that a scan put for digits
        ("O1/07/2022", dt.date(2022, 7, 1)),
        ("31 février 2020", None),
        ("30/02/2020", None),
        ("12 mars 1789", None),
    ],
)
def test_as_printed(words: str, day: dt.date | None) -> None:
    match = re.fullmatch(DATE, fold(words))
    assert (read_day(match[0]) if match else None) == day


@pytest.mark.parametrize(
    "words", ["12/2026", "1/2/3/2026", "2026/12/34", "12-03-2026-014", "3 marsouins 2026", "n° 12 2026"]
)
def test_what_is_no_date(words: str) -> None:
    match = re.search(DATE, fold(words))
    assert match is None or read_day(match[0]) is None


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("18 h 30", dt.time(18, 30)),
        ("18h", dt.time(18)),
        ("20:05", dt.time(20, 5)),
        ("19 heures", dt.time(19)),
        ("19 heures 30", dt.time(19, 30)),
        ("dix-huit heures trente", dt.time(18, 30)),
        ("vingt heures et demie", dt.time(20, 30)),
        ("vingt et une heures", dt.time(21)),
        ("dix-neuf heures quarante-cinq", dt.time(19, 45)),
        ("25 h 00", None),
    ],
)
def test_hours(words: str, hour: dt.time | None) -> None:
    match = re.fullmatch(HOUR, fold(words))
    assert match is not None
    assert read_time(match[0]) == hour
