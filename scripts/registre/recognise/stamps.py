"""The stamps of télétransmission: identifier, envoi, réception, publication; repeated, and often in mid-sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic_core import PydanticCustomError
from stdnum.fr import siren

from registre.model.identifiant import Identifiant, read_identifiant
from registre.model.names import number_key
from registre.recognise.days import DATE, read_day
from registre.recognise.found import Found, fold

_NATURE = r"(?:DE|AR|AI|CC|BF|AU)"
_SIGN = "[A-Za-z0-9_./-]"
# A scan loses the underscores of the number: « DEL 2023 007 ».
_IDENTIFIER = re.compile(
    rf"(?<![0-9A-Za-z])_?(0[0-9]{{2}}|02[AB]|97[0-9]|98[0-9])\s?[-–]\s?([0-9]{{9}})\s?[-–]\s?([0-9]{{8}})\s?[-–]\s?"
    rf"({_SIGN}{{1,15}}|{_SIGN}{{1,13}}(?: {_SIGN}{{1,13}}){{1,3}})\s?[-–]\s?({_NATURE})(?![A-Za-z0-9])"
)
_PREF = r"(?:la\s+)?(?:sous[-\s]*)?prefecture"
_NOISE = r"(?:[\s:.-]|\bs\s?2?\s?lo[wf]\b|\blu\b|©|\bet\b){0,12}"


_LEGALITE = rf"(?:{_PREF}|(?:service\s+du\s+)?controle\s+de\s+(?:la\s+)?legalite|representant\s+de\s+l'\s?etat)"
_SITE = r"(?:\s+(?:sur|par)\s+(?:le\s+site|affichage|voie)[\w\s'.]{0,40}?)?"
# What a stamp calls each date (folded). The date follows, or nothing: « Publié le » is often left empty.
_LABELS = {
    "envoi": (rf"envoye\s+en\s+{_PREF}(?:\s+le)?", r"envoi\s+(?:en\s+)?prefecture"),
    "transmission": (
        r"date\s+de\s+(?:la\s+)?(?:tele\s?)?transmission(?:\s+de\s+l'\s?acte)?",
        r"tele\s?transmise?\s+le",
        rf"(?:tele\s?)?transmi(?:se?|ssion)\s+(?:en|a|au)\s+{_LEGALITE}(?:\s+le)?",
    ),
    "reception": (
        rf"(?:reception|recue?|depose\w?|depot)\s+(?:en|par|au|a)\s+{_LEGALITE}(?:\s+le)?",
        r"reception\s+(?:par\s+le\s+(?:sous[-\s]*)?prefet|prefecture)(?:\s+le)?",
        rf"date\s+de\s+reception\s+(?:(?:en|par|de)\s+)?(?:{_PREF}|l'?\s?a\.?r\.?|ar\b)(?:\s+le)?",
    ),
    "publication": (
        rf"publiee?(?:\s+ou\s+(?:notifiee?|affichee?))?{_SITE}\s+le",
        r"publication(?:\s+le|(?:\s*-\s*notification)?\s*(?=:))",
        r"date\s+de\s+(?:la\s+)?publication",
        rf"et\s+(?:de\s+(?:la\s+|sa\s+)?)?publication(?:\s+ou\s+notification)?{_SITE}(?:\s+(?:le|du))?",
    ),
    "mise_en_ligne": (rf"(?:date\s+de\s+)?(?:la\s+)?mise?\s+en\s+ligne(?:\s+de\s+l'\s?acte)?{_SITE}(?:\s+le)?",),
    "affichage": (
        r"affichee?\s+(?:en\s+mairie\s+)?le",
        r"affichage\s*(?=:)",
        r"affichage\s+(?:au\s+siege[\w\s']{0,25}|en\s+mairie\s+)?(?:le|du)\b",
        r"date\s+d'\s?affichage(?:\s+du\s+(?:present\s+acte|compte[-\s]rendu))?(?:,?\s+le)?",
    ),
    "convocation": (r"date\s+de\s+(?:la\s+|l'\s?envoi\s+des\s+)?convocations?(?:\s+du\s+conseil(?:\s+municipal)?)?",),
}
# « AR Prefecture 033-… Reçu le 16/02/2023 »: the receipt names the préfecture before, not within.
_RECEIPT = re.compile(
    rf"(?:accuse\s+de\s+reception|\bar)\s+(?:en\s+|de\s+(?:la\s+)?)?-?\s*(?:{_PREF}|ministere\s+de\s+l'\s?interieur)|(?:recu\s+a\s+la\s+)?sous[-\s]prefecture\s+d[eu]"
)
_RECEIVED = re.compile(rf"\bre[cg]u\s+le\s*:?\s*(?P<date>(?:[0-3]\s(?=\d\s[a-z]))?{DATE})")


@dataclass(frozen=True, slots=True)
class Stamps:
    """What the stamps tell; `dates` by what they are called: envoi, transmission, reception, publication, affichage…"""

    identifiant: Found[Identifiant] | None
    dates: dict[str, Found[dt.date]]


def read_stamps(text: str, name: str = "") -> Stamps:
    """The stamps of a text; `name` is that of its file, which settles between two identifiers."""
    return Stamps(_identifier(text, name), read_dates(text))


def read_dates(text: str) -> dict[str, Found[dt.date]]:
    """The dates that follow the labels of stamps and heads."""
    plain = fold(text)
    dates = dict(_two_columns(plain))
    for champ in _LABELS.keys() - dates.keys():
        values = [*_labelled(champ, text, plain), *(_received(plain) if champ == "reception" else ())]
        if found := _agreed(values):
            dates[champ] = found
    return dates


def _identifier(text: str, name: str) -> Found[Identifiant] | None:
    candidates = sorted(identifiers(text), key=lambda found: not found.sure)
    counts = Counter(str(found.value) for found in candidates)
    if not counts:
        return None
    best = max(counts.values())
    kept = [found for found in candidates if counts[str(found.value)] == best]
    named = [f for f in kept if number_key(f.value.numero) in number_key(name)]
    if len({str(found.value) for found in kept}) > 1 and not named:
        return (
            None
            if len({found.value.siren for found in kept}) > 1
            else Found(kept[0].value, kept[0].start, kept[0].end, False)
        )
    return (named or kept)[0]


def identifiers(text: str) -> Iterator[Found[Identifiant]]:
    """The @ctes identifiers whose SIREN and date exist; a space in one stands for an underscore that a scan lost."""
    for match in _IDENTIFIER.finditer(text):
        departement, number, day, numero, nature = match.groups()
        if not siren.is_valid(number):
            continue
        try:
            value = read_identifiant("-".join((departement, number, day, numero.replace(" ", "_"), nature)))
        except PydanticCustomError:
            continue
        yield Found(value, match.start(), match.end(), " " not in numero)


def _labelled(champ: str, text: str, plain: str) -> Iterator[Found[dt.date]]:
    for match in _DATED[champ].finditer(plain):
        day = read_day(re.sub(r"^([0-3])\s(?=\d\s)", r"\1", match["date"]))
        certified = _EXECUTOIRE.search(plain, max(0, match.start() - 250), match.end())
        if day and (text[match.start()].isupper() or certified):
            yield Found(day, match.start(), match.end())


_DATED = {
    champ: re.compile(rf"(?<![a-z])(?:{'|'.join(patterns)}){_NOISE}(?P<date>(?:[0-3]\s(?=\d\s[a-z]))?{DATE})")
    for champ, patterns in _LABELS.items()
}
# A date told in lower case is the act's own only where it is certified: « l’arrêté publié le 3 mars » is another's.
_EXECUTOIRE = re.compile("execut|compte tenu de")


def _received(plain: str) -> Iterator[Found[dt.date]]:
    """« Reçu le », within the 200 signs that follow the head of a receipt."""
    for head in _RECEIPT.finditer(plain):
        for match in _RECEIVED.finditer(plain, head.end(), min(len(plain), head.end() + 200)):
            if day := read_day(match["date"]):
                yield Found(day, match.start(), match.end())


_ANY = "|".join(f"(?P<{champ}>{'|'.join(patterns)})" for champ, patterns in _LABELS.items())
_LABEL = re.compile(rf"(?<![a-z])(?:{_ANY})\s*:?\s*")
_TWO_DATES = re.compile(rf"(?P<a>{DATE})\s+(?P<b>{DATE})")


def _two_columns(plain: str) -> Iterator[tuple[str, Found[dt.date]]]:
    """Two labels, then two dates, as the text of stamps and tables comes out."""
    for one in _LABEL.finditer(plain):
        other = _LABEL.match(plain, one.end())
        dates = _TWO_DATES.match(plain, other.end()) if other else None
        if not (other and dates):
            continue
        for label, group in ((one, "a"), (other, "b")):
            day = read_day(dates[group])
            if day and label.lastgroup:
                yield label.lastgroup, Found(day, dates.start(group), dates.end(group))


def _agreed(values: Iterable[Found[dt.date]]) -> Found[dt.date] | None:
    """The date that all give; when they differ, the most frequent, to be checked; nothing when none stands out."""
    found = list(values)
    counts = Counter(f.value for f in found).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    kept = next(f for f in found if f.value == counts[0][0])
    return Found(kept.value, kept.start, kept.end, len(counts) == 1)


_BLOCK = re.compile(
    rf"(?:{_RECEIPT.pattern}|envoye\s+en\s+{_PREF}\s+le\b|recu\s+en\s+{_PREF}\s+le\b|envoi\s+prefecture\s*:"
    rf"|reception\s+en\s+prefecture\s*:|a(?:cte|ccuse)\s+certifie\s+executoire\s*(?=envoi|reception)"
    rf"|reception\s+par\s+le\s+(?:sous[-\s]*)?prefet(?:\s+le)?|publication\s*(?=:\s*\d)|publie\s+le\b|affiche\s+le\b|\brecu\s+le\b"
    rf"|date\s+de\s+tele\s?transmission|date\s+de\s+reception\s+prefecture|identifiant\s+unique\s+de\s+l'\s?acte|\bid\s*:"
    rf"|{DATE}|[\s:.-]|\bs\s?2?\s?lo[wf]\b)+"
)


def without_stamps(text: str) -> str:
    """The text without its stamps; a sentence that one cut is one line again.

    A stamp is a run of its labels and dates that holds or touches an identifier, or the words « en préfecture ».
    """
    plain = fold(text)
    spots = [(found.start, found.end) for found in identifiers(text)]
    marked = list(plain)
    for start, end in spots:
        marked[start:end] = ["."] * (end - start)
    masked = "".join(marked)
    kept: list[str] = []
    last = 0
    for match in _BLOCK.finditer(masked):
        words = match[0]
        has_identifier = any(match.start() <= start < match.end() for start, _ in spots)
        start, end = match.start(), match.end()
        while start < end and not text[start].isalnum():
            start += 1
        told = re.search("prefecture|ministere", words) and re.search(r"\d", words) and not text[start].islower()
        if not (has_identifier or told):
            continue
        while end > start and text[end - 1] in " \n\t.-":  # those of the sentence or list that goes on
            end -= 1
        kept.append(text[last:start])
        last = end
    return "".join([*kept, text[last:]])
