"""Every page of the built sites, of the real acts and of synthetic ones: links, anchors, headings, titles, scripts."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from conftest import ROOT
from registre.parse.corpus import Corpus, load_corpus
from sources.page import Element, read_page

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

# Where every register may send: the court, and the texts of law (scripts/registre/render/donnees/legifrance.yaml).
PUBLIC = {"citoyens.telerecours.fr", "www.legifrance.gouv.fr"}
ADDRESSES = {"a": "href", "link": "href", "form": "action", "script": "src", "img": "src", "source": "src",
             "iframe": "src", "object": "data", "embed": "src", "video": "src", "audio": "src"}  # fmt: skip
FOLLOWED = {"a", "form"}  # the others are loaded with the page


@dataclass(frozen=True, slots=True)
class Address:
    """An address written in a page, and the element that has it."""

    page: str
    tag: str
    value: str


@dataclass(frozen=True)
class Pages:
    """The pages of a site by file (posix path under it), and the other hosts that its records name."""

    site: Path
    hosts: frozenset[str]

    @cached_property
    def all(self) -> dict[str, Element]:
        """Every HTML page, parsed."""
        files = sorted(self.site.rglob("*.html"))
        return {file.relative_to(self.site).as_posix(): read_page(file.read_text("utf-8")) for file in files}

    @cached_property
    def ids(self) -> dict[str, Counter[str]]:
        """The ids of each page, each with how many times it is there."""
        return {
            name: Counter(element.attributes["id"] or "" for element in page.walk() if "id" in element.attributes)
            for name, page in self.all.items()
        }

    @cached_property
    def addresses(self) -> list[Address]:
        """Every address in every page."""
        return [
            Address(name, element.tag, element.attributes[ADDRESSES[element.tag]] or "")
            for name, page in self.all.items()
            for element in page.walk()
            if ADDRESSES.get(element.tag, "") in element.attributes
        ]

    @cached_property
    def ways(self) -> dict[str, set[str]]:
        """The files to which the links and forms of each page lead."""
        ways: dict[str, set[str]] = {name: set() for name in self.all}
        for address in self.local:
            if address.tag in FOLLOWED:
                ways[address.page].add(self.target(address)[0])
        return ways

    @cached_property
    def local(self) -> list[Address]:
        """The addresses that stay on the site."""
        parts = ((address, urlsplit(address.value)) for address in self.addresses)
        return [address for address, part in parts if not part.netloc and not part.scheme]

    def target(self, address: Address) -> tuple[str, str]:
        """The file and the anchor that an address of the same site leads to."""
        parts = urlsplit(address.value)
        path = unquote(parts.path)
        found = posixpath.normpath(posixpath.join("/", posixpath.dirname(address.page), path))[1:]
        folder = not path or path.endswith(("/", ".", "..")) or not posixpath.basename(found)
        if not path:
            return address.page, unquote(parts.fragment)
        return posixpath.join(found, "index.html") if folder else found, unquote(parts.fragment)


def hosts_of(corpus: Corpus) -> frozenset[str]:
    """The hosts to which records and hand-written pages send: sites of bodies, documents kept elsewhere, laws."""
    sites = [body.value.contact.site for body in corpus.collectivites.values() if body.value.contact]
    reads = (*corpus.actes.values(), *corpus.seances.values())
    documents = [piece.adresse for read in reads for piece in read.record.value.pieces]
    written = [link for page in corpus.pages.values() for link in re.findall(r"\]\((https?://[^)\s]+)", page.text)]
    return frozenset(urlsplit(address).netloc for address in (*sites, *documents, *written) if address)


@pytest.fixture(scope="module")
def real(site: Path) -> Pages:
    return Pages(site, hosts_of(load_corpus(ROOT)))


@pytest.fixture(scope="module")
def invented(synthetic: Built) -> Pages:
    return Pages(synthetic.site, hosts_of(load_corpus(synthetic.site.parent)))


@pytest.fixture(scope="module", params=["real", "invented"])
def pages(request: pytest.FixtureRequest) -> Pages:
    found: Pages = request.getfixturevalue(request.param)
    return found


def has_moved(page: Element) -> bool:
    """True for the page left at a former address."""
    return "a changé d’adresse" in page.all("h1")[0].text


def test_there_is_something_to_look_at(pages: Pages) -> None:
    assert len(pages.all) > 40
    assert len(pages.addresses) > 20 * len(pages.all)


def test_other_hosts_are_those_of_records_of_the_court_and_of_the_law(pages: Pages) -> None:
    foreign = {address for address in pages.addresses if urlsplit(address.value).netloc}
    assert {a for a in foreign if a.tag != "a"} == set(), "nothing is loaded from another host"
    assert {urlsplit(a.value).netloc for a in foreign} - PUBLIC <= pages.hosts
    assert {urlsplit(address.value).scheme for address in pages.addresses} <= {"", "http", "https", "mailto"}


def test_the_site_works_under_any_folder(pages: Pages) -> None:
    absolute = {address for address in pages.local if address.value.startswith("/")}
    assert {address.page for address in absolute} <= {"404.html"}


def test_every_link_leads_to_a_file(pages: Pages) -> None:
    assert [a for a in pages.local if not (pages.site / pages.target(a)[0]).is_file()] == []


def test_every_anchor_is_in_its_page(pages: Pages) -> None:
    lost = []
    for address in pages.local:
        file, anchor = pages.target(address)
        if anchor and anchor not in pages.ids[file]:
            lost.append(address)
    assert lost == []


def test_browsing_goes_through_lists_and_never_to_the_search_with_its_answers(pages: Pages) -> None:
    assert {address.value for address in pages.local if "recherche/?" in address.value} == set()


def test_ids_are_unique_in_each_page(pages: Pages) -> None:
    assert {(n, i) for n, ids in pages.ids.items() for i, count in ids.items() if count > 1 or not i} == set()


def test_headings_make_an_outline(pages: Pages) -> None:
    wrong = {}
    for name, page in pages.all.items():
        levels = [int(element.tag[1]) for element in page.walk() if re.fullmatch("h[1-6]", element.tag)]
        steps = zip([0, *levels], levels, strict=False)
        if levels.count(1) != 1 or any(after > before + 1 for before, after in steps):
            wrong[name] = levels
    assert wrong == {}


def test_headings_say_something(pages: Pages) -> None:
    headings = [(name, e) for name, page in pages.all.items() for e in page.walk() if re.fullmatch("h[1-6]", e.tag)]
    assert {name for name, heading in headings if not heading.text.strip(" ¶")} == set()


def test_titles_are_unique(pages: Pages) -> None:
    titles = Counter(page.all("title")[0].text for page in pages.all.values())
    assert {title: count for title, count in titles.items() if count > 1} == {}


def test_each_page_is_in_french_and_has_a_description(pages: Pages) -> None:
    for name, page in pages.all.items():
        assert page.all("html")[0].attributes.get("lang") == "fr", name
        metas = {meta.attributes.get("name"): meta.attributes.get("content") for meta in page.all("meta")}
        assert len(metas["description"] or "") > 15, name
        assert "width=device-width" in (metas["viewport"] or ""), name


def test_pages_carry_no_script_but_those_of_the_site(pages: Pages) -> None:
    expected = {(name, "page-deplacee.js" if has_moved(page) else "registre.js") for name, page in pages.all.items()}
    scripts = {
        (name, script.attributes.get("src"))
        for name, page in pages.all.items()
        for script in page.all("script")
        if script.attributes.get("type") != "application/ld+json"  # data, which never runs
    }
    assert {(name, (source or "").rpartition("/")[2]) for name, source in scripts} == {
        ("recherche/index.html", "recherche.js"),
        ("404.html", "page-absente.js"),
        *expected,
    }
    handlers = {
        (name, key)
        for name, page in pages.all.items()
        for element in page.walk()
        for key in element.attributes
        if key.startswith("on") or key == "style"
    }
    assert handlers == set()


def test_no_mark_of_a_template_is_left(pages: Pages) -> None:
    left = {name for name, page in pages.all.items() if re.search(r"\{[:#%{]|[%}#]\}", page.all("body")[0].text)}
    assert left == set()


def test_every_page_leads_home_and_to_the_legal_pages(pages: Pages) -> None:
    wanted = {"index.html", "accessibilite/index.html", "mentions-legales/index.html", "aide/index.html"}
    for name in pages.all:
        assert wanted <= pages.ways[name], name


def test_every_page_can_be_reached_from_the_home_page(pages: Pages) -> None:
    reached, waiting = set[str](), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += pages.ways.get(name, set())
    moved = {name for name, page in pages.all.items() if has_moved(page)}
    cut_short = {name for name in pages.all if re.fullmatch(r"actes/([a-z0-9-]+/)?index\.html", name)}
    assert set(pages.all) - reached - moved - cut_short - {"404.html"} == set()
    assert len(cut_short) > 1


@pytest.mark.parametrize(
    ("act", "facts"),
    [
        ("scota/2026-02-11/605", ["jusqu’au 17 avril 2026 inclus", "Tribunal administratif de Lille"]),
        ("labourse/2025-04-03/2025cm26", ["jusqu’au 12 juin 2025 inclus", "Tribunal administratif de Lille"]),
    ],
)
def test_the_last_day_to_contest_and_the_court_are_told(real: Pages, act: str, facts: list[str]) -> None:
    page = real.all[f"actes/{act}/index.html"]
    section = next(e for e in page.walk() if e.attributes.get("class") == "recours").text
    assert [fact for fact in facts if fact not in section] == []
