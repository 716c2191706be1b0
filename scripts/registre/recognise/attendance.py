"""Who was there, excused or absent, and who gave a proxy to whom, under the headings that a document uses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from registre.model.names import name_key
from registre.recognise.found import Found, fold
from registre.recognise.listing import Link, events
from registre.recognise.names import Person, Style, has_initials, run_style, style_of, take_group
from registre.recognise.roll import Roll, read_roll
from registre.recognise.sections import Kind, Section, find_sections, find_unheaded


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who gives a proxy, to whom when it is said, in what words."""

    de: str
    a: str | None
    formule: str = ""


@dataclass(slots=True)
class Lists:
    """What the lists of a document say; a list that has no heading is None."""

    presents: Found[list[str]] | None = None
    excuses: Found[list[str]] | None = None
    absents: Found[list[str]] | None = None
    pouvoirs: Found[list[Proxy]] | None = None
    suppleances: list[tuple[str, str]] = field(default_factory=list)  # (who sits, for whom)
    notes: list[Person] = field(default_factory=list)  # names followed by a remark: « arrivée à 19 h »
    intitules: dict[str, str] = field(default_factory=dict)

    @property
    def all(self) -> list[Found[list[str]] | Found[list[Proxy]]]:
        """Those that there are."""
        return [found for found in (self.presents, self.excuses, self.absents, self.pouvoirs) if found]


_CHAMP = {Kind.PRESENTS: "presents", Kind.ABSENTS: "absents"}


def read_attendance(text: str, end: int, stops: Sequence[int] = ()) -> Lists:
    """The lists of names among the first `end` signs of a text; `stops`: places where something else begins."""
    if roll := read_roll(text, end):
        return _of_roll(roll)
    sections = find_sections(text, end, stops)
    longest = max(sections, key=lambda s: (s.kind is Kind.PRESENTS, s.end - s.begin), default=None)
    if longest is None:
        return Lists()
    initials = has_initials(text[longest.begin : longest.end])
    rough = [event.name for event in events(text, longest, Style(initials=initials)) if isinstance(event, Person)]
    style = style_of(rough, initials) if rough else run_style(text[longest.begin : longest.end])
    lists = Lists()
    for section in sections:
        _take(lists, section, text, list(events(text, section, style)))
    if not (lists.presents and lists.presents.value):
        for section in find_unheaded(text, end, stops):
            _take(lists, section, text, list(events(text, section, style)))
    return lists


def _of_roll(roll: Roll) -> Lists:
    presents, excuses, absents = (Found(n, roll.start, roll.end) for n in (roll.presents, roll.excuses, roll.absents))
    lists = Lists(presents, excuses, absents)
    if roll.pouvoirs:
        lists.pouvoirs = Found([Proxy(giver, taker) for giver, taker in roll.pouvoirs], roll.start, roll.end)
    return lists


def _take(lists: Lists, section: Section, text: str, found: list[Person | Link]) -> None:
    """Put what a section says where it belongs."""
    names: list[Person] = []
    proxies: list[Proxy] = []
    index = 0
    while index < len(found):
        event, link, other = (found[index + i] if index + i < len(found) else None for i in range(3))
        if not isinstance(event, Person):  # « Pouvoir de … à … »: names follow
            index += 1
        elif isinstance(link, Link) and isinstance(other, Person):
            kept = _linked(lists, section, event, link, other, proxies)
            names += kept
            index += 3
        else:
            names.append(event)
            if section.kind in {Kind.PROXIES, Kind.ABSENT_PROXIES}:
                proxies.append(Proxy(event.name, None))
            index += 1
    end = max((event.end for event in found if isinstance(event, Person)), default=section.begin)
    _put(lists, section, end, text, names, proxies)


def _linked(
    lists: Lists, section: Section, one: Person, link: Link, other: Person, proxies: list[Proxy]
) -> list[Person]:
    """Take two names and their link; returns who belongs to the list itself."""
    if link.substitute:
        lists.suppleances.append((other.name, one.name))
        return [other]
    giver, taker = (other, one) if link.reverse else (one, other)
    proxies.append(Proxy(giver.name, taker.name, link.words))
    if section.kind is Kind.PRESENTS:
        return [one] if link.reverse else []
    return [one] if link.reverse else [giver]


def _put(lists: Lists, section: Section, end: int, text: str, names: list[Person], proxies: list[Proxy]) -> None:
    group = take_group(text[section.begin : section.end])
    heading = " ".join(text[section.start : section.begin + group].split())
    champ = _CHAMP.get(section.kind, "pouvoirs" if section.kind is Kind.PROXIES else "excuses")
    if section.kind is Kind.PRESENTS:
        names = _aside(lists, names, section, end)
    if champ != "pouvoirs":
        several = {name_key(person.name): person.name for person in names}
        _names(lists, champ, heading, Found(list(several.values()), section.start, end))
    elif proxies and not (lists.pouvoirs and lists.pouvoirs.value):
        lists.intitules[champ] = heading
    announced = section.kind in {Kind.PROXIES, Kind.ABSENT_PROXIES} and lists.pouvoirs is None
    if proxies or announced:
        before = lists.pouvoirs.value if lists.pouvoirs else []
        start = lists.pouvoirs.start if lists.pouvoirs else section.start
        lists.pouvoirs = Found([*before, *(proxy for proxy in proxies if proxy not in before)], start, end)
    lists.notes += [person for person in names if person.note]


def _names(lists: Lists, champ: str, heading: str, found: Found[list[str]]) -> None:
    known: Found[list[str]] | None = getattr(lists, champ)
    if known is None or not known.value:
        setattr(lists, champ, found)
        if heading and (found.value or champ not in lists.intitules):
            lists.intitules[champ] = heading
    elif found.value and (champ != "presents" or re.search("distance|visio|suppleant", fold(heading))):
        new = [name for name in found.value if name not in known.value]
        setattr(lists, champ, Found([*known.value, *new], known.start, found.end))


def _aside(lists: Lists, names: list[Person], section: Section, end: int) -> list[Person]:
    """Those of a list of all members that a remark says absent or excused."""
    kept = []
    for person in names:
        note = fold(person.note)
        champ = "excuses" if note.startswith("excuse") else "absents" if note.startswith("absent") else ""
        if champ:
            _names(lists, champ, "", Found([person.name], section.start, end))
        else:
            kept.append(person)
    return kept
