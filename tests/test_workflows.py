"""What GitHub runs: linted by zizmor and by GitHub's schemas, and held to what this project promises of it."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT
from registre.cli import main
from registre.depot.__main__ import STEPS
from registre.depot.form import FILES
from registre.depot.paths import FORM, branch_of
from registre.depot.pull import BOX
from registre.depot.run import ALLOWED
from registre.depot.steps.comment import PAGES as PAGES_NAME
from registre.depot.steps.prepare import PAGES
from registre.depot.steps.preview import TOLD
from registre.depot.steps.propose import CHECK
from registre.depot.steps.status import CHECK as STATUS
from registre.render.wording import NBSP

GITHUB = ROOT / ".github"
WORKFLOWS = {path.name: path for path in sorted((GITHUB / "workflows").glob("*.y*ml"))}
SHARED = Path(__file__).parents[2] / "shared" / "reference" / "actions.csv"
# Every action that may run here, each read at this commit. Another one, or another commit, is a decision.
ACTIONS = {
    "actions/checkout": ("v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
    "actions/configure-pages": ("v5.0.0", "983d7736d9b0ae728b81ab479565c72886d7745b"),
    "actions/deploy-pages": ("v5.0.0", "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128"),
    "actions/setup-python": ("v7.0.0", "5fda3b95a4ea91299a34e894583c3862153e4b97"),
    "actions/download-artifact": ("v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
    "actions/upload-artifact": ("v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
    "actions/upload-pages-artifact": ("v5.0.0", "fc324d3547104276b827a68afc52ff2a11cc49c9"),
}
# Events that anybody can cause; the last ones would run with the rights of the repository.
FROM_OUTSIDE = {"pull_request", "merge_group"}
NEVER = {"pull_request_target", "issue_comment", "workflow_run"}
ONE_EXCEPTION = ("apercu.yml", "workflow_run", {"actions": "read", "contents": "read", "pull-requests": "write"})
# What keeps a job with rights from an outsider, in a workflow that outsiders start.
OURS_ONLY = (
    "github.event_name == 'workflow_dispatch'",
    "github.event.pull_request.head.repo.full_name == github.repository",
)
BY_GIT = {("initialiser.yml", "proposer"), ("publier.yml", "deployer")}  # git alone; an action of GitHub alone
STEP = re.compile(r"python3 -m registre\.depot [a-z]+")
USES = re.compile(r"^\s*-?\s*uses: (?P<action>[\w./-]+)@(?P<commit>\S+)(?: # (?P<version>\S+))?$", re.MULTILINE)


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command installed beside Python."""
    command = [str(Path(sys.executable).with_name(name)), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    return tool("zizmor", "--persona", "pedantic", "--offline", "--no-progress", "--color", "never", str(path))


def read(path: Path) -> Any:
    """A workflow as GitHub reads it: « on » is a key like another."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def events(workflow: Any) -> set[str]:
    """The names of what starts a workflow."""
    return {workflow["on"]} if isinstance(workflow["on"], str) else set(workflow["on"])


def runs(workflow: Any) -> str:
    """Every command of a workflow."""
    return "\n".join(step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"])


@pytest.fixture(params=WORKFLOWS, name="path")
def _path(request: pytest.FixtureRequest) -> Path:
    return WORKFLOWS[request.param]


def test_zizmor_finds_nothing() -> None:
    done = zizmor(GITHUB)
    assert (done.returncode, done.stdout) == (0, "No findings to report. Good job! (1 ignored)\n"), done.stdout
    texts = {name: path.read_text(encoding="utf-8") for name, path in WORKFLOWS.items()}
    assert [name for name, text in texts.items() if "zizmor:" in text] == ["apercu.yml"]
    assert "  workflow_run: # zizmor: ignore[dangerous-triggers]\n" in texts["apercu.yml"]


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    text = WORKFLOWS["verifier.yml"].read_text(encoding="utf-8").replace("pull_request:", "pull_request_target:")
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    bad = tmp_path / ".github" / "workflows" / "verifier.yml"
    bad.write_text(text, encoding="utf-8")
    done = zizmor(bad)
    assert done.returncode != 0 and "dangerous-triggers" in done.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", list(WORKFLOWS.values())),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", [ROOT / FORM]),
    ],
)
def test_files_follow_the_schemas_of_github(schema: str, files: list[Path]) -> None:
    done = tool("check-jsonschema", "--builtin-schema", schema, *map(str, files))
    assert done.returncode == 0, done.stdout + done.stderr


def test_actions_are_those_chosen_at_their_commit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = list(USES.finditer(text))
    assert len(used) == len(re.findall(r"\buses:", text)) >= 1
    for use in used:
        assert (use["version"], use["commit"]) == ACTIONS.get(use["action"]), use[0]


@pytest.mark.skipif(not SHARED.exists(), reason="le relevé des actions n’est pas ici")
def test_actions_are_those_of_the_list() -> None:
    with SHARED.open(encoding="utf-8", newline="") as file:
        known = {row["action"]: (row["version"], row["commit"]) for row in csv.DictReader(file)}
    assert {name: known.get(name) for name in ACTIONS} == ACTIONS


def test_no_workflow_gives_its_rights_to_outsiders(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    rights = [job["permissions"] for job in workflow["jobs"].values()]
    for event in events(workflow) & NEVER:
        assert [(path.name, event, right) for right in rights] == [ONE_EXCEPTION]
    if events(workflow) & FROM_OUTSIDE:
        for job in workflow["jobs"].values():
            guarded = any(condition in job.get("if", "") for condition in OURS_ONLY)
            assert guarded or job["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_nothing_downloaded_runs_where_the_repository_may_be_changed(path: Path) -> None:
    for name, job in read(path)["jobs"].items():
        if "write" in job["permissions"].values() and (path.name, name) not in BY_GIT:
            commands = [step["run"] for step in job["steps"] if "run" in step]
            assert commands and all(STEP.fullmatch(command) for command in commands), name
            assert not any("setup-python" in step.get("uses", "") for step in job["steps"])


def test_a_token_is_given_only_where_something_is_written(path: Path) -> None:
    for job in read(path)["jobs"].values():
        told = yaml.dump(job["steps"])
        assert "github.token" not in told or "write" in job["permissions"].values()


def test_the_steps_of_a_deposit_exist() -> None:
    run = {step for path in WORKFLOWS.values() for step in re.findall(r"-m registre\.depot (\w+)", runs(read(path)))}
    assert run == set(STEPS)


def test_the_conditions_of_a_deposit_are_those_of_the_code() -> None:
    condition = read(WORKFLOWS["deposer.yml"])["jobs"]["accueillir"]["if"]
    assert set(json.loads(condition.split("'")[1])) == ALLOWED
    assert f"contains(github.event.issue.body, '### {FILES}')" in condition
    condition = read(WORKFLOWS["relire.yml"])["jobs"]["relire"]["if"]
    box = re.findall(r"contains\(github\.event\.pull_request\.body, '\[x\] ([^']+)'\)", condition)
    assert len(box) == 1 and BOX.startswith(box[0])
    assert "startsWith(github.event.pull_request.head.ref, 'depot-')" in condition and branch_of(1) == "depot-1"


def test_a_deposit_asks_for_a_verification_that_answers_the_required_check() -> None:
    workflow = read(WORKFLOWS[CHECK])
    assert "workflow_dispatch" in events(workflow)
    reporter = workflow["jobs"]["rapporter"]
    assert reporter["if"] == "always() && github.event_name == 'workflow_dispatch'"
    assert reporter["needs"] == STATUS == workflow["jobs"]["verifier"]["name"]


def test_the_comment_is_made_of_what_the_verification_keeps() -> None:
    verify, comment = (read(WORKFLOWS[name]) for name in ("verifier.yml", "apercu.yml"))
    assert comment["on"]["workflow_run"] == {"workflows": [verify["name"]], "types": ["completed"]}
    kept = {
        step["with"]["name"]: step["with"]["path"]
        for step in verify["jobs"]["verifier"]["steps"]
        if "upload-artifact" in step.get("uses", "")
    }
    assert kept == {"verification": TOLD.parent.as_posix(), PAGES_NAME: PAGES.as_posix()}
    taken = [step.get("with", {}).get("name") for step in comment["jobs"]["commenter"]["steps"]]
    assert "verification" in taken


def test_every_job_ends_and_no_two_runs_meet(path: Path) -> None:
    workflow = read(path)
    assert "group" in workflow["concurrency"]
    assert all(int(job["timeout-minutes"]) <= 60 for job in workflow["jobs"].values())


def test_nothing_foreign_is_written_into_a_command(path: Path) -> None:
    assert "${{" not in runs(read(path))
    assert not re.search(r"\b(pip|npm|curl|wget|apt)\b", runs(read(path))), "make installs, from the lock"


def test_the_lock_is_installed_with_its_hashes_only() -> None:
    installs = re.findall(r"pip install.*", (ROOT / "Makefile").read_text(encoding="utf-8").replace("$$pip", "pip"))
    fetching = [line for line in installs if "--no-deps --no-build-isolation -e ." not in line]
    hashed = [line for line in fetching if "--require-hashes --only-binary :all: -r requirements.lock" in line]
    assert len(hashed) == 1
    assert [line for line in fetching if line not in hashed] == ["pip install --quiet uv==$(UV_VERSION)"]


def test_the_commands_exist(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target, options in re.findall(r"\bmake ([a-z-]+)(?: OPTIONS=\"([^\"]*)\")?", runs(read(path))):
        recipe = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
        assert recipe, target
        command = re.search(r"\$\(BIN\)/registre ([a-z]+) \$\(OPTIONS\)", recipe[1])
        if command and options:
            with pytest.raises(SystemExit):
                main([command[1], "--aide"])
            known = capsys.readouterr().out
            assert all(option in known for option in re.findall(r"--[a-z]+", options)), options


def test_the_required_check_is_made_for_every_proposal() -> None:
    """A check that some proposals do not run would keep them waiting for ever; docs/publier.md names it."""
    workflow = read(WORKFLOWS["verifier.yml"])
    assert workflow["on"]["pull_request"] == "" and workflow["on"]["merge_group"] == ""
    assert list(workflow["jobs"]) == ["verifier", "rapporter"] and workflow["jobs"]["verifier"]["name"] == "verifier"
    assert "if" not in workflow["jobs"]["verifier"]
    assert f"«{NBSP}verifier{NBSP}»" in (ROOT / "docs" / "publier.md").read_text(encoding="utf-8")


def test_only_main_is_published_after_its_tests() -> None:
    jobs = read(WORKFLOWS["publier.yml"])["jobs"]
    assert jobs["construire"]["if"] == "github.ref == 'refs/heads/main'"
    assert jobs["deployer"]["needs"] == "construire" and "if" not in jobs["deployer"]
    steps = [step.get("run") or step["uses"].partition("@")[0] for step in jobs["construire"]["steps"]]
    *_, build, size, tests, keep = steps
    assert (build, keep) == ("make site", "actions/upload-pages-artifact")
    assert size.startswith("make mesurer") and tests == 'make test OPTIONS="--site=site"'
    assert jobs["construire"]["steps"][-1]["with"]["path"] == "site"


def test_a_proposal_of_update_fails_until_the_lock_follows() -> None:
    """Dependabot changes pyproject.toml alone; nothing else would say that the lock still has the old version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    asked = [line for group in groups for line in group]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))
    pins = [re.fullmatch(r"([a-z0-9-]+)(?:\[\w+\])?==(\S+)", line) for line in asked]
    assert all(pins)
    late = {pin[1]: (pin[2], locked.get(pin[1])) for pin in pins if pin and locked.get(pin[1]) != pin[2]}
    assert late == {}, "refaites le verrou : make verrou"
