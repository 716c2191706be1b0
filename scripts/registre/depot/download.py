"""The attachments of an issue: from GitHub only, without any token, and only what is a PDF that may be published."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from urllib.request import Request, build_opener

from registre.depot.api import NoRedirect
from registre.draft.report import Refused
from registre.rules.documents import findings
from registre.source.pieces import examine_one

MAX_BYTES = 25 * 1024 * 1024  # GitHub's own limit for a PDF
SECONDS = 30  # without an answer, at most
HOPS = 5
_CHUNK = 1 << 16
_KINDS = {"application/pdf", "application/octet-stream", "binary/octet-stream"}
_NO_ADDRESS = urlsplit("")
_AGAIN = {301, 302, 303, 307, 308}
_ATTACHMENT = re.compile(r"/(?:user-attachments|[\w.-]+/[\w.-]+)/files/[0-9]+/[^/]+")
# Where github.com sends who asks for an attachment: host, and start of the path.
STORES = (
    ("objects.githubusercontent.com", "/github-production-repository-file-"),
    ("objects.githubusercontent.com", "/github-production-user-asset-"),
    ("github-production-repository-file-5c1aeb.s3.amazonaws.com", "/"),
    ("github-production-user-asset-6210df.s3.amazonaws.com", "/"),
)


@dataclass(frozen=True, slots=True)
class Gate:
    """Where an attachment may come from: the server where issues are, then its stores."""

    server: str = "https://github.com"
    stores: tuple[tuple[str, str], ...] = STORES

    def lets(self, address: str, *, first: bool) -> bool:
        """True for an address to ask: that of an attachment to begin with, or one of a store."""
        server, parts = urlsplit(self.server), _parts(address)
        if parts.scheme != server.scheme:
            return False
        if parts.netloc == server.netloc:
            return bool(_ATTACHMENT.fullmatch(parts.path))
        return not first and any(parts.netloc == host and parts.path.startswith(start) for host, start in self.stores)


def _parts(address: str) -> SplitResult:
    """The parts of an address; all empty for what is none, or could be read in two ways."""
    try:
        return urlsplit(address) if address.isascii() else _NO_ADDRESS
    except ValueError:
        return _NO_ADDRESS


class _RefusedError(Exception):
    """An attachment that is not taken; the message says why, in French."""


def download(addresses: Iterable[str], folder: Path, gate: Gate) -> tuple[list[Path], list[Refused]]:
    """The PDFs that could be had, in `folder`, and the others with the reasons."""
    kept: list[Path] = []
    refused: list[Refused] = []
    for address in addresses:
        name = file_name(address)
        target = _free(folder, name)
        try:
            _fetch(address, target, gate)
            _examine(target)
            kept.append(target)
        except _RefusedError as error:
            target.unlink(missing_ok=True)
            refused.append(Refused(name, str(error)))
    return kept, refused


def file_name(address: str) -> str:
    """The name of an attachment, of letters, figures, « - », « _ » and « . » only."""
    last = unquote(_parts(address).path).rpartition("/")[2]
    return re.sub(r"[^\w.-]+", "-", last).strip(".-")[-100:] or "sans-nom"


def _free(folder: Path, name: str) -> Path:
    """A place for a file where there is none yet."""
    stem, dot, extension = name.rpartition(".")
    places = (folder / (f"{stem}-{rank}{dot}{extension}" if rank > 1 else name) for rank in range(1, 1000))
    return next(place for place in places if not place.exists())


def _fetch(address: str, target: Path, gate: Gate) -> None:
    """Write what is at `address`, each redirection being looked at first."""
    if not target.name.lower().endswith(".pdf"):
        raise _RefusedError("ce n’est pas un PDF : son nom ne finit pas par .pdf.")
    opener = build_opener(NoRedirect)
    for hop in range(HOPS):
        if not gate.lets(address, first=not hop):
            raise _RefusedError(f"l’adresse n’est pas celle d’un fichier joint à GitHub : {address[:200]}")
        request = Request(address, headers={"User-Agent": "registre"})
        try:
            with opener.open(request, timeout=SECONDS) as answer:
                _write(answer, target)
                return
        except HTTPError as error:
            error.close()
            if error.code not in _AGAIN:
                raise _RefusedError(f"GitHub ne le donne pas (réponse {error.code}).") from None
            address = _next(address, error.headers.get("Location", ""))
        except (OSError, HTTPException):
            raise _RefusedError("le téléchargement s’est interrompu.") from None
    raise _RefusedError("trop de renvois d’une adresse à l’autre.")


def _next(address: str, told: str) -> str:
    try:
        return urljoin(address, told)
    except ValueError:
        return told


def _write(answer: HTTPResponse, target: Path) -> None:
    if answer.headers.get_content_type() not in _KINDS:
        raise _RefusedError(f"ce n’est pas un PDF : GitHub le dit « {answer.headers.get_content_type()[:60]} ».")
    size = 0
    with target.open("wb") as file:
        while chunk := answer.read(_CHUNK):
            size += len(chunk)
            if size > MAX_BYTES:
                raise _RefusedError("il dépasse 25 Mo.")
            file.write(chunk)


def _examine(file: Path) -> None:
    """Refuse a PDF that may not be published, for all of its reasons."""
    blocking = [problem for problem in findings(file.name, examine_one(file)) if problem.blocks]
    if blocking:
        raise _RefusedError(" ".join(f"{problem.title}. {problem.remedy}" for problem in blocking))
