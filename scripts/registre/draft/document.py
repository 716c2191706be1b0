"""A document to import: its text, taken as safely as that of any PDF, then all that the recognisers find there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from registre.catalogue import CATALOGUE
from registre.problems import Place, make
from registre.recognise.layout import join_pages
from registre.recognise.reading import Reading, read
from registre.source.characters import readable_lines
from registre.source.pdf_workers import shared_workers
from registre.source.pieces import examine_one
from registre.source.verdict import Question, reason, size_of

MAX_TEXT = 2_000_000  # bytes of a text file: a thousand full pages
KINDS = frozenset({".pdf", ".txt"})


class UnreadableError(Exception):
    """Nothing can be made of the file; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what was read in it; `scan`: it is a PDF whose pages hold no text."""

    path: Path
    reading: Reading
    scan: bool = False

    @property
    def is_pdf(self) -> bool:
        """True for the document to keep beside the record."""
        return self.path.suffix.lower() == ".pdf"


def read_file(path: Path) -> Source:
    """Read a PDF or a text file. Raises UnreadableError."""
    if path.suffix.lower() not in KINDS:
        raise UnreadableError("seuls les PDF et les fichiers de texte (.txt) se lisent.")
    try:
        size = size_of(path)
        if path.suffix.lower() == ".pdf":
            text = _of_pdf(path)
        elif size > MAX_TEXT:
            raise UnreadableError("ce fichier de texte est trop gros pour être un acte.")
        else:
            text = _decoded(path.read_bytes())
    except OSError as error:
        raise UnreadableError(f"il n’a pas pu être lu : {reason(error)}.") from error
    return Source(path, read(text, path.stem), scan=not any(sign.isalpha() for sign in text))


def _of_pdf(path: Path) -> str:
    """The text of a PDF that may be published; "" for a scan."""
    for constat in examine_one(path).constats:
        if CATALOGUE[constat.code].level.value == "erreur":
            told = make(constat.code, Place(path.name), nom=path.name, motif=constat.motif)
            raise UnreadableError(f"{told.title}. {told.remedy}")
    pages = shared_workers().texts(path, Question.LIGNES)
    if pages is None:
        raise UnreadableError("son texte est trop long à lire ; réenregistrez-le en PDF/A.")
    return join_pages(pages)


def _decoded(data: bytes) -> str:
    """The text of a file, in UTF-8 or as older Windows programs write it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return readable_lines(text)
