"""Hostile records: shown as typed, never run. Their pages are opened in Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.serving import serve
from conftest import copy_project
from hostile import DAY, STRINGS, Hostile, write_hostile
from registre.build import build_site, verify
from sources.reading import normal
from writing import write_yaml

pytest_plugins = ("browser.fixtures",)

CORPUS = Path(__file__).parents[2] / "shared" / "essais" / "chaines"
HOOK = """window.executions = [];
for (const name of ["alert", "prompt", "confirm", "print", "open"]) window[name] = (...said) => executions.push(name);
addEventListener("securitypolicyviolation", (event) => executions.push(event.violatedDirective));"""
# The text of a page, and what a page of the register never has: handlers, odd addresses, odd elements.
LOOK = """({document, executions}) => {
  const all = [...document.querySelectorAll("*")], known = /^(https?:|mailto:[a-z.]+@[a-z.]+$)/;
  const handlers = all.flatMap((e) => e.getAttributeNames().filter((n) => n.startsWith("on") || n === "style"));
  const addresses = all.flatMap((e) => [e.href, e.src, e.action, e.data].filter((a) => typeof a === "string"));
  const odd = all.filter((e) => /^(script|iframe|object|embed|img|image|base|template|video|audio|frame|style|b|i|x)$/i
    .test(e.localName) && !/\\/assets\\/javascripts\\/(recherche|page-absente)\\.js$/.test(e.src ?? ""));
  const articles = document.querySelectorAll("article").length;
  return {text: document.body.textContent, title: document.title, wrong: Object.entries({executions, handlers,
    addresses: addresses.filter((a) => a && !known.test(a)), odd: odd.map((e) => e.outerHTML.slice(0, 200)),
    articles: articles === 1 ? [] : [articles]}).filter(([, found]) => found.length)};
}"""
# Opening pages in frames of one page, which need no layout, is faster than opening them one by one.
FRAMES = f"""async (addresses) => {{
  const open = (address) => new Promise((done) => {{
    const frame = document.createElement("iframe");
    frame.onload = () => done(frame.contentWindow);
    frame.src = address;
    frame.hidden = true;
    document.body.append(frame);
  }});
  return (await Promise.all(addresses.map(open))).map({LOOK});
}}"""
BATCH = 50


@dataclass
class Visit:
    """What Chromium saw: texts and titles by address, and everything that should not have been."""

    texts: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[str, str, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Watched:
    """A page of Chromium that notes errors, dialogs and requests to other hosts."""

    page: Page
    address: str
    seen: list[tuple[str, str, object]]

    def visit(self, urls: list[str]) -> Visit:
        """Open pages of the site and note what they show."""
        visit = Visit()
        for start in range(0, len(urls), BATCH):
            batch = urls[start : start + BATCH]
            self.page.goto(f"{self.address}aide/")
            for url, found in zip(batch, self.page.evaluate(FRAMES, [self.address + u for u in batch]), strict=True):
                visit.texts[url], visit.titles[url] = normal(found["text"]), normal(found["title"])
                visit.wrong += [(url, what, things) for what, things in found["wrong"]]
        visit.wrong += self.seen
        return visit


def watch(browser: Browser, address: str, *, bypass_csp: bool = False) -> Watched:
    """A page in which anything that runs is noted; without its policy, only what was escaped is harmless."""
    page, seen = browser.new_page(bypass_csp=bypass_csp), list[tuple[str, str, object]]()
    page.add_init_script(HOOK)
    page.on("dialog", lambda dialog: (seen.append((page.url, "dialog", dialog.message)), dialog.dismiss()))
    page.on("pageerror", lambda error: seen.append((page.url, "error", str(error))))
    page.on("console", lambda said: seen.append((page.url, "console", said.text)) if said.type == "error" else None)
    host = urlsplit(address).netloc
    page.on("request", lambda asked: None if host == urlsplit(asked.url).netloc else seen.append(
        (page.url, "request", asked.url)))  # fmt: skip
    return Watched(page, address, seen)


def addresses_of(site: Path) -> list[str]:
    """The address of every page but the lists of a year, which are made as those of their value."""
    found = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    found = [url for url in found if not re.fullmatch("(?!dates).*/.*/2026", url)]
    return ["" if url == "." else f"{url}/" for url in found]


@dataclass(frozen=True, slots=True)
class Tried:
    """The hostile site, served, and what Chromium saw of all its pages."""

    sets: list[Hostile]
    address: str
    visit: Visit


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Tried]:
    folder = tmp_path_factory.mktemp("hostile")
    sets = write_hostile(folder)
    root = copy_project(folder / "projet", folder / "content")
    build_site(root)
    with serve(root / "site") as address:
        watched = watch(browser, address, bypass_csp=True)
        visit = watched.visit(addresses_of(root / "site"))
        watched.page.close()
        yield Tried(sets, address, visit)


def test_nothing_runs_and_nothing_is_asked_elsewhere(tried: Tried) -> None:
    assert len(tried.visit.texts) > 7 * len(STRINGS)
    assert tried.visit.wrong == []


def test_every_field_is_shown_as_typed_wherever_it_is(tried: Tried) -> None:
    lost, altered = [], []
    for one in tried.sets:
        for mark, typed in one.values.items():
            pages = {url: text.casefold() for url, text in tried.visit.texts.items() if mark in text}
            if not pages:
                lost.append(mark)
            value = normal(typed).casefold()
            altered += [(url, typed) for url, text in pages.items() if text.count(value) != text.count(mark.casefold())]
    assert sorted({mark.rpartition(".")[0] for mark in lost}) == []
    assert altered == []


def test_an_objet_that_is_only_the_string_is_the_title_as_typed(tried: Tried) -> None:
    for one in tried.sets:
        url = f"actes/{one.body}/{DAY}/nu/"
        assert tried.visit.titles[url].startswith(normal(f"{one.string} – délibération n° nu")), one.string


@pytest.mark.parametrize("words", ["alert", "<script>alert(1)</script>", "cœur"])
def test_searching_for_it_runs_nothing_and_shows_it_as_typed(tried: Tried, browser: Browser, words: str) -> None:
    watched = watch(browser, tried.address)
    watched.page.goto(f"{tried.address}recherche/?q={quote(words)}")
    watched.page.wait_for_selector(".recherche-resultat")
    titles = [normal(text) for text in watched.page.locator(".recherche-objet").all_text_contents()]
    typed = {normal(value) for one in tried.sets for value in (*one.values.values(), one.string)}
    assert titles
    assert [title for title in titles if title not in typed and not title.startswith(("Séance", "Objet non"))] == []
    excerpts = " ".join(watched.page.locator(".recherche-extrait").all_text_contents())
    assert words.strip("<>/").split(">")[0].casefold() in excerpts.casefold()
    assert watched.page.evaluate(f"({LOOK})(window)")["wrong"] == []
    watched.page.locator(".recherche-objet a").first.click()
    watched.page.wait_for_selector(".page--acte, .page--seance")
    watched.page.close()
    assert watched.seen == []


def strings_of(folder: Path) -> list[str]:
    """All the strings of the JSON files of a folder, each once."""
    found = [string for file in sorted(folder.glob("*.json")) for string in json.loads(file.read_text("utf-8"))]
    return list(dict.fromkeys(found))


@pytest.mark.long
@pytest.mark.skipif(not CORPUS.is_dir(), reason="les listes de chaînes ne sont pas sur cette machine")
def test_lists_of_naughty_strings_are_shown_as_typed(tmp_path: Path, browser: Browser) -> None:
    strings = strings_of(CORPUS)
    folder = tmp_path / "content/seances/hostile-0" / DAY
    write_hostile(tmp_path, ("rien",))
    signed = {"prenom": "Anne", "nom": "EXEMPLE", "qualite": "Maire"}
    for rank, string in enumerate(strings):
        objet, texte = f"{' '.join(string.split())} ¤{rank}¤", f"Ici {string}\n¤{rank}¤\n\nfin"
        write_yaml(
            folder / f"x{rank}.yaml", {"numero": f"x{rank}", "objet": objet, "texte": texte, "signataire": signed}
        )
    problems = [problem for problem in verify(tmp_path)[1] if problem.blocks]
    assert {problem.code for problem in problems} <= {"F007", "D027"}, "a hidden character or a long line, no other"
    for path in {problem.place.path for problem in problems}:
        (tmp_path / path).unlink()
    root = copy_project(tmp_path / "projet", tmp_path / "content")
    build_site(root)
    pages = {f"actes/hostile-0/{DAY}/x{rank}/": (rank, string) for rank, string in enumerate(strings)}
    with serve(root / "site") as address:
        watched = watch(browser, address, bypass_csp=True)
        visit = watched.visit([url for url in pages if (root / "site" / url).is_dir()])
        watched.page.close()
    assert visit.wrong == []
    assert len(visit.texts) > 1000
    for url, shown in visit.texts.items():
        rank, string = pages[url]
        for typed in (f"{string} ¤{rank}¤", f"Ici {string} ¤{rank}¤"):
            assert normal(typed) in shown
