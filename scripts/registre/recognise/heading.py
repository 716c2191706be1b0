"""The head of an act: who takes it, and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registre.model.names import number_key
from registre.recognise.days import DATE
from registre.recognise.found import Found, fold

_KINDS = (
    r"(?:commune(?:\s+nouvelle)?|ville|mairie|communaute\s+(?:de\s+communes|d'\s?agglomeration|urbaine)|metropole|departement|region"
    r"|syndicat\s+(?:mixte|intercommunal|de\s+communes|des\s+eaux)|syndicat|s\.?i\.?v\.?[ou]\.?[sm]\.?|scot|petr|ccas|cias|centre\s+de\s+gestion(?:\s+de\s+la\s+fonction\s+publique\s+territoriale)?|centre\s+(?:communal|intercommunal)\s+d'\s?action\s+sociale|conseil\s+departemental|conseil\s+regional|etablissement\s+public\s+territorial|pole\s+metropolitain|agglomeration)"
)
_BODY = re.compile(rf"(?<![a-z]){_KINDS}\s+(?:(?:de\s+la\s|de\s+l'|de\s|des\s|du\s|d'|l'|-)\s*)?(?=[a-z«])")
_NAMED = re.compile(
    r"^[ \t]*(?P<name>[A-ZÀ-Ý][\w'’ -]{2,40}\s(?:Métropole|MÉTROPOLE|Agglomération|AGGLOMÉRATION|Communauté"
    r"|COMMUNAUTÉ))"
    r"[ \t]*$",
    re.MULTILINE,
)
_PARTICLE = re.compile(
    r"(?:sur|sous|les|lez|le|la|en|et|de|du|des|d['’]\S*|l['’]\S*|aux?|pres|près|lès|à)", re.IGNORECASE
)
_NOT_A_NAME = re.compile(
    r"extrait|extraits|departement|arrondissement|canton|seance|nombre|republique|l'an|"
    r"deliberation|deliberations|proces|registre|conseil|convocation|date|objet|compte|le|hotel|"
    r"commission|decision|envoye|recu|publie|id|annee|siege|place|rue|direction|service|pole"
)
_ORGANS = re.compile(
    r"(?<![a-z])(conseil\s+(?:municipal|communautaire|departemental|regional|metropolitain|syndical|d'administration|de\s+territoire|territorial)"
    r"|comite\s+syndical|bureau\s+(?:communautaire|syndical)|commission\s+permanente|conseil\s+de\s+(?:la\s+)?(?:communaute|metropole))"
)
_NO = r"n\s?(?:[°º]|o(?![a-z]))\s*(?:d'\s?ordre\s*|de\s+(?:l'\s?acte|(?:la\s+)?deliberation)\s*)?[:.]?\s*"
_NUMBERED = re.compile(
    rf"(?<![a-z])(?:(?:deliberation|decision|acte|affaire)\s*(?:{_NO}|numero\s*:?\s*|(?=[a-z]*[-_]?\d))|numero\s*(?:interne\s+)?(?:de\s+(?:la\s+|l'\s?)?(?:deliberation|acte))?\s*:?\s*|{_NO}|reference\s*:\s*)"
)
_CODE = re.compile(
    r"(?:[A-Z]{1,6}\s|[A-Za-z]{0,8}(?:[-_./]|\s[–—-]\s?)?)\d[\w]*(?:(?:\s?[/–—_-]\s?|[./])\w*\d\w*|(?:\s?[/–—_-]\s?)[A-Z]{1,6}(?=[\s_/-]*\d)|[-_/][A-Z]{1,8}\b|\s(?=[A-Z\d])(?:[A-Z]{2,4}|\d{1,4})(?=\s\d{1,4}\b)|\s\d{1,3}(?=\s\d{1,3}\b|\s*[.:\n]|\s+[A-ZL]['’]))*"
)
_BARE = re.compile(
    r"(?<![\w/.-])(?:[A-Z]{1,8}[-_/ ]?)?\d{1,8}(?:[/_.-](?:\d{1,6}|[A-Z]{1,6}(?=[/_.-]))){1,3}(?![\w/-])"
)


def read_organe(text: str, end: int) -> Found[str] | None:
    """The assembly: « Conseil municipal », « Comité syndical »; as a sentence writes it."""
    match = _ORGANS.search(fold(text), 0, end)
    if match is None:
        return None
    words = " ".join(text[match.start() : match.end()].split())
    return Found(words[:1].upper() + words[1:].lower(), match.start(), match.end())


# What kind of body each assembly is that of.
_ITS = (
    ("conseil municipal", "commune ville mairie"),
    ("communautaire", "communaute agglomeration metropole"),
    ("communaute", "communaute agglomeration metropole"),
    ("metropol", "metropole"),
    ("syndical", "syndicat s scot petr pole"),
    ("departement", "departement conseil"),
    ("permanente", "departement region conseil"),
    ("regional", "region conseil"),
    ("administration", "ccas cias centre etablissement"),
)


def read_collectivite(text: str, end: int, organe: str) -> Found[str] | None:
    """The body as the head prints it: « Commune d’Exemple ». `organe`: its assembly, which tells its kind."""
    plain = fold(text)
    kinds = next((words.split() for name, words in _ITS if name in fold(organe)), None)
    found = [Found(name, m.start(), stop) for m in _BODY.finditer(plain, 0, end) for name, stop in _body(text, m)]
    if kinds:
        found = [f for f in found if any(fold(f.value).startswith(kind) for kind in kinds)]
    else:
        found.sort(key=lambda f: fold(f.value).startswith(("departement", "region", "arrondissement")))
    named = _NAMED.search(text, 0, end)
    if named and not [f for f in found if fold(f.value).startswith("communaute") or f.start < named.start()]:
        return Found(" ".join(named["name"].split()), named.start("name"), named.end("name"))
    return next(iter(found), None)


def _body(text: str, match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The kind and the proper name after it: words with a capital, and the small words between them."""
    place, stop, last, capitals = match.end(), match.end(), "", False
    for token in re.finditer(r"\S+", text[place : place + 80]):
        gap = text[stop : place + token.start()]
        word = token[0].rstrip(",;:.()")
        joined = _PARTICLE.fullmatch(word) or _PARTICLE.fullmatch(last) or last.endswith("-") or stop == match.end()
        if (
            not word
            or _NOT_A_NAME.fullmatch(fold(word).strip("'"))
            or ("\n" in gap and not joined)
            or re.search(r"\n\s*\n", gap)
        ):
            break
        if capitals and not (word.isupper() or _PARTICLE.fullmatch(word)):
            break
        last, capitals = word, capitals or (word.isupper() and len(word) > 3)
        if (re.match(r"(?:[dl]['’])?[A-ZÀ-Ý«»]", word) is not None) and not re.search(r"\d", word):
            stop = place + token.start() + len(word)
        elif not _PARTICLE.fullmatch(word):
            break
        if word != token[0] and not token[0].startswith("("):
            break
    if stop > match.end():
        yield " ".join(text[match.start() : stop].split()), stop


