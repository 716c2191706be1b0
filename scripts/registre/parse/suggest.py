"""« Vouliez-vous dire… » : the closest admitted value."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from registre.model.names import slugify


def closest(value: str, options: Iterable[str]) -> str | None:
    """The option closest to what was typed (accents and case do not count), or None."""
    by_slug = {slugify(option): option for option in options}
    typed = slugify(value)
    found = difflib.get_close_matches(typed, by_slug, n=1, cutoff=0.6)
    found += [slug for slug in by_slug if slug and typed.startswith(f"{slug}-")]  # « adoptée à l’unanimité »
    return by_slug[found[0]] if found else None


def suggestion(value: str, options: Iterable[str]) -> str:
    """« . Vouliez-vous dire « x » ? » for the closest option, or nothing."""
    found = closest(value, options)
    return f". Vouliez-vous dire « {found} » ?" if found else ""
