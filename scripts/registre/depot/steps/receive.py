"""A deposit arrives: say so, or say why it cannot be read. Rights: `issues: write`."""

from __future__ import annotations

from collections.abc import Mapping

from registre.depot import replies
from registre.depot.paths import branch_of
from registre.depot.run import Run, allowed

GO_ON = "suite"  # the output that the other jobs wait for


def run(environment: Mapping[str, str]) -> None:
    """Answer on the issue, and tell the workflow whether to go on."""
    receive(Run.of(environment))


def receive(run: Run) -> None:
    """As above. Nothing is answered to those who have no rights, nor to a change of the title alone."""
    event = run.event
    edited = event["action"] == "edited" and "body" not in event.get("changes", {})
    if edited or not allowed(event["issue"]["author_association"]):
        return
    branch = branch_of(run.issue)
    if event["repository"]["private"]:
        _answer(run, replies.private())
    elif run.api.find(f"git/ref/heads/{branch}"):
        _answer(run, replies.already(branch, run.home))
    else:
        _answer(run, replies.received(run.page))
        run.tell(GO_ON, "oui")


def _answer(run: Run, text: str) -> None:
    run.api.post(f"issues/{run.issue}/comments", {"body": text})
