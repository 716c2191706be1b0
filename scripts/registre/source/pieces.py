"""The documents of content/: size, fingerprint, verdict. The verdict on given bytes is kept in build/pieces.json.

The fingerprint is computed each time: a date or a size says nothing sure of the bytes. What is kept can therefore
never change what is told; at worst it is ignored, and the files are read again.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter

from registre.source.files import mega
from registre.source.kept import keep, load
from registre.source.pdf_workers import Workers, shared_workers
from registre.source.verdict import Constat, Verdict, reason, size_of

CHECKER = 1  # to increase with any change in what `source/pdf.py` finds
KEPT = "build/pieces.json"
HEAVY = 10_000_000  # bytes from which a document is said heavy
MAX_BYTES = 50_000_000
_NOTHING = Verdict()
_VERDICTS = TypeAdapter(dict[str, Verdict])  # by fingerprint


@dataclass(frozen=True, slots=True)
class Examen:
    """A document as it was found. `sha256` is empty when it could not be read or is too big."""

    octets: int
    sha256: str = ""
    verdict: Verdict = _NOTHING

    @property
    def constats(self) -> tuple[Constat, ...]:
        """What is to be told of it."""
        heavy = (Constat("F022", mega(self.octets)),) if self.octets >= HEAVY and self.sha256 else ()
        return (*self.verdict.constats, *heavy)


def examine(root: Path, paths: Iterable[str], workers: Workers | None = None) -> dict[str, Examen]:
    """Examine the files `paths` (posix, under `root`); each identical content is read once."""
    with ThreadPoolExecutor() as pool:
        files = list(paths)
        found = dict(zip(files, pool.map(lambda path: _measure(root / path), files), strict=True))
    known = (load(root / KEPT, _checker(), _VERDICTS) or {}) if found else {}
    unknown: dict[str, Path] = {}
    for path, examen in found.items():
        if examen.sha256 and examen.sha256 not in known:
            unknown.setdefault(examen.sha256, root / path)
    verdicts = dict(known)
    if unknown:
        verdicts |= zip(unknown, (workers or shared_workers())(unknown.values()), strict=True)
    used = {examen.sha256: verdicts[examen.sha256] for examen in found.values() if examen.sha256}
    lasting = {sha256: verdict for sha256, verdict in sorted(used.items()) if verdict.lasts}
    with contextlib.suppress(OSError):  # a disk that refuses only costs time, next time
        keep(root / KEPT, _checker(), lasting, known)
    return {path: Examen(e.octets, e.sha256, used.get(e.sha256, e.verdict)) for path, e in found.items()}


def examine_one(path: Path) -> Examen:
    """Examine a file from anywhere; nothing is kept of it."""
    examen = _measure(path)
    verdict = shared_workers()([path])[0] if examen.sha256 else examen.verdict
    return Examen(examen.octets, examen.sha256, verdict)


def _measure(path: Path) -> Examen:
    """Size and fingerprint; what cannot be read, or is too big to be, is told."""
    try:
        size = size_of(path)
        if size > MAX_BYTES:
            return _untold(size, "F021", mega(size))
        with path.open("rb") as stream:
            return Examen(size, hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError as error:
        return _untold(0, "F013", reason(error))


def _untold(octets: int, code: str, motif: str) -> Examen:
    return Examen(octets, verdict=Verdict(constats=(Constat(code, motif),)))


def _checker() -> str:
    return f"{CHECKER}, pypdf {version('pypdf')}"
