"""What a document says, whole: each recogniser in turn, on the text that the stamps have left."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from registre.model.names import number_key
from registre.recognise.attendance import Lists, read_attendance
from registre.recognise.counts import read_counts
from registre.recognise.found import Found, fold
from registre.recognise.heading import (
    read_collectivite,
    read_numbers,
    read_numero,
    read_objet,
    read_organe,
    text_begins,
)
from registre.recognise.officers import Signatory, read_president, read_secretaries, read_signatory
from registre.recognise.sitting import read_convocation, read_heure, read_seance_date
from registre.recognise.stamps import Stamps, read_dates, read_stamps, without_stamps
from registre.recognise.transcript import without_marks
from registre.recognise.vote import Said, read_vote

_FORMULA = re.compile(
    r"(?:apres\s+(?:en\s+)?avoir\s+(?:valablement\s+)?|(?:en\s+)?ayant\s+|et\s+)deliber|(?:le|la|l')\s*(?:conseil|comite|bureau|assemblee|commission)\b[^.;:]{0,80}"
    r"\b(?:decide|approuve|adopte|prend\s+acte|delibere)\b|il\s+est\s+(?:propose|demande)\s+au?\s|en\s+consequence"
)
_HEAD = 9_000  # signs: a list of eighty members takes six thousand


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found. Places are in `text`, what is left of the document without its stamps and marks."""

    text: str
    stamps: Stamps
    collectivite: Found[str] | None
    organe: Found[str] | None
    numero: Found[str] | None
    objet: Found[str] | None
    date_seance: Found[dt.date] | None
    heure: Found[dt.time] | None
    convocation: Found[dt.date] | None
    president: Found[str] | None
    secretaires: Found[list[str]] | None
    lists: Lists
    counts: dict[str, Found[int]]
    vote: Said
    signataire: Found[Signatory] | None

    @property
    def publication(self) -> Found[dt.date] | None:
        """The day the act was made public: « Publié le », else put online, else posted; never before its séance."""
        for champ in ("publication", "mise_en_ligne", "affichage"):
            found = self.stamps.dates.get(champ)
            if found and not (self.date_seance and found.value < self.date_seance.value):
                return found
        return None


def read(raw: str, name: str = "") -> Reading:
    """Read the text of a document; `name` is that of its file."""
    whole = without_marks(raw)
    stamps = read_stamps(whole, name)
    text = without_stamps(whole)
    plain = fold(text)
    formula = _FORMULA.search(plain)
    decision = formula.start() if formula else None
    head = min(decision if decision is not None else len(text), _HEAD)
    seance = read_seance_date(text, head)
    secretaires = read_secretaries(text, head) or read_secretaries(text, len(text))
    in_head = secretaires if secretaires and secretaires.start < head else None
    lists = read_attendance(text, head, (in_head.start,) if in_head else ())
    counts = read_counts(text, head)
    convocation = read_dates(text[:head]).get("convocation") or read_convocation(text, head, seance)
    president = read_president(text, head)
    ends = [
        f.end
        for f in (
            seance,
            in_head,
            lists.presents,
            lists.excuses,
            lists.absents,
            lists.pouvoirs,
            convocation,
            *counts.values(),
        )
        if f
    ]
    identifiant = stamps.identifiant.value if stamps.identifiant else None
    begins = max((end for end in ends if end < head), default=0)
    title = text_begins(text, begins, head)
    title = text_begins(text, begins, head)
    numbers = read_numbers(text, title, identifiant)
    numero = read_numero(numbers, text, begins, title, number_key(identifiant.numero) if identifiant else "")
    begins = max([begins, *(found.end for found in (numero, *numbers) if found and found.end >= begins - 200)])
    organe = read_organe(text, head)
    objet = read_objet(text, begins, head, numbers)
    limit = objet.start if objet and objet.start > 300 else head
    return Reading(
        text,
        stamps,
        read_collectivite(text, limit, organe.value if organe else ""),
        organe,
        numero,
        objet,
        seance,
        read_heure(text, head, seance),
        convocation,
        president,
        secretaires,
        lists,
        counts,
        read_vote(text, decision, len(text)),
        read_signatory(text, decision or 0),
    )
