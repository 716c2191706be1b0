"""A deposit, rehearsed: from the event of the form to the pull request, its rereading, and the answer once online.

GitHub is a stand-in (`forge`); the documents are of an invented evening (`deposits`).
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from conftest import ROOT, copy_project
from deposits import FOLDER, act, event, files_of, run_of
from forge import REPOSITORY, TOKEN, Forge, Store, file_store, forge_api, variables
from pdfs import GOOD, SCRIPT, link
from registre.build import verify
from registre.depot import result
from registre.depot.download import Gate
from registre.depot.drafts import is_draft, published
from registre.depot.paths import known
from registre.depot.pull import BOX, body
from registre.depot.result import Result
from registre.depot.steps import announce, prepare, propose, receive, reread
from registre.draft.report import Refused, ToCheck

BASE = Path(__file__).parent / "records" / "base"
HOME = f"https://github.com/{REPOSITORY}"
PREVIEW = f"{HOME}/actions/runs/777/artifacts/1"
RECORDS = [f"{FOLDER}/{name}" for name in ("2026-12.yaml", "2026-13.yaml", "seance.yaml")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The register, as a job has it."""
    return copy_project(tmp_path / "registre", BASE)


@pytest.fixture
def forge(root: Path) -> Iterator[Forge]:
    forge = Forge()
    forge.start(files_of(root))
    with forge_api(forge):
        yield forge


@pytest.fixture
def store() -> Iterator[Store]:
    with file_store() as store:
        yield store


class Deposit:
    """The jobs of a deposit, one after the other, as the workflows run them."""

    def __init__(self, folder: Path, root: Path, forge: Forge, store: Store) -> None:
        self.folder, self.root, self.forge, self.store = folder, root, forge, store
        self.told = event("depot-ouvert", pdf="")
        self.start = forge.refs["heads/main"]

    def joins(self, *pdfs: tuple[str, bytes]) -> None:
        """Join files to the issue."""
        links = [
            f"[{name}]({self.store.gives(f'/user-attachments/files/{rank}/{name}', data)})"
            for rank, (name, data) in enumerate(pdfs, start=1)
        ]
        self.told = event("depot-ouvert", pdf="\n".join(links))

    def receive(self) -> str:
        receive.receive(run_of(self.folder / "un", self.told, self.forge, self.start))
        output = self.folder / "un" / "sorties.txt"
        return output.read_text(encoding="utf-8") if output.exists() else ""

    def prepare(self) -> None:
        gate = Gate(f"http://{self.store.host}")
        prepare.prepare(run_of(self.folder / "deux", self.told, self.forge, self.start), self.root, gate)

    def propose(self, preview: str = PREVIEW) -> str:
        """The answer on the issue."""
        run = run_of(self.folder / "trois", self.told, self.forge, self.start)
        propose.propose(run, self.root / result.FOLDER, preview)
        return self.forge.said(12)[-1]

    def tick(self, **pull: Any) -> None:
        told = event("demande-cochee", case=BOX)
        told["pull_request"] |= pull
        reread.reread(run_of(self.folder / "quatre", told, self.forge, self.start))

    def announce(self) -> None:
        """After the site is online, in a job that has the files of main."""
        root = self.folder / "main"
        for path, data in self.forge.files("main").items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        announce.announce(run_of(self.folder / "cinq", self.told, self.forge), "https://actes.exemple.fr/", root)


@pytest.fixture
def deposit(tmp_path: Path, root: Path, forge: Forge, store: Store) -> Deposit:
    return Deposit(tmp_path, root, forge, store)


