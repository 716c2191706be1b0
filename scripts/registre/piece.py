"""A document kept on another site: check a copy of it, and write the lines of the record that seal it."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from registre.model.parts import Piece
from registre.problems import Problem, plural
from registre.rules.documents import findings
from registre.source.pieces import examine_one

_LINES = """\
# À recopier dans la fiche ({pages}). Si elle a déjà « pieces: », ne recopiez que la suite.
pieces:
  - titre:  # à compléter, par exemple : Délibération signée
    adresse: "{adresse}"
    sha256: {sha256}
    octets: {octets}
"""


class SealError(Exception):
    """The file or the address was not understood; the message is in French."""


def seal(file: Path, address: str) -> tuple[list[Problem], str]:
    """What is to be told of the file, and the lines to paste: none when it is refused. Raises SealError."""
    if file.as_posix().startswith("http"):
        raise SealError("Donnez d’abord votre copie du PDF, puis son adresse.")
    try:
        Piece(titre="Pièce", adresse=address)
    except ValidationError:
        raise SealError(
            f"Adresse non comprise : {address}\nElle commence par https:// et n’a ni espace ni guillemet, par exemple "
            "https://www.exemple.fr/014.pdf"
        ) from None
    if not file.exists():
        raise SealError(f"Fichier introuvable : {file}\nDonnez d’abord votre copie du PDF, puis son adresse.")
    examen = examine_one(file)
    problems = list(findings(file.as_posix(), examen))
    if any(problem.blocks for problem in problems):
        return problems, ""
    pages = plural(examen.verdict.pages, "page")
    return problems, _LINES.format(pages=pages, adresse=address, sha256=examen.sha256, octets=examen.octets)
