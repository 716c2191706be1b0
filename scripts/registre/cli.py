"""The `registre` command, in French. Exit codes: 0 done, 1 the content has errors, 2 anything else."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from registre import build, initialise
from registre.after.limits import measure
from registre.catalogue import Level
from registre.parse.corpus import Corpus
from registre.parse.layout import body_of
from registre.parse.suggest import suggestion
from registre.piece import SealError, seal
from registre.problems import Problem, count_line, report, report_github, report_json
from registre.refusals import refusal
from registre.summary import source_of, summary

OK, CONTENT_ERRORS, FAILED = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """argparse, speaking French."""

    def error(self, message: str) -> NoReturn:
        name = self.prog
        print(f"Commande non comprise : {' '.join(sys.argv[1:])}\nVoir : {name} --aide", file=sys.stderr)
        raise SystemExit(FAILED)

    def format_help(self) -> str:
        text = super().format_help()
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
    text = "Vérifie toutes les fiches et dit ce qui est à corriger."
    example = "registre verifier\n  registre verifier --collectivite exemple\n  registre verifier --format json"
    check = _add(commands, "verifier", verifier, text, example)
    check.add_argument(
        "--collectivite",
        action="append",
        default=[],
        metavar="NOM",
        help="ne montre que les fiches de cette collectivité (son nom court) ; se répète pour plusieurs",
    )
    check.add_argument(
        "--format",
        choices=sorted(_FORMATS),
        default="texte",
        help="texte (par défaut), json, ou github (annotations d’une vérification sur GitHub)",
    )
    check.add_argument(
        "--resume", type=Path, metavar="FICHIER", help="ajoute tous les problèmes, en Markdown, à la fin de ce fichier"
    )
    text = "Vérifie, puis construit le site dans site/. En cas d’erreur, l’ancien site reste en place."
    _add(commands, "construire", construire, text, "registre construire").add_argument(
        "--jour",
        type=dt.date.fromisoformat,
        metavar="AAAA-MM-JJ",
        help="jour auquel le registre est arrêté (par défaut : la dernière séance ou publicité)",
    )
    text = "Dit la place que prend site/ dans ce que GitHub Pages accepte ; refuse un site trop gros."
    _add(commands, "mesurer", mesurer, text, "registre mesurer").add_argument(
        "--format", choices=("github", "texte"), default="texte", help="texte (par défaut), ou github (annotation)"
    )
    text = "Montre le site sur http://127.0.0.1:8000/ et le refait à chaque fiche enregistrée."
    _add(commands, "servir", servir, text, "registre servir").add_argument(
        "--port", type=int, default=8000, metavar="PORT", help="port de la machine où le montrer (par défaut : 8000)"
    )
    _piece_command(commands)
    text = "Fait du modèle le registre de votre organisme : questions à l’écran, ou réponses en options."
    command = _add(commands, "initialiser", initialiser, text, "registre initialiser")
    for question in initialise.QUESTIONS:
        command.add_argument(question.option, metavar="TEXTE", help=question.explained)
    return parser


def _piece_command(commands: argparse._SubParsersAction[_Parser]) -> None:
    text = "Vérifie un PDF gardé sur un autre site et donne les lignes à recopier dans la fiche. Rien n’est téléchargé."
    example = "registre piece 014-plan.pdf https://www.exemple.fr/014-plan.pdf"
    command = _add(commands, "piece", piece, text, example)
    command.add_argument("fichier", type=Path, metavar="FICHIER", help="votre copie du PDF, sur cet ordinateur")
    command.add_argument(
        "adresse", metavar="ADRESSE", help="l’adresse où chacun peut le lire ; elle commence par https://"
    )


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


def _add(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
    example: str,
) -> _Parser:
    parser = commands.add_parser(
        name,
        help=text,
        description=text,
        add_help=False,
        epilog=f"Exemple :\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _common(parser)
    parser.set_defaults(run=run)
    return parser


_FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "texte": lambda problems: "\n\n".join(part for part in (report(_told(problems)), count_line(problems)) if part),
    "json": report_json,
    "github": lambda problems: report_github(_told(problems)),
}


def _told(problems: Sequence[Problem]) -> list[Problem]:
    """Acknowledged problems are kept for other programs; a clerk has already answered them."""
    return [problem for problem in problems if not problem.reason]


def verifier(options: argparse.Namespace) -> int:
    """Check everything and print it in the format asked."""
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


def construire(options: argparse.Namespace) -> int:
    """Check and build the site."""
    try:
        register, problems = build.build_site(options.dossier, options.jour)
    except build.ContentError as error:
        blocking = [problem for problem in error.problems if problem.blocks]
        print(report(blocking), file=sys.stderr)
        print(f"\n{count_line(blocking)} Le site n’a pas été reconstruit.", file=sys.stderr)
        return CONTENT_ERRORS
    except build.BuildError as error:
        print(f"{error}\nLe site n’a pas été reconstruit.", file=sys.stderr)
        return FAILED
    except Exception:
        print("Le site n’a pas été reconstruit.", file=sys.stderr)
        raise  # `_guarded` says why
    told = count_line(problems)
    hint = " Pour les lire : make verifier (ou registre verifier)." if "avertissement" in told else ""
    print(f"Site construit dans site/ : {len(register.acts)} actes. {told}{hint}")
    size = measure(options.dossier / "site")
    if size.level:
        print(f"{size.level.label} : {size.sentence}", file=sys.stderr)
    return OK


def mesurer(options: argparse.Namespace) -> int:
    """Measure the built site against the limits of GitHub Pages, before it is sent there."""
    site = options.dossier / "site"
    if not site.is_dir():
        print("Il n’y a pas de site à mesurer. Construisez-le d’abord : make site", file=sys.stderr)
        return FAILED
    size = measure(site)
    print(size.annotation if options.format == "github" else size.sentence)
    return CONTENT_ERRORS if size.level is Level.ERREUR else OK


def servir(options: argparse.Namespace) -> int:
    """Serve the site, rebuilt at each change."""
    build.serve_site(options.dossier, options.port)
    return OK


def piece(options: argparse.Namespace) -> int:
    """Print the lines that seal a document kept elsewhere."""
    try:
        problems, lines = seal(options.fichier, options.adresse)
    except SealError as error:
        print(error, file=sys.stderr)
        return FAILED
    if problems:
        print(report(problems), file=sys.stderr)
    print(lines, end="")
    return OK if lines else CONTENT_ERRORS


def initialiser(options: argparse.Namespace) -> int:
    """Make the template somebody's own register."""
    given = {q.field.cle: typed for q in initialise.QUESTIONS if (typed := getattr(options, q.field.cle))}
    try:
        initialise.refuse_what_is_not_ours(options.dossier)
        answers = initialise.read_options(given, sys.stdin.isatty())
        initialise.write(options.dossier, answers)
    except initialise.InitialiseError as error:
        print(error, file=sys.stderr)
        return FAILED
    except EOFError:
        raise KeyboardInterrupt from None  # Ctrl-D is Ctrl-C
    print(
        f"Ce registre est maintenant celui de : {answers['nom']}. Et ensuite :\n"
        "  1. make site, puis make test : les deux doivent passer.\n"
        "  2. Remplacez l’exemple (content/collectivites/exemple.yaml, content/seances/exemple/) par vos actes.\n"
        "  3. Enregistrez dans git : git add --all, puis git commit."
    )
    return OK


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Entry point of the `registre` command."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.commande is None:
        parser.print_help()
        raise SystemExit(OK)
    if options.run is not piece and not (options.dossier / "content").is_dir():
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
        code: int = options.run(options)
        return code
    except OSError as error:
        print(refusal(error) or _unexpected(error), file=sys.stderr)
    except Exception as error:  # the last resort: a clerk is never shown a traceback
        print(_unexpected(error), file=sys.stderr)
    return FAILED


def _unexpected(error: Exception) -> str:
    """Keep the traceback for whoever will look into it; what to tell the clerk."""
    told = "Une erreur imprévue a arrêté la commande ; les détails "
    try:
        with tempfile.NamedTemporaryFile("w", prefix="registre-", suffix=".txt", delete=False, encoding="utf-8") as log:
            traceback.print_exception(error, file=log)
    except OSError:
        return f"{told}n’ont pas pu être gardés (le disque est peut-être plein)."
    return f"{told}sont dans {log.name}."
