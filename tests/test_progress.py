"""Long work says how far it has come: a bar in a terminal, plain lines elsewhere; short work says nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, copy_project
from registre.progress import track
from registre.source.pieces import examine
from writing import tiny_pdf

BASE = Path(__file__).parent / "records" / "base"
SLOW = """
import time
from registre.progress import track
def verify(root=None):
    for _ in track(range({0}), "Essai", {0}, every=10):
        time.sleep(0.05)
"""
on_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="pas de pseudo-terminal sous Windows")


def test_plain_lines_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(track(iter(range(5)), "Lecture", 5, every=2)) == [0, 1, 2, 3, 4]
    assert capsys.readouterr() == ("", "Lecture : 2 sur 5\nLecture : 4 sur 5\n")
    assert list(track("abc", "Écriture", None, every=3)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "Écriture : 3\n")


def test_short_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(track(range(999), "Lecture", 999, every=1_000))) == 999
    assert capsys.readouterr() == ("", "")


def test_the_documents_of_a_register_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"{rank:03}.pdf" for rank in range(101)]
    for name in names:
        (tmp_path / name).write_bytes(tiny_pdf(f"Acte {name}"))
    assert len(examine(tmp_path, names)) == 101
    assert capsys.readouterr() == ("", "Contrôle des PDF : 100 sur 101\n")


def shown(*command: str, root: Path | None = None, press: str = "") -> tuple[int, str]:
    """The exit code and all that a terminal of 70 columns was sent; what `press` names, twice shown, meets Ctrl-C."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 70, 0, 0))
    process = subprocess.Popen(
        [sys.executable, *command], cwd=root, stdin=theirs, stdout=theirs, stderr=theirs,
        preexec_fn=lambda: os.login_tty(theirs), env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    os.close(theirs)
    data, pressed = b"", False
    while True:
        try:
            data += os.read(ours, 65_536)
        except OSError:  # the other end is closed
            break
        if press and not pressed and data.count(press.encode()) > 1:
            os.write(ours, b"\x03")
            pressed = True
    os.close(ours)
    return process.wait(), data.decode().replace("\r\n", "\n")


@on_a_terminal
def test_a_bar_in_a_terminal_that_goes_away() -> None:
    code, out = shown("-c", f"{SLOW.format(50)}verify()")
    *bars, erased, last = out.split("\r")
    assert (code, erased.strip(), last) == (0, "", "")
    assert len(bars) > 2
    for bar in bars[1:]:
        told = re.fullmatch(r"Essai : +([0-9]+) % \S+ +([0-9]+) sur 50", bar)
        assert told is not None, bar
        assert int(told[1]) == 2 * int(told[2]) and int(told[2]) > 1  # nothing of the first second


@on_a_terminal
def test_no_bar_for_a_moment() -> None:
    assert shown("-c", f"{SLOW.format(5)}verify()") == (0, "")


@on_a_terminal
def test_ctrl_c_takes_the_bar_away_and_is_told() -> None:
    slow = f"{SLOW.format(200)}import sys\nfrom registre import build\nbuild.verify = verify\n"
    slow += "from registre.__main__ import start\nsys.argv[1:] = ['verifier']\nstart()"
    code, out = shown("-c", slow, root=ROOT, press="sur 200")
    *_, bar, erased, last = out.split("\r")
    assert code == 2
    assert bar.endswith("sur 200^C") and (erased.strip(), last) == ("", "\nInterrompu.\n")


@on_a_terminal
def test_each_part_of_a_build_has_its_own(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "registre", BASE)
    (root / "content/seances/exemple/2026-03-12/seance.pdf").write_bytes(tiny_pdf("Proces-verbal"))
    seance = root / "content/seances/exemple/2026-03-12/seance.yaml"
    seance.write_text(
        f"{seance.read_text(encoding='utf-8')}pieces: [{{titre: Procès-verbal, fichier: seance.pdf}}]\n", "utf-8"
    )
    at_once = "import sys; from registre import progress; progress.DELAY = 0; "
    at_once += "from registre.__main__ import start; sys.argv[1:] = ['construire']; start()"
    code, out = shown("-c", at_once, root=root)
    assert code == 0
    parts = ("Lecture des fiches", "Contrôle des PDF", "Écriture des pages", "Lecture des PDF",
             "Index de la recherche", "Mise en forme du site")  # fmt: skip
    places = [out.find(f"\r{part} : ") for part in parts]
    assert -1 not in places and places == sorted(places)
    assert out.split("\r")[-1] == "Site construit dans site/ : 2 actes. Aucune erreur.\n"
