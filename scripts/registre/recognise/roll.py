"""A roll called name by name: one row for each member, « Présent », « Absent », or to whom a proxy is given."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from registre.recognise.found import fold
from registre.recognise.names import bare, clean, is_name

_STATE = re.compile(
    r"(?<!\s)\s++(?P<state>presente?|absente?(?:\s+excusee?)?|excusee?|representee?|pouvoir|procuration|x)\b\s*(?:\s(?:pouvoir|procuration|donne\s+pouvoir)?\s*(?:(?:a|par|au)\s+)?:?\s*(?P<to>.*))?$"
)
ROWS = 4  # fewer rows make no roll


@dataclass(slots=True)
class Roll:
    """What the rows say, and where the roll begins and ends."""

    start: int
    end: int
    presents: list[str] = field(default_factory=list)
    excuses: list[str] = field(default_factory=list)
    absents: list[str] = field(default_factory=list)
    pouvoirs: list[tuple[str, str]] = field(default_factory=list)


def read_roll(text: str, end: int) -> Roll | None:
    """The roll that stands among the first `end` signs, one row a line; None when there is none."""
    rows: list[tuple[int, int, str, str, str]] = []
    place = 0
    for line in text[:end].split("\n"):
        match = _STATE.search(fold(line))
        name = clean(line[: match.start()]) if match else ""
        if match and is_name(name) and len(bare(name).split()) > 1:
            to = clean(line[match.start("to") : match.end("to")]) if match["to"] else ""
            rows.append((place, place + len(line), name, match["state"], to))
        place += len(line) + 1
    if len(rows) < ROWS:
        return _in_a_line(text, end)
    roll = Roll(rows[0][0], rows[-1][1])
    for _, _, name, state, to in rows:
        _put(roll, name, state, to)
    return roll


# « VAN GHELDER Anne »
_WHO = r"(?:[A-ZÀ-Ý][A-ZÀ-Ý'’-]{1,30}\s){1,5}[A-ZÀ-Ý][\wà-ÿ-]{0,30}[a-zà-ÿ][\wà-ÿ-]{0,30}"
_MEMBER = re.compile(
    rf"(?<![\w'’-])(?P<name>{_WHO})\s(?P<state>Présente?|Absente?|Excusée?)\b"
    rf"(?:\s*[-–,:]?\s*(?:pouvoir|procuration)\s+à\s+(?P<to>{_WHO}))?"
    rf"(?:,?\s*remplacée?\s+par\s+(?P<substitute>{_WHO}))?"
)


def _in_a_line(text: str, end: int) -> Roll | None:
    """The same rows on one line, as a scan gives them: « MARTIN Anne Présente ROUX Luc Excusé »."""
    rows = list(_MEMBER.finditer(text, 0, end))
    if len(rows) < 2 * ROWS:
        return None
    roll = Roll(rows[0].start(), rows[-1].end())
    for row in rows:
        if row["substitute"]:
            roll.presents.append(row["substitute"])
        _put(roll, row["name"], fold(row["state"]), row["to"] or "")
    return roll


def _put(roll: Roll, name: str, state: str, to: str) -> None:
    if state.startswith(("present", "x")):
        roll.presents.append(name)
        return
    if to and is_name(to):
        roll.pouvoirs.append((name, to))
    (
        roll.excuses
        if "excuse" in state or state.startswith(("represente", "pouvoir", "procuration"))
        else roll.absents
    ).append(name)
