"""Circles of links: each told once, from its first name, whatever the order and the size."""

from __future__ import annotations

import random

from registre.rules.circles import circles

SMALL = {"d": ["b"], "b": ["c", "x"], "c": ["a", "e"], "a": ["b"], "e": ["c"], "f": ["f"], "g": ["a"]}


def test_each_circle_is_told_once_from_its_first_name() -> None:
    assert list(circles(SMALL)) == [["a", "b", "c"], ["c", "e"], ["f"]]


def test_the_order_in_which_records_are_read_changes_nothing() -> None:
    names, rng = list(SMALL), random.Random(4)
    for _ in range(20):
        rng.shuffle(names)
        assert list(circles({name: SMALL[name][::-1] for name in names})) == [["a", "b", "c"], ["c", "e"], ["f"]]


def test_there_is_none_in_time_order() -> None:
    assert list(circles({str(n): [str(m) for m in range(max(0, n - 5), n)] for n in range(2_000)})) == []


def test_a_circle_of_many_acts_is_walked_without_recursion() -> None:
    names = [f"{n:05d}" for n in range(20_000)]
    found = list(circles({name: [names[n - 1]] for n, name in enumerate(names)}))
    assert [sorted(circle) == names and circle[0] == names[0] for circle in found] == [True]
