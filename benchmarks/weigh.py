"""Print what an act and a first search weigh, at 2,000 and 10,000 acts: `make poids`, or `… OPTIONS="--detail 2000"`.

Measured by Chromium at its first visit, from a server that compresses as GitHub Pages does.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from sites import built, first_act

from browser import weights
from browser.chromium import find_chromium
from browser.serving import Sent


def main() -> None:
    """Measure and print a table for each size, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(weights.HEADER))
    parser.add_argument("--detail", action="store_true", help="name each file")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for size in options.sizes:
            _print(size, _measure(browser, built(size), size), options.detail)
        browser.close()


def _measure(browser: Browser, site: Path, size: int) -> dict[str, tuple[list[Sent], int]]:
    """What is sent in each case, and how many octets it may weigh (0: no limit)."""
    act = first_act(site)
    header, facets = weights.HEADER.get(size, 0), weights.FACETS.get(size, 0)
    found = {"un acte, à la première visite": (weights.first_load(browser, site, act), weights.ACT)}
    for question in weights.QUESTIONS:
        asked = f"«\u00a0{question}\u00a0»"
        found[f"{asked}, dans l’en-tête"] = (weights.search_from_header(browser, site, act, question), header)
        found[f"{asked}, page de recherche"] = (weights.search_with_facets(browser, site, question), facets)
    return found


def _print(size: int, found: dict[str, tuple[list[Sent], int]], detail: bool) -> None:
    print(f"\n| {size:,} actes | requêtes | Ko | au plus |".replace(",", "\u00a0"))
    print("|---|--:|--:|--:|")
    for case, (sent, most) in found.items():
        print(f"| {case} | {len(sent)} | {weights.octets(sent) / 1e3:.0f} | {most / 1e3:.0f} |")
        for answer in sent if detail else ():
            print(f"|   {answer.path} | | {answer.octets / 1e3:.1f} | |")


if __name__ == "__main__":
    main()
