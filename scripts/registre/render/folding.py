"""The text of a page as the search index must have it: without accents, compounds cut; put back as printed when shown.

Pagefind takes the stem of a word with its accents in a page, without them in a question, and loses an exact phrase on
a page that has both « a » and « à ». So an accent becomes an invisible character after its letter, which Pagefind
leaves out of words; and « l’action », « coffre-fort » or « n°85-643 » are given in two words. recherche-texte.js
(`asWritten`) turns these back into what the page says: keep both in step.
"""

from __future__ import annotations

import re
import unicodedata

JOINER = "\u2060"  # inside « œ », after « & »; before a space that the page does not have
MUTE = {"e": "\u206d", "E": "\u206e"}  # the « e » of « signée », which is the same word as « signé »
ACCENTS = {"\u0300": "\u2061", "\u0301": "\u2062", "\u0302": "\u2063", "\u0308": "\u2064", "\u0327": "\u206a"}
MARKS = frozenset({JOINER, *MUTE.values(), *ACCENTS.values()})

_LIGATURES = str.maketrans({"œ": f"o{JOINER}e", "Œ": f"O{JOINER}E", "æ": f"a{JOINER}e", "Æ": f"A{JOINER}E"})
_MUTE = re.compile(r"(?<=\w{4}[éÉ])[eE](?=[sS]?(?!\w))")
_ACCENTED = re.compile(f"(?<=[A-Za-z])[{''.join(ACCENTS)}]")
_ENTITY = re.compile(r"&(?=[lg]t;)")  # typed so: excerpts would show « < » and « > »
_COMPOUND = re.compile(r"((?<=[^\W\d_])['’ʼ‐‑-](?=[^\W_])|[°º](?=\w))")


def folded(text: str) -> str:
    """« Décret n°85-643 d’Œuvre signée » → « De(´)cret n°(joiner) 85-643 d’(joiner) O(joiner)Euvre signe(´)(mute) »."""
    text = unicodedata.normalize("NFC", text)
    text = _COMPOUND.sub(rf"\1{JOINER} ", _ENTITY.sub(f"&{JOINER}", text))
    text = _MUTE.sub(lambda letter: MUTE[letter[0]], text).translate(_LIGATURES)
    text = _ACCENTED.sub(lambda accent: ACCENTS[accent[0]], unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", text)


_BACK = {mark: accent for accent, mark in ACCENTS.items()} | {mark: letter for letter, mark in MUTE.items()}
_MARK = re.compile(f"[{''.join(_BACK)}]")
_LIGATURE = re.compile(f"([oa]){JOINER}e", re.IGNORECASE)


def unfolded(text: str) -> str:
    """The text as the page says it."""
    text = text.replace(f"{JOINER} ", "").replace(f"&{JOINER}", "&")
    text = _LIGATURE.sub(lambda letter: {"o": "œ", "O": "Œ", "a": "æ", "A": "Æ"}[letter[1]], text)
    return unicodedata.normalize("NFC", _MARK.sub(lambda mark: _BACK[mark[0]], text))
