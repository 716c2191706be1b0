"""A deposit made for the tests: a register, the event of its form, the documents of an invented evening."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from forge import Forge, variables
from pdfs import paged
from registre.depot.run import Run

EVENTS = Path(__file__).parent / "evenements"
FOLDER = "content/seances/exemple/2026-05-04"
_ACT = """\
COMMUNE D'EXEMPLE
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 4 mai 2026

L'an deux mille vingt-six, le quatre mai à dix-huit heures trente, le Conseil municipal,
légalement convoqué le 28 avril 2026, s'est réuni sous la présidence de Madame Anne MARTIN, Maire.

Étaient présents : Anne MARTIN, Jean DURAND, Marie LEROY, Luc ROUX, Zoé FABRE
Excusé : Paul PETIT, qui donne pouvoir à Anne MARTIN
Absente : Inès MOREL
Secrétaire de séance : Jean DURAND

Délibération n° {number}
Objet : {title}

Vu le code général des collectivités territoriales ;

Après en avoir délibéré, le Conseil municipal, à l'unanimité :

1. Fixe le prix à 3,20 euros ;
2. Dit que ce prix s'applique à compter du 1er juin 2026.

Pour : 6   Contre : 0   Abstention : 0

Le Maire,
Anne MARTIN

Accusé de réception en préfecture
062-216200006-20260504-{number}-DE
Date de réception préfecture : 07/05/2026
Publié le 07/05/2026
"""


def act(number: str, title: str = "Prix du repas à la cantine scolaire") -> bytes:
    """The stamped PDF of an act of the evening."""
    return paged(_ACT.format(number=number, title=title))


def event(name: str, **values: str) -> dict[str, Any]:
    """An event as GitHub sends it; « {key} » in its texts is filled in."""
    text = (EVENTS / f"{name}.json").read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", json.dumps(value)[1:-1])
    return dict(json.loads(text))


def run_of(folder: Path, told: Mapping[str, Any], forge: Forge, sha: str = "", server: str = "") -> Run:
    """The run that an event starts."""
    folder.mkdir(parents=True, exist_ok=True)
    return Run.of(variables(folder, told, forge, sha, server))


def files_of(root: Path) -> dict[str, bytes]:
    """What a repository made of this folder holds."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
