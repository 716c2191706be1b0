"""Processes that read PDFs, one file at a time each: what takes too long, or crashes, is stopped there.

A process answers for many files, and lives as long as the command.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from pydantic import TypeAdapter

from registre.progress import track
from registre.source.verdict import MEGABYTES, TOO_LONG, Question, Verdict

_VERDICT = TypeAdapter(Verdict)
_TEXTS = TypeAdapter(tuple[str, ...])
_NOTHING = b"null"


class Worker:
    """One process, started when first asked, replaced when it had to be stopped."""

    def __init__(self, seconds: float | None, megabytes: int) -> None:
        # -P: nothing is imported from the folder where the command runs.
        self._command = [sys.executable, "-P", "-m", "registre.source.pdf_child", str(megabytes)]
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self.asked = 0

    def ask(self, question: Question, path: Path) -> bytes | None:
        """The answer on one file, in JSON; None when it took too much."""
        self.asked += 1
        if self._process is None or self._process.poll() is not None:  # never started, or ended while it waited
            self.stop()
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            _open(self._process.stdout).readline()  # it is ready
        process, expired = self._process, threading.Event()

        def expire() -> None:
            expired.set()
            process.kill()

        timer = threading.Timer(self._seconds or question.seconds, expire)
        timer.start()
        try:
            answer = _exchange(process, question, path)
        finally:
            timer.cancel()
            timer.join()
        if answer.endswith(b"\n") and answer.strip() != _NOTHING and not expired.is_set():
            return answer
        self.stop()
        return None

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _exchange(process: subprocess.Popen[bytes], question: Question, path: Path) -> bytes:
    """One line asked, one line answered; less than a line when the process ended."""
    asked, answered = _open(process.stdin), _open(process.stdout)
    try:
        asked.write(json.dumps([question, os.fspath(path.absolute())]).encode() + b"\n")
        asked.flush()
        return answered.readline()
    except OSError:  # it ended before it was asked
        return b""


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the process was started without a pipe")
    return pipe


class Workers:
    """As many processes as processors, four at most. `seconds`: for one file, if not those of the question."""

    def __init__(self, seconds: float | None = None, megabytes: int = MEGABYTES) -> None:
        self._all = [Worker(seconds, megabytes) for _ in range(min(4, os.cpu_count() or 1))]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._all:
            self._idle.put(worker)

    def __call__(self, paths: Collection[Path]) -> list[Verdict]:
        """The verdict on each file, in the order given."""
        with ThreadPoolExecutor(self.count) as pool:
            return list(track(pool.map(self._verdict, paths), "Contrôle des PDF", len(paths), every=100))

    def texts(self, path: Path, question: Question = Question.TEXTE) -> tuple[str, ...] | None:
        """The text of each page of a file, None when it took too much. To be asked from `count` threads."""
        answer = self._ask(question, path)
        return None if answer is None else _TEXTS.validate_json(answer)

    def _verdict(self, path: Path) -> Verdict:
        answer = self._ask(Question.VERDICT, path)
        return Verdict(constats=(TOO_LONG,)) if answer is None else _VERDICT.validate_json(answer)

    def _ask(self, question: Question, path: Path) -> bytes | None:
        worker = self._idle.get()
        try:
            return worker.ask(question, path)
        finally:
            self._idle.put(worker)

    @property
    def count(self) -> int:
        """How many files they can read at once."""
        return len(self._all)

    @property
    def asked(self) -> int:
        """How many files they were given."""
        return sum(worker.asked for worker in self._all)

    def stop(self) -> None:
        """End them all."""
        for worker in self._all:
            worker.stop()


@cache
def shared_workers() -> Workers:
    """Those of this command, ended with it."""
    workers = Workers()
    atexit.register(workers.stop)
    return workers
