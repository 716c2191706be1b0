"""What is wrong with the content, at the top of the pages of a preview, in the words of the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from registre.problems import TYPED, Problem, count_line
from registre.render.messages import typeset
from registre.render.page import fragment

UNTIL_MENDED = "Les pages se referont une fois tout corrigé."
SHOWN = 20  # errors told on each page; the terminal tells them all
FIRST = 3  # of which those that are not folded


def faults_banner(problems: Sequence[Problem], root: str) -> str:
    """The errors as HTML. `root`: path of the home page, from that of the server."""
    return fragment(
        "parties/fautes.html",
        count=count_line(problems),
        then=UNTIL_MENDED,
        first=problems[:FIRST],
        folded=problems[FIRST:SHOWN],
        left_out=max(len(problems) - SHOWN, 0),
        others=_others,
        root=root,
        typed=TYPED,
        typeset=typeset,
    )


def _others(number: int) -> str:
    return f"{number} autres erreurs" if number > 1 else "une autre erreur"
