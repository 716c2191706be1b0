"""What a page may load and run: raw payloads in built pages do nothing under their policy, and harm without it."""

from __future__ import annotations

import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.serving import serve
from conftest import ROOT, copy_project
from registre.after.safety import POLICY, UnsafePageError, blocked_in, check_pages
from registre.build import BuildError, build_site

pytest_plugins = ("browser.fixtures",)

BASE = ROOT / "tests" / "records" / "base"
ACT = "actes/exemple/2026-03-12/015/"
META = re.compile(rf"{re.escape(POLICY)}[^>]*>")
# Written by no template: what an error of escaping would let through. « AILLEURS » is another host. What has
# id="geste" is clicked.
PAYLOADS = (
    "<script>ran()</script>",
    "<script>fetch('AILLEURS/fetch')</script>",
    "<script>new WebSocket('AILLEURS/socket'.replace('http', 'ws'))</script>",
    "<script>navigator.sendBeacon('AILLEURS/beacon')</script>",
    "<script>new Worker(URL.createObjectURL(new Blob(['fetch(\"AILLEURS/worker\")'])))</script>",
    "<script>eval('ran()')</script>",
    "<script type=module>import 'AILLEURS/module.js'</script>",
    "<script src=AILLEURS/script.js></script>",
    "<script src=data:text/javascript,ran()></script>",
    "<script type=module src=AILLEURS/module.js></script>",
    "<svg><script>ran()</script></svg>",
    "<svg><script href=AILLEURS/svg.js /></svg>",
    "<img src=x onerror=ran()>",
    "<svg onload=ran()>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s>",
    "<details open ontoggle=ran()>",
    "<video><source onerror=ran()></video>",
    "<body onpageshow=ran()>",
    '<a id=geste href="javascript:ran()">x</a>',
    '<a id=geste href="java&#10;script:ran()">x</a>',
    "<p id=geste onclick=ran()>x</p>",
    "<form action=javascript:ran()><button id=geste>x</button></form>",
    "<form><button id=geste formaction=javascript:ran()>x</button></form>",
    "<form action=AILLEURS/form><button id=geste>x</button></form>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<iframe src=javascript:parent.ran()></iframe>",
    "<iframe src=AILLEURS/iframe></iframe>",
    "<object data=AILLEURS/object></object>",
    "<embed src=AILLEURS/embed>",
    "<style>@import url(AILLEURS/style.css);</style>",
    "<style>body { background: url(AILLEURS/background.png) }</style>",
    '<p style="background: url(AILLEURS/attribute.png)">x</p>',
    "<link rel=stylesheet href=AILLEURS/link.css>",
    "<link rel=preload as=script href=AILLEURS/preload.js>",
    "<link rel=modulepreload href=AILLEURS/modulepreload.js>",
    "<link rel=prefetch href=AILLEURS/prefetch>",
    "<img src=AILLEURS/img.png>",
    "<img src=x srcset='AILLEURS/srcset.png 1x'>",
    "<picture><source srcset=AILLEURS/picture.png><img></picture>",
    "<svg><image href=AILLEURS/image.svg /></svg>",
    "<input type=image src=AILLEURS/input.png>",
    "<video src=AILLEURS/video.mp4></video>",
    "<video poster=AILLEURS/poster.png></video>",
    "<audio src=AILLEURS/audio.ogg></audio>",
    "<a id=geste ping=AILLEURS/ping href=#x>x</a>",
    "<base href=AILLEURS/a/b/c/d/e/>",
)
WATCH = """window.done = {ran: 0, blocked: []};
window.ran = () => { done.ran += 1; };
const told = frameElement?.srcdoc ? parent.done : done;
addEventListener("securitypolicyviolation", (event) => told.blocked.push(event.effectiveDirective));"""
# Opens addresses in frames and clicks; `seen`: what each saw, kept here since a form may lead its frame away.
FRAMES = """async (addresses) => {
  const opened = addresses.map((address) => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.onload = () => done(frame.contentWindow);
    frame.src = address;
    document.body.append(frame);
  }));
  const pages = await Promise.all(opened);
  window.seen = pages.map((page) => page.done);
  for (const page of pages) page.document.querySelector("#geste")?.click();
}"""


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another host, which notes what it is asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """The address of another host, and the list of what it has been asked for."""
    handler = type("Handler", (_Elsewhere,), {"asked": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", handler.asked
        server.shutdown()


@pytest.fixture(scope="module")
def base_site(base_project: Path) -> Path:
    return base_project / "site"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one payload did in a page: times it ran, requests to the other host, directives that stopped it."""

    ran: int
    asked: list[str]
    blocked: list[str]


def put(html: str, payload: str) -> str:
    """A built page with a payload written in it."""
    before = '<meta name="viewport"' if payload.startswith("<base") else "</article>"
    assert html.count(before) == 1
    return html.replace(before, payload + before)


def outcomes(browser: Browser, site: Path, url: str, elsewhere: tuple[str, list[str]]) -> dict[str, Outcome]:
    """Each payload in its own copy of a page of a site, all opened in frames of one page of Chromium."""
    other, asked = elsewhere
    asked.clear()
    html = (site / url / "index.html").read_text("utf-8")
    for rank, payload in enumerate(PAYLOADS):
        copy = site / url / f"{rank}.html"
        copy.write_text(put(html, payload.replace("AILLEURS", f"{other}/{rank}")), "utf-8")
    (site / "cadres.html").write_text("<!doctype html><title>Cadres</title>", "utf-8")
    with serve(site) as address:
        page = browser.new_page()
        page.add_init_script(WATCH)
        page.goto(f"{address}cadres.html")
        page.evaluate(FRAMES, [f"{address}{url}{rank}.html" for rank in range(len(PAYLOADS))])
        found: dict[str, Outcome] = {}
        for _ in range(40):  # until each has done something or been stopped, 10 s at most
            found = dict(zip(PAYLOADS, _now(page, asked), strict=True))
            if all(one.ran or one.asked or one.blocked for one in found.values()):
                break
            page.wait_for_timeout(250)
        page.wait_for_timeout(500)
        found = dict(zip(PAYLOADS, _now(page, asked), strict=True))
        page.close()
    return found


def _now(page: Page, asked: list[str]) -> list[Outcome]:
    """What each payload has done by now."""
    return [
        Outcome(seen["ran"], [path for path in asked if path.startswith(f"/{rank}/")], seen["blocked"])
        for rank, seen in enumerate(page.evaluate("seen"))
    ]


@pytest.mark.parametrize("url", [ACT, "recherche/"])
def test_raw_payloads_do_nothing_under_the_policy(
    browser: Browser, base_site: Path, tmp_path: Path, elsewhere: tuple[str, list[str]], url: str
) -> None:
    found = outcomes(browser, shutil.copytree(base_site, tmp_path / "site"), url, elsewhere)
    assert {payload: seen for payload, seen in found.items() if seen.ran or seen.asked} == {}
    assert [payload for payload, seen in found.items() if not seen.blocked] == []


def test_the_same_payloads_harm_without_it(
    browser: Browser, base_site: Path, tmp_path: Path, elsewhere: tuple[str, list[str]]
) -> None:
    site = shutil.copytree(base_site, tmp_path / "site")
    file = site / ACT / "index.html"
    html, count = META.subn("", file.read_text("utf-8"))
    assert count == 1
    file.write_text(html, "utf-8")
    found = outcomes(browser, site, ACT, elsewhere)
    assert [payload for payload, seen in found.items() if not (seen.ran or seen.asked)] == []


@pytest.mark.parametrize("worker", ["admis", "absent", "introuvable"])
def test_search_works_under_the_policy_with_its_worker_and_without(
    browser: Browser, published: str, worker: str
) -> None:
    page = browser.new_page()
    page.add_init_script(WATCH)
    if worker == "absent":
        page.add_init_script("delete window.Worker")
    if worker == "introuvable":
        page.route("**/pagefind-worker.js", lambda route: route.abort())
    page.goto(f"{published}recherche/?q=convention")
    page.wait_for_selector(".recherche-resultat")
    page.locator(".recherche-facette input").first.check()
    expect(page.locator(".recherche-statut")).to_contain_text("résultat")
    assert (len(page.workers) == 1) == (worker == "admis")
    assert page.evaluate("done.blocked") == []
    page.close()


def test_no_string_becomes_markup_nor_a_request_on_the_search_page(browser: Browser, published: str) -> None:
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{published}recherche/?q=convention")
    page.wait_for_selector(".recherche-resultat")
    for act in (
        "document.body.innerHTML = '<img src=x onerror=ran()>'",
        "new Worker('data:text/javascript,0')",
        "new Worker('../assets/javascripts/page-absente.js')",
        "document.body.append(Object.assign(document.createElement('script'), {src: 'x.js'}))",
    ):
        tried = f"() => {{ try {{ {act} }} catch (error) {{ return error.name }} }}"
        assert page.evaluate(tried) == "TypeError", act
    assert page.evaluate("fetch('https://ailleurs.example/').catch(() => 'refus')") == "refus"
    assert page.evaluate("done.ran") == 0
    page.close()


def test_every_page_has_the_same_policy_before_anything_it_loads(site: Path) -> None:
    policies = set()
    for path in site.rglob("*.html"):
        head = path.read_text("utf-8").partition("</head>")[0]
        found = re.search(rf'<head>\s*<meta charset="utf-8">\s*({re.escape(POLICY)}[^>]*>)', head)
        assert found, path
        policies.add(found[1])
        assert '<meta name="referrer" content="no-referrer">' in head
    assert len(policies) == 1
    assert "unsafe-inline" not in policies.pop()


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        '<script src="https://ailleurs.example/assets/javascripts/recherche.js"></script>',
        '<script src="//ailleurs/assets/javascripts/recherche.js"></script>',
        "<p OnClick='x'>",
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        '<a href="JavaScript:alert(1)">x</a>',
        '<img src="https://ailleurs.example/i.png" alt="">',
        '<img src=//ailleurs.example/i.png alt="">',
        '<iframe src="x.html"></iframe>',
        '<svg><base href="x"></svg>',
        '<script type="application/ld+json" src="https://ailleurs.example/x.js"></script>',
    ],
)
def test_a_built_page_with_what_the_policy_blocks_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "aide").mkdir()
    (tmp_path / "aide/index.html").write_text(f"<head>{POLICY} content='x'></head>{written}", "utf-8")
    with pytest.raises(UnsafePageError, match="La page « aide/ » contient"):
        check_pages(tmp_path)


@pytest.mark.parametrize(
    "written",
    [
        "<p>&lt;script&gt; onclick=alert(1) style=x javascript:</p>",
        '<p aria-label="a onclick=alert(1) style=x">x</p>',
        '<meta property="og:title" content="javascript:alert(1)">',
        '<script type="module" src="../assets/javascripts/recherche.js"></script>',
        '<script type="module" src="/registre/assets/javascripts/page-absente.js"></script>',
        '<script type="application/ld+json">{"name": "x"}</script>',
        '<a href="https://ailleurs.example/">x</a><img src="../i.png" alt="">',
    ],
)
def test_what_the_policy_allows_is_not_refused(written: str) -> None:
    assert blocked_in(written) == ""


def test_a_page_without_a_policy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>x</p>", "utf-8")
    with pytest.raises(UnsafePageError, match="La page « accueil » n’a pas de politique"):
        check_pages(tmp_path)


def test_a_hand_written_page_with_a_script_stops_the_build(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "projet", BASE)
    help_page = root / "content/pages/aide.md"
    help_page.write_text(help_page.read_text("utf-8") + "\n<p onclick='x'>Un bouton</p>\n", "utf-8")
    with pytest.raises(BuildError, match=r"(?s)« aide/ » contient ce que le site n’admet pas : <p onclick='x'>"):
        build_site(root)
    assert not (root / "site").exists()
