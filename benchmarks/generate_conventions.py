"""A synthetic register of conventions: every body has adopted one of each type, from one of its two models, its blanks
filled in. Invented bodies; the same for the same number."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

from generate import MATIERES, OPERATOR, ROOT, siren, write_yaml

TYPES = ("administration", "archives", "coffre-fort", "medecine", "paie", "prevention")
TITLES = ("OBJET", "DUREE", "ENGAGEMENTS DU CENTRE", "ENGAGEMENTS DE LA COMMUNE", "TARIF", "GARANTIE", "LITIGES")
SENTENCE = "Le centre met à la disposition de la commune, pour l’objet de cet article, les moyens dont elle a besoin. "
FIRST = dt.date(2021, 1, 11)


def write_conventions(root: Path, bodies: int) -> Path:
    """Write `root/content` with six acts for each of `bodies` bodies; returns it."""
    content = root / "content"
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    write_yaml(content / "nomenclature.yaml", {"matieres": [{"code": c, "libelle": t} for c, t in MATIERES.items()]})
    write_yaml(content / "registre.yaml", OPERATOR)
    write_yaml(content / "collectivites" / "centre.yaml", {"nom": "Centre d’Exemple", "genre": "centre-de-gestion"})
    for kind in TYPES:
        folder = content / "conventions" / kind
        record = {"nom": kind.capitalize(), "description": f"Service d’essai : {kind}.", "partenaire": "centre"}
        write_yaml(folder / "type.yaml", record)
        for version in (1, 2):
            header = f"titre: Modèle {version}\nemetteur: centre\nvierge: oui" + (
                "\nremplace: m1" if version > 1 else ""
            )
            (folder / f"m{version}.md").write_text(f"---\n{header}\n---\n{_text(kind, version)}", "utf-8")
    for rank in range(bodies):
        _write_body(content, rank)
    return content


def _text(kind: str, version: int) -> str:
    parties = "Entre\n\nLe centre d’Exemple\n\nEt\n\nLa commune de _____, représentée par _____, dûment habilitée."
    articles = [
        f"## Article {rank} : {title}\n\n{SENTENCE * 3}" + (f"Version {version} de {kind}." if rank % 3 == 0 else "")
        for rank, title in enumerate(TITLES, start=1)
    ]
    return "\n\n".join([f"CONVENTION {kind.upper()}", parties, *articles, "Fait à Exemple, le _____"]) + "\n"


def _write_body(content: Path, rank: int) -> None:
    slug, name, day = f"commune-{rank}", f"Commune d’Exemple-{rank}", FIRST + dt.timedelta(days=rank % 1_500)
    write_yaml(content / "collectivites" / f"{slug}.yaml", {"nom": name, "genre": "commune", "siren": siren(rank)})
    folder = content / "seances" / slug / day.isoformat()
    write_yaml(folder / "seance.yaml", {"organe": "Conseil municipal", "lieu": "Salle du conseil"})
    for place, kind in enumerate(TYPES):
        version = 1 if rank % 1_500 < 700 else 2
        filled = _text(kind, version).replace("de _____", f"d’Exemple-{rank}").replace("par _____", "par Anne EXEMPLE")
        (folder / f"{place}-convention.md").write_text(filled, "utf-8")
        write_yaml(folder / f"{place}.yaml", _act(rank, place, kind, version, day))


def _act(rank: int, place: int, kind: str, version: int, day: dt.date) -> dict[str, Any]:
    dated = {"debut": day + dt.timedelta(days=30)} if (rank + place) % 4 else {}
    return {
        "numero": f"{place}", "objet": f"Convention {kind} avec le centre", "nature": "DE", "resultat": "adoptee",
        "signataire": {"prenom": "Anne", "nom": "EXEMPLE", "qualite": "Maire"},
        "conventions": [{
            "type": kind, "modele": f"m{version}", "texte": f"{place}-convention.md", "duree": "5 ans",
            "renouvellement": {"fois": 1, "reconduction": "expresse" if rank % 2 else "tacite"},
            "preavis": "3 mois" if rank % 3 == 0 else None, "tarif": "comprise dans la cotisation", **dated,
        }],
    }  # fmt: skip
