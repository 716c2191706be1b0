"""Valid HTML, CSS and SVG: every page of the real acts and of 300 synthetic ones, read by the Nu Html Checker.

Long tests: they need Java, and the checker that `make html` fetches. Without them, skipped, and why is told.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nu.checker import NuMissingError, check, find_nu
from tally import Tally

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

# What is said, and the source it is said of → why it is let through.
SLASH = "Trailing slash on void elements has no effect"
OF_PICTURES = {SLASH}
ALLOWED = {
    r"Attribute “autocomplete” is only allowed .*<input class=\"md-toggle\"": (
        "Deux cases que base.html de Material écrit sur chaque page, hors de ses blocs, pour son script ; "
        "elles ne sont ni montrées (registre.css), ni atteintes au clavier."
    ),
    r"Resource violates Content Security Policy \(meta tag\): (external (stylesheet|script)|image) “[./]*assets/": (
        "Le vérificateur lit des fichiers : sans adresse, « 'self' » ne désigne rien. test_policy.py essaie la "
        "politique dans un navigateur."
    ),
    SLASH: ("Python-Markdown écrit « <img … /> » : la barre est permise en HTML, et n’a pas d’effet."),
    r"Inline script violates Content Security Policy .*<script type=\"application/ld\+json\"": (
        "Des données, que le navigateur n’exécute pas : la politique n’en dit rien."
    ),
    r"CSS: (Unrecognized at-rule “@container”|“container-type”: Property|“max-width”: Unknown dimension.*\d+cqi)": (
        "CSS Containment Level 3, que le vérificateur ne connaît pas encore : la mise en page suit la taille du texte."
    ),
    r"CSS: “vector-effect”: Property": (
        "SVG 2, que les navigateurs suivent : le trait d’un dessin étiré garde son épaisseur."
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("which", ["real", "invented"])
def test_pages_styles_and_drawings_are_valid(which: str, request: pytest.FixtureRequest, tally: Tally) -> None:
    try:
        find_nu()
    except NuMissingError as missing:
        pytest.skip(str(missing))
    built: Built | Path = request.getfixturevalue("site" if which == "real" else "synthetic")
    site = built if isinstance(built, Path) else built.site
    said = {f"{m['message']} {m.get('extract', '')}": Path(m["url"]).relative_to(f"file:{site}") for m in check(site)}
    faults = {text: page for text, page in said.items() if not any(re.match(rule, text, re.S) for rule in ALLOWED)}
    tally("fichiers lus par le vérificateur Nu", len(list(site.rglob("*.html"))), len(set(faults.values())))
    assert faults == {}
    needed = ALLOWED if which == "real" else ALLOWED.keys() - OF_PICTURES  # the invented register has no picture
    assert [rule for rule in needed if not any(re.match(rule, text, re.S) for text in said)] == [], "plus nécessaire"
