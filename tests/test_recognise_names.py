"""Names of people: what is one, what is none, and where one ends within a sentence."""

from __future__ import annotations

import pytest

from registre.recognise.names import Style, bare, clean, has_initials, is_name, is_role, split_run, style_of, take_group
from registre.recognise.person import name_at, name_before

NAMES = (
    *("MARTIN Anne", "Anne MARTIN", "Anne Martin", "Mme Anne MARTIN", "M. ROUX", "Monsieur Luc ROUX", "Mlle Zoé FABRE"),
    *(
        "VAN GHELDER Karel",
        "Karel VAN GHELDER",
        "de BELVAL Odile",
        "Odile d’ARBAUMONT",
        "Jean-Luc LE GOFF",
        "Aïcha ÉLIE",
    ),
    *(
        "BLANC-GONNET Nicole",
        "N’GUESSAN K.",
        "P-H. LEROY",
        "A. FABRE",
        "DU FRESNE DE LA BRETÈCHE Guy",
        "EL AMRANI Samir",
    ),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "12",
            "le maire",
            "Conseil municipal",
            "Objet",
            "DÉLIBÉRATION",
            "Pouvoirs",
            "Vu le code",
            "néant",
            "de la",
        ),
        *("la commune d’Exemple", "a été élue", "18 h 30", "Mairie de SAINT-EXEMPLE", "Secrétaire de séance", "Néant"),
    ],
)
def test_what_is_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    "words",
    ["Maire", "1er adjoint", "2ème Adjointe", "Adjoints", "conseillers municipaux", "le Président", "Vice-Présidente"],
)
def test_a_role_is_no_name(words: str) -> None:
    assert is_role(words)
    assert not is_role("MARTIN Anne")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Mmes Mrs MARTIN Anne", "Mmes Mrs "),
        ("Mmes et MM. MARTIN Anne", "Mmes et MM. "),
        ("MM. ROUX Luc", "MM. "),
        (
            "Messieurs et Mesdames les conseillers municipaux : ROUX",
            "Messieurs et Mesdames les conseillers municipaux : ",
        ),
        ("M. ROUX Luc", ""),
        ("MARTIN Anne", ""),
    ],
)
def test_the_civilities_above_a_list(text: str, taken: str) -> None:
    assert text[: take_group(text)] == taken


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12 - MARTIN Anne,", "MARTIN Anne"),
        ("• Anne\n MARTIN ;", "Anne MARTIN"),
        ("- ROUX L.", "ROUX L."),
        ("LE- GOFF", "LE-GOFF"),
    ],
)
def test_a_name_is_kept_without_its_marks(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_name_without_its_civility() -> None:
    assert [bare(name) for name in ("Mme MARTIN", "M. Luc ROUX", "Madame Anne MARTIN", "Maud LEROY")] == [
        "MARTIN",
        "Luc ROUX",
        "Anne MARTIN",
        "Maud LEROY",
    ]


def test_the_style_of_a_list() -> None:
    assert style_of(["MARTIN Anne", "VAN GHELDER Karel"]) == Style(upper=True, several=True, surname_first=True)
    assert style_of(["Anne MARTIN", "Luc de BELVAL"]) == Style(upper=True, several=True)
    assert style_of(["Anne Martin", "Luc Roux"]) == Style(several=True)
    assert style_of(["M. ROUX", "Mme LEROY"]) == Style(upper=True)
    assert has_initials("P. ROUX – M. LEROY – A. FABRE – Z. PETIT")
    assert not has_initials("M. ROUX – M. LEROY – M. FABRE – M. PETIT")


def test_names_that_lost_what_stood_between_them() -> None:
    last = Style(upper=True, several=True, surname_first=False)
    first = Style(upper=True, several=True, surname_first=True)
    assert split_run("Zoé FABRE Luc ROUX Anne DE BELVAL", last) == ["Zoé FABRE", "Luc ROUX", "Anne DE BELVAL"]
    assert split_run("FABRE Zoé VAN GHELDER Karel", first) == ["FABRE Zoé", "VAN GHELDER Karel"]
    assert split_run("Jean Luc ROUX", last) == ["Jean Luc ROUX"]


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("présidence de ", "Madame Anne MARTIN", ", Maire"),
        ("présidence de ", "Anne MARTIN", " Étaient présents"),
        ("présidence de ", "M. MARTIN", ", Maire"),
        ("par ", "Mme VAN GHELDER Odile", "\nsecrétaire"),
        ("secrétaire : ", "de BELVAL Odile", " L’an deux mille"),
        ("secrétaire : ", "Karel VAN DER GHELDER", ". Le maire"),
    ],
)
def test_where_a_name_ends(before: str, name: str, after: str) -> None:
    text = before + name + after
    found = name_at(text, len(before))
    assert found is not None
    assert (found.value, text[found.start : found.end].strip()) == (name, name)


@pytest.mark.parametrize(
    "text", ["Monsieur le Maire", "la présidente", "Madame la Présidente expose", "", "12 mars", "Maire,"]
)
def test_nobody_is_named(text: str) -> None:
    assert name_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le quorum est atteint. Madame Anne MARTIN est élue", "Madame Anne MARTIN"),
        ("Mme Zoé FABRE Mme Anne MARTIN est élue", "Mme Anne MARTIN"),
        ("FABRE Zoé Madame Anne MARTIN est élue", "Madame Anne MARTIN"),
        ("(suppléée par M. ROUX) Mme Anne MARTIN est élue", "Mme Anne MARTIN"),
        ("Luc ROUX, le plus jeune, est élu", "Luc ROUX"),
        ("Absents : néant ; Luc ROUX est élu", "Luc ROUX"),
    ],
)
def test_the_name_before_a_verb(text: str, name: str) -> None:
    end = text.rindex(" est ")
    found = name_before(text, end)
    assert found is not None
    assert (found.value, text[found.start : found.end].partition(",")[0]) == (name, name)
