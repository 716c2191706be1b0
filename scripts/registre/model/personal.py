"""What looks like personal data in a text, or like a decision about one person. A guess: a clerk decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stdnum import iban
from stdnum.fr import nir

from registre.model.names import without_accents


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that looks personal. `kind`: what it looks like, in French; `start`: its place in the text."""

    kind: str
    passage: str
    start: int

    @property
    def key(self) -> str:
        """The passage to compare: no case, no spaces, no punctuation; a telephone by its last nine digits."""
        key = re.sub(r"[^a-z0-9@]", "", self.passage.lower())
        return key[-9:] if self.kind == TELEPHONE else key


TELEPHONE, COURRIEL, NIR, IBAN, NAISSANCE, DOMICILE = (
    "numéro de téléphone",
    "adresse électronique",
    "numéro de sécurité sociale",
    "IBAN",
    "date de naissance",
    "adresse du domicile",
)

# Each pattern begins with a set of characters, which the engine looks for thirty times faster than with a look-behind.
_DAY = r"[0-9]{1,2}(?:er)?[ ./-]{1,3}(?:[0-9]{1,2}|[a-zéû]{3,9})[ ./-]{1,3}(?:[0-9]{4}|[0-9]{2})\b"
_OVERSEAS = "33|262|508|590|594|596|681|687|689"
# Numbers in 08 are services, never a person's; a number without any space may be a reference (see _telephone).
_TELEPHONE = re.compile(
    rf"[+0](?<![\w+/.,-].)(?:(?:(?<=\+)|0)(?:{_OVERSEAS})[ .-]?(?:\(0\)[ .-]?)?[1-79]|(?<=0)[1-79])"
    r"(?:[ .-]?[0-9]{2}){4}(?![\w/]|[.,][0-9])"
)
_REFERENCE = re.compile(r"(?:\bn[°o]s?|\bréf(?:érence|\.)?|\bcode|\bcompte|\bsiret|\bsiren) ?:? ?$", re.IGNORECASE)
_PAIRS_BEFORE = re.compile(r"(?:(?<![0-9])[0-9]{2}[ .-]){2}$")
_PAIRS_AFTER = re.compile(r"(?:[ .-][0-9]{2}(?![0-9])){2}")
_COURRIEL = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_BEFORE_AT = re.compile(r"[\w.%+-]+$")
_NIR = re.compile(
    r"[12](?<![\d,.].)[ .]?[0-9]{2}[ .]?[0-9]{2}[ .]?(?:[0-9]{2}|2[AaBb])(?:[ .]?[0-9]{3}){2}[ .]?[0-9]{2}(?!\d|[.,]\d)"
)
_IBAN = re.compile(r"[A-Z](?<!\w.)[A-Z][0-9]{2}(?: ?[A-Z0-9]){11,30}\b")
_NE = re.compile(
    r"[éÉE](?<=[nN].)(?<!\w[nN].)(?i:e?s?(?:\(e\))?\s{1,9}(?:à\s[^0-9,;.]{2,60},?\s{1,9})?le\s{1,9}"
    rf"{_DAY})"
)
_NAISSANCE = re.compile(rf"[nN](?:aissance|AISSANCE)\s{{0,9}}:?\s{{0,9}}(?i:(?:le\s{{1,9}})?{_DAY})")
_DOMICILE = re.compile(
    r"[dD](?i:emeurant|omicili[ée]e?s?)\b[^.;0-9]{0,60}[0-9]{1,4}(?:\s?(?:bis|ter))?,?\s{1,9}(?!(?i:janv|févr|mars|avr|mai|jui|août|sept|oct|"
    r"nov|déc|ans|mois|jours|euros|€|%))[^\W\d][^,;.\n]{3,60}"
)
_HABITE = re.compile(
    r"\b[hH]abit(?:ant|ants|e|ent)\b[^.;0-9]{0,40}[0-9]{1,4}(?:\s?(?:bis|ter))?,?\s{1,9}"
    r"(?:rue|avenue|place|chemin|impasse|allée|route|boulevard|résidence|quai|square)\b[^,;.\n]{1,60}"
)
# How the public address of a service begins, before « @ ».
_SERVICES = re.compile(
    r"(?:accessibilite|accueil|administration|cabinet|ccas|commune|communication|comptabilite|conseil|contact|"
    r"courriers?|cst|direction|dgs|donnees|dpd|dpo|eau|ecole|elections|etatcivil|finances|foncier|formation|infos?|"
    r"juridique|mairie|marches|marchespublics|mediatheque|prefecture|presidence|rgpd|rh|secretariat|services?|sg|siege|"
    r"syndicat|techniques?|urbanisme|ville)(?![a-z])"
)


