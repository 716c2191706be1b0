"""The shape of the values that a field takes: in words, and as an editor checks them while they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)  # compared and hashed by identity: it stands in the metadata of a type
class Shape:
    """What is typed, and what becomes of it in YAML 1.2, where 605 without quotes is a number and true a boolean.

    `label`: in French. `pattern`: of the whole text when it is not blank, in what the regular expressions of Python and
    of ECMAScript have in common. `number`: JSON Schema of the number that such a text may become; None when it cannot.
    `boolean`: True when it may become a boolean. `choices`: what to offer, each value with its label.
    """

    label: str
    pattern: str = r"[\s\S]*"
    number: Mapping[str, Any] | None = None
    boolean: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)


def any_case(word: str) -> str:
    """A pattern of the word in capitals, small letters or both: « ans? » → « [aA][nN][sS]? »."""
    return "".join(f"[{sign.lower()}{sign.upper()}]" if sign.isalpha() else sign for sign in word)
