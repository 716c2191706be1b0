"""How the assembly voted: what is said, never 0 for what is not, never the vote of others."""

from __future__ import annotations

import pytest

from registre.model.vocabulary import Resultat
from registre.recognise.vote import Said, read_vote


def vote(text: str) -> Said:
    return read_vote(text, 0, len(text))


def counts(text: str) -> dict[str, int]:
    return {key: found.value for key, found in vote(text).counts.items()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pour : 12 Contre : 1 Abstentions : 2", {"pour": 12, "contre": 1, "abstention": 2}),
        ("par 12 voix pour, 1 voix contre et 2 abstentions", {"pour": 12, "contre": 1, "abstention": 2}),
        ("par douze voix pour et une abstention", {"pour": 12, "abstention": 1}),
        ("par 8 voix contre 5", {"pour": 8, "contre": 5}),
        ("Pour : 13 Contre : / Abstention : /", {"pour": 13, "contre": 0, "abstention": 0}),
        ("Pour : 13 Contre : O Abstention : O", {"pour": 13, "contre": 0, "abstention": 0}),
        ("Pour : 13 Contre : néant Abstention : aucune", {"pour": 13, "contre": 0, "abstention": 0}),
        ("Pour (12) Contre (0) Abstentions (3)", {"pour": 12, "contre": 0, "abstention": 3}),
        ("Votants Pour Contre Abst.\n15 13 0 2", {"pour": 13, "contre": 0, "abstention": 2}),
        ("POUR 12 - CONTRE 1 - ABSTENTIONS 0", {"pour": 12, "contre": 1, "abstention": 0}),
        ("10 pour, 2 contre, 1 abstention, 1 bulletin blanc", {"pour": 10, "contre": 2, "abstention": 1, "blancs": 1}),
        ("Pour : 10 Contre : 2 Bulletins blancs : 1 Nuls : 1", {"pour": 10, "contre": 2, "blancs": 1, "nuls": 1}),
        ("Pour : 10. Ne prend pas part au vote : 1", {"pour": 10, "ne_prend_pas_part": 1}),
        (
            "le Comité, par dix voix pour, deux voix contre et une abstention",
            {"pour": 10, "contre": 2, "abstention": 1},
        ),
        ("à l’unanimité", {}),
        ("à la majorité", {}),
        ("Contre : Anne MARTIN", {}),
        ("Pour : □ Contre : □ Abstention : □", {}),
    ],
)
def test_counts_as_said(text: str, said: dict[str, int]) -> None:
    text = f"Après en avoir délibéré, le Conseil municipal décide : {text}"
    assert counts(text) == said
    for found in vote(text).counts.values():
        assert 0 < found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "décide. La commission des finances a émis un avis favorable (pour : 5, contre : 1)",
        "décide, vu l’avis du comité social territorial (collège des élus : 5 pour, 1 abstention)",
        "décide de verser 12 € pour 3 enfants",
        "décide d’acheter, pour 12 000 €, un véhicule",
        "décide, pour 2026, de fixer le tarif",
        "décide par 62 % de voix",
        "décide d’approuver l’article 12, pour application",
    ],
)
def test_counts_of_something_else(text: str) -> None:
    assert counts(f"Après en avoir délibéré, le Conseil municipal {text}") == {}


@pytest.mark.parametrize(
    ("text", "unanimite", "formule"),
    [
        ("approuve à l’unanimité", True, "à l’unanimité"),
        ("à l’unanimité des membres présents, approuve", True, "à l’unanimité des membres présents"),
        ("décide à l’unanimité des votants", True, "à l’unanimité des votants"),
        ("à l’unanimité des suffrages exprimés, décide", True, "à l’unanimité des suffrages exprimés"),
        (
            "décide à l’unanimité de ses membres présents et représentés",
            True,
            "à l’unanimité de ses membres présents et représentés",
        ),
        ("Unanimité", True, "Unanimité"),
        ("décide à la majorité", False, "à la majorité"),
        ("décide", None, ""),
        ("décide. La commission avait émis un avis favorable à l’unanimité", None, ""),
        ("ouvre la séance, à la majorité des membres en exercice", None, ""),
        ("à l’unanimité : □ à la majorité : □", None, ""),
    ],
)
def test_unanimity(text: str, unanimite: bool | None, formule: str) -> None:
    text = f"Après en avoir délibéré, le Conseil municipal {text}"
    said = vote(text)
    assert (said.unanimite and said.unanimite.value, said.formule) == (unanimite, formule)
    if said.unanimite:
        assert " ".join(text[said.unanimite.start : said.unanimite.end].split()) == formule


@pytest.mark.parametrize(
    ("text", "resultat"),
    [
        ("approuve la convention", Resultat.ADOPTEE),
        ("décide de fixer les tarifs", Resultat.ADOPTEE),
        ("prend acte du rapport", Resultat.PREND_ACTE),
        ("approuve le rapport et prend acte de son annexe", Resultat.ADOPTEE),
        ("rejette la proposition", Resultat.REJETEE),
        ("n’adopte pas la proposition", Resultat.REJETEE),
        ("décide d’ajourner sa décision", Resultat.AJOURNEE),
        (": le point est retiré de l’ordre du jour", Resultat.RETIREE),
        ("a entendu le rapporteur", None),
    ],
)
def test_what_became_of_it(text: str, resultat: Resultat | None) -> None:
    text = f"Après en avoir délibéré, le Conseil municipal {text}."
    found = vote(text).resultat
    assert (found and found.value) == resultat


def test_a_vote_told_in_the_heading_is_one_only_under_its_label() -> None:
    head = "Séance du 3 mars 2026. Vote : Pour : 12 Contre : 0 Abstention : 1\nObjet : Tarifs\n"
    text = f"{head}Le conseil municipal fixe les tarifs."
    assert {k: f.value for k, f in read_vote(text, len(head), len(text)).counts.items()} == {
        "pour": 12,
        "contre": 0,
        "abstention": 1,
    }
    column = "Membres en exercice : 11 Votants : 10 Pour : 10 Contre : 0 Abstentions : 0\n"
    assert {
        k: f.value for k, f in read_vote(f"{column}Le conseil décide.", len(column), len(column) + 18).counts.items()
    } == {
        "pour": 10,
        "contre": 0,
        "abstention": 0,
    }
    old = "La délibération n° 12 du 3 mars 2020 (8 voix pour, 2 abstentions) avait rejeté le projet.\n"
    assert read_vote(f"{old}Le conseil décide.", len(old), len(old) + 18).counts == {}
    assert read_vote("Séance du 3 mars 2026", None, 21) == Said()
