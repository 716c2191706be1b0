"""Problems: what a clerk is told, where, and how it is printed. Nothing here knows a record."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from registre.catalogue import CATALOGUE, Level


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source file: path under the project root (posix), 1-based line, that line's text.

    `loc`: keys and indexes down to the value, when the place is a value of a record.
    """

    path: str
    line: int | None = None
    excerpt: str = ""
    loc: tuple[int | str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell: its code (a key of CATALOGUE), level, place, sentence and remedy, in French."""

    code: str
    level: Level
    place: Place
    title: str
    remedy: str = ""
    reason: str = ""  # why it stands, when an anomaly of the record acknowledges it

    @property
    def blocks(self) -> bool:
        """True when nothing may be published while this problem stands."""
        return self.level is Level.ERREUR

    @property
    def where(self) -> str:
        """« content/…/014.yaml, ligne 7 »."""
        return f"{self.place.path}, ligne {self.place.line}" if self.place.line else self.place.path

    @property
    def sentence(self) -> str:
        """What is wrong; the level too, when it is no error."""
        return self.title if self.blocks else f"{self.level.label} : {self.title}"

    @property
    def excerpt(self) -> str:
        """« 7 | publication: 12/03/2026 », or nothing where no line is at fault, or an empty one."""
        text = self.place.excerpt.rstrip()
        if not self.place.line or not text:
            return ""
        return f"{self.place.line} | {text if len(text) <= _LONG else text[:_LONG] + '…'}"


_LONG = 100
TYPED = "Écrivez plutôt : "  # then what to type, as it is
TO_EXPLAIN = "à expliquer ici"
_ACKNOWLEDGE = (
    "\nS’il y a une raison, dites-la sous `anomalies:` (à la suite des autres, si cette ligne existe déjà) :"
    "\n  - {{code: {code}, motif: {motif}}}"
)


def make(code: str, place: Place, **values: object) -> Problem:
    """Build the problem `code`, its sentences filled from `values` (names as in the catalogue), dates in figures.

    Two values are no name of the catalogue: `ecrire` (see there), and `explainable`, False where no record has
    `anomalies` that could acknowledge it.
    """
    message = CATALOGUE[code]
    values = {name: f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else value for name, value in values.items()}
    remedy, explainable = str(values.pop("ecrire", "") or ""), values.pop("explainable", True)
    title = message.sentence.format_map(values)
    remedy = f"{TYPED}{remedy}" if remedy else message.remedy.format_map(_Blank(values))
    if message.acknowledgeable and explainable:
        remedy += _ACKNOWLEDGE.format(code=code, motif=TO_EXPLAIN)
    return Problem(code, message.level, place, title, remedy.strip())


class _Blank(dict[str, object]):
    """A mapping that leaves an unknown name out: a remedy may mention what only some callers know."""

    def __missing__(self, key: str) -> str:
        return ""


LIMIT = 100  # problems told of one file


def at_most(problems: Iterable[Problem], path: str) -> Iterator[Problem]:
    """The first hundred problems of a file, then one that says there are more: a file can be anything."""
    for count, problem in enumerate(problems):
        if count == LIMIT:
            yield make("F039", Place(path), limite=LIMIT)
            return
        yield problem


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by path, line, then code: the order in which a clerk mends them. Equal problems are told once."""
    return sorted(set(problems), key=lambda p: (p.place.path, p.place.line or 0, p.code, p.title))


def report(problems: Iterable[Problem]) -> str:
    """The problems as text, one paragraph each, in the style fixed for the project."""
    return "\n\n".join(_paragraph(problem) for problem in problems)


def _paragraph(problem: Problem) -> str:
    lines = [problem.where, f"  {problem.sentence} [{problem.code}]"]
    lines += [f"    {problem.excerpt}"] if problem.excerpt else []
    lines += [f"  {line}" for line in problem.remedy.splitlines()]
    return "\n".join(lines)


def count_line(problems: Iterable[Problem]) -> str:
    """« 3 erreurs dans 2 fichiers, 1 avertissement. », or « Aucune erreur. »; acknowledged warnings apart."""
    problems = list(problems)
    errors = [p for p in problems if p.blocks]
    warnings = [p for p in problems if not p.blocks and not p.reason]
    acknowledged = sum(1 for p in problems if p.reason)
    files = len({p.place.path for p in errors})
    parts = [f"{plural(len(errors), 'erreur')} dans {plural(files, 'fichier')}" if errors else "Aucune erreur"]
    if warnings:
        parts.append(plural(len(warnings), "avertissement"))
    if acknowledged:
        parts.append(f"{plural(acknowledged, 'anomalie')} {'reconnues' if acknowledged > 1 else 'reconnue'}")
    return ", ".join(parts) + "."


def plural(count: int, noun: str) -> str:
    """« 1 page », « 2 pages »."""
    return f"{count} {noun}" + ("s" if count > 1 else "")


def report_json(problems: Iterable[Problem]) -> str:
    """The problems as a JSON array of objects: code, niveau, fichier, ligne, extrait, message, remede, motif."""
    return json.dumps([_as_dict(p) for p in problems], ensure_ascii=False, indent=2)


def _as_dict(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {
        "code": problem.code,
        "niveau": problem.level.value,
        "fichier": place.path,
        "ligne": place.line,
        "extrait": place.excerpt,
        "message": problem.title,
        "remede": problem.remedy,
        "motif": problem.reason,
    }


_COMMANDS = {"erreur": "error", "avertissement": "warning"}


def report_github(problems: Iterable[Problem]) -> str:
    """The problems as annotations of GitHub, on the lines at fault."""
    return "\n".join(
        annotation(
            p.level,
            p.title + (f"\n{p.remedy}" if p.remedy else ""),
            file=p.place.path,
            line=p.place.line or 1,
            title=p.code,
        )
        for p in problems
    )


def annotation(level: Level, text: str, **properties: object) -> str:
    """One workflow command of GitHub (docs.github.com, « Workflow commands »: ::error file=…,line=…::…)."""
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[level.value]} {told}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return re.sub(r"[:,]", lambda m: {":": "%3A", ",": "%2C"}[m.group()], _data(text))
