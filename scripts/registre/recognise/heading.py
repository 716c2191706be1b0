"""The head of an act: who takes it, its number, its object, and where its text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registre.model.names import number_key
from registre.model.scalars import Identifiant
from registre.recognise.days import DATE
from registre.recognise.found import Found, fold
from registre.recognise.names import CIVILITY

_KINDS = (
    r"(?:commune(?:\s+nouvelle)?|ville|mairie|communaute\s+(?:de\s+communes|d'\s?agglomeration|urbaine)|metropole|departement|region"
    r"|syndicat\s+(?:mixte|intercommunal|de\s+communes|des\s+eaux)|syndicat|s\.?i\.?v\.?[ou]\.?[sm]\.?|scot|petr|ccas|cias|centre\s+(?:communal|intercommunal)\s+d'\s?action\s+sociale|conseil\s+departemental|conseil\s+regional|etablissement\s+public\s+territorial|pole\s+metropolitain|agglomeration)"
)
_BODY = re.compile(rf"(?<![a-z]){_KINDS}(?:\s*\(?s\)?)?\s+(?:(?:de\s+la|de\s+l'|de|des|du|d'|l'|-)\s*)?(?=[a-z])")
_PARTICLE = re.compile(
    r"(?:sur|sous|les|lez|le|la|en|et|de|du|des|d['’]\S*|l['’]\S*|aux?|pres|près|lès|à)", re.IGNORECASE
)
_NOT_A_NAME = frozenset(
    "extrait extraits departement arrondissement canton seance nombre republique l'an deliberation deliberations proces registre"
    " conseil convocation date objet compte le nombre hotel commission decision envoye recu publie id les membres du annee procès".split()
)
_ORGANS = re.compile(
    r"(?<![a-z])(conseil\s+(?:municipal|communautaire|departemental|regional|metropolitain|syndical|d'administration|de\s+territoire|territorial)"
    r"|comite\s+syndical|bureau\s+(?:communautaire|syndical)|commission\s+permanente|conseil\s+de\s+(?:la\s+)?(?:communaute|metropole))"
)
_NO = r"n\s?[°ºo]\s*(?:d'\s?ordre\s*)?[:.]?\s*"
_NUMBERED = re.compile(
    rf"(?<![a-z])(?:(?:deliberation|decision|acte|affaire|question|dossier|rapport)\s*(?:{_NO}|numero\s*:?\s*|(?=[a-z]*[-_]?\d))|numero\s*(?:de\s+(?:la\s+|l'\s?)?(?:deliberation|acte))?\s*:?\s*|{_NO}|reference\s*:\s*)"
)
_CODE = re.compile(
    r"[A-Za-z]{0,8}[-_. ]?\d[\w]*(?:(?:\s?[/–—_-]\s?|[./])\w*\d\w*|(?:\s?[/–—_-]\s?)[A-Z]{1,6}(?=[\s_/-]*\d)|[-_/][A-Z]{1,8}\b|\s(?=[A-Z\d])(?:[A-Z]{2,4}|\d{1,4})(?=\s\d{1,4}\b)|\s\d{1,3}(?=\s\d{1,3}\b|\s*[.:\n]|\s+[A-ZL]['’]))*"
)
_BARE = re.compile(r"(?<![\w/.-])(?:[A-Z]{1,8}[-_/ ]?)?\d{1,6}(?:[/_.-]\d{1,6}){1,3}(?![\w/-])")
_TITLED = re.compile(r"(?<![a-z])objets?\s*(?:de\s+la\s+deliberation\s*)?:\s*|(?<![a-z])intitule\s*:\s*")
_BEGINS = re.compile(
    rf"(?<![a-z'])(?:vu\s+(?:le|la|les|l'|que|ensemble)|vu\s*:|considerant|entendu\s+(?:que|le|l')|exposes?\s*(?:des\s+motifs)?\s*:|rapporteu\w*\s*:|attendu\s+que"
    rf"|(?:{CIVILITY}\s*)?(?:le\s+|la\s+)?(?:maire|president\w*|rapporteu\w*|vice[-\s]president\w*|adjoint\w*)?[^.:;\n]{{0,90}}?\b(?:expose|rappelle|informe|rapporte|presente|indique|explique|propose|donne\s+(?:lecture|connaissance)|fait\s+(?:part|savoir|lecture)|precise|soumet|s'\s?exprime|signale|souligne|rend\s+compte|invite)\b"
    rf"|{CIVILITY}\s*[a-z][^.:;\n]{{2,60}},\s*(?:rapporteu|adjoint|vice|maire|conseill|president|delegue)"
    r"|(?:le|la)\s+(?:conseil|comite|commission|bureau|maire|president\w*)\b(?!\s+de\s+l'eau)|sur\s+(?:le\s+rapport|proposition|la\s+proposition)|il\s+(?:est|convient|a\s+ete|appartient)\b|dans\s+le\s+cadre"
    r"|(?:conformement|afin|suite|par\s+(?:deliberation|courrier|arrete)|depuis|en\s+(?:application|vertu|effet|raison)|apres)\b|l'\s?assemblee\b|mesdames,?\s+messieurs|chers\s+collegues"
    rf"|le\s+{DATE}|l'\s?(?:article|an)\s)"
)


def read_organe(text: str, end: int) -> Found[str] | None:
    """The assembly: « Conseil municipal », « Comité syndical »; as a sentence writes it."""
    match = _ORGANS.search(fold(text), 0, end)
    if match is None:
        return None
    words = " ".join(text[match.start() : match.end()].split())
    return Found(words[:1].upper() + words[1:].lower(), match.start(), match.end())


def read_collectivite(text: str, end: int) -> Found[str] | None:
    """The body, as the head of the act prints it: « Commune d’Exemple », « VILLE DE GRAND-EXEMPLE »."""
    plain = fold(text)
    found = [Found(name, m.start(), stop) for m in _BODY.finditer(plain, 0, end) for name, stop in _body(text, m)]
    return next(iter(found), None)


def _body(text: str, match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The kind and the proper name after it: words with a capital, and the small words between them."""
    place, stop = match.end(), match.end()
    for token in re.finditer(r"\S+", text[place : place + 80]):
        gap = text[stop : place + token.start()]
        word = token[0].rstrip(",;:.()")
        if fold(word).strip("'") in _NOT_A_NAME or re.search(r"\n\s*\n", gap) or not word:
            break
        if word[0].isupper() and not re.search(r"\d", word):
            stop = place + token.start() + len(word)
        elif not _PARTICLE.fullmatch(word):
            break
        if word != token[0] and not token[0].startswith("("):
            break
    if stop > match.end():
        yield " ".join(text[match.start() : stop].split()), stop


