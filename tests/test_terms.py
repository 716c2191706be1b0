"""The dates of a convention: computed from what is printed, with how; its state on any day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registre.model.conventions import ConventionAnnexee
from registre.model.dates import Duree, read_duration
from registre.model.terms import (
    DAY,
    Calcul,
    EtatJour,
    Motif,
    Suite,
    last_day,
    state_on,
    states,
    terms,
)
from registre.model.vocabulary import NatureLien
from registre.render.terms import how

D = dt.date.fromisoformat


def convention(**values: Any) -> ConventionAnnexee:
    return ConventionAnnexee.model_validate({"type": "essai"} | values)


def suite(nature: str, date: str = "", fin: str = "") -> Suite:
    return Suite(NatureLien(nature), D(date) if date else None, D(fin) if fin else None)


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2026-04-01", "5 ans", "2031-03-31"),
        ("2026-01-01", "1 an", "2026-12-31"),
        ("2024-02-29", "1 an", "2025-02-28"),
        ("2024-02-29", "4 ans", "2028-02-28"),
        ("2026-01-31", "1 mois", "2026-02-28"),
        ("2026-03-31", "18 mois", "2027-09-30"),
        ("2026-03-15", "30 jours", "2026-04-13"),
        ("2026-03-15", "1 jour", "2026-03-15"),
    ],
)
def test_last_day_of_a_period(start: str, length: str, last: str) -> None:
    assert last_day(D(start), read_duration(length)) == D(last)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(1, 600))
def test_two_periods_leave_no_day_between_them(start: dt.date, months: int) -> None:
    end = last_day(start, Duree(months, "mois"))
    assert end >= start
    assert last_day(start, Duree(months + 1, "mois")) > end
    assert (end + DAY).day in {start.day, 1}


@pytest.mark.parametrize(
    ("values", "expected", "words"),
    [
        ({"fin": "2029-10-10"}, "2029-10-10", "date imprimée dans la convention"),
        (
            {"debut": "2026-04-01", "duree": "5 ans"},
            "2031-03-31",
            "5\u00a0ans à compter du 1er\u00a0avril\u00a02026",
        ),
        (
            {"duree": "5 ans"},
            None,
            "à compléter\u00a0: la convention ne donne pas de date de début (durée\u00a0: 5\u00a0ans)",
        ),
        ({"debut": "2026-04-01"}, None, "la convention ne donne ni date de fin ni durée"),
        ({}, None, "la convention ne donne ni date de fin ni durée"),
    ],
)
def test_the_end_and_how_it_is_known(values: dict[str, str], expected: str | None, words: str) -> None:
    fiche = convention(**values)
    end = terms(fiche).fin
    assert end.jour == (D(expected) if expected else None)
    assert how(end, fiche) == words


RENEWED = {"debut": "2026-04-01", "duree": "5 ans", "renouvellement": {"fois": "2", "reconduction": "expresse"}}


@pytest.mark.parametrize(
    ("suites", "end", "calcul", "last"),
    [
        ([], "2031-03-31", Calcul.DUREE, "2041-03-31"),
        ([suite("renouvelle", "2031-03-01")], "2036-03-31", Calcul.RENOUVELLEMENT, "2041-03-31"),
        ([suite("renouvelle"), suite("renouvelle")], "2041-03-31", Calcul.RENOUVELLEMENT, None),
        ([suite("renouvelle", fin="2033-12-31")], "2033-12-31", Calcul.RENOUVELLEMENT, "2038-12-31"),
        ([suite("avenant", "2028-01-01", "2032-06-30")], "2032-06-30", Calcul.AVENANT, "2042-06-30"),
        ([suite("avenant", "2028-01-01")], "2031-03-31", Calcul.DUREE, "2041-03-31"),
        ([suite("resilie", "2028-03-01")], "2028-02-29", Calcul.RESILIATION, None),
        ([suite("resilie")], None, Calcul.SANS_DATE, None),
        ([suite("renouvelle"), suite("resilie", "2033-01-01")], "2032-12-31", Calcul.RESILIATION, None),
    ],
)
def test_what_later_acts_make_of_the_end(suites: list[Suite], end: str, calcul: Calcul, last: str | None) -> None:
    terme = terms(convention(**RENEWED), suites)
    assert terme.fin.jour == (D(end) if end else None)
    assert terme.fin.calcul is calcul
    assert (terme.fin_possible and terme.fin_possible.jour) == (D(last) if last else None)


def test_a_renewal_may_have_a_length_of_its_own() -> None:
    fiche = convention(fin="2026-12-31", renouvellement={"fois": "3", "duree": "1 an"})
    terme = terms(fiche)
    assert terme.fin_possible
    assert terme.fin_possible.jour == D("2029-12-31")
    assert how(terme.fin_possible, fiche) == "si elle est renouvelée autant qu’elle le permet (3\u00a0fois)"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"fin": "2026-12-31", "renouvellement": {"reconduction": "tacite"}},
            "la convention ne dit pas combien de fois elle se renouvelle",
        ),
        (
            {"fin": "2026-12-31", "renouvellement": {"fois": "1"}},
            "la convention ne dit pas pour combien de temps elle se renouvelle",
        ),
        (
            {"fin": "2026-12-31", "duree": "999 ans", "renouvellement": {"fois": "999999999"}},
            "trop loin pour être calculée",
        ),
        (
            {"duree": "1 an", "renouvellement": {"fois": "1"}},
            "à compléter\u00a0: la convention ne donne pas de date de début (durée\u00a0: 1\u00a0an)",
        ),
    ],
)
def test_why_the_last_end_cannot_be_said(values: dict[str, Any], words: str) -> None:
    fiche = convention(**values)
    last = terms(fiche).fin_possible
    assert last
    assert last.jour is None
    assert how(last, fiche) == words


def test_notice_is_given_before_the_end() -> None:
    fiche = convention(fin="2031-03-31", preavis="3 mois")
    terme = terms(fiche)
    assert terme.preavis
    assert terme.preavis.jour == D("2030-12-31")
    assert how(terme.preavis, fiche) == "3\u00a0mois avant sa fin"
    assert terms(convention(fin="2031-03-31")).preavis is None
    assert terms(fiche, [suite("resilie", "2028-01-01")]).preavis is None


WHOLE = {"debut": "2026-04-01", "fin": "2027-03-31"}
ONE_YEAR = {"fois": "1", "duree": "1 an"}


@pytest.mark.parametrize(
    ("values", "suites", "day", "state", "reason"),
    [
        (WHOLE, [], "2026-03-31", EtatJour.A_VENIR, None),
        (WHOLE, [], "2026-04-01", EtatJour.EN_VIGUEUR, None),
        (WHOLE, [], "2027-03-31", EtatJour.EN_VIGUEUR, None),
        (WHOLE, [], "2027-04-01", EtatJour.ECHUE, None),
        (WHOLE, [suite("resilie", "2026-09-01")], "2026-08-31", EtatJour.EN_VIGUEUR, None),
        (WHOLE, [suite("resilie", "2026-09-01")], "2026-09-01", EtatJour.RESILIEE, None),
        (WHOLE, [suite("resilie", "2026-02-01")], "2026-05-01", EtatJour.RESILIEE, None),
        (WHOLE, [suite("resilie")], "2026-05-01", EtatJour.INDETERMINEE, Motif.RESILIATION),
        ({"fin": "2029-10-10"}, [], "2026-05-01", EtatJour.INDETERMINEE, Motif.SANS_DEBUT),
        ({"fin": "2029-10-10"}, [], "2029-10-11", EtatJour.ECHUE, None),
        ({"duree": "5 ans"}, [], "2026-05-01", EtatJour.INDETERMINEE, Motif.SANS_DEBUT),
        ({"debut": "2026-04-01"}, [], "2026-03-01", EtatJour.A_VENIR, None),
        ({"debut": "2026-04-01"}, [], "2026-05-01", EtatJour.INDETERMINEE, Motif.SANS_FIN),
        ({}, [], "2026-05-01", EtatJour.INDETERMINEE, Motif.SANS_FIN),
        (
            WHOLE | {"renouvellement": ONE_YEAR | {"reconduction": "tacite"}},
            [],
            "2027-04-01",
            EtatJour.INDETERMINEE,
            Motif.TACITE,
        ),
        (WHOLE | {"renouvellement": ONE_YEAR | {"reconduction": "tacite"}}, [], "2028-04-01", EtatJour.ECHUE, None),
        (
            WHOLE | {"renouvellement": ONE_YEAR | {"reconduction": "expresse"}},
            [],
            "2027-04-01",
            EtatJour.ECHUE,
            Motif.EXPRESSE,
        ),
        (WHOLE | {"renouvellement": ONE_YEAR}, [suite("renouvelle")], "2028-03-31", EtatJour.EN_VIGUEUR, None),
        ({"debut": "2027-01-01", "fin": "2026-01-01"}, [], "2027-06-01", EtatJour.ECHUE, None),
    ],
)
def test_the_state_on_a_day(
    values: dict[str, Any], suites: list[Suite], day: str, state: EtatJour, reason: Motif | None
) -> None:
    found = state_on(states(terms(convention(**values), suites)), D(day))
    assert (found.etat, found.motif) == (state, reason)


def test_what_its_act_makes_of_it_wins_from_its_day_on() -> None:
    over = (D("2026-10-01"), EtatJour.INDETERMINEE, Motif.ACTE_FINI)
    steps = states(terms(convention(**WHOLE)), over)
    assert [step.etat for step in steps] == [EtatJour.A_VENIR, EtatJour.EN_VIGUEUR, EtatJour.INDETERMINEE]
    assert [step.depuis for step in steps] == [None, D("2026-04-01"), D("2026-10-01")]
    unknown = states(terms(convention(**WHOLE)), (None, EtatJour.INDETERMINEE, Motif.DECISION_INCONNUE))
    assert [(step.depuis, step.motif) for step in unknown] == [(None, Motif.DECISION_INCONNUE)]


DATES = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)).map(str)


@given(DATES, DATES, st.none() | st.integers(1, 99).map(lambda n: f"{n} mois"), st.none() | st.integers(0, 3).map(str))
def test_states_follow_each_other_in_time(
    start: str | None, end: str | None, length: str | None, times: str | None
) -> None:
    for how_renewed in ("tacite", "expresse"):
        renewal = {"fois": times, "reconduction": how_renewed} if times else None
        steps = states(terms(convention(debut=start, fin=end, duree=length, renouvellement=renewal)))
        days = [step.depuis for step in steps]
        assert days[0] is None
        known = [day for day in days[1:] if day]
        assert len(known) == len(days) - 1
        assert known == sorted(known)
