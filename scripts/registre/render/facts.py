"""Fields of a record as facts of a page: label and absence as declared, once, with the field."""

from __future__ import annotations

import datetime as dt

from jinja2 import Undefined
from markupsafe import Markup

from registre.model.dates import Duree
from registre.model.fields import Fiche, declarations
from registre.model.identifiant import Identifiant
from registre.model.vocabulary import Choix
from registre.render import wording

Shown = Markup | str | None


def facts(fiche: Fiche, keys: str, **instead: object) -> list[tuple[str, Shown]]:
    """(label, value) of the fields `keys` (separated by spaces), in that order.

    A field that the record leaves out is « non renseigné » (value None) when its declaration says so (`dit`), else left
    out. `instead`: values that stand for those of the record.
    """
    declared = {declaration.cle: declaration for declaration in declarations(type(fiche))}
    found = []
    for key in keys.split():
        value = shown(instead[key] if key in instead else getattr(fiche, key))
        if value is not None or declared[key].dit:
            found.append((declared[key].label, value))
    return found


def shown(value: object) -> Shown:
    """A value as the page shows it, None when there is none."""
    match value:
        case None | () | "" | False | Undefined():  # a template's « x if y » without else is undefined
            return None
        case True:
            return "oui"
        case Markup():
            return value
        case dt.date():
            return wording.day(value)
        case dt.time():
            return wording.hour(value)
        case Duree():
            return wording.duration(value)
        case Choix():
            return value.label
        case Identifiant():
            return Markup("<code>{}</code>").format(value.brut)
        case tuple():
            return ", ".join(str(item) for item in value)
        case _:
            return str(value)
