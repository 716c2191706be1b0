"""The object of an act, and where its own words begin after it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from registre.model.names import number_key
from registre.recognise.days import DATE
from registre.recognise.found import Found, fold
from registre.recognise.names import CIVILITY

_TITLED = re.compile(
    r"(?<![a-z])objets?\s*(?:de\s+la\s+deliberation\s*)?:\s*|(?<![a-z])objet\s+de\s+la\s+deliberation\s*\n\s*"
    r"|^[ \t]*objet[ \t]*\n\s*|(?<![a-z])intitule\s*:\s*",
    re.MULTILINE,
)
_TELLS = (
    r"(?:expose|rappelle|informe|rapporte|presente|indique|explique|propose|donne\s+(?:lecture|connaissance)|fait\s+(?:part|savoir|lecture)"
    r"|precise|soumet|s'\s?exprime|signale|souligne|rend\s+compte|invite|demande)\b"
)
_OFFICE = r"(?:maire|president\w*|rapporteu\w*|vice[-\s]president\w*|adjointe?\b)"
# The first words of the text of an act: « Vu … », « Considérant … », « Monsieur le Maire expose … ».
_BEGINS = re.compile(
    r"(?<![a-z'])(?:vu\s+(?:le|la|les|l'|que|ensemble)|vu\s*:|considerant|entendu\s+(?:que|le|l')|attendu\s+que|exposes?\s*(?:des\s+motifs)?\s*:|rapporteu\w*\s*:"
    rf"|{CIVILITY}\s*[a-z][^.:;\n]{{1,90}}?\b{_TELLS}|(?:le|la)\s+{_OFFICE}[^.:;\n]{{0,90}}?\b{_TELLS}|[^.:;,\n]{{3,60}}(?<!\s)\s++rapporte\s*:"
    rf"|{CIVILITY}\s*[a-z][^.:;\n]{{2,60}},\s*(?:rapporteu|adjoint|vice|maire|conseill|president|delegue)"
    r"|(?:le|la)\s+(?:conseil|comite|commission|bureau)\b|sur\s+(?:le\s+rapport|(?:la\s+)?proposition)|il\s+(?:est|convient|a\s+ete|appartient)\b"
    r"|dans\s+le\s+cadre|conformement|(?:suite|par)\s+(?:a\s+)?(?:la\s+|une\s+|l'\s?)?(?:deliberation|courrier|arrete|demande)|depuis\b|en\s+(?:application|vertu|effet|raison)\b"
    rf"|l'\s?assemblee\b|mesdames,?\s+messieurs|chers\s+collegues|le\s+{DATE}|l'\s?an\s)"
)
# What belongs to the head, and is no title; with a capital, as a part of a head begins.
_HEAD = re.compile(
    r"(?<![a-z'])(?:(?:seance|reunion|session)\s+(?:publique|ordinaire|extraordinaire|du\b|de\b|:)|l'\s?an\b|date\s+(?:de|d')|convocation\b"
    r"|nombre\s+(?:de|des|total)\s+(?:conseill|membre|elu|deleg|present|votant|pouvoir|suffrage)|(?:membres\s+|conseillers\s+)?(?:etaient\s+)?(?:present|absent|excuse)\(?e?\)?s?\s*:"
    r"|(?:etaient|membres|conseillers|elus)\s+(?:\w+\s+)?(?:presents|en\s+exercice)|secretaires?\s+de\s+seance|president\w*\s*:|sous\s+la\s+presidence|extrait\s+d|page\s+\d"
    rf"|le\s+{DATE}|votants?\s*:|en\s+exercice\s*:|quorum\s*:|effectif\s+d|en\s+exercice\s+\d|publiee?\s+le|recu\s+le|reception\s+en|affichee?\s+le|transmis|accuse\s+de|ar\s+prefecture|republique\s+francaise|departement\s+d|arrondissement\s+d|canton\s+d|pouvoirs?\s*:|procurations?\s*:)"
)
_CAPITALS = re.compile(r"^[ \t]*OBJET[ \t]+(?=[A-ZÀ-Ý]{2})", re.MULTILINE)
# The number of the act, printed after its title: « Tarifs de la cantine – N° 2026-014 ».
_LAST = re.compile(r"\s\(?(?:[nN]\s?°\s?)?(?P<number>\S+?)\)?$")


def read_objet(text: str, start: int, end: int, numbers: Sequence[Found[str]]) -> Found[str] | None:
    """The object: after « Objet : », else after the number, else between the head and the first words of the text.

    `start`: where the head ends, 0 when the text has none; `end`: where to stop looking.
    """
    found = _objet(text, start, end, numbers)
    last = _LAST.search(found.value) if found else None
    if found and last and any(number_key(number.value) == number_key(last["number"]) for number in numbers):
        return Found(found.value[: last.start()].rstrip(" -–—_*•("), found.start, found.end)
    return found


def _objet(text: str, start: int, end: int, numbers: Sequence[Found[str]]) -> Found[str] | None:
    plain = fold(text)
    if titled := _TITLED.search(plain, 0, end):
        return _title(text, titled.end(), end)
    if capitals := _CAPITALS.search(text, 0, end):
        return _title(text, capitals.end(), end)
    for number in numbers:
        dated = re.compile(rf"\s*(?:du\s+{DATE}|en\s+date\s+du\s+{DATE})").match(plain, number.end)
        place = dated.end() if dated else number.end
        if number.end <= start and (title := _title(text, place, end)) and not title.value[0].islower():
            return title
    return _title(text, start, end) if start else None


def read_early_title(text: str, seance: Found[dt.date] | None, end: int) -> Found[str] | None:
    """A title in capitals right after the date of the séance, before « L’an … »."""
    found = _title(text, seance.end, end) if seance else None
    return found if found and len(found.value) > 20 and found.value.upper() == found.value else None


_LONGEST = 1_500  # signs: no title is longer
_PREFIX = re.compile(
    r"titre\s*[/:]\s*|point\s+n\s?°\s?\d+(?:\s+de\s+l'\s?ordre\s+du\s+jour)?\s*[:.-]?\s*|\d{1,2}\s?[).]\s+(?=[a-z])"
)


def _title(text: str, begin: int, end: int) -> Found[str] | None:
    """The words from `begin` to the head's next part, the text's first words, or a blank line; None without any."""
    if aside := re.compile(r"[ \t]*,[^\n.]{3,60}\n").match(text, begin, end):
        begin = aside.end()  # « …, secrétaire de mairie »
    while begin < end and not text[begin].isalnum() and text[begin] not in "«(":
        begin += 1
    if prefix := _PREFIX.match(fold(text), begin):
        begin = prefix.end()
    end = min(end, begin + _LONGEST)
    heads = (m.start() for m in _HEAD.finditer(fold(text), begin, end) if text[m.start()].isupper())
    stop = min(text_begins(text, begin, end), next(heads, end))
    words = re.split(r"\n\s*\n", text[begin:stop], maxsplit=1)[0]
    value = " ".join(words.split()).strip(" -–—_*•")
    return (
        Found(value, begin, begin + len(words)) if 5 < len(value) <= 700 and re.search(r"[^\W\d_]{3}", value) else None
    )


def text_begins(text: str, start: int, end: int) -> int:
    """Where the act's own text begins after its title: « Vu … », « Monsieur le Maire expose … »."""
    for match in _BEGINS.finditer(fold(text), start, end):
        if text[match.start()].isupper() or match.start() == 0 or text[match.start() - 1] == "\n":
            return match.start()
    return end
