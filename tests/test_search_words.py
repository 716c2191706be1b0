"""The words indexed beside what a page shows."""

import pytest

from registre.render.search_words import search_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("605", ""),
        ("Convention coffre-fort numérique", "coffrefort"),
        ("du Pas-de-Calais, Télé‑services", "pasdecalais teleservices"),
        ("2025CM26", "26 cm26"),
        ("DELIB-2024-37", "202437 37"),
        (
            "062-216204800-20250403-2025CM26-DE",
            "202504032025cm26de 2025cm26de 216204800202504032025cm26de 26de cm26de",
        ),
        ("2014/131", "131"),
        ("2014 / 131", "2014131"),
        ("article L.2131-1", "21311"),
        ("n°605, N°2025CM26", "26 cm26"),
        ("l'E administration et la e administration", "eadministration"),
        ("e et a", ""),
        ("le 11 février 2026 et le 1er\u00a0AOÛT 2025", "d20250801 d20260211"),
        ("du 03/04/2025 au 16.10.2024", "042025 102024 2024 2025 d20241016 d20250403"),
        ("le 31/02/2026", "022026 2026"),
    ],
)
def test_words_of_a_text(text: str, expected: str) -> None:
    assert search_words(text) == expected


def test_every_word_once_and_in_order_whatever_the_texts() -> None:
    first = search_words("DELIB-2024-37", "2025CM26", "DELIB-2024-37")
    assert first == search_words("2025CM26 et DELIB-2024-37") == "202437 26 37 cm26"


@pytest.mark.parametrize("part", ["216204800", "20250403", "2025cm26", "cm26", "202504032025cm26"])
def test_any_part_of_an_identifier_begins_a_word(part: str) -> None:
    words = search_words("062-216204800-20250403-2025CM26-DE").split()
    assert any(word.startswith(part) for word in words)
