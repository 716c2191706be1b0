"""The search index: the pages it is given, the same bytes each time, nothing that is not used."""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import cbor2
import pytest

from registre.after.search_index import SearchIndexError, build_search_index
from registre.render.folding import EMPTY, folded
from registre.render.indexed import Indexed

PAGE = """<!doctype html><html lang="fr"><body data-pagefind-body>
<i data-v="Objet {numero}" data-pagefind-meta="title[data-v]"></i>
<p>{text}</p>
</body></html>"""


def some_pages() -> Iterator[Indexed]:
    """Twelve pages."""
    text = folded("Considérant l’œuvre décidée, n°605 &lt;b&gt;")
    for number in range(100, 112):
        values = [("collectivite", f"Commune {number % 3}"), *[("type", "Archivage")] * (number in (104, 109))]
        html = PAGE.format(numero=number, text=text)
        yield Indexed(f"actes/c/{number}/", html, values, {"considérant": 1, f"objet{number % 7}": 10})


def bundle_of(bundle: Path) -> dict[str, bytes]:
    """The files of an index."""
    return {p.relative_to(bundle).as_posix(): p.read_bytes() for p in bundle.rglob("*") if p.is_file()}


def decoded(packed: bytes) -> bytes:
    """One of Pagefind's files, without its signature."""
    return gzip.decompress(packed).removeprefix(b"pagefind_dcd")


def test_five_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for run in range(5):
        build_search_index(some_pages(), [], tmp_path / str(run))
    first = bundle_of(tmp_path / "0")
    assert all(bundle_of(tmp_path / str(run)) == first for run in range(1, 5))


def test_only_the_files_that_a_search_loads_are_kept(tmp_path: Path) -> None:
    build_search_index(some_pages(), [], tmp_path / "pagefind")
    names = {path for path in bundle_of(tmp_path / "pagefind") if "/" not in path and not path.endswith(".pf_meta")}
    engine = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.fr.pagefind"}
    assert names == engine | {"registre.js", "facettes.json", "mots.txt"}


def test_what_refers_to_a_renamed_file_has_its_new_name(tmp_path: Path) -> None:
    build_search_index(some_pages(), [], tmp_path / "pagefind")
    files = bundle_of(tmp_path / "pagefind")
    entry = json.loads(files["pagefind-entry.json"])["languages"]["fr"]
    assert entry["page_count"] == 12
    meta = gzip.decompress(files[f"pagefind.{entry['hash']}.pf_meta"])
    renamed = [Path(path).stem for path in files if path.startswith(("fragment/", "index/"))]
    assert len(renamed) == 13
    assert all(name.encode() in meta for name in renamed)
    # The rank of a page, in its name, is that of the page given: facettes.json and the order by date rest on it.
    for path in files:
        if path.startswith("fragment/"):
            rank = int(Path(path).stem.rpartition("_")[2], 16)
            assert json.loads(decoded(files[path]))["url"] == f"/actes/c/{100 + rank}/"


def test_facets_say_which_pages_have_each_value(tmp_path: Path) -> None:
    build_search_index(some_pages(), [], tmp_path / "pagefind")
    facets = json.loads((tmp_path / "pagefind" / "facettes.json").read_text("utf-8"))
    communes = {"Commune 0": [2, 3, 3, 3], "Commune 1": [0, 3, 3, 3], "Commune 2": [1, 3, 3, 3]}
    assert facets == {"collectivite": communes, "type": {"Archivage": [4, 5]}}


def test_words_are_indexed_without_accents_and_without_marks(tmp_path: Path) -> None:
    build_search_index(some_pages(), [], tmp_path / "pagefind")
    words = set()
    for file in (tmp_path / "pagefind" / "index").iterdir():
        entries = cbor2.loads(decoded(file.read_bytes()))[0]
        words |= {word for word, *_ in entries}
        assert not any(other for _, _, other in entries)  # no word has a second spelling
    assert {"consider", "oeuvr", "decid", "605", "zqn", "zql"} <= words
    assert words & EMPTY == set()  # each would be read for all the words that it begins
    assert {word for word in words if not (word.isascii() and word.isalnum())} <= {"n°"}


def test_the_words_to_choose_from_come_with_those_that_matter_first(tmp_path: Path) -> None:
    build_search_index(some_pages(), [], tmp_path / "pagefind")
    words = (tmp_path / "pagefind" / "mots.txt").read_text("utf-8").split("\n")
    assert words == ["objet2", "objet3", "objet4", "objet5", "objet6", "considérant", "objet0", "objet1"]


def test_a_site_without_acts_has_an_empty_index(tmp_path: Path) -> None:
    build_search_index([], [], tmp_path / "pagefind")
    assert "pagefind.js" in bundle_of(tmp_path / "pagefind")


@pytest.mark.parametrize(
    ("binary", "message"),
    [(sys.executable, "s’est arrêté : .*--service"), ("/inexistant/pagefind", "ne démarre pas")],
)
def test_a_failure_is_told_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, binary: str, message: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", binary)
    with pytest.raises(SearchIndexError, match=f"(?s){message}"):
        build_search_index(some_pages(), [], tmp_path / "pagefind")
    assert not (tmp_path / "pagefind").exists()
