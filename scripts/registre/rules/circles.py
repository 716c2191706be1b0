"""Circles in what records say of each other: A acts on B, which acts on A."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

Step = tuple[str, str]


def circles(graph: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Each circle of `graph` (name → names it leads to), from its first name in order; one that leads to itself too.

    One walk: as many circles as there are steps back to a name on the way, each told once, the same at each run.
    """
    done: set[str] = set()
    for start in sorted(graph):
        trail = {} if start in done else {start: iter(sorted(graph[start]))}
        while trail:
            name = next(reversed(trail))
            for following in trail[name]:
                if following in trail:
                    way = list(trail)
                    yield _from_first(way[way.index(following) :])
                elif following in graph and following not in done:
                    trail[following] = iter(sorted(graph[following]))
                    break
            else:
                done.add(name)
                del trail[name]


def circle_steps(circle: list[str]) -> Iterator[Step]:
    """From each name to the next, the last one back to the first."""
    return pairwise([*circle, circle[0]])


def chain(steps: Sequence[Step], verb: Callable[[str, str], str]) -> str:
    """« a modifie b, qui abroge a »: the steps of a circle, said with the verb of each."""
    return f"{steps[0][0]} " + ", qui ".join(f"{verb(one, other)} {other}" for one, other in steps)


def _from_first(circle: list[str]) -> list[str]:
    start = circle.index(min(circle))
    return circle[start:] + circle[:start]
