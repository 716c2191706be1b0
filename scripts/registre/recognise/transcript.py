"""The marks that a transcription adds to a document, and that are no part of it."""

from __future__ import annotations

import re

_MARKS = (
    (re.compile(r"^[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$", re.M), ""),  # an image
    (
        re.compile(r"^A (?:handwritten|blue|red|black|round|circular|stamp|signature|logo|seal)\b[^\n]*$", re.M),
        "",
    ),  # an image, described
    (re.compile(r"\[([^\]\n]+)\]\([^)\s]*\)"), r"\1"),  # a link
    (re.compile(r"^(?:\\?\*[ ]?){3,}$", re.M), ""),  # an ornament
    (re.compile(r"^[ \t]*(?:-{3,}|={3,})[ \t]*$", re.M), ""),  # a rule
    (re.compile(r"\^\{([^}\n]{1,4})\}|<sup>([^<\n]{1,4})</sup>"), r"\1\2"),  # « 1^{er} »
    (re.compile(r"\*\*\*\*"), "\n"),  # two titles in bold, end to end
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.S), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+", re.M), ""),
    (re.compile(r"\\([_*#\[\]])"), r"\1"),
)


def without_marks(text: str) -> str:
    """The text without Markdown marks, descriptions of images and ornaments; one kind of line end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    for pattern, kept in _MARKS:
        text = pattern.sub(kept, text)
    return re.sub(r"[ \t]+$", "", text, flags=re.M)
