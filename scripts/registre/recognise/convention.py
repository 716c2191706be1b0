"""The convention annexed to an act: where it begins, its articles, who signs it and for how long."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from registre.recognise.days import DATE, read_day
from registre.recognise.found import fold
from registre.recognise.layout import paragraphs
from registre.recognise.names import CIVILITY
from registre.recognise.numbers import WORDS, read_count
from registre.recognise.person import name_at

_HEAD = re.compile(
    r"^[ \t]*+(?:(?P<annexe>annexe\s*(?:n\s?°\s?)?\w{0,4})\s*^[ \t]*)?(?:projet\s+de\s+)?(?:convention|avenant"
    r"|contrat|protocole)\b[^\n.]{0,160}$",
    re.MULTILINE,
)
_ARTICLE = re.compile(
    r"^(?:article\s+(?:premier|\d+|[ivx]+)(?:\s?(?:er|ier|e))?\b.*|preambule\s*:?|titre\s+(?:\d+|[ivx]+)\b.*)$"
)
_SUB = re.compile(r"^\d{1,2}\s?[-.]\s?\d{1,2}\s*[.):-]?\s+[a-z].{0,120}$")
_BLANK = re.compile(r"_{3,}|\.{4,}|…{2,}")
_AUTHORISED = re.compile(
    r"(?:dument\s+(?:autorise|habilite)\w*(?:\(e\))?|agissant(?:\s+(?:conformement|en\s+(?:vertu|application)))?|habilitee?)[^.\n]{0,60}?(?:\bpar\b|\ba\b|\bde\b)\s+(?:la\s+|une\s+)?(?P<what>deliberation[^.,\n]{0,90}?\d{4})"
)
_SEAT = re.compile(
    r"(?:dont\s+le\s+)?siege\s+(?:social\s+)?(?:est\s+)?(?:situe|sis|fixe)e?s?\s*,?\s*(?:a\s+la\s+|a\s+l'|au\s+|a\s+)?\s*[,:]?\s*(?P<seat>[^\n]{4,200}?)\s*,?\s*(?=representee?)"
)
_FOR = re.compile(r"representee?\(?e?\)?\s+par\s+")
_TITLE = re.compile(
    rf"(?:(?:son|sa|le|la)\s+)?(?P<title>presidente?|maire|directe\w+|vice[-\s]presidente?)\s*,?\s*(?={CIVILITY}|[a-z])"
)
_AFTER = re.compile(
    r"\s*,?\s*(?:(?:son|sa|le|la)\s+)?(?P<title>(?:presidente?|maire|directe\w+|vice[-\s]presidente?)(?:\s+(?:du|de\s+la|de\s+l'|de)\s+(?:centre\s+de\s+gestion|\w+))?)"
)
_LASTS = re.compile(
    rf"duree\s+(?:(?:de|est\s+de|ferme\s+de|:)\s+)*(?P<n>\d{{1,3}}|{WORDS})\s*(?:\(\d+\)\s*)?(?P<unit>ans?|annees?|mois|jours?)\b"
)
_RENEWED = re.compile(
    rf"renouvelable\s+(?:(?P<n>\d{{1,2}}|{WORDS})\s+fois\s+)?(?:par\s+|de\s+facon\s+|de\s+maniere\s+)?(?P<how>reconduction\s+expresse|expresse|tacite\s+reconduction|reconduction\s+tacite|tacite)"
)
_SPAN = re.compile(rf"\bdu\s+(?P<start>{DATE})\s+(?:au|jusqu'au)\s+(?P<end>{DATE})")
_UNTIL = re.compile(
    rf"(?:soit\s+le|jusqu'au|prend(?:ra)?\s+fin\s+le|s'acheve\s+le|expire(?:ra)?\s+le)\s+(?P<end>{DATE})"
)
_FROM = re.compile(
    rf"(?:a\s+compter\s+du|prend(?:ra)?\s+effet\s+(?:le|au|a\s+compter\s+du)|en\s+vigueur\s+(?:le|a\s+compter\s+du))\s+(?P<start>{DATE})"
)


@dataclass(slots=True)
class Annexed:
    """An annexed convention: its text in the grammar of texts, and what it says; a blank says nothing."""

    text: str
    title: str
    annexe: str = ""
    vierge: bool = False
    parties: list[dict[str, str]] = field(default_factory=list)
    duree: str = ""
    fois: int | None = None
    reconduction: str = ""
    debut: dt.date | None = None
    fin: dt.date | None = None


def annex_start(text: str, start: int) -> int | None:
    """Where a convention begins after the act: a title alone on its line."""
    match = _HEAD.search(fold(text), start)
    return match.start() if match and len(text) - match.end() > 400 else None


def read_annexed(text: str) -> Annexed:
    """Read a convention, from its title to its end."""
    head = _HEAD.match(fold(text))
    annexe = " ".join(text[head.start("annexe") : head.end("annexe")].split()) if head and head["annexe"] else ""
    if annexe and head:
        text = text[head.end("annexe") :]
    blocks = [_headed(block) for block in paragraphs(text).split("\n\n")]
    body = "\n\n".join(blocks)
    title = " ".join(block for block in blocks[:3] if len(block) < 200)
    plain = fold(body)
    found = Annexed(body, title, annexe)
    opening = body[: plain.find("il est convenu") if "il est convenu" in plain else 3_000]
    for block in opening.split("\n\n"):
        if _FOR.search(fold(block)):
            party = _party(block)
            if party:
                found.parties.append(party)
            found.vierge = found.vierge or not party
    if match := _LASTS.search(plain):
        count = read_count(match["n"])
        found.duree = f"{count} {'ans' if match['unit'].startswith('an') else match['unit']}" if count else ""
    if match := _RENEWED.search(plain):
        times = match["n"]
        found.fois = read_count(times) if times else None
        found.reconduction = "tacite" if "tacite" in match["how"] else "expresse"
    _days(found, plain)
    return found


def _days(found: Annexed, plain: str) -> None:
    span, until, since = _SPAN.search(plain), _UNTIL.search(plain), _FROM.search(plain)
    found.debut = read_day(span["start"]) if span else read_day(since["start"]) if since else None
    found.fin = read_day(span["end"]) if span else read_day(until["end"]) if until else None


def _headed(block: str) -> str:
    """The block, its first line marked when it is the title of an article."""
    first, _, rest = block.partition("\n")
    plain = fold(first).strip()
    mark = (
        "## "
        if _ARTICLE.fullmatch(plain) and len(first) < 200
        else "### "
        if _SUB.fullmatch(plain) and first[-1] not in ".;,"
        else ""
    )
    return f"{mark}{first}" + (f"\n\n{rest}" if rest and mark else f"\n{rest}" if rest else "")


def _party(block: str) -> dict[str, str]:
    """A party as printed; empty when its name is a blank."""
    plain = fold(block)
    stop = min(
        (
            m.start()
            for p in (r"\s*,?\s*ci-apres", r",?\s*dont\s+le", r",?\s*representee?")
            if (m := re.search(p, plain))
        ),
        default=len(block),
    )
    name = re.sub(r"^(?:L[ea]s?\s+|L['’]\s?)", "", block[:stop].strip(" ,;–-"))
    name = re.sub(r"^(?:collectivité|établissement)(?:\s*/\s*l['’]établissement)?\s+(?:de\s+)?(?=\S)", "", name)
    if not name or _BLANK.search(name):
        return {}
    party = {"nom": " ".join(name.split())}
    if (seat := _SEAT.search(plain)) and not _BLANK.search(seat["seat"]):
        party["siege"] = " ".join(block[seat.start("seat") : seat.end("seat")].split())
    if match := _FOR.search(plain):
        party |= _person(block, plain, match.end())
    if authorised := _AUTHORISED.search(plain):
        party["autorisation"] = " ".join(block[authorised.start("what") : authorised.end("what")].split())
    return party


def _person(block: str, plain: str, start: int) -> dict[str, str]:
    """Who represents a party, and in what capacity."""
    title = _TITLE.match(plain, start)
    name = name_at(block, title.end() if title else start)
    if name is None:
        return {}
    after = _AFTER.match(plain, name.end)
    given = title or after
    words = " ".join(block[given.start("title") : given.end("title")].split()) if given else ""
    return {"representant": name.value} | ({"qualite": words} if words else {})