def test_the_path_of_an_evening(deposit: Deposit, forge: Forge) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")), ("2026-13.pdf", act("2026-13", "Chemin des Prés : réfection")))
    assert deposit.receive() == "suite=oui\n"
    (received,) = forge.said(12)
    assert received == (
        f"Reçu. Vos PDF sont [en cours de lecture]({HOME}/actions/runs/777) ; la suite arrive ici, dans quelques "
        "minutes. Rien n’est encore publié sur le site."
    )
    deposit.prepare()
    assert deposit.propose() == (
        "**Les fiches sont prêtes, à relire** : #100 vous dit quoi faire. Rien n’est encore publié sur le site."
    )
    before, after = forge.files("main"), forge.files("depot-12")
    added = [*RECORDS, f"{FOLDER}/2026-12.pdf", f"{FOLDER}/2026-13.pdf"]
    assert sorted(set(after) - set(before)) == sorted(added)
    assert {path: after[path] for path in before} == before
    assert after[f"{FOLDER}/2026-12.pdf"] == act("2026-12")
    assert all(is_draft(after[path].decode()) for path in RECORDS)
    (pull,) = forge.pulls
    assert (pull["head"]["ref"], pull["base"]) == ("depot-12", "main")
    assert pull["title"] == "exemple, séance du 04/05/2026 : 2 actes (dépôt #12)"
    assert forge.dispatches == [{"workflow": "verifier.yml", "ref": "depot-12"}]
    lines = pull["body"].splitlines()
    assert (
        f"1. **Regardez** [la page de chaque acte]({PREVIEW}), telle qu’elle sera : un fichier à télécharger, "
        in (pull["body"])
    )
    assert f"   - [ ] {BOX}" in lines
    edit, blob = f"{HOME}/edit/depot-12/{FOLDER}", f"{HOME}/blob/depot-12/{FOLDER}"
    assert f"- [2026-12.yaml]({edit}/2026-12.yaml) ([son PDF]({blob}/2026-12.pdf)) : à relire" in lines
    assert f"- [seance.yaml]({edit}/seance.yaml) : à relire" in lines
    assert "### Ce que dit la vérification : rien ne bloque" in lines
    assert "content/seances/exemple/2026-05-04/2026-12.yaml, ligne 2" in lines


def test_the_pages_of_the_drafts_are_shown(deposit: Deposit, root: Path) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")))
    deposit.prepare()
    (page,) = (root / prepare.PAGES).iterdir()
    assert page.name == "exemple-2026-05-04-2026-12.html"
    text = page.read_text(encoding="utf-8")
    assert "<strong>Brouillon</strong>" in text and "Fixe le prix à 3,20 euros" in text
    assert f'href="{HOME}/blob/depot-12/{FOLDER}/2026-12.pdf"' in text


def test_ticking_the_box_makes_records_that_are_published(deposit: Deposit, forge: Forge, tmp_path: Path) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")), ("2026-13.pdf", act("2026-13")))
    deposit.prepare()
    deposit.propose()
    forge.change("depot-12", f"{FOLDER}/2026-12.yaml", forge.files("depot-12")[f"{FOLDER}/2026-12.yaml"] + b"# vu\n")
    deposit.tick()
    (told,) = forge.said(100)
    assert told == (
        "C’est noté : 3 fiches ne sont plus des brouillons. La vérification recommence ; quand « verifier » est vert, "
        "« Merge pull request » publie."
    )
    after = forge.files("depot-12")
    assert not any(is_draft(after[path].decode()) or b"a_verifier" in after[path] for path in RECORDS)
    assert after[f"{FOLDER}/2026-12.yaml"].endswith(b"# vu\n")
    assert forge.dispatches == [{"workflow": "verifier.yml", "ref": "depot-12"}] * 2
    target = copy_project(tmp_path / "fusionne", BASE)
    for path in (path for path in after if path.startswith(FOLDER)):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(after[path])
    corpus, problems = verify(target)
    assert [problem for problem in problems if problem.blocks] == []
    assert ("exemple", "2026-05-04", "2026-12") in corpus.actes


