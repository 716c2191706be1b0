"""The text of a scan, by Tesseract, where it is installed: nothing of it is certain, all of it is to be checked.

A page is drawn by PDFium in a process of its own (`drawing`), which a hostile file may crash or slow down; what is
drawn is of a bounded size, and Tesseract reads nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from registre.progress import track
from registre.source.verdict import MEGABYTES

DPI = 300  # what Tesseract is made for
SECONDS = 10.0  # for a page, drawn and read
MAX_PAGES = 200
# Letters from which a page holds a text. The stamps of the préfecture have a hundred, an act several hundreds.
LETTERS = 250
_NAME = "tesseract.exe" if sys.platform == "win32" else "tesseract"
_FRENCH = "fra"
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # four threads on two processors take four times as long as one
_INSTALL = (
    "  Debian, Ubuntu : sudo apt install tesseract-ocr tesseract-ocr-fra\n"
    "  macOS : brew install tesseract tesseract-lang\n"
    "  Windows : l’installeur de https://github.com/UB-Mannheim/tesseract/wiki, en y cochant la langue « French »"
)
_NO_TESSERACT = f"Un document numérisé se lit avec Tesseract, qui n’est pas installé :\n{_INSTALL}"
_NO_FRENCH = f"Tesseract est installé, mais sans le français :\n{_INSTALL}"


class TesseractMissingError(Exception):
    """Scans cannot be read on this computer; the message says in French what to install."""


def has_text(pages: Iterable[str]) -> bool:
    """False for the texts of a scan: pages without text layer, or with no more than the stamps in it."""
    return any(sum(map(str.isalpha, page)) >= LETTERS for page in pages)


def find_tesseract() -> Path:
    """The program, which knows French. Raises TesseractMissingError."""
    program = next((path for path in _places() if path.is_file() and os.access(path, os.X_OK)), None)
    if program is None:
        raise TesseractMissingError(_NO_TESSERACT)
    known = _run([str(program), "--list-langs"], b"", SECONDS) or b""
    if _FRENCH not in known.decode(errors="replace").split():
        raise TesseractMissingError(_NO_FRENCH)
    return program


def _places() -> Iterator[Path]:
    """Where the program may be: never the current folder, which may hold anything."""
    folders = [Path(folder) for folder in os.get_exec_path()]
    folders += [Path(os.environ[name]) / "Tesseract-OCR" for name in ("PROGRAMFILES",) if name in os.environ]
    yield from (folder / _NAME for folder in folders if folder.is_absolute())


def read_scan(path: Path, seconds: float = SECONDS) -> tuple[str | None, ...] | None:
    """The text of each page of a PDF that was accepted, line by line; None for a page that took too much.

    None when the file cannot be drawn, or no page read. `seconds`: for a page. Raises TesseractMissingError.
    """
    program = find_tesseract()
    first = _page(program, path, 0, seconds)
    if first is None:
        return None
    total, text = first
    texts = [text]
    others = range(1, min(total, MAX_PAGES))
    for number in track(others, "Lecture du document numérisé", len(others), every=20):
        found = _page(program, path, number, seconds)
        texts.append(found[1] if found else None)
    texts += [None] * (total - len(texts))
    return tuple(texts) if any(text is not None for text in texts) else None


def _page(program: Path, path: Path, number: int, seconds: float) -> tuple[int, str | None] | None:
    """The number of pages, and the text of one of them (from 0); None when it is not drawn."""
    end = time.monotonic() + seconds
    drawn = _draw(path, number, seconds)
    return (drawn[0], _read(program, drawn[1], end - time.monotonic())) if drawn else None


def _draw(path: Path, number: int, seconds: float) -> tuple[int, bytes] | None:
    """The number of pages, and the image of one of them (from 0)."""
    # -P: nothing is imported from the folder where the command runs.
    command = [sys.executable, "-P", "-m", "registre.draft.drawing", str(MEGABYTES), str(path.absolute()), str(number)]
    answer = _run(command, b"", seconds)
    if answer is None:
        return None
    total, _, image = answer.partition(b"\n")
    return int(total), image


def _read(program: Path, image: bytes, seconds: float) -> str | None:
    command = [str(program), "stdin", "stdout", "-l", _FRENCH, "--dpi", str(DPI)]
    answer = _run(command, image, seconds)
    return None if answer is None else answer.decode(errors="replace").replace("\f", "").strip()


def _run(command: list[str], data: bytes, seconds: float) -> bytes | None:
    """What a program answers; None when it fails, or is not done in time."""
    try:
        done = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=max(seconds, 0),
            env=os.environ | _ONE_THREAD, check=False,
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout if done.returncode == 0 else None
