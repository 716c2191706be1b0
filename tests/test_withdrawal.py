"""« Retirer d’urgence »: what the page has one write into a record does what it says."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from conftest import ROOT, copy_project
from registre.build import build_site, verify
from writing import tiny_pdf

BASE = Path(__file__).parent / "records" / "base"
SEANCE = "content/seances/exemple/2026-03-12"
PASSAGE = "12 rue des Lilas"
PAGE = (ROOT / "content" / "pages" / "retirer.md").read_text(encoding="utf-8")
BLOCKS = [textwrap.dedent(block) for block in re.findall(r"(?:^(?: {4}.*)?\n)+", PAGE, re.MULTILINE) if block.strip()]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "registre", BASE)


def block(start: str) -> str:
    """The one example of the page that starts so."""
    found = [block.strip("\n") + "\n" for block in BLOCKS if block.strip().startswith(start)]
    assert len(found) == 1
    return found[0]


def site_text(root: Path) -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in (root / "site").rglob("*.html"))


def test_a_draft_leaves_the_site_with_its_documents(root: Path) -> None:
    act, pdf = root / SEANCE / "015.yaml", root / SEANCE / "015.pdf"
    pdf.write_bytes(tiny_pdf("Acte"))
    build_site(root)
    place = root / "site" / "actes" / "exemple" / "2026-03-12"
    assert (place / "015" / "index.html").is_file() and list((root / "site").rglob("015.pdf"))
    act.write_text(block("brouillon") + act.read_text(encoding="utf-8"), encoding="utf-8")
    build_site(root)
    assert not (place / "015").exists() and not list((root / "site").rglob("015.pdf"))


def test_an_occulted_act_keeps_its_address_and_says_so(root: Path) -> None:
    act = root / SEANCE / "015.yaml"
    occulted = block("texte:")
    record = re.sub(r"^texte: \|\n(?:(?: .*)?\n)+", "", act.read_text(encoding="utf-8"), flags=re.MULTILINE)
    act.write_text(record + occulted.replace("[passage occulté].", f"{PASSAGE}.").partition("anomalies")[0], "utf-8")
    build_site(root)
    assert PASSAGE in site_text(root)
    act.write_text(record + occulted, encoding="utf-8")
    assert verify(root)[1] == []
    build_site(root)
    page = (root / "site" / "actes" / "exemple" / "2026-03-12" / "015" / "index.html").read_text(encoding="utf-8")
    assert "[passage occulté]" in page and "adresse d’une personne, occultée (CRPA, art. L.311-7)" in page
    assert "par Secrétariat, le 2 avril 2026" in page.replace("\u00a0", " ")
    assert PASSAGE not in site_text(root)


def test_the_steps_are_all_there() -> None:
    table = re.findall(r"^\| \[([^\]]+)\]\((#[a-z-]+)\)", PAGE, re.MULTILINE)
    headings = re.findall(r"^## ([0-9]\. [^{,]+).*\{ (#[a-z-]+) \}$", PAGE, re.MULTILINE)
    assert len(table) == 7
    assert [(title.strip(), anchor) for title, anchor in headings] == table
