"""What a proposal shows: each act it changes, as one file that asks nothing of anybody, and one comment.

Also the status of a verification that was asked for, and the form that follows the bodies.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from conftest import copy_project
from deposits import event, files_of, run_of
from forge import REPOSITORY, Forge, forge_api, variables
from registre.after.safety import blocked_in
from registre.depot.alone import MOST, write_pages
from registre.depot.comments import BOT
from registre.depot.form import form_text, names_in
from registre.depot.paths import FORM
from registre.depot.steps import comment, form, prepare, preview, refresh, status

pytest_plugins = ("browser.fixtures",)
BASE = Path(__file__).parent / "records" / "base"
SEANCE = "content/seances/exemple/2026-03-12"
ACT = f"{SEANCE}/015.yaml"
FILES = f"https://github.com/{REPOSITORY}/blob/abc"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "registre", BASE)


def retype(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def shown(root: Path) -> list[str]:
    folder = root / prepare.PAGES
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# ---- The pages ----


def test_the_act_that_changes_is_shown_alone(root: Path) -> None:
    preview.write(root, [ACT], FILES)
    assert shown(root) == ["exemple-2026-03-12-015.html"]
    page = (root / prepare.PAGES / shown(root)[0]).read_text(encoding="utf-8")
    act = (BASE / "seances/exemple/2026-03-12/015.yaml").read_text(encoding="utf-8")
    title = re.findall(r"^objet: (.*)$", act, re.MULTILINE)[0]
    assert f"<h1>{title}</h1>" in page and f"<title>Aperçu – {title}</title>" in page
    assert f'href="{FILES}/{SEANCE}/015.pdf"' in page
    assert not re.search(r'href="(?!https:|#|mailto:)', page)


@pytest.mark.parametrize(
    ("path", "acts"),
    [
        (f"{SEANCE}/014.yaml", ["014"]),
        (f"{SEANCE}/014-convention.md", ["014"]),
        (f"{SEANCE}/015.pdf", ["015"]),
        (f"{SEANCE}/seance.yaml", ["014", "015"]),
        ("content/collectivites/exemple.yaml", []),
        ("content/seances/voisine/2026-03-12/014.yaml", []),
        (f"{SEANCE}-2/014.yaml", []),
    ],
)
def test_a_page_follows_every_file_that_it_shows(root: Path, path: str, acts: list[str]) -> None:
    preview.write(root, [path], FILES)
    assert shown(root) == [f"exemple-2026-03-12-{cle}.html" for cle in acts]


def test_a_draft_is_shown_and_says_so(root: Path) -> None:
    retype(root, ACT, "numero:", "brouillon: oui\nnumero:")
    preview.write(root, [ACT], FILES)
    page = (root / prepare.PAGES / shown(root)[0]).read_text(encoding="utf-8")
    assert "<strong>Brouillon</strong>" in page


def test_nothing_is_shown_while_there_are_errors(root: Path) -> None:
    retype(root, ACT, "2026-03-17", "17/03/2026")
    preview.write(root, [ACT], FILES)
    assert shown(root) == []
    assert (root / preview.TOLD).read_text(encoding="utf-8").endswith("\n\n1 erreur dans 1 fichier.\n")


def test_warnings_are_told_of_what_changes_only(root: Path) -> None:
    for cle in ("014", "015"):
        (root / SEANCE / f"{cle}.pdf").unlink()
    preview.write(root, [ACT], FILES)
    told = (root / preview.TOLD).read_text(encoding="utf-8")
    assert f"{ACT}, ligne" in told and "014.yaml" not in told


def test_links_lead_to_the_site_where_its_address_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTRE_ADRESSE", "https://actes.exemple.fr/")
    write_pages(root, lambda _: True, root / "pages", FILES)
    page = (root / "pages/exemple-2026-03-12-015.html").read_text(encoding="utf-8")
    assert 'href="https://actes.exemple.fr/actes/exemple/2026-03-12/"' in page
    assert 'href="https://actes.exemple.fr/glossaire/#' in page


def test_a_record_is_text_there_too(root: Path) -> None:
    retype(root, ACT, "objet: ", 'objet: <script>alert(1)</script> </style> href="x" {{ 7*7 }} ')
    write_pages(root, lambda _: True, root / "pages", FILES)
    page = (root / "pages/exemple-2026-03-12-015.html").read_text(encoding="utf-8")
    assert blocked_in(re.sub("<style>.*?</style>", "", page, count=1, flags=re.DOTALL)) == ""
    assert "<h1>&lt;script&gt;alert(1)&lt;/script&gt; &lt;/style&gt; href=&#34;x&#34; {{ 7*7 }} " in page


def test_no_more_pages_than_anybody_reads(root: Path) -> None:
    text = (root / ACT).read_text(encoding="utf-8")
    for number in range(100, 100 + MOST):
        numbered = re.sub(r"(?m)^numero: .*$", f'numero: "{number}"', text)
        (root / SEANCE / f"{number}.yaml").write_text(numbered, encoding="utf-8")
    names = write_pages(root, lambda _: True, root / "pages", FILES)
    assert len(names) == MOST


def test_a_page_asks_nothing_of_anybody(root: Path, browser: Browser) -> None:
    preview.write(root, [f"{SEANCE}/014.yaml"], FILES)
    address = (root / prepare.PAGES / "exemple-2026-03-12-014.html").as_uri()
    page = browser.new_page(viewport={"width": 390, "height": 800})
    said: list[str] = []
    page.on("request", lambda request: said.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    assert said == [address]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("Charter")
    page.close()


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@exemple.fr", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, check=True)


def test_what_changes_is_told_by_git(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "-qm", "un")
    assert preview.changed(root) == []
    retype(root, ACT, "objet: ", "objet: Nouvel ")
    (root / "README.md").write_text("x", encoding="utf-8")
    (root / SEANCE / "été.txt").write_text("x", encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "-qm", "deux")
    assert preview.changed(root) == [ACT, f"{SEANCE}/été.txt"]
    (root / SEANCE / "été.txt").unlink()
    monkeypatch.chdir(root)
    told = event("verification-finie") | {"pull_request": {"head": {"sha": "f00"}}}
    preview.run(variables(tmp_path, told, Forge(), "abc"))
    page = (root / prepare.PAGES / "exemple-2026-03-12-015.html").read_text(encoding="utf-8")
    assert f'href="https://github.com/{REPOSITORY}/blob/f00/{SEANCE}/015.pdf"' in page


# ---- The comment ----


@pytest.fixture
def forge(root: Path) -> Iterator[Forge]:
    forge = Forge()
    forge.start(files_of(root))
    with forge_api(forge):
        yield forge


PAGE = f"https://github.com/{REPOSITORY}/actions/runs/4321"


class Verified:
    """A pull request from a fork, and the verifications of it that have ended."""

    def __init__(self, folder: Path, forge: Forge) -> None:
        self.folder, self.forge = folder, forge
        head = {"ref": "corrige", "sha": "f00", "user": "jean-durand", "repo": {"full_name": "jean-durand/registre"}}
        forge.pulls.append({"number": 100, "state": "open", "base": "main", "head": head})

    def ends(self, said: str | None, **ended: Any) -> list[str]:
        """The comments, after a verification that ended so."""
        told = event("verification-finie")
        told["workflow_run"] |= {"head_sha": "f00"} | ended
        file = self.folder / "dit" / "verification.txt"
        file.parent.mkdir(exist_ok=True)
        if said is not None:
            file.write_text(said, encoding="utf-8")
        comment.comment(run_of(self.folder / "fin", told, self.forge), file)
        return self.forge.said(100)


@pytest.fixture
def verified(tmp_path: Path, forge: Forge) -> Verified:
    return Verified(tmp_path, forge)


def test_one_comment_is_kept_up_to_date(verified: Verified, forge: Forge) -> None:
    forge.artifacts[4321] = [{"id": 5, "name": "verification"}, {"id": 6, "name": "apercu"}]
    (text,) = verified.ends("a.yaml, ligne 3\n  Numéro : manque [D001]\n\n1 erreur dans 1 fichier.\n")
    assert text == (
        f"<!-- registre-verification -->\n\n**La vérification échoue** ([détails]({PAGE})).\n\n"
        "```text\na.yaml, ligne 3\n  Numéro : manque [D001]\n\n1 erreur dans 1 fichier.\n```\n\n"
        f"[La page de chaque acte changé]({PAGE}/artifacts/6), telle qu’elle sera : un fichier à télécharger, puis à "
        "ouvrir. Elle est faite par une copie du dépôt : lisez d’abord ce que la proposition change."
    )
    forge.artifacts[4321] = []
    (text,) = verified.ends("Aucune erreur.\n", conclusion="success")
    assert text == "<!-- registre-verification -->\n\n**Rien ne bloque.**\n\n```text\nAucune erreur.\n```"
    asked = len([asked for asked in forge.asked if asked.startswith("PATCH")])
    verified.ends("Aucune erreur.\n", conclusion="success")
    assert len([asked for asked in forge.asked if asked.startswith("PATCH")]) == asked == 1


def test_the_comment_of_another_is_never_changed(verified: Verified, forge: Forge) -> None:
    mine = {"id": 0, "issue": 100, "user": {"login": "jean-durand"}, "body": f"{comment.MARK}\n\nÀ moi"}
    forge.comments.append(dict(mine))
    assert len(verified.ends("Aucune erreur.\n")) == 2 and forge.comments[0] == mine
    assert forge.comments[1]["user"]["login"] == BOT


def test_many_comments_do_not_hide_ours(verified: Verified, forge: Forge) -> None:
    verified.ends("un")
    others = [{"id": n, "issue": 100, "user": {"login": "jean-durand"}, "body": "x"} for n in range(1, 151)]
    forge.comments[:0] = others
    forge.comments[-1]["id"] = len(others)
    assert len(verified.ends("deux")) == 151


@pytest.mark.parametrize(
    "ended",
    [
        {"head_sha": "vieux"},
        {"conclusion": "cancelled"},
        {"head_repository": None},
        {"head_branch": "autre"},
        {"head_repository": {"full_name": "zoe-fabre/registre", "owner": {"login": "zoe-fabre"}}},
    ],
)
def test_a_verification_of_nothing_open_is_left(verified: Verified, ended: dict[str, Any]) -> None:
    assert verified.ends("x", **ended) == []


def test_a_verification_that_said_nothing_leads_to_its_log(verified: Verified) -> None:
    assert verified.ends(None) == [f"<!-- registre-verification -->\n\n**La vérification échoue** ([détails]({PAGE}))."]


def test_what_a_fork_says_is_code(verified: Verified) -> None:
    (text,) = verified.ends(
        "````\n</details> @mairie-exemple <img src=x> [x](https://ailleurs.example)\n" + "é" * 2_000_000
    )
    assert "\n`````text\n````\n</details> @mairie" in text and len(text) < 65_536


def test_the_step_reads_what_was_downloaded(verified: Verified, forge: Forge, tmp_path: Path) -> None:
    told = event("verification-finie")
    told["workflow_run"]["head_sha"] = "f00"
    (tmp_path / "verification.txt").write_text("Aucune erreur.", encoding="utf-8")
    comment.run(variables(tmp_path, told, forge, "x") | {"VERIFICATION": str(tmp_path)})
    assert "Aucune erreur." in forge.said(100)[0]


# ---- The status and the form ----


@pytest.mark.parametrize(
    ("ended", "state", "words"),
    [
        ("success", "success", "Rien ne bloque."),
        ("failure", "failure", "À corriger : suivez « Details »."),
        ("cancelled", "failure", "À corriger : suivez « Details »."),
    ],
)
def test_the_commit_is_told_the_result(tmp_path: Path, forge: Forge, ended: str, state: str, words: str) -> None:
    status.run(variables(tmp_path, event("verification-finie"), forge, "abc") | {"RESULTAT": ended})
    page = f"https://github.com/{REPOSITORY}/actions/runs/777"
    told = {"sha": "abc", "state": state, "context": "verifier", "description": words, "target_url": page}
    assert forge.statuses == [told]


def refreshed(folder: Path, forge: Forge, names: dict[str, str]) -> None:
    written, present = folder / "deposer.yml", folder / FORM
    written.write_text(form_text(names), encoding="utf-8")
    present.parent.mkdir(parents=True, exist_ok=True)
    present.write_bytes(forge.files("main")[FORM])
    refresh.refresh(
        run_of(folder / "maj", event("depot-ouvert", pdf=""), forge, forge.refs["heads/main"]), written, present
    )


def test_a_new_body_is_proposed_for_the_form_once(tmp_path: Path, forge: Forge) -> None:
    one, two, three = ({"a": "A"}, {"a": "A", "b": "B"}, {"a": "A", "b": "B", "c": "C"})
    forge.change("main", FORM, form_text(one).encode())
    refreshed(tmp_path, forge, one)
    assert forge.pulls == [] and forge.asked == []
    refreshed(tmp_path, forge, two)
    refreshed(tmp_path, forge, two)
    assert [(pull["title"], pull["head"]["ref"]) for pull in forge.pulls] == [(refresh.TITLE, "formulaire")]
    assert forge.files("formulaire")[FORM] == form_text(two).encode()
    assert forge.dispatches == [{"workflow": "verifier.yml", "ref": "formulaire"}]
    refreshed(tmp_path, forge, three)
    assert len(forge.pulls) == 1 and forge.files("formulaire")[FORM] == form_text(three).encode()
    forge.pulls[0]["state"] = "closed"
    refreshed(tmp_path, forge, three)
    assert len(forge.pulls) == 1


def test_the_step_writes_the_form_of_the_register(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    form.run({})
    assert (root / FORM).read_text(encoding="utf-8") == form_text(names_in(root))
