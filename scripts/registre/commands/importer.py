"""`registre importer`: draft records from stamped documents."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Collection, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from registre.build import verify
from registre.commands.command import CONTENT_ERRORS, FAILED, OK, Command, interrupted
from registre.draft.body import UnknownError, record_of
from registre.draft.document import KINDS, read_file
from registre.draft.importing import import_files
from registre.draft.ocr import TesseractMissingError
from registre.draft.report import Report
from registre.draft.scdl import import_csv
from registre.model.dates import guess_date
from registre.parse.layout import CONTENT, sort_paths
from registre.problems import count_line, report
from registre.progress import track
from registre.source.files import list_files


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "fichiers", nargs="+", metavar="FICHIER", help="PDF tamponné, fichier de texte, ou dossier qui en contient"
    )
    parser.add_argument(
        "--csv", action="store_true", help="les fichiers sont des tableaux SCDL « Délibérations » : un acte par ligne"
    )
    parser.add_argument(
        "--ocr", action="store_true", help="reconnaît le texte des documents numérisés ; tout y est alors à vérifier"
    )
    parser.add_argument(
        "--collectivite", metavar="NOM", help="le nom court de la collectivité, si les documents ne la disent pas"
    )
    parser.add_argument(
        "--date",
        type=_day,
        metavar="AAAA-MM-JJ",
        help="la date de la séance, si les documents ne la disent pas",
    )


def _day(typed: str) -> dt.date:
    """A date in figures: 2026-03-12, 12/03/2026. Raises ValueError."""
    return dt.date.fromisoformat(guess_date(typed) or typed)


def _files(typed: Sequence[str], kinds: Collection[str]) -> list[Path]:
    """The files meant: those of a folder, and those of a « *.pdf » that the system has left as it is (Windows)."""
    files: list[Path] = []
    for name in typed:
        path = Path(name)
        found = sorted(path.parent.glob(path.name)) if "*" in path.name else [path]
        for one in found:
            inside = sorted(file for file in one.iterdir() if file.suffix.lower() in kinds) if one.is_dir() else [one]
            files += inside
    return files


def _documents(options: argparse.Namespace) -> Report:
    files = _files(options.fichiers, KINDS)
    told = track(files, "Documents lus", len(files), every=10)
    reader = partial(read_file, ocr=options.ocr)
    return import_files(options.dossier, told, options.collectivite, options.date, reader)


def _tables(options: argparse.Namespace) -> Report:
    """Each table after the other: a row that the one before has given is already there."""
    files = _files(options.fichiers, {".csv"})
    done = [import_csv(options.dossier, file, options.collectivite) for file in files]
    return Report(
        tuple(chain.from_iterable(one.written for one in done)),
        tuple(chain.from_iterable(one.to_check for one in done)),
        tuple(chain.from_iterable(one.refused for one in done)),
    )


def _run(options: argparse.Namespace) -> int:
    """Import, then check what was written as any record is."""
    if options.collectivite:
        try:
            record_of(sort_paths(list_files(options.dossier, CONTENT)[0]), options.collectivite)
        except UnknownError as error:
            print(error, file=sys.stderr)
            return FAILED
    if options.csv and options.date:
        print("Dans un tableau, chaque ligne dit sa date : retirez --date.", file=sys.stderr)
        return FAILED
    try:
        done = _tables(options) if options.csv else _documents(options)
    except TesseractMissingError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return interrupted(
            "Rien n’a été écrit." if not options.csv else "Un tableau s’écrit en entier, ou pas du tout."
        )
    print(done.text())
    written = set(done.written)
    problems = [problem for problem in verify(options.dossier)[1] if problem.place.path in written]
    if blocking := [problem for problem in problems if problem.blocks]:
        print(f"\n{report(blocking)}")
    if problems:
        print(f"\n{count_line(problems)} Pour tout lire : registre verifier")
    return OK if done.written and not done.refused else CONTENT_ERRORS


COMMAND = Command(
    "importer",
    "Lit des délibérations tamponnées (PDF ou texte), ou un tableau SCDL, et en écrit les fiches, à relire. Rien n’est "
    "remplacé.",
    "registre importer 605.pdf 607.pdf\n  registre importer --collectivite exemple --date 2026-03-12 scans/\n"
    "  registre importer --csv deliberations.csv",
    _run,
    _arguments,
)
