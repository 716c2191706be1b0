"""Scans: known for what they are, read by Tesseract, and never a danger to the command that reads them."""

from __future__ import annotations

import difflib
import os
import sys
import time
from pathlib import Path

import pytest

from pdfs import PAGE, PAGES, SAMPLES, paged, scanned
from registre.draft.ocr import TesseractMissingError, find_tesseract, has_text, read_scan
from registre.source.pdf_text import page_texts
from tally import Tally
from writing import pdf_of, tiny_pdf

ACT = """Commune d’Exemple
Extrait du registre des délibérations du Conseil municipal
Séance du 12 mars 2026
Le douze mars deux mille vingt-six, à dix-huit heures trente, le Conseil municipal
s’est réuni à la mairie sous la présidence de Madame Anne MARTIN, maire.
Présents : Anne MARTIN, Jean DURAND, Marie LEROY, Luc ROUX, Zoé FABRE.
Considérant que le prix du repas à la cantine scolaire n’a pas changé depuis 2022 ;"""
DECISION = """Après en avoir délibéré, le Conseil municipal, à l’unanimité :
Fixe le prix du repas à 3,20 € à compter du 1er avril 2026.
Pour extrait conforme, le maire, Anne MARTIN"""
STAMPS = """Envoyé en préfecture le 16/03/2026
Reçu en préfecture le 16/03/2026
Publié le 17/03/2026
ID : 099-219900016-20260312-2026-04-DE"""
INSTALL = """\
  Debian, Ubuntu : sudo apt install tesseract-ocr tesseract-ocr-fra
  macOS : brew install tesseract tesseract-lang
  Windows : l’installeur de https://github.com/UB-Mannheim/tesseract/wiki, en y cochant la langue « French »"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="les programmes d’essai sont des scripts de shell")


def likeness(read: str, printed: str) -> float:
    """From 0 to 1, by words; apostrophes count as one sign."""
    one, other = (text.replace("’", "'").split() for text in (read, printed))
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


@pytest.mark.usefixtures("tesseract")
def test_a_scan_is_read_page_by_page_and_line_by_line(tmp_path: Path) -> None:
    scan = tmp_path / "été 2026.pdf"
    scan.write_bytes(scanned(paged(ACT, "", DECISION)))
    pages = read_scan(scan)
    assert pages is not None and len(pages) == 3
    first, blank, last = pages
    assert first is not None and likeness(first, ACT) >= 0.97
    assert blank == ""
    assert last is not None and likeness(last, DECISION) >= 0.97
    assert [line for line in first.splitlines() if line][2] == "Séance du 12 mars 2026"


def test_a_scan_is_known_by_what_it_has_no_text_of() -> None:
    act = paged(ACT, DECISION)
    assert has_text(page_texts(act))
    assert not has_text(page_texts(scanned(act)))
    assert not has_text(page_texts(paged(STAMPS, STAMPS)))
    assert not has_text([])


@pytest.mark.usefixtures("tesseract")
def test_a_page_that_takes_too_long_is_not_read(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(scanned(paged(ACT)))
    start = time.monotonic()
    assert read_scan(scan, seconds=0.05) is None
    assert time.monotonic() - start < 5


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("box", [b"0 0 14400 14400", b"0 0 1 14400", b"0 0 0 0", b"9 9 1 1", b"0 0 1e30 1e30"])
def test_a_page_of_any_size_ends(tmp_path: Path, box: bytes) -> None:
    page = (PAGE % b"").replace(b"0 0 99 99", box)
    (tmp_path / "scan.pdf").write_bytes(pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, page]))
    assert read_scan(tmp_path / "scan.pdf") in {None, ("",)}


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("name", ["vide", "texte", "mot-de-passe", "docx"])
def test_what_is_no_pdf_is_not_drawn(tmp_path: Path, name: str) -> None:
    (tmp_path / "scan.pdf").write_bytes(SAMPLES[name].make())
    assert read_scan(tmp_path / "scan.pdf") is None
    assert read_scan(tmp_path / "absent.pdf") is None


@pytest.mark.long
@pytest.mark.usefixtures("tesseract")
def test_no_pdf_stops_the_command(tmp_path: Path, tally: Tally) -> None:
    """Those that are refused never come here: a second barrier."""
    slow = []
    for name, sample in SAMPLES.items():
        (tmp_path / "scan.pdf").write_bytes(sample.make())
        start = time.monotonic()
        pages = read_scan(tmp_path / "scan.pdf")
        if time.monotonic() - start > 12 * len(pages or ("",)):
            slow.append(name)
    tally("PDF hostiles dessinés", len(SAMPLES), len(slow))
    assert slow == []


def test_without_tesseract_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("PROGRAMFILES", raising=False)
    (tmp_path / "scan.pdf").write_bytes(tiny_pdf("Acte"))
    with pytest.raises(TesseractMissingError) as missing:
        read_scan(tmp_path / "scan.pdf")
    assert str(missing.value) == f"Un document numérisé se lit avec Tesseract, qui n’est pas installé :\n{INSTALL}"


def fake(folder: Path, answer: str) -> None:
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    program.chmod(0o755)


@posix
@pytest.mark.parametrize("answer", ["echo eng; echo osd", "exit 1", "echo 'not afra language'"])
def test_without_french_it_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    fake(tmp_path, answer)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TesseractMissingError) as missing:
        find_tesseract()
    assert str(missing.value) == f"Tesseract est installé, mais sans le français :\n{INSTALL}"


@posix
def test_nothing_is_run_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "echo fra")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "bin"]))
    with pytest.raises(TesseractMissingError):
        find_tesseract()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_tesseract() == tmp_path / "tesseract"
