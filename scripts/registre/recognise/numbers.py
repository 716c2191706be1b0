"""Whole numbers in French words, as acts write years, days and hours: « deux mil vingt-six », « vingt et un »."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SMALL = {
    "zero": 0,
    "un": 1,
    "une": 1,
    "premier": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
}
_TENS = {
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_HUNDREDS = {"cent": 100, "cents": 100}
_THOUSANDS = {"mil": 1000, "mille": 1000}

WORD = rf"(?:{'|'.join(sorted({*_SMALL, *_TENS, *_HUNDREDS, *_THOUSANDS}, key=len, reverse=True))})"
# « vingt et un », « deux mil vingt-trois »; what lies between may be lost by a scan. Nine words at most make a number.
WORDS = rf"{WORD}(?:(?:[\s-]+et[\s-]+|[\s-]+){WORD}){{0,8}}"


def read_number(words: str) -> int | None:
    """The number that folded words write, None when they write none: « deux mille vingt six » is 2026."""
    tokens = [token for token in re.split(r"[\s-]+", words.strip()) if token != "et"]
    return _value(tokens) if tokens else None


def read_count(typed: str) -> int | None:
    """The number written in figures, or in folded words."""
    return int(typed) if typed.isdigit() else read_number(typed)


def _value(tokens: Sequence[str]) -> int | None:
    for scale in (_THOUSANDS, _HUNDREDS):
        index = next((i for i, token in enumerate(tokens) if token in scale), None)
        if index is not None:
            before = _value(tokens[:index]) if index else 1
            after = _value(tokens[index + 1 :]) if tokens[index + 1 :] else 0
            times = scale[tokens[index]]
            if before is None or after is None or after >= times or (index and before < 2):
                return None
            return before * times + after
    return _below_hundred(tokens)


def _below_hundred(tokens: Sequence[str]) -> int | None:
    """Sixty and ten, four twenties: tens and units follow each other in falling order."""
    if any(token not in _SMALL and token not in _TENS for token in tokens) or len(tokens) > 4:
        return None
    if list(tokens[:2]) in (["quatre", "vingt"], ["quatre", "vingts"]):
        rest = _below_hundred(tokens[2:]) if tokens[2:] else 0
        return 80 + rest if rest is not None and rest < 20 else None
    if tokens[0] in _TENS:
        tens = _TENS[tokens[0]]
        rest = _below_hundred(tokens[1:]) if tokens[1:] else 0
        return tens + rest if rest is not None and rest < (20 if tens == 60 else 10) else None
    if tokens[0] == "dix" and len(tokens) == 2 and tokens[1] in {"sept", "huit", "neuf"}:
        return 10 + _SMALL[tokens[1]]
    return _SMALL[tokens[0]] if len(tokens) == 1 else None