def personal_data(text: str) -> Iterator[Finding]:
    """Every passage of `text` that looks personal, in no special order; one that holds a wrong key is no number."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    lower = plain.lower()
    for kind, pattern, passage_of, stems in _KINDS:
        for match in pattern.finditer(plain) if any(stem in lower for stem in stems) else ():
            if passage := passage_of(match):
                yield Finding(kind, " ".join(passage.split()), match.start())


def _telephone(match: re.Match[str]) -> str:
    """The number; not one in one go after « n° », « réf. »…, nor a part of a longer series of numbers."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - 30) : start]
    if match.group().isdigit() and _REFERENCE.search(before) and "tél" not in before.lower():
        return ""
    longer = _PAIRS_BEFORE.search(before) or (_PAIRS_AFTER.match(text, end) and not _TELEPHONE.match(text, end + 1))
    return "" if longer and not _TELEPHONE.search(before) else match.group()


def _courriel(match: re.Match[str]) -> str:
    """The address, unless it is a service's."""
    before = _BEFORE_AT.search(match.string, max(0, match.start() - 64), match.start())
    service = before and _SERVICES.match(without_accents(before.group()).lower())
    return before.group() + match.group() if before and not service else ""


def _nir(match: re.Match[str]) -> str:
    return match.group() if nir.is_valid(match.group()) else ""


def _iban(match: re.Match[str]) -> str:
    """The longest beginning that is an IBAN: a word in capitals may follow it."""
    words = match.group().split(" ")
    beginnings = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((text for text in beginnings if iban.is_valid(text)), "")


def _birth(match: re.Match[str]) -> str:
    return match.string[match.start() - 1 : match.end()]  # the pattern begins after the « n »


# Kind, pattern, the passage of a match, and letters without which a text is not searched.
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str], tuple[str, ...]], ...] = (
    (TELEPHONE, _TELEPHONE, _telephone, ("",)),
    (COURRIEL, _COURRIEL, _courriel, ("@",)),
    (NIR, _NIR, _nir, ("",)),
    (IBAN, _IBAN, _iban, ("",)),
    (NAISSANCE, _NE, _birth, ("né",)),
    (NAISSANCE, _NAISSANCE, re.Match.group, ("naissance",)),
    (DOMICILE, _DOMICILE, re.Match.group, ("demeurant", "domicili")),
    (DOMICILE, _HABITE, re.Match.group, ("habit",)),
)

# « Avancement de grade de Mme X », « Secours à M. X »: what is notified to one person (CGCT, art. L.2131-1, II).
_INDIVIDUAL = re.compile(
    r"^(?i:(?:attribution|octroi|versement|refus|demande|accord)\s+(?:du |de la |de l[’']|d[’']une? |de |des ))?"
    r"(?i:nomination|recrutement|titularisation|avancement|promotion|mutation|reclassement|r[ée]int[ée]gration|"
    r"mise en disponibilit[ée]|mise à la retraite|licenciement|r[ée]vocation|radiation|sanction|blâme|cong[ée]|"
    r"secours|aide|bourse|remise gracieuse|protection fonctionnelle|logement de fonction)\b.{0,40}?"
    r"(?i:\bde|\bà|\bpour|\bconcernant|:|–|-)\s+"
    r"(?:(?i:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+(?!(?i:le|la|l[’'])\b)\w|"
    r"[A-ZÉÈ][a-zéèêëïîôç-]+ [A-ZÉÈ]{2,}\b)"
)
# Elected members are named in public (CRPA, art. D.312-1-3).
_MANDATE = re.compile(
    r"délégué|représentant|adjointe?\b(?! (technique|administrati|d[’']animation|du patrimoine))|conseiller"
    r"|commission|membre|secrétaire de séance|correspondant|référent|élu",
    re.IGNORECASE,
)


def looks_individual(objet: str) -> bool:
    """True when an objet reads like a decision about one named person, who holds no mandate."""
    return bool(_INDIVIDUAL.search(objet) and not _MANDATE.search(objet))
