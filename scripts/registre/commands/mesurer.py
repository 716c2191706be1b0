"""`registre mesurer`: the built site against the limits of GitHub Pages, before it is sent there."""

from __future__ import annotations

import argparse
import sys

from registre.after.limits import measure
from registre.catalogue import Level
from registre.commands.command import CONTENT_ERRORS, FAILED, OK, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=("github", "texte"), default="texte", help="texte (par défaut), ou github (annotation)"
    )


def _run(options: argparse.Namespace) -> int:
    site = options.dossier / "site"
    if not site.is_dir():
        print("Il n’y a pas de site à mesurer. Construisez-le d’abord : make site", file=sys.stderr)
        return FAILED
    size = measure(site)
    print(size.annotation if options.format == "github" else size.sentence)
    return CONTENT_ERRORS if size.level is Level.ERREUR else OK


COMMAND = Command(
    "mesurer",
    "Dit la place que prend site/ dans ce que GitHub Pages accepte ; refuse un site trop gros.",
    "registre mesurer",
    _run,
    _arguments,
)
