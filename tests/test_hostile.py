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
from hostile import DAY, ROOTS, STRINGS, Hostile, free_texts, hides, write_hostile
from registre.build import build_site, verify
from registre.model.scalars import MAX_LINE
from sources.reading import normal
from tally import Tally
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
    .test(e.localName) && !/\\/assets\\/javascripts\\/(registre|recherche|page-absente)\\.js$/.test(e.src ?? "")
      && !(e.type === "application/ld+json" && !e.src && e.parentNode === document.head));
  const articles = document.querySelectorAll("article").length;
  const head = [...document.querySelectorAll("meta[name=description], meta[property^=og]")].map((e) => e.content);
  for (const {textContent} of document.head.querySelectorAll("[type='application/ld+json']"))
    head.push(`données : ${JSON.parse(textContent).name}`);
  return {text: document.body.textContent, title: document.title, head: head.join(" "), wrong: Object.entries({
    executions, handlers, addresses: addresses.filter((a) => a && !known.test(a)),
    odd: odd.map((e) => e.outerHTML.slice(0, 200)),
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
  return (await Promise.all(addresses.map(open))).map((page, rank) => {{
    try {{ return ({LOOK})(page); }} catch {{ // the frame has gone to another host, or shows an error of the browser
      return {{text: "", title: "", head: "", wrong: [["left", [addresses[rank]]]]}};
    }}
  }});
}}"""
BATCH = 50
# Free texts that must be something else: a file, a number or an hour, a code, a passage of the document, the words of a
# draft, which is not published.
TIED = {"fichier", "a_partir_de", "code", "passage", "champ", "matiere", "deliberation.conventions.texte"}


@dataclass
class Visit:
    """What Chromium saw: texts, titles and descriptions by address, and everything that should not have been."""

    texts: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[str, str, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Watched:
    """A page of Chromium, and the errors, dialogs and requests to other hosts that were seen."""

    page: Page
    seen: list[tuple[str, str, object]]


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
    return Watched(page, seen)


def visit(browser: Browser, address: str, urls: list[str]) -> Visit:
    """Open pages of a site without its policy and note what they show; one tab cannot open thousands."""
    found = Visit()
    for start in range(0, len(urls), BATCH):
        batch = urls[start : start + BATCH]
        watched = watch(browser, address, bypass_csp=True)
        watched.page.goto(f"{address}aide/")
        for url, seen in zip(batch, watched.page.evaluate(FRAMES, [address + url for url in batch]), strict=True):
            found.texts[url], found.titles[url] = normal(seen["text"]), normal(seen["title"])
            found.heads[url] = normal(seen["head"])
            found.wrong += [(url, what, things) for what, things in seen["wrong"]]
        watched.page.close()
        found.wrong += watched.seen
    return found


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
        seen = visit(browser, address, addresses_of(root / "site"))
        yield Tried(sets, address, seen)


def test_nothing_runs_and_nothing_is_asked_elsewhere(tried: Tried) -> None:
    assert len(tried.visit.texts) > 7 * len(STRINGS)
    assert tried.visit.wrong == []


def test_every_free_text_of_every_record_is_tried(tried: Tried) -> None:
    """A new field is found by its declaration."""
    keys = {re.sub(r"(-\d)?\.\d+¤$", "", mark)[1:] for one in tried.sets for mark in one.values}
    declared = {key for model in ROOTS for key in free_texts(model)}
    assert {key for key in declared - keys if not TIED & {key, key.rpartition(".")[2]}} == set()


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
        assert normal(f"données : {one.string}") in tried.visit.heads[url]


@pytest.mark.parametrize("kind", ["actes/{0}/{1}/nu/", "actes/{0}/{1}/", "collectivites/{0}/", "conventions/{0}/"])
def test_a_word_without_end_is_cut_on_a_phone(tried: Tried, browser: Browser, kind: str) -> None:
    longest = max(tried.sets, key=lambda one: max(map(len, one.string.split())))
    page = browser.new_page(viewport={"width": 320, "height": 720})
    page.goto(tried.address + kind.format(longest.body, DAY))
    assert longest.string in page.locator("article").inner_text()
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    page.close()


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


def lists() -> list[str]:
    """The strings of the lists, those with a hidden character left out, on one line each."""
    shown = [" ".join(string.split()) for string in strings_of(CORPUS) if not any(map(hides, string))]
    return [string for string in dict.fromkeys(shown) if string and len(string) < MAX_LINE - 100]


@pytest.mark.long
@pytest.mark.skipif(not CORPUS.is_dir(), reason="les listes de chaînes ne sont pas sur cette machine")
def test_lists_of_naughty_strings_in_every_field(tmp_path: Path, browser: Browser, tally: Tally) -> None:
    sets = write_hostile(tmp_path, tuple(lists()))
    root = copy_project(tmp_path / "projet", tmp_path / "content")
    build_site(root)
    own = [url for url in addresses_of(root / "site") if "/hostile-" in url]
    with serve(root / "site") as address:
        seen = visit(browser, address, own)
    by_body: dict[str, list[str]] = {}
    for url in own:
        by_body.setdefault(url.split("/")[1], []).append(seen.texts[url].casefold())
    failed = [
        (mark, typed)
        for one in sets
        for mark, typed in one.values.items()
        if not mark.startswith(("¤registre", "¤nomenclature"))
        and not as_typed(mark, normal(typed).casefold(), by_body[one.body])
    ]
    tally("Chaînes hostiles, dans chaque champ d’une fiche", sum(len(one.values) for one in sets), len(failed))
    tally("Pages de fiches hostiles, ouvertes", len(seen.texts), len({url for url, *_ in seen.wrong}))
    assert failed == []
    assert seen.wrong == []


def as_typed(mark: str, typed: str, pages: list[str]) -> bool:
    """Whether a value is on a page, and on each as often as its mark."""
    counts = [(page.count(mark), page.count(typed)) for page in pages if mark in page]
    return bool(counts) and all(marks == values for marks, values in counts)


@pytest.mark.long
@pytest.mark.skipif(not CORPUS.is_dir(), reason="les listes de chaînes ne sont pas sur cette machine")
def test_lists_of_naughty_strings_in_an_objet_and_a_text(tmp_path: Path, browser: Browser, tally: Tally) -> None:
    """Long ones and those of several lines too; those with a hidden character are refused, where it is."""
    strings = strings_of(CORPUS)
    folder = tmp_path / "content/seances/hostile-0" / DAY
    write_hostile(tmp_path, ("rien",))
    signed = {"prenom": "Anne", "nom": "EXEMPLE", "qualite": "Maire"}
    for rank, string in enumerate(strings):
        objet = f"{' '.join(string.split())[: MAX_LINE - 100]} ¤{rank}¤"
        act = {"numero": f"x{rank}", "objet": objet, "texte": f"Ici {string}\n¤{rank}¤\n\nfin", "signataire": signed}
        write_yaml(folder / f"x{rank}.yaml", act)
    problems = [problem for problem in verify(tmp_path)[1] if problem.blocks]
    refused = {problem.place.path for problem in problems}
    hidden = {f"content/seances/hostile-0/{DAY}/x{r}.yaml" for r, s in enumerate(strings) if any(map(hides, s))}
    tally("Chaînes hostiles à caractère caché, refusées", len(hidden), len(hidden ^ refused))
    assert refused == hidden
    assert {problem.code for problem in problems} == {"F007"}
    for path in refused:
        (tmp_path / path).unlink()
    root = copy_project(tmp_path / "projet", tmp_path / "content")
    build_site(root)
    pages = {f"actes/hostile-0/{DAY}/x{rank}/": (rank, string) for rank, string in enumerate(strings)}
    with serve(root / "site") as address:
        seen = visit(browser, address, [url for url in pages if (root / "site" / url).is_dir()])
    failed = []
    for url, shown in seen.texts.items():
        rank, string = pages[url]
        objet = f"{' '.join(string.split())[: MAX_LINE - 100]} ¤{rank}¤"
        failed += [typed for typed in (objet, f"Ici {string} ¤{rank}¤") if normal(typed) not in shown]
    tally("Chaînes hostiles, dans un objet et un texte", len(seen.texts), len(failed))
    assert seen.wrong == []
    assert failed == []
    assert len(seen.texts) + len(hidden) == len(strings)
