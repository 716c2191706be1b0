"""The summary of a check, for a page of GitHub: every problem, where annotations stop at ten a step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from registre.problems import Place, Problem, count_line

# docs.github.com, « Workflow commands », job summaries: at most 1 MiB a step, or nothing is shown.
LIMIT = 1024 * 1024
_KEPT_FOR_THE_END = 200  # octets, for the sentence that says what was left out
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def summary(problems: Sequence[Problem], source: str = "", limit: int = LIMIT) -> str:
    """The problems in Markdown, errors first, each file's together; at most `limit` octets of UTF-8.

    `source`: address under which files are shown (« …/blob/<commit> »); empty, files are not links.
    """
    text = f"## Vérification des fiches\n\n{count_line(problems)}\n"
    told = 0
    room = limit - _KEPT_FOR_THE_END - len(text.encode())
    for part, problem in _parts(problems, source):
        room -= len(part.encode())
        if room < 0:
            return f"{text}\n{_left_out(len(problems) - told)}\n"
        text += part
        told += problem
    return text


def _left_out(number: int) -> str:
    others = f"{number} autres" if number > 1 else "1 autre"
    return f"**Et {others}, faute de place ici.** La commande « make verifier » les dit tous."


def _parts(problems: Iterable[Problem], source: str) -> Iterator[tuple[str, int]]:
    """Each piece of text, and 1 when it tells a problem, 0 when it is a heading."""
    ordered = sorted(problems, key=lambda problem: not problem.blocks)  # stable: in file order within each
    for blocks, group in groupby(ordered, key=lambda problem: problem.blocks):
        yield f"\n### {'Erreurs : à corriger avant de publier' if blocks else 'Avertissements'}\n", 0
        for path, same_file in groupby(group, key=lambda problem: problem.place.path):
            yield f"\n**{_literal(path)}**\n\n", 0
            for problem in same_file:
                yield _item(problem, source), 1


def _item(problem: Problem, source: str) -> str:
    where = f"{_where(problem.place, source)} : " if problem.place.line else ""
    lines = [f"- {where}{_literal(problem.title)} \\[{problem.code}\\]"]
    lines += [_literal(line) for line in problem.remedy.splitlines()]
    return "<br>".join(lines) + "\n"


def _where(place: Place, source: str) -> str:
    text = f"ligne {place.line}"
    return f"[{text}]({source}/{quote(place.path)}#L{place.line})" if source else text


def _literal(text: str) -> str:
    """Text of a record as it is typed: CommonMark shows any ASCII punctuation after a backslash as itself."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def source_of(environment: Mapping[str, str]) -> str:
    """The address of the files being checked, from the variables that GitHub sets in every workflow; else empty."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (environment.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}" if server and repository and commit else ""
