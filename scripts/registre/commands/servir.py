"""`registre servir`: the site with its drafts, shown on this computer and rebuilt at each change."""

from __future__ import annotations

import argparse
import errno
import sys

from registre import preview
from registre.commands.command import FAILED, OK, Command

PORT = 8000
_NOT_GIVEN = {errno.EADDRINUSE, errno.EACCES}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        type=int,
        choices=range(1, 65_536),
        default=PORT,
        metavar="PORT",
        help=f"port de la machine où le montrer (par défaut : {PORT})",
    )


def _run(options: argparse.Namespace) -> int:
    try:
        preview.serve_site(options.dossier, options.port)
    except OSError as error:
        if error.errno not in _NOT_GIVEN or error.filename:
            raise
        print(
            f"Le port {options.port} n’est pas libre : un autre logiciel s’en sert, peut-être un autre « registre "
            f"servir ». Choisissez-en un autre, par exemple : registre servir --port {PORT + 80}",
            file=sys.stderr,
        )
        return FAILED
    return OK


COMMAND = Command(
    "servir",
    f"Montre le site, brouillons compris, sur http://{preview.HOST}:{PORT}/ et le refait à chaque fiche enregistrée.",
    "registre servir",
    _run,
    _arguments,
)
