"""What a browser that has never seen the site receives of it, in octets as they are sent (headers not counted).

The limits are those the project gives itself; docs/poids.md has the figures, benchmarks/weigh.py makes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from browser.serving import Sent, serve

ACT = 90_000  # octets of an act and of all that it loads
REQUESTS = 12  # for that
HEADER = {2_000: 230_000, 10_000: 260_000}  # acts of the register → octets of a first search from the header
FACETS = {2_000: 320_000, 10_000: 400_000}  # the same on /recherche/, that page and its facets included
# One to three words, a number, a name: each finds something in a register of benchmarks/generate.py.
QUESTIONS = ("assainissement", "subvention cantine", "marché travaux voirie", "2015-00-01", "EXEMPLE-3")


def octets(sent: list[Sent]) -> int:
    """The weight of what was sent."""
    return sum(answer.octets for answer in sent)


def of_search(sent: list[Sent]) -> list[Sent]:
    """What is there for the search only."""
    return [answer for answer in sent if "recherche" in answer.path or answer.path.startswith("pagefind/")]


def first_load(browser: Browser, site: Path, path: str) -> list[Sent]:
    """All that is sent for the page at `path`."""
    with _visit(browser, site, path) as (_, sent):
        return list(sent)


def search_from_header(browser: Browser, site: Path, path: str, question: str) -> list[Sent]:
    """All that is sent once the page at `path` is there, for a question typed in its header."""
    with _visit(browser, site, path) as (page, sent):
        sent.clear()
        field = page.locator("header input[type=search]")
        field.click()
        field.press_sequentially(question, delay=120)  # milliseconds between keys
        _settle(page, sent)
        if not of_search(sent):
            field.press("Enter")
            _settle(page, sent)
        return list(sent)


def search_with_facets(browser: Browser, site: Path, question: str) -> list[Sent]:
    """All that is sent for /recherche/ opened on a question."""
    with _visit(browser, site, f"recherche/?{urlencode({'q': question})}") as (page, sent):
        _settle(page, sent)
        return list(sent)


@contextmanager
def _visit(browser: Browser, site: Path, path: str) -> Iterator[tuple[Page, list[Sent]]]:
    """A page opened with an empty cache, and what has been sent to it."""
    sent: list[Sent] = []
    with serve(site, sent) as address:
        page = browser.new_page()
        page.goto(address + path, wait_until="networkidle")
        yield page, sent
        page.close()


def _settle(page: Page, sent: list[Sent]) -> None:
    """Wait until nothing more comes."""
    before = -1
    while len(sent) > before:
        before = len(sent)
        page.wait_for_timeout(1_000)
