"""The `registre` command, in French. Exit codes: 0 done, 1 the content has errors, 2 anything else."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from registre.commands import construire, importer, initialiser, mesurer, nouveau, piece, servir, verifier
from registre.commands.command import FAILED, OK, Command
from registre.refusals import told

COMMANDS = tuple(
    module.COMMAND for module in (verifier, construire, servir, nouveau, importer, mesurer, piece, initialiser)
)


class _Parser(argparse.ArgumentParser):
    """argparse, speaking French."""

    def error(self, message: str) -> NoReturn:
        name = self.prog
        print(f"Commande non comprise : {' '.join(sys.argv[1:])}\nVoir : {name} --aide", file=sys.stderr)
        raise SystemExit(FAILED)

    def format_help(self) -> str:
        text = super().format_help()
        text = re.sub(r"(?m)^(Options|Arguments|Commandes):$", "\\1\u00a0:", text)
        return text.replace("usage: ", "Utilisation : ", 1)


def _parser() -> _Parser:
    parser = _Parser(
        prog="registre",
        add_help=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Vérifie les fiches de content/ et construit le site du registre.",
        epilog="Exemple :\n  registre verifier",
    )
    _common(parser)
    commands = parser.add_subparsers(dest="commande", title="Commandes", metavar="COMMANDE")
    for command in COMMANDS:
        _add(commands, command)
    return parser


def _common(parser: _Parser) -> None:
    parser._positionals.title, parser._optionals.title = "Arguments", "Options"
    parser.add_argument("-h", "--aide", "--help", action="help", help="montre cette aide")
    parser.add_argument(
        "--dossier",
        type=Path,
        default=Path(),
        metavar="DOSSIER",
        help="dossier qui contient content/ (par défaut : le dossier courant)",
    )


def _add(commands: argparse._SubParsersAction[_Parser], command: Command) -> None:
    parser = commands.add_parser(
        command.name,
        help=command.text,
        description=command.text,
        add_help=False,
        epilog=f"Exemple :\n  {command.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _common(parser)
    command.arguments(parser)
    parser.set_defaults(command=command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Entry point of the `registre` command."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.commande is None:
        parser.print_help()
        raise SystemExit(OK)
    if options.command.in_a_register and not (options.dossier / "content").is_dir():
        print(
            f"Il n’y a pas de dossier content/ dans {options.dossier.resolve()}.\n"
            "Placez-vous dans le dossier du registre, ou donnez-le : registre "
            f"{options.commande} --dossier DOSSIER",
            file=sys.stderr,
        )
        raise SystemExit(FAILED)
    raise SystemExit(_guarded(options))


def _guarded(options: argparse.Namespace) -> int:
    try:
        code: int = options.command.run(options)
        return code
    except Exception as error:  # the last resort: a clerk is never shown a traceback
        print(told(error), file=sys.stderr)
    return FAILED
