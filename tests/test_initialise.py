"""`registre initialiser`: the template becomes somebody else's register, whole or not at all; its workflow.

After a change in our own acts: MAJ_DEPART=1 pytest tests/test_initialise.py writes again the list of what may leave.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from conftest import ROOT, copy_project
from registre.build import build_site, verify
from registre.cli import main
from registre.depot.paths import FORM
from registre.initialise import (
    MANIFEST,
    OURS,
    START,
    InitialiseError,
    _swap,
    digest_of,
    read_options,
    refuse_what_is_not_ours,
    write,
)
from registre.model.vocabulary import Accessibilite, Genre
from registre.parse.corpus import load_corpus
from registre.questions import EXAMPLE, QUESTIONS
from registre.render.schemas import schema_comment
from writing import siren

BASE = Path(__file__).parent / "records" / "base"
NAME = "Communauté « L’Été » & <b>Fils</b>: #1"
ANSWERS = {
    "nom": NAME,
    "nom_court": "ete",
    "genre": "EPCI fiscalité propre",
    "siren": siren(7),
    "adresse_site": "https://actes.ete.example/",
    "adresse": "NO",
    "telephone": "0300000000",
    "courriel": "accueil@ete.example",
    "directeur_publication": "Zoé O’HARA",
    "hebergeur": 'L\'hébergeur: "x" # y',
}
OPTIONS = [f"--{cle.replace('_', '-')}={value}" for cle, value in ANSWERS.items()]
OUR_NAMES = re.compile(r"scota\b|arrageois|labourse|libercourt|cdg ?62|rossignol|pas-de-calais", re.IGNORECASE)


@pytest.fixture
def template(tmp_path: Path, real_acts: Path) -> Path:
    """The project as it is before anybody takes it over."""
    return copy_project(tmp_path / "registre", real_acts)


def run(root: Path, *options: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["initialiser", "--dossier", str(root), *options])
    out, err = capsys.readouterr()
    return int(stop.value.code or 0), out, err


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_list_of_what_may_leave_is_up_to_date(real_acts: Path) -> None:
    paths = [path for name in OURS for path in (real_acts / name).rglob("*.*")] + [real_acts / "registre.yaml"]
    ours = {path.relative_to(ROOT).as_posix(): digest_of(path) for path in paths if path.is_file()}
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(ours.items()))
    if os.environ.get("MAJ_DEPART"):
        MANIFEST.write_text(lines, encoding="utf-8", newline="\n")
    assert lines == MANIFEST.read_text(encoding="utf-8"), "relancez avec MAJ_DEPART=1"


def test_the_template_becomes_the_register_of_another(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(template, *OPTIONS, capsys=capsys)
    assert (code, err) == (0, "")
    assert out.startswith(f"Ce registre est maintenant celui de : {NAME}.") and out.count("\n") == 5
    assert [problem.code for problem in verify(template)[1]] == ["R011"]  # the example has no PDF
    corpus = load_corpus(template)
    assert sorted(corpus.collectivites) == ["ete", EXAMPLE]
    body = corpus.collectivites["ete"].value
    assert (body.nom, body.genre, body.siren) == (NAME, Genre.EPCI_FISCALITE_PROPRE, ANSWERS["siren"])
    assert list(corpus.actes) == [(EXAMPLE, "2026-03-12", "2026-04")]
    choices = yaml.safe_load((template / FORM).read_text(encoding="utf-8"))["body"][1]["attributes"]["options"]
    assert choices == [f"{NAME} (ete)", "Commune d’Exemple (exemple)"]
    assert corpus.registre is not None
    operator = corpus.registre.value.model_dump(exclude_none=True)
    given = {key: ANSWERS[key] for key in ("adresse", "telephone", "courriel", "directeur_publication", "hebergeur")}
    without_audit = {"accessibilite": Accessibilite.NON_CONFORME, "contact_accessibilite": ANSWERS["courriel"]}
    assert operator == {"organisme": NAME} | given | without_audit
    assert not (template / "build" / "initialiser").exists()
    for path in ("content/registre.yaml", "content/collectivites/ete.yaml"):
        assert (template / path).read_text(encoding="utf-8").startswith(f"{schema_comment(path)}\n")


def test_its_site_says_the_new_name_and_none_of_ours(
    template: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REGISTRE_ADRESSE")
    assert run(template, *OPTIONS, capsys=capsys)[0] == 0
    build_site(template)
    home = (template / "site/index.html").read_text(encoding="utf-8")
    shown = NAME.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<title>Registre des délibérations\u00a0– {shown}</title>" in home
    assert '<link rel="canonical" href="https://actes.ete.example/">' in home
    assert shown in (template / "site/mentions-legales/index.html").read_text(encoding="utf-8")
    assert (template / "site/collectivites/ete/index.html").is_file()
    for folder in ("content", "site"):
        for path, data in files_of(template / folder).items():
            assert not OUR_NAMES.search(path) and not OUR_NAMES.search(data.decode("utf-8", "replace")), path


def test_the_name_gives_the_short_name(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = [o for o in OPTIONS if not o.startswith(("--nom", "--adresse-site"))]
    assert run(template, "--nom=Commune d’Été-sur-Lys", *options, capsys=capsys)[0] == 0
    assert (template / "content/collectivites/ete-sur-lys.yaml").is_file()
    assert 'site_url: !ENV [REGISTRE_ADRESSE, ""]' in (template / "mkdocs.yml").read_text(encoding="utf-8")


def test_all_that_is_missing_or_wrong_is_told_at_once(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_of(template)
    code, out, err = run(template, "--siren=216 200 007", "--courriel=mairie", "--nom-court=exemple", capsys=capsys)
    assert (code, out) == (2, "")
    assert err == (
        "À donner ou à corriger :\n\n"
        "--nom\n  Nom : une réponse est nécessaire, par exemple : Commune d’Exemple\n\n"
        "--nom-court\n  Nom court : donnez-en un, autre que « exemple », qui est celui de l’exemple.\n\n"
        "--genre\n  Catégorie : une réponse est nécessaire, par exemple : commune\n\n"
        "--siren\n  SIREN : numéro non valable, un des neuf chiffres est faux (clé de contrôle)\n"
        "  Un SIREN a neuf chiffres, sans espace : recopiez-les un à un.\n\n"
        "--adresse\n"
        "  Adresse postale : une réponse est nécessaire, par exemple : 1 place de la Mairie, 62000 EXEMPLE\n\n"
        "--telephone\n  Téléphone : une réponse est nécessaire, par exemple : 03 00 00 00 00\n\n"
        "--courriel\n  Courriel : « mairie » n’est pas une adresse de courriel\n"
        "  Une adresse de courriel s’écrit ainsi : mairie@exemple.fr\n\n"
        "--directeur-publication\n"
        "  Directeur de la publication : une réponse est nécessaire, par exemple : Anne MARTIN\n\n"
        "--hebergeur\n  Hébergeur : une réponse est nécessaire, par exemple : GitHub, Inc., San Francisco\n\n"
        "Rien n’a changé. Voir : registre initialiser --aide\n"
    )
    assert files_of(template) == before


@pytest.mark.parametrize("typed", ["Com\u200bmune", "Com\u202emune", "a\nb", "x" * 1001])
def test_a_name_that_no_record_may_hold_is_refused(typed: str) -> None:
    with pytest.raises(InitialiseError) as refused:
        read_options(ANSWERS | {"nom": typed}, terminal=False)
    assert str(refused.value).startswith("À donner ou à corriger :\n\n--nom\n  ")


def test_a_second_time_is_refused(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(template, *OPTIONS, capsys=capsys)[0] == 0
    before = files_of(template)
    code, _, err = run(template, *OPTIONS, capsys=capsys)
    assert (code, files_of(template)) == (2, before)
    assert err.startswith("Ce registre est déjà initialisé : content/registre.yaml est rempli. Rien n’a changé.")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/seances/scota/2026-04-01/700.yaml", "numero: 700\n"),
        ("content/seances/scota/2026-02-11/605.yaml", "numero: 605\n"),
        ("content/collectivites/mienne.yaml", "nom: La mienne\n"),
    ],
)
def test_what_somebody_typed_is_never_removed(
    path: str, text: str, template: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (template / path).parent.mkdir(exist_ok=True)
    (template / path).write_text(text, encoding="utf-8")
    before = files_of(template)
    code, _, err = run(template, *OPTIONS, capsys=capsys)
    assert (code, files_of(template)) == (2, before)
    assert err.startswith("Ces fichiers ne sont pas ceux du modèle") and f"\n  {path}\n" in err


def test_pages_and_settings_of_somebody_stay(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (template / "content/pages/contact.md").write_text("# Contact\n", encoding="utf-8")
    settings = template / "mkdocs.yml"
    settings.write_text(re.sub("(?m)^site_name: .*$", "site_name: Nos actes", settings.read_text("utf-8")), "utf-8")
    assert run(template, *OPTIONS, capsys=capsys)[0] == 0
    assert (template / "content/pages/contact.md").is_file()
    assert "site_name: Nos actes\n" in settings.read_text(encoding="utf-8")


def test_a_page_with_an_error_stops_everything(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (template / "content/pages/contact.txt").write_text("?", encoding="utf-8")
    before = files_of(template)
    code, _, err = run(template, *OPTIONS, capsys=capsys)
    assert (code, files_of(template)) == (2, before)
    assert err.startswith("content/pages/contact.txt\n") and err.endswith("Rien n’a changé.\n")


def test_a_replacement_that_fails_halfway_is_undone(template: Path) -> None:
    new = template / "build/initialiser/nouveau"
    new.mkdir(parents=True)
    (new / "mkdocs.yml").write_text("site_name: X\n", encoding="utf-8")  # and no content/ to put in place
    before = files_of(template)
    with pytest.raises(FileNotFoundError):
        _swap(new, new.with_name("ancien"), template)
    assert files_of(template) == before


FREE = ("nom", "adresse", "telephone", "directeur_publication", "hebergeur", "contact_accessibilite")
TYPED = ["NO", "null", "~", "01004", "18:30", "2026-03-12", "1e3", "a: b", "a #b", "# b", "- a", "? a", "| a", "> a",
         "'", '"', "\\n", "%a", "@a", "`a`", "!a", "&a", "*a", "{a: b}", "[a]", "---", "...", "a\tb", "=", "<<", "🎉",
         "a:", ": a", "{{ a }}", "$a", "</title>"]  # fmt: skip


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The least that can be initialised."""
    root = tmp_path_factory.mktemp("nu")
    for path in (BASE / "pages").iterdir():
        (root / "content/pages").mkdir(parents=True, exist_ok=True)
        shutil.copy(path, root / "content/pages")
    return root


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_typed_is_read_back(bare: Path, data: st.DataObject) -> None:
    settings_file = bare / "mkdocs.yml"
    settings_file.write_text("site_name: Registre des délibérations\n", encoding="utf-8")
    words = st.sampled_from(TYPED) | st.text(max_size=30)
    typed = {cle: data.draw(words.map(lambda text, q=q: q.read(text)[0] or "x")) for q in QUESTIONS
             if (cle := q.field.cle) in FREE}  # fmt: skip
    answers = read_options(ANSWERS | typed, terminal=False)
    write(bare, answers)
    corpus, problems = verify(bare)
    assert not [problem for problem in problems if problem.blocks]
    assert corpus.registre is not None and corpus.collectivites["ete"].value.nom == typed["nom"]
    read = corpus.registre.value
    assert {cle: getattr(read, cle) for cle in FREE[1:]} | {"nom": read.organisme} == typed
    title = f"Registre des délibérations\u00a0– {typed['nom']}"
    assert yaml_load(settings_file.read_text(encoding="utf-8")) == {"site_name": title}


