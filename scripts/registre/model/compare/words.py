"""What differs between two texts, word by word: a change, a blank filled in, or typography alone.

The differences are those of difflib.SequenceMatcher over words and signs. Nothing is lost: the left sides of the
stretches, put end to end, are the first text, and the right sides the second.
"""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from registre.model.compare.tokens import HOLE, Token, Tokens, lines_of, text_of, words_of

MOST = 4_000  # words of either text; beyond, lines are compared, not words
_SLIGHT = 3  # words in common, between two longer changes, that are told with them: « de la » says nothing alone


_Code = tuple[str, int, int, int, int]  # an operation of difflib


class Kind(enum.StrEnum):
    """What a stretch is: the same on both sides, or one of the differences."""

    SAME = "meme"
    CHANGE = "change"
    FILLED = "remplie"  # a blank on the left, words on the right
    EMPTIED = "videe"  # words on the left, a blank on the right
    TYPOGRAPHY = "typographie"  # spaces, dashes, apostrophes, the drawing of a blank


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the two texts. CHANGE: words taken away (`right` empty), added (`left` empty), or both."""

    kind: Kind
    left: str
    right: str


@lru_cache(maxsize=4_096)
def differences(left: str, right: str) -> tuple[Stretch, ...]:
    """The stretches of two texts, in order."""
    if left == right:
        return (Stretch(Kind.SAME, left, right),) if left else ()
    one, other = words_of(left), words_of(right)
    if max(len(one), len(other)) > MOST:
        one, other = lines_of(left), lines_of(right)
    found: list[Stretch] = []
    for same, here, there in _runs(one, other):
        found += _same(here, there) if same else _different(here, there)
    return tuple(_told(found))


def _runs(one: Tokens, other: Tokens) -> Iterator[tuple[bool, Tokens, Tokens]]:
    """(same, left, right): the operations of difflib, those that few common words part being told as one."""
    codes = SequenceMatcher(None, [t.key for t in one], [t.key for t in other], autojunk=False).get_opcodes()
    kept: list[tuple[bool, int, int, int, int]] = []
    for rank, (tag, a, b, c, d) in enumerate(codes):
        same = tag == "equal"
        if same and 0 < rank < len(codes) - 1 and _slight(one[a:b], codes[rank - 1], codes[rank + 1]):
            same = False
        if kept and not same and not kept[-1][0]:
            kept[-1] = (False, kept[-1][1], b, kept[-1][3], d)
        else:
            kept.append((same, a, b, c, d))
    for same, a, b, c, d in kept:
        yield same, one[a:b], other[c:d]


def _slight(common: Tokens, before: _Code, after: _Code) -> bool:
    """True for a few words, or signs alone, of one line, between two changes that are each twice as long."""
    if any(token.key == HOLE for token in common) or "\n" in text_of(common):
        return False
    words = sum(token.key[:1].isalnum() for token in common)
    return words <= _SLIGHT and min(_length(before), _length(after)) >= 2 * len(common)


def _length(code: _Code) -> int:
    _, a, b, c, d = code
    return max(b - a, d - c)


def _same(here: Tokens, there: Tokens) -> Iterator[Stretch]:
    """Words that are equal but for typography."""
    for one, other in zip(here, there, strict=True):
        for left, right in ((one.core, other.core), (one.gap, other.gap)):
            if left or right:
                yield Stretch(Kind.SAME if left == right else Kind.TYPOGRAPHY, left, right)


def _different(here: Tokens, there: Tokens) -> Iterator[Stretch]:
    left, right = text_of(here), text_of(there)
    if _squeezed(here) == _squeezed(there):
        yield Stretch(Kind.SAME if left == right else Kind.TYPOGRAPHY, left, right)
        return
    start = _common(here, there)
    yield from _same(here[:start], there[:start])
    here, there = here[start:], there[start:]
    end = _common(here[::-1], there[::-1])
    here, here_end = here[: len(here) - end], here[len(here) - end :]
    there, there_end = there[: len(there) - end], there[len(there) - end :]
    yield from _changed(here, there)
    yield from _same(here_end, there_end)


def _squeezed(tokens: Tokens) -> str:
    """The words without spaces nor blanks: what typography leaves alone."""
    return unicodedata.normalize("NFC", "".join(token.key for token in tokens if token.key != HOLE))


def _common(one: Tokens, other: Tokens) -> int:
    pairs = zip(one, other, strict=False)
    return next((rank for rank, (a, b) in enumerate(pairs) if a.key != b.key), min(len(one), len(other)))


def _changed(here: Tokens, there: Tokens) -> Iterator[Stretch]:
    """A change, or the blanks of one side and the words that the other side has in their places."""
    if (filled := _fills(here, there)) is not None:
        yield from filled
    elif (emptied := _fills(there, here)) is not None:
        for stretch in emptied:
            kind = Kind.EMPTIED if stretch.kind is Kind.FILLED else stretch.kind
            yield Stretch(kind, stretch.right, stretch.left)
    elif here or there:
        yield Stretch(Kind.CHANGE, text_of(here), text_of(there))


def _fills(here: Tokens, there: Tokens) -> list[Stretch] | None:
    """The blanks of `here` filled with `there`, between the same words; None when it does not so fit.

    Words before the first blank or after the last one, which `there` does not have, are taken away.
    """
    holes = [rank for rank, token in enumerate(here) if token.key == HOLE]
    if not holes or not there or any(token.key == HOLE for token in there):
        return None
    found, place = [Stretch(Kind.CHANGE, text_of(here[: holes[0]]), "")], 0
    for hole, following in zip(holes, [*holes[1:], len(here)], strict=True):
        words = here[hole + 1 : following]
        last = following == len(here)
        end = len(there) if last else _find(there, words, place + 1)
        if end is None:
            return None
        found += _filled(here[hole], there[place:end])
        found += [Stretch(Kind.CHANGE, text_of(words), "")] if last else _same(words, there[end : end + len(words)])
        place = end + len(words)
    return found


def _find(tokens: Tokens, wanted: Tokens, start: int) -> int | None:
    """The first place of `wanted` in `tokens`, from `start` on."""
    keys = [token.key for token in wanted]
    places = range(start, len(tokens) - len(keys))
    return next((p for p in places if [t.key for t in tokens[p : p + len(keys)]] == keys), None) if keys else None


def _filled(blank: Token, words: Tokens) -> Iterator[Stretch]:
    text = text_of(words)
    core = text.rstrip()
    yield Stretch(Kind.FILLED, blank.core, core)
    gap = text[len(core) :]
    yield Stretch(Kind.SAME if blank.gap == gap else Kind.TYPOGRAPHY, blank.gap, gap)


def _told(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches as they are told: spaces beside a difference are part of it, but for those common to its two sides."""
    found = [stretch for stretch in stretches if stretch.left or stretch.right]
    yield from _merged(part for stretch in _merged(_with_spaces(found)) for part in _trimmed(stretch))


