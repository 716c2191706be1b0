"""The form lists the bodies of the register: when they change, propose the form that does.

Rights: `contents: write`, `pull-requests: write`, `actions: write` (to ask for the verification).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

from registre.depot.paths import FORM
from registre.depot.run import Run
from registre.depot.steps.propose import ask_for_check, commit

BRANCH = "formulaire"
TITLE = "Formulaire de dépôt : les collectivités du registre"
BODY = (
    "Le formulaire « Déposer des actes » propose la liste des collectivités : elle a changé. Quand « verifier » est "
    "vert, « Merge pull request »."
)
MAX_BYTES = 1_000_000


def run(environment: Mapping[str, str]) -> None:
    """Propose the form that the job « construire » has written, unless it is there, or was proposed already."""
    refresh(Run.of(environment), Path(environment["FORMULAIRE"]), Path(FORM))


def refresh(run: Run, written: Path, present: Path) -> None:
    """As above. A branch that proposes the same is left alone, its pull request being open or not."""
    text = written.read_bytes()[:MAX_BYTES]
    if present.is_file() and present.read_bytes() == text:
        return
    ref = run.api.find(f"git/ref/heads/{BRANCH}")
    if ref and _at(run, BRANCH) == text:
        return
    sha = commit(run.api, run.sha, {FORM: text}, TITLE)
    if ref:
        run.api.patch(f"git/refs/heads/{BRANCH}", {"sha": sha, "force": True})
    else:
        run.api.post("git/refs", {"ref": f"refs/heads/{BRANCH}", "sha": sha})
    owner = run.repository.partition("/")[0]
    if not run.api.get("pulls", state="open", head=f"{owner}:{BRANCH}"):
        run.api.post("pulls", {"title": TITLE, "head": BRANCH, "base": run.main, "body": BODY})
    ask_for_check(run.api, BRANCH)


def _at(run: Run, branch: str) -> bytes:
    found = run.api.get(f"contents/{FORM}", ref=branch)
    return base64.b64decode(found["content"])
