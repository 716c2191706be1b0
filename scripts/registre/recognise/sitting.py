"""When the assembly met, at what hour, and when it was convened."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from registre.recognise.counts import without_counts
from registre.recognise.days import AN, DATE, DATE_OF_YEAR, HOUR, read_day, read_time
from registre.recognise.found import Found, fold
from registre.recognise.numbers import WORDS, read_count

_ORGAN = (
    r"(?:conseil|comite\s+syndical|bureau|assemblee|commission\s+permanente)(?:\s+(?!du\b"
    r"|de\s+(?:la\s+)?convocation)[a-z'-]+){0,6}?"
)
# Whose date it is, in the order in which they are trusted.
_SEANCES = (
    rf"(?:seance|reunion|session)(?:\s+(?:publique|ordinaire|extraordinaire|pleniere))*(?:\s+du\s+{_ORGAN})?\s*(?:en\s+date\s+du|du\s*:|du|de|le|:|-)?",
    rf"(?:reunion\s+|seance\s+)?du\s+{_ORGAN}\s+(?:en\s+date\s+)?du",
    r"(?:s'est\s+|est\s+|sont\s+|se\s+sont\s+)?(?:reunie?s?|assemblee?s?)(?:\s+[a-z',-]+){0,12}?\s*,?\s*le",
    r"date\s+de\s+(?:la\s+)?(?:seance|reunion|deliberation)\s*:?",
    r"du(?=\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)",
)
_PAST = re.compile(
    r"(?:proces[-\s]verbal|compte[-\s]rendu|p\.v\.|pv|deliberation\s+n\S+|lors|cours|vu|avis)\s+(?:de\s+|du\s+|d'\s?)?(?:la\s+|sa\s+)?(?:derniere\s+|precedente\s+)?$"
)
_PATTERNS = [re.compile(rf"(?<![a-z])(?:{words})\s*(?P<date>{DATE})") for words in _SEANCES]
_YEAR_FIRST = re.compile(AN)
_AND_HOUR = re.compile(rf"(?P<date>{DATE})\s*,?\s*a\s+(?P<hour>{HOUR})")
_HEURE = re.compile(rf"(?:\ba|seance\s*:|heure\s*:?)\s+(?P<hour>{HOUR})")
_CONVENED = re.compile(
    rf"(?:convocation(?:s)?(?:\s+(?!d'\s?affichage)[a-z',-]+){{0,9}}?\s*:?\s*(?:en\s+date\s+)?(?:du|le|:)?|convoque\w*(?:\s+(?!pour|(?:loi|decret|arrete|ordonnance)\s+du)[a-z',-]+){{0,6}}?,?\s+(?:le|du|en\s+date\s+du))\s*(?P<date>{DATE})"
)


_NO_YEAR = re.compile(rf"convoque\w*(?:\s+[a-z',-]+){{0,6}}?\s+le\s+(?P<date>{DATE_OF_YEAR})(?!\s*,?\s*(?:19|20)\d\d)")
_SAME_MONTH = re.compile(
    rf"convo\w+(?:\s+[a-z',-]+){{0,6}}?\s+(?:le|du)\s+(?P<day>\d{{1,2}}|{WORDS})\s+du\s+meme\s+mois"
)


def read_seance_date(text: str, end: int, near: dt.date | None = None) -> Found[dt.date] | None:
    """The date of the séance: the one that the heading repeats; to be checked when it gives several.

    `near`: the date of the identifier, which settles between two.
    """
    plain = without_counts(fold(text))
    found = sorted(_dates(plain, end), key=lambda f: f.start)
    if not found:
        return None
    counts = Counter(f.value for f in found)
    best = max(counts.values())
    kept = next(f for f in found if counts[f.value] == best)
    agreed = next((f for f in found if f.value == near), None)
    if agreed:
        return agreed
    convened = read_convocation(text, end, None)
    since = [f for f in found if convened and 0 <= (f.value - convened.value).days < 60]
    if best == 1 and len({f.value for f in since}) == 1:
        return since[0]
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
        if day and not (seance and not 0 <= (seance.value - day).days < 400):
            return Found(day, match.start(), match.end())
    bare = _NO_YEAR.search(plain, 0, end) if seance else None
    if (
        seance
        and bare
        and (day := read_day(f"{bare['date']} {seance.value.year}"))
        and 0 <= (seance.value - day).days < 60
    ):
        return Found(day, bare.start(), bare.end())
    same = _SAME_MONTH.search(plain, 0, end) if seance else None
    if seance and same:
        count = read_count(same["day"])
        if count and count < seance.value.day:
            return Found(seance.value.replace(day=count), same.start(), same.end())
    return None
