"""Types of the values a clerk types. Each raises a PydanticCustomError whose type is a code of the catalogue and whose
context may carry `ecrire`, the corrected value; each has its shape, for the page « Format » and for editors."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator
from stdnum.fr import siren as stdnum_siren

from registre.model.dates import DATE, DURATION, HOUR, Duree, read_date, read_duration, read_hour
from registre.model.identifiant import IDENTIFIANT, Identifiant, read_identifiant
from registre.model.names import is_nobody, slugify
from registre.model.refusal import refuse
from registre.model.shapes import Shape, any_case

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


def _slug(value: str) -> str:
    if not re.fullmatch(_SLUG, value):
        refuse("D017", valeur=value, ecrire=slugify(value)[:MAX_SLUG].strip("-"))
    return value


def _url(value: str) -> str:
    if not re.fullmatch(_ADDRESS, value):
        refuse("D018")
    return value


def _secure_url(value: str) -> str:
    if value.lower().startswith("http://"):
        refuse("D018", ecrire=f"https://{value[7:]}")
    return _url(value)


def _sha256(value: str) -> str:
    if not re.fullmatch(_SHA256, value):
        refuse("D020")
    return value.lower()


def _yes(value: str) -> bool:
    answer = _ANSWERS.get(value.lower())
    if answer is None:
        refuse("D021")
    return answer


def _matching(shape: Shape, code: str, attendu: str = "") -> BeforeValidator:
    def read(value: str) -> str:
        if not re.fullmatch(shape.pattern, value):
            refuse(code, valeur=value, attendu=attendu)
        return value

    return _scalar(read)


_LINE = rf"\s*\S(?:[^\n]{{0,{MAX_LINE - 2}}}\S)?\s*"
_SLUG = rf"(?=.{{1,{MAX_SLUG}}}$)[a-z0-9]+(-[a-z0-9]+)*"
_SHA256 = "[0-9a-fA-F]{64}"
_ANSWERS = {"oui": True, "true": True, "vrai": True, "non": False, "false": False, "faux": False}
# Latin letters only in the name of the host: others look like them. No user name before it, no quote or brace after.
_REST = r"""://([a-zA-Z0-9À-ÖØ-öø-ÿŒœŸ-]+\.)+[a-zA-Z0-9-]{2,}(:[0-9]{1,5})?([/?#][^\s"<>\\^`{|}]*)?"""
_ADDRESS = any_case("https?") + _REST

_TYPED: dict[str, Any] = {"number": {"type": "number"}, "boolean": True}  # what a text may become: 605, 7.10, true
_NINE_DIGITS: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": 999_999_999}

Ligne = Annotated[str, _scalar(_line), Shape("texte sur une ligne", _LINE, **_TYPED)]
Nom = Annotated[str, _scalar(_name), Shape("nom", _LINE, **_TYPED)]
Numero = Annotated[str, _scalar(_number), Shape("numéro", _LINE, **_TYPED)]
Texte = Annotated[str, _scalar(_text, shape="D024"), Shape("texte, après « | »", **_TYPED)]
Entier = Annotated[int, _scalar(_integer), Shape("nombre entier", "[0-9]{1,9}", _NINE_DIGITS)]
Jour = Annotated[dt.date, _scalar(read_date), Shape("date AAAA-MM-JJ", DATE)]
Heure = Annotated[dt.time, _scalar(read_hour), Shape("heure HH:MM", HOUR)]
Siren = Annotated[str, _scalar(_siren), Shape("SIREN", "[0-9]{9}", _NINE_DIGITS)]
IdentifiantActes = Annotated[Identifiant, _scalar(read_identifiant), Shape("identifiant @ctes", IDENTIFIANT)]
Periode = Annotated[Duree, _scalar(read_duration), Shape("durée", DURATION)]
NomCourt = Annotated[str, _scalar(_slug), Shape("nom court", _SLUG, **_TYPED)]
Adresse = Annotated[str, _scalar(_url), Shape("adresse https://", _ADDRESS)]
AdresseSure = Annotated[str, _scalar(_secure_url), Shape("adresse https://", any_case("https") + _REST)]
Empreinte = Annotated[str, _scalar(_sha256), Shape("empreinte SHA-256", _SHA256, {"type": "number"})]
OuiNon = Annotated[
    bool,
    _scalar(_yes),
    Shape("oui ou non", "|".join(map(any_case, _ANSWERS)), boolean=True, choices={"oui": "Oui", "non": "Non"}),
]

_INSEE = Shape("code INSEE", "[0-9][0-9AB][0-9]{3}", {"type": "integer", "minimum": 0, "maximum": 99_999})
_MATIERE = Shape("code de matière", r"[0-9]+(\.[0-9]+)*", {"type": "number", "minimum": 0})
_DEPARTEMENT = Shape(
    "numéro de département", "[0-9]{2}|2[AB]|97[0-9]|98[0-9]", {"type": "integer", "minimum": 0, "maximum": 989}
)
_COURRIEL = Shape("courriel", r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_ANCIENNE = Shape("ancienne adresse", rf"/?actes(/(?=[a-z0-9-]{{1,{MAX_SLUG}}}(/|$))[a-z0-9]+(-[a-z0-9]+)*){{2,3}}/?")
_REFERENCE = Shape("référence collectivité/date/numéro", "[a-z0-9-]+/[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?/[a-z0-9-]+")

CodeInsee = Annotated[str, _matching(_INSEE, "D022", "Un code INSEE a cinq caractères : 62001, 2A004."), _INSEE]
CodeMatiere = Annotated[str, _matching(_MATIERE, "D022", "Un code de matière s’écrit 1 ou 1.1."), _MATIERE]
Departement = Annotated[
    str, _matching(_DEPARTEMENT, "D022", "Un département s’écrit par son numéro : 62, 2A, 974."), _DEPARTEMENT
]
Courriel = Annotated[str, _matching(_COURRIEL, "D030"), _COURRIEL]
AncienneAdresse = Annotated[str, _matching(_ANCIENNE, "D029"), _ANCIENNE]
ReferenceActe = Annotated[str, _matching(_REFERENCE, "D026"), _REFERENCE]
