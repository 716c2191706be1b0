"""`python -m registre.depot ÉTAPE`: one step of a workflow (the names are those of the modules of `steps`)."""

from __future__ import annotations

import importlib
import os
import sys

STEPS = ("receive", "prepare", "propose", "reread", "announce", "preview", "comment", "status", "form", "refresh")


def main(arguments: list[str]) -> None:
    """Run a step. What it raises ends the job, whose log says all."""
    if len(arguments) != 1 or arguments[0] not in STEPS:
        raise SystemExit(f"Étape attendue : {', '.join(STEPS)}")
    importlib.import_module(f"registre.depot.steps.{arguments[0]}").run(os.environ)


if __name__ == "__main__":
    main(sys.argv[1:])
