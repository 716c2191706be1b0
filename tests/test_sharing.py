"""What those who share, index or preview a page find in its head and in the sitemap."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import shutil
import struct
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from conftest import ROOT, copy_project, register_of
from registre.build import build_site
from registre.parse.corpus import load_corpus
from registre.render import Settings, pages
from registre.render.home import first_paragraph
from registre.render.indexed import indexed_pages
from registre.render.structured import last_change
from registre.render.written import written_pages
from sources.page import read_page
from writing import front_matter

RECORDS = Path(__file__).parent / "records"
HOME = "https://exemple.fr/registre/"
ACT, EXCLUDED = "actes/exemple/2026-03-12/014/", "actes/exemple/2026-03-12/015/"
LONGEST = 160


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the base records, which knows its address; act 015 is left out of engines."""
    content = tmp_path_factory.mktemp("partage") / "content"
    shutil.copytree(RECORDS / "base", content)
    with (content / "seances/exemple/2026-03-12/015.yaml").open("a", encoding="utf-8") as record:
        record.write("moteurs: exclus\nanciennes_adresses: [actes/exemple/2026-03-11/015]\n")
    root = copy_project(content.parent / "projet", content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGISTRE_ADRESSE", HOME)
        build_site(root)
    return root / "site"


def head_of(page: Path) -> dict[str, str]:
    """The metas of a page by name or property, and its canonical address."""
    head = read_page(page.read_text("utf-8")).all("head")[0]
    metas = {
        e.attributes.get("property") or e.attributes.get("name") or "": e.attributes.get("content") or ""
        for e in head.all("meta")
    }
    links = [e.attributes["href"] or "" for e in head.all("link") if e.attributes.get("rel") == "canonical"]
    assert len(links) <= 1
    return metas | {"canonical": "".join(links)}


def test_a_shared_act_says_what_it_is(built: Path) -> None:
    told = head_of(built / ACT / "index.html")
    assert {key: value for key, value in told.items() if ":" in key or key in {"canonical", "description"}} == {
        "canonical": HOME + ACT,
        "description": told["og:description"],
        "og:url": HOME + ACT,
        "og:type": "article",
        "og:locale": "fr_FR",
        "og:site_name": "Registre des délibérations",
        "og:title": "Restauration scolaire – délibération n° 014, Commune d’Exemple",
        "og:description": "Commune d’Exemple, délibération n°\u00a0014 du 12\u00a0mars\u00a02026 : adoptée à "
        "l’unanimité. Restauration scolaire",
        "article:published_time": "2026-03-17",
        "twitter:card": "summary",
        "og:image": f"{HOME}assets/images/partage.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Un registre",
    }


KINDS = {"": "website", "collectivites/exemple/": "website", "actes/exemple/2026-03-12/": "article", "aide/": "article"}


@pytest.mark.parametrize(("page", "kind"), KINDS.items())
def test_a_list_is_no_article(built: Path, page: str, kind: str) -> None:
    told = head_of(built / page / "index.html")
    assert (told["og:type"], told["canonical"], told["og:url"]) == (kind, HOME + page, HOME + page)
    assert "article:published_time" not in told


def test_the_image_is_of_the_size_that_is_told(built: Path) -> None:
    image = (built / "assets/images/partage.png").read_bytes()
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", image[16:24]) == (1200, 630)
    assert len(image) < 10_000


def test_a_site_that_does_not_know_its_address_gives_none(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    assert not (site / "sitemap.xml.gz").exists()
    for page in (site / "index.html", site / "recherche/index.html"):
        assert {"og:image", "og:url"} & set(head_of(page)) == set()
        assert head_of(page)["canonical"] == ""


def test_an_act_left_out_of_engines_is_still_shared_and_found_here(built: Path) -> None:
    told = head_of(built / EXCLUDED / "index.html")
    assert told["robots"] == "noindex, nofollow"
    assert (told["canonical"], told["og:title"]) == (
        HOME + EXCLUDED,
        "Tarifs de la cantine – délibération n° 015, Commune d’Exemple",
    )
    assert "application/ld+json" not in (built / EXCLUDED / "index.html").read_text("utf-8")
    assert EXCLUDED in {page.url for page in indexed_pages(register_of(built.parent))}
    assert not (built / "robots.txt").exists()


# ---- Sitemap ----


def test_the_sitemap_is_valid_and_dates_acts_by_their_record(built: Path) -> None:
    tree = ET.parse(built / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert tree.tag == f"{space}urlset"
    assert {tuple(child.tag.removeprefix(space) for child in url) for url in tree} == {("loc",), ("loc", "lastmod")}
    found = {(url.findtext(f"{space}loc") or "").removeprefix(HOME): url.findtext(f"{space}lastmod") for url in tree}
    assert len(found) == len(tree)
    assert {url: day for url, day in found.items() if day} == {"": "2026-03-17", ACT: "2026-03-17"}
    assert {EXCLUDED, "actes/exemple/2026-03-11/015/"} & set(found) == set()
    assert all((built / url / "index.html").is_file() for url in found)


def test_the_compressed_sitemap_is_the_same_at_the_day_of_the_register(built: Path) -> None:
    packed = (built / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == (built / "sitemap.xml").read_bytes()
    [when] = struct.unpack("<I", packed[4:8])
    assert dt.datetime.fromtimestamp(when, dt.UTC).date() == dt.date(2026, 3, 17)


@pytest.mark.parametrize(
    ("more", "day", "changed"),
    [
        ("", "2026-12-01", "2026-03-17"),
        ("occultation: {par: Secrétariat, le: 2026-04-02}\n", "2026-12-01", "2026-04-02"),
        ("retrait: 2026-06-01\n", "2026-12-01", "2026-06-01"),
        ("retrait: 2026-06-01\n", "2026-05-01", "2026-03-17"),
        ("liens:\n  - {nature: annule, decision: TA de Lille, date: 2026-09-01}\n", "2026-12-01", "2026-09-01"),
    ],
)
def test_an_act_changes_on_the_days_that_its_record_gives(tmp_path: Path, more: str, day: str, changed: str) -> None:
    shutil.copytree(RECORDS / "base", tmp_path / "content")
    with (tmp_path / "content/seances/exemple/2026-03-12/015.yaml").open("a", encoding="utf-8") as record:
        record.write(more)
    act = next(act for act in register_of(tmp_path).acts if act.cle == "015")
    assert last_change(act, dt.date.fromisoformat(day)) == dt.date.fromisoformat(changed)


# ---- Descriptions ----


def descriptions(root: Path) -> dict[str, str]:
    """The description of every page that the sitemap may have, by address."""
    corpus, register = load_corpus(root), register_of(root)
    settings = Settings(HOME, day=register.day, name="Registre")
    found = {}
    for page in (*pages(register, settings), *written_pages(corpus.pages, register.operator, settings)):
        if not page.path.endswith(".md"):
            continue
        front = front_matter(page.text)
        if "vers" not in front and "/page-" not in page.path:
            found[page.path] = front["description"]
    return found


def test_each_page_has_a_description_of_its_own_that_engines_show_whole(
    tmp_path: Path, real_acts: Path, invented_records: Path
) -> None:
    invented = shutil.copytree(invented_records / "content", tmp_path / "content")
    shutil.rmtree(invented / "pages")
    shutil.copytree(real_acts / "pages", invented / "pages")
    for root in (real_acts.parent, tmp_path):
        found = descriptions(root)
        assert [(url, text) for url, text in found.items() if not 15 < len(text) <= LONGEST] == []
        assert {text: count for text, count in Counter(found.values()).items() if count > 1} == {}


def test_a_long_objet_is_cut_between_two_words(tmp_path: Path) -> None:
    shutil.copytree(RECORDS / "base", tmp_path / "content")
    record = tmp_path / "content/seances/exemple/2026-03-12/015.yaml"
    objet = "Réfection de la salle polyvalente et de ses abords " * 4
    record.write_text(record.read_text("utf-8").replace("Tarifs de la cantine", objet.strip()), "utf-8")
    told = descriptions(tmp_path)[f"{EXCLUDED}index.md"]
    assert told.endswith("\u00a0…")
    shown = re.split(r"adoptée\. ", told.removesuffix("\u00a0…"))[1]
    assert objet.startswith(f"{shown} ")


@pytest.mark.parametrize(
    ("written", "summary"),
    [
        ("# Titre\n\nUn [lien](../aide/index.md) et **du gras**,\nsur deux lignes.\n\nLa suite.\n",
         "Un lien et du gras, sur deux lignes."),
        ("# Titre\n\n<!-- registre : exploitant -->\n\n- une liste\n\n| a |\n|---|\n\nUn `mot`.\n", "Un mot."),
        ("# Titre\n", ""),
    ],
)  # fmt: skip
def test_a_written_page_is_described_by_its_first_paragraph(written: str, summary: str) -> None:
    assert first_paragraph(written) == summary


def test_no_page_of_the_project_is_without_a_first_paragraph() -> None:
    for page in (ROOT / "content/pages").glob("*.md"):
        assert first_paragraph(page.read_text("utf-8")), page.name
