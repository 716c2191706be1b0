"""Who was there, excused or absent, and who gave a proxy to whom, under the headings that a document uses."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from registre.recognise.found import Found, fold
from registre.recognise.names import (
    CIVILITY,
    Person,
    Style,
    clean,
    has_initials,
    is_name,
    is_role,
    split_run,
    style_of,
    take_group,
)


class Kind(enum.Enum):
    """What a heading announces. MIXED: excused, with or without proxies; PROXIES: all have given one."""

    PRESENTS = "presents"
    EXCUSES = "excuses"
    ABSENTS = "absents"
    MIXED = "excuses et pouvoirs"
    ABSENT_PROXIES = "absents ayant donné pouvoir"
    PROXIES = "pouvoirs"


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who gives a proxy, to whom when it is said, in what words."""

    de: str
    a: str | None
    formule: str = ""


@dataclass(slots=True)
class Lists:
    """What the lists of a document say; a list that has no heading is None."""

    presents: Found[list[str]] | None = None
    excuses: Found[list[str]] | None = None
    absents: Found[list[str]] | None = None
    pouvoirs: Found[list[Proxy]] | None = None
    notes: list[Person] = field(default_factory=list)  # names followed by a remark: « arrivée à 19 h »
    intitules: dict[str, str] = field(default_factory=dict)


_PL = r"\(?e?[)}]*s?"
_WHO = r"(?:(?:les\s+)?(?:membres|conseill(?:ers|eres)|elu[es]*|deleg\w+|titulaires)(?:\s+(?:municipaux|communautaires|metropolitains|departementaux|syndicaux|titulaires|elus))*\s+)?"
_WERE = r"(?:(?:etai(?:en)?t|sont)\s+)?"
_GIVEN = r"(?:ayant\s+(?:donne|vote|laisse|remis)|(?:a|ont|avai(?:en)?t)\s+(?:donne|remis|laisse)|avec|par)\s+(?:par\s+)?(?:leur\s+|un\s+|son\s+)?(?:pouvoir|procuration|mandat)s?(?:\s+de\s+vote)?(?:\s+(?:a|en\s+application)\b[^:\d]{0,40}[^:]{0,90}(?=:))?"
_AWAY = rf"(?:absente?{_PL}|excusee?{_PL})(?:\s*(?:et|ou|/|-|,)?\s*(?:absente?{_PL}|excusee?{_PL}))?"
_HEADS = (
    (Kind.ABSENT_PROXIES, rf"{_WERE}{_WHO}{_AWAY}\s*(?:et|ou|/|-|,|mais)?\s*(?:{_GIVEN}|representee?{_PL})"),
    (Kind.MIXED, rf"{_WERE}{_WHO}{_AWAY}\s*(?:et|ou|/|-|,|\()\s*(?:pouvoirs?|procurations?|representee?{_PL})\)?"),
    (
        Kind.PROXIES,
        rf"{_WHO}(?:{_GIVEN}|{_WERE}representee?{_PL}|(?:liste\s+des\s+)?(?:pouvoirs?|procurations?|mandats?)(?:\s+de\s+vote)?(?:\s+donnes?)?)",
    ),
    (
        Kind.EXCUSES,
        rf"{_WERE}{_WHO}{_WERE}(?:absente?{_PL}\s*(?:et|/|-|,)?\s*)?excusee?{_PL}(?:\s+(?:sans\s+(?:pouvoir|procuration)|non\s+representee?{_PL}))?",
    ),
    (
        Kind.ABSENTS,
        rf"{_WERE}{_WHO}{_WERE}absente?{_PL}(?:\s+(?:non\s+excusee?{_PL}|sans\s+excuse|non\s+representee?{_PL}))?",
    ),
    (
        Kind.PRESENTS,
        rf"{_WERE}{_WHO}{_WERE}presente?{_PL}(?:\s+(?:a\s+(?:la\s+seance|l'\s?ouverture[\w\s]{{0,20}})|titulaires|et\s+votants))?",
    ),
)
_AFTER = rf"(?:\s+(?:les\s+)?(?:{_WHO}(?:suivants?)?|mesdames\s+et\s+messieurs\s+les\s+\w+(?:\s+\w+)?))?"
_HEADING = re.compile(
    r"(?<![a-z'(])(?:"
    + "|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern) in enumerate(_HEADS))
    + rf"){_AFTER}(?:\s*:\s*(?:\(?\d{{1,3}}\)?\s*:?(?=\s))?|\s*\(?\d{{1,3}}\)?\s*:|\s*\n|\s+(?={CIVILITY}\s))"
)
_END = re.compile(
    r"(?<![a-z])(?:(?:elue?s?\s+|le\s+|la\s+)?secretaires?\b|(?:la\s+)?date\s+(?:de|d')|nombre\s+(?:de|total)|objet\s*:|delib[eé]ration\b"
    r"|n\s?[°o]\s?\d|votes?\s*:|(?:le\s+)?quorum|formant\b|lesquels\b|vu\s|considerant\b|rapporteur|il\s+(?:a\s+ete|est)\b"
    r"|conformement|le\s+conseil\b|la\s+commission\b|assist[ea]i|en\s+presence|participai|ordre\s+du\s+jour|president\w*\s*:|\*\s?\*"
    r"|l'\s?assemblee|monsieur\s+le\s+(?:maire|president)|madame\s+(?:le|la)\s+(?:maire|presidente?)|m\.\s+le\s+(?:maire|president)|convocation\b|pour\s*:\s*\d|conseillers\s+en\s+exercice|votants?\s*:|en\s+exercice)"
)
_CONNECT = re.compile(
    r"\s*[,(]?\s*(?:qui\s+)?(?:"
    r"(?P<gives>(?:(?:a|ont|avait|avaient|ayant)\s+)?(?:(?:donn(?:e|es|ant|ent)|remis|laisse|ayant\s+donne)\s+)?(?:son\s+|leur\s+|un\s+|le\s+)?"
    r"(?:pouvoir|procuration|mandat|proc\.|pouv\.)s?(?:\s+de\s+vote)?(?:\s+ecrit)?\s*(?::\s*)?(?:a|pour)\b(?=\s))"
    r"|(?P<by>(?:(?:est|sont|etait)\s+)?representee?\(?e?\)?s?\s+par)"
    r"|(?P<mandataire>(?:a|ayant)\s+(?:donne\s+mandat\s+a|pour\s+mandataire)\s*:?)"
    r"|(?P<of>(?:(?:a|ayant)\s+(?:recu\s+)?|avec\s+|porteur\s+d[eu']\s*)?(?:la\s+|le\s+|un\s+)?(?:pouvoir|procuration|mandat)s?\s+(?:de|d')(?!\s*vote))"
    r")\s*"
)
_TO = re.compile(r"\s+(?P<gives>a|par|pour|->|=>|→)\s+(?=[A-Za-z])")
_NOTE = re.compile(r"\s*\(([^()]{1,160})\)")
_COMMAS = re.compile(rf"\s*[,;•|]\s*|\.\s+(?={CIVILITY}\s)|(?<=[a-z]{{4}})\.\s+|\s+et\s+")
_DASHES = re.compile(r"\s*[,;•|]\s*|\s+[-_]+\s*|(?<!\s)[-_]*-\s+(?=[a-z]\.)|\s*--+\s*|\s+et\s+")
_LINES = re.compile(r"\s*[,;•|]\s*|\s*\n\s*|\s+et\s+")
_BEFORE_CIVILITY = re.compile(rf"(?<=\S)\s+(?={CIVILITY}\s*[a-z])")


