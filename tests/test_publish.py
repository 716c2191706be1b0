"""Never half a site: killed, interrupted, without room on the disk, or twice at once."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

from kills import cut, tree
from registre import publish
from registre.build import build_site
from registre.publish import LOCK, NEW, OLD, SITE, WAITING, alone, new_site
from registre.refusals import refusal

COMMAND = Path(sys.executable).with_name("registre")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="les coupures s’essaient avec fork et des signaux")


OLD_WORDS, NEW_WORDS, NEXT_WORDS = "ancien", "nouveau", "suivant"


def write_site(folder: Path, words: str) -> None:
    for name in ("index.html", "actes/1/index.html", "actes/2/index.html", "pagefind/filtre.pf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")


@pytest.fixture
def names(tmp_path: Path) -> dict[str, str]:
    """What each whole site is called, by its digest; no site is called « »."""
    for words in (OLD_WORDS, NEW_WORDS, NEXT_WORDS):
        write_site(tmp_path / words, words)
    return {tree(tmp_path / words): words for words in (OLD_WORDS, NEW_WORDS, NEXT_WORDS)} | {"": ""}


def build(root: Path, words: str) -> None:
    """What a build does to the folders, with a site of four files."""
    with alone(root), new_site(root) as beside:
        write_site(beside, words)


def cut_everywhere(tmp_path: Path, names: dict[str, str], *folders: str) -> list[str]:
    """The site after a kill before each operation of a build that finds these folders, each a whole old site.

    « moitié » stands for a site that is not whole. After each kill, the next build must leave nothing but its site.
    """
    seen = []
    for rank in range(1, 1000):
        root = tmp_path / "essai"
        shutil.rmtree(root, ignore_errors=True)
        for folder in folders:
            write_site(root / folder, OLD_WORDS)
        root.mkdir(exist_ok=True)
        code = cut(lambda root=root: build(root, NEW_WORDS), rank)
        seen.append(names.get(tree(root / SITE), "moitié"))
        if code == 0:
            return seen
        assert code == -signal.SIGKILL
        build(root, NEXT_WORDS)
        assert sorted(path.name for path in root.iterdir()) == ["build", SITE]
        assert [path.name for path in (root / "build").iterdir()] == [Path(LOCK).name]
        assert names.get(tree(root / SITE)) == NEXT_WORDS
    raise AssertionError("la construction ne finit pas")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill loses nothing of what the system holds in memory: only a power cut does."""
    monkeypatch.setattr(os, "sync", lambda: None)


@pytest.mark.usefixtures("quick")
@pytest.mark.skipif(sys.platform != "linux", reason="l’échange en une opération est celui de Linux")
@pytest.mark.parametrize("folders", [(SITE,), (), (SITE, NEW), (SITE, OLD), (SITE, NEW, OLD)])
def test_killed_anywhere_the_old_site_or_the_new_one_is_there(
    tmp_path: Path, names: dict[str, str], folders: tuple[str, ...]
) -> None:
    seen = cut_everywhere(tmp_path, names, *folders)
    assert len(seen) > 10
    assert [words for words, _ in groupby(seen)] == [OLD_WORDS if folders else "", NEW_WORDS]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("folders", [(SITE,), (SITE, NEW), (SITE, OLD), (OLD,), (OLD, NEW)])
