"""CSV files as found: any usual encoding and delimiter, cells over several lines, rows too short or too long."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from registre.source.files import mega
from registre.source.verdict import size_of

MAX_BYTES = 100_000_000
MAX_SPAN = 200  # lines of one row: beyond, a quote was left open
_DELIMITERS = ";,\t|"
_BEFORE_HEADER = 20  # rows in which the names of the columns are looked for: a title, « sep=; »
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Where ISO 8859-15 differs from Windows-1252: « ¤ », or « ¼ ½ ¾ » in a word, are its « € Œ œ Ÿ ».
_LATIN_9 = re.compile(rb"\xa4|(?<=[A-Za-z\xc0-\xff])[\xbc-\xbe]|[\xbc-\xbe](?=[A-Za-z\xc0-\xff])")


class TableError(Exception):
    """The file holds no table that can be read; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line it starts on (1-based), its cells as found, and why they cannot be trusted (French), if so."""

    line: int
    cells: list[str]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns as found, the delimiter, and the rows (without those left empty)."""

    header: list[str]
    delimiter: str
    rows: list[Row]


def read_table(file: Path, known: Callable[[str], str | None], needed: Collection[str]) -> Table:
    """Read a table whose columns `known` recognises (None: not one of them). Raises TableError or OSError.

    The row that names most columns, read with the delimiter that finds most of them, is the header; it must name those
    of `needed`.
    """
    size = size_of(file)
    if size > MAX_BYTES:
        raise TableError(f"Fichier trop gros : {mega(size)}, {mega(MAX_BYTES)} au plus. Coupez-le en plusieurs.")
    lines = list(io.StringIO(decode(file.read_bytes()), newline=""))
    best: list[Row] = []
    found: list[str] = []
    delimiter = ""
    for candidate in _DELIMITERS:
        rows = list(_rows(lines[:_BEFORE_HEADER], candidate))
        for rank, row in enumerate(rows):
            names = [name for cell in row.cells if (name := known(cell))]
            if len(set(names)) > len(set(found)):
                best, found, delimiter = rows[rank:], names, candidate
    if missing := [name for name in needed if name not in found]:
        seen = ", ".join(best[0].cells) if best else (lines[0].strip() if lines else "rien")
        raise TableError(f"Colonne introuvable : {', '.join(missing)}. Colonnes du fichier : {seen[:500]}.")
    if twice := sorted({name for name in found if found.count(name) > 1}):
        raise TableError(f"Deux colonnes disent la même chose : {', '.join(twice)}. Gardez-en une.")
    header, start = best[0].cells, best[0].line
    rows = [row for row in _rows(lines, delimiter) if row.line > start and any(cell.strip() for cell in row.cells)]
    return Table(header, delimiter, rows)


def decode(raw: bytes) -> str:
    """The text, in the encoding that its first octets announce, or that its octets allow. Raises TableError."""
    if raw.startswith(b"PK\x03\x04"):
        raise TableError("C’est un classeur, non un fichier CSV : enregistrez-le au format « CSV UTF-8 ».")
    encoding = next((name for bom, name in _BOMS if raw.startswith(bom)), None)
    head = raw[:1000]
    if encoding is None and b"\x00" in head:  # UTF-16 that does not say so: the letters tell its order
        encoding = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    try:
        return raw.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        pass
    windows = re.search(rb"[\x80-\x9f]", raw) or not _LATIN_9.search(raw)
    try:
        if encoding is None:
            return raw.decode("cp1252" if windows else "iso8859-15")
    except UnicodeDecodeError:
        pass
    raise TableError("Lettres illisibles : enregistrez le fichier au format « CSV UTF-8 ».")


class _Feed:
    """Lines given one at a time to the reader of CSV; too many for one row end in a csv.Error."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self.lines, self.next, self.row_start = lines, start, start

    def __iter__(self) -> Iterator[str]:
        while self.next < len(self.lines):
            if self.next - self.row_start >= MAX_SPAN:
                raise csv.Error
            self.next += 1
            yield self.lines[self.next - 1]


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[Row]:
    """The rows; a line whose quotes do not close is a row of its own, told, and hides none of those after it."""
    feed = _Feed(lines, 0)
    while feed.next < len(lines):
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield Row(feed.row_start + 1, cells)
                feed.row_start = feed.next
        except csv.Error:
            line = lines[feed.row_start].rstrip("\r\n")
            yield Row(feed.row_start + 1, line.split(delimiter), "un guillemet n’est pas à sa place, ou reste ouvert")
            feed = _Feed(lines, feed.row_start + 1)


def write_table(file: Path, delimiter: str, rows: Sequence[Sequence[str]]) -> None:
    """Write a new file that spreadsheets open as it is. Raises FileExistsError, changing nothing, or OSError."""
    with file.open("x", encoding="utf-8-sig", newline="") as target:
        csv.writer(target, delimiter=delimiter).writerows(rows)