def read_numero(text: str, start: int, end: int, identifiant: Identifiant | None) -> Found[str] | None:
    """The number as the head prints it; the one that agrees with the identifier when several are printed."""
    plain = fold(text)
    found: list[Found[str]] = []
    for match in _NUMBERED.finditer(plain, 0, end):
        code = _CODE.match(text, match.end())
        if code and not re.match(r"\s*(?:du|de|en\s+date)\s+conseil", plain[code.end() :]):
            found.append(Found(_code(code[0]), match.start(), code.end()))
    found += [
        Found(_code(m[0]), m.start(), m.end())
        for m in _BARE.finditer(text, 0, end)
        if not re.fullmatch(DATE, fold(m[0]))
    ]
    if identifiant is not None:
        key = number_key(identifiant.numero)
        for candidate in found:
            mine = number_key(candidate.value)
            if mine == key or (len(mine) > 2 and (mine.endswith(key) or key.endswith(mine))):
                return candidate
    marked = [candidate for candidate in found if _NUMBERED.match(plain, candidate.start)]
    if marked:
        return marked[0]
    near = [
        candidate for candidate in found if start <= candidate.start and re.search(r"(?:19|20)\d\d", candidate.value)
    ]
    return Found(near[0].value, near[0].start, near[0].end, False) if near else None


def _code(words: str) -> str:
    return " ".join(words.split()).strip(" -–—_./:")


def read_objet(text: str, start: int, end: int) -> Found[str] | None:
    """The object: after « Objet : », else what stands between the head and the first words of the text.

    `start`: where the head ends; `end`: where to stop looking.
    """
    plain = fold(text)
    titled = _TITLED.search(plain, 0, end)
    begin = titled.end() if titled else start
    while begin < end and text[begin] in " \n\t:.-–—_*•)":
        begin += 1
    stop = text_begins(text, begin, end)
    words = text[begin:stop]
    if not titled or "\n" in words.strip():
        words = (
            re.split(r"\n\s*\n", words.strip("\n"), maxsplit=1)[0] if "\n\n" in words.strip() or not titled else words
        )
    value = " ".join(words.split())
    value = re.sub(r"\s*\(?\s*n°\s?\S+\)?$", "", value).strip(" -–—_*•")
    return (
        Found(value, begin, begin + len(words)) if 3 < len(value) <= 700 and re.search(r"[a-zA-Z]{3}", value) else None
    )


def text_begins(text: str, start: int, end: int) -> int:
    """Where the act's own text begins after its title: « Vu … », « Monsieur le Maire expose … »."""
    plain = fold(text)
    for match in _BEGINS.finditer(plain, start + 1, end):
        before = text[: match.start()].rstrip(" \t")
        if text[match.start()].isupper() or before.endswith("\n"):
            return match.start()
    return end
