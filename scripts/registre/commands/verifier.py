"""`registre verifier`: all that is to be mended, in the format asked."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from registre import build
from registre.commands.command import CONTENT_ERRORS, FAILED, OK, Command
from registre.parse.corpus import Corpus
from registre.parse.layout import body_of
from registre.parse.suggest import suggestion
from registre.problems import Problem, count_line, report, report_github, report_json
from registre.summary import source_of, summary

_FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "texte": lambda problems: "\n\n".join(part for part in (report(_told(problems)), count_line(problems)) if part),
    "json": report_json,
    "github": lambda problems: report_github(_told(problems)),
}


def _told(problems: Sequence[Problem]) -> list[Problem]:
    """Acknowledged problems are kept for other programs; a clerk has already answered them."""
    return [problem for problem in problems if not problem.reason]


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--collectivite",
        action="append",
        default=[],
        metavar="NOM",
        help="ne montre que les fiches de cette collectivité (son nom court) ; se répète pour plusieurs",
    )
    parser.add_argument(
        "--format",
        choices=sorted(_FORMATS),
        default="texte",
        help="texte (par défaut), json, ou github (annotations d’une vérification sur GitHub)",
    )
    parser.add_argument(
        "--resume", type=Path, metavar="FICHIER", help="ajoute tous les problèmes, en Markdown, à la fin de ce fichier"
    )


def _run(options: argparse.Namespace) -> int:
    """Check everything; with --collectivite, tell and answer of some bodies only."""
    corpus, problems = build.verify(options.dossier)
    bodies: list[str] = options.collectivite
    if unknown := list(_unknown(corpus, bodies)):
        print("\n".join(unknown), file=sys.stderr)
        return FAILED
    shown = [problem for problem in problems if not bodies or body_of(problem.place.path) in bodies]
    print(_FORMATS[options.format](shown))
    if options.resume:
        with options.resume.open("a", encoding="utf-8") as file:
            file.write(summary(_told(shown), source_of(os.environ)))
    if bodies:
        others = count_line(problem for problem in problems if body_of(problem.place.path) not in bodies)
        # Other programs read the standard output of the other formats.
        stream = sys.stdout if options.format == "texte" else sys.stderr
        print(f"Ailleurs dans le registre : {others[0].lower()}{others[1:]}", file=stream)
    return CONTENT_ERRORS if any(problem.blocks for problem in shown) else OK


def _unknown(corpus: Corpus, bodies: Sequence[str]) -> Iterator[str]:
    """A sentence for each name that no body has; one that a body had is told its present one."""
    records = corpus.collectivites.items()
    today = {former: name for name, record in records for former in record.value.anciens_noms_courts}
    known = corpus.layout.bodies
    for name in bodies:
        if name not in known:
            near = f". Elle s’appelle maintenant « {today[name]} »." if name in today else suggestion(name, known)
            yield f"Aucune collectivité ne s’appelle « {name} »{near or '.'}"


COMMAND = Command(
    "verifier",
    "Vérifie toutes les fiches et dit ce qui est à corriger.",
    "registre verifier\n  registre verifier --collectivite exemple\n  registre verifier --format json",
    _run,
    _arguments,
)
