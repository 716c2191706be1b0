"""The head of an act: who takes it, its number, its object, and where its text begins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from registre.model.names import number_key
from registre.recognise.days import DATE
from registre.recognise.found import Found, fold
from registre.recognise.names import CIVILITY

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
        if (word[0].isupper() or word in "«»") and not re.search(r"\d", word):
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


_OTHER = re.compile(r"(?:feuillet|page|rapport|commission|point|college|lot|annexe|article|dossier)\s*$")


def _of_another(text: str, plain: str, place: int) -> bool:
    """True for the number of something else: « la délibération n° 12 », « avenant n° 3 », « Feuillet n° 7 »."""
    first = max(0, place - 60)
    before = text[first:place].rstrip()
    same_line = "\n" not in text[first + len(before) : place]
    lower = re.search(r"(?:[a-zà-ÿ]{2,}|['’(])$", before) is not None
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


def read_objet(text: str, start: int, end: int, numbers: Sequence[Found[str]]) -> Found[str] | None:
    """The object: after « Objet : », else after the number, else between the head and the first words of the text.

    `start`: where the head ends; `end`: where to stop looking.
    """
    plain = fold(text)
    if titled := _TITLED.search(plain, 0, end):
        return _title(text, titled.end(), end)
    for number in numbers:
        dated = re.compile(rf"\s*(?:du\s+{DATE}|en\s+date\s+du\s+{DATE})").match(plain, number.end)
        place = dated.end() if dated else number.end
        if number.end <= start and (title := _title(text, place, end)) and not title.value[0].islower():
            return title
    return _title(text, start, end)


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
    value = re.sub(r"\s*\(?\s*n\s?°\s?\S+\)?$", "", " ".join(words.split())).strip(" -–—_*•")
    return (
        Found(value, begin, begin + len(words)) if 5 < len(value) <= 700 and re.search(r"[^\W\d_]{3}", value) else None
    )


def text_begins(text: str, start: int, end: int) -> int:
    """Where the act's own text begins after its title: « Vu … », « Monsieur le Maire expose … »."""
    for match in _BEGINS.finditer(fold(text), start, end):
        if text[match.start()].isupper() or match.start() == 0 or text[match.start() - 1] == "\n":
            return match.start()
    return end
