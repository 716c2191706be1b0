"""The texts of PDFs, kept in build/textes by fingerprint: reading is slow, and a register may have thousands.

They are read all together, by the processes of `pdf_workers`, then taken back from the disk one at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter

from registre.progress import track
from registre.source.kept import BESIDE, keep, load
from registre.source.pdf_workers import Workers, shared_workers

READER = 1  # to increase with any change in what `source/pdf_text.py` gives
KEPT = "build/textes"
_PAGES = TypeAdapter(tuple[str, ...])
_OURS = re.compile(rf"[0-9a-f]{{64}}\.json({re.escape(BESIDE)})?")


def read_texts(
    root: Path, files: Mapping[str, Path], workers: Workers | None = None
) -> Callable[[str], tuple[str, ...]]:
    """Read the PDFs `files` (SHA-256 → path) that are not kept yet. Raises OSError when they cannot be.

    Returns what gives, for a SHA-256, the text of each page: none for a file that took too much to read, and will be
    tried again next time.
    """
    folder, reader = root / KEPT, f"{READER}, pypdf {version('pypdf')}"
    workers = workers or shared_workers()

    def kept(sha256: str) -> tuple[str, ...] | None:
        return load(folder / f"{sha256}.json", reader, _PAGES)

    def read(sha256: str) -> None:
        pages = workers.texts(files[sha256])
        if pages is not None:
            keep(folder / f"{sha256}.json", reader, pages)

    _remove_stale(folder, {f"{sha256}.json" for sha256 in files})
    with ThreadPoolExecutor(workers.count) as pool:
        unread = [sha256 for sha256 in files if kept(sha256) is None]
        list(track(pool.map(read, unread), "Lecture des PDF", len(unread), every=100))
    return lambda sha256: kept(sha256) or ()


def _remove_stale(folder: Path, wanted: set[str]) -> None:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in wanted and _OURS.fullmatch(path.name):
            path.unlink()
