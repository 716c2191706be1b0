"""`registre servir`: the site is served, remade when a record changes, and then left alone."""

from __future__ import annotations

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
    root = copy_project(tmp_path / "registre", BASE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "journal.txt"
    command = Path(sys.executable).with_name("registre")
    with log.open("wb") as out:
        process = subprocess.Popen([command, "servir", "--port", str(port)], cwd=root, stdout=out, stderr=out)
        try:
            yield root, f"http://127.0.0.1:{port}/", log
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


def test_a_changed_record_changes_the_page_once(served: tuple[Path, str, Path]) -> None:
    root, address, log = served
    assert wait_for(address + PAGE, "Tarifs de la cantine")
    act = root / "content/seances/exemple/2026-03-12/015.yaml"
    act.write_text(
        act.read_text(encoding="utf-8").replace("Tarifs de la cantine", "Tarifs du goûter"), encoding="utf-8"
    )
    assert wait_for(address + PAGE, "Tarifs du goûter")
    time.sleep(2)
    builds = log.read_text(encoding="utf-8").count("Documentation built")
    time.sleep(3)
    assert log.read_text(encoding="utf-8").count("Documentation built") == builds
    assert builds <= 4


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
