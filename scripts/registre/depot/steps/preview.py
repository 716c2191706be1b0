"""What a proposal changes, for whoever reads it: the pages of its acts, each alone, and what the verification says.

No rights: it may come from anybody.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from registre.build import verify
from registre.depot.alone import write_pages
from registre.depot.paths import Deposited, known
from registre.depot.run import Run
from registre.depot.steps.prepare import PAGES
from registre.problems import count_line, report

TOLD = Path("build/verification/verification.txt")


def run(environment: Mapping[str, str]) -> None:
    """Write `TOLD`, and the pages into `PAGES`: what the commit changes from its first parent, on which it would go."""
    told = Run.of(environment)
    pull = told.event.get("pull_request")
    write(Path(), changed(Path()), f"{told.home}/blob/{pull['head']['sha'] if pull else told.sha}")


def changed(root: Path) -> list[str]:
    """The paths below content/ that the commit changes (git, core.quotePath off); none without a parent."""
    command = ["git", "diff", "--name-only", "-z", "HEAD^1", "HEAD", "--", "content"]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    return [path for path in done.stdout.decode("utf-8", "replace").split("\0") if path]


def write(root: Path, paths: list[str], files: str) -> None:
    """The errors, wherever they are, and the warnings of the files at `paths`; the acts that these files are of."""
    problems = [p for p in verify(root)[1] if p.blocks or (p.place.path in paths and not p.reason)]
    told = root / TOLD
    told.parent.mkdir(parents=True, exist_ok=True)
    told.write_text("\n\n".join(filter(None, (report(problems), count_line(problems)))) + "\n", encoding="utf-8")
    touched = known(paths)
    write_pages(root, lambda reference: any(_is_of(file, reference) for file in touched), root / PAGES, files)


def _is_of(file: Deposited, reference: str) -> bool:
    """True for a file that the page of an act shows: its own, those named after it, or the record of its séance."""
    if file.name == "seance":
        return reference.startswith(f"{file.body}/{file.folder}/")
    return file.reference == reference or file.reference.startswith(f"{reference}-")
