"""The headings above lists of names, and where each list ends."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass

from registre.recognise.found import fold
from registre.recognise.names import CIVILITY


class Kind(enum.Enum):
    """What a heading announces. MIXED: excused, with or without proxies; *_PROXIES: all have given one."""

    PRESENTS = "presents"
    EXCUSES = "excuses"
    ABSENTS = "absents"
    MIXED = "excuses et pouvoirs"
    ABSENT_PROXIES = "absents ayant donné pouvoir"
    PROXIES = "pouvoirs"

    @property
    def proxies(self) -> bool:
        """True when « A à B », without a word more, is a proxy."""
        return self in {Kind.MIXED, Kind.ABSENT_PROXIES, Kind.PROXIES}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (from `start`) and the list under it (from `begin` to `end`)."""

    kind: Kind
    start: int
    begin: int
    end: int


_PL = r"\(?e?[)}]*(?:\(s\)|s)?"
PROXY = r"(?:pouvoirs?|procurations?|mandats?|delegations?(?:\s+de\s+vote)?)"
_OF = (
    r"(?:\s+(?:municipaux|communautaires|metropolitains|departementaux|regionaux|syndicaux|titulaires"
    r"|suppleants|elus))*"
)
_WHO = (
    rf"(?:(?:les\s+|autres\s+)?(?:membres?|conseill(?:ers|eres)|elu[es]*|deleg\w+|titulaires|administrateurs){_OF}\s+)?"
)
_WERE = r"(?:(?:etai(?:en)?t|sont)\s+)?"
_APPLICATION = (
    r"(?:\s+(?:a\s+un\s+(?:autre\s+)?(?:membre|collegue|elu)|en\s+application)\b[^:\d]{0,40}[^:]{0,90}(?=:))?"
)
_GIVEN = (
    r"(?:ayant\s+(?:donne|vote|laisse|remis)|(?:a|ont|avai(?:en)?t)\s+(?:donne|remis|laisse)|avec|par)\s+(?:par\s+)?"
    rf"(?:leur\s+|un\s+|son\s+)?{PROXY}(?:\s+de\s+vote|\s+ecrit)?{_APPLICATION}"
)
_AWAY = rf"(?:absente?{_PL}|excusee?{_PL})(?:\s*(?:et|ou|/|-|,)?\s*(?:absente?{_PL}|excusee?{_PL}))?"
_NO_PROXY = rf"(?:sans\s+{PROXY}|non\s+representee?{_PL})"
_HEADS = (
    (Kind.ABSENT_PROXIES, rf"{_WERE}{_WHO}{_AWAY}\s*(?:et|ou|/|-|,|mais)?\s*(?:{_GIVEN}|representee?{_PL})"),
    (Kind.MIXED, rf"{_WERE}{_WHO}{_AWAY}\s*(?:et|ou|/|-|,|\()\s*(?:{PROXY}|representee?{_PL})\)?"),
    (
        Kind.PROXIES,
        rf"{_WHO}(?:{_GIVEN}|{_WERE}representee?{_PL}|(?:liste\s+des\s+)?{PROXY}(?:\s+de\s+vote)?(?:\s+(?:ont\s+ete\s+)?donnee?s?)?)",
    ),
    (Kind.EXCUSES, rf"{_WERE}{_WHO}{_WERE}(?:absente?{_PL}\s*(?:et|/|-|,)?\s*)?excusee?{_PL}(?:\s+{_NO_PROXY})?"),
    (Kind.ABSENTS, rf"{_WERE}{_WHO}{_WERE}absente?{_PL}(?:\s+(?:non\s+excusee?{_PL}|sans\s+excuse|{_NO_PROXY}))?"),
    (
        Kind.PRESENTS,
        rf"{_WERE}{_WHO}{_WERE}presente?{_PL}(?:\s+(?:a\s+(?:la\s+seance|l'\s?ouverture[\w\s]{{0,20}})|titulaires|et\s+votants|en\s+(?:salle|mairie|presentiel|visio\w*)|a\s+distance))?",
    ),
)
_AFTER = rf"(?:\s+(?:les\s+)?(?:{_WHO}(?:suivants?)?|mesdames\s+et\s+messieurs(?:\s+les\s+\w+(?:\s+\w+)?)?))?"
_HEADING = re.compile(
    r"(?<![a-z'(])(?:"
    + "|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern) in enumerate(_HEADS))
    + rf"){_AFTER}[¹²³]?(?:\s*\([^)]{{6,60}}\)(?=\s*:))?(?:\s*:\s*(?:(?:\(\d{{1,3}}\)|\d{{1,3}})\s*:?(?=\s))?"
    rf"|\s*\(?\d{{1,3}}\)?\s*:|\s*\(\d{{1,3}}\)\s*\n|\s*\n|\s+-\s+(?=[a-z])|\s+(?={CIVILITY}\s*[a-z]))"
)
_TITLE = r"(?:monsieur|madame|m\.|mme)\s+(?:le|la)\s+(?:maire|presidente?)"
_END = re.compile(
    r"(?<![a-z])(?:demissionnaire|(?:elue?s?\s+|le\s+|la\s+|nom\s+du\s+)?secretaires?\b|(?:la\s+)?date\s+(?:de|d')|nombre\s+(?:de|total)|objet\s*:|deliberation\b"
    r"|(?<!college\s)(?<!\sla\s)n\s?°\s?\d|votes?\s*:|(?:le\s+)?quorum|formant\b|lesquels\b|vu\s|considerant\b|rapporteur|il\s+(?:a\s+ete|est)\b"
    rf"|conformement|le\s+conseil\b|la\s+commission\b|assist[ea]i|en\s+presence|participai|ordre\s+du\s+jour|presidente?(?:\s+de\s+seance)?\s*:|\*\s?\*"
    rf"|l'\s?assemblee|{_TITLE}|convocation\b|pour\s*:\s*\d|conseillers\s+en\s+exercice|votants?\s*:|en\s+exercice|total\s+\d)"
)


