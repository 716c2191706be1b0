"""Counts as printed: members in exercise, present, proxies, voters."""

from __future__ import annotations

import re

from registre.recognise.found import Found, fold
from registre.recognise.numbers import WORDS, read_number

_WHO = r"(?:(?:membres|conseill(?:ers|eres)|elu[es]*|deleg\w+)(?:\s+(?:municipaux|communautaires|metropolitains|syndicaux|elus|titulaires))*)"
_PL = r"\(?e?[)}]*s?"
# Folded. A label comes before its number (« Présents : 12 »), or after it (« 12 présents »).
_LABELS = {
    "en_exercice": rf"(?:{_WHO}\s+)?en\s+exercice|{_WHO}\s+elus",
    "presents": rf"(?:{_WHO}\s+)?presente?{_PL}(?:\s+a\s+la\s+seance)?",
    "pouvoirs": rf"(?:{_WHO}\s+)?(?:pouvoirs?|procurations?|representee?{_PL}|mandats)(?:\s+donnes)?",
    "votants": rf"(?:{_WHO}\s+)?(?:votante?{_PL}|(?:ayant|qui\s+ont)\s+pris\s+part\s+(?:au\s+vote|a\s+la\s+deliberation))|(?:total\s+)?(?:des\s+)?votes\s+exprimes\b(?=\s*:)",
    "excuses": rf"(?:{_WHO}\s+)?(?:absente?{_PL}\s+)?excusee?{_PL}",
    "absents": rf"(?:{_WHO}\s+)?absente?{_PL}",
}
_NUMBER = r"(?P<n>\d{1,3})(?![\d/.]|\s?(?:h\b|%|er?\b|°|e\b))"
_BEFORE = {
    champ: re.compile(
        rf"(?<![a-z'(])(?:{pattern})\s*(?:\(\w+\)\s*)?(?:[:=]|\.{{2,}}|etait\s+de|est\s+de)\s*\(?{_NUMBER}"
    )
    for champ, pattern in _LABELS.items()
}
_AFTER = {champ: re.compile(rf"(?<![\d/.])\b{_NUMBER}\s+(?:{pattern})\b") for champ, pattern in _LABELS.items()}
_ANY = "|".join(f"(?P<{champ}>{pattern})" for champ, pattern in _LABELS.items())
_ONE = re.compile(rf"(?<![a-z])(?:nombre\s+(?:total\s+)?(?:de|des|d')\s*)?(?:{_ANY})\b\s*:?\s*")
_WRITTEN = re.compile(rf"nombre\s+(?:de|des)\s+(?P<label>[a-z\s]{{4,40}}?)\s*:?\s*(?P<n>{WORDS})\s*(?:\(|[.,;\n])")


_MARGIN = re.compile(rf"(?<![a-z])(?:{'|'.join(_LABELS.values())})\s*:\s*\d{{1,3}}(?=\s+[a-z])")


def without_counts(plain: str) -> str:
    """The folded text with spaces in place of « Votants : 12 » within it: a column beside the sentences cuts them."""
    return _MARGIN.sub(lambda match: " " * len(match[0]), plain)


def read_counts(text: str, end: int) -> dict[str, Found[int]]:
    """The counts printed among the first `end` signs: by name, those of `Decompte` and en_exercice."""
    plain = fold(text)
    found = _table(plain, end)
    for champ in _LABELS:
        if champ in found:
            continue
        for patterns in (_BEFORE, _AFTER):
            match = patterns[champ].search(plain, 0, end)
            if match:
                found[champ] = Found(int(match["n"]), match.start(), match.end())
                break
    return found | {c: f for c, f in _written(plain, end).items() if c not in found}


def _table(plain: str, end: int) -> dict[str, Found[int]]:
    """Several labels in a row, then as many numbers: a table, as its text comes out."""
    place = 0
    while match := _ONE.search(plain, place, end):
        labels = [match]
        while following := _ONE.match(plain, labels[-1].end(), end):
            labels.append(following)
        place = labels[-1].end()
        numbers = re.compile(rf"(?:\d{{1,3}}\s+){{{len(labels) - 1}}}\d{{1,3}}(?![\d/]|\s\d)").match(plain, place)
        if len(labels) > 1 and numbers:
            values = [int(number) for number in numbers[0].split()]
            return {
                str(label.lastgroup): Found(value, label.start(), numbers.end())
                for label, value in zip(labels, values, strict=True)
            }
    return {}


def _written(plain: str, end: int) -> dict[str, Found[int]]:
    """« Nombre de conseillers en exercice : quinze »."""
    found: dict[str, Found[int]] = {}
    for match in _WRITTEN.finditer(plain, 0, end):
        value = read_number(match["n"])
        champ = next((c for c, p in _LABELS.items() if re.fullmatch(p, match["label"].strip())), None)
        if champ and value is not None:
            found.setdefault(champ, Found(value, match.start(), match.end()))
    return found
