"""What the rules about conventions read in a text, and what they cost."""

from __future__ import annotations

from pathlib import Path

import pytest

from registre.model.compare import compare
from registre.model.text import article_number
from registre.rules.texts import looks_like_a_title
from test_records import RECORDS, lay_over, problems_of


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("Article 1er : OBJET", "1", "OBJET"),
        ("Article premier", "1", ""),
        ("ARTICLE II – DUREE", "ii", "DUREE"),
        ("Art. 5 bis – PRIX", "5-bis", "PRIX"),
        ("Article 5ter : PRIX", "5-ter", "PRIX"),
        ("Article 5 : Terrain", "5", "Terrain"),
        ("Article 3-1 : PRIX", "3-1", "PRIX"),
        ("Article 3.2 – PAIEMENT", "3-2", "PAIEMENT"),
        ("3-1 Étude", "3-1", "Étude"),
        ("Article : OBJET", "", "Article : OBJET"),
        ("Article L2121-29 du code", "", "Article L2121-29 du code"),
        ("Artisanat", "", "Artisanat"),
    ],
)
def test_the_number_of_an_article_is_read(title: str, number: str, name: str) -> None:
    assert article_number(title) == (number, name)


@pytest.mark.parametrize(
    "line",
    ["Article 5 : TARIFICATION", "Article 5", "ARTICLE 5 TARIFICATION", "Article 1er – Objet", "Art. 3. Durée",
     "Article II - OBJET", "Article 5 :", "Article 5 bis : PRIX"],
)  # fmt: skip
def test_a_title_is_told_from_its_line(line: str) -> None:
    assert looks_like_a_title(line)


@pytest.mark.parametrize(
    "line",
    ["Article 5 de la loi du 26 janvier 1984", "Article L. 2121-29 du code", "ARTICLE L 2121-29 DU CODE",
     "Article 4, alinéa 2", "Article 5.2 du règlement", "Article 5 : La commune paie.", "Article 6 et 7 : PRIX",
     "Article 3 : DUREE ..... 4", "Article 22 de la loi : centres de gestion", "Articles 3 et 4 : PRIX",
     f"Article 5 : {'mot ' * 30}", "l’article 5 : PRIX", "article 204142. Adopté",
     "Art. 33). Une notification"],
)  # fmt: skip
def test_a_sentence_is_no_title(line: str) -> None:
    assert not looks_like_a_title(line)


def test_equal_texts_are_compared_with_their_model_once(tmp_path: Path) -> None:
    root = lay_over(RECORDS / "invalid" / "C015-autre-modele", tmp_path)
    folder = root / "content/seances/exemple/2026-03-12"
    act = (folder / "014.yaml").read_text("utf-8").split("teletransmission:")[0]
    for number in range(20, 30):
        (folder / f"{number}.yaml").write_text(
            act.replace('"014"', f'"{number}"') + "mise_en_ligne: 2026-03-17\nconventions:\n"
            f"  - {{type: restauration, modele: modele-2025, texte: {number}-convention.md}}\n",
            "utf-8",
        )
        (folder / f"{number}-convention.md").write_bytes((folder / "014-convention.md").read_bytes())
    compare.cache_clear()
    told = [problem.place.path for problem in problems_of(root) if problem.code == "C015"]
    assert (len(told), compare.cache_info().misses) == (11, 1)
