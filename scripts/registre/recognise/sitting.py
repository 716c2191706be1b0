"""When the assembly met, at what hour, and when it was convened."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from registre.recognise.days import AN, DATE, HOUR, read_day, read_time
from registre.recognise.counts import without_counts
from registre.recognise.found import Found, fold

_ORGAN = r"(?:conseil|comite|bureau|assemblee|commission)(?:\s+(?!du\b|de\s+(?:la\s+)?convocation)[a-z'-]+){0,6}?"
# Whose date it is, in the order in which they are trusted.
_SEANCES = (
    rf"(?:seance|reunion|session)(?:\s+(?:publique|ordinaire|extraordinaire|pleniere))*(?:\s+du\s+{_ORGAN})?\s*(?:en\s+date\s+du|du|de|le|:|-)?",
    rf"(?:reunion\s+|seance\s+)?du\s+{_ORGAN}\s+(?:en\s+date\s+)?du",
    r"(?:s'est\s+|est\s+|sont\s+|se\s+sont\s+)?(?:reunie?s?|assemblee?s?)(?:\s+[a-z',-]+){0,12}?\s*,?\s*le",
    r"date\s+de\s+(?:la\s+)?(?:seance|reunion|deliberation)\s*:?",
)
_PAST = re.compile(
    r"(?:proces[-\s]verbal|compte[-\s]rendu|p\.v\.|pv|deliberation\s+n\S+|lors|cours|vu)\s+(?:de\s+|du\s+|d'\s?)?(?:la\s+|sa\s+)?(?:derniere\s+|precedente\s+)?$"
)
_PATTERNS = [re.compile(rf"(?<![a-z])(?:{words})\s*(?P<date>{DATE})") for words in _SEANCES]
_YEAR_FIRST = re.compile(AN)
_AND_HOUR = re.compile(rf"(?P<date>{DATE})\s*,?\s*a\s+(?P<hour>{HOUR})")
_HEURE = re.compile(rf"(?:\ba|seance\s*:|heure\s*:?)\s+(?P<hour>{HOUR})")
_CONVENED = re.compile(
    rf"(?:convocation(?:s)?(?:\s+(?!d'\s?affichage)[a-z',-]+){{0,9}}?\s*:?\s*(?:en\s+date\s+)?(?:du|le|:)?|convoque\w*(?:\s+(?!pour)[a-z',-]+){{0,6}}?,?\s+(?:le|du|en\s+date\s+du))\s*(?P<date>{DATE})"
)


def read_seance_date(text: str, end: int) -> Found[dt.date] | None:
    """The date of the séance: the one that the heading repeats; to be checked when it gives several."""
    plain = without_counts(fold(text))
    found = sorted(_dates(plain, end), key=lambda f: f.start)
    if not found:
        return None
    counts = Counter(f.value for f in found)
    best = max(counts.values())
    kept = next(f for f in found if counts[f.value] == best)
    return Found(kept.value, kept.start, kept.end, len(counts) == 1 or best > 1)


def _dates(plain: str, end: int) -> Iterator[Found[dt.date]]:
    taken: set[int] = set()
    for pattern in [*_PATTERNS, _AND_HOUR]:
        for match in pattern.finditer(plain, 0, end):
            day = read_day(match["date"])
            if (
                day
                and match.start("date") not in taken
                and not _PAST.search(plain, max(0, match.start() - 60), match.start())
            ):
                taken.add(match.start("date"))
                yield Found(day, match.start("date"), match.end("date"))
    for match in _YEAR_FIRST.finditer(plain, 0, end):
        if day := read_day(match[0]):
            yield Found(day, match.start(), match.end())


def read_heure(text: str, end: int, seance: Found[dt.date] | None) -> Found[dt.time] | None:
    """The hour of the opening: the first one told after the date of the séance."""
    plain = fold(text)
    match = _HEURE.search(plain, seance.start if seance else 0, end)
    hour = read_time(match["hour"]) if match else None
    return Found(hour, match.start("hour"), match.end("hour")) if match and hour else None


def read_convocation(text: str, end: int, seance: Found[dt.date] | None) -> Found[dt.date] | None:
    """When the members were convened: before the séance."""
    plain = without_counts(fold(text))
    for match in _CONVENED.finditer(plain, 0, end):
        day = read_day(match["date"])
        if day and not (seance and not 0 < (seance.value - day).days < 400):
            return Found(day, match.start(), match.end())
    return None