def test_once_online_each_act_has_its_address_and_the_deposit_is_closed(deposit: Deposit, forge: Forge) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")), ("2026-13.pdf", act("2026-13")))
    deposit.prepare()
    deposit.propose()
    deposit.announce()
    assert len(forge.said(12)) == 1  # not merged yet
    forge.merge(100)
    deposit.announce()
    assert forge.said(12)[-1] == (
        "<!-- registre-en-ligne -->\n\nPas encore en ligne : la fiche, ou celle de la séance, dit `brouillon: oui`."
        "\n\n- 2026-12\n- 2026-13"
    )
    assert forge.states == {}
    for path in RECORDS:
        forge.change("main", path, published(forge.files("main")[path].decode()).encode())
    deposit.announce()
    assert forge.said(12)[-1] == (
        "<!-- registre-en-ligne -->\n\n**En ligne.** Ces adresses ne changeront plus :\n\n"
        "- 2026-12 : https://actes.exemple.fr/actes/exemple/2026-05-04/2026-12/\n"
        "- 2026-13 : https://actes.exemple.fr/actes/exemple/2026-05-04/2026-13/"
    )
    assert len(forge.said(12)) == 2 and forge.states == {12: "closed"}
    deposit.announce()
    assert len(forge.said(12)) == 2


def test_what_gave_nothing_is_told_beside_what_did(deposit: Deposit, forge: Forge) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")), ("piege.pdf", link(SCRIPT)), ("page.pdf", b"<html>"))
    deposit.prepare()
    answer = deposit.propose()
    assert answer.startswith("**Les fiches sont prêtes, à relire** : #100 vous dit quoi faire.")
    assert "\n\nCes fichiers n’ont rien donné :\n\n```text\npiege.pdf : Ce PDF contient plus que" in answer
    assert "page.pdf : Ce fichier n’est pas un PDF : « page.pdf », c’est une page web." in answer
    assert "### Fichiers dont rien n’a été tiré" in forge.pulls[0]["body"]


def test_a_deposit_that_gives_nothing_opens_nothing(deposit: Deposit, forge: Forge) -> None:
    deposit.told = event("depot-ouvert", pdf="_No response_")
    deposit.told["issue"]["body"] = deposit.told["issue"]["body"].replace("04/05/2026", "hier")
    deposit.prepare()
    assert deposit.propose() == (
        "**Rien n’a pu être tiré de ce dépôt.**\n\n```text\n"
        "Date de la séance : « hier » n’est pas une date. Écrivez par exemple 12/03/2026.\n\n"
        "Actes tamponnés (PDF) : aucun PDF n’est joint.\n```\n\n"
        "Pour corriger : « … » en haut à droite de votre premier message, puis « Edit ». Tout recommence dès que vous "
        "l’enregistrez."
    )
    assert forge.pulls == [] and set(forge.refs) == {"heads/main"}


def test_an_act_that_is_there_already_is_not_touched(deposit: Deposit, forge: Forge, root: Path) -> None:
    (root / FOLDER).mkdir()
    (root / FOLDER / "2026-12.yaml").write_text("numero: 2026-12\nobjet: Le mien\nnature: DE\n", encoding="utf-8")
    deposit.joins(("2026-12.pdf", act("2026-12")))
    deposit.prepare()
    answer = deposit.propose()
    assert f"2026-12.pdf : {FOLDER}/2026-12.yaml existe déjà : il n’a pas été touché." in answer
    assert f"{FOLDER}/2026-12.yaml" not in forge.files("depot-12" if forge.pulls else "main")


def test_without_the_setting_the_clerk_opens_the_pull_request(deposit: Deposit, forge: Forge) -> None:
    forge.forbidden = {"POST pulls"}
    deposit.joins(("2026-12.pdf", act("2026-12")))
    deposit.prepare()
    answer = deposit.propose()
    assert "réglage du registre (docs/publier.md)" in answer
    assert f"[cette page]({HOME}/compare/main...depot-12?expand=1&title=exemple" in answer
    assert f"{FOLDER}/2026-12.yaml" in forge.files("depot-12") and forge.dispatches == []


def test_a_job_that_stopped_is_told(deposit: Deposit, forge: Forge) -> None:
    answer = deposit.propose("")
    assert answer.startswith("**La lecture s’est arrêtée** sur un imprévu") and "Re-run jobs" in answer
    assert forge.pulls == []


