"""Paths that a register must not follow, publish or lose: refused by their names, as files, folders and citations."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from registre.parse.corpus import load_corpus
from registre.rules import check
from tally import Tally
from test_records import RECORDS, problems_of

pytestmark = pytest.mark.compte
SEANCE = Path("seances/exemple/2026-03-12")
NAMES = (
    *("..yaml", "...yaml", "-.yaml", "--.yaml", "a-.yaml", "-a.yaml", "a--b.yaml", "a_b.yaml", "a b.yaml", " a.yaml"),
    *("a .yaml", "a.yaml ", "a..yaml", "a.b.yaml", "A.yaml", "é.yaml", "e\u0301.yaml", "ﬁ.yaml", "а.yaml", "٠١.yaml"),
    *("０１.yaml", "a\u200b.yaml", "a\u202e.yaml", "a\u00a0.yaml", "a\n.yaml", "a\t.yaml", "a\x7f.yaml", "a\\b.yaml"),
    *("..\\a.yaml", "C:a.yaml", "C:\\a.yaml", "%2e%2e.yaml", "%2e%2e%2fa.yaml", "a%00.yaml", "a?b.yaml", "a#b.yaml"),
    *("a&b.yaml", "a;b.yaml", "$(id).yaml", "`id`.yaml", "a'b.yaml", 'a"b.yaml', "<a>.yaml", "a|b.yaml", "a*.yaml"),
    *("~.yaml", "~root.yaml", "con.yaml", "nul.yaml", "prn.yaml", "aux.yaml", "com1.yaml", "lpt9.yaml", "CON.yaml"),
    *("index.yaml", "page-2.yaml", "a.yml", "a.YAML", "a.json", "a.html", "a.php", "a.exe", "a.sh", "a.svg", "a.yaml~"),
    *(".a.yaml", ".htaccess", ".nojekyll", "a.pdf.yaml", "a.yaml.pdf", "a.md.pdf", "CNAME", "a", "🏛.yaml"),
    *("a" * 90 + ".yaml", "a" * 250 + ".yaml", "{a}.yaml", "[a].yaml", "(a).yaml", "a,b.yaml", "a=b.yaml", "@a.yaml"),
)
CITED = (
    *("..", ".", "/", "../015.pdf", "./015.pdf", "../2026-03-12/015.pdf", "../../../registre.yaml", "/etc/passwd"),
    *("//hote/015.pdf", "\\\\hote\\015.pdf", "C:\\015.pdf", "file:///etc/passwd", "%2e%2e/015.pdf", "..%2f015.pdf"),
    *("015.pdf/", "015.pdf/..", "015.PDF", "015..pdf", "0\u200b15.pdf", "015.pdf\u202e", "015.pdf#page=2"),
    *("015.pdf?x", "015%2epdf", "~/015.pdf", "$HOME/015.pdf", "015.yaml", "seance.yaml", "014-convention.md"),
)


def base(root: Path) -> Path:
    shutil.copytree(RECORDS / "base", root / "content")
    return root / "content"


@pytest.mark.parametrize("kind", ["fichier", "dossier"])
def test_a_name_that_no_address_can_have_is_refused(kind: str, tmp_path: Path, tally: Tally) -> None:
    passed = []
    for rank, name in enumerate(NAMES):
        content = base(tmp_path / str(rank))
        path = content / SEANCE / name
        if kind == "dossier":
            path = content / "seances" / name.removesuffix(".yaml") / "2026-03-12" / "015.yaml"
            path.parent.mkdir(parents=True)
        path.write_bytes((content / SEANCE / "015.yaml").read_bytes())
        if not any(problem.blocks for problem in problems_of(content.parent)):
            passed.append(name)
    tally(f"chemins ({kind}s)", len(NAMES), len(passed))
    assert passed == []


def test_a_citation_never_leaves_the_folder_of_its_record(tmp_path: Path, tally: Tally) -> None:
    content, passed = base(tmp_path), []
    record = content / SEANCE / "014.yaml"
    text = record.read_text(encoding="utf-8")
    for name in CITED:
        quoted = name.replace("\\", "\\\\")
        record.write_text(f'{text}pieces:\n  - titre: Plan\n    fichier: "{quoted}"\n', encoding="utf-8")
        if not any(problem.blocks for problem in check(load_corpus(tmp_path))):
            passed.append(name)
    tally("chemins (citations)", len(CITED), len(passed))
    assert passed == []


def test_links_and_odd_files_are_told_and_not_followed(tmp_path: Path) -> None:
    content = base(tmp_path)
    (content / SEANCE / "016.yaml").symlink_to("015.yaml")
    (content / SEANCE / "017.yaml").symlink_to("017.yaml")  # a circle
    (content / "seances" / "boucle").symlink_to("..")
    os.mkfifo(content / SEANCE / "018.yaml")
    (content / "pages" / "perdu.md").symlink_to("/nulle/part")
    told = {(problem.code, problem.place.path.rpartition("/")[2]) for problem in problems_of(tmp_path)}
    links = {("F011", name) for name in ("016.yaml", "017.yaml", "boucle", "perdu.md")}
    assert told == links | {("F013", "018.yaml")}


def test_a_link_in_the_place_of_content_is_not_followed(tmp_path: Path) -> None:
    base(tmp_path / "ailleurs")
    (tmp_path / "content").symlink_to(tmp_path / "ailleurs" / "content")
    assert "F011" in {problem.code for problem in problems_of(tmp_path)}


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from registre.parse.corpus import load_corpus
load_corpus(Path(sys.argv[1]))  # all that Python loads late is loaded
if os.geteuid() == 0:
    os.setuid(65534)
told = [problem for problem in load_corpus(Path(sys.argv[1])).problems if problem.code == "F013"]
print(*sorted(problem.place.path for problem in told), sep="\\n")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="droits d’accès d’Unix")
def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """As another user than root, who reads all; without PDF, whose reader that user could not start."""
    content = base(tmp_path)
    for document in content.rglob("*.pdf"):
        document.unlink()
    for folder in (tmp_path, *tmp_path.parents[:-2]):  # below /tmp, pytest's own folders are closed to others
        folder.chmod(folder.stat().st_mode | 0o055)
    (content / SEANCE / "015.yaml").chmod(0)
    (content / "conventions" / "restauration").chmod(0)
    done = subprocess.run([sys.executable, "-c", READ_AS_NOBODY, str(tmp_path)], capture_output=True, text=True)
    (content / "conventions" / "restauration").chmod(0o700)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "content/conventions/restauration",
        f"content/{SEANCE.as_posix()}/015.yaml",
    ]
