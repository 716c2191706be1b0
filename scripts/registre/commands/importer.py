"""`registre importer`: draft records from stamped documents."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from registre.build import verify
from registre.commands.command import CONTENT_ERRORS, FAILED, OK, Command
from registre.draft.importing import import_files
from registre.parse.layout import body_of
from registre.parse.suggest import suggestion
from registre.problems import count_line, report


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fichiers", nargs="+", type=Path, metavar="FICHIER", help="PDF tamponné, ou fichier de texte")
    parser.add_argument(
        "--collectivite", metavar="NOM", help="le nom court de la collectivité, si les documents ne la disent pas"
    )
    parser.add_argument(
        "--date",
        type=dt.date.fromisoformat,
        metavar="AAAA-MM-JJ",
        help="la date de la séance, si les documents ne la disent pas",
    )


def _run(options: argparse.Namespace) -> int:
    """Import, then check what was written as any record is."""
    bodies = {
        body_of(f"content/collectivites/{path.name}") or ""
        for path in (options.dossier / "content/collectivites").glob("*.yaml")
    }
    if options.collectivite and options.collectivite not in bodies:
        near = suggestion(options.collectivite, sorted(bodies))
        print(f"Aucune collectivité ne s’appelle « {options.collectivite} »{near or '.'}", file=sys.stderr)
        return FAILED
    done = import_files(options.dossier, options.fichiers, options.collectivite, options.date)
    print(done.text())
    problems = [problem for problem in verify(options.dossier)[1] if problem.place.path in done.written]
    if blocking := [problem for problem in problems if problem.blocks]:
        print(f"\n{report(blocking)}")
    if problems:
        print(f"\n{count_line(problems)} Pour tout lire : registre verifier")
    return OK if done.written and not done.refused else CONTENT_ERRORS


COMMAND = Command(
    "importer",
    "Lit des délibérations tamponnées (PDF ou texte) et en écrit les fiches, à relire. Rien n’est remplacé.",
    "registre importer 605.pdf 607.pdf\n  registre importer --collectivite exemple --date 2026-03-12 *.pdf",
    _run,
    _arguments,
)
