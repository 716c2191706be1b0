"""`registre construire`: check, then build the site."""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from registre import build
from registre.after.limits import measure
from registre.commands.command import CONTENT_ERRORS, FAILED, OK, Command, interrupted
from registre.problems import count_line, plural


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jour",
        type=dt.date.fromisoformat,
        metavar="AAAA-MM-JJ",
        help="jour auquel le registre est arrêté (par défaut : la dernière séance ou publicité)",
    )


def _run(options: argparse.Namespace) -> int:
    try:
        built = build.build_site(options.dossier, options.jour)
    except build.ContentError as error:
        print(f"{error} Le site n’a pas été reconstruit.", file=sys.stderr)
        return CONTENT_ERRORS
    except build.BuildError as error:
        print(f"{error}\nLe site n’a pas été reconstruit.", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return interrupted("Le site est resté comme il était.")
    except Exception:
        print("Le site n’a pas été reconstruit.", file=sys.stderr)
        raise  # `main` says why
    told = count_line(built.problems)
    hint = " Pour les lire : make verifier (ou registre verifier)." if "avertissement" in told else ""
    print(f"Site construit dans site/ : {plural(built.acts, 'acte')}. {told}{hint}")
    size = measure(options.dossier / "site")
    if size.level:
        print(f"{size.level.label} : {size.sentence}", file=sys.stderr)
    return OK


COMMAND = Command(
    "construire",
    "Vérifie, puis construit le site dans site/. En cas d’erreur, l’ancien site reste en place.",
    "registre construire",
    _run,
    _arguments,
)
