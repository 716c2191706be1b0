"""The text of a page as the search index must have it: without accents, compounds cut; put back as printed when shown.

Pagefind takes the stem of a word with its accents in a page, without them in a question, and loses an exact phrase on
a page that has both « a » and « à ». So an accent becomes an invisible character after its letter, which Pagefind
leaves out of words; and « l’action », « coffre-fort » or « n°85-643 » are given in two words. recherche-texte.js
(`asWritten`) turns these back into what the page says: keep both in step.

Pagefind also reads the pages of every word that begins the one it looks for, « le » for « lecture », and falls back on
them: a word that says nothing of what is looked for is given another beginning.
"""

from __future__ import annotations

import re
import unicodedata

from registre.model.names import without_accents

JOINER = "\u2060"  # inside « œ », after « & »; before a space that the page does not have
MUTE = {"e": "\u206d", "E": "\u206e"}  # the « e » of « signée », which is the same word as « signé »
ACCENTS = {"\u0300": "\u2061", "\u0301": "\u2062", "\u0302": "\u2063", "\u0308": "\u2064", "\u0327": "\u206a"}
MARKS = frozenset({JOINER, *MUTE.values(), *ACCENTS.values()})

# Words of a question that say nothing of what is looked for, without accents; recherche-texte.js has the same.
_EMPTY = """
a ai alors and as au aucun aussi aux avait avec avez avoir c ce cela celle celui ces cet cette ceux chez combien comme
comment d dans de des depuis devait dois doit doivent donc dont du elle elles en entre es est et etaient etait ete
etes etre eu faut fut ici il ils j je jusqu jusque l la laquelle le lequel les leur leurs lors ma mais me mes moi mon
n ne nos notre nous numero num on ont ou par pas peut peuvent plus pour pourquoi qu quand que quel quelle quelles
quels qui quoi s sa sans se sera seront ses si son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres
tu un une va vers veut vont vos votre vous y
"""
EMPTY = frozenset(_EMPTY.split())
APART = f"zq{JOINER}"  # before them
LONGEST = max(map(len, EMPTY))

_LIGATURES = str.maketrans({"œ": f"o{JOINER}e", "Œ": f"O{JOINER}E", "æ": f"a{JOINER}e", "Æ": f"A{JOINER}E"})
_MUTE = re.compile(r"(?<=\w{4}[éÉ])[eE](?=[sS]?(?!\w))")
_ACCENTED = re.compile(f"(?<=[A-Za-z])[{''.join(ACCENTS)}]")
_ENTITY = re.compile(r"&(?=[lg]t;)")  # typed so: excerpts would show « < » and « > »
_WORD = re.compile(r"(?<![\w./:-])[^\W\d_]+(?!\w)")  # not in « 605-DE »
_COMPOUND = re.compile(r"((?<=[^\W\d_])['’ʼ‐‑-](?=[^\W_])|[°º](?=\w))")


def folded(text: str) -> str:
    """« Décret n°85-643 d’Œuvre signée » → « De(´)cret n°(joiner) 85-643 d’(joiner) O(joiner)Euvre signe(´)(mute) »."""
    text = unicodedata.normalize("NFC", text)
    text = _COMPOUND.sub(rf"\1{JOINER} ", _ENTITY.sub(f"&{JOINER}", text))
    text = _WORD.sub(_apart, text)
    text = _MUTE.sub(lambda letter: MUTE[letter[0]], text).translate(_LIGATURES)
    text = _ACCENTED.sub(lambda accent: ACCENTS[accent[0]], unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", text)


def _apart(word: re.Match[str]) -> str:
    return APART + word[0] if len(word[0]) <= LONGEST and without_accents(word[0]).lower() in EMPTY else word[0]


_BACK = {mark: accent for accent, mark in ACCENTS.items()} | {mark: letter for letter, mark in MUTE.items()}
_MARK = re.compile(f"[{''.join(_BACK)}]")
_LIGATURE = re.compile(f"([oa]){JOINER}e", re.IGNORECASE)


def unfolded(text: str) -> str:
    """The text as the page says it."""
    text = text.replace(APART, "").replace(f"{JOINER} ", "").replace(f"&{JOINER}", "&")
    text = _LIGATURE.sub(lambda letter: {"o": "œ", "O": "Œ", "a": "æ", "A": "Æ"}[letter[1]], text)
    return unicodedata.normalize("NFC", _MARK.sub(lambda mark: _BACK[mark[0]], text))
