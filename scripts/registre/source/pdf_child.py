"""The process that reads PDFs: an empty line when it is ready, then for each line of its input (a path in JSON) one of
its output (a verdict in JSON).

Its first argument is the memory it may take, in megabytes. It ends with its input; after a file that took too much, it
is ended and replaced.
"""

from __future__ import annotations

import dataclasses
import json
import signal
import sys
from pathlib import Path

from registre.source.pdf import analyse
from registre.source.verdict import SECONDS, TOO_LONG, Constat, Verdict, reason


def limit_memory(megabytes: int) -> None:
    """Limit the address space, where the system knows how (not Windows)."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    except (ImportError, ValueError, OSError):  # macOS has the call, and refuses it
        return


def end_alone(seconds: int) -> None:
    """End by itself after some seconds, should the command that started it be gone (not on Windows); 0: no more."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def main() -> None:
    """Answer each line in turn."""
    limit_memory(int(sys.argv[1]))
    answers, sys.stdout = sys.stdout, sys.stderr  # nothing that a library prints is taken for an answer
    print(file=answers, flush=True)  # ready: the time to start is not counted
    for line in sys.stdin:
        end_alone(int(2 * SECONDS))
        verdict = _verdict(Path(json.loads(line)))
        print(json.dumps(dataclasses.asdict(verdict)), file=answers, flush=True)
        end_alone(0)


def _verdict(path: Path) -> Verdict:
    try:
        return analyse(path.read_bytes())
    except MemoryError:
        return Verdict(constats=(TOO_LONG,))
    except OSError as error:
        return Verdict(constats=(Constat("F013", reason(error)),))


if __name__ == "__main__":
    main()
