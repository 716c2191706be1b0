"""The same bytes whoever builds, where and when; and the same site from ProperDocs, which carries on MkDocs."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import copy_project
from synthetic import write_register
from tally import Tally

BIN = Path(sys.executable).parent
REBUILDS, ACTS = 20, 40
ZONES = ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris", "Asia/Kathmandu")
LOCALES = ("C", "C.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8", "POSIX")
FOLDERS = ("un", "deux dossiers/l’un dans l’autre", "ÉTÉ à Labourse", "a/b/c/d/e/f", "[crochets] & 100 %")
UMASKS = (0o022, 0o077, 0o002, 0o000)

# What ProperDocs may write otherwise than MkDocs: path of the file → reason. Nothing, to this day.
ALLOWED: dict[str, str] = {}

# Other days than today, for what asks the system: loaded before the C library in the process that builds.
CLOCK = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
static long shift(void) { const char *days = getenv("ESSAI_JOURS"); return days ? atol(days) * 86400 : 0; }
int clock_gettime(clockid_t clock, struct timespec *now) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int code = real(clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += shift();
    return code;
}
time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
"""

pytestmark = pytest.mark.long


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_register(tmp_path_factory.mktemp("registre"), acts=ACTS)


@pytest.fixture(scope="module")
def other_days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which `ESSAI_JOURS` moves the clock by so many days; empty without a C compiler."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or not compiler:
        return {}
    folder = tmp_path_factory.mktemp("horloge")
    (folder / "horloge.c").write_text(CLOCK, encoding="utf-8")
    command = [compiler, "-shared", "-fPIC", "-o", "horloge.so", "horloge.c", "-ldl"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return {"LD_PRELOAD": str(folder / "horloge.so")}


def test_the_clock_of_these_trials_moves(other_days: dict[str, str]) -> None:
    if not other_days:
        pytest.skip("il faut un compilateur C, sous Linux, pour changer de jour")
    command = [sys.executable, "-c", "import datetime, time; print(datetime.date.today().year, time.localtime()[0])"]
    moved = os.environ | other_days | {"ESSAI_JOURS": "36525"}
    years = [int(year) for year in subprocess.check_output(command, env=moved, text=True).split()]
    assert min(years) >= 2100


def copy_shuffled(content: Path, target: Path, rng: random.Random) -> None:
    """Copy the files in another order, with other dates."""
    files = sorted(path for path in content.rglob("*") if path.is_file())
    rng.shuffle(files)
    for path in files:
        copied = target / path.relative_to(content)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copied)
        day = rng.randrange(2**31)
        os.utime(copied, (day, day))


def surroundings(rank: int, rng: random.Random, home: Path) -> dict[str, str]:
    """The environment of a build, no two alike."""
    varied = {
        "TZ": ZONES[rank % len(ZONES)],
        "LANG": LOCALES[rank % len(LOCALES)],
        "LC_ALL": LOCALES[rank // 4 % len(LOCALES)],
        "PYTHONHASHSEED": str(rng.randrange(2**32)),
        "HOME": str(home),
        "USER": f"agent{rank}",
        "LOGNAME": f"agent{rank}",
        "COLUMNS": str(40 + rank),
        "ESSAI_JOURS": str(rng.randrange(-9000, 9000)),
    }
    if rank % 3:
        varied["SOURCE_DATE_EPOCH"] = str(rng.randrange(2**31))
    return {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"} | varied


def test_rebuilt_elsewhere_the_same_bytes(
    tmp_path: Path, content: Path, other_days: dict[str, str], tally: Tally
) -> None:
    rng = random.Random(5)
    sites: list[dict[str, bytes]] = []
    for rank in range(REBUILDS):
        place = tmp_path / str(rank)
        copy_shuffled(content, place / "fiches", rng)
        root = copy_project(place / FOLDERS[rank % len(FOLDERS)], place / "fiches")
        subprocess.run(
            [BIN / "registre", "construire"], cwd=root, check=True, capture_output=True,
            env=surroundings(rank, rng, place) | other_days, umask=UMASKS[rank % len(UMASKS)],
        )  # fmt: skip
        sites.append(files_of(root / "site"))
    different = {rank: differing(site, sites[0]) for rank, site in enumerate(sites) if site != sites[0]}
    tally("reconstructions comparées octet par octet", REBUILDS, len(different))
    assert not different
    assert {"pagefind/facettes.json", "pagefind/pagefind-entry.json"} <= set(sites[0])


def test_properdocs_gives_the_same_site(tmp_path: Path, content: Path, tally: Tally) -> None:
    root = copy_project(tmp_path / "registre", content)
    fixed = {"SOURCE_DATE_EPOCH": "1767225600", "REGISTRE_ADRESSE": "https://exemple.fr/registre/"}
    sites = []
    for tool in ("mkdocs", "properdocs"):
        command = [BIN / tool, "build", "--strict", "-f", "mkdocs.yml", "-d", tmp_path / tool]
        done = subprocess.run(
            command, cwd=root, env=os.environ | fixed, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        sites.append(files_of(tmp_path / tool))
    different = [path for path in differing(*sites) if path not in ALLOWED]
    tally("fichiers de MkDocs comparés à ceux de ProperDocs", len(sites[0]), len(different))
    assert not different
    assert len(sites[0]) > ACTS
