"""Numbers as French writes them, for texts to be read back."""

from __future__ import annotations

_SMALL = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]


def in_letters(number: int) -> str:
    """From 0 to 9999, in the spelling of before 1990: « deux mille vingt et un »."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _below_hundred(number)
    scale, word = (1000, "mille") if number >= 1000 else (100, "cent")
    times, rest = divmod(number, scale)
    head = word if times == 1 else f"{in_letters(times)} {word}"
    if word == "cent" and times > 1 and not rest:
        head += "s"
    return f"{head} {in_letters(rest)}" if rest else head


def _below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        unit += 10
    if tens >= 8:
        return f"{_TENS[tens]}-{_SMALL[unit]}" if unit else "quatre-vingts"
    if unit in (1, 11):
        return f"{_TENS[tens]} et {_SMALL[unit]}"
    return f"{_TENS[tens]}-{_SMALL[unit]}" if unit else _TENS[tens]