_PRESIDENT = re.compile(r"\s*(?:(?:le|la)\s+)?presidente?\s*:")


def find_sections(text: str, end: int, stops: Sequence[int]) -> list[Section]:
    """The lists announced among the first `end` signs; `stops`: places where something else begins."""
    plain = fold(text)
    heads = _headings(text, plain, end)
    borders = _borders(text, plain, end, stops)
    sections = []
    for match in heads:
        first = _PRESIDENT.match(plain, match.end())  # « Présents : Le Président : … Les adjoints : … »
        limit = next((border for border in borders if border >= (first or match).end()), end)
        kind = _HEADS[int(str(match.lastgroup)[1:])][0]
        sections.append(Section(kind, match.start(), match.end(), limit))
    return sections or find_unheaded(text, end, stops)


def _headings(text: str, plain: str, end: int) -> list[re.Match[str]]:
    return [match for match in _HEADING.finditer(plain, 0, end) if match.lastgroup and _begins(text, match.start())]


def _borders(text: str, plain: str, end: int, stops: Sequence[int]) -> list[int]:
    """Where a list ends at the latest: at another heading, at what follows lists in a head, at `stops`."""
    inside = [(note.start(), note.end()) for note in re.finditer(r"\([^()]{1,160}\)", text[:end])]
    ends = [
        m.start()
        for m in _END.finditer(plain, 0, end)
        if not any(a <= m.start() < b for a, b in inside) and plain[max(0, m.start() - 3) : m.start()] != " a "
    ]
    return sorted({*stops, end, *(match.start() for match in _headings(text, plain, end)), *ends})


def _begins(text: str, place: int) -> bool:
    """True where a heading may begin: with a capital, or on a new line."""
    return (
        text[place].isupper() or not text[max(0, place - 3) : place].strip() or "\n" in text[max(0, place - 2) : place]
    )


_NUMBERED = re.compile(r"^[ \t]*\d{1,3}\s?[.)-]\s*(?:M\.|Mme|Mlle|Monsieur|Madame)\s+[A-ZÀ-Ý].*$", re.MULTILINE)
_PLACE = re.compile(r"^(?P<place>[A-ZÀ-Ý][^:\n,()]{1,60}?)\s*:\s+(?P<names>[A-ZÀ-Ý].{5,})$", re.MULTILINE)


def find_unheaded(text: str, end: int, stops: Sequence[int]) -> list[Section]:
    """A list without heading, a line for each commune (« Belleville : Anne MARTIN ») or each number (« 1) M. … »)."""
    plain = fold(text)
    borders = _borders(text, plain, end, stops)
    lines = [match for match in _PLACE.finditer(text, 0, end) if not _END.match(plain, match.start())]
    if len(lines) < 3:
        lines = list(_NUMBERED.finditer(text, 0, end))
    if len(lines) < 3:
        return []
    start = lines[0].start()
    limit = next((border for border in borders if border >= lines[-1].end()), end)
    return [Section(Kind.PRESENTS, start, start, limit)]
