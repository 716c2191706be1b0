"""Text from elsewhere in GitHub's Markdown: as code, where nothing is markup, a link, a mention or a number of issue.

A backslash would not do: GitHub looks for « @somebody » and « #12 » in the text once it has been read as Markdown.
It refuses a comment, or a body, of more than 65,536 characters: each piece has its limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BACKTICKS = re.compile("`+")
_CUT = "…"


def span(text: str, limit: int = 300) -> str:
    """Text as a code span, on one line (CommonMark 0.31, 6.1)."""
    flat = _printable(" ".join(text.split()))
    flat = flat if len(flat) <= limit else flat[:limit] + _CUT
    fence = "`" * (_longest(flat) + 1)
    room = " " if not flat or "`" in (flat[0], flat[-1]) else ""
    return f"{fence}{room}{flat}{room}{fence}"


def block(text: str, limit: int = 20_000) -> str:
    """Text as a fenced code block, line by line (CommonMark 0.31, 4.5)."""
    lines = [_printable(line) for line in text.splitlines()]
    shown = "\n".join(lines)
    shown = shown if len(shown) <= limit else shown[:limit].rpartition("\n")[0] + f"\n{_CUT}"
    fence = "`" * max(3, _longest(shown) + 1)
    return f"{fence}text\n{shown}\n{fence}"


def fitting(lines: Iterable[str], limit: int, rest: str) -> list[str]:
    """The lines that fit in `limit` characters; `rest`, where {} is their number, stands for the others."""
    waiting = list(lines)
    kept: list[str] = []
    for line in waiting:
        limit -= len(line) + 1
        if limit < 0:
            return [*kept, rest.format(len(waiting) - len(kept))]
        kept.append(line)
    return kept


def _longest(text: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(text)), default=0)


def _printable(text: str) -> str:
    """Text without what is not seen: controls, and marks that turn the order of the letters round."""
    return "".join(sign if sign.isprintable() or sign in "\u00a0\u202f\u2009" else "�" for sign in text)
