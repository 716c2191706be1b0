"""`registre servir`: the site is served with its drafts, remade when a record changes, and then left alone.

Errors are told in the terminal and at the top of every page, and stop nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from conftest import copy_project
from registre.render.faults import UNTIL_MENDED
from test_browser import faults, new_screen

pytest_plugins = ("browser.fixtures",)

RECORDS = Path(__file__).parent / "records"
SEANCE = "content/seances/exemple/2026-03-12"
ACT = f"{SEANCE}/015.yaml"
PAGE = "actes/exemple/2026-03-12/015/"
COMMAND = Path(sys.executable).with_name("registre")
RIGHT, WRONG = "mise_en_ligne: 2026-03-17", "mise_en_ligne: 17/03/2026"
SAID = (
    f"\n{ACT}, ligne 9\n  Date de mise en ligne : format incorrect [D012]\n    9 | {WRONG}\n"
    f"  Écrivez plutôt : {RIGHT}\n\n1 erreur dans 1 fichier. {UNTIL_MENDED}\n"
)


@dataclass(frozen=True, slots=True)
class Served:
    """The register, the address at which it is served, the folder of what is served, the terminal, the process."""

    root: Path
    address: str
    kept: Path
    journal: Path
    process: subprocess.Popen[bytes]

    @property
    def said(self) -> str:
        """What the terminal shows."""
        return self.journal.read_text(encoding="utf-8")

    def change(self, old: str, new: str, path: str = ACT) -> None:
        """Save a record."""
        record = self.root / path
        text = record.read_text(encoding="utf-8")
        assert old in text
        record.write_text(text.replace(old, new), encoding="utf-8")

    def page(self, url: str = PAGE) -> str:
        """A page, or nothing while there is none."""
        try:
            with urllib.request.urlopen(self.address + url, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def shows(self, words: str, url: str = PAGE) -> bool:
        """Whether a page comes to have these words."""
        return comes(lambda: words in self.page(url))


def comes(condition: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """`registre servir` in another process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept, journal = root.parent / "servi", root.parent / "journal.txt"
    kept.mkdir()
    with journal.open("wb") as out:
        process = subprocess.Popen(
            [COMMAND, "servir", "--port", str(port)], cwd=root, stdout=out, stderr=out,
            env=os.environ | {"TMPDIR": str(kept)},
        )  # fmt: skip
        try:
            yield Served(root, f"http://127.0.0.1:{port}/", kept, journal, process)
        finally:
            process.terminate()
            process.wait(timeout=10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "registre", RECORDS / "base")


@pytest.fixture
def served(root: Path) -> Iterator[Served]:
    with serving(root) as running:
        assert running.shows("Tarifs de la cantine")
        yield running


def settles(served: Served, tries: int = 6) -> bool:
    """Whether the served site is left alone in the end: MkDocs writes every page of it at each rebuild."""
    before: list[int] = []
    for _ in range(tries):
        stamps = [path.stat().st_mtime_ns for path in served.kept.rglob(f"{PAGE}index.html")]
        if stamps and stamps == before:
            return True
        before = stamps
        time.sleep(4)
    return False


def rebuilds(served: Served) -> int:
    """How many times the content was checked."""
    return len(re.findall(r"^(?:Aucune erreur|[0-9]+ erreur)", served.said, re.MULTILINE))


def test_a_changed_record_changes_the_page_once(served: Served) -> None:
    served.change("Tarifs de la cantine", "Tarifs du goûter")
    assert served.shows("Tarifs du goûter")
    assert settles(served)
    assert rebuilds(served) == 2


