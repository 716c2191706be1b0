"""The text of PDFs, page by page: what is read, in which limits, what is kept of it on the disk."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pdfs import GOOD, SAMPLES, made, paged, stream, with_contents
from registre.source import texts
from registre.source.characters import readable
from registre.source.kept import BESIDE
from registre.source.pdf import analyse
from registre.source.pdf_text import MAX_CHARACTERS, MAX_OPERATIONS, MAX_PAGES, page_texts
from registre.source.pdf_workers import Workers
from registre.source.pieces import MAX_BYTES
from registre.source.texts import read_texts
from tally import Tally

TRIALS = Path(__file__).resolve().parents[2] / "shared" / "essais"
WRITE = b"BT /F1 9 Tf %s ET"
linux = pytest.mark.skipif(sys.platform != "linux", reason="limites essayées sous Linux")
A, B, C = (letter * 64 for letter in "abc")


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.stop()


# What a page says


def test_each_page_has_its_text_on_one_line() -> None:
    data = paged("L’école\nà côté :   œuvre\n\tn° 605", "", "Deuxième délibé-\nration du coffre-\nfort — 2024-\n37")
    assert analyse(data).constats == ()
    assert page_texts(data) == ("L’école à côté : œuvre n° 605", "", "Deuxième délibé-ration du coffre-fort — 2024-37")


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ("a\n b\t\x0bc\x0cd\r\ne\xa0f\u2028g", "a b c d e f g"),
        ("délibé\xad\nration, coffre\xadfort", "délibé-ration, coffre-fort"),
        ("Monsieur le Maire -\nadjoint", "Monsieur le Maire - adjoint"),
        ("ﬁnances, aﬀaires, eﬃcace", "finances, affaires, efficace"),
        ("a\x00b\u200bc\u202ed\ue000\uf0b7 e\ufffdf", "abcd e f"),
        ("perdu\ud800\udfff", "perdu"),
        ("\uf0a7\x01\u2800", ""),
    ],
)
def test_what_hides_is_taken_out_and_words_are_whole(found: str, text: str) -> None:
    assert readable(found) == text


def test_a_page_that_fails_gives_nothing_and_the_next_is_read() -> None:
    broken = b"BT /F1 9 Tf (perdu) Tj [[[[ << ( ET"
    assert page_texts(with_contents(broken, b"BT /F1 9 Tf (lu) Tj ET"))[-1] == "lu"
    whole = paged("Un", "Deux").replace(b"/Contents 5 0 R", b"/Contents 1 0 R")
    assert page_texts(whole) == ("", "Deux")


@pytest.mark.parametrize("data", [b"", b"Bonjour", GOOD[:200], SAMPLES["mot-de-passe"].make(), b"%PDF-1.4\n%%EOF"])
def test_what_cannot_be_read_has_no_text(data: bytes) -> None:
    assert page_texts(data) == ()


def test_a_pdf_that_was_mended_is_read() -> None:
    for name in ("fin-blanche", "octet-manquant", "linearise", "pdf-2.0"):
        assert page_texts(SAMPLES[name].make()) == ("Acte",), name


# Its limits


def test_only_the_first_pages_and_characters_are_read() -> None:
    assert page_texts(paged(*(f"Page {number}" for number in range(MAX_PAGES + 5)))) == tuple(
        f"Page {number}" for number in range(MAX_PAGES)
    )
    pages = page_texts(paged(*["mots " * 20_000] * 4))
    assert [len(page) for page in pages] == [99_999, 99_999, 99_999, 3]
    assert sum(map(len, pages)) == MAX_CHARACTERS


def test_a_drawing_is_left_out_and_the_next_page_is_read() -> None:
    full, drawing = b"(a) Tj T* " * 10_000, b"(a) Tj 1 2 m 3 4 l S " * 10_000
    assert len(full.split()) < MAX_OPERATIONS < len(drawing.split())
    pages = page_texts(with_contents(WRITE % full, WRITE % drawing, WRITE % b"(fin) Tj"))
    assert [len(page) for page in pages] == [10_000, 0, 3]


def test_a_form_that_calls_itself_ends() -> None:
    resources = b"/Resources << /Font << /F1 6 0 R >> /XObject << /X 5 0 R >> >>"
    form = stream(b"/X Do /X Do " + WRITE % b"(tampon) Tj", b"/Type /XObject /Subtype /Form " + resources)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    assert page_texts(made(stream(b"/X Do"), form, font, page=b"/Contents 4 0 R " + resources)) == ("tampon",)


def test_the_processes_answer_both_questions(tmp_path: Path, workers: Workers) -> None:
    for name in ("simple", "signe", "balise", "fin-blanche", "mise-a-jour", "octet-manquant"):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(SAMPLES[name].make())
        (verdict,) = workers([path])
        assert len(workers.texts(path) or ()) == verdict.pages == 1, name
    assert workers.texts(tmp_path / "disparu.pdf") is None
    assert workers.texts(tmp_path / "simple.pdf") == ("Acte",)


def slow(pages: int) -> bytes:
    """A PDF whose pages take a tenth of a second each, and say nothing."""
    return with_contents(*[WRITE % (b"() Tj " * (MAX_OPERATIONS // 2 - 100))] * pages)


@linux
def test_what_takes_too_long_has_no_text_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "lent.pdf").write_bytes(slow(50))
    (tmp_path / "bon.pdf").write_bytes(GOOD)
    hurried = Workers(seconds=1.0)
    start = time.monotonic()
    assert hurried.texts(tmp_path / "lent.pdf") is None
    assert 1.0 <= time.monotonic() - start < 5
    assert hurried.texts(tmp_path / "bon.pdf") == ("Acte",)
    hurried.stop()


@linux
def test_what_takes_too_much_memory_has_no_text_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "gros.pdf").write_bytes(with_contents(WRITE % (b"(%s) Tj" % (b"bonjour " * 1_000_000))))
    (tmp_path / "bon.pdf").write_bytes(GOOD)
    narrow = Workers(megabytes=100)
    assert narrow.texts(tmp_path / "gros.pdf") is None
    assert narrow.texts(tmp_path / "bon.pdf") == ("Acte",)
    narrow.stop()


@pytest.mark.long
def test_the_texts_of_all_kinds_of_pdf(tmp_path: Path, tally: Tally, workers: Workers) -> None:
    """Hostile and real ones, those that are refused too: no crash, no more than the time."""
    for name, sample in SAMPLES.items():
        (tmp_path / f"{name}.pdf").write_bytes(sample.make())
    files = [path for folder in (tmp_path, TRIALS / "pdf", TRIALS / "etiquettes") for path in folder.rglob("*.pdf")]
    files = sorted(path for path in files if path.stat().st_size <= MAX_BYTES)  # no question is asked of a larger one
    failed = []
    for path in files:
        start = time.monotonic()
        pages = workers.texts(path)
        if pages is None or time.monotonic() - start > 10 or sum(map(len, pages)) > MAX_CHARACTERS:
            failed.append(path.name)
    tally("textes de PDF", len(files), len(failed))
    assert not failed


# Real documents: words that a clerk would look for, of each page.
REAL = {
    "mtp-2014-04-05-0000070899": ("n° 2014 / 131", "fixer à 20 le nombre d’Adjoints au Maire"),
    "mtp-2014-04-24-0000071216": ("Personnel Municipal", "Comité d’Hygiène de Sécurité"),
    "mtp-2014-04-24-0000071248": ("Expertise Financière", "77.344.909"),
    "mtp-2014-04-24-0000071276": ("Gestion Prévisionnelle des Postes", "un montant total de 40 000 €"),
    "mtp-2014-04-24-0000071305": ("Convoqué le 17/04/2014", "tableau des effectifs"),
}


@pytest.mark.parametrize("name", REAL)
def test_real_documents_are_read(name: str, workers: Workers) -> None:
    path = TRIALS / "etiquettes" / "dev" / f"{name}.pdf"
    if not path.is_file():
        pytest.skip("le dossier des essais n’est pas là")
    pages = workers.texts(path) or ()
    assert [words in page for words, page in zip(REAL[name], pages, strict=True)] == [True, True]


# What is kept


def project(root: Path, *names: str) -> dict[str, Path]:
    """Some PDFs by their (invented) fingerprints; each says its name."""
    files = {}
    for name in names:
        path = root / f"{name}.pdf"
        path.write_bytes(paged(f"Je suis {name}", "Fin"))
        files[name * 64] = path
    return files


def kept_in(root: Path) -> list[str]:
    return sorted(path.name for path in (root / texts.KEPT).iterdir())


def test_what_was_read_is_not_read_again(tmp_path: Path, workers: Workers) -> None:
    files = project(tmp_path, "a", "b", "c")
    read = read_texts(tmp_path, files, workers)
    assert workers.asked == 3
    assert [read(sha256) for sha256 in (A, B, C)] == [(f"Je suis {name}", "Fin") for name in "abc"]
    stamps = [(tmp_path / texts.KEPT / name).stat().st_mtime_ns for name in kept_in(tmp_path)]
    again = read_texts(tmp_path, files, workers)
    assert workers.asked == 3 and again(A) == ("Je suis a", "Fin")
    assert stamps == [(tmp_path / texts.KEPT / name).stat().st_mtime_ns for name in kept_in(tmp_path)]


def test_what_is_no_longer_wanted_is_removed(tmp_path: Path, workers: Workers) -> None:
    files = project(tmp_path, "a", "b")
    read_texts(tmp_path, files, workers)
    folder = tmp_path / texts.KEPT
    (folder / f"{A}.json{BESIDE}").write_text("à moitié", "utf-8")
    (folder / "notes.txt").write_text("pas à nous", "utf-8")
    read = read_texts(tmp_path, {A: files[A]}, workers)
    assert kept_in(tmp_path) == [f"{A}.json", "notes.txt"]
    assert read(B) == () and workers.asked == 2
    read_texts(tmp_path, {}, workers)
    assert kept_in(tmp_path) == ["notes.txt"]


def test_without_a_document_nothing_is_written(tmp_path: Path) -> None:
    assert read_texts(tmp_path, {})(A) == ()
    assert list(tmp_path.iterdir()) == []


def test_another_version_reads_again(tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    files = project(tmp_path, "a")
    read_texts(tmp_path, files, workers)
    monkeypatch.setattr(texts, "version", lambda _: "99.0")
    read = read_texts(tmp_path, files, workers)
    assert workers.asked == 2 and read(A) == ("Je suis a", "Fin")
    monkeypatch.setattr(texts, "READER", texts.READER + 1)
    read_texts(tmp_path, files, workers)
    assert workers.asked == 3


def test_what_was_kept_elsewhere_or_is_no_text_is_ignored(tmp_path: Path, workers: Workers) -> None:
    files = project(tmp_path, "a")
    read_texts(tmp_path, files, workers)
    kept = tmp_path / texts.KEPT / f"{A}.json"
    right = json.loads(kept.read_text("utf-8"))
    lie = right | {"contenu": ["Pirate"]}
    kept.write_text(json.dumps(lie), "utf-8")
    assert read_texts(tmp_path, files, workers)(A) == ("Pirate",), "le fichier d’essai est bien lu"
    device, inode = right["dossier"]
    wrong: list[object] = [
        lie | {"avec": "0, pypdf 1"},
        lie | {"dossier": [device, inode + 1]},
        lie | {"contenu": "Pirate"},
        lie | {"contenu": [["Pirate"]]},
        lie | {"contenu": None},
        ["Pirate"],
        None,
    ]
    for rank, contents in enumerate(wrong, start=2):
        kept.write_text(json.dumps(contents), "utf-8")
        assert read_texts(tmp_path, files, workers)(A) == ("Je suis a", "Fin"), contents
        assert workers.asked == rank
    kept.write_bytes(b"\xff\xfe\0")
    assert read_texts(tmp_path, files, workers)(A) == ("Je suis a", "Fin")


@linux
def test_a_link_in_the_place_of_what_is_kept_is_not_followed(tmp_path: Path, workers: Workers) -> None:
    files = project(tmp_path, "a")
    precious = tmp_path / "precieux"
    precious.write_text("à garder", "utf-8")
    folder = tmp_path / texts.KEPT
    folder.mkdir(parents=True)
    for name in (f"{A}.json", f"{A}.json{BESIDE}"):
        (folder / name).symlink_to(precious)
    assert read_texts(tmp_path, files, workers)(A) == ("Je suis a", "Fin")
    assert precious.read_text("utf-8") == "à garder" and not (folder / f"{A}.json").is_symlink()


def test_a_failure_is_not_kept(tmp_path: Path, workers: Workers) -> None:
    files = {**project(tmp_path, "a"), B: tmp_path / "disparu.pdf"}
    read = read_texts(tmp_path, files, workers)
    assert read(B) == () and read(A) == ("Je suis a", "Fin")
    assert kept_in(tmp_path) == [f"{A}.json"]
    files[B].write_bytes(GOOD)
    assert read_texts(tmp_path, files, workers)(B) == ("Acte",)
