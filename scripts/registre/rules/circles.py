"""Circles in what records say of each other: A acts on B, which acts on A."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


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


def _from_first(circle: list[str]) -> list[str]:
    start = circle.index(min(circle))
    return circle[start:] + circle[:start]
