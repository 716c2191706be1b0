"""The pictures of the « Guide de l’agent »: our own pages, of its example register, on a phone in light."""

from __future__ import annotations

import base64
from pathlib import Path

from playwright.sync_api import Browser

from browser.serving import serve
from conftest import ROOT
from guide import evening, example
from registre.build import build_site
from registre.depot.alone import write_pages
from registre.draft.importing import import_files
from test_serve import serving

PICTURES = ROOT / "overrides" / "assets" / "images" / "guide"
WIDTH, HEIGHT, SHARPNESS = 360, 560, 1.5
ACT = "exemple/2026-04-09/2026-06"
# Drawn again by the browser, which knows how to make a lighter file of it.
_AS_WEBP = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.6 });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}"""


def guide_pictures(browser: Browser, folder: Path) -> None:
    """Take them all; `folder` does not exist yet."""
    _online(browser, example(folder / "en-ligne"))
    _draft(browser, example(folder / "brouillon", records=False))
    _faults(browser, example(folder / "fautes"))


def _online(browser: Browser, root: Path) -> None:
    build_site(root)
    with serve(root / "site") as address:
        _take(browser, "acte", f"{address}actes/{ACT}/")


def _draft(browser: Browser, root: Path) -> None:
    """The preview that a deposit gives, of an evening when somebody left."""
    import_files(root, evening(root / "soiree"))
    (name,) = write_pages(root, ACT.__eq__, root / "build" / "actes", "")
    _take(browser, "brouillon", (root / "build" / "actes" / name).as_uri())


def _faults(browser: Browser, root: Path) -> None:
    """The top of a page of `registre servir`, when a date is wrong."""
    with serving(root) as served:
        assert served.shows("congélateur", f"actes/{ACT}/"), served.said
        served.change("publication: 2026-04-14", "publication: 14/04/2026", f"content/seances/{ACT}.yaml")
        assert served.shows('data-bloc="fautes"', f"actes/{ACT}/"), served.said
        _take(browser, "fautes", f"{served.address}actes/{ACT}/")


def _take(browser: Browser, name: str, address: str) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SHARPNESS)
    page.goto(address)
    picture = base64.b64encode(page.screenshot()).decode()
    page.goto("about:blank")
    (PICTURES / f"{name}.webp").write_bytes(base64.b64decode(page.evaluate(_AS_WEBP, picture)))
    page.close()