@pytest.mark.skipif(sys.platform == "win32", reason="pas de pseudo-terminal sous Windows")
def test_questions_are_asked_on_a_terminal(template: Path) -> None:
    lines = ["", "Commune de Sainte-Foy", "", "village", "Commune", siren(8), "", "1 rue Haute", "03 00 00 00 00", "",
             "Zoé O’HARA", "Hébergeur", "", "", "oui"]  # fmt: skip
    out = typed_on_a_terminal(template, lines)
    assert "Nom : une réponse est nécessaire" in out and "Entrée seule : sainte-foy" in out
    assert "Catégorie : « village » n’est pas dans la liste" in out and "Valeurs admises : commune," in out
    assert "Ce registre est maintenant celui de : Commune de Sainte-Foy." in out
    written = (template / "content/registre.yaml").read_text(encoding="utf-8")
    assert "telephone: 03 00 00 00 00\n# Adresse électronique publique. Par exemple : courriel: mairie@" in written
    assert "\ncourriel:\n" in written
    assert "accessibilite: non-conforme\ncontact_accessibilite: 03 00 00 00 00\n" in written


@pytest.mark.skipif(sys.platform == "win32", reason="pas de pseudo-terminal sous Windows")
@pytest.mark.parametrize("last", ["non", "\x04"])
def test_a_no_or_an_end_changes_nothing(template: Path, last: str) -> None:
    before = files_of(template)
    out = typed_on_a_terminal(template, [*[""] * 2, last], *OPTIONS)
    assert "Les actes du modèle vont être retirés" in out
    assert ("Rien n’a changé." if last == "non" else "Interrompu. Rien n’a changé.") in out
    assert files_of(template) == before


