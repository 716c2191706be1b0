"""What was read is kept in build/ from one command to the next: whole or not at all, ignored at the least doubt.

It is worth something with the programs, and in the folder, that made it only: a file that came with the repository is
not ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")
BESIDE = ".nouveau"  # ends the name of a file that is not yet whole


@dataclass(frozen=True, slots=True)
class _Kept:
    """`avec`: the programs that read; `dossier`: the folder, as `_identity` tells it."""

    avec: str
    dossier: tuple[int, int]
    contenu: Any


_KEPT = TypeAdapter(_Kept)


def load(path: Path, avec: str, kind: TypeAdapter[T]) -> T | None:
    """What is kept at `path`; None when there is nothing, or nothing sure."""
    try:
        kept = _KEPT.validate_json(path.read_bytes()) if path.is_file() else None
        if kept is None or kept.avec != avec or kept.dossier != _identity(path.parent):
            return None
        return kind.validate_python(kept.contenu)
    except (OSError, ValueError):
        return None


def keep(path: Path, avec: str, contents: T, known: T | None = None) -> None:
    """Keep `contents` at `path`, unless they are those already `known` to be there. Raises OSError."""
    beside = path.with_name(path.name + BESIDE)
    beside.unlink(missing_ok=True)  # left by a kill
    if contents == known:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    data = _KEPT.dump_json(_Kept(avec, _identity(path.parent), contents))
    with beside.open("xb") as stream:
        stream.write(data)
    beside.replace(path)


def _identity(folder: Path) -> tuple[int, int]:
    """What tells a folder from its copies on this machine, or elsewhere."""
    status = folder.stat()
    return status.st_dev, status.st_ino