def test_a_build_beside_and_what_is_served_do_not_meet(served: Served) -> None:
    """Each writes its own address in its pages, and the drafts are in those of one only."""
    served.change("objet:", "brouillon: oui\nobjet:")
    assert served.shows("<strong>Brouillon</strong>")
    done = subprocess.run([COMMAND, "construire"], cwd=served.root, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    pages = {path: path.read_text(encoding="utf-8") for path in (served.root / "site").rglob("*.html")}
    assert [path for path, text in pages.items() if served.address in text or ">Brouillon</s" in text] == []
    assert not (served.root / "site" / PAGE).exists() and not (served.root / "build/pages" / PAGE).exists()
    assert settles(served)
    assert served.address + PAGE in served.page() and "<strong>Brouillon</strong>" in served.page()


def test_an_open_page_reloads_itself_despite_its_policy(served: Served, browser: Browser) -> None:
    page, said = browser.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.goto(served.address + PAGE)
    served.change("Tarifs de la cantine", "Tarifs du goûter")
    expect(page.locator("h1")).to_contain_text("Tarifs du goûter", timeout=30_000)
    assert set(said) == {"Enabled live reload"}
    page.close()


def test_errors_stop_nothing_and_go_once_mended(served: Served) -> None:
    before = served.said
    assert before == (
        f"\nAucune erreur.\n\nLe site est montré sur {served.address}\nOuvrez cette adresse dans un navigateur. "
        "Les pages se refont à chaque fiche enregistrée.\nPour arrêter : Ctrl-C.\n"
    )
    served.change(RIGHT, WRONG)
    assert served.shows('data-bloc="fautes"')
    assert served.said == before + SAID
    assert "Tarifs de la cantine" in served.page() and 'data-bloc="fautes"' in served.page("aide/")
    served.change(WRONG, f"{WRONG} ")  # saved, and not mended
    assert comes(lambda: served.said == before + 2 * SAID)
    served.change(f"{WRONG} ", RIGHT)
    assert comes(lambda: 'data-bloc="fautes"' not in served.page())
    assert "Tarifs de la cantine" in served.page()
    assert comes(lambda: served.said == before + 2 * SAID + "\nAucune erreur.\n")
    assert served.process.poll() is None


def test_a_first_start_with_errors_shows_them(root: Path) -> None:
    act = root / ACT
    right = act.read_text(encoding="utf-8")
    act.write_text(right.replace(RIGHT, WRONG), encoding="utf-8")
    with serving(root) as served:
        assert served.shows('data-bloc="fautes"', "")
        assert served.said.startswith(SAID)
        assert "Cette page attend la correction des fiches." in served.page("recherche/")
        assert 'id="d012"' in served.page("messages/") and served.page() == ""
        act.write_text(right, encoding="utf-8")
        assert served.shows("Tarifs de la cantine")
        assert 'data-bloc="fautes"' not in served.page("")


def test_what_is_not_a_record_stops_nothing_either(served: Served) -> None:
    settings = served.root / "mkdocs.yml"
    right = settings.read_text(encoding="utf-8")
    settings.write_text(right.replace("theme:", "theme: ["), encoding="utf-8")
    assert comes(lambda: "Une erreur imprévue a arrêté la mise à jour des pages ; les détails sont dans" in served.said)
    assert "Traceback" not in served.said
    assert "Tarifs de la cantine" in served.page()
    settings.write_text(right, encoding="utf-8")
    served.change("Tarifs de la cantine", "Tarifs du goûter")
    assert served.shows("Tarifs du goûter")


def test_ctrl_c_stops_it_and_says_so(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=10) == 0
    assert served.said.endswith("\nLe site n’est plus montré.\n")
    assert list(served.kept.iterdir()) == []


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Pages of which one is that of a draft, then ten errors in a record; for the tests that change nothing."""
    root = copy_project(tmp_path_factory.mktemp("fautes") / "registre", RECORDS / "base")
    shutil.copytree(RECORDS / "valid" / "brouillon" / "seances", root / "content/seances", dirs_exist_ok=True)
    with serving(root) as running:
        assert running.shows("Tarifs de la cantine")
        shutil.copytree(RECORDS / "invalid" / "dix-fautes" / "seances", root / "content/seances", dirs_exist_ok=True)
        assert running.shows('data-bloc="fautes"')
        yield running


def words(texts: list[str]) -> str:
    """All the signs but the spaces."""
    return "".join("".join(texts).split())


def test_the_errors_are_told_as_in_the_terminal(spoilt: Served, browser: Browser) -> None:
    """On a phone and on a desk, in both schemes, without JavaScript, at the keyboard; nothing is blocked."""
    screens = [new_screen(browser, width) for width in (320, 1280)]
    assert [found for url in ("", PAGE, "dates/2026/") for found in faults(screens, spoilt.address + url)] == []
    for screen in screens:
        screen.page.close()
    page = browser.new_page(java_script_enabled=False, viewport={"width": 320, "height": 720})
    page.goto(spoilt.address + PAGE)
    banner = page.get_by_role("region", name="Erreurs dans les fiches")
    expect(banner.get_by_role("alert")).to_have_text(f"10 erreurs dans 1 fichier. {UNTIL_MENDED}")
    expect(banner.locator("li:visible")).to_have_count(3)
    fold = banner.locator("summary")
    expect(fold).to_have_text("7 autres erreurs")
    fold.focus()
    page.keyboard.press("Enter")
    expect(banner.locator("li:visible")).to_have_count(10)
    expected = (RECORDS / "invalid/dix-fautes/attendu.txt").read_text(encoding="utf-8").replace("`", "")
    assert words(banner.locator("li").all_text_contents()) == words([expected])
    page.close()


def test_the_errors_are_printed(spoilt: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(spoilt.address + PAGE)
    page.emulate_media(media="print")
    expect(page.get_by_role("alert")).to_be_visible()
    page.close()


def test_a_port_in_use_is_told_before_the_work(spoilt: Served) -> None:
    port = spoilt.address.rpartition(":")[2].strip("/")
    done = subprocess.run(
        [COMMAND, "servir", "--port", port],
        cwd=spoilt.root, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Le port {port} n’est pas libre : un autre logiciel s’en sert, peut-être un autre « registre servir ». "
        "Choisissez-en un autre, par exemple : registre servir --port 8080\n"
    )
