"""`registre piece`: the lines that seal a document kept elsewhere."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from registre.commands.command import CONTENT_ERRORS, FAILED, OK, Command
from registre.piece import SealError, seal
from registre.problems import report


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fichier", type=Path, metavar="FICHIER", help="votre copie du PDF, sur cet ordinateur")
    parser.add_argument(
        "adresse", metavar="ADRESSE", help="l’adresse où chacun peut le lire ; elle commence par https://"
    )


def _run(options: argparse.Namespace) -> int:
    try:
        problems, lines = seal(options.fichier, options.adresse)
    except SealError as error:
        print(error, file=sys.stderr)
        return FAILED
    if problems:
        print(report(problems), file=sys.stderr)
    print(lines, end="")
    return OK if lines else CONTENT_ERRORS


COMMAND = Command(
    "piece",
    "Vérifie un PDF gardé sur un autre site et donne les lignes à recopier dans la fiche. Rien n’est téléchargé.",
    "registre piece 014-plan.pdf https://www.exemple.fr/014-plan.pdf",
    _run,
    _arguments,
    in_a_register=False,
)
