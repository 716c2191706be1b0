"""Who was there, excused or absent, and who gave a proxy to whom: in any order of words, however separated."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registre.model.names import name_key
from registre.recognise.attendance import Lists, read_attendance
from registre.recognise.officers import read_secretaries
from registre.recognise.roll import read_roll

GIVEN = (
    "Anne",
    "Luc",
    "Zoé",
    "Jean-Luc",
    "Marie-Édith",
    "Aïcha",
    "Guy",
    "Maud",
    "Noël",
    "Élie",
    "Karel",
    "Odile",
    "Samir",
)
SURNAMES = (
    *(
        "MARTIN",
        "ROUX",
        "FABRE",
        "LEROY",
        "PETIT",
        "BLANC-GONNET",
        "VAN GHELDER",
        "LE GOFF",
        "DE BELVAL",
        "D’ARBAUMONT",
    ),
    *("N’GUESSAN", "EL AMRANI", "ÉTIENNE", "DU FRESNE", "SAINT-ALBIN", "GARNIER", "MOREL", "ÇELIK"),
)
TAIL = "\n\nMme Maud GARNIER a été nommée secrétaire.\n\nObjet : Tarifs\n\nAprès en avoir délibéré, le conseil"


def lists(text: str) -> Lists:
    """As `read` does: the sentence that names the secretary ends the lists."""
    secretary = read_secretaries(text, len(text))
    return read_attendance(text, len(text), (secretary.start,) if secretary else ())


def values(found: Lists) -> dict[str, object]:
    return {
        "presents": found.presents and found.presents.value,
        "excuses": found.excuses and found.excuses.value,
        "absents": found.absents and found.absents.value,
        "pouvoirs": found.pouvoirs and [(proxy.de, proxy.a) for proxy in found.pouvoirs.value],
    }


def told(found: Lists) -> dict[str, object]:
    return {key: value for key, value in values(found).items() if value}


ANNE, LUC, ZOE = "Anne MARTIN", "Luc ROUX", "Zoé FABRE"


@pytest.mark.parametrize(
    "listed",
    [
        "Anne MARTIN, Luc ROUX, Zoé FABRE",
        "Anne MARTIN ; Luc ROUX ; Zoé FABRE.",
        "Anne MARTIN – Luc ROUX – Zoé FABRE",
        "Anne MARTIN - Luc ROUX - Zoé FABRE",
        "Anne MARTIN, Luc ROUX et Zoé FABRE.",
        "\nAnne MARTIN\nLuc ROUX\nZoé FABRE",
        "\n- Anne MARTIN\n- Luc ROUX\n- Zoé FABRE",
        "\n• Anne MARTIN\n• Luc ROUX\n• Zoé FABRE",
        "1) Anne MARTIN 2) Luc ROUX 3) Zoé FABRE",
        "Anne MARTIN, Maire, Luc ROUX, 1er adjoint, Zoé FABRE, conseillère municipale",
        "Mmes Mrs Anne MARTIN, Luc ROUX, Zoé FABRE",
        "Mmes et MM. Anne MARTIN, Luc ROUX, Zoé FABRE",
        "Anne MARTIN, Luc\nROUX, Zoé FABRE",
    ],
)
def test_names_however_separated(listed: str) -> None:
    found = lists(f"Étaient présents : {listed}{TAIL}")
    assert told(found) == {"presents": [ANNE, LUC, ZOE]}
    heading = "Étaient présents :"
    civilities = [words for words in ("Mmes Mrs", "Mmes et MM.") if listed.startswith(words)]
    assert found.intitules == {"presents": " ".join([heading, *civilities])}


@pytest.mark.parametrize(
    "head",
    [
        *("Présents :", "PRÉSENTS :", "Présent(e)s :", "Étaient présents :", "Membres présents :", "Présents (3) :"),
        *(
            "Étaient présents les conseillers municipaux suivants :",
            "Les conseillers municipaux présents :",
            "Présents : 3 :",
        ),
    ],
)
def test_headings_of_those_present(head: str) -> None:
    assert told(lists(f"{head} Anne MARTIN, Luc ROUX, Zoé FABRE{TAIL}")) == {"presents": [ANNE, LUC, ZOE]}


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("Excusés :", "excuses"),
        ("Absents excusés :", "excuses"),
        ("Était excusée :", "excuses"),
        ("Excusé(e)s :", "excuses"),
        ("Absents :", "absents"),
        ("Absent(e)(s) :", "absents"),
        ("Absents non excusés :", "absents"),
        ("Absents sans pouvoir :", "absents"),
    ],
)
def test_headings_of_those_away(head: str, key: str) -> None:
    text = f"Présents : Anne MARTIN, Luc ROUX\n{head} Zoé FABRE, Guy PETIT{TAIL}"
    assert told(lists(text)) == {"presents": [ANNE, LUC], key: [ZOE, "Guy PETIT"]}


PROXY = [(ZOE, ANNE), ("Guy PETIT", LUC)]


@pytest.mark.parametrize(
    ("head", "wording"),
    [
        *(
            (head, wording)
            for head in (
                "Pouvoirs :",
                "Procurations :",
                "Absents ayant donné pouvoir :",
                "Excusés ayant donné procuration :",
            )
            for wording in (
                *(
                    "{de} donne pouvoir à {a}",
                    "{de} a donné pouvoir à {a}",
                    "{de} ayant donné pouvoir à {a}",
                    "{de} à {a}",
                ),
                *(
                    "{de} donne procuration à {a}",
                    "{de} a donné mandat à {a}",
                    "{de} (pouvoir à {a})",
                    "{de} pouvoir à {a}",
                ),
                *("{de} représentée par {a}", "{de} (procuration à {a})", "{de} qui a donné pouvoir à {a}"),
            )
        ),
        ("Excusés :", "{de} donne pouvoir à {a}"),
        ("Absents excusés :", "{de} (pouvoir à {a})"),
        ("Absents :", "{de} ayant donné procuration à {a}"),
        ("Absents représentés :", "{de} par {a}"),
        ("Représentés :", "{de} par {a}"),
    ],
)
@pytest.mark.parametrize("between", [", ", " ; ", "\n"])
def test_proxies_in_all_wordings(head: str, wording: str, between: str) -> None:
    given = between.join(wording.format(de=de, a=a) for de, a in PROXY)
    found = lists(f"Présents : Anne MARTIN, Luc ROUX, Maud LEROY\n{head} {given}{TAIL}")
    assert values(found)["pouvoirs"] == PROXY
    assert values(found)["presents"] == [ANNE, LUC, "Maud LEROY"]


def test_the_inverse_among_those_present() -> None:
    found = lists(
        f"Présents : Anne MARTIN (procuration de Zoé FABRE), Luc ROUX (pouvoir de Guy PETIT), Maud LEROY{TAIL}"
    )
    assert told(found) == {"presents": [ANNE, LUC, "Maud LEROY"], "pouvoirs": PROXY}


def test_a_proxy_to_nobody_named_and_one_to_the_mayor() -> None:
    found = lists(f"Présents : Anne MARTIN, Luc ROUX\nAbsents ayant donné pouvoir : Zoé FABRE, Guy PETIT{TAIL}")
    assert values(found)["pouvoirs"] == [(ZOE, None), ("Guy PETIT", None)]


def test_substitutes_and_remarks() -> None:
    text = "Présents : Anne MARTIN (arrivée à 19 h 05), Luc ROUX, Zoé FABRE remplacée par son suppléant Guy PETIT"
    found = lists(text + TAIL)
    assert told(found) == {"presents": [ANNE, LUC, "Guy PETIT"]}
    assert found.suppleances == [("Guy PETIT", ZOE)]
    assert [(person.name, person.note) for person in found.notes] == [(ANNE, "arrivée à 19 h 05")]


def test_the_members_of_a_ccas_by_college() -> None:
    text = (
        "Présents : \nMembres élus : Anne MARTIN, Luc ROUX\nMembres nommés : Zoé FABRE, Guy PETIT\nAbsents : Maud LEROY"
    )
    assert told(lists(text + TAIL)) == {"presents": [ANNE, LUC, ZOE, "Guy PETIT"], "absents": ["Maud LEROY"]}


@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil remercie les membres présents. Anne MARTIN expose le dossier.",
        "La commission réunie le 3 mars, Luc ROUX absent, a rendu un avis.",
        "Absents : néant",
        "Absents : /",
        "Pouvoirs : 0",
        "Présents : 12 Votants : 14",
    ],
)
def test_no_list_is_none(text: str) -> None:
    assert told(lists(f"{text}\n\nObjet : Tarifs")) == {}


def test_a_name_is_where_it_says() -> None:
    text = f"Étaient présents : Anne MARTIN, Luc ROUX, Zoé FABRE\nAbsents : Guy PETIT{TAIL}"
    found = lists(text)
    assert found.presents is not None
    assert found.absents is not None
    assert text[found.presents.start : found.presents.end].startswith("Étaient présents : Anne MARTIN")
    assert text[found.presents.start : found.presents.end].strip().endswith("Zoé FABRE")
    assert text[found.absents.start : found.absents.end].strip() == "Absents : Guy PETIT"


def test_roles_and_places_in_a_text_that_lost_its_lines() -> None:
    text = (
        "PRÉSENTS : Le Président : Anne MARTIN Les Vice-Présidents : Luc ROUX, Zoé FABRE Les conseillers : Guy PETIT "
        "POUVOIRS : Maud LEROY donne pouvoir à Luc ROUX Karel VAN GHELDER donne pouvoir à Zoé FABRE "
        "EXCUSÉS : Odile MOREL, Élie GARNIER Nom du secrétaire de séance : Luc ROUX"
    )
    assert told(lists(text)) == {
        "presents": [ANNE, LUC, ZOE, "Guy PETIT"],
        "pouvoirs": [("Maud LEROY", LUC), ("Karel VAN GHELDER", ZOE)],
        "excuses": ["Odile MOREL", "Élie GARNIER"],
    }
    text = (
        "Présents : Bourg : Anne MARTIN, absente de la n°1 à la n°3 - Beauval : Luc ROUX, Zoé FABRE Absents : Guy PETIT"
    )
    assert values(lists(text))["absents"] == ["Guy PETIT"]
    text = "Présents : Anne MARTIN, Luc ROUX Pouvoirs ont été donnés : "
    text += "M. Guy PETIT à Mme Anne MARTIN Mme Zoé FABRE à M. Luc ROUX"
    assert values(lists(text))["pouvoirs"] == [("M. Guy PETIT", "Mme Anne MARTIN"), ("Mme Zoé FABRE", "M. Luc ROUX")]


ROLL = """\
MARTIN Anne Présente
ROUX Luc Excusé pouvoir à MARTIN Anne
FABRE Zoé Absente
PETIT Guy Présent
LEROY Maud Présente
"""


def test_a_roll_called_name_by_name() -> None:
    roll = read_roll(ROLL, len(ROLL))
    assert roll is not None
    assert (roll.presents, roll.excuses, roll.absents) == (
        ["MARTIN Anne", "PETIT Guy", "LEROY Maud"],
        ["ROUX Luc"],
        ["FABRE Zoé"],
    )
    assert roll.pouvoirs == [("ROUX Luc", "MARTIN Anne")]
    assert ROLL[roll.start : roll.end] == ROLL.strip()
    assert read_roll("MARTIN Anne Présente\nROUX Luc Absent\n", 40) is None


people = st.lists(
    st.tuples(st.sampled_from(GIVEN), st.sampled_from(SURNAMES)),
    min_size=7,
    max_size=24,
    unique_by=lambda name: name[1],
)
shapes = st.sampled_from(["{g} {s}", "{s} {g}", "M. {g} {s}", "Mme {s} {g}", "Monsieur {g} {s}"])
separators = st.sampled_from([", ", " ; ", " – ", " - ", "\n", ",\n"])


def heads(names: list[str], separator: str, last: bool) -> str:
    body = separator.join(names)
    return " et ".join(body.rsplit(separator, 1)) if last and separator in (", ", " ; ") else body


def wrapped(text: str, width: int) -> str:
    """Lines cut at spaces, as a page cuts them."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def keys(names: object) -> list[tuple[str, ...]]:
    return [name_key(name) for name in names or ()]  # type: ignore[attr-defined]


