"""The names of one list, and what stands between them: separators, remarks in brackets, « donne pouvoir à »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registre.recognise.found import fold
from registre.recognise.names import CIVILITY, Person, Style, clean, is_name, is_role, split_run, take_group
from registre.recognise.sections import PROXY, Section


@dataclass(frozen=True, slots=True)
class Link:
    """What stands between two names: who gives a proxy comes first, or last (`reverse`); or a substitute sits."""

    words: str
    reverse: bool = False
    substitute: bool = False


_VERB = r"(?:donn(?:e|es|ee|ant|ent)|remis|laisse|ayant\s+donne|confie)"
_CONNECT = re.compile(
    r"\s*[,(]?\s*(?<![a-z])(?:(?:excuse|absent)\w*\s*,?\s*(?:et\s+)?)?(?:qui\s+)?(?:"
    r"(?P<substitute>(?:remplacee?|suppleee?|representee?)\s+par\s+(?:son|sa)\s+suppleante?\s*,?)"
    rf"|(?P<gives>(?:(?:a|ont|avait|avaient|ayant)\s+)?(?:{_VERB}\s+)?(?:son\s+|leur\s+|un\s+|le\s+)?"
    rf"(?:{PROXY}|proc\.|pouv\.)(?:\s+de\s+vote)?(?:\s+ecrite?)?(?:\s+donnee?s?)?\s*(?::\s*)?(?:a|pour)\b(?=\s))"
    r"|(?P<by>(?:(?:est|sont|etait)\s+)?representee?\(?e?\)?s?\s+par)"
    r"|(?P<mandataire>(?:(?:a|ayant)\s+pour\s+|(?<=\())?mandataire\s*:)"
    rf"|(?P<of>(?:(?:a|ayant)\s+(?:recu\s+)?|avec\s+|porteur\s+d[eu']\s*)?(?:la\s+|le\s+|un\s+)?{PROXY}\s+(?:de|d')(?!\s*vote))"
    r")\s*"
)
_TO = re.compile(r",?\s+(?P<gives>a|par|pour|->|=>|→)\s+(?=[A-Za-z])")
_GIVEN_BY = re.compile(rf"\s*{PROXY}\s+d[e']")  # « pouvoir de Mme LEROY à M. ROUX »
_NOTE = re.compile(r"\s*\(([^()]{1,160})\)")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý][a-zà-ÿ]{0,2}\.?-?\s?){1,3}")
_NUMBERED = rf"\s+\d{{1,2}}\s?[.)-]\s?(?={CIVILITY}|[a-z])"
_COMMAS = re.compile(rf"\s*[,;•|]\s*|\.\s+(?={CIVILITY}\s)|(?<=[a-z]{{4}})\.\s+|\s+et\s+|{_NUMBERED}")
_DASHES = re.compile(rf"\s*[,;•|]\s*|\s+[-_]+\s*|(?<!\s)[-_]*-\s+(?=[a-z]\.)|\s*--+\s*|\s+et\s+|{_NUMBERED}")
_LINES = re.compile(rf"\s*[,;•|]\s*|\s*\n\s*|\s+et\s+|{_NUMBERED}")
_BEFORE_CIVILITY = re.compile(rf"(?<=\S)\s+(?={CIVILITY}\s*[a-z])")
_UNTIL = re.compile(
    r"\s+(?:jusqu|a\s+partir|a\s+compter|pour\s+(?:les|la)|d(?:e\s+la|u)\s+n\s?°|absente?\b|excusee?\b).*$"
)
# « Les adjoints : », « Collège n° 2 – », at the head of a line.
_LABEL = re.compile(
    r"(?:^|\n|\s-(?=\s)|\.(?=\s))[ \t]*(?:[^\n:,;()]{2,70}?(?:\([^()\n]{2,40}\)\s*)?:(?=\s)|(?:college|liste"
    r"|groupe|secteur|canton)\b[^\n:,;()]{0,50}?\s[-:])[ \t]*"
    # « Les Vice-Présidents : », where a scan lost the lines
    r"|\s(?:les?|la)\s+(?:president|vice|adjoint|conseill|membre|maire|delegue)[^\n:,;()]{0,40}:(?=\s)[ \t]*"
)


def events(text: str, section: Section, style: Style) -> Iterator[Person | Link]:
    """Names and links of a section, in order, up to what is neither."""
    begin = section.begin + take_group(text[section.begin : section.end], style.initials)
    body = text[begin : section.end]
    if not body.strip() or body[: len(body) - len(body.lstrip())].count("\n") > 2:
        return
    chunks = list(_chunks(body, section, style))
    linked = taken = False
    for index, (start, end, chunk, mark) in enumerate(chunks):
        names = _names(chunk, style)
        if names is None:
            following = [_names(later[2], style) for later in chunks[index + 1 : index + 3]]
            if len(chunk) > 70 or not any(following) or not taken:
                return
            names = []
        if linked and not names and re.match(CIVILITY, fold(chunk.strip())):
            names = [clean(chunk)]  # « M. le Maire », to whom a proxy is given
        linked, taken = isinstance(mark, Link), taken or bool(names)
        for name in names:
            yield Person(name, begin + start, begin + end, mark if isinstance(mark, str) else "")
        if isinstance(mark, Link):
            yield mark


def _chunks(body: str, section: Section, style: Style) -> Iterator[tuple[int, int, str, str | Link | None]]:
    """What stands between two marks, and the mark after it."""
    place = 0
    for start, end, mark in [*_marks(body, fold(body), section, style), (len(body), len(body), None)]:
        if start < place:
            continue
        yield place, start, body[place:start], mark
        place = end


def _names(chunk: str, style: Style) -> list[str] | None:
    """The names of a chunk: none for a role or a label, None when it is something else than names."""
    words = clean(chunk)
    words = words[: len(words) - len(m[0])] if (m := _UNTIL.search(fold(words))) else words
    words = re.sub(rf"^{CIVILITY}$", "", words, flags=re.IGNORECASE)
    words = words[: m.start()] if (m := re.search(r"\s+\d", words)) and is_name(words[: m.start()], style) else words
    skip = take_group(words, style.initials)
    words = words[skip:] if skip and not re.match(r"m[.r]?\s", fold(words)) else words
    if not words or is_role(words) or words.endswith(":"):
        return []
    if not style.initials and (m := _BEFORE_CIVILITY.search(fold(words), 4)):
        words = words[: m.start()]  # after the last item of a numbered list
    names = split_run(words, style)
    good = [name for name in names if is_name(name, style)]
    return good if len(good) == len(names) or good[:1] == names[:1] else None


def _marks(body: str, plain: str, section: Section, style: Style) -> list[tuple[int, int, str | Link | None]]:
    """Separators (None), remarks in brackets (their words) and links of a section, in order."""
    marks: list[tuple[int, int, str | Link | None]] = []
    for link in _CONNECT.finditer(plain):
        group = str(link.lastgroup)
        words = " ".join(body[link.start(group) : link.end(group)].split())
        marks.append((link.start(), link.end(), Link(words, group == "of", group == "substitute")))
    if section.kind.proxies or _GIVEN_BY.match(plain):
        edges = {edge for start, end, _ in marks for edge in (start, end)}
        marks += [(m.start(), m.end(), Link("")) for m in _TO.finditer(plain) if not {m.start(), m.end()} & edges]
    taken = [(start, end) for start, end, _ in marks]
    for note in _NOTE.finditer(body):
        inside = any(start < note.end() and note.start() < end for start, end in taken)
        if not inside and section.kind.proxies and is_name(clean(note[1]), style):
            marks += [(note.start(), note.start(1), Link("")), (note.end(1), note.end(), None)]
        elif not inside and not _INITIALS.fullmatch(note[1]):
            marks.append((note.start(), note.end(), note[1].strip()))
    marks += [(m.start(), m.end(), None) for m in re.finditer(r"(?<![.\d])\)", plain)]
    marks += [(m.start(), m.end(), None) for m in _LABEL.finditer(plain)]
    numbered = len(re.findall(_NUMBERED, plain)) > 2
    links = sum(isinstance(mark, Link) for _, _, mark in marks)
    separators = [_separator(plain, links)] + ([] if style.initials or numbered else [_BEFORE_CIVILITY])
    marks += [(m.start(), m.end(), None) for pattern in separators for m in pattern.finditer(plain)]
    return sorted(marks, key=lambda mark: (mark[0], mark[2] is None, -mark[1]))


def _like_a_name(words: str) -> bool:
    return 1 < len(words.split()) < 14 and not words.strip().endswith(".")


def _separator(plain: str, links: int) -> re.Pattern[str]:
    """What separates the names of a list: commas where it has them, else dashes, else its lines."""
    lines = [line for line in plain.split("\n") if line.strip()]
    commas, dashes = plain.count(",") + plain.count(";"), len(re.findall(r"\s-+\s?|-\s", plain))
    apart = dashes > 2 or all(len(name.split()) > 1 for name in re.split(r"\s-+\s", plain))
    if dashes > 2 * commas and apart:
        return _DASHES
    if commas and links == commas + 1:
        return _COMMAS  # « A donne pouvoir à B, C donne pouvoir à D », in lines that cut names
    heads = [re.split(r"[,(]", line)[0] for line in lines]
    one_each = (
        len(lines) > (2 if commas else 1)
        and ";" not in plain
        and not any(line.rstrip().endswith((",", "-")) for line in lines)
    )
    one_each = one_each and commas <= 1.3 * len(lines) and sum(map(_like_a_name, heads)) >= 0.7 * len(lines)
    return _LINES if one_each or not commas else _COMMAS
