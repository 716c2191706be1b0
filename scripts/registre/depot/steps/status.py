"""The result of a verification that was asked for, as a status of its commit. Rights: `statuses: write`.

GitHub does not count the check of a run started by `workflow_dispatch` among those of a pull request, even on its very
commit; it does count a status of the same name, for the rule that requires it too.
"""

from __future__ import annotations

from collections.abc import Mapping

from registre.depot.run import Run

CHECK = "verifier"  # the check that `main` requires (docs/publier.md)


def run(environment: Mapping[str, str]) -> None:
    """Tell the commit of the run. RESULTAT: how the job that verified has ended."""
    told = Run.of(environment)
    passed = environment["RESULTAT"] == "success"
    told.api.post(
        f"statuses/{told.sha}",
        {
            "state": "success" if passed else "failure",
            "context": CHECK,
            "description": "Rien ne bloque." if passed else "À corriger : suivez « Details ».",
            "target_url": told.page,
        },
    )
