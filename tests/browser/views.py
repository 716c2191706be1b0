"""Pictures of every kind of page, on a phone and on a desk, light and dark: `make vues`, then build/vues/index.html.

The pictures of the README (docs/images) and of the guide (overrides/assets/images/guide) are made in passing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from browser.chromium import find_chromium  # noqa: E402
from browser.guide_views import guide_pictures  # noqa: E402
from browser.kinds import REAL, invented  # noqa: E402
from browser.serving import serve  # noqa: E402
from conftest import copy_project, register_of  # noqa: E402
from registre.build import build_site  # noqa: E402
from synthetic import write_register  # noqa: E402

FOLDER = ROOT / "build" / "vues"
SCREENS = {"telephone": (360, 740), "bureau": (1280, 800)}
SCHEMES: dict[str, Literal["light", "dark"]] = {"clair": "light", "sombre": "dark"}
LONGEST = 4_000  # pixels of a page that are shown
README = {"acte.png": ("acte", 1240, 760)}  # file of docs/images → kind of page, width, height


def main() -> None:
    """Build the sites, take the pictures, write the page that shows them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="vues-") as folder, sync_playwright() as playwright:
        real = copy_project(Path(folder) / "reel")
        other = copy_project(Path(folder) / "invente", write_register(Path(folder)))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        shown = []
        for root, kinds in ((real, REAL), (other, invented(register_of(other)))):
            build_site(root)
            with serve(root / "site") as address:
                shown += [_row(browser, kind, address + path) for kind, path in kinds.items()]
                if root == real:
                    _readme(browser, address)
        guide_pictures(browser, Path(folder) / "guide")
        browser.close()
    page = "<!doctype html><html lang='fr'><meta charset='utf-8'><title>Vues</title><table>{}</table></html>"
    (FOLDER / "index.html").write_text(page.format("\n".join(shown)), encoding="utf-8")
    print(f"{len(shown)} sortes de pages : {FOLDER / 'index.html'}")


def _row(browser: Browser, kind: str, address: str) -> str:
    """Take the pictures of a page; the line of the index that shows them."""
    cells = []
    for screen, (width, height) in SCREENS.items():
        with _opened(browser, address, width, height) as page:
            tall = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
            shown: FloatRect = {"x": 0, "y": 0, "width": width, "height": tall}
            for scheme, colours in SCHEMES.items():
                name = f"{kind.replace(' ', '-')}-{screen}-{scheme}.png"
                page.emulate_media(color_scheme=colours)
                page.screenshot(path=FOLDER / name, full_page=True, clip=shown)
                cells.append(f"<td><a href='{name}'><img src='{name}' width={width // 4} alt='{scheme}'></a>")
    return f"<tr><th>{escape(kind)}{''.join(cells)}"


def _readme(browser: Browser, address: str) -> None:
    """The README's pictures, of the site at `address`."""
    for file, (kind, width, height) in README.items():
        with _opened(browser, address + REAL[kind], width, height) as page:
            page.screenshot(path=ROOT / "docs" / "images" / file)


@contextmanager
def _opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """A page, when nothing more comes."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.route("**/page-deplacee.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(address, wait_until="networkidle")
    yield page
    page.close()


if __name__ == "__main__":
    main()
