"""Cut a function short at a chosen file operation, in a process of its own; and tell a whole site from another."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from registre.source.pdf_workers import shared_workers

OPERATIONS = {"open", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir", "os.truncate",
              "shutil.copyfile", "shutil.rmtree"}  # audit events, each told before its operation  # fmt: skip


def tree(folder: Path) -> str:
    """One digest of the names and bytes of all that is in a folder; empty when there is none."""
    if not folder.is_dir():
        return ""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(b"\0".join([bytes(path.relative_to(folder)), path.read_bytes() if path.is_file() else b"/", b""]))
    return digest.hexdigest()


def cut(run: Callable[[], object], rank: int, signal_: signal.Signals = signal.SIGKILL) -> int:
    """Run in a fork that sends itself a signal before its operation of this rank (from 1).

    Returns the exit code, negative when the signal ended it, as `subprocess` does; what is printed is not kept.
    """
    child = os.fork()
    if child == 0:
        _alone()
        _cut_before(rank, signal_)
        os._exit(_code(run))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def count_operations(run: Callable[[], object]) -> int:
    """How many operations a function does, when nothing stops it."""
    read, write = os.pipe()
    if os.fork() == 0:
        _alone()
        counted = [0]

        def count(event: str, _: object) -> None:
            counted[0] += event in OPERATIONS

        sys.addaudithook(count)
        code = _code(run)
        os.write(write, b"%d" % counted[0])
        os._exit(code)
    os.close(write)
    code = os.waitstatus_to_exitcode(os.wait()[1])
    with os.fdopen(read) as said:
        assert code == 0, code
        return int(said.read())


def _alone() -> None:
    """Nothing of the first process is used: neither its terminal, nor its processes that read documents."""
    sys.stdout = sys.stderr = io.StringIO()
    shared_workers.cache_clear()


def _cut_before(rank: int, signal_: signal.Signals) -> None:
    left = [rank]

    def watch(event: str, _: object) -> None:
        if event in OPERATIONS:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal_)

    sys.addaudithook(watch)


def _code(run: Callable[[], object]) -> int:
    try:
        run()
    except SystemExit as stop:
        return int(stop.code or 0)
    except BaseException:
        traceback.print_exc()
        return 99
    return 0
