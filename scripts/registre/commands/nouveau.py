"""`registre nouveau`: a record to complete, in its place."""

from __future__ import annotations

import argparse
import sys

from registre.commands.command import FAILED, OK, Command
from registre.draft.body import UnknownError
from registre.draft.emit import ExistingFileError
from registre.draft.new import new_acte, new_seance
from registre.model.names import slugify


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fiche", type=slugify, choices=("seance", "acte"), help="seance, ou acte (une délibération)")
    parser.add_argument("collectivite", metavar="COLLECTIVITE", help="son nom court, celui de sa fiche")
    parser.add_argument("date", metavar="DATE", help="jour de la séance : 2026-03-12, ou 12/03/2026")
    parser.add_argument(
        "numero", metavar="NUMERO", nargs="?", help="numéro de l’acte, comme imprimé (par défaut : le suivant)"
    )


def _run(options: argparse.Namespace) -> int:
    root, body, date = options.dossier, options.collectivite, options.date
    try:
        if options.fiche == "acte":
            print(new_acte(root, body, date, options.numero))
        elif options.numero is None:
            print(new_seance(root, body, date))
        else:
            raise UnknownError(
                f"Une séance n’a pas de numéro. Pour un acte : registre nouveau acte {body} {date} {options.numero}"
            )
    except (UnknownError, ExistingFileError) as error:
        print(error, file=sys.stderr)
        return FAILED
    return OK


COMMAND = Command(
    "nouveau",
    "Écrit la fiche d’une séance ou d’un acte, avec ce que le registre sait déjà ; le reste est à compléter.",
    "registre nouveau seance exemple 2026-04-09\n  registre nouveau acte exemple 2026-04-09\n"
    "  registre nouveau acte exemple 2026-04-09 2026-06",
    _run,
    _arguments,
)
