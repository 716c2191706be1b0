"""`registre servir`: the site, shown on this computer and rebuilt at each change."""

from __future__ import annotations

import argparse

from registre import build
from registre.commands.command import OK, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=8000, metavar="PORT", help="port de la machine où le montrer (par défaut : 8000)"
    )


def _run(options: argparse.Namespace) -> int:
    build.serve_site(options.dossier, options.port)
    return OK


COMMAND = Command(
    "servir",
    "Montre le site sur http://127.0.0.1:8000/ et le refait à chaque fiche enregistrée.",
    "registre servir",
    _run,
    _arguments,
)