@settings(max_examples=100, deadline=None)
@given(people, shapes, separators, st.booleans(), st.sampled_from([0, 60, 80]), st.booleans())
def test_generated_lists_are_split_back(
    members: list[tuple[str, str]], shape: str, separator: str, last: bool, width: int, flat: bool
) -> None:
    names = [shape.format(g=g, s=s) for g, s in members]
    there, away = names[:-2], names[-2:]
    text = f"Présents : {heads(there, separator, last)}\n\nAbsents excusés : {heads(away, separator, False)}"
    if width and "\n" not in separator:
        text = "\n\n".join(wrapped(part, width) for part in text.split("\n\n"))
    text += TAIL
    if flat:
        text = " ".join(text.split())
    if flat and separator == "\n" and not re.match(r"M|\{g", shape):
        return  # « FABRE Zoé ROUX Luc »: nothing stands between the names
    found = values(lists(text))
    assert keys(found["presents"]) == keys(there), text
    assert keys(found["excuses"]) == keys(away), text


@settings(max_examples=100, deadline=None)
@given(
    people,
    shapes,
    st.sampled_from(
        [" donne pouvoir à ", " a donné procuration à ", " ayant donné mandat à ", " à ", " représenté(e) par "]
    ),
    st.sampled_from([", ", " ; ", "\n"]),
    st.sampled_from([0, 70]),
)
def test_generated_proxies_are_read_back(
    members: list[tuple[str, str]], shape: str, verb: str, separator: str, width: int
) -> None:
    names = [shape.format(g=g, s=s) for g, s in members]
    half = len(names) // 2
    there, givers = names[:-half], names[-half:]
    pairs = list(zip(givers, there, strict=False))
    text = f"Présents : {', '.join(there)}\n\nPouvoirs : {separator.join(f'{de}{verb}{a}' for de, a in pairs)}"
    if width and separator != "\n":
        text = "\n\n".join(wrapped(part, width) for part in text.split("\n\n"))
    found = lists(text + TAIL)
    assert found.pouvoirs is not None
    assert [(name_key(p.de), name_key(p.a or "")) for p in found.pouvoirs.value] == [
        (name_key(de), name_key(a)) for de, a in pairs
    ], text


@settings(max_examples=60, deadline=None)
@given(people, shapes, st.sampled_from(["procuration", "pouvoir"]))
def test_generated_inverse_proxies(members: list[tuple[str, str]], shape: str, word: str) -> None:
    names = [shape.format(g=g, s=s) for g, s in members]
    there, givers = names[:-2], names[-2:]
    listed = [f"{a} ({word} de {de})" for a, de in zip(there, givers, strict=False)] + there[2:]
    found = lists(f"Présents : {', '.join(listed)}{TAIL}")
    assert keys(found.presents and found.presents.value) == keys(there)
    assert found.pouvoirs is not None
    assert [(name_key(p.de), name_key(p.a or "")) for p in found.pouvoirs.value] == [
        (name_key(de), name_key(a)) for de, a in zip(givers, there, strict=False)
    ]
