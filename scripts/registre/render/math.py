"""A typed formula → MathML tokens whose text is the formula, to the letter."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+|\s+|.", re.DOTALL)


def formula_tokens(source: str) -> list[tuple[str, str]]:
    """« 50*Tp » → [("mn", "50"), ("mo", "*"), ("mi", "Tp")] (MathML 3: mn numbers, mi names, mo operators)."""
    return [(_tag(token), token) for token in _TOKEN.findall(source)]


def _tag(token: str) -> str:
    if token.isspace():
        return "mtext"
    if token[0].isdigit():
        return "mn"
    return "mi" if token[0].isalpha() else "mo"
