"""A reading as plain values, for figures: what `benchmarks/importation.py` writes."""

from __future__ import annotations

import datetime as dt

from registre.model.names import name_key
from registre.recognise.found import Found
from registre.recognise.reading import Reading


def labels(reading: Reading) -> dict[str, object]:
    """One value or list for each key of the labels; None where the document does not say."""
    stamps, lists, counts, vote = reading.stamps, reading.lists, reading.counts, reading.vote
    identifiant = stamps.identifiant.value if stamps.identifiant and stamps.identifiant.sure else None
    proxies = lists.pouvoirs.value if lists.pouvoirs else None
    givers = {name_key(proxy.de) for proxy in proxies or ()}
    away = None
    if lists.excuses or lists.absents:
        named = [*(lists.excuses.value if lists.excuses else ()), *(lists.absents.value if lists.absents else ())]
        away = [name for name in named if name_key(name) not in givers]
    return {
        "collectivite": _value(reading.collectivite),
        "siren": identifiant.siren if identifiant else None,
        "numero": _value(reading.numero) or (identifiant.numero if identifiant else None),
        "identifiant_actes": str(identifiant) if identifiant else None,
        "date_seance": _day(reading.date_seance),
        "date_convocation": _day(reading.convocation),
        "date_envoi": _day(stamps.dates.get("envoi") or stamps.dates.get("transmission")),
        "date_reception": _day(stamps.dates.get("reception")),
        "date_publication": _day(reading.publication),
        "objet": _value(reading.objet),
        "president": _value(reading.president),
        "secretaire": " et ".join(reading.secretaires.value) if reading.secretaires else None,
        "en_exercice": _value(counts.get("en_exercice")),
        "nb_presents": _value(counts.get("presents")),
        "nb_pouvoirs": _value(counts.get("pouvoirs")),
        "votants": _value(counts.get("votants")),
        "presents": _value(lists.presents),
        "absents": away,
        "pouvoirs": None if proxies is None else [[proxy.de, proxy.a] for proxy in proxies],
        "pour": _value(vote.counts.get("pour")),
        "contre": _value(vote.counts.get("contre")),
        "abstention": _value(vote.counts.get("abstention")),
        "unanimite": _value(vote.unanimite),
    }


def _value(found: Found[object] | None) -> object:
    """The value, unless it is to be checked: a draft leaves it out."""
    return found.value if found and found.sure else None


def _day(found: Found[dt.date] | None) -> str | None:
    return found.value.isoformat() if found and found.sure else None
