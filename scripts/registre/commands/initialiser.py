"""`registre initialiser`: the template becomes somebody's own register."""

from __future__ import annotations

import argparse
import sys

from registre import initialise
from registre.commands.command import FAILED, OK, Command, interrupted
from registre.questions import QUESTIONS


def _arguments(parser: argparse.ArgumentParser) -> None:
    for question in QUESTIONS:
        parser.add_argument(question.option, metavar="TEXTE", help=question.explained)


def _run(options: argparse.Namespace) -> int:
    given = {q.field.cle: typed for q in QUESTIONS if (typed := getattr(options, q.field.cle))}
    try:
        initialise.refuse_what_is_not_ours(options.dossier)
        answers = initialise.read_options(given, sys.stdin.isatty())
        initialise.write(options.dossier, answers)
    except initialise.InitialiseError as error:
        print(error, file=sys.stderr)
        return FAILED
    except (KeyboardInterrupt, EOFError):  # Ctrl-C, Ctrl-D
        return interrupted(initialise.UNCHANGED)
    print(
        f"Ce registre est maintenant celui de : {answers['nom']}. Et ensuite :\n"
        "  1. make site, puis make test : les deux doivent passer.\n"
        f"  2. Complétez content/collectivites/{answers['nom_court']}.yaml : departement, population, organe, "
        "tribunal.\n"
        "  3. Remplacez l’exemple (content/collectivites/exemple.yaml, content/seances/exemple/) par vos actes.\n"
        '  4. Enregistrez dans git : git add --all, puis git commit -m "Initialise le registre", puis git push.'
    )
    return OK


COMMAND = Command(
    "initialiser",
    "Fait du modèle le registre de votre organisme : questions à l’écran, ou réponses en options.",
    "registre initialiser",
    _run,
    _arguments,
)
