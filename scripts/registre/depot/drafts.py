"""Records as drafts, line by line: read and changed where nothing may be installed, all else left as it is typed."""

from __future__ import annotations

import re

_KEYS = ("brouillon", "a_verifier")
_DRAFT = re.compile(r"^brouillon[ \t]*:[ \t]*[\"']?(oui|true|vrai)\b", re.MULTILINE | re.IGNORECASE)
_HELD = re.compile(rf"^({'|'.join(_KEYS)})[ \t]*:")


def is_draft(text: str) -> bool:
    """True for a record that says it is a draft."""
    return bool(_DRAFT.search(text))


def published(text: str) -> str:
    """The record without `brouillon` nor `a_verifier`: what follows such a key is indented, or an item of its list."""
    kept: list[str] = []
    blank: list[str] = []
    inside = False
    for line in text.splitlines(keepends=True):
        if _HELD.match(line):
            inside, blank = True, []
        elif inside and not line.strip():
            blank.append(line)
        elif inside and line[0] in " \t-":
            blank = []
        else:
            kept += [*blank, line]
            inside, blank = False, []
    return "".join(kept)
