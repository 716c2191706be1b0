"""The only writer of build/pages: writes on change, removes what is stale, copies documents."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterable
from pathlib import Path

from registre.render.page import Page

KEPT = frozenset({".gitignore"})


def write_pages(folder: Path, pages: Iterable[Page], copies: Iterable[tuple[Path, str]]) -> None:
    """Make `folder` hold exactly `pages` and `copies` (source file, path under `folder`), writing only changes.

    Every file is compared by its bytes: what a kill left half written is written again.
    """
    wanted: set[Path] = set()
    for page in pages:
        target = _inside(folder, page.path, wanted)
        data = page.text.encode()
        if not (target.is_file() and target.read_bytes() == data):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    for source, path in copies:
        target = _inside(folder, path, wanted)
        if not (target.is_file() and filecmp.cmp(source, target, shallow=False)):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    _remove_stale(folder, wanted)


def _inside(folder: Path, path: str, wanted: set[Path]) -> Path:
    """The target of a path, claimed once. Raises ValueError when it leaves the folder or two pages would share it."""
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()) or target in wanted:
        raise ValueError(path)
    wanted.add(target)
    return target


def _remove_stale(folder: Path, wanted: set[Path]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted and path.name not in KEPT:
            path.unlink()
