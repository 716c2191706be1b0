"""« Vouliez-vous dire… » : the closest admitted value."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from registre.model.names import slugify


def closest(value: str, options: Iterable[str]) -> str | None:
    """The option closest to what was typed (accents and case do not count), or None."""
    by_slug = {slugify(option): option for option in options}
    found = difflib.get_close_matches(slugify(value), by_slug, n=1, cutoff=0.6)
    return by_slug[found[0]] if found else None


def suggestion(value: str, options: Iterable[str]) -> str:
    """« . Vouliez-vous dire « x » ? » for the closest option, or nothing."""
    found = closest(value, options)
    return f". Vouliez-vous dire « {found} » ?" if found else ""
