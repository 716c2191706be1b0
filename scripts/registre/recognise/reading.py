"""What a document says, whole: each recogniser in turn, on the part where it belongs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from registre.model.names import number_key
from registre.recognise.attendance import Lists, read_attendance
from registre.recognise.counts import counts_below, read_counts
from registre.recognise.cut import Cut, cut, ends
from registre.recognise.found import Found, fold
from registre.recognise.heading import read_collectivite, read_numbers, read_numero, read_organe
from registre.recognise.officers import Signatory, read_president, read_secretaries, read_signatory
from registre.recognise.sitting import read_convocation, read_heure, read_seance_date
from registre.recognise.stamps import Stamps, read_dates, read_stamps
from registre.recognise.title import read_early_title, read_objet, text_begins
from registre.recognise.transcript import without_marks
from registre.recognise.vote import Said, read_vote


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found. Places are in `parts.text`, what is left of the act without its stamps and marks."""

    parts: Cut
    stamps: Stamps
    collectivite: Found[str] | None
    organe: Found[str] | None
    numero: Found[str] | None
    objet: Found[str] | None
    date_seance: Found[dt.date] | None
    heure: Found[dt.time] | None
    convocation: Found[dt.date] | None
    affichage: Found[dt.date] | None  # of the acts, printed with the head
    president: Found[str] | None
    secretaires: Found[list[str]] | None
    lists: Lists
    counts: dict[str, Found[int]]
    vote: Said
    signataire: Found[Signatory] | None
    body: tuple[int, int]  # where the act's own words begin and end

    @property
    def text(self) -> str:
        """The act, without stamps and marks."""
        return self.parts.text

    @property
    def incomplete(self) -> bool:
        """True when the document holds an annex and a stamp, and nothing of a decision."""
        return self.parts.incomplete and self.date_seance is None

    @property
    def publication(self) -> Found[dt.date] | None:
        """The day the act was made public: « Publié le », else put online, else posted; never before its séance."""
        for champ in ("publication", "mise_en_ligne", "affichage"):
            if found := _since(self.stamps.dates.get(champ), self.date_seance):
                return found
        return None


def read(raw: str, name: str = "") -> Reading:
    """Read the text of a document; `name` is that of its file."""
    whole = without_marks(raw)
    stamps = read_stamps(whole, name)
    parts = cut(whole)
    text, head, margin = parts.text, parts.head, parts.margin
    stamped = stamps.identifiant.value if stamps.identifiant else None
    seance = read_seance_date(text, head, stamped.date if stamped else None)
    secretaires = read_secretaries(text, head) or read_secretaries(text, len(text))
    lists = _lists(parts, secretaires)
    convocation = read_dates(text[:head]).get("convocation") or read_convocation(text, head, seance)
    vote = read_vote(text, parts.decision, parts.annexes)
    counts = read_counts(text, head)
    facts = (seance, secretaires, *lists.all, convocation, *counts.values(), *vote.counts.values())
    title = _title(parts, facts, number_key(stamped.numero) if stamped else "", seance)
    organe = read_organe(text, head)
    signataire = read_signatory(text, parts.decision or 0)
    others = counts_below(text[: parts.annexes], head) | read_counts(margin, len(margin))
    return Reading(
        parts=parts,
        stamps=Stamps(stamps.identifiant, {c: f for c, f in stamps.dates.items() if _plausible(c, f, seance)}),
        collectivite=read_collectivite(text, title.limit, organe.value if organe else ""),
        organe=organe,
        numero=title.numero,
        objet=title.objet or _margin_title(margin),
        date_seance=seance,
        heure=read_heure(text, head, seance),
        convocation=convocation or read_convocation(margin, len(margin), seance),
        affichage=_since(read_dates(text).get("affichage"), seance),
        president=read_president(text, head),
        secretaires=secretaires,
        lists=lists,
        counts=({"votants": vote.votants} if vote.votants else {}) | others | counts,
        vote=vote,
        signataire=signataire,
        body=(title.end, ends(parts, signataire.end if signataire else None)),
    )


@dataclass(frozen=True, slots=True)
class _Title:
    """The number and the object; `limit`: where the search for the body stops; `end`: where the text begins."""

    numero: Found[str] | None
    objet: Found[str] | None
    limit: int
    end: int


def _title(parts: Cut, facts: Sequence[Found[Any] | None], key: str, seance: Found[dt.date] | None) -> _Title:
    """What stands at the end of the head, after its facts. `key`: the number of the identifier."""
    text, head = parts.text, parts.head
    begins = max((fact.end for fact in facts if fact and fact.end < head), default=0)
    stop = text_begins(text, begins, head)
    numbers = read_numbers(text, stop, key)
    numero = read_numero(numbers, text, begins, stop, key)
    numbers = [*numbers, numero] if numero and numero not in numbers else numbers
    begins = max([begins, *(number.end for number in numbers if number.end >= begins - 200)])
    objet = read_objet(text, begins, head, numbers) or read_early_title(text, seance, head)
    end = objet.end if objet and objet.end >= begins else text_begins(text, begins, head)
    return _Title(numero, objet, objet.start if objet and objet.start > 300 else head, end)


def _lists(parts: Cut, secretaires: Found[list[str]] | None) -> Lists:
    """The lists of the head, else those of an annex that names three members present at least."""
    stops = (secretaires.start,) if secretaires and secretaires.start < parts.head else ()
    lists = read_attendance(parts.text, parts.head, stops)
    if (lists.presents and lists.presents.value) or parts.decision is None:
        return lists
    below = read_attendance(parts.text[parts.decision :], len(parts.text) - parts.decision)
    if not below.presents or len(below.presents.value) < 3:
        return lists
    for champ in ("presents", "excuses", "absents", "pouvoirs"):
        if found := getattr(below, champ):
            setattr(below, champ, found.moved(parts.decision))
    return below


def _plausible(champ: str, day: Found[dt.date], seance: Found[dt.date] | None) -> bool:
    """True unless the date of a stamp comes before the séance, or years after it: a scan misread it."""
    return seance is None or champ in {"affichage", "convocation"} or 0 <= (day.value - seance.value).days < 1_100


def _since(day: Found[dt.date] | None, seance: Found[dt.date] | None) -> Found[dt.date] | None:
    """The day, unless it comes before the séance: a convocation is posted too."""
    return None if day is None or (seance and day.value < seance.value) else day


def _margin_title(margin: str) -> Found[str] | None:
    """The object printed in a margin: its first paragraph, unless it is a fact of the séance."""
    title = re.split(r"\n[ \t]*\n", margin.strip())[0]
    return Found(" ".join(title.split()), 0, 0) if title and not re.search("convocation|nombre", fold(title)) else None
