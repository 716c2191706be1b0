"""What the job that reads the PDFs hands to the one that may write: files, and what is to be told of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from registre.draft.report import Refused, ToCheck

FOLDER = Path("build/depot")
_TOLD = "resultat.json"
_FILES = "fichiers"
MAX_TOLD = 5_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a deposit.

    `to_check` and `refused` as the import tells them; `problems`: what the verification says, as text; `errors`: how
    many of them block.
    """

    to_check: tuple[ToCheck, ...] = ()
    refused: tuple[Refused, ...] = ()
    problems: str = ""
    errors: int = 0


def save(folder: Path, result: Result, root: Path = Path(), paths: Iterable[str] = ()) -> None:
    """Write the result, with a copy of the files at `paths` (posix, under `root`)."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / _FILES).mkdir(parents=True)
    for path in paths:
        target = folder / _FILES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, target)
    (folder / _TOLD).write_text(json.dumps(asdict(result), ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> Result | None:
    """The result, or None when there is none that can be read: the job did not get so far, or a file misled it."""
    file = folder / _TOLD
    if not file.is_file() or file.stat().st_size > MAX_TOLD:
        return None
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Result(
            to_check=tuple(ToCheck(*map(str, item.values())) for item in told["to_check"]),
            refused=tuple(Refused(*map(str, item.values())) for item in told["refused"]),
            problems=str(told["problems"]),
            errors=int(told["errors"]),
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each file handed over: where it is to go (posix), and where it is. Links are left out."""
    start = folder / _FILES
    for file in sorted(start.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(start).as_posix(), file
