"""Generated pages, compared with pages that were read and approved (tests/golden).

After a wanted change: MAJ_PAGES=1 pytest tests/test_golden.py, then read the difference before committing it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from registre.build import Site, generate

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
PAGES = {
    "accueil": "index.md",
    "acte": "actes/exemple/2026-03-12/014/index.md",
    "acte-lie": "actes/exemple/2026-03-12/015/index.md",
    "seance": "actes/exemple/2026-03-12/index.md",
    "collectivite": "collectivites/exemple/index.md",
    "index-types": "conventions/index.md",
    "annee": "dates/2026/index.md",
    "mois": "dates/2026/03/index.md",
    "mois-vide": "dates/2026/05/index.md",
    "calendrier": "collectivites/exemple/2026/index.md",
    "croisement": "collectivites/exemple/par-type/index.md",
    "modele": "conventions/restauration/modeles/modele-2025/index.md",
    "modeles": "conventions/restauration/modeles/index.md",
    "type-convention": "conventions/restauration/index.md",
    "comparaison": "conventions/restauration/modeles/modele-2026/changements/index.md",
    "echeancier": "echeancier/index.md",
    "conventions-au": "conventions-au/index.md",
    "mentions-legales": "mentions-legales/index.md",
    "page-deplacee": "actes/exemple/2026-03-11/015/index.md",
}


NEWER = """---
titre: Modèle de 2026
remplace: modele-2025
---
CONVENTION DE RESTAURATION

Entre la commune et _____,

## Article 1 : OBJET

Le partenaire prépare et livre les repas.

## Article 2 : DUREE

Un an.

## Article 3 : TARIF

4,20 € le repas.

Fait à Exemple
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("golden")
    shutil.copytree(HERE / "records" / "base", root / "content")
    for case in ("liens-et-decision", "anciennes-adresses"):
        shutil.copytree(HERE / "records" / "valid" / case, root / case)
    folder = "seances/exemple/2026-03-12/015.yaml"
    linked = (root / "liens-et-decision" / folder).read_text(encoding="utf-8")
    moved = "anciennes_adresses: [actes/exemple/2026-03-11/015]\n"
    (root / "content" / folder).write_text(linked + moved, encoding="utf-8")
    (root / "content" / "conventions/restauration/modele-2026.md").write_text(NEWER, encoding="utf-8")
    generate(
        root,
        Site(
            "Registre des délibérations",
            "https://exemple.fr/registre/",
            "https://github.com/exemple/registre/edit/main/",
        ),
    )
    return root / "build" / "pages"


@pytest.mark.parametrize("name", PAGES)
def test_generated_page_is_the_approved_one(name: str, generated: Path) -> None:
    page = (generated / PAGES[name]).read_text(encoding="utf-8")
    golden = GOLDEN / f"{name}.md"
    if os.environ.get("MAJ_PAGES"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")
