"""Building: pages on change only, the hook, and the same bytes whatever surrounds the build."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import copy_project
from registre.build import Site, build_site, generate
from registre.output import write_pages
from registre.render.page import Page
from writing import tiny_pdf

BASE = Path(__file__).parent / "records" / "base"
SITE = Site("Registre", "https://exemple.fr/registre/")


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_pages_are_written_on_change_only(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "registre", BASE)
    generate(root, SITE)
    pages = root / "build" / "pages"
    stamps = {path: path.stat().st_mtime_ns for path in pages.rglob("*") if path.is_file()}
    generate(root, SITE)
    assert {path: path.stat().st_mtime_ns for path in pages.rglob("*") if path.is_file()} == stamps


def test_stale_pages_are_removed_and_gitignore_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    write_pages(tmp_path, [Page("a/index.md", "a"), Page("b/index.md", "b")], [])
    write_pages(tmp_path, [Page("b/index.md", "b")], [])
    assert sorted(files_of(tmp_path)) == [".gitignore", "b/index.md"]
    assert not (tmp_path / "a").exists()


def test_documents_are_copied(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "content")
    (tmp_path / "content/seances/exemple/2026-03-12/015.pdf").write_bytes(tiny_pdf("Plan"))
    generate(tmp_path, SITE)
    copied = tmp_path / "build/pages/actes/exemple/2026-03-12/015.pdf"
    assert copied.read_bytes() == tiny_pdf("Plan")


def test_a_copy_is_compared_by_its_bytes(tmp_path: Path) -> None:
    source = tmp_path / "015.pdf"
    for data in (b"%PDF-1.4 ancien", b"%PDF-1.4 neuf..", b"%PDF"):
        source.write_bytes(data)
        os.utime(source, (0, 0))
        write_pages(tmp_path / "pages", [], [(source, "015.pdf")])
        assert (tmp_path / "pages" / "015.pdf").read_bytes() == data
        os.utime(tmp_path / "pages" / "015.pdf", (0, 0))


def test_mkdocs_alone_builds_the_pages(tmp_path: Path, real_acts: Path) -> None:
    root = copy_project(tmp_path / "registre", real_acts)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert (root / "site/actes/scota/2026-02-11/605/index.html").is_file()
    (root / "content/seances/scota/2026-02-11/605.yaml").write_text("numero: 605\n", encoding="utf-8")
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "Objet : rien n’est écrit, et c’est obligatoire [D001]" in done.stderr and "Traceback" not in done.stderr


def rebuild(root: Path, **environment: str) -> dict[str, bytes]:
    """Build in another process, under another environment; the bytes of the site."""
    command = [sys.executable, "-c", "import sys; from registre.cli import main; main(sys.argv[1:])", "construire"]
    subprocess.run(command, cwd=root, check=True, capture_output=True, env=os.environ | environment)
    return files_of(root / "site")


def test_two_builds_are_the_same_bytes(project: Path, tmp_path: Path) -> None:
    content = tmp_path / "ailleurs" / "content"
    for path in sorted((project / "content").rglob("*"), reverse=True):  # files made in another order
        if path.is_file():
            target = content / path.relative_to(project / "content")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    root = copy_project(tmp_path / "un autre dossier", content)
    again = rebuild(root, TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", PYTHONHASHSEED="4242", SOURCE_DATE_EPOCH="0")
    first = files_of(project / "site")
    assert sorted(again) == sorted(first)
    assert [path for path in first if first[path] != again[path]] == []


def test_the_injected_day_is_the_day_of_the_register(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "registre", BASE)
    assert build_site(root, dt.date(2026, 12, 1)).day == dt.date(2026, 12, 1)
    assert "Registre à jour du 1er\u00a0décembre\u00a02026" in (root / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["site.nouveau", "site.ancien"])
def test_what_an_interrupted_build_left_is_cleaned(tmp_path: Path, name: str) -> None:
    root = copy_project(tmp_path / "registre", BASE)
    left = root / "build" / name
    left.mkdir()
    (left / "reste.html").write_text("", encoding="utf-8")
    build_site(root)
    assert not left.exists()
    assert not (root / "site" / "reste.html").exists()
