"""The identifier of an act in @ctes: what the stamp prints, and its parts."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from registre.model.dates import DAY, MONTH
from registre.model.refusal import refuse

_NATURES = ("DE", "AR", "AI", "CC", "BF", "AU")
_DEPARTEMENT = "0[0-9]{2}|02[AB]|97[0-9]|98[0-9]"
_NUMERO = "[A-Za-z0-9_/.-]{1,15}"
# All that `read_identifiant` accepts, but for days that no calendar has.
IDENTIFIANT = rf"({_DEPARTEMENT})-[0-9]{{9}}-(?!0000)[0-9]{{4}}{MONTH}{DAY}-{_NUMERO}-({'|'.join(_NATURES)})"


@dataclass(frozen=True, slots=True)
class Identifiant:
    """An @ctes identifier as printed: DDD-SIREN-AAAAMMJJ-NUMERO-NATURE, and its parts."""

    brut: str
    departement: str
    siren: str
    date: dt.date
    numero: str
    nature: str

    def __str__(self) -> str:
        return self.brut


def read_identifiant(value: str) -> Identifiant:
    """Read an @ctes identifier from both ends: its number may hold hyphens (DELIB-2024-37)."""
    match = re.fullmatch(r"([^-]+)-([^-]+)-([^-]+)-(.+)-([^-]+)", value)
    if match is None:
        refuse("D016", motif="il faut cinq parties séparées par des tirets")
    departement, siren, day, numero, nature = match.groups()
    if not re.fullmatch(_DEPARTEMENT, departement):
        refuse("D016", motif=f"« {departement} » n’est pas un département en trois caractères (062, 02A, 974)")
    if not re.fullmatch(r"[0-9]{9}", siren):
        refuse("D016", motif=f"« {siren} » n’est pas un SIREN de neuf chiffres")
    if not re.fullmatch(_NUMERO, numero):
        refuse("D016", motif=f"« {numero} » n’est pas un numéro de 1 à 15 lettres, chiffres ou tirets")
    if nature not in _NATURES:
        refuse("D016", motif=f"« {nature} » n’est pas une nature d’acte ({', '.join(_NATURES)})")
    try:
        date = dt.datetime.strptime(day, "%Y%m%d").date() if re.fullmatch(r"[0-9]{8}", day) else None
    except ValueError:
        date = None
    if date is None:
        refuse("D016", motif=f"« {day} » n’est pas une date AAAAMMJJ")
    return Identifiant(value, departement, siren, date, numero, nature)
