"""Comparison of two conventions, article by article and word by word; strictly textual."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from registre.model.compare.pairing import moved, pair
from registre.model.compare.sections import Section, sections
from registre.model.compare.words import Kind, Stretch, differences
from registre.model.text import Document

__all__ = ["Article", "Comparison", "Kind", "Section", "Stretch", "compare", "sections"]


@dataclass(frozen=True)
class Article:
    """An article, or a part outside the articles, on both sides; one of them is None when it is added or absent."""

    left: Section | None
    right: Section | None
    moved: bool

    @property
    def section(self) -> Section:
        """The newer side where it has one."""
        found = self.right or self.left
        assert found is not None
        return found

    @cached_property
    def heading(self) -> tuple[Stretch, ...]:
        """What differs in its title."""
        return differences(self.left.heading if self.left else "", self.right.heading if self.right else "")

    @cached_property
    def body(self) -> tuple[Stretch, ...]:
        """What differs in its text."""
        return differences(self.left.body if self.left else "", self.right.body if self.right else "")

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What differs, word by word."""
        return (*self.heading, *self.body)

    def count(self, kind: Kind) -> int:
        """How many stretches are of that kind."""
        return sum(stretch.kind is kind for stretch in self.stretches)

    @property
    def changed(self) -> bool:
        """True when it is on both sides, and not in the same words; a blank filled in is no change."""
        return self.left is not None and self.right is not None and self.count(Kind.CHANGE) > 0

    @property
    def changed_words(self) -> list[Stretch]:
        """The changes that are not of signs alone: « expresse » → « expresse. » is none."""
        changes = (stretch for stretch in self.stretches if stretch.kind is Kind.CHANGE)
        return [stretch for stretch in changes if any(sign.isalnum() for sign in stretch.left + stretch.right)]

    @property
    def differs(self) -> bool:
        """True when it is changed, added, absent or moved."""
        return self.moved or self.left is None or self.right is None or self.changed

    @property
    def same(self) -> bool:
        """True when nothing at all tells the two sides apart, typography included."""
        return not self.differs and all(stretch.kind is Kind.SAME for stretch in self.stretches)


@dataclass(frozen=True)
class Comparison:
    """Two texts side by side. `articles`: in the order of the second, those that it has no longer where they were."""

    articles: tuple[Article, ...]

    @property
    def identical(self) -> bool:
        """True when the texts are the same, typography included."""
        return all(article.same for article in self.articles)

    def count(self, kind: Kind) -> int:
        """How many stretches of the whole text are of that kind."""
        return sum(article.count(kind) for article in self.articles)

    @property
    def headed(self) -> list[Article]:
        """The articles: what stands under a main heading, the sub-headings being part of it."""
        return [article for article in self.articles if article.section.level == 2]

    @property
    def differing(self) -> list[Article]:
        """The articles that differ, or that have a sub-heading that does."""
        return [article for article in self.headed if any(part.differs for part in self.within(article))]

    @property
    def beside(self) -> list[Article]:
        """The parts outside the articles that differ: parties, closing…"""
        return [article for article in self.articles if not article.section.level and article.differs]

    def within(self, article: Article) -> Iterable[Article]:
        """An article and what is below it, on either side."""
        left, right = article.left, article.right
        yield article
        for part in self.articles:
            under_left = left and part.left and part.left.above == left.rank
            under_right = right and part.right and part.right.above == right.rank
            if part is not article and (under_right or (under_left and not part.right)):
                yield part

    @property
    def by_signs_alone(self) -> bool:
        """True when no article differs but by its punctuation."""
        parts = [part for article in self.differing for part in self.within(article) if part.differs]
        return bool(parts) and all(part.changed and not part.moved and not part.changed_words for part in parts)

    @property
    def left(self) -> str:
        """The first text, to the byte."""
        return _whole(article.left for article in self.articles)

    @property
    def right(self) -> str:
        """The second text, to the byte."""
        return _whole(article.right for article in self.articles)


def _whole(found: Iterable[Section | None]) -> str:
    ordered = sorted((section for section in found if section), key=lambda section: section.rank)
    return "".join(section.text + section.tail for section in ordered)


def compare(left: Document, right: Document) -> Comparison:
    """Compare two conventions."""
    ours, theirs = sections(left), sections(right)
    pairs = pair(ours, theirs)
    gone = moved(pairs, ours, theirs)
    back = {other: rank for rank, other in pairs.items()}
    ranks = [back.get(section.rank) for section in theirs]
    found = [
        Article(None if rank is None else ours[rank], section, rank in gone)
        for rank, section in zip(ranks, theirs, strict=True)
    ]
    for section in reversed(ours):
        if section.rank not in pairs:
            found.insert(_place(section, ranks), Article(section, None, moved=False))
            ranks.insert(_place(section, ranks), section.rank)
    return Comparison(tuple(found))


def _place(absent: Section, ranks: Sequence[int | None]) -> int:
    """After the nearest section that stood before it in the first text: the head of a list when there is none."""
    before = [rank for rank in ranks if rank is not None and rank < absent.rank]
    return ranks.index(max(before)) + 1 if before else 0
