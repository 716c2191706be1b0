"""The drafts of a deposit, on a branch, in a pull request that says what is left to do; nothing of theirs runs here.

Rights: `contents: write`, `pull-requests: write`, `issues: write`, `actions: write` (to ask for the verification).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

from registre.depot import pull, replies, result
from registre.depot.api import Api, ApiError
from registre.depot.paths import Deposited, branch_of, deposited, title
from registre.depot.result import Result
from registre.depot.run import Run, allowed
from registre.draft.report import Refused

CHECK = "verifier.yml"
MAX_BYTES = 50_000_000  # of one file, as `source/pieces.py` has it


def run(environment: Mapping[str, str]) -> None:
    """Propose what the job « preparer » has handed over. APERCU: address of the pages of the acts, or empty."""
    propose(Run.of(environment), result.FOLDER, environment.get("APERCU", ""))


def propose(run: Run, folder: Path, preview: str) -> None:
    """As above; every outcome is told on the issue."""
    if not allowed(run.event["issue"]["author_association"]):
        return
    text = replies.failed(run.page)
    try:
        text = _propose(run, folder, preview)
    finally:
        run.api.post(f"issues/{run.issue}/comments", {"body": text})


def _propose(run: Run, folder: Path, preview: str) -> str:
    """What to answer, once done. Raises ApiError."""
    handed = result.load(folder)
    if handed is None:
        return replies.failed(run.page)
    files = {file: place for path, place in result.files(folder) if (file := deposited(path)) and _fits(place)}
    if not any(file.kind == "yaml" for file in files):
        return replies.refused(handed.refused or [Refused("PDF", "aucun acte n’y a été reconnu.")])
    _push(run, files)
    return _open(run, handed, list(files), preview)


def _fits(place: Path) -> bool:
    return place.stat().st_size <= MAX_BYTES


def _push(run: Run, files: Mapping[Deposited, Path]) -> None:
    """Put the files on a new branch, in one commit over the one that the run is on."""
    contents = {file.path: place.read_bytes() for file, place in files.items()}
    message = f"{title(list(files))} (dépôt #{run.issue})"
    sha = commit(run.api, run.sha, contents, message)
    run.api.post("git/refs", {"ref": f"refs/heads/{branch_of(run.issue)}", "sha": sha})


def commit(api: Api, parent: str, contents: Mapping[str, bytes], message: str) -> str:
    """A commit of these files (by path) over another; its SHA. No branch moves."""
    entries = []
    for path, data in contents.items():
        blob = api.post("git/blobs", {"content": base64.b64encode(data).decode(), "encoding": "base64"})
        entries.append({"path": path, "mode": "100644", "type": "blob", "sha": blob["sha"]})
    base = api.get(f"git/commits/{parent}")["tree"]["sha"]
    tree = api.post("git/trees", {"base_tree": base, "tree": entries})["sha"]
    return str(api.post("git/commits", {"message": message, "tree": tree, "parents": [parent]})["sha"])


def _open(run: Run, handed: Result, files: Sequence[Deposited], preview: str) -> str:
    """Open the pull request and ask for its verification; what to answer on the issue."""
    branch = branch_of(run.issue)
    text = pull.body(handed, files, run.issue, run.home, preview)
    head = {"title": f"{title(files)} (dépôt #{run.issue})", "head": branch, "base": run.main, "body": text}
    try:
        number = int(run.api.post("pulls", head)["number"])
    except ApiError as error:
        if error.status != 403:
            raise
        answers = urlencode({"expand": 1, "title": head["title"], "body": pull.head(run.issue, preview)})
        return replies.not_permitted(f"{run.home}/compare/{run.main}...{branch}?{answers}")
    ask_for_check(run.api, branch)
    return replies.proposed(number, handed.refused)


def ask_for_check(api: Api, branch: str) -> bool:
    """Start the verification: nothing else that a job does with its own token starts one. False when it cannot be."""
    try:
        api.post(f"actions/workflows/{CHECK}/dispatches", {"ref": branch})
    except ApiError:
        return False
    return True
