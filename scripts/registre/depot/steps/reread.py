"""Somebody ticks the box of a deposit's pull request: its records stop being drafts, in one commit on its branch.

GitHub lets only those who may write tick a box in what a workflow has written. Rights: `contents: write`,
`pull-requests: write`, `actions: write` (to ask for the verification).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from typing import Any

from registre.depot import replies
from registre.depot.api import ApiError
from registre.depot.drafts import published
from registre.depot.paths import deposited, issue_of
from registre.depot.pull import BOX
from registre.depot.run import Run
from registre.depot.steps.propose import ask_for_check, commit

_TICKED = re.compile(rf"^[ \t]*- \[[xX]\] {re.escape(BOX)}", re.MULTILINE)


def run(environment: Mapping[str, str]) -> None:
    """Do it when the box has just been ticked, and say so."""
    reread(Run.of(environment))


def reread(run: Run) -> None:
    """As above; any other change of a text is nobody's business here."""
    pull = run.event["pull_request"]
    before = run.event.get("changes", {}).get("body", {}).get("from") or ""
    ticked = _TICKED.search(pull["body"] or "") and not _TICKED.search(before)
    if ticked and pull["state"] == "open" and _is_ours(run, pull):
        run.api.post(f"issues/{pull['number']}/comments", {"body": _publish(run, pull)})


def _is_ours(run: Run, pull: Any) -> bool:
    head = pull["head"]
    return bool(head["repo"]) and head["repo"]["full_name"] == run.repository and issue_of(head["ref"]) is not None


def _publish(run: Run, pull: Any) -> str:
    """Change the branch; what to answer."""
    branch = pull["head"]["ref"]
    head = run.api.get(f"git/ref/heads/{branch}")["object"]["sha"]
    changed: dict[str, bytes] = {}
    for entry in run.api.all(f"pulls/{pull['number']}/files"):
        file = deposited(entry["filename"])
        if file and file.kind == "yaml" and entry["status"] != "removed":
            before = base64.b64decode(run.api.get(f"git/blobs/{entry['sha']}")["content"])
            after = published(before.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
            if after != before:
                changed[file.path] = after
    if not changed:
        return replies.reread(0, asked=True)
    sha = commit(run.api, head, changed, "Fiches relues : elles ne sont plus des brouillons")
    try:
        run.api.patch(f"git/refs/heads/{branch}", {"sha": sha, "force": False})
    except ApiError as error:
        if error.status != 422:
            raise
        return replies.moved_on()
    return replies.reread(len(changed), ask_for_check(run.api, branch))
