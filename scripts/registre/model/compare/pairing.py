"""Which article of a text stands for which of another: by number and title, by title, by number, by words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher

from registre.model.compare.sections import Section

Pairs = dict[int, int]  # rank on the left → rank on the right
_Key = Callable[[Section], Hashable]

ALIKE = 0.5  # share of words in common from which an article that has neither number nor title of another may be it
_SAME_NUMBER = 0.3  # the same, for articles of one number whose titles differ
_FEW = 60  # articles left over on a side: beyond, words are not compared, which would take their product


def pair(left: Sequence[Section], right: Sequence[Section]) -> Pairs:
    """The sections that go together. Two of one number, « Article 6 » twice, go each with the one of its title."""
    pairs: Pairs = {}
    _pair_level(pairs, [s for s in left if s.level == 0], [s for s in right if s.level == 0])
    _pair_level(pairs, [s for s in left if s.level == 2], [s for s in right if s.level == 2])
    ours, theirs = _by_article(left), _by_article(right)
    for above, other in list(pairs.items()):
        _pair_level(pairs, ours.get(above, ()), theirs.get(other, ()))
    _pair_level(pairs, [s for s in left if s.level == 3], [s for s in right if s.level == 3])
    return pairs


def moved(pairs: Pairs, left: Sequence[Section], right: Sequence[Section]) -> set[int]:
    """Ranks on the left of the sections that have changed places, or gone under another article."""
    found = {
        rank
        for rank, other in pairs.items()
        if (above := left[rank].above) is not None and pairs.get(above) != right[other].above
    }
    for members in _by_article(left).values():
        ranks = [section.rank for section in members if section.rank in pairs and section.rank not in found]
        found |= set(ranks) - _in_order(ranks, pairs)
    return found


def _by_article(found: Sequence[Section]) -> dict[int | None, list[Section]]:
    """Sections by the article that they are below (None: the articles themselves, and the parts outside them)."""
    groups: dict[int | None, list[Section]] = {}
    for section in found:
        groups.setdefault(section.above, []).append(section)
    return groups


def _in_order(ranks: Sequence[int], pairs: Pairs) -> set[int]:
    """As many as can be that keep the same order on both sides: a longest increasing subsequence."""
    ends: list[int] = []  # the least place on the right that ends a sequence of each length
    length = []  # of the longest sequence that each rank ends
    for rank in ranks:
        place = bisect_left(ends, pairs[rank])
        ends[place : place + 1] = [pairs[rank]]
        length.append(place)
    kept, wanted = set[int](), len(ends) - 1
    for rank, reached in zip(reversed(ranks), reversed(length), strict=True):
        if reached == wanted:
            kept.add(rank)
            wanted -= 1
    return kept


def _pair_level(pairs: Pairs, left: Iterable[Section], right: Iterable[Section]) -> None:
    taken = set(pairs.values())
    ours = [section for section in left if section.rank not in pairs]
    theirs = [section for section in right if section.rank not in taken]
    for key, least in _KEYS:
        _pair_by(pairs, ours, theirs, key, least)
        taken = set(pairs.values())
        ours = [section for section in ours if section.rank not in pairs]
        theirs = [section for section in theirs if section.rank not in taken]
    if ours and theirs and max(len(ours), len(theirs)) <= _FEW:
        _pair_by_words(pairs, ours, theirs)


# The surest first: (what two sections have in common, share of words that they must have besides).
_KEYS: tuple[tuple[_Key, float], ...] = (
    (lambda section: (section.number, section.name), 0),
    (lambda section: section.name or None, 0),
    (lambda section: section.number or None, _SAME_NUMBER),
)


def _pair_by(pairs: Pairs, left: Sequence[Section], right: Sequence[Section], key: _Key, least: float) -> None:
    """Pair those of one key, in the order of the texts."""
    waiting: dict[Hashable, list[Section]] = {}
    for section in right:
        waiting.setdefault(key(section), []).append(section)
    for section in left:
        others = waiting.get(key(section)) if key(section) else None
        if others and (not least or _alike(section, others[0]) >= least):
            pairs[section.rank] = others.pop(0).rank


def _pair_by_words(pairs: Pairs, left: Sequence[Section], right: Sequence[Section]) -> None:
    """Pair the most alike first; a part outside the articles goes by its name alone."""
    found = sorted(
        (-_alike(one, other), one.rank, other.rank) for one in left for other in right if one.level and other.level
    )
    taken: set[int] = set()
    for unlike, rank, other in found:
        if -unlike >= ALIKE and rank not in pairs and other not in taken:
            pairs[rank] = other
            taken.add(other)


def _alike(one: Section, other: Section) -> float:
    """Share of words in common, titles apart: 0 to 1."""
    return SequenceMatcher(None, _words(one), _words(other)).quick_ratio()


def _words(section: Section) -> list[str]:
    return section.body.casefold().split()
