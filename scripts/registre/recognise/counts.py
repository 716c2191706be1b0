"""Counts as printed: members in exercise, present, proxies, voters."""

from __future__ import annotations

import re

from registre.recognise.found import Found, fold
from registre.recognise.numbers import WORDS, read_count, read_number

_WHO = (
    r"(?:(?:membres|conseill(?:ers|eres)|elu[es]*|deleg\w+)(?:\s+(?:municipaux|communautaires|metropolitains"
    r"|syndicaux|elus|titulaires))*)"
)
_PL = r"\(?e?[)}]*s?"
# Folded. A label comes before its number (« Présents : 12 »), or after it (« 12 présents »).
_LABELS = {
    "en_exercice": rf"(?:{_WHO}\s+)?en\s+(?:exercice|fonction)(?:\s+d[ue]\s+\w+(?=\s*:))?",
    "presents": rf"(?:{_WHO}\s+)?presente?{_PL}(?:\s+a\s+la\s+seance)?",
    "pouvoirs": rf"(?:{_WHO}\s+)?(?:pouvoirs?|procurations?|(?<!et\s)representee?{_PL}|mandats)(?:\s+donnes)?",
    "votants": rf"(?:{_WHO}\s+)?(?:votante?{_PL}|(?:ayant|qui\s+ont)\s+pris\s+part\s+(?:au\s+vote"
    rf"|a\s+la\s+deliberation))|(?:total\s+)?(?:des\s+)?votes\s+exprimes\b(?=\s*:)",
    "excuses": rf"(?:{_WHO}\s+)?(?:absente?{_PL}\s+)?excusee?{_PL}",
    "absents": rf"(?:{_WHO}\s+)?absente?{_PL}",
}
# « Présents : 1. Anne MARTIN » counts nobody; « Présents : 12. », at the end of a line, does.
_LIST = r"\.(?!\s*(?:\n|$|nombre|quorum|presents?|pouvoirs|votants|absents|excuses))"
_NUMBER = rf"(?P<n>\d{{1,3}})(?![\d/]|{_LIST}|\s?(?:h\b|%|er?\b|°|e\b))"
_BEFORE = {
    champ: re.compile(
        rf"(?<![a-z'(])(?:{pattern})\s*(?:\(\w+\)\s*)?(?:(?:[:=]|\.{{2,}}|etait\s+de|est\s+de)\s*\(?|\(){_NUMBER}"
    )
    for champ, pattern in _LABELS.items()
}
_AFTER = {
    champ: re.compile(
        rf"(?<![\d/.])(?<!n°)(?<!n°\s)(?<![:=]\s)(?<![:=])\b{_NUMBER}[ \t]+(?:{pattern})\b(?!\s+(?:ou|et)\s+represente)"
    )
    for champ, pattern in _LABELS.items()
}
_ANY = "|".join(f"(?P<{champ}>{pattern})" for champ, pattern in _LABELS.items())
_ANY += r"|(?P<legal>afferents\s+au\s+conseil(?:\s+municipal)?)"
_ONE = re.compile(rf"(?<![a-z])(?:nombre\s+(?:total\s+)?(?:de|des|d')\s*)?(?:{_ANY})\b\s*[:,]?\s*")
_PAIR = re.compile(rf"(?:{_ANY})\s*[:=]?\s*(?P<n>\d{{1,3}})(?![\d/.%])\s*[-,;/|*]?\s*(?:et\s+)?")
_WRITTEN = re.compile(rf"nombre\s+(?:de|des)\s+(?P<label>[a-z\s]{{4,40}}?)\s*:?\s*(?P<n>{WORDS})(?=\s|[.,;(]|$)")


_MARGIN = re.compile(rf"(?<![a-z])(?:{'|'.join(_LABELS.values())})\s*:\s*\d{{1,3}}(?=\s+[a-z])")


def without_counts(plain: str) -> str:
    """The folded text with spaces in place of « Votants : 12 » within it: a column beside the sentences cuts them."""
    return _MARGIN.sub(lambda match: " " * len(match[0]), plain)


def read_counts(text: str, end: int) -> dict[str, Found[int]]:
    """The counts printed among the first `end` signs: by name, those of `Decompte` and en_exercice."""
    plain = fold(text)
    found = _form(plain, end) or _table(plain, end) or _pairs(plain, end) or _apart(plain, end)
    for champ in _LABELS:
        for patterns in (_BEFORE, _AFTER):
            match = None if champ in found else patterns[champ].search(plain, 0, end)
            if match:
                found[champ] = Found(int(match["n"]), match.start(), match.end())
    for champ, value in _written(plain, end).items():
        found.setdefault(champ, value)
    return found