def test_without_exchange_the_next_build_puts_the_old_site_back(
    tmp_path: Path, names: dict[str, str], folders: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    seen = cut_everywhere(tmp_path, names, *folders)
    if SITE not in folders:  # as a kill between the two renames leaves it
        assert seen[0] == ""
        seen = seen[seen.index(OLD_WORDS) :]
    assert [words for words, _ in groupby(seen)] == [OLD_WORDS, "", NEW_WORDS]
    assert seen.count("") == 1, "between the two renames only"


@pytest.mark.usefixtures("quick")
def test_these_trials_see_half_a_site(tmp_path: Path, names: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    def naive(new: Path, site: Path, _: Path) -> None:
        shutil.copytree(new, site, dirs_exist_ok=True)

    monkeypatch.setattr(publish, "_swap", naive)
    assert "moitié" in cut_everywhere(tmp_path, names, SITE)


def test_a_linked_site_is_replaced_where_it_is(tmp_path: Path, names: dict[str, str]) -> None:
    write_site(tmp_path / "www", OLD_WORDS)
    root = tmp_path / "essai"
    root.mkdir()
    (root / SITE).symlink_to(tmp_path / "www")
    build(root, NEW_WORDS)
    assert (root / SITE).is_symlink() and names[tree(tmp_path / "www")] == NEW_WORDS


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    """`registre` with these arguments, in another process."""
    pipe = subprocess.PIPE
    return subprocess.Popen([COMMAND, *arguments], cwd=root, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")


def wait_until(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    while not condition():
        assert process.poll() is None, process.communicate()
        time.sleep(0.002)


@pytest.fixture
def small(tmp_path: Path, base_project: Path) -> Path:
    """A small register, its site built."""
    return shutil.copytree(base_project, tmp_path / "registre")


def rename_body(root: Path) -> None:
    """A change of content that changes pages."""
    body = root / "content/collectivites/exemple.yaml"
    body.write_text(body.read_text(encoding="utf-8").replace("Commune", "Ville"), encoding="utf-8")


def test_ctrl_c_leaves_the_old_site_and_nothing_beside(small: Path) -> None:
    before = tree(small / SITE)
    rename_body(small)
    process = start(small, "construire")
    wait_until((small / NEW / "index.html").exists, process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (2, "", "\nInterrompu. Le site est resté comme il était.\n")
    assert tree(small / SITE) == before
    assert not (small / NEW).exists()


def test_ctrl_c_is_answered_while_the_command_loads(small: Path) -> None:
    press = "import os, signal, sys; from registre.__main__ import start; sys.argv[1:] = ['construire']; "
    press += "sys.addaudithook(lambda event, about: event == 'import' and about[0] == 'mkdocs' and "
    press += "os.kill(os.getpid(), signal.SIGINT)); start()"
    done = subprocess.run(
        [sys.executable, "-c", press], cwd=small, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "\nInterrompu.\n")


@pytest.mark.parametrize("size", [0, 20000])
def test_a_write_that_the_disk_refuses(small: Path, size: int) -> None:
    before = tree(small / SITE)
    rename_body(small)
    limited = f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); "
    command = "from registre.__main__ import start; sys.argv[1:] = ['construire']; start()"
    done = subprocess.run(
        [sys.executable, "-c", limited + command],
        cwd=small,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("Le site n’a pas été reconstruit.\nUn fichier dépasse la taille permise sur ce disque.\n")
    assert tree(small / SITE) == before
    assert not (small / NEW).exists()
    build_site(small)
    assert "Ville d’Exemple" in (small / SITE / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x"), "Il n’y a plus de place sur le disque."),
        (PermissionError(errno.EACCES, "Permission denied", "site"), "site : l’accès est refusé."),
        (OSError(errno.EXDEV, "Invalid cross-device link", "site"), "site : ce dossier est sur un autre disque"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "x"), ""),
    ],
)
def test_what_the_system_refuses_is_said_in_french(error: OSError, told: str) -> None:
    assert refusal(error).startswith(told) and bool(refusal(error)) == bool(told)


def test_two_builds_at_once_take_turns(small: Path) -> None:
    rename_body(small)
    builds = [start(small, "construire") for _ in range(2)]
    said = [process.communicate() for process in builds]
    assert [process.returncode for process in builds] == [0, 0], said
    assert {err for _, err in said} <= {"", WAITING + "\n"}
    assert "Ville d’Exemple" in (small / SITE / "index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (small / "build").iterdir()) == [Path(LOCK).name, "pages", "pieces.json"]


def test_a_build_waits_for_the_other_and_never_for_one_that_was_killed(small: Path) -> None:
    hold = "import sys, time, pathlib; from registre.publish import alone\n"
    hold += "with alone(pathlib.Path()): print('tenu', flush=True); time.sleep(600)"
    holder = subprocess.Popen([sys.executable, "-c", hold], cwd=small, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None and holder.stdout.readline() == "tenu\n"
    bare = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-d", "ailleurs"],
        cwd=small, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    second = start(small, "construire")
    assert second.stderr is not None and second.stderr.readline() == WAITING + "\n"
    assert bare.stderr is not None
    while WAITING not in bare.stderr.readline():
        assert bare.poll() is None
    time.sleep(0.5)
    assert second.poll() is None and bare.poll() is None
    holder.kill()
    holder.communicate()
    second.communicate()
    bare.communicate()
    assert (second.returncode, bare.returncode) == (0, 0)
