"""The preview: the site with its drafts, shown on this computer and remade at each change of content/.

What is wrong with the content is told in the terminal and at the top of every page, which stays as it last was.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import mkdocs.commands.serve

from registre.build import CONFIG, PREVIEW, ContentError, Site, announce, generate
from registre.output import write_pages
from registre.problems import count_line
from registre.refusals import told
from registre.render.faults import UNTIL_MENDED, faults_banner
from registre.render.messages import messages_page
from registre.render.page import Page, Settings, front_matter

HOST = "127.0.0.1"


def use_preview(config: Any) -> None:
    """Make the pages of the preview those of this configuration of MkDocs."""
    config.docs_dir = str(_root(config) / PREVIEW)
    config.extra["apercu"] = True


def write_preview(config: Any) -> None:
    """Write the pages of the preview, or have those that are there tell what is wrong with the content."""
    root = _root(config)
    try:
        generated = generate(root, Site.of(config), preview=True)
    except ContentError as error:
        config.extra["fautes"] = faults_banner(error.problems, urlsplit(config.site_url).path)
        if not (root / PREVIEW / "index.md").is_file():
            write_pages(root / PREVIEW, _waiting(config.nav), ())
        _say(f"\n{error} {UNTIL_MENDED}")
    else:
        announce(config, generated.operator)
        _say(f"\n{count_line(generated.problems)}")


def _waiting(nav: Sequence[Any]) -> Iterator[Page]:
    """What a first start shows of a register with errors: the pages that all others lead to, and the messages."""
    for title, path in (item for entry in nav for item in entry.items()):
        front = {"title": title, "gabarit": "redaction"}
        yield Page(path, f"{front_matter(front)}# {title}\n\nCette page attend la correction des fiches.\n")
    yield messages_page(Settings())


def watch(server: Any, config: Any) -> None:
    """Rebuild when a record changes, and only then; say where the site is shown."""
    server.watch(str(_root(config) / "content"))
    server.unwatch(config.docs_dir)  # written by each rebuild
    server.builder = _guarded(server.builder)
    _say(
        f"\nLe site est montré sur {server.url}\n"
        "Ouvrez cette adresse dans un navigateur. Les pages se refont à chaque fiche enregistrée.\n"
        "Pour arrêter : Ctrl-C."
    )


def _guarded(build: Callable[[], None]) -> Callable[[], None]:
    """A rebuild that says what stopped it: the site goes on being shown."""

    def rebuild() -> None:
        try:
            build()
        except Exception as error:
            print(f"\n{told(error, 'la mise à jour des pages')}", file=sys.stderr, flush=True)

    return rebuild


def serve_site(root: Path, port: int) -> None:
    """Serve the preview with MkDocs, whose hook writes the pages, until Ctrl-C. Raises OSError for a port in use."""
    socket.create_server((HOST, port)).close()  # asked for before the pages, which take time
    logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)  # each request, in English
    with contextlib.chdir(root):
        mkdocs.commands.serve.serve(CONFIG, dev_addr=f"{HOST}:{port}")
    _say("\nLe site n’est plus montré.")


def _root(config: Any) -> Path:
    return Path(config.config_file_path).parent


def _say(text: str) -> None:
    print(text, flush=True)
