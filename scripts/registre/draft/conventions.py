"""The values of a convention annexed to an act."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from registre.draft.known import Known
from registre.recognise.convention import Annexed
from registre.recognise.days import DATE, read_day
from registre.recognise.found import Found, fold, passage


def convention_values(
    annexed: Annexed, known: Known, body: str, day: dt.date
) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """(values, points to check); no values when no type of the register has a name that the title holds."""
    kind = known.type_of(annexed.title)
    if kind is None:
        return {}, [
            {
                "champ": "conventions",
                "passage": f"{annexed.title[:200]} : aucun type de ce nom dans content/conventions/",
            }
        ]
    model = known.model_of(kind, annexed.text)
    values: dict[str, Any] = {"type": kind, "modele": model[0] if model else None}
    values["etat"] = "vierge" if annexed.vierge else "remplie"
    if not annexed.vierge and len(annexed.parties) < 2:
        del values["etat"]
    values |= {"annexe": annexed.annexe, "duree": annexed.duree, "debut": annexed.debut, "fin": annexed.fin}
    values["parties"] = [_party(party, known, body, day) for party in annexed.parties]
    if annexed.reconduction or annexed.fois is not None:
        renewal = {"fois": annexed.fois, "reconduction": annexed.reconduction}
        values["renouvellement"] = {key: value for key, value in renewal.items() if value not in (None, "")}
    checks = [
        {"champ": f"conventions.{key}", "passage": _said(annexed.text, values[key])}
        for key in ("debut", "fin")
        if values[key]
    ]
    if model:
        checks.append({"champ": "conventions.modele", "passage": model[1]})
    return {key: value for key, value in values.items() if value not in (None, "", [])}, checks


def _said(text: str, day: dt.date) -> str:
    """The words around a date of the convention."""
    plain = fold(text)
    dates = (match for match in re.finditer(DATE, plain) if read_day(match[0]) == day)
    found = next(dates, None)
    return passage(text, Found(day, found.start(), found.end())) if found else f"{day:%d/%m/%Y}"


def _party(party: dict[str, str], known: Known, body: str, day: dt.date) -> dict[str, str]:
    """A party, with its record where one has its name; ours is the one whom the very séance authorises."""
    ours = _authorised_on(party.get("autorisation", "")) == day
    found = known.party(party["nom"]) or (body if ours else None)
    return party | ({"collectivite": found} if found else {})


def _authorised_on(words: str) -> dt.date | None:
    plain = fold(words)
    place = plain.rfind(" du ")
    return read_day(plain[place + 4 :]) if place >= 0 else None
