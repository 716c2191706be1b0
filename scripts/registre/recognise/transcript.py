"""The marks that a transcription adds to a document, and that are no part of it."""

from __future__ import annotations

import re

_MARKS = (
    (re.compile(r"^[ \t]*!\[[^\]]{0,500}\]\([^)]{0,500}\)[ \t]*$", re.M), ""),  # an image
    (
        re.compile(r"^A (?:handwritten|blue|red|black|round|circular|stamp|signature|logo|seal)\b[^\n]*$", re.M),
        "",
    ),  # an image, described
    (re.compile(r"\[([^\]\n]{1,200})\]\([^)\s]{0,500}\)"), r"\1"),  # a link
    (re.compile(r"^(?:\\?\*[ ]?){3,}$", re.M), ""),  # an ornament
    (re.compile(r"^[ \t]*(?:-{3,}|={3,})[ \t]*$", re.M), ""),  # a rule
    (re.compile(r"\^\{([^}\n]{1,4})\}|<sup>([^<\n]{1,4})</sup>"), r"\1\2"),  # « 1^{er} »
    (re.compile(r"\*\*\*\*"), "\n"),  # two titles in bold, end to end
    (re.compile(r"\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*", re.S), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+", re.M), ""),
    (re.compile(r"\\([_*#\[\]])"), r"\1"),
)


_WIDE = 120  # spaces: no page is wider


def without_marks(text: str) -> str:
    """The text without Markdown marks, descriptions of images and ornaments; one kind of line end.

    A run of spaces is a line wide at most, and a run of empty lines six.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    text = re.sub(rf"[^\S\n]{{{_WIDE},}}", " " * _WIDE, text)
    text = re.sub(r"\n(?:[^\S\n]*\n){6,}", "\n" * 7, text)
    for pattern, kept in _MARKS:
        text = pattern.sub(kept, text)
    return re.sub(r"[ \t]+$", "", text, flags=re.M)
