"""The search index: only acts, the same bytes each time, nothing that is not used."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from registre.after.search_index import SearchIndexError, as_indexed, build_search_index

ACT = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{objet}</title></head><body>
<nav>Hors de l’index</nav>
<article data-pagefind-body data-collectivite="{collectivite}" data-annee="{annee}" data-numero="{numero}"
 data-pagefind-meta="collectivite[data-collectivite], numero[data-numero]"
 data-pagefind-filter="collectivite[data-collectivite], annee[data-annee]">
<h1>{objet}</h1><h2 id="texte">Le texte</h2>
<p>Considérant l’œuvre de n°605 &lt;b&gt; &amp; &#8217;</p></article>
</body></html>"""


def make_site(site: Path, *, backwards: bool = False) -> Path:
    """Write a site of twelve acts and a home page, in one order or the other."""
    numbers = range(100, 112)
    for number in reversed(numbers) if backwards else numbers:
        page = site / "actes" / f"c{number % 3}" / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        values = {"collectivite": f"Commune d’Ici {number % 3}", "annee": 2020 + number % 5}
        page.write_text(ACT.format(numero=number, objet=f"Objet {number}", **values), encoding="utf-8")
    (site / "index.html").write_text('<html lang="fr"><body>Accueil du registre</body></html>', "utf-8")
    return site


def bundle_of(site: Path) -> dict[str, bytes]:
    """Return the files of the index of ``site``."""
    bundle = site / "pagefind"
    return {p.relative_to(bundle).as_posix(): p.read_bytes() for p in bundle.rglob("*") if p.is_file()}


def fragments_of(site: Path) -> list[dict[str, object]]:
    """Return what Pagefind holds of each page."""
    files = (site / "pagefind" / "fragment").iterdir()
    return [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]


def test_five_runs_give_the_same_bytes(tmp_path: Path) -> None:
    sites = [make_site(tmp_path / str(run), backwards=run % 2 == 1) for run in range(5)]
    for site in sites:
        build_search_index(site)
    first = bundle_of(sites[0])
    assert all(bundle_of(site) == first for site in sites[1:])


def test_a_second_run_on_the_same_site_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build_search_index(site)
    first = bundle_of(site)
    (site / "pagefind" / "ancien.pf_index").write_bytes(b"")
    build_search_index(site)
    assert bundle_of(site) == first


def test_only_acts_are_indexed_with_their_addresses(tmp_path: Path) -> None:
    build_search_index(make_site(tmp_path))
    addresses = {fragment["url"] for fragment in fragments_of(tmp_path)}
    assert addresses == {f"/actes/c{number % 3}/{number}/" for number in range(100, 112)}
    assert not any("Hors" in str(fragment["content"]) for fragment in fragments_of(tmp_path))


def test_only_the_files_that_a_search_loads_are_kept(tmp_path: Path) -> None:
    build_search_index(make_site(tmp_path))
    names = {path for path in bundle_of(tmp_path) if "/" not in path and not path.endswith(".pf_meta")}
    assert names == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.fr.pagefind"}


def test_what_refers_to_a_renamed_file_has_its_new_name(tmp_path: Path) -> None:
    build_search_index(make_site(tmp_path))
    files = bundle_of(tmp_path)
    entry = json.loads(files["pagefind-entry.json"])["languages"]["fr"]
    assert entry["page_count"] == 12
    meta = gzip.decompress(files[f"pagefind.{entry['hash']}.pf_meta"])
    filters = [Path(path).stem for path in files if path.startswith("filter/")]
    assert len(filters) == 2
    assert all(name.encode() in meta for name in filters)


def test_a_site_without_acts_has_an_empty_index(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<html lang="fr"><body>Accueil</body></html>', "utf-8")
    build_search_index(tmp_path)
    assert "pagefind.js" in bundle_of(tmp_path)


@pytest.mark.parametrize(
    ("shown", "indexed"),
    [
        ("<p>l’action</p>", "<p>l''action</p>"),
        ("<p>l&#8217;action d&rsquo;ici</p>", "<p>l''action d''ici</p>"),
        ("<p>Œuvre, cœur, ex æquo</p>", "<p>O\u2060Euvre, co\u2060eur, ex a\u2060equo</p>"),
        ("<p>n°605, n° 605, 5 °C</p>", "<p>n°`605, n° 605, 5 °`C</p>"),
        ("<p>tire‑bouchon</p>", "<p>tire-bouchon</p>"),
        ('<p title="l’action">&lt;b&gt; &amp;amp;</p>', '<p title="l’action">&lt;b&gt; &amp;amp;</p>'),
        ("<p>De\u0301libe\u0301re\u0301</p>", "<p>Délibéré</p>"),
        ("<p>&amp;lt;b&amp;gt;</p>", "<p>&amp;\u2060lt;b&amp;\u2060gt;</p>"),
    ],
)
def test_text_is_rewritten_for_pagefind_and_attributes_are_not(shown: str, indexed: str) -> None:
    assert as_indexed(shown) == indexed


@pytest.mark.parametrize(
    ("binary", "message"),
    [(sys.executable, "s’est arrêté : .*--service"), ("/inexistant/pagefind", "ne démarre pas")],
)
def test_a_failure_is_told_and_leaves_the_former_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, binary: str, message: str
) -> None:
    site = make_site(tmp_path)
    build_search_index(site)
    before = bundle_of(site)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", binary)
    with pytest.raises(SearchIndexError, match=f"(?s){message}"):
        build_search_index(site)
    assert bundle_of(site) == before
