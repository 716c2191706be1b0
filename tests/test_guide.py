"""The « Guide de l’agent », held against the code: its records build, its commands run, its messages are those told.

Of GitHub's own pages nothing can be tried: their words are listed here, once.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from conftest import ROOT, register_of
from guide import CHAPTERS, PAGES, RECORDS, Block, blocks, chapter_page, evening, example
from registre.build import build_site, verify
from registre.depot.drafts import is_draft, published
from registre.depot.paths import known
from registre.depot.pull import body
from registre.depot.result import Result
from registre.draft.importing import import_files
from registre.model.names import slugify
from registre.problems import Problem, in_file_order, report
from sources.page import Element
from test_cli import run
from writing import tiny_pdf

pytestmark = pytest.mark.skipif("guide" not in CHAPTERS, reason="ce registre n’a pas gardé le guide")

BLOCKS = list(blocks())
FOLDER = "content/seances/exemple/2026-04-09"
ACT = f"{FOLDER}/2026-06.yaml"
WINDOWS = ".venv\\Scripts\\"
# The words of GitHub's pages, of GitHub Desktop and of Windows.
ELSEWHERE = {
    "Actions", "Add file", "Add people", "Branch", "Clone repository", "Close issue", "Close pull request",
    "Collaborators", "Commit", "Commit changes", "Commit directly to the … branch", "Confirm merge", "Create",
    "Create Pull Request", "Create a new branch for this commit", "Create a new repository", "Create new file",
    "Create repository", "Delete branch", "Delete directory", "Delete file", "Edit", "Edit this file",
    "Enregistrer sous", "Extraire tout", "File", "General", "GitHub Actions", "Issues", "New branch", "New issue",
    "New pull request", "Pages", "Propose changes", "Public", "Publish branch", "Pull requests", "Repository",
    "Run workflow", "Save", "Settings", "Show in Explorer", "Sign up", "Source", "Type : Tous les fichiers",
    "Update branch", "Upload files", "Use this template", "branch", "commit", "compare", "issue", "merge",
    "pull request", "repository", "…",
}  # fmt: skip
# What documents say, and the names that the guide gives to things.
WORDS = {"néant", "SCDL Délibérations"}


def kind(block: Block) -> str:
    """What a block shows; nothing for what no test would look at."""
    if block.text.startswith("content/"):
        return "message"
    if re.match(r"py |make |\.venv", block.text):
        return "commands"
    if block.chapter in {"guide-soiree", "guide-terminal"}:
        return "answer"
    return "record" if block.whole else "lines" if block.record else ""


def shown(wanted: str, chapter: str = "") -> list[Block]:
    return [block for block in BLOCKS if kind(block) == wanted and chapter in block.chapter]


def told_of(root: Path, paths: Iterable[str]) -> list[Problem]:
    """What the verification says of these files, in order."""
    return in_file_order(p for p in verify(root)[1] if p.place.path in set(paths) and not p.reason)


def words(text: str) -> str:
    """A text on one line, with ordinary spaces."""
    return " ".join(text.replace("\u00a0", " ").split())


def test_there_is_something_to_try() -> None:
    assert [len(shown(wanted)) for wanted in ("message", "commands", "answer", "record", "lines")] == [3, 10, 2, 4, 15]
    assert [block for block in BLOCKS if not kind(block)] == []


def test_the_records_of_the_guide_are_right_and_make_pages(tmp_path: Path) -> None:
    root = example(tmp_path / "registre")
    assert told_of(root, RECORDS) == []
    build_site(root)
    page = (root / "site/actes/exemple/2026-04-09/2026-06/index.html").read_text(encoding="utf-8")
    assert "Achat d’un congélateur pour la cantine" in page and "2026-06.pdf" in page
    assert register_of(root).acts[0].reference == "exemple/2026-04-09/2026-06"


def with_lines(text: str, lines: str) -> str:
    """A record with other lines for the same keys, or with more of them."""
    for key in re.findall(r"^(\w+):", lines, re.MULTILINE):
        text = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    return text + lines


@pytest.mark.parametrize("block", shown("lines"), ids=lambda block: slugify(block.text[:40]))
def test_lines_to_add_are_right_where_the_guide_puts_them(tmp_path: Path, block: Block) -> None:
    root = example(tmp_path / "registre")
    record = root / block.record
    record.write_text(with_lines(record.read_text(encoding="utf-8"), block.text), encoding="utf-8")
    if "2026-06-convention.md" in block.text:
        (root / FOLDER / "2026-06-convention.md").write_text("## Article 1\n\nLe texte.\n", encoding="utf-8")
    if re.search("nature: (avenant|renouvelle|resilie)", block.text):  # the act at the other end has a convention
        with (root / "content/seances/exemple/2026-03-12/2026-04.yaml").open("a", encoding="utf-8") as target:
            target.write("conventions: [{type: archivage}]\n")
    if "R011" in block.text:  # « le document signé n’a pas été conservé »
        (root / ACT).with_suffix(".pdf").unlink()
    assert [p for p in verify(root)[1] if p.blocks] == []
    assert told_of(root, [block.record]) == []


@pytest.mark.parametrize("block", shown("message"), ids=lambda block: block.text.splitlines()[1].strip())
def test_a_message_is_the_one_told(tmp_path: Path, block: Block) -> None:
    root = example(tmp_path / "registre")
    path, line = re.match(r"(\S+), ligne ([0-9]+)", block.text).groups()  # type: ignore[union-attr]
    typed = re.search(rf"^    {line} \| (.*)$", block.text, re.MULTILINE).group(1)  # type: ignore[union-attr]
    lines = RECORDS[path].split("\n")
    assert lines[int(line) - 1].split(":")[0] == typed.split(":")[0]
    lines[int(line) - 1] = typed
    (root / path).write_text("\n".join(lines), encoding="utf-8")
    assert report(told_of(root, RECORDS)) == block.text.removesuffix("\n")


def test_an_evening_is_told_as_the_guide_shows_it(tmp_path: Path) -> None:
    root = example(tmp_path / "registre", records=False)
    done = import_files(root, evening(tmp_path / "soiree"))
    text = body(Result(done.to_check, done.refused), known(done.written), 12, "https://github.com/elle/registre", "")
    listed = text.split("### Les fiches\n\n")[1]
    (block,) = shown("answer", "soiree")
    listed = re.sub(r"\[([^\]]+)\]\([^)]*\)|`", r"\1", listed)
    assert listed.replace("\u00a0", " ").strip() == block.text.strip()


def test_an_evening_is_published_once_read_again(tmp_path: Path) -> None:
    """By import: drafts are not online; without « brouillon » and « a_verifier », they are."""
    root = example(tmp_path / "registre", records=False)
    import_files(root, evening(tmp_path / "soiree"))
    records = sorted((root / FOLDER).glob("*.yaml"))
    assert all(is_draft(record.read_text(encoding="utf-8")) for record in records) and len(records) == 3
    assert [act.fiche.numero for act in register_of(root).acts] == ["2026-04"]
    for record in records:
        record.write_text(published(record.read_text(encoding="utf-8")), encoding="utf-8")
    build_site(root)
    assert (root / "site/actes/exemple/2026-04-09/2026-07/index.html").is_file()


def test_the_commands_run_in_the_order_of_the_chapter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = example(tmp_path / "registre", records=False)
    evening(tmp_path / "soiree")
    (tmp_path / "2026-06-plan.pdf").write_bytes(tiny_pdf("Plan"))
    table = "COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET\n"
    table += "Commune d’Exemple;21990001600019;2026-01;2026-01-15;Vœux\n"
    (tmp_path / "deliberations.csv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(root)
    said = []
    for command in typed():
        arguments = shlex.split(command)
        if arguments[0] == "servir" or "--ocr" in arguments:
            arguments.append("--aide")  # tests/test_serve.py does serve, tests/test_ocr.py does read pictures
        if "--date" in arguments:  # said again of the same documents, as documents that tell nothing
            shutil.rmtree(root / FOLDER)
        code, out, err = run(*arguments, capsys=capsys)
        assert (code, err) == (0, ""), command
        said.append(out)
    (block,) = shown("answer", "terminal")
    assert said[0].strip() == block.text.strip()
    assert (root / "content/seances/exemple/2026-05-07/2026-08.yaml").is_file()
    assert (root / "content/seances/exemple/2026-01-15/2026-01.yaml").is_file()


def typed() -> list[str]:
    """What is typed after « registre » on Windows, with the paths of this system."""
    lines = [line for block in shown("commands") for line in block.text.splitlines()]
    start = f"{WINDOWS}registre "
    return [line.removeprefix(start).replace("\\", "/") for line in lines if line.startswith(start)]


def test_what_is_installed_is_what_the_readme_installs() -> None:
    (first,) = [block.text for block in shown("commands") if not block.text.startswith(f"{WINDOWS}registre")]
    assert first in (ROOT / "README.md").read_text(encoding="utf-8")


def quotes(element: Element) -> Iterable[str]:
    """What the prose quotes: « … », code left out."""
    found = re.findall("«\u00a0([^«»]+)\u00a0»", prose(element))
    return (words(quote).rstrip(".") for quote in found)


def prose(element: Element) -> str:
    inner = (child if isinstance(child, str) else prose(child) for child in element.children)
    return "" if element.tag == "pre" else "".join(inner)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_the_guide_quotes_is_written_somewhere(chapter: str) -> None:
    """Labels of the form, answers, names of workflows: as the code has them, or as a document of the repository."""
    files = [
        *(ROOT / ".github").rglob("*.yml"), *(ROOT / "scripts" / "registre").rglob("*.py"),
        *(ROOT / "scripts" / "registre").rglob("*.md"), ROOT / "docs" / "publier.md",
    ]  # fmt: skip
    said = words("\n".join(path.read_text(encoding="utf-8") for path in files)).replace("`", "")
    asked = set(quotes(chapter_page(CHAPTERS[chapter]))) - ELSEWHERE - WORDS
    assert {quote for quote in asked if quote not in said} == set()


def test_the_words_of_others_are_used() -> None:
    asked = {quote for text in CHAPTERS.values() for quote in quotes(chapter_page(text))}
    assert (ELSEWHERE | WORDS) - asked == set()


def test_the_first_chapter_leads_to_all_others(real_acts: Path) -> None:
    assert {name for name in CHAPTERS if f"({name}.md)" not in CHAPTERS["guide"]} == {"guide"}
    assert "(guide.md)" in (PAGES / "aide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("chapter", [name for name in CHAPTERS if name != "guide"])
def test_each_chapter_begins_with_its_end(chapter: str) -> None:
    assert CHAPTERS[chapter].split("\n\n")[1].startswith("À la fin de ce chapitre, ")


def test_pictures_are_described_and_light() -> None:
    pictures = [picture for text in CHAPTERS.values() for picture in chapter_page(text).all("img")]
    sources = {PAGES / (picture.attributes["src"] or "") for picture in pictures}
    assert all(len(picture.attributes["alt"] or "") > 40 for picture in pictures)
    folder = ROOT / "overrides" / "assets" / "images" / "guide"
    assert {source.resolve() for source in sources} == set(folder.iterdir())
    assert sum(picture.stat().st_size for picture in folder.iterdir()) < 150_000