def test_github_failing_is_told_too(deposit: Deposit, forge: Forge) -> None:
    forge.forbidden = {"POST git/trees"}
    deposit.joins(("2026-12.pdf", act("2026-12")))
    deposit.prepare()
    with pytest.raises(propose.ApiError):
        deposit.propose()
    assert forge.said(12)[-1].startswith("**La lecture s’est arrêtée**")


# ---- Who, when, where ----


@pytest.mark.parametrize("association", ["NONE", "CONTRIBUTOR", "FIRST_TIME_CONTRIBUTOR", "MANNEQUIN", "", None])
def test_an_outsider_gets_nothing(deposit: Deposit, forge: Forge, association: str | None) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")))
    deposit.told["issue"]["author_association"] = association
    assert deposit.receive() == ""
    deposit.told["issue"]["body"] = "rien"
    prepare.run(variables(deposit.folder, deposit.told, forge, deposit.start))
    result.save(deposit.root / result.FOLDER, Result(), deposit.root, ["content/registre.yaml"])
    propose.propose(run_of(deposit.folder, deposit.told, forge, deposit.start), deposit.root / result.FOLDER, "")
    assert forge.asked == [] and not (Path() / result.FOLDER).exists()


def test_a_private_register_is_told_why(deposit: Deposit, forge: Forge) -> None:
    deposit.told["repository"]["private"] = True
    assert deposit.receive() == ""
    assert forge.said(12)[0].startswith("**Ce dépôt ne peut pas être lu** : le registre est privé sur GitHub")


def test_a_deposit_is_read_once(deposit: Deposit, forge: Forge) -> None:
    forge.refs["heads/depot-12"] = deposit.start
    assert deposit.receive() == ""
    assert forge.said(12)[0].startswith("Ce dépôt a déjà été lu : ses fiches sont sur la branche [depot-12](")


def test_a_change_of_title_starts_nothing_and_one_of_the_text_does(deposit: Deposit, forge: Forge) -> None:
    deposit.told |= {"action": "edited", "changes": {"title": {"from": "Dépôt"}}}
    assert deposit.receive() == "" and forge.asked == []
    deposit.told["changes"] = {"body": {"from": ""}}
    assert deposit.receive() == "suite=oui\n"


@pytest.mark.parametrize(
    "pull",
    [
        {"body": f"- [ ] {BOX}"},
        {"body": f"> - [x] {BOX}"},
        {"body": None},
        {"state": "closed"},
        {"head": {"ref": "depot-12", "repo": {"full_name": "jean-durand/registre"}}},
        {"head": {"ref": "depot-12", "repo": None}},
        {"head": {"ref": "main", "repo": {"full_name": REPOSITORY}}},
        {"head": {"ref": "depot-12/../main", "repo": {"full_name": REPOSITORY}}},
    ],
)
def test_only_the_box_of_a_deposit_counts(deposit: Deposit, forge: Forge, pull: dict[str, Any]) -> None:
    deposit.tick(**pull)
    assert forge.asked == []


def test_a_box_that_was_ticked_already_starts_nothing(deposit: Deposit, forge: Forge) -> None:
    told = event("demande-cochee", case=BOX)
    told["changes"]["body"]["from"] = told["pull_request"]["body"] + "\nfaute"
    reread.reread(run_of(deposit.folder / "x", told, forge))
    assert forge.asked == []


def test_a_second_tick_changes_nothing(deposit: Deposit, forge: Forge) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")))
    deposit.prepare()
    deposit.propose()
    deposit.tick()
    head = forge.refs["heads/depot-12"]
    deposit.tick()
    assert forge.said(100)[-1] == "Aucune fiche n’est un brouillon : il n’y a rien à changer."
    assert forge.refs["heads/depot-12"] == head


