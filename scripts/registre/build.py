"""From content/ to a published site: check, write pages, run MkDocs beside the old site, index, swap."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import itertools
import logging
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mkdocs.commands.build
import mkdocs.config
from mkdocs.exceptions import MkDocsException

from registre.after.safety import UnsafePageError, check_pages
from registre.after.search_index import BUNDLE, SearchIndexError, build_search_index
from registre.model.bodies import Registre
from registre.model.fields import NON_RENSEIGNE
from registre.output import write_pages
from registre.parse.corpus import Corpus, load_corpus
from registre.problems import Problem, count_line, report
from registre.progress import track
from registre.publish import alone, new_site
from registre.register.build import build_register
from registre.register.entries import Register
from registre.register.facets import indexes
from registre.render import Settings, pages
from registre.render.indexed import indexed_pages
from registre.render.searched import searched_documents
from registre.render.shortcuts import shortcuts
from registre.render.written import written_pages
from registre.rules import check
from registre.source.texts import read_texts

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a banner in English that Material prints at each build

PAGES = "build/pages"
PREVIEW = "build/apercu"  # apart: no draft is ever where the site that is published is made
INDEX = "build/recherche"
CONFIG = "mkdocs.yml"
EPOCH = dt.date(1970, 1, 1)


class ContentError(Exception):
    """The content has errors: nothing was written. The message holds all of them, and their count."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = [problem for problem in problems if problem.blocks]
        super().__init__(f"{report(self.problems)}\n\n{count_line(self.problems)}")


class BuildError(Exception):
    """MkDocs or Pagefind refused the pages; the message is in French, with their own lines."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the site's settings (mkdocs.yml) say."""

    name: str
    url: str = ""
    edit: str = ""  # address under which a record can be edited, where the repository is known

    @classmethod
    def of(cls, config: Any) -> Site:
        """The settings of a loaded mkdocs.yml."""
        edit = f"{config.repo_url.rstrip('/')}/edit/{config.extra.get('branche', 'main')}/" if config.repo_url else ""
        return cls(config.site_name, config.site_url or "", edit)


def verify(root: Path) -> tuple[Corpus, list[Problem]]:
    """Read and check everything below content/."""
    corpus = load_corpus(root)
    return corpus, check(corpus, (facet.path for facet in indexes()))


@dataclass(frozen=True, slots=True)
class Generated:
    """What is kept of a register once its pages are written; the rest is let go, to leave its memory to MkDocs."""

    acts: int
    day: dt.date | None
    operator: Registre
    problems: list[Problem]


def generate(
    root: Path, site: Site, day: dt.date | None = None, bundle: Path | None = None, *, preview: bool = False
) -> Generated:
    """Write build/pages from content/, and the search index to `bundle`. Raises ContentError, nothing being written.

    For a `preview`, the drafts have their pages too, and all are in build/apercu.
    """
    corpus, problems = verify(root)
    if any(problem.blocks for problem in problems):
        raise ContentError(problems)
    register, written = build_register(corpus, day, drafts=preview), corpus.pages
    del corpus  # its texts, and where each value stands, are half of the memory
    settings = Settings(site.url, site.edit, register.day, site.name)
    everything = itertools.chain(pages(register, settings), written_pages(written, register.operator, settings))
    told = track(everything, "Écriture des pages", None, every=2_000)
    write_pages(root / (PREVIEW if preview else PAGES), told, _copies(root, register))
    if bundle:
        files = {d.sha256: root / d.path for d in searched_documents(register) if d.sha256 and d.path}
        texts = read_texts(root, files)
        try:
            total = len(register.acts) + sum(sitting.fiche is not None for sitting in register.sittings)
            indexed = track(indexed_pages(register, texts), "Index de la recherche", total, every=2_000)
            build_search_index(indexed, shortcuts(register), bundle)
        except SearchIndexError as error:
            raise BuildError(f"L’index de recherche n’a pas pu être fait : {error}") from error
    return Generated(len(register.acts), register.day, register.operator, problems)


def _copies(root: Path, register: Register) -> Iterator[tuple[Path, str]]:
    """Each document once, however many records cite it."""
    documents = [d for act in register.acts for d in act.documents] + [
        d for s in register.sittings for d in s.documents
    ]
    paths = {document.url: document.path for document in documents if document.path and document.url}
    for url, path in paths.items():
        yield root / path, url


def announce(config: Any, operator: Registre) -> None:
    """Tell the templates what the foot of every page says of accessibility (décret n° 2019-768, art. 5)."""
    state = operator.accessibilite
    config.extra["accessibilite"] = state.label if state else f"état {NON_RENSEIGNE}"


def build_site(root: Path, day: dt.date | None = None) -> Generated:
    """Build site/ whole, beside the old one, then put it in its place. Raises ContentError, BuildError or OSError."""
    root = root.resolve()
    index = root / INDEX
    with alone(root), new_site(root) as beside:
        shutil.rmtree(index, ignore_errors=True)  # of a build that was killed
        with contextlib.chdir(root):  # MkDocs resolves the paths of its settings from the current folder
            config = mkdocs.config.load_config(CONFIG, site_dir=str(beside), strict=True)
            generated = generate(root, Site.of(config), day, index)
            gc.collect()  # acts and séances name each other: the collector alone lets them go
            announce(config, generated.operator)
            config.extra["pages_ecrites"] = True
            _run_mkdocs(config, generated.day)
        try:
            check_pages(beside)
        except UnsafePageError as error:
            raise BuildError(str(error)) from error
        index.rename(beside / BUNDLE)  # MkDocs empties the folder that it builds in
    return generated


def _run_mkdocs(config: Any, day: dt.date | None) -> None:
    """Run MkDocs, strictly; what it says is kept, and told only when it refuses."""
    day = day or EPOCH  # a register without acts has no day; today is never written
    os.environ["SOURCE_DATE_EPOCH"] = str((day - EPOCH).days * 86400)
    said: list[str] = []
    handler = _Keep(said)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        mkdocs.commands.build.build(config)
    except (MkDocsException, SystemExit) as error:
        raise BuildError("\n".join(["MkDocs a refusé les pages :", *said, str(error)])) from error
    finally:
        logger.removeHandler(handler)


class _Keep(logging.Handler):
    """Keeps warnings and errors."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