_NAMED = re.compile(rf"nombre\s+(?:total\s+)?(?:de\s+|des\s+|d')(?=(?P<label>[a-z\s]{{4,50}}?)\s*:?\s*{_NUMBER})")
_VOTERS = re.compile(rf"(?<![a-z])votants?\s*:?\s*{_NUMBER}")


def counts_below(text: str, start: int) -> dict[str, Found[int]]:
    """Those printed under the decision, where they name themselves: « Nombre de votants : 12 »."""
    plain = fold(text)
    found: dict[str, Found[int]] = {}
    for match in _NAMED.finditer(plain, start):
        champ = next((c for c, pattern in _LABELS.items() if re.search(rf"(?:{pattern})$", match["label"])), None)
        if champ:
            found.setdefault(champ, Found(int(match["n"]), match.start(), match.end("n")))
    if voters := _VOTERS.search(plain, start):
        found.setdefault("votants", Found(int(voters["n"]), voters.start(), voters.end()))
    return found


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
                if label.lastgroup != "legal"
            }
    return {}


def _pairs(plain: str, end: int) -> dict[str, Found[int]]:
    """« en exercice 31, présents 17, votants 18 »: labels and numbers in turn, without a colon."""
    place = 0
    while match := _PAIR.search(plain, place, end):
        pairs = [match]
        while following := _PAIR.match(plain, pairs[-1].end(), end):
            pairs.append(following)
        place = pairs[-1].end()
        if len(pairs) > 1:
            kept = ((next(c for c in (*_LABELS, "legal") if pair[c]), pair) for pair in pairs)
            return {champ: Found(int(p["n"]), p.start(), p.end("n")) for champ, p in kept if champ != "legal"}
    return {}


_FORM = re.compile(
    r"afferents\s+en\s+qui\s+ont\s+pris\b.{0,160}?(?P<legal>\d{1,3})\s+(?P<en_exercice>\d{1,3})\s+(?P<votants>\d{1,3})\b",
    re.DOTALL,
)


def _form(plain: str, end: int) -> dict[str, Found[int]]:
    """The three columns of a printed form: « afférents au conseil », « en exercice », « qui ont pris part »."""
    match = _FORM.search(plain, 0, end)
    return {c: Found(int(match[c]), match.start(), match.end()) for c in ("en_exercice", "votants")} if match else {}


def _apart(plain: str, end: int) -> dict[str, Found[int]]:
    """« en exercice 11 … présents 8 … votants 10 »: a column whose lines fell among those of a sentence."""
    shape = r"(?<![a-z]){}\s+(?P<n>\d{{1,3}})(?=\s+[a-z]|\s*\n)(?!\s*(?:h\b|%|ans?\b|voix))"
    labels = {
        "en_exercice": "en\\s+exercice",
        "presents": "presents",
        "pouvoirs": "(?:pouvoirs|procurations)",
        "votants": "votants",
    }
    found = {champ: re.compile(shape.format(label)).search(plain, 0, end) for champ, label in labels.items()}
    kept = {champ: Found(int(m["n"]), m.start(), m.end()) for champ, m in found.items() if m}
    return kept if len(kept) > 2 and {"en_exercice", "votants"} <= kept.keys() else {}


def _written(plain: str, end: int) -> dict[str, Found[int]]:
    """« Nombre de conseillers en exercice : quinze », « lesquels sont au nombre de six »."""
    found: dict[str, Found[int]] = {}
    for match in _WRITTEN.finditer(plain, 0, end):
        value = read_number(match["n"])
        champ = next((c for c, p in _LABELS.items() if re.fullmatch(p, match["label"].strip())), None)
        if champ and value is not None:
            found.setdefault(champ, Found(value, match.start(), match.end()))
    if told := _EXERCISE.search(plain, 0, end):
        value = read_count(told["n"])
        if value is not None:
            found.setdefault("en_exercice", Found(value, told.start(), told.end()))
    return found


_EXERCISE = re.compile(
    rf"en\s+exercice,?\s*(?:lesquels\s+|qui\s+)?(?:sont\s+)?(?:au\s+nombre\s+de|est\s+de|etant\s+de)\s+(?P<n>\d{{1,3}}|{WORDS})\b"
)