def test_a_correction_made_meanwhile_is_never_lost(
    deposit: Deposit, forge: Forge, monkeypatch: pytest.MonkeyPatch
) -> None:
    deposit.joins(("2026-12.pdf", act("2026-12")))
    deposit.prepare()
    deposit.propose()
    mine = f"{FOLDER}/2026-12.yaml"

    def commit(*arguments: Any) -> str:
        sha = propose.commit(*arguments)
        forge.change("depot-12", mine, b"objet: Le mien\n")
        return sha

    monkeypatch.setattr(reread, "commit", commit)
    deposit.tick()
    assert forge.files("depot-12")[mine] == b"objet: Le mien\n"
    assert forge.said(100) == [
        "Une fiche vient d’être modifiée, et rien n’a été changé par-dessus. Décochez, puis cochez de nouveau."
    ]


# ---- Drafts, line by line ----


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a: 1\nbrouillon: oui\nb: 2\n", "a: 1\nb: 2\n"),
        ("brouillon: oui\na_verifier:\n  - champ: vote\n    passage: x\n\nb: 2\n", "\nb: 2\n"),
        ("a_verifier:\n- champ: vote\n- champ: heure\nb: 2\n", "b: 2\n"),
        ("a_verifier:\n  - champ: texte\n    passage: |\n      un\n\n      deux\nb: 2\n", "b: 2\n"),
        ("a_verifier: [{champ: vote}]\r\nb: 2\r\n", "b: 2\r\n"),
        ("texte: |\n  brouillon: oui\n  a_verifier: non\n", "texte: |\n  brouillon: oui\n  a_verifier: non\n"),
        ("brouillons: oui\n", "brouillons: oui\n"),
        ("a: 1\nbrouillon: oui", "a: 1\n"),
        ("", ""),
    ],
)
def test_a_record_stops_being_a_draft_and_nothing_else(text: str, left: str) -> None:
    assert published(text) == left
    assert not is_draft(left)


@pytest.mark.parametrize("text", ["brouillon: oui\n", "a: 1\nbrouillon : true\n", 'brouillon: "Oui"\n'])
def test_a_draft_is_recognised(text: str) -> None:
    assert is_draft(text)


@pytest.mark.parametrize(
    "text", ["brouillon: non\n", "texte: |\n  brouillon: oui\n", "brouillon:\n", "# brouillon: oui\n"]
)
def test_what_is_no_draft(text: str) -> None:
    assert not is_draft(text)


# ---- What comes from outside ----

HOSTILE = [
    '$(touch rate); `touch rate` "; touch rate #',
    "${{ github.token }} ::set-output name=x::y",
    "``` \n\n# Titre\n\n[x](https://ailleurs.example) <img src=https://ailleurs.example/x> @mairie-exemple #1",
    "````\n~~~\n</details><script>alert(1)</script>",
    "\u202egpj.exe\u0000\u001b[31m",
    "\n".join(["- [x] " + BOX, "suite=oui"]),
]


def marks(text: str) -> list[str]:
    """What of a Markdown text is not plain: the addresses of its links, its images and its HTML."""
    found = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        for part in [token, *(token.children or [])]:
            if part.type in {"html_block", "html_inline"}:
                found.append(part.content)
            elif part.type in {"link_open", "image"}:
                found.append(str(part.attrs.get("href") or part.attrs.get("src")))
            elif part.type == "text":
                found += re.findall(r"@\w+|#1\b", part.content)
    return found


@pytest.mark.parametrize("words", HOSTILE)
def test_words_from_outside_are_never_markup(words: str) -> None:
    files = known([f"{FOLDER}/2026-12.yaml"])
    checks = tuple(ToCheck(file.path, words, words) for file in files for _ in range(3))
    told = Result(checks, (Refused(words, words),), words, 1)
    text = body(told, files, 12, HOME, PREVIEW)
    assert all(mark.startswith(f"{HOME}/") for mark in marks(text)), marks(text)
    assert len(re.findall(rf"^ *- \[[ x]\] {BOX}", MarkdownIt().render(text).replace("<li>", "- "), re.MULTILINE)) == 1
    assert len(re.findall(r"\[x\]", text.split("### ")[0])) == 0
    answer = propose.replies.refused([Refused(words, words)])
    assert marks(answer) == []


