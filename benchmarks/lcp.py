"""Print the largest contentful paint of the pages people open, on a slow phone: `python benchmarks/lcp.py [ACTS]`.

Chromium, 360 pixels wide, its processor four times slower, on a line of 1.6 Mbit/s down, 750 kbit/s up, 150 ms away;
nothing in its cache. Median of five visits; what the site aims at is 2.5 s (web.dev/articles/lcp).
"""

from __future__ import annotations

import argparse
import statistics

from playwright.sync_api import Browser, sync_playwright
from sites import built, first_act

from browser.chromium import find_chromium
from browser.serving import serve

AIM = 2_500  # ms
VISITS = 5
SLOWER = 4
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
# Kept by the browser for whoever asks: the last candidate is the largest one.
LARGEST = """() => new Promise((told) => new PerformanceObserver((list) => {
  const last = list.getEntries().at(-1);
  told([last.startTime, last.element?.className || last.element?.tagName || ""]);
}).observe({ type: "largest-contentful-paint", buffered: true }))"""


def main() -> None:
    """Measure and print the table, in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("acts", nargs="?", type=int, default=2_000)
    site = built(parser.parse_args().acts)
    act = first_act(site)
    pages = {
        "accueil": "",
        "acte": act,
        "séance": act[: act[:-1].rindex("/") + 1],
        "index": "natures/de/",
        "recherche": "recherche/?q=assainissement",
    }
    print(f"| page | affichage du plus grand élément (ms), au plus {AIM} | cet élément |\n|---|--:|---|")
    with sync_playwright() as playwright, serve(site) as address:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for name, path in pages.items():
            visits = [_visit(browser, address + path) for _ in range(VISITS)]
            print(f"| {name} | {statistics.median(time for time, _ in visits):.0f} | {visits[-1][1]} |")
        browser.close()


def _visit(browser: Browser, address: str) -> tuple[float, str]:
    """Milliseconds until the largest element of a page is painted, and what that element is."""
    page = browser.new_page(viewport={"width": 360, "height": 720}, device_scale_factor=2)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(1_500)
    time, element = page.evaluate(LARGEST)
    page.close()
    return time, element


if __name__ == "__main__":
    main()
