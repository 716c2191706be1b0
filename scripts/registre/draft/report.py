"""What an import did, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registre.problems import plural


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A value that a person must check: the draft's path (posix, under the root), the key, the passage."""

    path: str
    champ: str
    passage: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a row of one, of which nothing was made, and why (one or more French sentences)."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was written (posix paths under the root, in order), what is to check, what was refused."""

    written: tuple[str, ...]
    to_check: tuple[ToCheck, ...]
    refused: tuple[Refused, ...]

    def text(self) -> str:
        """The summary, in French: written, to check, refused."""
        parts = [_part(f"{plural(len(self.written), 'fichier')} à relire :", self.written)]
        checks = [f"{c.path} : {c.champ}, {f'« {c.passage} »' if c.passage else 'pas trouvé'}" for c in self.to_check]
        parts.append(_part("À vérifier :", checks))
        parts.append(_part("Refusé :", [f"{r.name} : {r.reason}" for r in self.refused]))
        return "\n\n".join(part for part in parts if part)


MOST = 100  # lines of a part: a table has thousands of rows


def _part(title: str, lines: Sequence[str]) -> str:
    shown = [f"  {line}" for line in lines[:MOST]]
    if len(lines) > MOST:
        shown.append(f"  … et {plural(len(lines) - MOST, 'autre')}")
    return "\n".join([title, *shown]) if lines else ""
