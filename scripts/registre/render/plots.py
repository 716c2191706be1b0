"""Columns drawn as SVG when the site is built: geometry only. What is worth drawing is said in trends.py."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 320, 150  # of the drawing, in its own units; as wide as a small phone, so that its words stay readable
_TOP, _BASE = 20, 122  # where the highest column ends, and where all begin
_WIDEST = 28  # of a column
_SIGN, _GAP = 7.5, 10  # width of a digit; between two names
_ALL_VALUES = 12  # columns up to which each bears its number
FILLS = ("plein", "raye", "points", "vide")  # told apart without colour, in the order of series


@dataclass(frozen=True, slots=True)
class Series:
    """What one part of the columns counts: its name, a number for each column."""

    label: str
    values: Sequence[int]


@dataclass(frozen=True, slots=True)
class Tick:
    """A column's names: whole (« mars 2026 »), and what fits under it (« M »), maybe nothing."""

    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a column."""

    fill: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Text:
    """A few signs, centred on x."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Stacked columns, with the table of what they show; a page has one at most, whose ids begin by « trace »."""

    title: str
    description: str
    ticks: Sequence[Tick]
    series: Sequence[Series]

    width, height, base = WIDTH, HEIGHT, _BASE

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The fill and the name of each series."""
        return [(fill, series.label) for fill, series in zip(FILLS, self.series, strict=False)]

    @property
    def totals(self) -> list[int]:
        """The height of each column, in what it counts."""
        return [sum(values) for values in zip(*(series.values for series in self.series), strict=True)]

    @property
    def rows(self) -> list[tuple[str, list[int], int]]:
        """The table: a column's name, its numbers, their sum."""
        values = zip(*(series.values for series in self.series), strict=True)
        return [(tick.label, list(found), sum(found)) for tick, found in zip(self.ticks, values, strict=True)]

    @property
    def boxes(self) -> list[Box]:
        """The parts of columns, from the base up."""
        wide, found = min(_WIDEST, self._step * 0.72), []
        for rank in range(len(self.ticks)):
            below = 0
            for fill, series in zip(FILLS, self.series, strict=False):
                number = series.values[rank]
                if number:
                    left, high = self._middle(rank) - wide / 2, number * self._scale
                    top = self._height(below + number)
                    found.append(Box(fill, round(left, 1), top, round(wide, 1), round(high, 1)))
                below += number
        return found

    @property
    def numbers(self) -> list[Text]:
        """The number over each column, or over the first of the highest when there are many."""
        totals = self.totals
        shown = range(len(totals)) if len(totals) <= _ALL_VALUES else [totals.index(max(totals))]
        return [self._text(rank, self._height(totals[rank]) - 5, str(totals[rank])) for rank in shown if totals[rank]]

    @property
    def labels(self) -> list[Text]:
        """The names under the columns: as many as there is room for, the last one first."""
        named = [rank for rank, tick in enumerate(self.ticks) if tick.short]
        room = max(len(self.ticks[rank].short) for rank in named) * _SIGN + _GAP
        every = math.ceil(room * len(named) / WIDTH)
        return [self._text(rank, HEIGHT - 10, self.ticks[rank].short) for rank in sorted(named[::-1][::every])]

    def _text(self, rank: int, y: float, words: str) -> Text:
        half = len(words) * _SIGN / 2
        return Text(round(min(max(self._middle(rank), half), WIDTH - half), 1), y, words)

    def _height(self, number: int) -> float:
        return round(_BASE - number * self._scale, 1)

    def _middle(self, rank: int) -> float:
        return (rank + 0.5) * self._step

    @property
    def _step(self) -> float:
        return WIDTH / len(self.ticks)

    @property
    def _scale(self) -> float:
        return (_BASE - _TOP) / max(1, *self.totals)
