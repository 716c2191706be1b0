"""Words, signs and blanks: what two texts are compared by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from registre.model.text import BLANK

# A blank may be drawn by nothing at all: « du au », « du … au » at the end of a paragraph.
_BARE = re.compile(r"(?<=\bdu)(?=\s+au\b)|(?<=\bdu au)(?=\s*(?:$|\n\s*[A-ZÀ-Ý]|[.;]\s))")
_TOKEN = re.compile(rf"({BLANK}|[^\W_]+|_|[^\w\s])(\s*)")
HOLE = "\0"  # any blank, once folded
_ALIKE = str.maketrans(
    {sign: plain for plain, signs in {"'": "’‘ʼ`´", "-": "‐‑‒–—−", '"': "«»“”„"}.items() for sign in signs}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a blank, and the spaces after it. `key`: what it is compared by."""

    core: str
    gap: str
    key: str

    @property
    def text(self) -> str:
        """As typed."""
        return self.core + self.gap


Tokens: TypeAlias = Sequence[Token]


def words_of(text: str) -> list[Token]:
    """The tokens of a text, which put end to end are the text."""
    found = []
    bare = {match.start() for match in _BARE.finditer(text)}
    start = re.match(r"\s*", text)
    if start and start[0]:
        found.append(Token("", start[0], ""))
    for match in _TOKEN.finditer(text):
        core, gap = match.groups()
        if match.end(1) in bare:
            found += [Token(core, "", _folded(core)), Token("", gap, HOLE)]
        else:
            found.append(Token(core, gap, HOLE if re.fullmatch(BLANK, core) else _folded(core)))
    return found


def lines_of(text: str) -> list[Token]:
    """Its lines, as tokens."""
    return [Token(line, "", _folded(line.strip())) for line in text.splitlines(keepends=True)]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_ALIKE)


def text_of(tokens: Tokens) -> str:
    """What tokens are made of."""
    return "".join(token.text for token in tokens)
