"""A document to import: its text, taken as safely as that of any PDF, then all that the recognisers find there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from registre.catalogue import CATALOGUE, Level
from registre.draft.ocr import has_text, read_scan
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
    """A file and what was read in it.

    `scan`: it is a PDF whose pages hold no text but stamps; `recognised`: its text was recognised in its images.
    """

    path: Path
    reading: Reading
    scan: bool = False
    recognised: bool = False

    @property
    def is_pdf(self) -> bool:
        """True for the document to keep beside the record."""
        return self.path.suffix.lower() == ".pdf"


def read_file(path: Path, ocr: bool = False) -> Source:
    """Read a PDF or a text file; with `ocr`, recognise the text of a scan. Raises UnreadableError.

    Raises TesseractMissingError when there is a scan to recognise, and nothing to do it with.
    """
    if not path.exists():
        raise UnreadableError("ce fichier, ou ce dossier, n’existe pas.")
    if path.suffix.lower() not in KINDS:
        raise UnreadableError("seuls les PDF et les fichiers de texte (.txt) se lisent.")
    try:
        size = size_of(path)
        if path.suffix.lower() == ".pdf":
            return _of_pdf(path, ocr)
        if size > MAX_TEXT:
            raise UnreadableError("ce fichier de texte est trop gros pour être un acte.")
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise UnreadableError(f"il n’a pas pu être lu : {reason(error)}.") from error
    return Source(path, read(text, path.stem))


def _of_pdf(path: Path, ocr: bool) -> Source:
    """What a PDF that may be published says, its text or, for a scan, its stamps."""
    for constat in examine_one(path).constats:
        if CATALOGUE[constat.code].level is Level.ERREUR:
            told = make(constat.code, Place(path.name), nom=path.name, motif=constat.motif)
            raise UnreadableError(f"{told.title}. {told.remedy}")
    pages = shared_workers().texts(path, Question.LIGNES)
    if pages is None:
        raise UnreadableError("son texte est trop long à lire ; réenregistrez-le en PDF/A.")
    if has_text(pages):
        return Source(path, read(join_pages(pages), path.stem))
    recognised = [page or "" for page in read_scan(path) or ()] if ocr else []
    if has_text(recognised):
        stamps = "\n".join(pages)  # what the préfecture printed over the scan is text, and sure
        return Source(path, read(f"{stamps}\n{join_pages(recognised)}", path.stem), recognised=True)
    return Source(path, read(join_pages(pages), path.stem), scan=True)


def _decoded(data: bytes) -> str:
    """The text of a file, in UTF-8 or as older Windows programs write it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return readable_lines(text)
