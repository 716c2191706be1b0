"""One build at a time, and a new site that takes the place of the old one in a single step.

Killed at any moment, `site/` is the old site or the new one, whole; the next build removes what was left beside.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SITE = "site"
NEW = "build/site.nouveau"  # the site being built; once exchanged, the old one, to be removed
OLD = "build/site.ancien"  # always whole: the old site, while two renames stand for the exchange
LOCK = "build/construction.verrou"  # empty, and kept: the lock is on the file, not its being there

WAITING = "Une autre construction de ce site est en cours : celle-ci attend qu’elle finisse…"
_PAUSE = 0.2  # seconds between two tries
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}  # what fcntl and msvcrt say of a lock held by another

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # <fcntl.h>, <linux/fs.h>
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL}  # renameat2(2): too old a kernel, or a file system that cannot


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait until no other process builds in `root`. The system frees the lock of a process that is killed."""
    path = root / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        if not _lock(file.fileno()):
            print(WAITING, file=sys.stderr, flush=True)
            while not _lock(file.fileno()):
                time.sleep(_PAUSE)
        yield


@contextlib.contextmanager
def new_site(root: Path) -> Iterator[Path]:
    """The folder to build in: it takes the place of the site at the end, or goes if anything was raised.

    To be called `alone`. Raises OSError when the site cannot be replaced; it is then as it was.
    """
    site, new, old = (root / SITE).resolve(), root / NEW, root / OLD
    _mend(site, new, old)
    try:
        yield new
        _swap(new, site, old)
    finally:  # what cannot be removed now is removed, or told, by the next build
        with contextlib.suppress(KeyboardInterrupt):  # the site is already what it will be
            shutil.rmtree(new, ignore_errors=True)


def _lock(file: int) -> bool:
    """Lock an open file; False when another process holds it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        return False
    return True


def _swap(new: Path, site: Path, old: Path) -> None:
    """Put the new site in the place of the old one, which is then at `new`."""
    if hasattr(os, "sync"):
        os.sync()  # the pages are on the disk before the folder that holds them is called site/
    if not site.exists():
        new.rename(site)
    elif not _exchange(new, site):
        _rename_both(new, site, old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot (Windows, macOS, some file systems)."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _rename_both(new: Path, site: Path, old: Path) -> None:
    """The exchange in three renames; killed after the first, the next build puts the old site back."""
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    old.rename(new)


def _mend(site: Path, new: Path, old: Path) -> None:
    """End what a kill cut short: the old site goes back if there is no other, the rest is removed."""
    if old.exists() and not site.exists():
        old.rename(site)
    _remove(new)
    if old.exists():
        old.rename(new)
        _remove(new)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
