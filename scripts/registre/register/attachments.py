"""The documents that pages offer."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from registre.model.parts import Piece

SIGNED = "Délibération signée"  # title of the PDF of an act


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document offered to readers: where it is, how large, its fingerprint; `pages` where it could be read."""

    piece: Piece
    url: str | None
    path: str | None
    size: int | None
    sha256: str | None
    pages: int | None = None
    signed: bool = False  # it carries an electronic signature, which nobody checked

    @property
    def host(self) -> str | None:
        """The site that keeps it, when it is not this one."""
        return urlsplit(self.url).hostname if self.url and not self.path else None
