"""Write GitHub's form for depositing, from content/collectivites. No rights."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from registre.depot.form import form_text, names_in
from registre.depot.paths import FORM


def run(environment: Mapping[str, str]) -> None:
    """Write it in the current folder."""
    write_form(Path())


def write_form(root: Path) -> None:
    """Write it below `root`."""
    (root / FORM).parent.mkdir(parents=True, exist_ok=True)
    (root / FORM).write_text(form_text(names_in(root)), encoding="utf-8", newline="\n")
