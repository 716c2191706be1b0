"""The one MkDocs hook: `mkdocs build` and `mkdocs serve` write the pages from content/ first, and watch it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from registre.build import ContentError, Site, generate
from registre.problems import count_line, report


def on_pre_build(config: MkDocsConfig) -> None:
    """Write build/pages, on change only; refuse when content/ has errors."""
    root = Path(config.config_file_path).parent
    try:
        generate(root, Site(config.site_name, config.site_url or "", config.repo_url or ""))
    except ContentError as error:
        blocking = [problem for problem in error.problems if problem.blocks]
        raise PluginError(f"\n{report(blocking)}\n\n{count_line(blocking)}") from None


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Rebuild when a record changes."""
    server.watch(str(Path(config.config_file_path).parent / "content"))
    return server
