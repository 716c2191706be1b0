"""What a verification says, in one comment of the pull request, kept up to date.

The only right is to comment (`pull-requests: write`), for the proposal may come from a fork, where its own verification
has none. What it said is text that anybody could have written: it is shown as code, and nothing of it is run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from registre.depot.comments import keep_comment
from registre.depot.markdown import block
from registre.depot.run import Run

MARK = "<!-- registre-verification -->"
PAGES = "apercu"  # the artefact of the pages
MAX_BYTES = 1_000_000


def run(environment: Mapping[str, str]) -> None:
    """Comment the pull request of the verification that has ended. VERIFICATION: the folder of what it said."""
    comment(Run.of(environment), Path(environment["VERIFICATION"]) / "verification.txt")


def comment(run: Run, said: Path) -> None:
    """As above; a verification that was stopped, or is not of the last state of an open pull request, is left."""
    ended = run.event["workflow_run"]
    pull = _pull(run, ended) if ended["conclusion"] in {"success", "failure"} else None
    if pull:
        keep_comment(run.api, pull["number"], MARK, _text(run, ended, said))


def _pull(run: Run, ended: Any) -> Any:
    """The open pull request whose last commit was verified; GitHub names none for a fork, so it is looked for."""
    source = ended["head_repository"]
    if not source:
        return None
    head = f"{source['owner']['login']}:{ended['head_branch']}"
    found = run.api.get("pulls", state="open", base=run.main, head=head)
    return next((pull for pull in found if pull["head"]["sha"] == ended["head_sha"]), None)


def _text(run: Run, ended: Any, said: Path) -> str:
    number = int(ended["id"])
    page = f"{run.home}/actions/runs/{number}"
    passed = ended["conclusion"] == "success"
    parts = [MARK, "**Rien ne bloque.**" if passed else f"**La vérification échoue** ([détails]({page}))."]
    if said.is_file():
        with said.open("rb") as file:
            parts.append(block(file.read(MAX_BYTES).decode("utf-8", "replace"), 50_000))
    artefacts = run.api.get(f"actions/runs/{number}/artifacts")["artifacts"]
    for artefact in artefacts:
        if artefact["name"] == PAGES:
            parts.append(_seen(f"{page}/artifacts/{int(artefact['id'])}", run, ended))
    return "\n\n".join(parts)


def _seen(address: str, run: Run, ended: Any) -> str:
    text = f"[La page de chaque acte changé]({address}), telle qu’elle sera : un fichier à télécharger, puis à ouvrir."
    if ended["head_repository"]["full_name"] != run.repository:
        text += " Elle est faite par une copie du dépôt : lisez d’abord ce que la proposition change."
    return text
