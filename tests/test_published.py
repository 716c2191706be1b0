"""The site about to be published, whoever's register it is: `make test OPTIONS="--site=site"`; else that of our acts.

Pages are read one by one and forgotten, so that a site of thousands of acts can be looked at whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from conftest import ROOT
from registre.parse.corpus import load_corpus
from registre.register.build import build_register
from registre.register.entries import Register
from sources.page import Element, read_page

NOWHERE = "https://registre.invalid/"
LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "object": "data", "embed": "src",
          "video": "src", "audio": "src"}  # fmt: skip
STYLES = {"stylesheet", "icon", "preload", "modulepreload"}
# What only the project's own machinery may write; anything else in a site comes from content/ or overrides/.
GENERATED = re.compile(
    r"pagefind/|schemas/[a-z-]+\.json|(echeancier|collectivites/[a-z0-9-]+)/echeances\.ics|sitemap\.xml(\.gz)?"
    r"|(conventions|collectivites)/[a-z0-9-]+/conventions(-[0-9]+)?\.json|.*\.html"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one page holds: its ids, where it leads, what it loads (full addresses)."""

    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path

    @cached_property
    def base(self) -> str:
        """The address it was built for, as its home page gives it; else one that exists nowhere."""
        found = re.search(r'<link rel="canonical" href="([^"]+)"', (self.folder / "index.html").read_text("utf-8"))
        return found[1] if found else NOWHERE

    @cached_property
    def pages(self) -> dict[str, Seen]:
        """Every page by its address."""
        files = sorted(self.folder.rglob("*.html"))
        return dict(self._seen(file.relative_to(self.folder).as_posix(), file) for file in files)

    def _seen(self, name: str, file: Path) -> tuple[str, Seen]:
        # 404.html is shown at any address: what it names is absolute, or wrong.
        here = self.base + (name.removesuffix("index.html") if name != "404.html" else "n/importe/ou/")
        elements = list(read_page(file.read_text("utf-8")).walk())
        ids = frozenset(e.attributes["id"] or "" for e in elements if "id" in e.attributes)
        links = tuple(urljoin(here, value) for value in _values(elements, {"a": "href", "form": "action"}))
        loads = tuple(urljoin(here, value) for value in (*_values(elements, LOADED), *_styles(elements)))
        return here, Seen(ids, links, loads)

    def file(self, address: str) -> Path | None:
        """The file that an address of this site shows; None for another site's."""
        if not address.startswith(self.base):
            return None
        path = unquote(urldefrag(address).url.partition("?")[0].removeprefix(self.base))
        return self.folder / (f"{path}index.html" if not path or path.endswith("/") else path)


def _values(elements: list[Element], wanted: dict[str, str]) -> Iterator[str]:
    for element in elements:
        if (name := wanted.get(element.tag)) and (value := element.attributes.get(name)) is not None:
            yield value


def _styles(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        if element.tag == "link" and STYLES & set((element.attributes.get("rel") or "").split()):
            yield element.attributes["href"] or ""


@pytest.fixture(scope="module")
def published(request: pytest.FixtureRequest) -> Site:
    folder: Path | None = request.config.getoption("--site")
    return Site(folder if folder else request.getfixturevalue("site"))


@pytest.fixture(scope="module")
def register() -> Register:
    return build_register(load_corpus(ROOT), None)


def test_every_act_and_every_document_is_there(published: Site, register: Register) -> None:
    assert [act.url for act in register.acts if not (published.folder / act.url / "index.html").is_file()] == []
    documents = [d.url for act in register.acts for d in act.documents if d.path and d.url]
    assert [url for url in documents if not (published.folder / url).is_file()] == []


def test_every_act_is_in_the_search(published: Site, register: Register) -> None:
    index = json.loads((published.folder / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    assert sum(language["page_count"] for language in index["languages"].values()) >= len(register.acts)


def test_every_link_leads_somewhere(published: Site) -> None:
    lost = [
        (here, link)
        for here, seen in published.pages.items()
        for link in seen.links
        if urldefrag(link).url != here and (file := published.file(link)) and not file.is_file()
    ]
    assert lost == []


def test_every_anchor_is_there(published: Site) -> None:
    lost = []
    for here, seen in published.pages.items():
        for link in seen.links:
            address, anchor = urldefrag(link)
            target = published.pages.get(address.partition("?")[0])
            if anchor and target and unquote(anchor) not in target.ids:
                lost.append((here, link))
    assert lost == []


def test_nothing_is_loaded_from_elsewhere(published: Site) -> None:
    loads = {(here, load) for here, seen in published.pages.items() for load in seen.loads}
    assert loads
    assert {pair for pair in loads if not ((file := published.file(pair[1])) and file.is_file())} == set()


def test_only_plain_files_of_known_origin_are_sent(published: Site, register: Register) -> None:
    """A link would be followed by the archive, and a hidden file left out of it."""
    files = sorted(path for path in published.folder.rglob("*") if not path.is_dir() or path.is_symlink())
    names = {path.relative_to(published.folder).as_posix() for path in files}
    assert [path for path in files if path.is_symlink() or path.name.startswith(".")] == []
    ours = {path.relative_to(ROOT / "overrides").as_posix() for path in (ROOT / "overrides").rglob("*")}
    records = [*register.acts, *register.sittings]
    documents = {document.url for record in records for document in record.documents}
    assert {name for name in names - ours - documents if not GENERATED.match(name)} == set()
