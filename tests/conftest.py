"""Fixtures shared by all tests: the project copied aside, and its site, built once."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from registre.build import build_site
from registre.draft.ocr import TesseractMissingError, find_tesseract
from registre.initialise import SITE_NAME
from registre.parse.corpus import load_corpus
from registre.publish import alone
from registre.register.build import build_register
from registre.register.entries import Register
from synthetic import write_register
from tally import pytest_terminal_summary, tally

__all__ = ["pytest_terminal_summary", "tally"]  # found here by pytest

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "records" / "base"
LONGEST = {"test_browser", "test_browsing", "test_header_search", "test_hostile", "test_phone", "test_publish",
           "test_questions", "test_serve", "test_weights"}  # half a minute or more each  # fmt: skip
settings.register_profile("registre", deadline=None)  # a busy machine is no failure
settings.load_profile("registre")
os.environ["REGISTRE_ADRESSE"] = ""  # whatever address mkdocs.yml has been given
# Else each of the hundred processes that the tests start compiles the whole package again: half a second.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what a shell starts in the background


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--site=site`: test the site that is about to be published (test_published.py)."""
    parser.addoption("--site", type=Path, help="dossier du site à essayer, construit d’après content/")


def pytest_xdist_auto_num_workers() -> int:
    """One more than the processors: who waits for a browser or for a server leaves one free."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, whole files being shared out: none is left alone at the end."""
    items.sort(key=lambda item: item.path.stem not in LONGEST)


def copy_project(target: Path, content: Path | None = None) -> Path:
    """Copy what a build needs to `target`, with the project's content or another; returns `target`.

    The register has the name it has before anybody takes it over.
    """
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "overrides", target / "overrides")
    shutil.copytree(content or ROOT / "content", target / "content")
    settings = re.sub("(?m)^site_name: .*$", f"site_name: {SITE_NAME}", (ROOT / "mkdocs.yml").read_text("utf-8"))
    (target / "mkdocs.yml").write_text(settings, "utf-8")
    (target / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "hooks.py", target / "scripts" / "hooks.py")
    (target / "build" / "pages").mkdir(parents=True)
    return target


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name`, filled by `make` in one of the processes that run the tests, for them all."""
    base = factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base  # of a process of pytest-xdist
    with alone(shared / f"{name}.verrou"):
        if not (made := shared / f"{name}.fait").exists():
            make(shared / name)
            made.touch()
    return shared / name


def register_of(root: Path) -> Register:
    """The register that content/ below `root` holds."""
    return build_register(load_corpus(root))


@pytest.fixture(scope="session")
def real_acts() -> Path:
    """The project's content, with its four first acts; skips where the register is somebody else's."""
    if not (ROOT / "content/seances/scota/2026-02-11").is_dir():
        pytest.skip("les quatre premiers actes ne sont pas dans ce registre")
    return ROOT / "content"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, real_acts: Path) -> Path:
    """A copy of the project in which the site of the real acts has been built."""
    return once(tmp_path_factory, "registre", lambda root: build_site(copy_project(root, real_acts)))


@pytest.fixture(scope="session")
def base_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which the site of the base records has been built: to be copied by what changes it."""
    return once(tmp_path_factory, "base", lambda root: build_site(copy_project(root, BASE)))


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The built site of the real acts."""
    return project / "site"


@pytest.fixture(scope="session")
def invented_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `content/` with 300 synthetic acts, to be copied by what changes it."""
    return once(tmp_path_factory, "inventes", write_register)


@pytest.fixture(scope="session")
def tesseract() -> Path:
    try:
        return find_tesseract()
    except TesseractMissingError as missing:
        pytest.skip(f"Tesseract ou le français manque : {str(missing).splitlines()[0]}")
