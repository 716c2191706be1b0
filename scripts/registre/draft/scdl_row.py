"""One row of an SCDL « Délibérations » file: what it says of an act, what is to be checked, why it is refused.

Schema 2.1.5 (schema.data.gouv.fr/scdl/deliberations), and the names of columns met in published files.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import PydanticCustomError

from registre.model.bodies import Matiere
from registre.model.dates import guess_date, read_date
from registre.model.deliberation import Deliberation
from registre.model.names import number_key
from registre.parse.value import read_value
from registre.problems import Place
from registre.source.characters import odd_in, readable

# Each column, then the other names it has been seen with: its title in the schema, slips of published files.
COLUMNS = {
    "COLL_NOM": ("Nom de la collectivité",),
    "COLL_SIRET": ("Code SIRET de la collectivité", "SIRET"),
    "DELIB_ID": ("Identifiant de la délibération", "DELIB_NUM", "DELIB_NUMERO"),
    "DELIB_DATE": ("Date d’adoption de la délibération",),
    "DELIB_MATIERE_CODE": ("Code de matière issu de la nomenclature ACTES",),
    "DELIB_MATIERE_NOM": ("Nom de matière",),
    "DELIB_OBJET": ("Objet de la délibération",),
    "BUDGET_ANNEE": ("Année du budget",),
    "BUDGET_NOM": ("Nom du budget",),
    "PREF_ID": ("Identifiant de l’entité exerçant le contrôle de légalité",),
    "PREF_DATE": ("Date d’enregistrement de la délibération auprès du contrôle de légalité",),
    "VOTE_EFFECTIF": ("Effectif théorique des votants", "VOTE_EFFFECTIF", "VOTE_EFFECTIFS"),
    "VOTE_REEL": ("Effectif réel des votants", "VOTE_REELS"),
    "VOTE_POUR": ("Pour",),
    "VOTE_CONTRE": ("Contre",),
    "VOTE_ABSTENTION": ("Abstention", "VOTE_ABST", "VOTE_ABSTENSION", "VOTE_ABSTENTIONS"),
    "DELIB_URL": ("Lien vers le document de la délibération",),
}
NEEDED = ("DELIB_ID", "DELIB_DATE", "DELIB_OBJET")
REASONS = "MOTIF_REJET"  # the column that this program adds to what it gives back
_NAMES = {number_key(name): column for column, others in COLUMNS.items() for name in (column, *others)}
_COUNTS = {"VOTE_POUR": "pour", "VOTE_CONTRE": "contre", "VOTE_ABSTENTION": "abstention"}
_TAKEN = COLUMNS.keys() - {"BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID", "VOTE_EFFECTIF"}
_PASSAGE = 400  # characters
_NUMERIC = re.compile(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -][0-9]{4}")


def column_of(header: str) -> str | None:
    """The column that a header names: case, accents, spaces and punctuation do not count."""
    return _NAMES.get(number_key(header))


@dataclass(slots=True)
class Entry:
    """What a row says: its day, the values of the act's record, points to check, what has no place in a record."""

    day: dt.date | None = None
    values: dict[str, Any] = field(default_factory=dict)
    checks: list[dict[str, str]] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def check(self, champ: str, passage: str) -> None:
        """Add a point to check."""
        self.checks.append({"champ": champ, "passage": readable(passage)[:_PASSAGE]})


class Matieres:
    """The @ctes nomenclature, by code and by name: of a matière, or « niveau 1/niveau 2 » as SCDL writes it."""

    def __init__(self, matieres: Iterable[Matiere]) -> None:
        self.labels = {matiere.code: matiere.libelle for matiere in matieres}
        self.codes: dict[str, set[str]] = {}
        for code, label in self.labels.items():
            above = self.labels.get(code.rpartition(".")[0], "")
            for name in {label, f"{above}/{label}"}:
                self.codes.setdefault(number_key(name), set()).add(code)

    def code(self, code: str, name: str) -> str | None:
        """The code, when code and name agree, or when one alone leaves no doubt (« 7.1 » may be 7.10, cut short)."""
        code = code.replace(",", ".")
        named = self.codes.get(number_key(name), set())
        if not code:
            return next(iter(named)) if len(named) == 1 else None
        in_doubt = not name and f"{code}0" in self.labels
        return code if code in self.labels and not in_doubt and (not named or code in named) else None


def one_line(cell: str) -> str:
    """A cell on one line; what hides in it is taken off."""
    text = re.sub(r"[ \t\r\n\v\f]+", " ", cell).strip()
    return readable(text) if any(problem.code == "F007" for problem in odd_in(text, Place(""))) else text


def month_first(dates: Iterable[str]) -> bool:
    """True when some date of a file can only be « mois/jour/année »: none of that file can then be trusted."""
    found = (_NUMERIC.match(cell.strip()) for cell in dates)
    return any(match and int(match[1]) <= 12 < int(match[2]) for match in found)


