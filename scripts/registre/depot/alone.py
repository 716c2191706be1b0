"""The page of an act as one file: its styles within, no script, nothing asked of any host, drafts included."""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import mkdocs.config
from markdown import Markdown
from markupsafe import Markup

from registre.build import CONFIG, Site, verify
from registre.register.build import build_register
from registre.register.entries import Act
from registre.render.acts import act_page
from registre.render.neighbours import neighbours
from registre.render.page import Settings, fragment

MOST = 60  # pages: nobody reads more of a proposal
# Addresses come from our templates, whose quotes are never those of a record: they are escaped there.
_LINK = re.compile(r' href="([^"]*)"')
_LEAVES = re.compile(r"#|https?:|mailto:")


def write_pages(root: Path, shown: Callable[[str], bool], folder: Path, files: str) -> list[str]:
    """Write the page of each act whose reference is `shown` to `folder`; their names. None while there are errors.

    `files`: address below which the files of content/ can be seen, for the PDFs.
    """
    corpus, problems = verify(root)
    if any(problem.blocks for problem in problems):
        return []
    register = build_register(corpus, drafts=True)
    acts = [act for act in register.acts if shown(act.reference)][:MOST]
    if not acts:
        return []
    with contextlib.chdir(root):  # MkDocs resolves the paths of its settings from the current folder
        config = mkdocs.config.load_config(CONFIG)
    site = Site.of(config)
    settings = Settings(site.url, site.edit, register.day, site.name)
    beside = neighbours(register.acts)
    styles = "\n".join((root / "overrides" / path).read_text("utf-8") for path in map(str, config.extra_css))
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for act in acts:
        content = _html(act_page(act, settings, beside[act.reference]).text, config)
        content = _LINK.sub(partial(_link, act=act, site=site.url, files=files), content)
        page = fragment(
            "apercu.html", title=act.title, styles=Markup(styles), content=Markup(content), linked=bool(site.url)
        )
        names.append(f"{act.reference.replace('/', '-')}.html")
        (folder / names[-1]).write_text(page, encoding="utf-8", newline="\n")
    return names


def _html(text: str, config: Any) -> str:
    """A page of Markdown as HTML, with the extensions of the site, as the hook leaves them."""
    extensions = [name for name in config.markdown_extensions if name != "fenced_code"]
    return Markdown(extensions=extensions, extension_configs=config.mdx_configs).convert(text.split("\n---\n", 1)[1])


def _link(found: re.Match[str], act: Act, site: str, files: str) -> str:
    """A link of the page of `act`, from the file: to the site, to a PDF where it can be seen, or none."""
    address = found[1]
    if _LEAVES.match(address):
        return found[0]
    path, mark, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(act.url, path))
    for document in act.documents:
        if document.path and document.url == target:
            return f' href="{files}/{document.path}"'
    return f' href="{site.rstrip("/")}/{target}/{mark}{anchor}"' if site else ""
