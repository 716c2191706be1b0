"""One name within a sentence: where it begins, the words tell; where it ends, its own shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from registre.recognise.found import Found, fold
from registre.recognise.names import CIVILITY, clean, is_name, is_upper

_TOKEN = re.compile(r"\S+")
_TITLED = re.compile(rf"(?<![\w.-]){CIVILITY}\s+(?=\S)")
_STOP = re.compile(r"[,;:(]|\.$")
_CIVIL = re.compile(rf"\s*(?:{CIVILITY}\s*)?")
_PARTICLE = re.compile(r"(?:(?:de|du|des|le|la|van|von|der|den)\s+|d['’])+(?=[A-ZÀ-Ý]{2})")  # « de BELVAL Odile »
_INITIALS = re.compile(r"[A-ZÀ-Ý]{1,2}\.")


def name_at(text: str, start: int) -> Found[str] | None:
    """The longest name that begins at `start`, its civility included; it ends with given name and surname complete."""
    civil = _CIVIL.match(fold(text[start : start + 40]))
    begin = start + civil.end() if civil else start
    titled = bool(text[start:begin].strip())
    particle = _PARTICLE.match(text, begin)
    own = particle.end() if particle else begin
    best, stop = "", begin
    for end in _ends(text, own):
        words = clean(text[begin:end])
        if text[own].islower() or not is_name(words) or (_complete(best) and words.split()[-1][1:].islower()):
            break
        best, stop = words, end
    parts = best.split()
    if not parts or (len(parts) == 1 and not titled) or (len(parts) > 3 and not _complete(best)):
        return None
    while parts[-1].islower():  # a particle, and no name after it
        stop -= len(parts.pop()) + 1
    kept = text[start:stop].rstrip(" ,;:(" if best.endswith(".") else " ,;:(.")
    return Found(clean(kept), start, start + len(kept))


def _ends(text: str, begin: int) -> Iterator[int]:
    """Where a name that begins there may end: after each of its words, seven at most."""
    last = begin
    for count, token in enumerate(_TOKEN.finditer(text, begin, min(len(text), begin + 90))):
        gap = text[last : token.start()]
        civility = count and len(token[0]) > 1 and re.fullmatch(CIVILITY, fold(token[0]))
        if count > 6 or civility or re.search(r"\n[ \t]*\n", gap) or ("\n" in gap and count > 1):
            return
        yield token.end()
        last = token.end()
        if _STOP.search(token[0]) and not _INITIALS.fullmatch(token[0]):
            return


def _complete(name: str) -> bool:
    """Prénom NOM or NOM Prénom, both there."""
    words = [word for word in name.split() if not word.islower()]
    return len(words) > 1 and not name.split()[-1].islower() and is_upper(words[0]) != is_upper(words[-1])


def name_before(text: str, end: int) -> Found[str] | None:
    """The name that ends at `end`: « Monsieur Jean DURAND est élu… »."""
    if aside := re.compile(r",\s*[^,.;:]{3,60},\s*$").search(text, max(0, end - 70), end):
        end = aside.start()  # « Jean DURAND, le plus jeune, est élu… »
    line = max(text.rfind(sign, 0, end) for sign in ";:,\n") + 1
    begin = max(line, end - 90)
    civilities = [begin + civil.start() for civil in _TITLED.finditer(fold(text[begin:end]))]
    for match in _TOKEN.finditer(text, max([begin, *civilities]), end):
        words = clean(text[match.start() : end])
        if words and words[0].isupper() and len(words.split()) > 1 and is_name(words):
            return Found(words, match.start(), end)
    return None
