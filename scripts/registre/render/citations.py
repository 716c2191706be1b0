"""References to codes, laws and decrees, as links to Légifrance: those of a table, and only where nothing is in doubt.

The words stay those of the text, to the letter: a line is cut into segments, of which some have an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from registre.model.dates import MONTH_NUMBERS, MONTHS
from registre.model.names import without_accents

TABLE = Path(__file__).parent / "donnees" / "legifrance.yaml"


class Segment(NamedTuple):
    """A stretch of a line, and where it leads ("" when it is plain text)."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Addresses of codes, of articles of codes and of other texts, and how they are found; names are folded."""

    codes: dict[str, str]  # « code de justice administrative », « cgct » → address
    articles: dict[tuple[str, str], str]  # (« cgct », « L2131-1 ») → address
    texts: dict[tuple[str, str], tuple[str, str]]  # (« loi », « 84-53 ») → (« 1984-01-26 », address)
    pattern: re.Pattern[str]
    hints: frozenset[str]  # in lower case: a line without any of them has no reference


@cache
def table() -> Table:
    """The table, read once."""
    data: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    codes: dict[str, str] = {}
    articles: dict[tuple[str, str], str] = {}
    for code in data["codes"]:
        for name in filter(None, (code["nom"], code.get("sigle"))):
            codes[_fold(name)] = code["adresse"]
            articles |= {(_fold(name), a["numero"]): a["adresse"] for a in code.get("articles", ())}
    texts = {(_fold(t["nature"]), t["numero"]): (t["date"].isoformat(), t["adresse"]) for t in data["textes"]}
    natures = {text["nature"] for text in data["textes"]}
    names = [code["nom"] for code in data["codes"]]
    acronyms = [code["sigle"] for code in data["codes"] if "sigle" in code]
    hints = {name.split()[0] for name in codes} | natures | set(map(without_accents, natures))
    return Table(codes, articles, texts, _pattern(names, acronyms, natures), frozenset(hints))


def _fold(text: str) -> str:
    return " ".join(without_accents(text).replace("’", "'").casefold().split())


def _loose(*names: str) -> str:
    """A pattern for any of these names: with or without accents, with either apostrophe and any space."""
    kinds = {" ": r"\s+", "’": "['’]"}
    letters = [[kinds.get(c) or (c if c.isascii() else f"[{c}{without_accents(c)}]") for c in name] for name in names]
    return "|".join(sorted(map("".join, letters), key=len, reverse=True))


_DAY = rf"(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>{_loose(*MONTHS)})\s+(?P<year>\d{{4}})(?!\d)"
_FIGURES = r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})(?!\d)"
_OF = r"(?:,?\s+modifiée?,?)?\s+du\s+"
# « articles L. 2131-1, L 3131-1 et L.4141-1 du » before the name of a code; « , art. L.2131-1 » after it.
_ARTICLE = r"[LRD]\.?\s?\d+(?:-\d+)*"
_LIST = rf"(?P<list>{_ARTICLE}(?:(?:,\s*|\s+et\s+|\s+ou\s+){_ARTICLE})*)"
_OWNER = r"\s+(?:du|de\s+la|de\s+l['’])"
_BEFORE = re.compile(rf"\bart(?:icles?|\.)\s+{_LIST}{_OWNER}\s*$", re.IGNORECASE)
_AFTER = re.compile(rf",\s+art(?:icles?|\.)\s+{_LIST}(?![\w-])(?!{_OWNER})", re.IGNORECASE)
_ONE = re.compile(_ARTICLE, re.IGNORECASE)
_REACH = 200  # characters looked at before the name of a code
_PROPOSED = re.compile(r"pro(?:jet|position)\s+de\s+$", re.IGNORECASE)


def _pattern(names: Iterable[str], acronyms: Iterable[str], natures: Iterable[str]) -> re.Pattern[str]:
    """Names of codes, and « loi n° 84-53 du 26 janvier 1984 »: a number with its date, or a number alone."""
    number = r"n\s?[°ºo]\s?(?P<number>\d{2,4}-\d+)(?![\w-])"
    date = rf"(?:{_OF}(?:{_DAY}|{_FIGURES})|(?!{_OF}\d))"
    text = rf"(?i:(?P<nature>{_loose(*natures)})\s+{number}{date})"
    return re.compile(rf"(?<!\w)(?:(?P<code>(?i:{_loose(*names)})|{'|'.join(acronyms)})(?!\w)|{text})")


def segments(line: str) -> list[Segment]:
    """A line of text cut where its references begin and end; joined, the segments are the line."""
    lowered = line.lower()
    if not any(hint in lowered for hint in table().hints):
        return [Segment(line)]
    found: list[Segment] = []
    start = 0
    for begin, end, url in sorted(_references(line)):
        before = line[start:begin]
        if found and found[-1].url == url and before.strip() == "(":  # the acronym of the code just named
            continue
        found += [Segment(before), Segment(line[begin:end], url)] if before else [Segment(line[begin:end], url)]
        start = end
    return [*found, Segment(line[start:])] if start < len(line) else found


def _references(line: str) -> Iterator[tuple[int, int, str]]:
    for match in table().pattern.finditer(line):
        if match["code"]:
            yield from _of_code(line, match)
        elif url := _of_text(line, match):
            yield match.start(), match.end(), url


def _of_code(line: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """A code, and those of its articles that the table has; of « CGCT, art. L.2131-1 », the article alone."""
    name = _fold(match["code"])
    first = max(0, match.start() - _REACH)
    yield from _articles(name, _BEFORE.search(line[first : match.start()]), first)
    after = _AFTER.match(line, match.end())
    following = list(_articles(name, after, 0))
    yield from following
    if not following and not (after and match["code"].isalpha()):
        yield match.start(), match.end(), table().codes[name]


def _articles(name: str, found: re.Match[str] | None, shift: int) -> Iterator[tuple[int, int, str]]:
    """The known articles of a list of them; `shift`: where the text of the match begins in the line."""
    for article in _ONE.finditer(found["list"]) if found else ():
        if found and (url := table().articles.get((name, re.sub(r"[.\s]", "", article[0]).upper()))):
            begin = shift + found.start("list") + article.start()
            yield begin, begin + len(article[0]), url


def _of_text(line: str, match: re.Match[str]) -> str:
    """The address of a law or a decree; "" when it is not in the table, is not one yet, or its date is another."""
    day, url = table().texts.get((_fold(match["nature"]), match["number"]), ("", ""))
    return "" if _date(match) not in ("", day) or _PROPOSED.search(line[: match.start()][-30:]) else url


def _date(match: re.Match[str]) -> str:
    """« 1984-01-26 », or nothing when no date is printed."""
    if match["month"]:
        month = MONTH_NUMBERS[match["month"].lower()]
        return f"{match['year']}-{month:02}-{int(match['day']):02}"
    return f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}" if match["y"] else ""
