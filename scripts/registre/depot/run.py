"""What GitHub says of a run, in the variables it sets for every job (docs.github.com, « Variables reference »)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from registre.depot.api import Api

# Who may deposit: webhook payload, `author_association`. The conditions of the workflows say the same.
ALLOWED = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})


@dataclass(frozen=True, slots=True)
class Run:
    """A run: its event, its repository (« owner/name »), the commit it is on, the API with the rights of the job."""

    event: Mapping[str, Any]
    repository: str
    server: str
    number: str
    sha: str
    api: Api
    output: Path | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Run:
        """The run that these variables tell; JETON is the token, where the step is given one."""
        repository = environment["GITHUB_REPOSITORY"]
        output = environment.get("GITHUB_OUTPUT")
        return cls(
            event=json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text("utf-8")),
            repository=repository,
            server=environment["GITHUB_SERVER_URL"],
            number=environment["GITHUB_RUN_ID"],
            sha=environment["GITHUB_SHA"],
            api=Api(environment["GITHUB_API_URL"], repository, environment.get("JETON", "")),
            output=Path(output) if output else None,
        )

    @property
    def home(self) -> str:
        """Address of the repository."""
        return f"{self.server}/{self.repository}"

    @property
    def page(self) -> str:
        """Address of the run, where its log is."""
        return f"{self.home}/actions/runs/{self.number}"

    @property
    def main(self) -> str:
        """The branch that is published."""
        return str(self.event["repository"]["default_branch"])

    @property
    def issue(self) -> int:
        """Number of the issue, or of the pull request, that the event is about."""
        return int(self.event["issue"]["number"])

    def tell(self, name: str, value: str) -> None:
        """Set an output of the step; only words of ours are ever written there."""
        if self.output:
            with self.output.open("a", encoding="utf-8") as file:
                file.write(f"{name}={value}\n")


def allowed(association: object) -> bool:
    """True for those whom the repository knows as its own."""
    return association in ALLOWED
