"""Read a deposit: its form, its PDFs, the drafts made of them, what is wrong in those, the pages they will give.

No rights at all: the files come from outside, and libraries open them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from registre.build import verify
from registre.depot import result
from registre.depot.alone import write_pages
from registre.depot.download import Gate, download
from registre.depot.form import FormError, Request, read_form
from registre.depot.paths import branch_of, known
from registre.depot.result import Result
from registre.depot.run import Run, allowed
from registre.draft.importing import import_files
from registre.draft.report import Refused
from registre.parse.layout import CONTENT
from registre.problems import Problem, report
from registre.source.files import list_files

PAGES = Path("build/actes")  # the pages of the acts, each alone


def run(environment: Mapping[str, str]) -> None:
    """Read the deposit of the event into `result.FOLDER`, and its pages into `PAGES`."""
    told = Run.of(environment)
    if allowed(told.event["issue"]["author_association"]):
        prepare(told, Path(), Gate(told.server))


def prepare(run: Run, root: Path, gate: Gate) -> None:
    """As above, in the register at `root`."""
    before = set(list_files(root, CONTENT)[0])
    try:
        request = read_form(run.event["issue"]["body"] or "", root)
    except FormError as error:
        result.save(root / result.FOLDER, Result(refused=error.reasons))
        return
    read = _import(request, root, gate)
    added = sorted(set(list_files(root, CONTENT)[0]) - before)
    problems = _problems(root, added)
    told = Result(read.to_check, read.refused, report(problems), sum(problem.blocks for problem in problems))
    result.save(root / result.FOLDER, told, root, added)
    acts = {file.reference for file in known(added) if file.is_act}
    write_pages(root, acts.__contains__, root / PAGES, f"{run.home}/blob/{branch_of(run.issue)}")


def _import(request: Request, root: Path, gate: Gate) -> Result:
    """Write the drafts into content/."""
    with tempfile.TemporaryDirectory() as folder:
        pdfs, refused = download(request.addresses, Path(folder), gate)
        if not pdfs:
            return Result(refused=tuple(refused))
        made = import_files(root, pdfs, request.collectivite, request.day)
    return Result(made.to_check, (*refused, *(Refused(Path(r.name).name, r.reason) for r in made.refused)))


def _problems(root: Path, added: list[str]) -> list[Problem]:
    """What is said of the séances that were added to."""
    folders = tuple({path.rpartition("/")[0] + "/" for path in added})
    return [p for p in verify(root)[1] if folders and p.place.path.startswith(folders) and not p.reason]
