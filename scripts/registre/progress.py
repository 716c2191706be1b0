"""How far long work has come: a bar in a terminal, a plain line now and then elsewhere; nothing of short work.

All on the standard error: what a command answers is left alone.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from tqdm import tqdm

T = TypeVar("T")

DELAY = 1.0  # seconds without a bar
_KNOWN = "{desc} : {percentage:3.0f} % {bar} {n_fmt} sur {total_fmt}"
_UNKNOWN = "{desc} : {n_fmt}"


class Progress:
    """Steps of `total` (None when it is not known), told under `label`; out of a terminal, one line in `every`."""

    def __init__(self, label: str, total: int | None, every: int) -> None:
        self._label, self._total, self._every = label, total, every
        self._done = 0
        self._bar = self._new_bar() if sys.stderr.isatty() else None

    def step(self) -> None:
        """Tell that one more is done."""
        self._done += 1
        if self._bar is not None:
            self._bar.update()
        elif self._done % self._every == 0:
            of = f" sur {self._total}" if self._total is not None else ""
            print(f"{self._label} : {self._done}{of}", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()

    def _new_bar(self) -> tqdm[Any]:
        from tqdm import tqdm  # where it is of use: it takes as long to load as a small register to read

        tqdm.monitor_interval = 0  # no thread of its own
        tqdm.set_lock(threading.RLock())  # nor a lock between processes: one writes
        form = _UNKNOWN if self._total is None else _KNOWN
        return tqdm(desc=self._label, total=self._total, delay=DELAY, leave=False, dynamic_ncols=True, bar_format=form)


def track(items: Iterable[T], label: str, total: int | None, every: int) -> Iterator[T]:
    """The items, each a step once the next one is asked for."""
    progress = Progress(label, total, every)
    try:
        for item in items:
            yield item
            progress.step()
    finally:
        progress.close()
