"""Where the `registre` command starts: all the rest is loaded under the guard, so Ctrl-C is answered at any time."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

OBJECTS = 100_000  # made between two searches for circles: a register is a million objects that stay
INTERRUPTED = 2  # as every failure that is not the content's


def start() -> NoReturn:
    """Run the command."""
    gc.set_threshold(OBJECTS)
    try:
        from registre.cli import main

        main()
    except KeyboardInterrupt:
        print("\nInterrompu.", file=sys.stderr)
        raise SystemExit(INTERRUPTED) from None


if __name__ == "__main__":
    start()
