"""Who presides, who keeps the minutes, who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registre.recognise.found import Found, fold
from registre.recognise.names import CIVILITY, clean, is_name
from registre.recognise.person import name_at, name_before

_TITLE = (
    r"(?:(?:monsieur|madame|m\.|mme)\s+)?(?:(?:le|la|son|sa|leur)\s+)?(?:maire|presidente?|doyenn?e?\s+d'\s?age(?:\s+de\s+l'\s?assemblee)?"
    r"|(?:\d\s?(?:er|ere|e|eme)|premiere?|deuxieme)?\s*(?:vice[-\s]?presidente?|adjointe?)(?:\s+au\s+maire)?)(?:\s+(?:en\s+exercice|delegue\w*|sortant))?"
)
_PRESIDES = re.compile(
    rf"(?:(?:sous\s+la\s+)?presidence\s+(?:de\s*:|de|du|d'|:)|presidee?\s+par|president\w*(?:\s+de\s+(?:la\s+)?seance)?\s*:)\s*(?:{_TITLE}\s*[,:]?\s*){{0,3}}(?=\S)"
)
_SECRETARY = r"secretaires?(?:\(s\))?(?:\s+de\s+(?:la\s+)?seance)?"
_ELDER = r"(?:(?:le|la)\s+(?:benjamine?|doyenn?e?|plus\s+jeune)[^,\n]{0,40},\s*)?"
_KEEPS = re.compile(
    rf"(?<![a-z/])(?:elue?s?\s+|designee?s?\s+|nommee?s?\s+|(?:a|ont)\s+ete\s+\w+\s+)?{_SECRETARY}\s*(?::|\n|,)\s*{_ELDER}(?=\S)"
    rf"|^[ \t]*secretaire\s+de\s+seance[ \t]+(?={CIVILITY})",
    re.MULTILINE,
)
_CHOSEN = re.compile(
    rf"(?:est|sont|a\s+ete|ont\s+ete)\s+(?:ensuite\s+|alors\s+)?(?:elue?s?|nommee?s?|designee?s?|choisie?s?)\s+(?:a\s+l'\s?unanimite\s+)?"
    rf"(?:comme\s+|en\s+qualite\s+de\s+|en\s+tant\s+que\s+|pour\s+(?:remplir|assurer|exercer)\s+(?:les\s+|la\s+)fonctions?\s+de\s+|aux\s+fonctions\s+de\s+|pour\s+|la\s+|le\s+)?{_SECRETARY}"
)
_OBTAINED = re.compile(r"(?<!\s)(?:\s*+,)?\s*+ayant\s+obtenu\s+la\s+majorite\s+des\s+suffrages")
_BEING = re.compile(rf"(?<!\s)(?:\s*+,)?\s*+etant\s+{_SECRETARY}")
_CHOOSES = re.compile(
    rf"(?:designe|nomme|elit|choisit)\s+(?P<name>(?:{CIVILITY}\s*)?[^,;:.\n]{{3,60}}?)\s+(?:comme|en\s+qualite\s+de|en\s+tant\s+que|aux\s+fonctions\s+de|pour\s+\w+\s+les\s+fonctions\s+de|,)\s*{_SECRETARY}"
)
_SIGNS = re.compile(
    r"(?:pour\s+(?:extrait|copie|expedition)|fait\s+et\s+deliber|ainsi\s+(?:fait|deliber)|au\s+registre|fait\s+a\s|certifi|signe)"
)
_CAPACITY = re.compile(
    r"(?<![a-z])(?P<away>pour\s+(?:le|la)\s+(?:maire|presidente?)\s*,?\s*(?:(?:absente?|empechee?)(?:\s+et\s+par\s+delegation)?|et\s+par\s+(?:delegation|suppleance))\s*,?\s*)?"
    r"(?P<title>(?:(?:monsieur|madame|m\.|mme)\s+)?(?:le|la|l'|le/la)?\s?(?:maire|presidente?|(?:(?:\d{1,2}\s?(?:er|ere|e|eme)|premiere?|deuxieme|troisieme)\s+)?(?:vice[-\s]?presidente?|adjointe?|maire[-\s]adjointe?)(?:\s+au\s+maire)?(?:\s+deleguee?)?))"
    r"(?P<of>\s+(?:de|du|d')\s?[^\n,]{1,60}?)?\s*[,:\n]\s*"
)


def read_president(text: str, end: int) -> Found[str] | None:
    """Who presides, where a name is given: « sous la présidence de Monsieur le Maire » names nobody."""
    plain = fold(text)
    for match in _PRESIDES.finditer(plain, 0, end):
        if found := name_at(text, match.end()):
            return found
    if line := _OF_SITTING.search(plain, 0, end):
        return name_at(text, line.end("mark"))
    opened = _OPENS.search(plain, 0, end)
    return name_before(text, opened.start()) if opened else None


_OPENS = re.compile(r"(?<!\s)\s++(?:ouvre|declare\s+ouverte|declare)\s+(?:la\s+)?seance\b")
_OF_SITTING = re.compile(
    r"^[ \t]*(?P<mark>(?:\d+\s?[.)-]\s*)?)[^\n]{4,120}\bpresidente?\s+de\s+seance\b(?!\s*:)", re.MULTILINE
)


def read_secretaries(text: str, end: int) -> Found[list[str]] | None:
    """Who is secretary of the séance: one, or several."""
    plain = fold(text)
    for match in _KEEPS.finditer(plain, 0, end):
        if names := list(_names_at(text, match.end())):
            return Found([name.value for name in names], match.start(), names[-1].end)
    for pattern in (_CHOSEN, _OBTAINED, _BEING):
        for match in pattern.finditer(plain, 0, end):
            asked = pattern is not _OBTAINED or "secretaire" in plain[max(0, match.start() - 250) : match.start()]
            if asked and (found := name_before(text, match.start())):
                return Found([found.value], found.start, match.end())
    for match in _CHOOSES.finditer(plain, 0, end):
        name = clean(text[match.start("name") : match.end("name")])
        if is_name(name):
            return Found([name], match.start(), match.end())
    return None


def _names_at(text: str, start: int) -> Iterator[Found[str]]:
    found = name_at(text, start)
    while found:
        yield found
        more = re.compile(r"\s*(?:,|et|&)\s+").match(text, found.end)
        found = name_at(text, more.end()) if more else None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, in what capacity, and what is printed when it is another's place."""

    nom: str
    qualite: str = ""
    empechement: str = ""


def read_signatory(text: str, start: int) -> Found[Signatory] | None:
    """The author of the act, after its closing words: the capacity, then the name."""
    plain = fold(text)
    closing = max((match.end() for match in _SIGNS.finditer(plain, start)), default=start)
    for place in (closing, start):
        for match in _CAPACITY.finditer(plain, place):
            found = name_at(text, match.end())
            if found and "\n\n\n\n" not in text[match.end() : found.end].strip("\n"):
                title = " ".join(text[match.start("title") : max(match.end("title"), match.end("of"))].split())
                away = " ".join(text[match.start("away") : match.end("away")].split()) if match["away"] else ""
                return Found(Signatory(found.value, _capacity(title), away.rstrip(" ,")), match.start(), found.end)
    return None


def _capacity(title: str) -> str:
    """« La Présidente du Scota » → « Présidente du Scota »: the article is no part of a capacity."""
    bare = re.sub(r"^(?:(?:Monsieur|Madame|M\.|Mme)\s+)?(?:Le/La|[Ll]e|[Ll]a|LE|LA|[Ll]['’])\s*", "", title)
    return bare[:1].upper() + bare[1:]