def read_attendance(text: str, end: int, stops: Sequence[int] = ()) -> Lists:
    """The lists of names among the first `end` signs of a text; `stops`: places where something else begins."""
    plain = fold(text)
    heads = [match for match in _HEADING.finditer(plain, 0, end) if match.lastgroup]
    borders = sorted({*stops, end, *(m.start() for m in heads), *(m.start() for m in _END.finditer(plain, 0, end))})
    sections: list[_Section] = []
    for match in heads:
        limit = next((border for border in borders if border >= match.end()), end)
        kind = _HEADS[int(str(match.lastgroup)[1:])][0]
        sections.append(_Section(kind, match.start(), match.end(), limit))
    longest = max(sections, key=lambda s: (s.kind is Kind.PRESENTS, s.end - s.begin), default=None)
    if longest is None:
        return Lists()
    initials = has_initials(text[longest.begin : longest.end])
    rough = [event for event in _events(text, longest, Style(initials=initials)) if isinstance(event, Person)]
    style = style_of([person.name for person in rough], initials)
    lists = Lists()
    for section in sections:
        _take(lists, section, text, style)
    return lists


@dataclass(frozen=True, slots=True)
class _Section:
    kind: Kind
    start: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class _Link:
    """What stands between two names: who gives comes first, or last (`reverse`)."""

    words: str
    reverse: bool


