"""Counts of members, as printed; never the members themselves, nor numbers of something else."""

from __future__ import annotations

import pytest

from registre.recognise.counts import counts_below, read_counts, without_counts
from registre.recognise.found import fold


def counts(text: str) -> dict[str, int]:
    return {key: found.value for key, found in read_counts(text, len(text)).items()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Nombre de membres en exercice : 15\nPrésents : 11\nPouvoirs : 2\nVotants : 13",
            {"en_exercice": 15, "presents": 11, "pouvoirs": 2, "votants": 13},
        ),
        (
            "15 membres en exercice, 11 présents, 2 procurations, 13 votants",
            {"en_exercice": 15, "presents": 11, "pouvoirs": 2, "votants": 13},
        ),
        (
            "En exercice : 33 Présents : 26 Représentés : 4 Votants : 30",
            {"en_exercice": 33, "presents": 26, "pouvoirs": 4, "votants": 30},
        ),
        (
            "Nombre de conseillers : en exercice 11 présents 8 votants 10",
            {"en_exercice": 11, "presents": 8, "votants": 10},
        ),
        ("En exercice Présents Votants\n15 11 13", {"en_exercice": 15, "presents": 11, "votants": 13}),
        (
            "Afférents au conseil municipal En exercice Votants 19 15 13",
            {"en_exercice": 15, "votants": 13},
        ),
        ("Nombre de conseillers en exercice : quinze", {"en_exercice": 15}),
        ("formant la majorité des membres en exercice, lesquels sont au nombre de vingt-trois", {"en_exercice": 23}),
        ("Conseillers en exercice ........ 19", {"en_exercice": 19}),
        ("Membres présents (12)", {"presents": 12}),
        ("Excusés : 2 Absents : 1", {"excuses": 2, "absents": 1}),
        ("Présents : 0", {"presents": 0}),
        ("Nombre de conseillers en exercice : 33. Quorum : 17.", {"en_exercice": 33}),
    ],
)
def test_counts_as_printed(text: str, said: dict[str, int]) -> None:
    assert counts(text) == said
    for found in read_counts(text, len(text)).values():
        assert 0 <= found.start < found.end <= len(text)
        assert any(
            word in text[found.start : found.end].lower()
            for word in ("exerc", "sent", "vot", "pouv", "proc", "abs", "exc")
        )


@pytest.mark.parametrize(
    "text",
    [
        "Présents : Anne MARTIN, Luc ROUX",
        "Présents à 19 h 30",
        "en exercice 2026",
        "l’exercice 2025",
        "Votants : 12/15",
        "présents : 50 % des membres",
        "à la majorité des membres présents, 12 rue de la Mairie",
        "38 de la n° 23 à la n° 94 Présents : Bourg : VALLON Nicolas",
        "Absents : néant. Pouvoirs : néant",
        "12 présents ou représentés",
        "Présents : 1er adjoint",
        "Présents : 1. Anne MARTIN 2. Luc ROUX",
    ],
)
def test_what_counts_nobody(text: str) -> None:
    assert counts(text) == {}


def test_counts_of_the_vote_below_the_decision() -> None:
    text = "Le conseil décide. Nombre de votants : 12. Nombre de pouvoirs : 3\nSuffrages exprimés : 11"
    assert {key: found.value for key, found in counts_below(text, 0).items()} == {"votants": 12, "pouvoirs": 3}


def test_a_column_beside_the_sentences_is_blanked() -> None:
    plain = fold("s’est réuni Votants : 12 le lundi 3 mars 2026")
    assert without_counts(plain).split() == ["s'est", "reuni", "le", "lundi", "3", "mars", "2026"]
    assert len(without_counts(plain)) == len(plain)