def typed_on_a_terminal(root: Path, lines: list[str], *options: str) -> str:
    """What the command printed, on a terminal where `lines` were typed."""
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, "\n".join([*lines, ""]).encode())
    command = [sys.executable, "-c", "from registre.__main__ import start; start()", "initialiser"]
    done = subprocess.run(
        [*command, *options], cwd=root, stdin=theirs, capture_output=True, timeout=60, check=False, encoding="utf-8"
    )
    os.close(ours)
    os.close(theirs)
    return done.stdout + done.stderr


WORKFLOW = ROOT / ".github/workflows/initialiser.yml"


@pytest.fixture(scope="module")
def workflow() -> dict[Any, Any]:
    parsed: dict[Any, Any] = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return parsed


def test_the_form_asks_the_same_questions(workflow: dict[Any, Any]) -> None:
    form = workflow["on"]["workflow_dispatch"]["inputs"]
    assert list(form) == [q.field.cle for q in QUESTIONS if "accessibilite" not in q.field.cle]  # ten: GitHub's limit
    assert [key for key, entry in form.items() if entry["required"] == "true"] == [
        q.field.cle for q in QUESTIONS if q.requis and "accessibilite" not in q.field.cle
    ]
    assert form["genre"]["options"] == list(Genre)
    assert "${{" not in "".join(step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"])


def step(workflow: dict[Any, Any], job: str, name: str) -> str:
    """The commands of a step."""
    return next(str(step["run"]) for step in workflow["jobs"][job]["steps"] if step.get("name") == name)


def clone(target: Path) -> Path:
    """The files of the working copy that git knows or would add, in a repository of their own, at `target`."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("il faut git et une copie de travail")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    for path in filter(None, listed.stdout.split("\0")):
        if (ROOT / path).is_file():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, target / path)
    for command in (["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["commit", "--quiet", "-m", "x"]):
        git(target, *command)
    return target


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@exemple.fr", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="les commandes du flux sont pour Linux")
def test_the_workflow_pushes_a_branch_that_initialises(
    tmp_path: Path, real_acts: Path, workflow: dict[Any, Any]
) -> None:
    root = clone(tmp_path / "projet")
    (root / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    remote = tmp_path / "distant.git"
    git(root, "clone", "--quiet", "--bare", str(root), str(remote))
    hostile = ANSWERS | {"nom": '$(touch rate); "`touch rate`" -x'}
    environment = os.environ | {key.upper(): value for key, value in hostile.items()} | {
        "GITHUB_STEP_SUMMARY": str(tmp_path / "resume.md"), "GITHUB_SERVER_URL": "https://forge.example",
        "GITHUB_REPOSITORY": "elle/registre", "RUNNER_TEMP": str(root), "BRANCHE": "initialiser-1", "CIBLE": "main",
        "JETON": "secret", "PYTHONPATH": str(root / "scripts"), "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{remote}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://x-access-token:secret@forge.example/elle/registre.git",
    }  # fmt: skip

    def shell(job: str, name: str, **more: str) -> int:
        command = ["bash", "-eo", "pipefail", "-c", step(workflow, job, name)]
        return subprocess.run(command, cwd=root, env=environment | more, capture_output=True, check=False).returncode

    assert shell("preparer", "Initialiser", SIREN="12") == 1
    assert "un SIREN a neuf chiffres" in (tmp_path / "resume.md").read_text(encoding="utf-8")
    assert shell("preparer", "Initialiser") == 0
    assert shell("preparer", "Relever les changements") == 0
    git(root, "reset", "--quiet", "--hard")  # the other job starts from a clone of its own
    assert shell("proposer", "Pousser une branche et dire comment la fusionner") == 0
    assert not list(tmp_path.rglob("rate"))
    changed = git(remote, "diff", "--name-only", "--no-renames", "main", "initialiser-1").split()
    assert {path for path in changed if not path.startswith("content/")} == {"mkdocs.yml", FORM}
    assert "(ete)" in git(remote, "show", f"initialiser-1:{FORM}")
    assert yaml.safe_load(git(remote, "show", "initialiser-1:content/registre.yaml"))["organisme"] == hostile["nom"]
    link = "(https://forge.example/elle/registre/compare/main...initialiser-1?expand=1)"
    assert link in (tmp_path / "resume.md").read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="demande make")
def test_the_two_commands_pass_in_an_initialised_clone(
    tmp_path: Path, real_acts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = clone(tmp_path / "projet")
    assert run(root, *OPTIONS, capsys=capsys)[0] == 0
    with pytest.raises(InitialiseError):
        refuse_what_is_not_ours(root)
    environment = os.environ | {"PYTHONPATH": str(root / "scripts")}  # before the editable install of this project
    for name in ("PYTEST_XDIST_WORKER", "MAKEFLAGS"):  # of the command that runs this test
        environment.pop(name, None)
    for target in ("site", "test"):
        command = ["make", target, f"BIN={Path(sys.executable).parent}", "READY="]  # this very environment
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-5000:]


def test_the_example_left_is_that_of_the_readme() -> None:
    shown = dict(
        re.findall(
            r"^`(content/\S+)`\n\n```yaml\n(.*?)^```$",
            (ROOT / "README.md").read_text("utf-8"),
            re.MULTILINE | re.DOTALL,
        )
    )
    left = {path: data.decode() for path, data in files_of(START).items() if path.startswith("content/")}
    assert len(left) == 3
    assert {path: shown[path] for path in left} == left
