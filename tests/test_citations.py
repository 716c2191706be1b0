"""References to the law: which become links to Légifrance, which stay plain words, and that no word moves."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registre.render.citations import TABLE, segments

CGCT = "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070633/"
L2131 = "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044190563"
R421 = "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000039807005"
CJA = "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070933/"
LOI = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000320434"
DECRET = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000508392"

DATA: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
ENTRIES = [*DATA["codes"], *(a for code in DATA["codes"] for a in code.get("articles", ())), *DATA["textes"]]


def links(line: str) -> list[tuple[str, str]]:
    return [(segment.text, segment.url) for segment in segments(line) if segment.url]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.get("nom") or entry["numero"])
def test_every_address_is_on_legifrance_and_has_a_source(entry: dict[str, Any]) -> None:
    found = re.fullmatch(r"https://www\.legifrance\.gouv\.fr/[a-z_/]+/((LEGI|JORF)[A-Z]+\d{12})/?", entry["adresse"])
    assert found
    assert entry["source"].startswith("https://")
    if "github.com" not in entry["source"]:
        assert found[1] in entry["source"], "the source names the identifier"


def test_no_address_and_no_name_is_given_twice() -> None:
    assert len({entry["adresse"] for entry in ENTRIES}) == len(ENTRIES)
    assert len({code["nom"].casefold() for code in DATA["codes"]}) == len(DATA["codes"])
    assert len({(text["nature"], text["numero"]) for text in DATA["textes"]}) == len(DATA["textes"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vu la Loi n°84-53 du 26 janvier 1984 modifiée", [("Loi n°84-53 du 26 janvier 1984", LOI)]),
        ("la loi n° 84-53 du 26 janvier 1984", [("loi n° 84-53 du 26 janvier 1984", LOI)]),
        (
            "la loi n°\u00a084-53 du\u00a026\u00a0janvier 1984, et",
            [("loi n°\u00a084-53 du\u00a026\u00a0janvier 1984", LOI)],
        ),
        ("LOI N° 84-53 DU 26 JANVIER 1984", [("LOI N° 84-53 DU 26 JANVIER 1984", LOI)]),
        ("loi nº 84-53 du 26/01/1984", [("loi nº 84-53 du 26/01/1984", LOI)]),
        ("la loi n° 84-53 modifiée du 26 janvier 1984.", [("loi n° 84-53 modifiée du 26 janvier 1984", LOI)]),
        ("la loi n° 84-53, article 25", [("loi n° 84-53", LOI)]),
        ("Decret no 85-643 du 26 juin 1985", [("Decret no 85-643 du 26 juin 1985", DECRET)]),
        (
            "le décret n°85-643 du 26 juin 1985, institués par la loi n° 84-53 du 26 janvier 1984",
            [("décret n°85-643 du 26 juin 1985", DECRET), ("loi n° 84-53 du 26 janvier 1984", LOI)],
        ),
        ("LE CODE GENERAL DES COLLECTIVITES TERRITORIALES", [("CODE GENERAL DES COLLECTIVITES TERRITORIALES", CGCT)]),
        ("le code\u00a0de  justice administrative ;", [("code\u00a0de  justice administrative", CJA)]),
        ("Code général des collectivités territoriales (CGCT)",
         [("Code général des collectivités territoriales", CGCT)]),
        ("Vu le CGCT ;", [("CGCT", CGCT)]),
        (
            "articles L. 2131-1, L. 3131-1 et L. 4141-1 du Code général des collectivités territoriales",
            [("L. 2131-1", L2131), ("Code général des collectivités territoriales", CGCT)],
        ),
        ("l’article L 2131-1 du CGCT", [("L 2131-1", L2131), ("CGCT", CGCT)]),
        ("(CGCT, art.\u00a0L.2131-1, par l’art. L.5711-1)", [("L.2131-1", L2131)]),
        ("(CGCT, art. L.2121-17)", []),
        ("code de justice administrative, art. R.421-1", [("R.421-1", R421)]),
        ("code de justice administrative, art. R.414-1", [("code de justice administrative", CJA)]),
    ],
)  # fmt: skip
def test_a_reference_without_doubt_is_a_link(line: str, expected: list[tuple[str, str]]) -> None:
    assert links(line) == expected


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_either_apostrophe_will_do(apostrophe: str) -> None:
    name = f"code de l{apostrophe}action sociale et des familles"
    assert [text for text, _ in links(f"Vu le {name},")] == [name]


@pytest.mark.parametrize(
    "line",
    [
        "Vu le Décret n°875-643 du 26 juin 1985 modifié",
        "les centres de gestion institués par la loi n]84-53 du 26 janvier 1984",
        "la loi n° 84-53 du 27 janvier 1984",
        "la loi n° 84-53 du 26 janvier 1985",
        "la loi n° 84-53 du 26/02/1984",
        "la loi n° 84-53 modifiée du 11 janvier 1984",
        "la loi n° 84-53 du 26 jnvier 1984",
        "la loi n° 84-533 du 26 janvier 1984",
        "la loi n° 84-53-1 du 26 janvier 1984",
        "le décret n° 84-53 du 26 janvier 1984",
        "le projet de loi n° 84-53",
        "la loi du 26 janvier 1984",
        "la loi 84-53",
        "les lois n° 84-53 et n° 84-54",
        "l’emploi n° 84-53",
        "un code, une loi, un décret",
        "le code général des collectivités",
        "le CGCTx, l’article L. 2131-1 du présent code",
    ],
)
def test_a_doubtful_reference_stays_plain(line: str) -> None:
    assert links(line) == []
    assert "".join(segment.text for segment in segments(line)) == line


def test_an_article_is_that_of_the_code_named_with_it() -> None:
    assert links("l’article L. 2131-1 du code de la commande publique")[0][1] != L2131
    assert [text for text, _ in links("articles L. 2131-1 et L. 2131-10 du CGCT")] == ["L. 2131-1", "CGCT"]


PIECES = ["loi n° 84-53", " du 26 janvier 1984", " du ", "CGCT", "article L. 2131-1", ", art. L.2131-1", "12", "n°",
          " et L. 3131-1", "code de justice administrative", "(", ")", " ", "\u00a0", "é", "x", "modifiée"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=60))
def test_joined_segments_are_the_line_to_the_letter(line: str) -> None:
    found = segments(line)
    assert "".join(segment.text for segment in found) == line
    assert all(segment.text for segment in found) or not line
