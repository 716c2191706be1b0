"""What differs from a convention to another, ready to print: article by article, word by word, and at a glance."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from registre.model.compare import Article, Comparison, Kind, Stretch
from registre.register.signed import Signed
from registre.render import wording
from registre.render.text import heading_slug, unique

GLANCE = 70  # characters of a change told at a glance
_MARK = re.compile(r"^#{2,3}\s+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an article: its words, and the shape of its mark."""

    label: str
    shape: str


SAME = Verdict("identique", "vigueur")
TYPOGRAPHY = Verdict("identique, typographie à part", "vigueur")
FILLED = Verdict("blancs remplis", "vigueur")
EMPTIED = Verdict("blancs laissés", "vigueur")
CHANGED = Verdict("changé", "averifier")
SIGNS = Verdict("ponctuation changée", "averifier")
ADDED = Verdict("ajouté", "averifier")
ABSENT = Verdict("absent", "fin")
MOVED = Verdict("déplacé", "averifier")


@dataclass(frozen=True)
class Row:
    """An article, or a part outside the articles; `level`: of its heading on the page; `anchor`: unique on the page."""

    article: Article
    anchor: str
    level: int
    below: tuple[str, ...] = ()  # titles of its sub-headings that differ

    @property
    def title(self) -> str:
        """Its title, as printed in the second text where it has one."""
        return self.article.section.title

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """What became of it: it may have moved and changed."""
        article = self.article
        if article.left is None or article.right is None:
            return [ADDED if article.left is None else ABSENT]
        found = [MOVED] if article.moved else []
        found += [CHANGED if article.changed_words else SIGNS] if article.changed else []
        found += [Verdict(f"changé plus bas : {wording.enumeration(self.below)}", "averifier")] if self.below else []
        found += [FILLED] if article.count(Kind.FILLED) else []
        found += [EMPTIED] if article.count(Kind.EMPTIED) else []
        return found or [SAME if article.same else TYPOGRAPHY]

    @property
    def whole(self) -> bool:
        """True when it is to be read on one side only: added, absent, or the same to the letter."""
        article = self.article
        same = all(stretch.kind is Kind.SAME for stretch in article.stretches)
        return article.left is None or article.right is None or same

    @property
    def folded(self) -> bool:
        """True when there is nothing to see in it but its text."""
        return self.article.same

    @property
    def heading(self) -> list[Stretch]:
        """Its title, without the marks of the grammar; nothing for a part outside the articles."""
        return _bare(self.article.heading)

    @property
    def body(self) -> tuple[Stretch, ...]:
        """Its text."""
        return self.article.body

    @property
    def changes(self) -> list[tuple[str, str]]:
        """Its changes at a glance, each (words taken away, words added), long ones cut."""
        return [(_glance(stretch.left), _glance(stretch.right)) for stretch in self.article.changed_words]


@dataclass(frozen=True)
class Compared:
    """A comparison and the names of its two texts: « le modèle à trois prestations », « la convention annexée »."""

    comparison: Comparison
    left: str
    right: str
    specimen: str = ""  # the body whose filled copy stands for the second text, when that is a model

    @cached_property
    def rows(self) -> list[Row]:
        """Its articles, in order."""
        used, rows = set[str](), []
        for article in self.comparison.articles:
            parts = self.comparison.within(article) if article.section.level == 2 else ()
            below = tuple(_short(part) for part in parts if part is not article and part.differs)
            level = 3 if article.section.level == 3 else 2
            rows.append(Row(article, unique(heading_slug(article.section.title), used), level, below))
        return rows

    @property
    def differing(self) -> list[Row]:
        """The articles that differ, in themselves or in what is below them."""
        wanted = {id(article) for article in self.comparison.differing}
        return [row for row in self.rows if id(row.article) in wanted]

    @property
    def glance(self) -> list[Row]:
        """All that differs, sub-headings apart from their article, in the order of the page."""
        return [row for row in self.rows if row.article.differs]

    @property
    def beside(self) -> list[Row]:
        """The parts outside the articles that differ."""
        wanted = {id(article) for article in self.comparison.beside}
        return [row for row in self.rows if id(row.article) in wanted]

    @property
    def summary(self) -> str:
        """« 4 articles sur 9 diffèrent »."""
        return differing_words(self.comparison)

    @property
    def preamble(self) -> bool:
        """True when a préambule is counted among the articles."""
        return any(article.section.name == "preambule" for article in self.comparison.headed)

    @property
    def typography(self) -> int:
        """How many differences are of typography alone."""
        return self.comparison.count(Kind.TYPOGRAPHY)

    @property
    def filled(self) -> int:
        """How many blanks one text fills in that the other leaves."""
        return self.comparison.count(Kind.FILLED)

    @property
    def emptied(self) -> int:
        """How many blanks the second text has where the first has words."""
        return self.comparison.count(Kind.EMPTIED)


def since_model(signed: Signed) -> Compared | None:
    """A convention beside its model."""
    comparison, model = signed.comparison, signed.convention.model
    return Compared(comparison, "le modèle", "le texte annexé") if comparison and model else None


def differing_words(comparison: Comparison) -> str:
    """« 4 articles sur 9 diffèrent », « aucun des 9 articles ne diffère »."""
    total, found = len(comparison.headed), len(comparison.differing)
    if not total:
        return "aucun article à comparer"
    if not found:
        return f"aucun des {total}{wording.NBSP}articles ne diffère" if total > 1 else "son article ne diffère pas"
    verb = "diffère" if found == 1 else "diffèrent"
    signs = " (ponctuation seulement)" if comparison.by_signs_alone else ""
    return f"{wording.count(found, 'article')} sur {total} {verb}{signs}"


def _bare(stretches: Sequence[Stretch]) -> list[Stretch]:
    """A title without « ## » before it nor line breaks after it."""
    found = [Stretch(s.kind, _MARK.sub("", s.left), _MARK.sub("", s.right)) for s in stretches[:1]]
    found += stretches[1:]
    cut = [Stretch(s.kind, s.left.rstrip("\n"), s.right.rstrip("\n")) for s in found]
    return [stretch for stretch in cut if stretch.left or stretch.right]


def _short(article: Article) -> str:
    """« 3-2 », or the whole title of what has no number."""
    return article.section.number or article.section.title


def _glance(text: str) -> str:
    return textwrap.shorten(text, GLANCE, placeholder=f"{wording.NBSP}…")