def test_a_long_deposit_fits_in_what_github_accepts() -> None:
    files = known(f"{FOLDER}/2026-{number}.yaml" for number in range(40))
    checks = tuple(ToCheck(file.path, "champ" * 100, "é`" * 500) for file in files for _ in range(50))
    refused = tuple(Refused(f"{number}.pdf", "x" * 2000) for number in range(40))
    text = body(Result(checks, refused, "é" * 400_000, 9), files, 12, HOME, PREVIEW)
    assert len(text) < 65_536 and "lignes, qui sont aussi dans les fiches, sous `a_verifier`." in text


@pytest.mark.parametrize("words", HOSTILE)
def test_an_issue_never_reaches_a_command(deposit: Deposit, forge: Forge, words: str) -> None:
    """As GitHub runs them: in a shell, with the event in its file; no word is in a command or a variable."""
    deposit.told["issue"] |= {"title": words, "body": f"{words}\n\n### Actes tamponnés (PDF)\n\n{words}"}
    environment = variables(deposit.folder, deposit.told, forge, deposit.start)
    for step in ("receive", "propose"):
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", f"{sys.executable} -S -m registre.depot {step}"],
            cwd=deposit.folder, env=environment | {"PYTHONPATH": str(ROOT / "scripts"), "PATH": "/usr/bin:/bin"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
    assert (deposit.folder / "sorties.txt").read_text(encoding="utf-8") == "suite=oui\n"
    assert [re.split(r"[ .]", said)[0] for said in forge.said(12)] == ["Reçu", "**La"]
    assert not list(deposit.folder.rglob("rate"))


def test_a_job_that_was_misled_writes_nothing_elsewhere(deposit: Deposit, forge: Forge, tmp_path: Path) -> None:
    """What a PDF could do to the job that reads it stops at what that job may hand over."""
    folder = tmp_path / "remis"
    good = f"{FOLDER}/2026-12.yaml"
    bad = [
        ".github/workflows/publier.yml",
        "scripts/registre/cli.py",
        "content/registre.yaml",
        "content/pages/aide.md",
        "content/collectivites/exemple.yaml",
        f"{FOLDER}/2026-12.yaml.sh",
        f"{FOLDER}/sous/2026-12.yaml",
        "content/seances/exemple/2026-05-04-2/A.yaml",
    ]
    for path in (good, *bad):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("brouillon: oui\n", encoding="utf-8")
    result.save(folder, Result(), tmp_path, [good, *bad])
    (folder / "fichiers" / FOLDER / "lien.yaml").symlink_to("/etc/passwd")
    propose.propose(run_of(tmp_path / "x", deposit.told, forge, deposit.start), folder, "")
    assert sorted(set(forge.files("depot-12")) - set(forge.files("main"))) == [good]


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"to_check": 1}', '{"to_check": [{"a": 1}]}', "\ud800", "1" * 9])
def test_what_was_handed_over_may_be_anything(deposit: Deposit, told: str) -> None:
    folder = deposit.root / result.FOLDER
    folder.mkdir(parents=True)
    (folder / "resultat.json").write_bytes(told.encode("utf-8", "surrogatepass"))
    assert deposit.propose("").startswith("**La lecture s’est arrêtée**")


def test_the_token_is_sent_to_the_api_alone(deposit: Deposit, forge: Forge, store: Store) -> None:
    deposit.joins(("2026-12.pdf", GOOD))
    deposit.prepare()
    assert store.asked and TOKEN not in str(store.asked)
    assert forge.asked == []


def test_the_steps_with_rights_need_nothing_installed() -> None:
    """`-S`: without site-packages."""
    steps = ("receive", "propose", "reread", "announce", "comment", "status", "refresh")
    code = f"import importlib\nfor step in {steps}: importlib.import_module('registre.depot.steps.' + step)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], env={"PYTHONPATH": str(ROOT / "scripts")}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("arguments", [[], ["rien"], ["receive", "propose"], ["../prepare"]])
def test_an_unknown_step_is_refused(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "registre.depot", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and done.stderr.startswith("Étape attendue : receive, prepare,")
