"""What was read of an act, compared with what a person read: names whatever their order, dates and numbers exactly."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from registre.model.names import name_key, number_key, slugify

LISTS = ("presents", "absents", "pouvoirs")
NAMES = ("president", "secretaire")
ALIKE = 0.9  # of the words of an object, spaces and case apart


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that is not the one of the label: `invented` where the document says none."""

    key: str
    invented: bool
    told: object
    read: object

    def __str__(self) -> str:
        word = "inventé" if self.invented else "faux" if self.read else "manque"
        return f"{self.key} {word} : {self.told!r} → {self.read!r}"


def compare(label: dict[str, Any], read: dict[str, Any]) -> tuple[int, float, list[Gap]]:
    """(values told, how many of them were read, a list for the share of its names, what differs)."""
    told, right, gaps = 0, 0.0, []
    for key, value in label.items():
        if key in {"variantes", "notes"}:
            continue
        others = (label["variantes"] or {}).get(key, [])
        if key in LISTS:
            share, gap = _lists(key, value or [], read[key] or [], _optional(label, key, others))
        else:
            share, gap = _scalars(key, value, read[key], others)
        told += share is not None
        right += share or 0
        gaps += [gap] if gap else []
    return told, right, gaps


def _scalars(key: str, value: object, read: object, others: list[object]) -> tuple[float | None, Gap | None]:
    accepted = [value, *others]
    if any((read is None) == (one is None) and _same(key, one, read) for one in accepted):
        return (None if value is None else 1.0), None
    return (None if value is None else 0.0), Gap(key, value is None, value, read)


def _same(key: str, told: object, read: object) -> bool:
    if not isinstance(told, str) or not isinstance(read, str):
        return told == read
    if key == "objet":
        return difflib.SequenceMatcher(None, slugify(told), slugify(read), autojunk=False).ratio() >= ALIKE
    if key == "collectivite":
        return _body(told) == _body(read)
    if key == "numero":
        return number_key(told) == number_key(read)
    return name_key(told) == name_key(read) if key in NAMES else told == read


def _body(name: str) -> str:
    return re.sub(r"^(?:commune|ville|mairie)-(?:de-la-|de-l-|des-|de-|du-|d-)?", "", slugify(name))


def _lists(key: str, told: list[Any], read: list[Any], optional: set[Hashable]) -> tuple[float | None, Gap | None]:
    mine = Counter(k for k in map(_key, told) if k not in optional)
    theirs = Counter(k for k in map(_key, read) if k not in optional)
    if mine == theirs:
        return (1.0 if mine else None), None
    missed = [one for one in told if _key(one) in mine - theirs]
    more = [one for one in read if _key(one) in theirs - mine]
    share = 2 * (mine & theirs).total() / (mine.total() + theirs.total())
    return (share if mine else None), Gap(key, not told, missed, more)


def _key(one: Any) -> Hashable:
    return name_key(one) if isinstance(one, str) else tuple(name_key(name or "") for name in one)


def _optional(label: dict[str, Any], key: str, others: list[Any]) -> set[Hashable]:
    """Who gave a proxy may be among the absents, or not."""
    return {_key(one) for one in others} | set(_givers(label) if key == "absents" else ())


def _givers(label: dict[str, Any]) -> Iterator[Hashable]:
    proxies = [*(label["pouvoirs"] or []), *(label["variantes"] or {}).get("pouvoirs", [])]
    return (name_key(giver) for giver, _ in proxies)