def read_day(cell: str, in_doubt: bool) -> dt.date | None:
    """The day of a cell, its hour left out; None when it is not certain. `in_doubt`: see `month_first`."""
    text = re.sub(r"(?:T|\s+)[0-9]{1,2}[:h][0-9]{2}.*$", "", one_line(cell))
    numeric = _NUMERIC.fullmatch(text)
    if in_doubt and numeric and int(numeric[2]) <= 12 and int(numeric[1]) != int(numeric[2]):
        return None
    try:
        return read_date(guess_date(text))
    except PydanticCustomError:
        return None


def read_row(cells: Mapping[str, str], matieres: Matieres, in_doubt: bool) -> Entry:
    """What a row says. `cells`: by column, or by header for one that the schema does not know."""
    entry = Entry(day=read_day(cells["DELIB_DATE"], in_doubt))
    if entry.day is None:
        entry.faults.append(f"DELIB_DATE : date non comprise « {one_line(cells['DELIB_DATE'])} » (AAAA-MM-JJ)")
    _numero(entry, cells["DELIB_ID"])
    _objet(entry, cells["DELIB_OBJET"])
    _matiere(entry, cells, matieres)
    _votes(entry, cells)
    _reception(entry, cells, in_doubt)
    if url := one_line(cells.get("DELIB_URL", "")):
        entry.check("pieces", f"DELIB_URL : {url}")
    entry.left = {name: text for name, cell in cells.items() if name not in _TAKEN and (text := one_line(cell))}
    return entry


def _numero(entry: Entry, cell: str) -> None:
    value, fault = read_value(Deliberation, "numero", one_line(cell), "DELIB_ID")
    if _lost(cell) or fault or not value:
        said = "des lettres sont perdues" if _lost(cell) else fault.split("\n")[0] or "rien n’est écrit"
        entry.faults.append(f"DELIB_ID : {said}")
    else:
        entry.values["numero"] = value


def _objet(entry: Entry, cell: str) -> None:
    value, fault = read_value(Deliberation, "objet", one_line(cell), "DELIB_OBJET")
    if _lost(cell):
        entry.check("objet", f"DELIB_OBJET : {cell}")
    elif fault:
        entry.faults.append(f"DELIB_OBJET : {fault.splitlines()[0]}")
    elif value:
        entry.values["objet"] = value
    else:
        entry.check("objet", "DELIB_OBJET : rien n’est écrit")


def _lost(cell: str) -> bool:
    """True when characters were lost on the way to this file."""
    return any(problem.code == "F041" for problem in odd_in(cell, Place("")))


def _matiere(entry: Entry, cells: Mapping[str, str], matieres: Matieres) -> None:
    code, name = (one_line(cells.get(f"DELIB_MATIERE_{part}", "")) for part in ("CODE", "NOM"))
    if found := matieres.code(code, name):
        entry.values["matiere"] = found
    elif code or name:
        entry.check("matiere", " ; ".join(part for part in (code, name) if part))


def _votes(entry: Entry, cells: Mapping[str, str]) -> None:
    """Counts that are certain. Five columns all 0 tell no vote; VOTE_REEL is that of the voters (proxies included) when
    the voices make it: some files give there the members present."""
    counts: dict[str, int] = {}
    for column in ("VOTE_REEL", *_COUNTS):
        cell = one_line(cells.get(column, ""))
        if match := re.fullmatch(r"([0-9]{1,6})(?:[.,]0+)?", cell):
            counts[column] = int(match[1])
        elif cell:
            entry.check(f"vote.{_COUNTS[column]}" if column in _COUNTS else "decompte.votants", f"{column} : {cell}")
    voices = {cle: counts[column] for column, cle in _COUNTS.items() if column in counts}
    if any(voices.values()):
        entry.values["vote"] = voices
    elif voices:
        entry.check("vote", " ; ".join(f"{column} : 0" for column in _COUNTS if column in counts))
    reel = counts.get("VOTE_REEL")
    if reel and len(voices) == len(_COUNTS) and reel == sum(voices.values()):
        entry.values["decompte"] = {"votants": reel}
    elif reel:
        entry.check("decompte.votants", f"VOTE_REEL : {reel}")


def _reception(entry: Entry, cells: Mapping[str, str], in_doubt: bool) -> None:
    """PREF_DATE is the day of registration by the contrôle de légalité: none before the act."""
    cell = one_line(cells.get("PREF_DATE", ""))
    day = read_day(cell, in_doubt)
    if day and entry.day and day >= entry.day:
        entry.values["teletransmission"] = {"reception": day}
    elif cell:
        entry.check("teletransmission.reception", f"PREF_DATE : {cell}")
