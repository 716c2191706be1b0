"""Whether a file is a PDF that may be published, and what the register says of it (ISO 32000-1). Writes nothing.

Runs in a process of its own (`pdf_child`): a hostile file may take all its time and memory.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from registre.source.pdf_active import active_in, active_in_bytes, active_in_catalog, at, dictionaries, everything
from registre.source.verdict import TOO_LONG, Constat, Verdict

_HEAD = 1024
_TAIL = 2048
_AFTER_END = 1024  # bytes of text that some tools leave after %%EOF
_BLANK = b"\0 \t\r\n\f"  # 7.2.2; some tools fill a file up to a round size
_LFS = b"version https://git-lfs.github.com/spec/"
_KINDS = {
    "c’est un document Word, Excel ou LibreOffice, ou une archive ZIP": (b"PK\x03\x04",),
    "c’est un document Word ou Excel d’un ancien format": (b"\xd0\xcf\x11\xe0",),
    "c’est un document RTF": (b"{\\rtf",),
    "c’est une image": (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM"),
    "c’est une page web": (b"<!DOCTYPE", b"<!doctype", b"<html", b"<HTML", b"<?xml"),
}
_LOST = re.compile(r"Error\(|Circular")  # pypdf left out a part of an object, or of the table of objects
_UNPACKED = {"/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"}


class _RefusedError(Exception):
    """Nothing more can be said of the file; carries why."""

    def __init__(self, code: str, motif: str = "") -> None:
        super().__init__(code)
        self.constat = Constat(code, motif)


def analyse(data: bytes) -> Verdict:
    """What is to be said of a PDF. Raises MemoryError only."""
    data = data.rstrip(_BLANK)
    mended = _Mended()
    logger = logging.getLogger("pypdf")
    logger.addHandler(mended)
    logger.propagate = False
    try:
        mended.said += _envelope(data)
        return _read(data, mended)
    except _RefusedError as refused:
        return Verdict(constats=(refused.constat,))
    except LimitReachedError:
        return Verdict(constats=(TOO_LONG,))
    except RecursionError:
        return Verdict(constats=(Constat("F025", "ses objets sont imbriqués à l’excès"),))
    except MemoryError:
        raise
    except Exception:  # pypdf lets any Python error out of a file that lies, or is encrypted in a way it does not know
        told = Constat("F023") if b"/Encrypt" in data else Constat("F025", "sa structure ne se lit pas")
        return Verdict(constats=(told,))
    finally:
        logger.removeHandler(mended)


@dataclass
class _Mended(logging.Handler):
    """Keeps what pypdf says it had to mend.

    A reference to nothing is no damage (ISO 32000-1, 7.3.10), nor is a free entry of the table with an odd generation.
    """

    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    __hash__ = logging.Handler.__hash__

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.endswith(("not defined.", "(offset 0)")):
            self.said.append(message)


def _envelope(data: bytes) -> list[str]:
    """Check the first and last bytes: where other readers decide what a file is. Returns what is out of order."""
    head = data[:_HEAD]
    if head.startswith(_LFS):
        raise _RefusedError("F020")
    if not re.match(rb"%PDF-[12]\.[0-9]", head):
        raise _RefusedError("F017", _kind(head))
    _, mark, after = data[-_TAIL:].rpartition(b"%%EOF")
    if not mark or len(after) > _AFTER_END:
        raise _RefusedError("F025", "sa fin manque, ou autre chose y est ajouté")
    if re.search(rb"[^\t\r\n\f\x1a -~]", after):
        raise _RefusedError("F025", "autre chose est ajouté après sa fin")
    return ["text after the end"] if after.strip() else []


def _kind(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(_BLANK)
    if not start:
        return "il est vide"
    for label, marks in _KINDS.items():
        if start.startswith(marks):
            return label
    offset = head.find(b"%PDF-")
    return (
        f"autre chose le précède (il commence à l’octet {offset + 1})"
        if offset > 0
        else "son début n’est pas celui d’un PDF"
    )


def _read(data: bytes, mended: _Mended) -> Verdict:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise _RefusedError("F023")
    catalog = reader.root_object
    pages = _count_pages(catalog, mended)
    found = dict.fromkeys(active_in_catalog(catalog))
    signed = False
    for item in dictionaries([reader.trailer]):
        found |= dict.fromkeys(active_in(item))
        signed = signed or _is_signature(item)
        _unpack(item)
    if any(_LOST.search(message) for message in mended.said):
        raise _RefusedError("F025", "une partie ne se lit pas, et n’a pas pu être vérifiée")
    if mended.said:
        for item in dictionaries(everything(reader)):
            found |= dict.fromkeys(active_in(item))
        found |= dict.fromkeys(active_in_bytes(data))
    return Verdict(pages, signed, tuple(_told(list(found), damaged=bool(mended.said))))


def _told(found: list[str], *, damaged: bool) -> Iterator[Constat]:
    """An attached file that is named is not told a second time without its name."""
    shown = [label for label in found if not any(other.startswith(f"{label} (") for other in found)]
    if shown:
        yield Constat("F024", ", ".join(sorted(shown)))
    elif damaged:
        yield Constat("F026")


def _count_pages(catalog: DictionaryObject, mended: _Mended) -> int:
    """Pages of the tree (7.7.3), counted without trusting /Count."""
    waiting: list[PdfObject | None] = [dict.get(catalog, "/Pages")]
    seen: set[tuple[int, int]] = set()
    pages = 0
    while waiting:
        item = waiting.pop()
        node = item.get_object() if item is not None else None
        if not isinstance(node, DictionaryObject):
            mended.said.append("a page is missing")
            continue
        kids = at(node, "/Kids")
        if not isinstance(kids, ArrayObject):
            pages += 1
            continue
        if isinstance(item, IndirectObject):
            if (item.idnum, item.generation) in seen:
                raise _RefusedError("F025", "ses pages se renvoient l’une à l’autre sans fin")
            seen.add((item.idnum, item.generation))
        waiting.extend(list.__iter__(kids))
    if not pages:
        raise _RefusedError("F025", "il n’a aucune page")
    return pages


def _is_signature(item: DictionaryObject) -> bool:
    """True for a signature field that is signed (12.8.1): its value says which bytes it covers, all in the file."""
    value = at(item, "/V")
    if not isinstance(value, DictionaryObject) or str(at(value, "/Type")) == "/DocTimeStamp":
        return False
    covered = at(value, "/ByteRange")
    return isinstance(covered, ArrayObject) and len(covered) >= 4 and bool(at(value, "/Contents"))


def _unpack(item: DictionaryObject) -> None:
    """Unpack what is not an image, so that a few bytes that swell without end are met here, not in a browser."""
    if not isinstance(item, StreamObject) or str(at(item, "/Subtype")) == "/Image":
        return
    filters = at(item, "/Filter")
    names = {str(name) for name in filters} if isinstance(filters, ArrayObject) else {str(filters)}
    if names <= _UNPACKED:
        decode_stream_data(item)
