"""The convention annexed: its articles, parties, length and end; a blank says nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from registre.recognise.convention import annex_start, read_annexed

TEXT = """\
CONVENTION DE PARTENARIAT

Entre

La commune d’Exemple, dont le siège est situé 1 place de l’Église, 62000 Exemple, représentée par son maire,
Anne MARTIN, dûment autorisée par la délibération n° 14 du 12 mars 2026,

Et

Le Centre de gestion d’Exemple, représenté par son président, Luc ROUX, ci-après « le Centre »,

Il est convenu ce qui suit :

Article 1 : Objet

La convention fixe les conditions du partenariat.

Article 2 : Durée

2-1. Durée

La convention est conclue pour une durée de trois ans, renouvelable une fois par reconduction expresse.
Elle prend effet le 1er avril 2026, soit jusqu’au 31 mars 2029.
"""


def test_what_a_convention_says() -> None:
    found = read_annexed(TEXT)
    assert found.title.startswith("CONVENTION DE PARTENARIAT")
    assert found.parties == [
        {
            "nom": "commune d’Exemple",
            "siege": "1 place de l’Église, 62000 Exemple",
            "representant": "Anne MARTIN",
            "qualite": "maire",
            "autorisation": "délibération n° 14 du 12 mars 2026",
        },
        {"nom": "Centre de gestion d’Exemple", "representant": "Luc ROUX", "qualite": "président"},
    ]
    assert (found.duree, found.fois, found.reconduction) == ("3 ans", 1, "expresse")
    assert (found.debut, found.fin) == (dt.date(2026, 4, 1), dt.date(2029, 3, 31))
    assert not found.vierge
    assert [line for line in found.text.split("\n") if line.startswith("#")] == [
        "## Article 1 : Objet",
        "## Article 2 : Durée",
        "### 2-1. Durée",
    ]


def test_a_blank_names_nobody() -> None:
    found = read_annexed(TEXT.replace("La commune d’Exemple", "La commune de ________"))
    assert [party["nom"] for party in found.parties] == ["Centre de gestion d’Exemple"]
    assert found.vierge


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("pour une durée de 12 mois", ("12 mois", None, "")),
        ("durée ferme de cinq (5) ans, renouvelable par tacite reconduction", ("5 ans", None, "tacite")),
        ("renouvelable 3 fois par tacite reconduction", ("", 3, "tacite")),
        ("pour une durée de ____ ans", ("", None, "")),
        ("sans durée fixée", ("", None, "")),
    ],
)
def test_how_long(sentence: str, said: tuple[str, int | None, str]) -> None:
    found = read_annexed(f"CONVENTION\n\nLa convention est conclue {sentence}.")
    assert (found.duree, found.fois, found.reconduction) == said


@pytest.mark.parametrize(
    ("title", "starts"),
    [
        ("CONVENTION DE PARTENARIAT", True),
        ("Projet de convention", True),
        ("ANNEXE 1\nConvention de partenariat", True),
        ("Avenant n° 1 à la convention", True),
        ("La convention est approuvée.", False),
        ("convention. Le maire la signe", False),
    ],
)
def test_where_it_begins(title: str, starts: bool) -> None:
    text = f"Le Maire,\nAnne MARTIN\n\n{title}\n{'Les parties conviennent de ce qui suit. ' * 20}"
    assert annex_start(text, 0) == (text.index(title) if starts else None)
