"""Sites and a browser for the tests that look at whole sites: each made once, when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.chromium import find_chromium
from browser.serving import PREFIX, serve
from conftest import copy_project, once, register_of
from registre.build import build_site
from registre.register.entries import Register


@dataclass(frozen=True, slots=True)
class Built:
    """A site that has been built, and the register it shows."""

    site: Path
    register: Register


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory, invented_records: Path) -> Built:
    """The site of 300 synthetic acts."""
    content = invented_records / "content"
    root = once(tmp_path_factory, "synthetique", lambda root: build_site(copy_project(root, content)))
    return Built(root / "site", register_of(root))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, real_acts: Path) -> Iterator[str]:
    """The address at which the site of the real acts is served, built for being published there."""

    def make(root: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("REGISTRE_ADRESSE", f"https://exemple.fr{PREFIX}/")
            patch.setenv("REGISTRE_DEPOT", "https://exemple.fr/depot")
            build_site(copy_project(root, real_acts))

    with serve(once(tmp_path_factory, "publie", make) / "site") as address:
        yield address


@pytest.fixture(scope="session")
def invented(synthetic: Built) -> Iterator[str]:
    """The address at which the site of the synthetic acts is served."""
    with serve(synthetic.site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield opened
        opened.close()
