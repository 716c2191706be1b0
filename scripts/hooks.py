"""The one MkDocs hook: `mkdocs build` and `mkdocs serve` write the pages from content/ first, and watch it."""

from __future__ import annotations

import contextlib
import zlib
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from registre.build import ContentError, Site, announce, generate
from registre.preview import use_preview, watch, write_preview
from registre.progress import Progress
from registre.publish import alone

# Files of Material that no page uses: the register has its own style sheets and no script of the theme.
UNUSED = (
    "assets/javascripts/bundle.",
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/stylesheets/main.",
    "assets/stylesheets/palette.",
    "assets/images/favicon.png",
)
# What MkDocs was asked to do, told once, before its settings are read (and read again at each change).
_asked: list[str] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
    """Remember whether the site is being previewed."""
    _asked[:] = [command]


_turn = contextlib.ExitStack()  # what a build holds to its end: the lock of builds, a bar in the terminal


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """MkDocs always adds `fenced_code`, which would rewrite lines of acts inside our HTML blocks."""
    config.markdown_extensions.remove("fenced_code")
    if _asked == ["serve"]:
        use_preview(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme ships and no page uses; each of the others will be read, then written."""
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    total = 2 * sum(file.is_documentation_page() for file in files)
    config.extra["avancement"] = progress = Progress("Mise en forme du site", total, every=4_000)
    _turn.callback(progress.close)
    return files


class Packed:
    """The HTML of a page, compressed until a template prints it: MkDocs makes all pages before it writes the first."""

    def __init__(self, html: str) -> None:
        self.data = zlib.compress(html.encode(), 1)

    def __str__(self) -> str:
        return zlib.decompress(self.data).decode()


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> Packed:
    """Keep of a page what will be printed, and no more."""
    page.markdown = ""
    config.extra["avancement"].step()
    return Packed(html)


def on_post_page(output: str, config: MkDocsConfig, **_: Any) -> str:
    """One more is about to be written."""
    config.extra["avancement"].step()
    return output


def on_pre_build(config: MkDocsConfig) -> None:
    """Write the pages, on change only; refuse when content/ has errors, but in a preview, which tells them."""
    if config.extra.pop("pages_ecrites", False):
        return  # `registre construire` has just written them
    root = Path(config.config_file_path).parent
    _turn.enter_context(alone(root))
    if config.extra.get("apercu"):
        write_preview(config)
        return
    try:
        announce(config, generate(root, Site.of(config)).operator)
    except ContentError as error:
        raise PluginError(f"\n{error}") from None


def on_post_build(**_: Any) -> None:
    """Take the bar away; let another build start."""
    _turn.close()


def on_build_error(**_: Any) -> None:
    """Take the bar away; let another build start."""
    _turn.close()


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Rebuild when a record changes."""
    watch(server, config)
    return server
