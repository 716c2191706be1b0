"""Where the files of a deposit may go, and what their paths tell. What comes from another job is not believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registre.problems import plural

FORM = ".github/ISSUE_TEMPLATE/deposer.yml"
# As `parse/layout.py` reads them, for the séances only.
_PATH = re.compile(
    r"content/seances/(?P<body>[a-z0-9-]{1,80})/(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?P<rank>-[2-9])?/"
    r"(?P<name>[a-z0-9-]{1,80})\.(?P<kind>yaml|md|pdf)"
)
BRANCH = re.compile(r"depot-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Deposited:
    """A file of a séance's folder, by its path (posix, under the root)."""

    path: str
    body: str
    day: str  # AAAA-MM-JJ
    folder: str
    name: str
    kind: str

    @property
    def is_act(self) -> bool:
        """True for the record of an act."""
        return self.kind == "yaml" and self.name != "seance"

    @property
    def reference(self) -> str:
        """« collectivité/date/clé », of an act."""
        return f"{self.body}/{self.folder}/{self.name}"


def deposited(path: str) -> Deposited | None:
    """What a path tells, or None when it is not that of a file of a séance."""
    found = _PATH.fullmatch(path)
    if found is None:
        return None
    folder = found["day"] + (found["rank"] or "")
    return Deposited(path, found["body"], found["day"], folder, found["name"], found["kind"])


def branch_of(issue: int) -> str:
    """The branch of the deposit made by an issue."""
    return f"depot-{issue}"


def issue_of(branch: str) -> int | None:
    """The issue whose deposit is on a branch, or None for another branch."""
    found = BRANCH.fullmatch(branch)
    return int(found[1]) if found else None


def title(files: Sequence[Deposited]) -> str:
    """« exemple, séance du 12/03/2026 : 3 actes »; one line a body and day, whatever the number of séances."""
    days = dict.fromkeys((file.body, "/".join(reversed(file.day.split("-")))) for file in files)
    where = " ; ".join(f"{body}, séance du {day}" for body, day in days)
    return f"{where} : {plural(sum(file.is_act for file in files), 'acte')}"


def known(paths: Iterable[str]) -> list[Deposited]:
    """The paths of files of séances, in order; others are left out."""
    return [file for path in sorted(paths) if (file := deposited(path))]
