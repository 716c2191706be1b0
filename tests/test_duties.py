"""Rules 4, 7, 18, 19, 21 to 24 where a citizen sees them: dates, regimes, the built pages."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, copy_project
from registre.build import build_site
from registre.catalogue import CATALOGUE
from registre.model.bodies import Collectivite
from registre.model.publicity import chose_otherwise, end_of_publicity, last_day_to_contest, may_choose
from registre.model.vocabulary import Genre, ModePublicite
from registre.render.law import far, publicity

BASE = Path(__file__).parent / "records" / "base"
ACT = "content/seances/exemple/2026-03-12/015.yaml"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("public", "end"),
    [
        ("2026-03-17", "2026-05-17"),
        ("2025-12-31", "2026-02-28"),
        ("2023-12-31", "2024-02-29"),  # année bissextile
        ("2026-12-15", "2027-02-15"),
        ("2026-06-30", "2026-08-30"),
    ],
)
def test_two_months_of_publicity(public: str, end: str) -> None:
    assert end_of_publicity(day(public)) == day(end)


@pytest.mark.parametrize(
    ("public", "departement", "last"),
    [
        ("2026-02-16", "62", "2026-04-17"),  # acte 605
        ("2025-04-11", "62", "2025-06-12"),  # acte 2025CM26
        ("2023-12-31", None, "2024-03-01"),  # 29 février, puis un vendredi
        ("2026-03-26", "971", "2026-05-28"),  # 27 mai : abolition de l’esclavage en Guadeloupe
        ("2026-03-26", "62", "2026-05-27"),
        ("2026-10-19", "974", "2026-12-21"),  # 20 décembre : à La Réunion, un dimanche en 2026
        ("2026-07-23", "988", "2026-09-25"),  # 24 septembre : en Nouvelle-Calédonie
        ("2026-07-23", "62", "2026-09-24"),
    ],
)
def test_the_last_day_knows_the_holidays_of_the_place(public: str, departement: str | None, last: str) -> None:
    assert last_day_to_contest(day(public), departement) == day(last)


def body(genre: Genre, population: int | None = None, mode: ModePublicite | None = None) -> Collectivite:
    return Collectivite(nom="X", genre=genre, population=population, publicite=mode)


@pytest.mark.parametrize(
    ("genre", "population", "free"),
    [
        (Genre.COMMUNE, 3_499, True),
        (Genre.COMMUNE, 3_500, False),
        (Genre.COMMUNE, None, None),
        (Genre.EPCI_FISCALITE_PROPRE, 900, False),
        (Genre.SYNDICAT_COMMUNES, None, True),
        (Genre.SYNDICAT_MIXTE_FERME, None, True),
        (Genre.SYNDICAT_MIXTE_OUVERT, None, False),
        (Genre.SYNDICAT_MIXTE, None, None),
        (Genre.DEPARTEMENT, None, False),
        (Genre.REGION, None, False),
        (Genre.CCAS, 900, None),
    ],
)
def test_who_may_choose_its_publicity(genre: Genre, population: int | None, free: bool | None) -> None:
    assert may_choose(body(genre, population)) is free
    assert chose_otherwise(body(genre, population, ModePublicite.PAPIER)) is (free is not False)
    assert not chose_otherwise(body(genre, population, ModePublicite.ELECTRONIQUE))
    told = publicity(body(genre, population))
    assert (told is None) is (free is None)
    assert ("sauf délibération contraire" in (told or "")) is bool(free)


def test_who_has_one_month_more() -> None:
    assert far("62") == far(None) == "demeure outre-mer"
    assert far("974") == "ne demeure pas à La Réunion"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an act that search engines are to leave out, and whose publicity has ended."""
    root = copy_project(tmp_path_factory.mktemp("devoirs"), BASE)
    shutil.rmtree(root / "content" / "pages")
    shutil.copytree(ROOT / "content" / "pages", root / "content" / "pages")
    more = "retrait: 2026-06-01\nmoteurs: exclus\noccultation: {par: Secrétariat, le: 2026-03-16}\n"
    (root / ACT).write_text((root / ACT).read_text(encoding="utf-8") + more, encoding="utf-8")
    record = root / "content/collectivites/exemple.yaml"
    told = record.read_text(encoding="utf-8").replace('departement: "62"', 'departement: "974"')
    chosen = "publicite: affichage\nchoix_publicite: délibération n° 12\n"
    record.write_text(re.sub("contact: .*\n", "", told) + chosen, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGISTRE_ADRESSE", "https://exemple.fr/registre/")
        build_site(root)
    return root / "site"


def words(page: Path) -> str:
    """The text of a page, without its tags, with plain spaces."""
    text = re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")).replace("&nbsp;", " ").replace("\u00a0", " ")
    return " ".join(text.split())


def test_an_excluded_act_is_not_for_engines(built: Path) -> None:
    excluded, other = built / "actes/exemple/2026-03-12/015", built / "actes/exemple/2026-03-12/014"
    robots = '<meta name="robots" content="noindex, nofollow">'
    assert robots in (excluded / "index.html").read_text(encoding="utf-8")
    assert "noindex" not in (other / "index.html").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>https://exemple.fr/registre/(.*?)</loc>", (built / "sitemap.xml").read_text())
    assert "actes/exemple/2026-03-12/014/" in listed
    assert "actes/exemple/2026-03-12/015/" not in listed
    assert set(listed) == {
        page.parent.relative_to(built).as_posix().removeprefix(".") + "/" * (page.parent != built)
        for page in built.rglob("index.html")
        if "noindex" not in page.read_text(encoding="utf-8")
    }
    assert "priés de ne pas retenir cette page" in words(excluded / "index.html")


def test_the_page_tells_publicity_occultation_and_copies(built: Path) -> None:
    page = words(built / "actes/exemple/2026-03-12/015/index.html")
    assert "La publicité de l’acte a été retirée le 1er juin 2026. Il reste dans ce registre" in page
    assert "par Secrétariat, le 16 mars 2026" in page
    assert "augmenté d’un mois pour qui ne demeure pas à La Réunion" in page
    assert "sur papier, peut être demandée à la collectivité, Commune d’Exemple" in page
    assert "dont les coordonnées ne sont pas renseignées" in page
    assert "Affichage (délibération n° 12)" in words(built / "collectivites/exemple/index.html")
    assert "Procès-verbal mis en ligne le" in words(built / "actes/exemple/2026-03-12/index.html")


def test_the_page_that_explains_names_every_article() -> None:
    """Rules of law are explained, each with its article, on the page « À propos »."""
    page = (ROOT / "content/pages/a-propos.md").read_text(encoding="utf-8")
    cited = {found for message in CATALOGUE.values() for found in re.findall(r"[LRD]\.[0-9-]+", message.article)}
    assert {article for article in cited if article not in page} == set()
