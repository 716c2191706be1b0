"""`registre servir`: the site is served, remade when a record changes, and then left alone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from conftest import copy_project

pytest_plugins = ("browser.fixtures",)

BASE = Path(__file__).parent / "records" / "base"
PAGE = "actes/exemple/2026-03-12/015/"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """The register, the address at which it is served, and the folder in which MkDocs keeps the site it serves."""
    root = copy_project(tmp_path / "registre", BASE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = tmp_path / "servi"
    kept.mkdir()
    command = Path(sys.executable).with_name("registre")
    with (tmp_path / "journal.txt").open("wb") as out:
        process = subprocess.Popen(
            [command, "servir", "--port", str(port)], cwd=root, stdout=out, stderr=out,
            env=os.environ | {"TMPDIR": str(kept)},
        )  # fmt: skip
        try:
            yield root, f"http://127.0.0.1:{port}/", kept
        finally:
            process.terminate()
            process.wait(timeout=10)


def wait_for(url: str, words: str, seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def settles(kept: Path, tries: int = 6) -> bool:
    """Whether the served site is left alone in the end: MkDocs writes every page of it at each rebuild."""
    before: list[int] = []
    for _ in range(tries):
        stamps = [path.stat().st_mtime_ns for path in kept.rglob(f"{PAGE}index.html")]
        if stamps and stamps == before:
            return True
        before = stamps
        time.sleep(4)
    return False


def test_a_changed_record_changes_the_page_once(served: tuple[Path, str, Path]) -> None:
    root, address, kept = served
    assert wait_for(address + PAGE, "Tarifs de la cantine")
    act = root / "content/seances/exemple/2026-03-12/015.yaml"
    act.write_text(
        act.read_text(encoding="utf-8").replace("Tarifs de la cantine", "Tarifs du goûter"), encoding="utf-8"
    )
    assert wait_for(address + PAGE, "Tarifs du goûter")
    assert settles(kept)


def test_a_build_beside_and_what_is_served_take_turns(served: tuple[Path, str, Path]) -> None:
    """Each writes its own address in the pages of build/pages, which the other must not read."""
    root, address, kept = served
    assert wait_for(address + PAGE, "Tarifs de la cantine")
    command = Path(sys.executable).with_name("registre")
    done = subprocess.run([command, "construire"], cwd=root, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [page for page in (root / "site").rglob("*.html") if address in page.read_text(encoding="utf-8")] == []
    assert settles(kept)
    assert wait_for(address + PAGE, address + PAGE)


def test_an_open_page_reloads_itself_despite_its_policy(served: tuple[Path, str, Path], browser: Browser) -> None:
    root, address, _ = served
    assert wait_for(address + PAGE, "Tarifs de la cantine")
    page, said = browser.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.goto(address + PAGE)
    act = root / "content/seances/exemple/2026-03-12/015.yaml"
    act.write_text(act.read_text("utf-8").replace("Tarifs de la cantine", "Tarifs du goûter"), "utf-8")
    expect(page.locator("h1")).to_contain_text("Tarifs du goûter", timeout=30_000)
    assert set(said) == {"Enabled live reload"}
    page.close()
