"""Types of the values a clerk types. Each raises a PydanticCustomError whose type is a code of the catalogue and whose
context may carry `ecrire`, the corrected value."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator
from stdnum.fr import siren as stdnum_siren

from registre.model.dates import Duree, read_date, read_duration, read_hour
from registre.model.names import is_nobody, slugify
from registre.model.refusal import refuse

MAX_LINE = 1_000
MAX_SLUG = 80


class Folded(str):
    """A text whose line breaks YAML folded away (typed over several lines without « | »)."""


def _scalar(read: Callable[[str], object], shape: str = "D004") -> BeforeValidator:
    """A validator that refuses a list or a mapping (code `shape`), then reads the text typed; a value read passes."""

    def validate(value: Any) -> object:
        if isinstance(value, dict | list):
            refuse(shape)
        return read(value) if isinstance(value, str) else value

    return BeforeValidator(validate)


def _line(value: str) -> str:
    text = value.strip()
    if "\n" in text:
        refuse("D023")
    if len(text) > MAX_LINE:
        refuse("D027", longueur=len(text), limite=MAX_LINE)
    return str(text)


def _text(value: str) -> str:
    if isinstance(value, Folded):
        refuse("D024")
    return value.rstrip().lstrip("\n")


def _number(value: str) -> str:
    """A number as printed: Latin letters, digits 0 to 9, any punctuation. A look-alike would make another number."""
    text = _line(value)
    for sign in text:
        latin = sign.isascii() or re.fullmatch("LATIN (SMALL|CAPITAL) L.*", unicodedata.name(sign, ""))
        if not latin and unicodedata.category(sign)[0] in "LN":
            meant = unicodedata.normalize("NFKC", text)
            refuse("D035", signe=sign, point=f"{ord(sign):04X}", ecrire=meant if meant.isascii() else "")
    return text


def _name(value: str) -> str:
    text = _line(value)
    if is_nobody(text) or re.search(r"\(.*\b(pouvoir|procuration|mandat)\b", text, re.IGNORECASE):
        refuse("D036", valeur=text)
    return text


def _integer(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        found = re.fullmatch(r"\s*([0-9]{1,3}(?:[ \u202f\xa0][0-9]{3})+|[0-9]{1,9})(?:\s+[^\W\d].*)?", value)
        zero = value.strip() in {"O", "o", "/", "-", "néant", "aucun", "aucune"}
        refuse("D010", valeur=value, ecrire="0" if zero else re.sub(r"\D", "", found.group(1)) if found else "")
    return int(value)


def _siren(value: str) -> str:
    digits = re.sub(r"[\s\xa0\u202f.]", "", value)
    if not re.fullmatch(r"[0-9]{9}", digits):
        refuse("D015", motif="un SIREN a neuf chiffres")
    if not stdnum_siren.is_valid(digits):
        refuse("D015", motif="un des neuf chiffres est faux (clé de contrôle)")
    if digits != value:
        refuse("D015", motif="un SIREN s’écrit sans espace", ecrire=digits)
    return digits


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


_NATURES = ("DE", "AR", "AI", "CC", "BF", "AU")


def read_identifiant(value: str) -> Identifiant:
    """Read an @ctes identifier from both ends: its number may hold hyphens (DELIB-2024-37)."""
    match = re.fullmatch(r"([^-]+)-([^-]+)-([^-]+)-(.+)-([^-]+)", value)
    if match is None:
        refuse("D016", motif="il faut cinq parties séparées par des tirets")
    departement, siren, day, numero, nature = match.groups()
    if not re.fullmatch(r"0[0-9]{2}|02[AB]|97[0-9]|98[0-9]", departement):
        refuse("D016", motif=f"« {departement} » n’est pas un département en trois caractères (062, 02A, 974)")
    if not re.fullmatch(r"[0-9]{9}", siren):
        refuse("D016", motif=f"« {siren} » n’est pas un SIREN de neuf chiffres")
    if not re.fullmatch(r"[A-Za-z0-9_/.-]{1,15}", numero):
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


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > MAX_SLUG:
        refuse("D017", valeur=value, ecrire=slugify(value)[:MAX_SLUG].strip("-"))
    return value


# Latin letters only in the name of the host: others look like them. No user name before it, no quote or brace after.
_ADDRESS = re.compile(
    r"https?://([a-z0-9à-öø-ÿœ-]+\.)+[a-z0-9-]{2,}(:[0-9]{1,5})?([/?#][^\s\"<>\\^`{|}]*)?", re.IGNORECASE
)


def _url(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        refuse("D018")
    return value


def _secure_url(value: str) -> str:
    if value.lower().startswith("http://"):
        refuse("D018", ecrire=f"https://{value[7:]}")
    return _url(value)


def _sha256(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", value.lower()):
        refuse("D020")
    return value.lower()


def _yes(value: str) -> bool:
    answer = {"oui": True, "true": True, "vrai": True, "non": False, "false": False, "faux": False}.get(value.lower())
    if answer is None:
        refuse("D021")
    return answer


def _matching(pattern: str, code: str, attendu: str = "") -> BeforeValidator:
    def read(value: str) -> str:
        if not re.fullmatch(pattern, value):
            refuse(code, valeur=value, attendu=attendu)
        return value

    return _scalar(read)


Ligne = Annotated[str, _scalar(_line)]
Nom = Annotated[str, _scalar(_name)]
Numero = Annotated[str, _scalar(_number)]
Texte = Annotated[str, _scalar(_text, shape="D024")]
Entier = Annotated[int, _scalar(_integer)]
Jour = Annotated[dt.date, _scalar(read_date)]
Heure = Annotated[dt.time, _scalar(read_hour)]
Siren = Annotated[str, _scalar(_siren)]
IdentifiantActes = Annotated[Identifiant, _scalar(read_identifiant)]
Periode = Annotated[Duree, _scalar(read_duration)]
NomCourt = Annotated[str, _scalar(_slug)]
Adresse = Annotated[str, _scalar(_url)]
AdresseSure = Annotated[str, _scalar(_secure_url)]
Empreinte = Annotated[str, _scalar(_sha256)]
OuiNon = Annotated[bool, _scalar(_yes)]
CodeInsee = Annotated[
    str, _matching(r"[0-9][0-9AB][0-9]{3}", "D022", "Un code INSEE a cinq caractères : 62001, 2A004.")
]
CodeMatiere = Annotated[str, _matching(r"[0-9]+(\.[0-9]+)*", "D022", "Un code de matière s’écrit 1 ou 1.1.")]
Departement = Annotated[
    str, _matching(r"[0-9]{2}|2[AB]|97[0-9]|98[0-9]", "D022", "Un département s’écrit par son numéro : 62, 2A, 974.")
]
Courriel = Annotated[str, _matching(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", "D030")]
AncienneAdresse = Annotated[
    str, _matching(rf"/?actes(/(?=[a-z0-9-]{{1,{MAX_SLUG}}}(/|$))[a-z0-9]+(-[a-z0-9]+)*){{2,3}}/?", "D029")
]
ReferenceActe = Annotated[str, _matching(r"[a-z0-9-]+/[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?/[a-z0-9-]+", "D026")]
