"""How the assembly voted, as the decision says it: counts, unanimity, what became of the proposal."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from registre.model.vocabulary import Resultat
from registre.recognise.found import Found, first, fold
from registre.recognise.numbers import WORDS, read_count

# « Pour : 10. » ends a sentence; « pour : 1. » begins a list.
_STOP = r"\.(?!\s*(?:\n|$|pour\b|contre|abst|ne\s+pren|non[-\s]part|bulletin|blanc|nul|votant))"
_N = rf"(?P<n>\d{{1,3}}(?![\d/]|{_STOP}|\s?%)|{WORDS}\b|o\b|/|neant|aucune?)"
_VOICE = r"(?:voix|votes?|suffrages?)"
_SAID = {
    "pour": rf"(?:{_VOICE}\s+)?(?:pour|favorables?)",
    "contre": rf"(?:{_VOICE}\s+)?(?:contre|defavorables?|oppos\w+)",
    "abstention": r"abstentions?(?:\(s\))?|abstentionnistes?",
    "blancs": r"(?:bulletins?\s+|votes?\s+)?blancs?",
    "nuls": r"(?:bulletins?\s+|votes?\s+)?nuls?",
    "ne_prend_pas_part": r"ne\s+pren(?:d|nent|ant)\s+pas\s+part\s+(?:au\s+vote)?|non[-\s]?participation"
    r"|n'\s?(?:a|ont)\s+pas\s+pris\s+part\s+au\s+vote",
}
_BEFORE = {
    c: re.compile(
        rf"(?<![a-z])(?:{p})\s*(?:\(s\)\s*)?(?:[:=]\s*{_N}|\(\s*(?P<m>\d{{1,3}})\s*\)|(?<=\s)(?P<l>\d{{1,3}})(?=\s*(?:\(|$)))",
        re.MULTILINE,
    )
    for c, p in _SAID.items()
}
# « par 6 voix pour et 1 / abstention »: only a sentence goes over the end of a line.
_LED = r"(?P<led>(?<=\bet\s)|(?<=\bpar\s)|(?<=,\s))?"
_AFTER = {
    c: re.compile(rf"(?<![\w/.,]){_LED}{_N}(?(led)\s+|[ \t]+)(?:{p})\b(?!\s*[:=]\s*(?:\d|-|/|o\b|neant)|\s+\d)")
    for c, p in _SAID.items()
}
_AGAINST = re.compile(rf"\bpar\s+(?P<pour>\d{{1,3}}|{WORDS})\s+voix\s+contre\s+(?P<contre>\d{{1,3}}|{WORDS})\b")
_COLUMN = (
    r"(?:votants?|suffrages?\s+exprimes?|exprimes?|pour|contre|abst(?:entions?|\.)?"
    r"|n\.?\s?p\.?\s?p\.?\s?v\.?|blancs?|nuls?)"
)
_COLUMNS = re.compile(rf"(?<![a-z]){_COLUMN}(?:[\s|]+{_COLUMN}){{2,}}[\s|]+(?P<numbers>\d{{1,3}}(?:[\s|]+\d{{1,3}})+)")
_PAIRS = re.compile(r"(?<![a-z])(?:(?:pour|contre|abstentions?)\s+\d{1,3}\s*[-,;/]?\s*){2,}")
_VOTE = re.compile(r"(?:vote|votants?|scrutin|suffrages)\w*\b[^.]{0,60}$")
_UNANIMITY = re.compile(
    r"(?:a\s+)?l'\s?unanimite(?:\s+(?:absolue|(?:de\s+(?:ses\s+|la\s+)?|des?\s+|par\s+)(?:\w+\s+){0,2}?(?:membres|votants?|voix|presents?|suffrages|exprimes|conseil\w*|elus)(?:\s+(?:presents?|exprimes|et\s+representes|representes|votants))*))?"
    r"|\bunanimite\b|\bunanimement\b"
)
_MAJORITY = re.compile(
    r"a\s+la\s+(?:majorite|pluralite)(?!\s+(?:de\s+)?(?:absolue\s+)?(?:des\s+membres\s+)?en\s+exercice)"
)
_NOT_OURS = re.compile(
    r"commission|comite\s+(?:technique|social|consultatif|de\s|des\s|du\s|d')|\bcst\b|\bcap\b|bureau\s+(?:communautaire|syndical)|\bcaf\b|avis\s+(?:majoritairement\s+)?favorable"
)
_FORM = re.compile(r"a\s+l'\s?unanimite\s*(?::|\.\.|□|☐|☒|\[)\s*.{0,80}?a\s+la\s+majorite\s*:?", re.DOTALL)
_RESULTS = (
    (
        Resultat.RETIREE,
        r"(?:point|dossier|deliberation|question)\s+(?:est\s+|a\s+ete\s+)?retiree?\s+de\s+l'\s?ordre\s+du\s+jour",
    ),
    (Resultat.AJOURNEE, r"(?:est|a\s+ete)\s+ajournee?|decide\s+d'\s?ajourner|surseoir\s+a\s+statuer"),
    (
        Resultat.REJETEE,
        r"(?:est|a\s+ete)\s+(?:rejetee?|repoussee?)|\brejette\b|n'\s?est\s+pas\s+adoptee?|n'\s?adopte\s+pas|\brejete[e]?\b",
    ),
    (
        Resultat.PREND_ACTE,
        r"\bprend\s+acte\b|\bprennent\s+acte\b|est\s+pris\s+acte|\bprendre\s+acte\b|\bdonne\s+acte\b",
    ),
)
_ADOPTED = re.compile(
    r"\badopt(?:e|ee|es|ent)\b|\bapprouv(?:e|ent|ee)\b|\bdecid(?:e|ent)\b|\bautoris(?:e|ent)\b|\bvot(?:e|ent)\b|\bfixe(?:nt)?\b|\bdesigne(?:nt)?\b"
    r"|\bvalide(?:nt)?\b|\baccept(?:e|ent)\b|\bemet\b|\brend\s+un\s+avis\b|\barrete\b|\baccorde\b|\battribue\b|\bcree\b|\bratifie\b|\bnomme\b|\bmandate\b|\bdonne\b|\bconfirme\b"
)


@dataclass(slots=True)
class Said:
    """The vote as printed: counts by name (those of `Vote`), unanimity, its words, the result."""

    counts: dict[str, Found[int]] = field(default_factory=dict)
    unanimite: Found[bool] | None = None
    formule: str = ""
    resultat: Found[Resultat] | None = None
    votants: Found[int] | None = None


def read_vote(text: str, decision: int | None, end: int) -> Said:
    """The vote, said from the decision on (`decision`, None when no formula tells where), or in the heading."""
    plain = fold(text)
    said = Said()
    areas = [(decision, end)] if decision is not None else []
    areas += [(0, decision if decision is not None else end)]
    for index, (start, stop) in enumerate(areas):
        in_heading = index > 0 or decision is None
        counts = _counts(plain, start, stop, in_heading)
        if counts and not said.counts:
            said.counts = counts
    said.votants = said.counts.pop("votants", None)
    form = _FORM.search(plain)
    if decision is not None and not form:
        _agreement(said, text, plain, decision, end)
    said.resultat = _result(plain, decision, end, said)
    return said


def _counts(plain: str, start: int, end: int, in_heading: bool) -> dict[str, Found[int]]:
    """The first count of each kind; in a heading, under « Vote » only, each with its label."""
    found = {} if in_heading else _columns(plain, start, end)
    if not in_heading and (against := _AGAINST.search(plain, start, end)):
        for champ in ("pour", "contre"):
            value = read_count(against[champ])
            found[champ] = Found(value or 0, against.start(), against.end())
    for champ in _SAID:
        for patterns in (_BEFORE,) if in_heading else (_BEFORE, _AFTER):
            for match in patterns[champ].finditer(plain, start, end):
                told = not in_heading or _VOTE.search(plain, max(0, match.start() - 80), match.start())
                if champ not in found and told and not _elsewhere(plain, match, start):
                    found[champ] = _count(match)
    return found if {"pour", "contre", "abstention"} & set(found) else {}


def _columns(plain: str, start: int, end: int) -> dict[str, Found[int]]:
    """« Votants Pour Contre Abst. » over « 15 13 0 2 »."""
    found: dict[str, Found[int]] = {}
    for match in _PAIRS.finditer(plain, start, end):
        for label, number in re.findall(r"(pour|contre|abstention)s?\s+(\d+)", match[0]):
            found.setdefault(label, Found(int(number), match.start(), match.end()))
    for match in _COLUMNS.finditer(plain, start, end):
        labels = re.findall(_COLUMN, plain[match.start() : match.start("numbers")])
        numbers = re.findall(r"\d+", match["numbers"])
        if len(labels) == len(numbers) and not found:
            for label, number in zip(labels, numbers, strict=True):
                champ = next((c for c in (*_SAID, "votants") if label.startswith(c[:4])), None)
                if champ:
                    found.setdefault(champ, Found(int(number), match.start(), match.end()))
    return found


def _count(match: re.Match[str]) -> Found[int]:
    groups = match.groupdict()
    typed = groups.get("m") or groups.get("l") or match["n"]
    value = 0 if typed in {"o", "/", "neant", "aucun", "aucune"} else read_count(typed)
    return Found(value or 0, match.start(), match.end())


def _elsewhere(plain: str, match: re.Match[str], start: int) -> bool:
    """True for the vote of a committee, told in the act's grounds: « l’avis de la commission (pour : 5) »."""
    sentence = max(
        plain.rfind(". ", start, match.start()), plain.rfind("\n\n", start, match.start()), match.start() - 160, start
    )
    return _NOT_OURS.search(plain, sentence, match.start()) is not None


def _agreement(said: Said, text: str, plain: str, start: int, end: int) -> None:
    match = first(
        Found(m, m.start(), m.end()) for m in _UNANIMITY.finditer(plain, start, end) if not _elsewhere(plain, m, start)
    )
    majority = first(
        Found(m, m.start(), m.end()) for m in _MAJORITY.finditer(plain, start, end) if not _elsewhere(plain, m, start)
    )
    if match and not (majority and majority.start < match.start):
        said.unanimite = Found(True, match.start, match.end)
        said.formule = " ".join(text[match.start : match.end].split())
    elif majority:
        said.unanimite = Found(False, majority.start, majority.end)
        said.formule = " ".join(text[majority.start : majority.end].split())


def _result(plain: str, decision: int | None, end: int, said: Said) -> Found[Resultat] | None:
    if decision is None:
        return None
    for value, pattern in _RESULTS:
        if match := re.compile(pattern).search(plain, decision, end):
            only = value is not Resultat.PREND_ACTE or not (
                said.counts or _ADOPTED.search(plain, decision, match.start())
            )
            if only:
                return Found(value, match.start(), match.end())
    match = _ADOPTED.search(plain, decision, end)
    return Found(Resultat.ADOPTEE, match.start(), match.end()) if match else None
