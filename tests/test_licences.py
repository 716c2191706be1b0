"""Licences: of what is installed, by its own metadata; of what a site carries, told on its page « Logiciels tiers »."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from conftest import ROOT

# As packages write them: SPDX expressions, classifiers, or the old free field.
ALLOWED = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MPL-2.0", "PSF-2.0",
    "Apache-2.0 OR BSD-2-Clause", "MIT AND PSF-2.0", "MPL-2.0 AND MIT",
    "Apache Software License", "BSD License", "MIT License", "Mozilla Public License 2.0 (MPL 2.0)",
}  # fmt: skip
# Refused by the rule above, accepted for a reason.
ACCEPTED = {
    # Weak copyleft: imported as it is, never changed nor copied here, and replaceable by whoever installs it.
    "python-stdnum": "GNU Lesser General Public License v2 or later (LGPLv2+)",
    # PDFium and what it is made with: BSD, Apache, MIT and the like (BUILD_LICENSES, in the package); never in a site.
    "pypdfium2": "BSD-3-Clause, Apache-2.0, dependency licenses",
    # No metadata: its LICENSE file is that of MIT, axe-core's inside is MPL-2.0; tests only, never in a site.
    "axe-playwright-python": "",
}
PAGE = ROOT / "content" / "pages" / "licences.md"
# What Pagefind makes from our own pages; the rest of its folder is Pagefind itself.
INDEX = re.compile(
    r"pagefind/(fragment|index)/|pagefind/(pagefind-entry\.json|registre\.js|facettes\.json|mots\.txt)|.*\.pf_meta"
)


def locked() -> dict[str, str]:
    """Each locked package, and the condition under which it is installed, if any."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==[^\s;]+(?: ; (.*))? \\$", lock, re.MULTILINE))


def said(name: str) -> set[str]:
    """What a package says of its licence, in the first of the three places where it says something."""
    metadata = distribution(name).metadata
    if expression := metadata.get("License-Expression"):
        return {expression}
    classifiers = {c.rpartition(" :: ")[2] for c in metadata.get_all("Classifier", []) if c.startswith("License ::")}
    return classifiers or set((metadata.get("License") or "").splitlines()[:1])


def refused(licences: set[str]) -> bool:
    """True when a licence is unknown, or one of them is not allowed."""
    return not licences or not licences <= ALLOWED


def test_the_lock_is_read() -> None:
    assert {"mkdocs-material", "pagefind", "python-stdnum", "ruff"} <= set(locked())


@pytest.mark.parametrize("name", locked())
def test_what_is_installed_may_be(name: str) -> None:
    try:
        licences = said(name)
    except PackageNotFoundError:
        assert locked()[name], f"{name} n’est pas installé"
        pytest.skip(f"{name} ne s’installe pas sur cette machine")
    if refused(licences):
        told = ", ".join(sorted(licences))
        assert ACCEPTED.get(name) == told, f"{name} : licence « {told or 'inconnue'} » ; à examiner avant de l’ajouter"
    else:
        assert name not in ACCEPTED


@pytest.mark.parametrize("licence", ["AGPL-3.0-only", "GNU General Public License v3 (GPLv3)", "Proprietary", ""])
def test_other_licences_are_refused(licence: str) -> None:
    assert refused({licence} - {""})


def test_the_page_names_every_file_of_others_in_the_site(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    theirs = {name for name in files if name.startswith("pagefind/") and not INDEX.match(name)}
    assert set(re.findall(r"`(pagefind/[^`]+)`", PAGE.read_text(encoding="utf-8"))) == theirs


def test_the_page_carries_the_notices_it_must() -> None:
    notice = distribution("mkdocs-material").read_text("licenses/LICENSE") or ""
    owner, asked = re.search(r"(Copyright .*?) <", notice), "The above copyright notice and this permission notice"
    page = PAGE.read_text(encoding="utf-8")
    assert owner and owner[1] in page and asked in page and "Copyright 2022 CloudCannon" in page
