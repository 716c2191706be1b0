"""Addresses, relative to the root of the site, without a leading slash. They mirror the paths of the records."""

from __future__ import annotations

import posixpath

SCHEDULE = "echeancier/"
ON_A_DAY = "conventions-au/"
PARTNERS = "partenaires/"


def act_url(reference: str) -> str:
    """« scota/2026-02-11/605 » → « actes/scota/2026-02-11/605/ »."""
    return f"actes/{reference}/"


def comparison_url(reference: str, rank: int) -> str:
    """The page that compares a convention of an act (1 for the first) with its model."""
    return f"{act_url(reference)}comparaison/" if rank == 1 else f"{act_url(reference)}comparaison-{rank}/"


def seance_url(collectivite: str, folder: str) -> str:
    """The page of a séance, one level above its acts."""
    return f"actes/{collectivite}/{folder}/"


def partner_url(slug: str) -> str:
    """The page of the conventions with a body."""
    return f"{PARTNERS}{slug}/"


def body_url(slug: str) -> str:
    """The page of a body."""
    return f"collectivites/{slug}/"


def body_schedule_url(slug: str) -> str:
    """The deadlines of the conventions of a body."""
    return body_url(slug) + SCHEDULE


def type_url(slug: str) -> str:
    """The page of a type of convention."""
    return f"conventions/{slug}/"


def model_url(kind: str, slug: str) -> str:
    """The page of a model convention."""
    return f"{models_url(kind)}{slug}/"


def models_url(kind: str) -> str:
    """The page of the models of a type, one after the other."""
    return f"conventions/{kind}/modeles/"


def lineage_url(kind: str, slug: str) -> str:
    """The page that compares a model with the one before it."""
    return f"{model_url(kind, slug)}changements/"


def relative(target: str, page: str) -> str:
    """The address `target` as a link from the page at `page` (both relative to the root)."""
    path, mark, fragment = target.partition("#")
    path, query_mark, query = path.partition("?")
    link = posixpath.relpath("/" + path, "/" + page) + ("/" if path.endswith("/") or not path else "")
    return (link if path != page else "./" if not mark else "") + query_mark + query + mark + fragment
