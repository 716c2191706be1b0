"""Characters that nobody sees, refused where they stand; those that a screen cannot show, told.

Hidden (Unicode 17): controls (Cc) but tab and newline, formats (Cf), line and paragraph separators (Zl, Zp),
surrogates, noncharacters, what DerivedCoreProperties.txt calls Default_Ignorable_Code_Point (fillers, joiners,
variation selectors, tags), and the blank of braille.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from registre.problems import Place, Problem, make

_NONCHARACTERS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    f"\U000e0000-\U000e0fff{_NONCHARACTERS}]"
)
# A variation selector that belongs to an emoji: after a symbol, or before the frame of a keycap.
_EMOJI = re.compile(
    "(?<=[©®‼⁉™ℹ\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff〰〽㊗㊙\U0001f000-\U0001faff])[\ufe0e\ufe0f]"
    "|(?<=[#*0-9])\ufe0f(?=\u20e3)"
)
# Private use: the bullet or the arrow of one font, as PDF files hold them. And what a copy lost.
_UNSHOWN = re.compile("[\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_NAMES = {
    "\r": "retour chariot",
    "\x00": "caractère nul",
    "\x7f": "effacement",
    "\x85": "saut de ligne NEL",
    "\xad": "trait d’union conditionnel",
    "\u034f": "joint de graphèmes",
    "\u061c": "marque de sens de l’arabe",
    "\u200b": "espace de largeur nulle",
    "\u200c": "antiliant",
    "\u200d": "liant",
    "\u200e": "marque gauche-à-droite",
    "\u200f": "marque droite-à-gauche",
    "\u2028": "séparateur de lignes",
    "\u2029": "séparateur de paragraphes",
    "\u202c": "fin d’un sens de lecture forcé",
    "\u202e": "sens de lecture inversé",
    "\u2060": "gluon de mots",
    "\u2069": "fin d’un sens de lecture isolé",
    "\u2800": "case de braille vide",
    "\ufeff": "marque d’ordre des octets",
    "\ufffc": "objet perdu à la copie",
    "\ufffd": "caractère perdu à la copie",
    **dict.fromkeys("\u202a\u202b\u202d", "sens de lecture forcé"),
    **dict.fromkeys("\u2066\u2067\u2068", "sens de lecture isolé"),
    **dict.fromkeys("\u115f\u1160\u3164\uffa0", "blanc du coréen"),
    **dict.fromkeys(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))), "sélecteur de variante"),
    **dict.fromkeys(map(chr, range(0xE0000, 0xE0080)), "étiquette invisible"),
}
_FONT_BULLET = re.compile(rf"^[ \t]*{_UNSHOWN.pattern}[ \t]*")
_LIGATURES = str.maketrans({letters: unicodedata.normalize("NFKC", letters) for letters in "ﬀﬁﬂﬃﬄﬅﬆ"})
_CUT = re.compile(r"(?<=\w)[-‐]\s*\n\s*(?=\w)")
_KINDS = {"Cc": "caractère de commande", "Cf": "caractère de mise en forme", "Co": "signe propre à une police"}


EXCERPT = 2_000  # characters of a line that are kept to be shown


@lru_cache(maxsize=64)
def visible(line: str) -> str:
    """The line, with « � » for what hides in it; the last ones are at hand, for one may have thousands of problems."""
    return _HIDDEN.sub("�", line)


def readable(text: str) -> str:
    """Text taken from a document, on one line: without what hides or belongs to one font, a word cut in two closed up.

    What many fonts call a soft hyphen (U+00AD) is the one that is printed.
    """
    text = _CUT.sub("-", text.replace("\xad", "-").translate(_LIGATURES))
    return " ".join(_UNSHOWN.sub(" ", _HIDDEN.sub("", " ".join(text.split()))).split())


def readable_lines(text: str) -> str:
    """The same with its lines kept, a bullet in place of the sign of a font that begins one."""
    lines = (_HIDDEN.sub("", line.translate(_LIGATURES).replace("\xad", "-")) for line in text.splitlines())
    return "\n".join(_UNSHOWN.sub(" ", _FONT_BULLET.sub("• ", line)) for line in lines)


def odd_characters(text: str, path: str) -> Iterator[Problem]:
    """A problem for each hidden or unshown character of a file."""
    signs = "".join(set(text))  # a text has few different ones: it is nearly always enough to look at these
    if _HIDDEN.search(signs) or _UNSHOWN.search(signs):
        for number, line in enumerate(text.split("\n"), start=1):
            yield from odd_in(line, Place(path, number, visible(line[:EXCERPT])))


def odd_in(line: str, place: Place, told: str = "") -> Iterator[Problem]:
    """The same for a line, or for a value with its escapes read, at `place`; those of `told` are not told again."""
    for code, found in (("F007", _hidden_in(line)), ("F041", _UNSHOWN.finditer(line))):
        for match in found:
            if match.group() not in told:
                yield make(code, place, nom=_name(match.group()), colonne=match.start() + 1)


def _hidden_in(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _HIDDEN.finditer(text) if not _EMOJI.match(text, match.start()))


def _name(character: str) -> str:
    kind = _KINDS.get(unicodedata.category(character), "caractère invisible")
    return f"U+{ord(character):04X} ({_NAMES.get(character, kind)})"
