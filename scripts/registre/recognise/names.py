"""Names of people as acts list them: NOM Prénom or Prénom NOM, particles, initials, civilities, a scan's slips."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from registre.model.names import slugify
from registre.recognise.found import fold

# Folded. What scans make of « Mme » and « Mmes » is known too.
CIVILITY = (
    r"(?:m\.\s?m\.|mm?\.|mm\b|m(?=\s[a-z])|mrs?\b\.?|mmes?\b\.?|mmc\b|mrnes?\b|mlles?\b\.?|messieurs|mesdames"
    r"|mesdemoiselles|monsieur|madame|mademoiselle)"
)
_GROUP = re.compile(
    rf"\s*(?:{CIVILITY}\s*(?:et|,|/|-)?\s*{CIVILITY}(?:\s*(?:et|,|/|-)?\s*{CIVILITY})*"
    r"|(?:mm|mrs|mmes|mrnes|messieurs|mesdames)\b\.?)(?=\s|:|$)\s*:?\s*(?:les\s+(?:adjointe?s?|conseill\w+|maires?|deleguee?s?)(?:\s+\w+aux)?\s*:?\s+)?"
)
_ONE = re.compile(rf"{CIVILITY}\s*")
_PARTICLES = re.compile(
    r"de|du|des|d'|de'|l'|le|la|les|van|von|vander|der|den|el|al|ben|ait|abd|da|di|"
    r"do|dos|del|della|st|ste|saint|sainte|-"
)
_INITIAL = re.compile(
    r"\(?(?:[A-ZÀ-Ý][a-z]{0,2}\.-?){1,3}\)?|(?:[A-ZÀ-Ý]{1,2}\.){1,3}|[A-ZÀ-Ý]-?[A-ZÀ-Ý]\.?|[A-ZÀ-Ý]\.?"
)
_ROLE = re.compile(
    r"(?:(?:le|la|les|l')\s*)?(?:(?:\d+\s?(?:er|ere|e|eme|nd|nde)|premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme)\s+)?"
    r"(?:maires?|presidente?s?|vice[- ]?presidente?s?|adjointe?s?|conseill\w+|deleguee?s?|doyenn?e?|membres?"
    r"|suppleante?s?"
    r"|titulaires?|secretaire|rapporteure?|depute\w*|senat\w+|direct\w+|communaute|sivom|sivu|syndicat|ville|commune|conseil|au\s+titre|college)\b.*",
)
# No name of a person holds one of these words, folded.
_WORDS = re.compile(
    r"conseil|conseillers|municipal|municipaux|municipale|communal|communautaire|commune|ville|"
    r"departement|canton|seance|objet|deliberation|deliberations|secretaire|vote|votants|votant|"
    r"date|convocation|quorum|rapport|rapporteur|article|vu|considerant|assemblee|absents|"
    r"absent|presents|present|excuses|pouvoirs|pouvoir|procuration|procurations|formant|majorite|"
    r"nombre|total|etaient|personnel|commission|associations|neant|aucun|extrait|registre|"
    r"republique|annexe|etat|conformement|lo|slo|slow|presidence|francaise|mairie|hotel|titre|"
    r"ordre|jour|exercice|service|direction|code|general|convention"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name as printed, the civility of its own included, where it stands, and the remark in brackets after it."""

    name: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How the names of a document are written. `upper`: surnames in capitals; `several`: a name has several words;
    `surname_first`: NOM Prénom; `initials`: given names as initials, so that « M. » may be one."""

    upper: bool = False
    several: bool = False
    surname_first: bool = False
    initials: bool = False


def has_initials(text: str) -> bool:
    """True for a list such as « P. ROUX – M. LEROY – A. FABRE »: given names are initials."""
    heads = re.findall(r"(?<![\w.])((?:[A-ZÀ-Ý]{1,2}\.)+)\s?(?=[A-ZÀ-Ý]{2})", text)
    return len(heads) > 3 and sum(head != "M." for head in heads) > len(heads) / 2 and "Mme" not in text


def style_of(names: Sequence[str], initials: bool = False) -> Style:
    """The style of the names of a list, civilities apart."""
    words = [bare(name).split() for name in names]
    if not words:
        return Style(initials=initials)
    upper = sum(any(is_upper(word) for word in name) for name in words) >= 0.8 * len(words)
    several = sum(len(name) > 1 for name in words) >= 0.8 * len(words)
    both = [name for name in words if any(map(is_upper, name)) and any(map(_is_given, name))]
    reverse = sum(is_upper(name[0]) or _is_link(name[0]) for name in both) > len(both) / 2
    return Style(upper, several, reverse, initials)


def run_style(words: str) -> Style:
    """The style of names with nothing between them (« Zoé FABRE Luc ROUX … »), which their first word tells."""
    return Style(upper=True, several=True, surname_first=is_upper(bare(words.strip()).partition(" ")[0]))


def bare(name: str) -> str:
    """A name without its civility."""
    match = _ONE.match(fold(name))
    return name[match.end() :] if match and match.end() < len(name) else name


def take_group(text: str, initials: bool = False) -> int:
    """How many signs « Mmes et MM. », before a list of names, takes."""
    match = None if initials else _GROUP.match(fold(text))
    return match.end() if match else 0


def is_role(words: str) -> bool:
    """True for « Maire », « 1er adjoint »: what is printed between names and is none."""
    return _ROLE.fullmatch(fold(words).strip(" .,;:")) is not None


def is_name(words: str, style: Style | None = None) -> bool:
    """True for what may be the name of one person: one to eight words, each as names are written."""
    plain = bare(words) if not (style and style.initials) else words
    tokens = plain.replace("’", "'").split()
    if not 0 < len(tokens) <= 8 or any(map(_WORDS.fullmatch, slugify(plain).split("-"))):
        return False
    if not all(is_upper(t) or _is_given(t) or _is_link(t) or _INITIAL.fullmatch(t) for t in tokens):
        return False
    if not any(is_upper(t) or _is_given(t) for t in tokens):
        return False
    if style and style.upper and not any(is_upper(t) for t in tokens):
        return False
    return not (style and style.several and len(tokens) == 1 and plain == words)


def is_upper(word: str) -> bool:
    """In capitals; a scan may have spoilt a third of them (« BRlQUET-BOlSSI1RE »)."""
    word = re.sub(r"^(?:d|l|de|o)['’](?=[A-ZÀ-Ý])", "", word)
    letters = [sign for sign in word if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    odd = sum(not (sign.isalpha() or sign in "-'’.") for sign in word)
    return (
        len(letters) > 1
        and word[:1].isupper()
        and capitals >= 0.65 * len(letters)
        and capitals > 1
        and odd <= 1 + len(word) // 6
    )


def _is_given(word: str) -> bool:
    return re.fullmatch(r"[A-ZÀ-Ý][\w'’.-]*[a-zà-ÿ][\w'’.-]*", word) is not None and not re.search(r"\d", word)


def _is_link(word: str) -> bool:
    return _PARTICLES.fullmatch(fold(word)) is not None


def split_run(words: str, style: Style) -> list[str]:
    """The names that a list has run together: « Zoé FABRE Luc ROUX », where separators are lost."""
    tokens = words.split()
    starts = [0]
    for index in range(1, len(tokens)):
        before, token = tokens[index - 1], tokens[index]
        if style.surname_first:
            new = (
                (is_upper(token) or (_is_link(token) and token.isupper()))
                and _is_given(before)
                and not is_upper(before)
            )
        else:
            new = _is_given(token) and not is_upper(token) and is_upper(before) and index - starts[-1] > 1
        if new:
            starts.append(index)
    if len(starts) == 2 and len(tokens) - starts[1] < 2:
        return [words]
    pieces = [" ".join(tokens[a:b]) for a, b in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    return pieces if style.upper and all(len(piece.split()) > 1 for piece in pieces) else [words]


def clean(words: str) -> str:
    """A name as it is kept: on one line, without the number or the marks around it."""
    text = " ".join(words.split()).strip(" ,;:•*·/|–—")
    text = re.sub(r"^(?:\d{1,3}\s?[.)-]\s*|-\s+)", "", text)
    text = re.sub(r"(?<=\w)-\s(?=[A-ZÀ-Ý])", "-", text)
    return text if _INITIAL.fullmatch(text.rpartition(" ")[2]) else text.rstrip(" .-")
