"""Comparison of two conventions, article by article and word by word; strictly textual."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from registre.model.compare.pairing import Pairs, moved, pair
from registre.model.compare.sections import Section, sections
from registre.model.compare.words import Kind, Stretch, differences
from registre.model.text import Document

__all__ = ["Article", "Comparison", "Kind", "Section", "Stretch", "compare", "sections"]


# Comparisons kept: that of a convention is asked for by a rule, by its page, then by that of its model.
_KEPT = 512


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

    @cached_property
    def _below(self) -> dict[tuple[bool, int | None], list[Article]]:
        """What is below each article: by side (True: the second), then by its rank there."""
        found: dict[tuple[bool, int | None], list[Article]] = {}
        for part in self.articles:
            if part.section.level == 3:
                found.setdefault((part.right is not None, part.section.above), []).append(part)
        return found

    def within(self, article: Article) -> Iterable[Article]:
        """An article and what is below it, on either side."""
        yield article
        yield from self._below.get((True, article.right.rank), ()) if article.right else ()
        yield from self._below.get((False, article.left.rank), ()) if article.left else ()

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


@lru_cache(maxsize=_KEPT)
def compare(left: Document, right: Document) -> Comparison:
    """Compare two conventions; what the second has no longer stays after what it followed.

    Equal texts are one document (Corpus.conventions): they are compared once.
    """
    ours, theirs = sections(left), sections(right)
    pairs = pair(ours, theirs)
    gone = moved(pairs, ours, theirs)
    back = {other: rank for rank, other in pairs.items()}
    absent = _absent(ours, pairs)
    found = list(absent.get(None, ()))
    for section in theirs:
        rank = back.get(section.rank)
        found.append(Article(None if rank is None else ours[rank], section, rank in gone))
        found += absent.get(rank, ()) if rank is not None else ()
    return Comparison(tuple(found))


def _absent(ours: Sequence[Section], pairs: Pairs) -> dict[int | None, list[Article]]:
    """The sections that have no other, by the rank of the last one before them that has (None: none has)."""
    found: dict[int | None, list[Article]] = {}
    before: int | None = None
    for section in ours:
        if section.rank in pairs:
            before = section.rank
        else:
            found.setdefault(before, []).append(Article(section, None, moved=False))
    return found
