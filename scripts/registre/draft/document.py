"""A document to import, read: its text, by its pages, then all that the recognisers find there."""

from __future__ import annotations

from pathlib import Path

from registre.recognise.reading import Reading, read


def read_file(path: Path) -> Reading:
    if path.suffix.lower() == ".pdf":
        from pypdf import PdfReader

        text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    else:
        text = path.read_text("utf-8")
    return read(text, path.stem)
