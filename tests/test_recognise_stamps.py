"""Stamps of télétransmission: four forms, repeated, in mid-sentence, in mid-word; read, then taken away."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registre.recognise.stamps import identifiers, read_stamps, without_stamps
from writing import siren

SIREN = siren(1)
ID = f"062-{SIREN}-20260312-2026_014-DE"
SEANCE = dt.date(2026, 3, 12)
FORMS = (
    "Envoyé en préfecture le {envoi}\nReçu en préfecture le {reception}\nPublié le {publication}\nID : {id}",
    "Envoyé en préfecture le {envoi} Reçu en préfecture le {reception} Affiché le {publication} ID : {id}",
    (
        "Accusé de réception en préfecture\n{id}\nDate de télétransmission : {envoi}\n"
        "Date de réception préfecture : {reception}"
    ),
    "AR Prefecture\n\n{id}\nReçu le {reception}",
    (
        "Accusé de réception - Ministère de l’Intérieur\n{id}\n"
        "Accusé certifié exécutoire\nRéception par le préfet : {reception}"
    ),
)


def stamp(form: str, identifiant: str = ID, days: tuple[int, int, int] = (13, 13, 16), sign: str = "/") -> str:
    envoi, reception, publication = (f"{day:02}{sign}03{sign}2026" for day in days)
    return form.format(id=identifiant, envoi=envoi, reception=reception, publication=publication)


def march(day: int) -> dt.date:
    return dt.date(2026, 3, day)


@pytest.mark.parametrize(
    ("form", "dates"),
    list(
        zip(
            FORMS,
            [
                {"envoi": march(13), "reception": march(14), "publication": march(16)},
                {"envoi": march(13), "reception": march(14), "affichage": march(16)},
                {"transmission": march(13), "reception": march(14)},
                {"reception": march(14)},
                {"reception": march(14)},
            ],
            strict=True,
        )
    ),
)
@pytest.mark.parametrize("before", ["", "Vu le code général, notamment son article 3,\n"])
def test_the_four_forms(form: str, dates: dict[str, dt.date], before: str) -> None:
    text = before + stamp(form, days=(13, 14, 16)) + "\nExtrait du registre"
    stamps = read_stamps(text)
    assert stamps.identifiant is not None
    found = stamps.identifiant
    assert (str(found.value), text[found.start : found.end]) == (ID, ID)
    assert {key: day.value for key, day in stamps.dates.items()} == dates
    for day in stamps.dates.values():
        assert f"{day.value:%d/%m/%Y}" in text[day.start : day.end]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            f"Envoyé en préfecture le 13/03/2026 Reçu en préfecture le 13/03/2026 Publié le ID : {ID}",
            {"envoi": 13, "reception": 13},
        ),
        (f"Envoyé en préfecture le 13/03/2026\nPublié le\nID : {ID}\nFait le 12/03/2026", {"envoi": 13}),
        ("Acte publié le 16 mars 2026 sur le site de la commune", {}),
        ("Vu la loi publiée le 16 mars 2026, vu l’arrêté publié au Journal officiel le 14 mars 2026", {}),
        (
            (
                "Certifié exécutoire compte tenu de la transmission en préfecture le 13/03/2026 "
                "et de la publication le 16/03/2026"
            ),
            {"transmission": 13, "publication": 16},
        ),
        ("Date d’affichage : 16/03/2026", {"affichage": 16}),
        ("Date de mise en ligne : 16 mars 2026", {"mise_en_ligne": 16}),
        (
            "Transmis en préfecture le 13.03.2026 - Affiché en mairie le 16.03.2026",
            {"transmission": 13, "affichage": 16},
        ),
        ("Date de convocation Date d’affichage\n06/03/2026 16/03/2026", {"convocation": 6, "affichage": 16}),
        ("Reçu le 12/03/2026 votre courrier", {}),
        ("le conseil a reçu le 12 mars 2026 une pétition", {}),
        ("Publié le 16/03/2026 … Publié le 17/03/2026", {}),  # none stands out
    ],
)
def test_dates_of_stamps_and_what_is_none(text: str, dates: dict[str, int]) -> None:
    assert {key: day.value for key, day in read_stamps(text).dates.items()} == {k: march(d) for k, d in dates.items()}


@pytest.mark.parametrize(
    "identifiant",
    [
        f"062-{SIREN}-20260312-{number}-DE"
        for number in ("2026CM26", "DELIB-2024-37", "2026_014", "14", "1DL250061", "D-1")
    ]
    + [f"{departement}-{SIREN}-20260312-014-CC" for departement in ("02A", "02B", "971", "988", "001")],
)
def test_identifiers_as_printed(identifiant: str) -> None:
    [found] = identifiers(f"ID : {identifiant} Publié")
    assert str(found.value) == identifiant
    assert found.sure


@pytest.mark.parametrize(
    "typed",
    [
        "062-216204801-20260312-014-DE",  # the key of the SIREN
        f"062-{SIREN}-20260231-014-DE",  # no such day
        f"062-{SIREN}-20260312-014-ZZ",
        f"62-{SIREN}-20260312-014-DE",
        f"062-{SIREN}-20260312-DE",
        "06-12-34-56-78",
    ],
)
def test_what_is_no_identifier(typed: str) -> None:
    assert list(identifiers(f"ID : {typed} Publié")) == []


def test_spaces_that_a_scan_put_for_underscores_are_to_be_checked() -> None:
    [found] = identifiers(f"062-{SIREN}-20260312-DEL 2026 014-DE")
    assert (str(found.value), found.sure) == (f"062-{SIREN}-20260312-DEL_2026_014-DE", False)


def test_the_name_of_the_file_settles_between_two() -> None:
    other = ID.replace("014", "015")
    text = f"{stamp(FORMS[0])}\n{stamp(FORMS[0], other)}"
    [one, two] = [read_stamps(text, name).identifiant for name in ("2026_015.pdf", "acte.pdf")]
    assert one is not None
    assert two is not None
    assert (str(one.value), one.sure, two.sure) == (other, True, False)


SENTENCES = (
    "Vu le code général des collectivités territoriales, et notamment ses articles L.2121-29 et suivants, "
    "Considérant que la commune souhaite renouveler la convention qui la lie à l’association des parents d’élèves, "
    "Après en avoir délibéré, le Conseil municipal approuve la convention et autorise Madame le Maire à la signer."
)


def words(text: str) -> list[str]:
    return text.split()


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(FORMS), st.lists(st.integers(1, len(SENTENCES.split()) - 1), min_size=1, max_size=4), st.booleans()
)
def test_a_stamp_between_two_words_leaves_the_sentence_whole(form: str, places: list[int], flat: bool) -> None:
    pieces = SENTENCES.split()
    for place in sorted(set(places), reverse=True):
        pieces.insert(place, stamp(form) if flat else f"\n{stamp(form)}\n")
    text = " ".join(pieces)
    if flat:
        text = " ".join(text.split())
    stamps = read_stamps(text)
    assert stamps.identifiant is not None
    assert str(stamps.identifiant.value) == ID
    assert stamps.dates["reception"].value == march(13)
    assert words(without_stamps(text)) == words(SENTENCES)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(FORMS), st.integers(1, len(SENTENCES) - 2))
def test_a_stamp_in_mid_word_at_the_end_of_a_line(form: str, place: int) -> None:
    text = f"{SENTENCES[:place]}\n{stamp(form)}\n{SENTENCES[place:]}"
    assert "".join(words(without_stamps(text))) == "".join(words(SENTENCES))


@pytest.mark.parametrize("form", FORMS)
def test_the_mark_of_an_item_after_a_stamp_stays(form: str) -> None:
    text = f"Le conseil décide :\n{stamp(form)}\n- de fixer les tarifs\n{stamp(form)}\n."
    assert without_stamps(text).split("\n") == ["Le conseil décide :", "", "- de fixer les tarifs", "", "."]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCES,
        "le courrier envoyé en préfecture le 13/03/2026 par la commune",
        "Fait le 12/03/2026. Publié le 16/03/2026.",
        "Le conseil a reçu le 12/03/2026 le rapport 2026-014.",
    ],
)
def test_a_text_without_stamp_is_left_as_it_is(text: str) -> None:
    assert without_stamps(text) == text