def _with_spaces(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    for rank, stretch in enumerate(stretches):
        beside = {other.kind for other in (*stretches[max(rank - 1, 0) : rank], *stretches[rank + 1 : rank + 2])}
        kind = stretch.kind
        if kind is Kind.TYPOGRAPHY and _is_space(stretch):
            kind = next((other for other in (Kind.CHANGE, Kind.FILLED, Kind.EMPTIED) if other in beside), kind)
        yield Stretch(kind, stretch.left, stretch.right)


def _is_space(stretch: Stretch) -> bool:
    return not (stretch.left + stretch.right).strip()


def _trimmed(stretch: Stretch) -> Iterator[Stretch]:
    left, right = stretch.left, stretch.right
    if stretch.kind is not Kind.CHANGE:
        yield stretch
        return
    start = _spaces(left, right)
    end = _spaces(left[start:][::-1], right[start:][::-1])
    stop, other = len(left) - end, len(right) - end
    for kind, one, two in (
        (Kind.SAME, left[:start], right[:start]),
        (Kind.CHANGE, left[start:stop], right[start:other]),
        (Kind.SAME, left[stop:], right[other:]),
    ):
        if one or two:
            yield Stretch(kind, one, two)


def _spaces(left: str, right: str) -> int:
    """How many spaces the two texts begin with together."""
    pairs = zip(left, right, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b or not a.isspace()), min(len(left), len(right)))


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches of one kind that follow each other, as one; each blank is told."""
    last: Stretch | None = None
    for stretch in stretches:
        blanks = stretch.kind in {Kind.FILLED, Kind.EMPTIED}
        if last and last.kind is stretch.kind and (not blanks or _is_space(stretch) or _is_space(last)):
            last = Stretch(last.kind, last.left + stretch.left, last.right + stretch.right)
            continue
        if last:
            yield last
        last = stretch
    if last:
        yield last
