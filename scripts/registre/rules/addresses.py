"""Former addresses: each leads to one page, and is no page's present address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from registre.parse.layout import LIST_PAGE
from registre.parse.record import Record
from registre.problems import Problem
from registre.rules.context import Context

Claim = tuple[Record[Any], str, int, str]  # a record, the key and rank of a former address, that address


def addresses_are_free(context: Context) -> Iterator[Problem]:
    """A former address, or the address of a former short name, is claimed once and taken by no page."""
    taken = _present(context)
    for record, key, index, address in _claims(context):
        clean = address.strip("/")
        if LIST_PAGE.fullmatch(clean.rpartition("/")[2]):
            taken.setdefault(clean, f"/{clean}/, page produite par le registre")
        if clean in taken:
            yield record.problem("L009", key, index, valeur=address, autre=taken[clean])
        taken.setdefault(clean, record.path)


def _present(context: Context) -> dict[str, str]:
    """The address of each page that a former address might take, and the file that gives it."""
    layout = context.corpus.layout
    taken = {f"actes/{'/'.join(key)}": path for key, path in layout.actes.items()}
    taken |= {f"actes/{body}/{folder}": path for (body, folder, _), path in layout.actes.items()}
    taken |= {f"actes/{'/'.join(key)}": path for key, path in layout.seances.items()}
    taken |= {f"collectivites/{slug}": path for slug, path in layout.collectivites.items()}
    return taken | {f"conventions/{slug}": path for slug, path in layout.types.items()}


def _claims(context: Context) -> Iterator[Claim]:
    corpus = context.corpus
    for reads in (corpus.seances, corpus.actes):
        for read in reads.values():
            for index, address in enumerate(read.record.value.anciennes_adresses):
                yield read.record, "anciennes_adresses", index, address
    for folder, records in (("collectivites", corpus.collectivites), ("conventions", corpus.types)):
        for record in records.values():
            for index, name in enumerate(record.value.anciens_noms_courts):
                yield record, "anciens_noms_courts", index, f"{folder}/{name}"


CORPUS_RULES = (addresses_are_free,)
