"""The site is online: each deposit whose pull request was merged is told the address of its acts, then closed.

Rights: `contents: read`, `pull-requests: read`, `issues: write`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from registre.depot.comments import keep_comment
from registre.depot.drafts import is_draft
from registre.depot.paths import Deposited, issue_of, known
from registre.depot.replies import PUBLISHED, online
from registre.depot.run import Run

LATEST = 50  # merged pull requests that are looked at, the last to have changed


def run(environment: Mapping[str, str]) -> None:
    """Tell what is online, from the files of the commit that was published. SITE: its address."""
    announce(Run.of(environment), environment["SITE"], Path())


def announce(run: Run, site: str, root: Path) -> None:
    """As above. A deposit that still has drafts stays open, and what it is told is kept up to date."""
    merged = run.api.get("pulls", state="closed", base=run.main, sort="updated", direction="desc", per_page=LATEST)
    for pull in merged:
        issue = _issue(run, pull)
        if issue is None or run.api.get(f"issues/{issue}")["state"] != "open":
            continue
        changed = run.api.all(f"pulls/{pull['number']}/files")
        acts = [file for file in known(entry["filename"] for entry in changed) if file.is_act]
        told = [(act, _is_held(root, act)) for act in acts if (root / act.path).is_file()]
        if told:
            keep_comment(run.api, issue, PUBLISHED, online(site, told))
        if told and not any(held for _, held in told):
            run.api.patch(f"issues/{issue}", {"state": "closed", "state_reason": "completed"})


def _issue(run: Run, pull: Any) -> int | None:
    """The issue of a deposit that was merged from a branch of this very repository."""
    head = pull["head"]
    ours = bool(head["repo"]) and head["repo"]["full_name"] == run.repository
    return issue_of(head["ref"]) if ours and pull["merged_at"] else None


def _is_held(root: Path, act: Deposited) -> bool:
    """True when the act, or its whole séance, is a draft."""
    record = root / act.path
    records = (record, record.with_name("seance.yaml"))
    return any(is_draft(path.read_text("utf-8", "replace")) for path in records if path.is_file())
