"""Two hundred kills of a whole build, twice, and a full disk: the old site or the new one, whole, each time."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import copy_project
from kills import count_operations, cut, tree
from registre import __main__ as command
from registre import cli  # noqa: F401 (loaded once, before the forks)
from registre.publish import LOCK, NEW, SITE
from registre.source.pieces import KEPT
from tally import Tally

BASE = Path(__file__).parent / "records" / "base"
COMMAND = Path(sys.executable).with_name("registre")
NAMES = ("Commune d’Exemple", "Ville d’Exemple")
KEPT_BESIDE = {"pages", Path(LOCK).name, Path(KEPT).name}  # all that a build leaves in build/
KILLS = 200
NEVER = 10**9

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="les coupures s’essaient avec fork et des signaux"),
]


@dataclass
class Trial:
    """A small register with two states of its content, each known by its built site and its pages."""

    root: Path
    known: dict[str, tuple[str, str]]  # name of the body → digests of site/ and of build/pages
    state: str

    def build(self) -> None:
        """`registre construire`, in this process."""
        sys.argv[1:] = ["construire", "--dossier", str(self.root)]
        command.start()

    def change(self) -> str:
        """Go to the other state of the content; returns the digest of its site."""
        other = next(name for name in NAMES if name != self.state)
        body = self.root / "content/collectivites/exemple.yaml"
        body.write_text(body.read_text(encoding="utf-8").replace(self.state, other), encoding="utf-8")
        self.state = other
        return self.known[other][0] if self.known else ""

    def digests(self) -> tuple[str, str]:
        return tree(self.root / SITE), tree(self.root / "build" / "pages")

    def mended(self) -> bool:
        """Whether one more build gives the site and pages of the content, and leaves nothing else."""
        code = cut(self.build, NEVER)
        beside = {path.name for path in (self.root / "build").iterdir()}
        return code == 0 and self.digests() == self.known[self.state] and beside <= KEPT_BESIDE


def new_trial(folder: Path) -> Trial:
    """Both states built once, the first one last."""
    trial = Trial(copy_project(folder, BASE), {}, NAMES[0])
    known = {}
    for _ in NAMES:
        trial.change()
        assert cut(trial.build, NEVER) == 0
        known[trial.state] = trial.digests()
    trial.known = known
    assert len(set(known.values())) == len(NAMES)
    return trial


def test_killed_at_random_operations(tmp_path: Path, tally: Tally) -> None:
    trial = new_trial(tmp_path / "registre")
    rng = random.Random(3)
    trial.change()
    total = count_operations(trial.build)
    failed, replaced = [], 0
    for attempt in range(KILLS):
        before, target = trial.known[trial.state][0], trial.change()
        rank, kind = rng.randint(1, total), rng.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
        code = cut(trial.build, rank, kind)
        after = tree(trial.root / SITE)
        replaced += after == target
        told = code in (0, 2) if kind == signal.SIGINT else code == -kind
        clean = kind != signal.SIGINT or after == target or not (trial.root / NEW).exists()
        if not (after in (before, target) and told and clean and trial.mended()):
            failed.append((attempt, rank, kind.name, code))
    tally("constructions coupées à une opération au hasard", KILLS, len(failed))
    assert not failed
    assert 0 < replaced < KILLS


def test_killed_at_random_times(tmp_path: Path, tally: Tally) -> None:
    trial = new_trial(tmp_path / "registre")
    rng = random.Random(4)
    failed, killed, longest = [], 0, 3.0
    while killed < KILLS:
        before, target = trial.known[trial.state][0], trial.change()
        process, begun = start(trial.root), time.monotonic()
        try:
            process.wait(rng.uniform(0, longest))
            longest = time.monotonic() - begun  # it ended first: the others are killed sooner
        except subprocess.TimeoutExpired:
            longest *= 1.02  # the machine may have become slower
            process.send_signal(rng.choice([signal.SIGKILL, signal.SIGTERM]))
        killed += process.wait() < 0
        if not (tree(trial.root / SITE) in (before, target) and trial.mended()):
            failed.append(killed)
    tally("constructions tuées à un moment au hasard", KILLS, len(failed))
    assert not failed


def start(root: Path) -> subprocess.Popen[bytes]:
    null = subprocess.DEVNULL
    return subprocess.Popen([COMMAND, "construire"], cwd=root, stdout=null, stderr=null)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    folder = tmp_path / "disque"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("il faut pouvoir monter un petit disque (Linux, administrateur)")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(disk: Path, tally: Tally) -> None:
    trial = new_trial(disk / "registre")
    needed = sum(path.stat().st_size for path in (trial.root / SITE).rglob("*") if path.is_file())
    failed, tried = [], 20
    for attempt in range(tried):
        before, _ = trial.known[trial.state][0], trial.change()
        fill(disk, leaving=needed * attempt // tried)
        done = subprocess.run(
            [COMMAND, "construire"], cwd=trial.root, capture_output=True, text=True, encoding="utf-8", check=False
        )
        kept = tree(trial.root / SITE) == before and not (trial.root / NEW).exists()
        (disk / "rempli").unlink()
        if not (kept and done.returncode == 2 and done.stderr == NO_ROOM and trial.mended()):
            failed.append((attempt, done.returncode, done.stderr))
    tally("constructions sans place sur le disque", tried, len(failed))
    assert not failed


NO_ROOM = (
    "Le site n’a pas été reconstruit.\nIl n’y a plus de place sur le disque. Faites de la place, puis recommencez.\n"
)


def fill(disk: Path, leaving: int) -> None:
    """Fill a disk but for so many bytes."""
    room = os.statvfs(disk)
    with (disk / "rempli").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, room.f_bavail * room.f_frsize - leaving))
