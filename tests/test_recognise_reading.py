"""A document read whole: the same values with its lines or flattened, and nothing that it does not say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import in_letters
from registre.draft.labels import labels
from registre.model.dates import MONTHS
from registre.recognise.found import Found, first, fold, passage
from registre.recognise.reading import read
from writing import siren

ID = f"062-{siren(1)}-20260312-2026014-DE"
STAMP = f"Envoyé en préfecture le 13/03/2026\nReçu en préfecture le 13/03/2026\nPublié le 16/03/2026\nID : {ID}"
ACT = """\
{stamp}

Département du Pas-de-Calais
Commune d’Exemple

EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

Séance du {day}

{an}, le conseil municipal, dûment convoqué le 5 mars 2026, s’est réuni à la mairie, sous la présidence de Madame
Anne MARTIN, Maire.

Nombre de membres en exercice : 8
Présents : 5
Pouvoirs : 2
Votants : 7

Étaient présents : Anne MARTIN, Luc ROUX, Karel VAN GHELDER, Maud LEROY, Zoé DE BELVAL.

Absents ayant donné pouvoir : Guy PETIT donne pouvoir à Luc ROUX, Odile FABRE donne pouvoir à Anne MARTIN.

Absents : Samir EL AMRANI.

Secrétaire de séance : Maud LEROY

Délibération n° 2026-014

Objet : Tarifs de la cantine pour l’année scolaire

Madame le Maire expose que les tarifs n’ont pas changé depuis la délibération n° 2020-007 du 3 juillet 2020, prise par
9 voix pour et 2 abstentions, sur l’avis de la commission des finances du 12 février 2020 (pour : 4, contre : 1).
{stamp}
Vu le code général des collectivités territoriales, publié au Journal officiel le 21 février 1996,

Après en avoir délibéré, le conseil municipal, par 6 voix pour et 1 abstention, fixe les tarifs.

Fait et délibéré les jour, mois et an susdits.
Pour extrait conforme,
Le Maire,
Anne MARTIN
"""
SAID = {
    "collectivite": "Commune d’Exemple",
    "siren": siren(1),
    "numero": "2026-014",
    "identifiant_actes": ID,
    "date_seance": "2026-03-12",
    "date_convocation": "2026-03-05",
    "date_envoi": "2026-03-13",
    "date_reception": "2026-03-13",
    "date_publication": "2026-03-16",
    "objet": "Tarifs de la cantine pour l’année scolaire",
    "president": "Madame Anne MARTIN",
    "secretaire": "Maud LEROY",
    "en_exercice": 8,
    "nb_presents": 5,
    "nb_pouvoirs": 2,
    "votants": 7,
    "presents": ["Anne MARTIN", "Luc ROUX", "Karel VAN GHELDER", "Maud LEROY", "Zoé DE BELVAL"],
    "absents": ["Samir EL AMRANI"],
    "pouvoirs": [["Guy PETIT", "Luc ROUX"], ["Odile FABRE", "Anne MARTIN"]],
    "pour": 6,
    "contre": None,
    "abstention": 1,
    "unanimite": None,
}
WHOLE = ACT.format(stamp=STAMP, day="12 mars 2026", an="L’an deux mille vingt-six, le douze mars à vingt heures")


def said(text: str) -> dict[str, object]:
    """What was read, names of people without the break of their line."""
    return {
        key: " ".join(value.split()) if isinstance(value, str) else value for key, value in labels(read(text)).items()
    }


def test_all_that_an_act_says() -> None:
    assert said(WHOLE) == SAID


def test_its_flattened_text_says_the_same() -> None:
    assert said(" ".join(WHOLE.split())) == SAID


# What belongs to each value, and what is absent when the document does not print it.
PARTS = {
    STAMP: ("siren", "identifiant_actes", "date_envoi", "date_reception", "date_publication"),
    "Absents : Samir EL AMRANI.": (),
    "Secrétaire de séance : Maud LEROY": ("secretaire",),
    "Nombre de membres en exercice : 8\nPrésents : 5\nPouvoirs : 2\nVotants : 7": (
        *("en_exercice", "nb_presents", "nb_pouvoirs", "votants"),
    ),
    ", dûment convoqué le 5 mars 2026,": ("date_convocation",),
    ", par 6 voix pour et 1 abstention,": ("pour", "abstention"),
    ", sous la présidence de Madame\nAnne MARTIN, Maire": ("president",),
    "Commune d’Exemple\n": ("collectivite",),
}


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("part", PARTS)
def test_what_is_not_printed_is_absent(part: str, flat: bool) -> None:
    assert part in WHOLE
    text = WHOLE.replace(part, "")
    read_values = said(" ".join(text.split()) if flat else text)
    if part.startswith("Absents"):
        assert read_values["absents"] in (None, [])
        return
    gone = dict.fromkeys(PARTS[part])
    assert {key: read_values[key] for key in gone} == gone
    assert {key: value for key, value in read_values.items() if key not in gone} == {
        key: value for key, value in SAID.items() if key not in gone
    }


@settings(max_examples=60, deadline=None)
@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["{d} {m} {y}", "{d:02}/{n:02}/{y}", "{d:02}.{n:02}.{y}"]),
    st.sampled_from(["L’an {Y}, le {D} {m}", "L’AN {Y} ET LE {D} {m}", "L’an {y}, le {d} {m}"]),
    st.integers(40, 200),
    st.booleans(),
)
def test_wherever_its_lines_break(day: dt.date, figures: str, an: str, width: int, flat: bool) -> None:
    words = {
        "d": day.day,
        "D": in_letters(day.day),
        "m": MONTHS[day.month - 1],
        "n": day.month,
        "y": day.year,
        "Y": in_letters(day.year),
    }
    text = ACT.format(stamp="", day=figures.format(**words), an=an.format(**words))
    text = text.replace("dûment convoqué le 5 mars 2026, ", "")
    blocks = [
        wrapped(block, width) if len(block) > 90 and "Nombre" not in block else block for block in text.split("\n\n")
    ]
    text = "\n\n".join(blocks)
    dated = {"siren", "identifiant_actes", "date_convocation", "date_envoi", "date_reception", "date_publication"}
    expected = SAID | dict.fromkeys(dated) | {"date_seance": day.isoformat()}
    assert said(" ".join(text.split()) if flat else text) == expected


def wrapped(block: str, width: int) -> str:
    lines = [""]
    for word in block.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def test_an_empty_text_says_nothing() -> None:
    for text in ("", "   \n \n", "Bonjour."):
        assert {key for key, value in labels(read(text)).items() if value} == set()


def test_values_and_the_words_around_them() -> None:
    text = "Vu le code,\nSéance du 12 mars 2026 à la mairie d’Exemple"
    found = Found(1, text.index("12"), text.index(" à la"))
    assert passage(text, found, 5) == "Séance du 12 mars 2026 à la"
    assert found.moved(3) == Found(1, found.start + 3, found.end + 3)
    assert first([]) is None
    assert fold("L’AN DEUX MILLE, n° l2 – Œuvre\xa0: É") == "l'an deux mille, n° 12 - œuvre : e"
