"""The « Guide de l’agent » as the tests and its pictures need it: its chapters, and what they show as code."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from conftest import ROOT, copy_project
from evening import ALL, act
from pdfs import paged
from registre.initialise import START
from sources.page import Element, read_page

PAGES = ROOT / "content" / "pages"
CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("guide*.md"))}
_RECORD = re.compile(r"content/[\w./-]+\.yaml")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines shown as code: in which chapter, their text, the record last named before them.

    `whole`: they are that record, which a line of its own has named.
    """

    chapter: str
    text: str
    record: str
    whole: bool


def blocks() -> Iterator[Block]:
    """All that the chapters show as code, in order."""
    for chapter, text in CHAPTERS.items():
        record, alone = "", False
        for element in chapter_page(text).walk():
            if element.tag == "pre":
                yield Block(chapter, raw(element), record, alone)
            elif element.tag == "code" and _RECORD.fullmatch(named := raw(element)):
                record = named
            if element.tag == "p":
                alone = bool(_RECORD.fullmatch(raw(element).strip()))


def chapter_page(text: str) -> Element:
    """A chapter as the site has it, without its shell."""
    html = Markdown(extensions=["attr_list", "toc", "tables"]).convert(text)
    return read_page(f"<html><body>{html}</body></html>")


def raw(element: Element) -> str:
    """The text of an element, character by character."""
    return "".join(child if isinstance(child, str) else raw(child) for child in element.children)


RECORDS = {block.record: block.text for block in blocks() if block.whole}


def example(root: Path, *, records: bool = True) -> Path:
    """A register that has just been initialised, with the records of the guide and their PDF, or without."""
    copy_project(root)
    for path in (root / "content").iterdir():
        if path.is_dir() and path.name != "pages":
            shutil.rmtree(path)
    shutil.copytree(START / "content", root / "content", dirs_exist_ok=True)
    for path, text in RECORDS.items() if records else ():
        record = root / path
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(text, encoding="utf-8")
        if "numero:" in text:
            record.with_suffix(".pdf").write_bytes(paged("Acte signé"))
    return root


def evening(folder: Path) -> list[Path]:
    """The stamped PDFs of that séance: somebody leaves after the first act."""
    texts = {
        "2026-06": act("2026-06", "Achat d’un congélateur pour la cantine"),
        "2026-07": act("2026-07", "Chemin des Prés : réfection", presents=ALL.replace(", Luc ROUX", "")),
    }
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        stamped = text.replace("062-216200006", "099-219900016")  # of the example's body
        (folder / f"{name}.pdf").write_bytes(paged(stamped))
    return [folder / f"{name}.pdf" for name in texts]
