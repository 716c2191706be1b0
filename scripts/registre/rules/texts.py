"""The texts of acts and conventions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registre.model.deliberation import Deliberation
from registre.model.fields import declarations
from registre.model.names import number_key
from registre.model.text import BLANK, Document, Heading, Paragraph, article_number, says_article
from registre.model.vocabulary import Etat
from registre.parse.corpus import Annexe, ReadActe, place_of
from registre.problems import Problem, make
from registre.rules.context import Context
from registre.source.files import SourceFile

_LONGEST = 100  # characters of a title; beyond, it is a sentence
# Articles that have a name for a number.
_NAMED = re.compile(r"(?:article|art\.)\s+(?:préliminaire|liminaire|additionnel|final)\b", re.IGNORECASE)
_PARTED = re.compile(r"\w\s*[:.–—-]$")  # how a line ends before the title that follows the number


def articles_have_their_own_number(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Two articles of a convention do not bear the same number."""
    for annexe in acte.annexes:
        if annexe:
            yield from _duplicates(annexe)


def _duplicates(annexe: Annexe) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for heading in annexe.document.headings:
        number, _ = article_number(heading.text)
        if not number or not says_article(heading.text):
            continue
        place = place_of(annexe.file, heading.line)
        if number in seen:
            yield make("T004", place, titre=heading.text, premiere=seen[number])
        seen.setdefault(number, place.line or 0)


def articles_are_told(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """The articles of a convention can be told apart: a number that can be read, a title that is marked."""
    for annexe in acte.annexes:
        if annexe:
            yield from _articles(annexe.document, annexe.file, explainable=True)


def articles_of_models_are_told(context: Context) -> Iterator[Problem]:
    """The same of the own text of a model, which has no anomalies."""
    for modele in context.corpus.modeles.values():
        yield from _articles(modele.document, modele.file, explainable=False)


def _articles(document: Document, file: SourceFile, *, explainable: bool) -> Iterator[Problem]:
    marked = {_key(heading.text) for heading in document.headings}
    for block in document.blocks:
        if not isinstance(block, Heading | Paragraph) or not says_article(block.text):
            continue
        title = block.text if isinstance(block, Heading) else block.lines[0]
        place = place_of(file, block.line)
        if isinstance(block, Heading) and _unnumbered(title):
            yield make("C013", place, titre=title, explainable=explainable)
        elif isinstance(block, Paragraph) and looks_like_a_title(title) and _key(title) not in marked:
            # one that is marked elsewhere is that of a table of contents
            yield make("C014", place, titre=title, ecrire=f"## {title}", explainable=explainable)


def _key(title: str) -> tuple[str, str]:
    number, name = article_number(title)
    return number, number_key(name)


def _unnumbered(title: str) -> bool:
    return not article_number(title)[0] and not _NAMED.match(title)


def looks_like_a_title(line: str) -> bool:
    """True for « Article 5 : TARIFICATION » alone on its line; not for a sentence, nor for « Article L. 2121-29 »."""
    number, name = article_number(line)
    if not number or line[0].islower() or len(line) > _LONGEST or name[:1].isdigit() or re.search(BLANK, line):
        return False
    parted = _PARTED.search(line.removesuffix(name).rstrip())
    return not name or ((parted or name.isupper()) and name[-1] not in ".;,!?")


def object_is_given(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """An act says what it is about, unless only an annex or a stamp is known, or it is still being typed."""
    value = acte.record.value
    excused = value.etat is Etat.INCOMPLET or context.is_draft(acte)
    if not value.objet and not excused and "objet" not in acte.record.tree.entries:
        declared = next(d for d in declarations(Deliberation) if d.cle == "objet")
        yield acte.record.problem("D001", "objet", label=declared.label, exemple=declared.exemple_complet)


ACT_RULES = (
    object_is_given,
    articles_have_their_own_number,
    articles_are_told,
)
CORPUS_RULES = (articles_of_models_are_told,)
