"""What is told of each kind of PDF, by the process that reads them; its limits, its crashes; what is kept of it."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pdfs import GOOD, SAMPLES, Sample, made, swollen
from registre import cli
from registre.build import Site, generate, verify
from registre.render import wording
from registre.source import pdf_child, pieces
from registre.source.pdf_workers import Worker, Workers, shared_workers
from registre.source.pieces import Examen, examine
from registre.source.verdict import Question, Verdict

BASE = Path(__file__).parent / "records" / "base"
linux = pytest.mark.skipif(sys.platform != "linux", reason="limites essayées sous Linux")


def codes(verdict: Verdict | Examen) -> list[str]:
    return [constat.code for constat in verdict.constats]


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))
def test_what_is_told_of_a_pdf(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sample.make())
    (verdict,) = shared_workers()([path])
    assert codes(verdict) == ([sample.code] if sample.code else [])
    assert sample.words in "".join(constat.motif for constat in verdict.constats)
    assert verdict.signe is sample.signed
    assert (verdict.pages > 0) is (sample.code in {"", "F024", "F026"})


def test_a_hostile_name_is_made_safe_to_print(tmp_path: Path) -> None:
    name = b"\x07]0;pirate\x07" + b"a" * 200 + b".exe"
    joined = b"<< /Type /Filespec /F <%s> /EF << >> >>" % name.hex().encode()
    (tmp_path / "a.pdf").write_bytes(made(joined, catalog=b"/AF [4 0 R]"))
    (constat,) = examine(tmp_path, ["a.pdf"])["a.pdf"].constats
    assert constat.motif == f"un fichier joint (« ]0;pirate{'a' * 51} »)"


def test_size_is_told_before_anything_is_read(tmp_path: Path) -> None:
    for name, size in (("lourd", 10_000_000), ("limite", 50_000_000), ("gros", 50_000_001), ("leger", 9_999_999)):
        with (tmp_path / f"{name}.pdf").open("wb") as stream:
            stream.write(GOOD[:9] + b"%")
            stream.truncate(size - len(GOOD) + 9)
            stream.seek(0, os.SEEK_END)
            stream.write(b"\n" + GOOD[9:])
            stream.truncate(size)
    workers = Workers()
    told = examine(tmp_path, ["leger.pdf", "lourd.pdf", "limite.pdf", "gros.pdf"], workers)
    workers.stop()
    assert workers.asked == 3
    assert "F022" not in codes(told["leger.pdf"])
    assert "F022" in codes(told["lourd.pdf"]) and "F022" in codes(told["limite.pdf"])
    assert codes(told["gros.pdf"]) == ["F021"]


def slow() -> bytes:
    """A PDF that takes minutes to read: 90,000 references to nothing, each looked for in the whole file."""
    return made(b"[%s]" % b" ".join(b"%d 0 R" % number for number in range(90_000, 180_000)), page=b"/Annots 4 0 R")


@linux
def test_a_file_too_long_to_read_is_stopped_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a-lent.pdf").write_bytes(slow())
    (tmp_path / "b-bon.pdf").write_bytes(GOOD)
    workers = Workers(seconds=2.0)
    start = time.monotonic()
    told = examine(tmp_path, ["a-lent.pdf", "b-bon.pdf"], workers)
    spent = time.monotonic() - start
    workers.stop()
    assert codes(told["a-lent.pdf"]) == ["F027"]
    assert told["b-bon.pdf"].constats == () and told["b-bon.pdf"].verdict.pages == 1
    assert 2.0 <= spent < 8


@linux
def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(swollen(1, 70_000_000))
    (tmp_path / "b.pdf").write_bytes(GOOD)
    narrow, wide = Workers(megabytes=100), Workers()
    assert codes(examine(tmp_path, ["a.pdf"], narrow)["a.pdf"]) == ["F027"]
    told = examine(tmp_path, ["a.pdf", "b.pdf"], wide)
    assert told["a.pdf"].constats == told["b.pdf"].constats == ()
    narrow.stop()
    wide.stop()


@linux
def test_a_process_that_crashes_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    workers = Workers()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    crashed = Workers()
    assert codes(examine(tmp_path, ["a.pdf"], crashed)["a.pdf"]) == ["F027"]
    monkeypatch.undo()
    assert examine(tmp_path, ["a.pdf"], workers)["a.pdf"].constats == ()
    workers.stop()


@linux
def test_a_process_that_ended_while_it_waited_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    worker = Worker(5.0, 512)
    for _ in range(2):
        assert b'"pages": 1' in (worker.ask(Question.VERDICT, tmp_path / "a.pdf") or b"")
        assert worker._process is not None
        worker._process.kill()
        worker._process.wait()
    worker.stop()


@linux
def test_a_process_left_alone_ends(tmp_path: Path) -> None:
    program = "from registre.source.pdf_child import end_alone; end_alone(1); [0 for _ in iter(int, 1)]"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -signal.SIGALRM


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    assert [(c.code, c.motif) for c in examine(tmp_path, ["a.pdf"])["a.pdf"].constats] == [("F013", "il a disparu")]
    told = shared_workers()([tmp_path / "a.pdf"])[0]
    assert [(c.code, c.motif) for c in told.constats] == [("F013", "il a disparu")] and not told.lasts


def test_unchanged_files_are_not_read_again(tmp_path: Path) -> None:
    paths = ["simple.pdf", "javascript-page.pdf", "signe.pdf", "octet-manquant.pdf"]
    for path in paths:
        (tmp_path / path).write_bytes(SAMPLES[path.removesuffix(".pdf")].make())
    workers = Workers()
    first = examine(tmp_path, paths, workers)
    assert workers.asked == 4
    kept = tmp_path / pieces.KEPT
    stamp = kept.stat().st_mtime_ns
    assert examine(tmp_path, paths, workers) == first
    assert workers.asked == 4 and kept.stat().st_mtime_ns == stamp
    (tmp_path / "simple.pdf").write_bytes(SAMPLES["lance"].make())
    changed = examine(tmp_path, paths, workers)
    assert workers.asked == 5
    assert codes(changed["simple.pdf"]) == ["F024"]
    assert examine(tmp_path, ["signe.pdf"], workers)["signe.pdf"] == first["signe.pdf"]
    assert kept.read_text("utf-8").count('"pages"') == 1, "ce qui n’est plus dans content/ n’est plus gardé"
    assert [path.name for path in kept.parent.iterdir()] == ["pieces.json"]
    workers.stop()


def test_same_bytes_are_read_once(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(GOOD)
    workers = Workers()
    assert len(set(examine(tmp_path, ["a.pdf", "b.pdf", "c.pdf"], workers).values())) == 1
    assert workers.asked == 1
    workers.stop()


LIES = '{"avec":"%s","dossier":[%d,%d],"contenu":{"%s":{"pages":9,"signe":true,"constats":[]}}}'


def test_what_was_kept_elsewhere_or_by_another_version_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SAMPLES["lance"].make())
    first = examine(tmp_path, ["a.pdf"])
    kept = tmp_path / pieces.KEPT
    build = kept.parent.stat()
    avec = pieces._checker()
    sha256 = first["a.pdf"].sha256
    right = LIES % (avec, build.st_dev, build.st_ino, sha256)
    kept.write_text(right, "utf-8")
    assert examine(tmp_path, ["a.pdf"])["a.pdf"].constats == (), "le fichier d’essai est bien lu"
    wrong = [
        LIES % ("0, pypdf 1", build.st_dev, build.st_ino, sha256),
        LIES % (avec, build.st_dev, build.st_ino + 1, sha256),
        right[:-9],
        "[" * 100_000,
        "",
        "null",
        right.replace('"pages":9', '"pages":"beaucoup"'),
        right.replace("signe", "\\ud800"),
    ]
    for text in wrong:
        kept.write_text(text, "utf-8")
        assert examine(tmp_path, ["a.pdf"]) == first, text[:80]
    kept.write_bytes(b"\xff\xfe\0")
    assert examine(tmp_path, ["a.pdf"]) == first


@linux
@pytest.mark.parametrize("left", ["dossier", "fifo", "lien", "reste"])
def test_something_else_in_the_place_of_what_is_kept(left: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    other = tmp_path / "precieux"
    other.write_text("à garder", "utf-8")
    kept, beside = tmp_path / pieces.KEPT, tmp_path / f"{pieces.KEPT}.nouveau"
    kept.parent.mkdir()
    if left == "dossier":
        kept.mkdir()
    elif left == "fifo":
        os.mkfifo(kept)
    elif left == "lien":
        beside.symlink_to(other)
    else:
        beside.write_text("à moitié", "utf-8")
    assert examine(tmp_path, ["a.pdf"])["a.pdf"].constats == ()
    assert other.read_text("utf-8") == "à garder"


def test_without_a_document_nothing_is_written(tmp_path: Path) -> None:
    assert examine(tmp_path, []) == {}
    assert list(tmp_path.iterdir()) == []


@linux
def test_the_process_cannot_take_more_memory_than_said() -> None:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        pdf_child.limit_memory(300)
        try:
            bytearray(400_000_000)
        except MemoryError:
            os.write(write, b"refus")
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 9) == b"refus"


def test_a_piece_kept_elsewhere_is_sealed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://www.exemple.fr/voir?a=1&b=2#page:"
    (tmp_path / "copie.pdf").write_bytes(GOOD)
    with pytest.raises(SystemExit) as stop:
        cli.main(["piece", str(tmp_path / "copie.pdf"), address])
    out, err = capsys.readouterr()
    assert (stop.value.code, err) == (0, "")
    assert out == (
        "# À recopier dans la fiche (1 page). Si elle a déjà « pieces: », ne recopiez que la suite.\n"
        "pieces:\n"
        "  - titre:  # à compléter, par exemple : Délibération signée\n"
        f'    adresse: "{address}"\n'
        f"    sha256: {hashlib.sha256(GOOD).hexdigest()}\n"
        f"    octets: {len(GOOD)}\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["copie.pdf"]
    shutil.copytree(BASE, tmp_path / "content")
    act = tmp_path / "content/seances/exemple/2026-03-12/015.yaml"
    act.write_text(act.read_text("utf-8") + out, "utf-8")
    assert [problem.code for problem in verify(tmp_path)[1]] == ["D001"], "seul le titre manque"
    act.write_text(act.read_text("utf-8").replace("titre:  #", "titre: Plan  #"), "utf-8")
    assert verify(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("file", "address", "code", "told"),
    [
        ("a.pdf", "http://www.exemple.fr/a.pdf", 2, "Adresse non comprise : http://www.exemple.fr/a.pdf\n"),
        ("a.pdf", "www.exemple.fr/a.pdf", 2, "Adresse non comprise : www.exemple.fr/a.pdf\n"),
        ("a.pdf", "https://exemple.fr/a b", 2, "Adresse non comprise : https://exemple.fr/a b\n"),
        ("b.pdf", "https://exemple.fr/b.pdf", 2, "Fichier introuvable : "),
        ("lance.pdf", "https://exemple.fr/a.pdf", 1, "Ce PDF contient plus que des pages à lire : une commande"),
        ("", "https://exemple.fr/a.pdf", 1, "Le fichier ne peut pas être lu : ce n’est pas un fichier ordinaire"),
    ],
)
def test_a_piece_that_cannot_be_sealed(
    file: str, address: str, code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    (tmp_path / "lance.pdf").write_bytes(SAMPLES["lance"].make())
    with pytest.raises(SystemExit) as stop:
        cli.main(["piece", str(tmp_path / file), address])
    out, err = capsys.readouterr()
    assert (stop.value.code, out) == (code, "")
    assert told in err


def test_a_mended_piece_is_sealed_with_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(SAMPLES["octet-manquant"].make())
    with pytest.raises(SystemExit) as stop:
        cli.main(["piece", str(tmp_path / "a.pdf"), "https://exemple.fr/a.pdf"])
    out, err = capsys.readouterr()
    assert stop.value.code == 0 and "sha256: " in out and "[F026]" in err


def test_the_page_says_pages_signature_and_where_a_document_is_kept(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "content")
    folder = tmp_path / "content/seances/exemple/2026-03-12"
    (folder / "015.pdf").write_bytes(SAMPLES["signe"].make())
    act = folder / "015.yaml"
    plan = f"pieces:\n  - {{titre: Plan, adresse: 'https://plans.exemple.fr/15', sha256: {'a' * 64}, octets: 9000}}\n"
    act.write_text(act.read_text("utf-8") + plan, "utf-8")
    generate(tmp_path, Site("Registre"))
    page = (tmp_path / "build/pages/actes/exemple/2026-03-12/015/index.md").read_text("utf-8")
    size = wording.size((folder / "015.pdf").stat().st_size)
    assert f"Délibération signée</a> (PDF, 1\u00a0page, {size})" in page
    assert "PDF signé électroniquement&nbsp;; ce registre n’a pas vérifié la signature." in page
    assert '<a href="https://plans.exemple.fr/15">Plan</a> (PDF, 9\u00a0Ko)' in page
    assert "Document gardé sur plans.exemple.fr&nbsp;: son empreinte permet de savoir s’il a changé." in page
    assert page.count("signé électroniquement") == 1
    other = (tmp_path / "build/pages/actes/exemple/2026-03-12/014/index.md").read_text("utf-8")
    assert "signé électroniquement" not in other and "Document gardé sur" not in other


def test_a_document_of_a_record_that_cannot_be_read_is_checked_too(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "content")
    folder = tmp_path / "content/seances/exemple/2026-03-12"
    (folder / "015.yaml").write_text("numero: [\n", "utf-8")
    (folder / "015.pdf").write_bytes(SAMPLES["lance"].make())
    assert "F024" in [problem.code for problem in verify(tmp_path)[1]]


def test_a_mended_document_is_acknowledged_in_the_record_that_cites_it(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "content")
    folder = tmp_path / "content/seances/exemple/2026-03-12"
    (folder / "015.pdf").write_bytes(SAMPLES["octet-manquant"].make())
    act = folder / "015.yaml"
    act.write_text(act.read_text("utf-8") + "anomalies: [{code: F026, motif: reçu ainsi}]\n", "utf-8")
    assert [(problem.code, problem.reason) for problem in verify(tmp_path)[1]] == [("F026", "reçu ainsi")]
