"""What is said of a document: the words that the process that reads PDFs and the register have in common."""

from __future__ import annotations

import enum
import stat
from dataclasses import dataclass
from pathlib import Path

MEGABYTES = 512  # of memory, at most


class Question(enum.StrEnum):
    """What the process that reads PDFs is asked of a file."""

    VERDICT = "verdict"
    TEXTE = "texte"
    LIGNES = "lignes"

    @property
    def seconds(self) -> float:
        """The time to answer, at most. A text that is not had is not told: its time leaves room to slow machines."""
        return 10.0 if self is Question.VERDICT else 60.0


@dataclass(frozen=True, slots=True)
class Constat:
    """One thing to tell of a document: a code of the catalogue, and the words that complete its sentence."""

    code: str
    motif: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a PDF was found to be; `pages` is 0 when it is refused before they could be counted."""

    pages: int = 0
    signe: bool = False
    constats: tuple[Constat, ...] = ()

    @property
    def lasts(self) -> bool:
        """True when the same bytes can only give the same verdict: not when time, memory or the disk failed."""
        return not any(constat.code in {"F013", "F027"} for constat in self.constats)


class NotOrdinaryError(OSError):
    """A pipe, a device or a folder, where a file should be."""


def size_of(path: Path) -> int:
    """Size of a file in bytes. Raises OSError, for `reason`."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotOrdinaryError(path)
    return status.st_size


def reason(error: OSError) -> str:
    """Why a file could not be read, in French."""
    if isinstance(error, NotOrdinaryError):
        return "ce n’est pas un fichier ordinaire"
    if isinstance(error, FileNotFoundError):
        return "il a disparu"
    return "accès refusé" if isinstance(error, PermissionError) else "erreur du disque"


TOO_LONG = Constat("F027")
