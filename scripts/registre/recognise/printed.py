"""What the head of a document prints around its facts: where the assembly meets, its formulas word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from registre.model.names import number_key
from registre.recognise.found import Found, fold
from registre.recognise.layout import paragraphs

_PLACE = re.compile(
    r"(?:reuni\w*|assemble\w*|tient\s+sa\s+seance)(?=\s)[^.;]{0,80}?\s(?:au\s+|en\s+(?=mairie|salle)|a\s+l'|a\s+la\s+|dans\s+la\s+|dans\s+le\s+|dans\s+les\s+|a\s+(?=l'hotel))"
    r"(?P<place>(?:lieu|salle|mairie|maison|hotel|siege|salon|espace|centre|foyer"
    r"|locaux|complexe|auditorium|gymnase|theatre|mediatheque|palais)\b(?:[^.;\n]|\n(?![ \t]*\n)){0,90}?)"
    r"\s*(?=,?\s+(?:sous|sur|apres|le\s|a\s+\d|dument|en\s+seance|suivant|suite|conformement)|[.;]|\n[ \t]*\n|\s*$"
    r"|,\s+(?:le|la|les|l'|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|du|des|de)\b)"
)
_FACT = 90  # signs: a longer paragraph says more than the fact it holds


def read_place(text: str, end: int) -> Found[str] | None:
    """Where the assembly meets: « lieu ordinaire de ses séances », « mairie »."""
    plain = fold(text)
    match = _PLACE.search(plain, 0, end)
    if match is None:
        return None
    words = " ".join(text[match.start("place") : match.end("place")].split()).strip(" ,")
    return Found(words, match.start("place"), match.end("place"))


def printed_before(text: str, end: int, facts: Iterable[Found[object]], numero: Found[str] | None = None) -> str:
    """What is printed before the lists, word for word, but for the lines that say one fact, told by its own key.

    `numero`: that of the act, whose line is no part of the séance.
    """
    told = [fact for fact in facts if fact.start < end]
    kept = [(a, b) for a, b in _blocks(text, 0, end) if not (b - a < _FACT and any(a <= f.start < b for f in told))]
    own = number_key(numero.value) if numero else ""
    lines = ([line for line in text[a:b].split("\n") if not own or _number(line) != own] for a, b in kept)
    return paragraphs("\n\n".join("\n".join(block) for block in lines))


def _number(line: str) -> str:
    """The number that a line is, « Délibération n° 2026-06 », and nothing else; else no number at all."""
    return number_key(re.sub(r"^(?:d[eé]lib[eé]ration\s*)?n\s?°\s?", "", line.strip(), flags=re.IGNORECASE))


def printed_after(text: str, start: int, end: int) -> str:
    """The sentences printed between the lists and the title."""
    kept = [text[a:b].strip() for a, b in _blocks(text, start, end)]
    return paragraphs("\n\n".join(block for block in kept if _is_sentence(block) and "," not in block[:30]))


def _is_sentence(block: str) -> bool:
    return block.endswith(".") and re.search("[a-zà-ÿ]{3}", block.rpartition(":")[2]) is not None


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    for gap in [*re.compile(r"\n[ \t]*\n\s*").finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if text[place:stop].strip():
            yield place, stop
        place = gap.end() if gap else end