def _events(text: str, section: _Section, style: Style) -> Iterator[Person | _Link]:
    """Names and links of a section, in order, up to what is neither."""
    begin = section.begin + take_group(text[section.begin : section.end], style.initials)
    body, plain = text[begin : section.end], fold(text[begin : section.end])
    if not body.strip() or body[: len(body) - len(body.lstrip())].count("\n") > 2:
        return
    marks = _marks(body, plain, section.kind, style)
    place = 0
    for start, end, mark in [*marks, (len(body), len(body), None)]:
        if start < place:
            continue
        chunk = body[place:start]
        words = clean(chunk)
        skip = take_group(words, style.initials)
        words = words[skip:] if skip and not re.match(r"m[.r]?\s", fold(words)) else words
        if words and not is_role(words):
            names = split_run(words, style)
            good = next((i for i, name in enumerate(names) if not is_name(name, style)), len(names))
            for name in names[:good]:
                yield Person(name, begin + place, begin + start, mark if isinstance(mark, str) else "")
            if good < len(names):
                return
        if isinstance(mark, _Link):
            yield mark
        place = end


def _marks(body: str, plain: str, kind: Kind, style: Style) -> list[tuple[int, int, str | _Link | None]]:
    """Separators (None), remarks in brackets (their words) and links of a section, in order."""
    marks: list[tuple[int, int, str | _Link | None]] = []
    for link in _CONNECT.finditer(plain):
        words = " ".join(body[link.start(str(link.lastgroup)) : link.end(str(link.lastgroup))].split())
        marks.append((link.start(), link.end(), _Link(words, link.lastgroup == "of")))
    if kind in {Kind.PROXIES, Kind.MIXED, Kind.ABSENT_PROXIES}:
        marks += [(m.start(), m.end(), _Link("", False)) for m in _TO.finditer(plain)]
    taken = [(start, end) for start, end, _ in marks]
    for note in _NOTE.finditer(body):
        if not any(start < note.end() and note.start() < end for start, end in taken):
            marks.append((note.start(), note.end(), note[1].strip()))
    marks += [(m.start(), m.end(), None) for m in re.finditer(r"\)", plain)]
    separators = [_separator(plain)] + ([] if style.initials else [_BEFORE_CIVILITY])
    marks += [(m.start(), m.end(), None) for pattern in separators for m in pattern.finditer(plain)]
    return sorted(marks, key=lambda mark: (mark[0], mark[2] is None, -mark[1]))


def _separator(plain: str) -> re.Pattern[str]:
    """What separates the names of a list: commas where it has them, else dashes, else its lines."""
    commas, dashes = plain.count(",") + plain.count(";"), len(re.findall(r"\s-+\s?|-\s", plain))
    if dashes > 2 and dashes > 2 * commas:
        return _DASHES
    return _COMMAS if commas or "\n" not in plain.strip() else _LINES


def _take(lists: Lists, section: _Section, text: str, style: Style) -> None:
    """Put what a section says where it belongs."""
    events = list(_events(text, section, style))
    names: list[Person] = []
    proxies: list[Proxy] = []
    index = 0
    while index < len(events):
        event = events[index]
        link = events[index + 1] if index + 1 < len(events) else None
        other = events[index + 2] if index + 2 < len(events) else None
        if isinstance(event, _Link):  # « Pouvoir de … à … »: names follow
            index += 1
            continue
        if isinstance(link, _Link) and isinstance(other, Person):
            giver, taker = (other, event) if link.reverse else (event, other)
            proxies.append(Proxy(giver.name, taker.name, link.words))
            names.append(event if link.reverse else giver)
            index += 3
            continue
        names.append(event)
        if section.kind in {Kind.PROXIES, Kind.ABSENT_PROXIES}:
            proxies.append(Proxy(event.name, None))
        index += 1
    end = max((event.end for event in events if isinstance(event, Person)), default=section.begin)
    _put(lists, section, end, text, names, proxies)


def _put(lists: Lists, section: _Section, end: int, text: str, names: list[Person], proxies: list[Proxy]) -> None:
    heading = " ".join(text[section.start : section.begin].split())
    champ = {Kind.PRESENTS: "presents", Kind.ABSENTS: "absents", Kind.PROXIES: "pouvoirs"}.get(section.kind, "excuses")
    if champ != "pouvoirs":
        known: Found[list[str]] | None = getattr(lists, champ)
        values = [person.name for person in names]
        if known is None or not known.value:
            setattr(lists, champ, Found(values, section.start, end))
            if names or champ not in lists.intitules:
                lists.intitules[champ] = heading
        elif values and champ != "presents":
            setattr(lists, champ, Found([*known.value, *values], known.start, end))
    elif proxies and not (lists.pouvoirs and lists.pouvoirs.value):
        lists.intitules[champ] = heading
    announced = section.kind in {Kind.PROXIES, Kind.ABSENT_PROXIES} and lists.pouvoirs is None
    if proxies or announced:
        before = lists.pouvoirs.value if lists.pouvoirs else []
        start = lists.pouvoirs.start if lists.pouvoirs else section.start
        lists.pouvoirs = Found([*before, *(proxy for proxy in proxies if proxy not in before)], start, end)
    lists.notes += [person for person in names if person.note]