def read_numero(found: Sequence[Found[str]], text: str, start: int, end: int, key: str) -> Found[str] | None:
    """The number, among those that the head announces (`found`); the one that agrees with the identifier (`key`)."""
    bare = [
        Found(_code(m[0]), m.start(), m.end())
        for m in _BARE.finditer(text, 0, end)
        if not re.fullmatch(DATE, fold(m[0]))
    ]
    for candidate in (*found, *bare):
        if key and _same(number_key(candidate.value), key):
            return candidate
    if found:
        return found[0]
    near = [
        candidate for candidate in bare if start <= candidate.start and re.search(r"(?:19|20)\d\d", candidate.value)
    ]
    return near[0] if near else None


def read_numbers(text: str, end: int, key: str) -> list[Found[str]]:
    """The numbers that a head announces: « Délibération n° 2024/12 », « N° d’ordre : 7 »; `key`: the identifier's."""
    plain = fold(text)
    told: list[tuple[bool, Found[str]]] = []
    for match in _NUMBERED.finditer(plain, 0, end):
        code = _CODE.match(text, match.end())
        alone = not re.match("delib|acte|affaire|numero|decision", plain[match.start() : match.end()])
        if not (code and re.search(r"\d", code[0])) or (alone and re.fullmatch(DATE, fold(code[0]).strip())):
            continue
        if (alone or text[match.start()].islower()) and _of_another(text, plain, match.start()):
            continue
        number = Found(_code(code[0]), match.start(), code.end())
        longer = _lengthened(text, number, match.end(), key) if key else None
        told.append((alone, longer or number))
    return [number for _, number in sorted(told, key=lambda one: one[0])]


_OTHER = re.compile(
    r"(?:avenant|convention|marche|arrete|loi|decret|tranche|modificative|feuillet|page|rapport|commission|point|college|lot|annexe|article|dossier|contrat|pret)\s*$"
)


def _of_another(text: str, plain: str, place: int) -> bool:
    """True for the number of something else: « la délibération n° 12 », « avenant n° 3 », « Feuillet n° 7 »."""
    first = max(0, place - 60)
    before = text[first:place].rstrip()
    same_line = "\n" not in text[first + len(before) : place]
    lower = re.search(r"(?:(?<!\w)[a-zà-ÿ]{2,}|['’(])$", before) is not None
    return (lower and same_line) or _OTHER.search(plain, first, first + len(before)) is not None


def _same(mine: str, key: str) -> bool:
    return mine == key or (len(mine) > 2 and (mine.endswith(key) or key.endswith(mine)))


def _lengthened(text: str, number: Found[str], begin: int, key: str) -> Found[str] | None:
    """The number with the words after it, as far as the identifier has them."""
    for match in re.compile(r"[^\s_]+(?:_[^\W\d]*\d\w*)*").finditer(text, begin, min(len(text), number.end + 30)):
        value = _code(text[begin : match.end()])
        mine = number_key(value)
        if _same(mine, key):
            return Found(value, number.start, match.end())
        if len(mine) > len(key) + 8:
            break
    return None


def _code(words: str) -> str:
    return " ".join(words.split()).strip(" -–—_./:")
