"""What a document says, whole: each recogniser in turn, on the text that the stamps have left."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from registre.model.names import number_key
from registre.recognise.act_text import ends
from registre.recognise.attendance import Lists, read_attendance
from registre.recognise.convention import annex_start
from registre.recognise.counts import counts_below, read_counts
from registre.recognise.found import Found, fold
from registre.recognise.heading import (
    read_collectivite,
    read_early_title,
    read_numbers,
    read_numero,
    read_objet,
    read_organe,
    text_begins,
)
from registre.recognise.layout import separate_columns, take_margin
from registre.recognise.officers import Signatory, read_president, read_secretaries, read_signatory
from registre.recognise.sitting import read_convocation, read_heure, read_seance_date
from registre.recognise.stamps import Stamps, read_dates, read_stamps, without_stamps
from registre.recognise.transcript import without_marks
from registre.recognise.vote import Said, read_vote

_FORMULA = re.compile(
    r"(?:apres\s+(?:en\s+)?avoir\s+(?:valablement\s+)?|apres\s+|(?:en\s+)?ayant\s+|et\s+)deliber|(?:le|la|l')\s*(?:conseil|comite|bureau|assemblee|commission)\b[^.;]{0,80}"
    r"\b(?:decide|approuve|adopte|prend\s+acte|delibere)\b|il\s+est\s+(?:propose|demande)\s+au?\s|en\s+consequence"
)
_ANNEXES = re.compile(r"\b(?:ANNEXES?|PROC[EÈ]S[- ]VERBAL|AVENANT|CONVENTION|CONTRAT|REGLEMENT|RÈGLEMENT|RAPPORT)\b")
_PAST = re.compile(r"(?:décidé|approuvé|adopté)$", re.IGNORECASE)  # what was decided before
_CLOSING = re.compile(
    r"pour\s+(?:extrait|copie)|(?:ainsi\s+)?fait\s+et\s+deliber|certifiee?\s+(?:conforme|executoire)|suivent\s+les\s+signatures"
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
    body: tuple[int, int]  # where the act's own words begin and end
    decision: int | None  # where it decides, when a formula says so
    annexe: str  # the text of the convention annexed to it, or ""
    affichage: Found[dt.date] | None  # of the acts, printed with the head

    @property
    def incomplete(self) -> bool:
        """True when the document holds an annex and a stamp, and nothing of a decision."""
        return bool(self.annexe) and self.decision is None and self.date_seance is None

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
    text = without_stamps(separate_columns(whole))
    decision = _decision(text)
    text, margin = take_margin(text, decision or 0)
    text, annexe = _split(text, decision)
    after = _annexes(text, decision)
    head = min(decision if decision is not None else len(text), _HEAD)
    near = stamps.identifiant.value.date if stamps.identifiant else None
    seance = read_seance_date(text, head, near)
    secretaires = read_secretaries(text, head) or read_secretaries(text, len(text))
    in_head = secretaires if secretaires and secretaires.start < head else None
    lists = read_attendance(text, head, (in_head.start,) if in_head else ())
    if not (lists.presents and lists.presents.value) and decision is not None:
        lists = _below(text, decision) or lists
    counts = counts_below(text[:after], head) | read_counts(margin, len(margin)) | read_counts(text, head)
    convocation = read_dates(text[:head]).get("convocation") or read_convocation(text, head, seance)
    vote = read_vote(text, decision, after)
    in_text = (seance, in_head, *lists.all, convocation)
    facts = [f for f in (*in_text, *read_counts(text, head).values(), *vote.counts.values()) if f and f.end < head]
    begins = max((fact.end for fact in facts), default=0)
    title = text_begins(text, begins, head)
    key = number_key(stamps.identifiant.value.numero) if stamps.identifiant else ""
    numbers = read_numbers(text, title, key)
    numero = read_numero(numbers, text, begins, title, key)
    numbers = [*numbers, numero] if numero and numero not in numbers else numbers
    begins = max([begins, *(found.end for found in (numero, *numbers) if found and found.end >= begins - 200)])
    organe = read_organe(text, head)
    objet = read_objet(text, begins, head, numbers) or read_early_title(text, seance, head)
    limit = objet.start if objet and objet.start > 300 else head
    signataire = read_signatory(text, decision or 0)
    start = objet.end if objet and objet.end >= begins else text_begins(text, begins, head)
    return Reading(
        text=text,
        stamps=Stamps(stamps.identifiant, {c: f for c, f in stamps.dates.items() if _plausible(c, f, seance)}),
        collectivite=read_collectivite(text, limit, organe.value if organe else ""),
        organe=organe,
        numero=numero,
        objet=objet or _margin_title(margin),
        date_seance=seance,
        heure=read_heure(text, head, seance),
        convocation=convocation or read_convocation(margin, len(margin), seance),
        president=read_president(text, head),
        secretaires=secretaires,
        lists=lists,
        counts=({"votants": vote.votants} if vote.votants else {}) | counts,
        vote=vote,
        signataire=signataire,
        body=(start, ends(text, signataire.end if signataire else None, decision)),
        decision=decision,
        annexe=annexe,
        affichage=_since(read_dates(text).get("affichage"), seance),
    )


def _plausible(champ: str, day: Found[dt.date], seance: Found[dt.date] | None) -> bool:
    """True unless the date of a stamp comes before the séance, or years after it: a scan misread it."""
    return seance is None or champ in {"affichage", "convocation"} or 0 <= (day.value - seance.value).days < 1_100


def _since(day: Found[dt.date] | None, seance: Found[dt.date] | None) -> Found[dt.date] | None:
    """The day, unless it comes before the séance: a convocation is posted too."""
    return None if day is None or (seance and day.value < seance.value) else day


def _below(text: str, decision: int) -> Lists | None:
    """The lists that an annex gives, under the decision: three members present at least, or none."""
    below = read_attendance(text[decision:], len(text) - decision)
    if not below.presents or len(below.presents.value) < 3:
        return None
    for champ in ("presents", "excuses", "absents", "pouvoirs"):
        found = getattr(below, champ)
        setattr(below, champ, found and Found(found.value, found.start + decision, found.end + decision, found.sure))
    return below


def _decision(text: str) -> int | None:
    plain = fold(text)
    told = (m for m in _FORMULA.finditer(plain) if not _PAST.search(text[m.start() : m.end()]))
    return next((match.start() for match in told), None)


def _split(text: str, decision: int | None) -> tuple[str, str]:
    """(the act, the convention after its closing words); all is annex when nothing was deliberated or convened."""
    if decision is None:
        start = annex_start(text, 0) if not read_seance_date(text, len(text)) else None
    else:
        closing = _CLOSING.search(fold(text), decision)
        start = annex_start(text, closing.end()) if closing else None
    return (text, "") if start is None else (text[:start], text[start:])


def _annexes(text: str, decision: int | None) -> int:
    """Where annexes begin, that tell of other votes: after the closing words, « ANNEXE » in capitals."""
    closing = _CLOSING.search(fold(text), decision or 0)
    found = _ANNEXES.search(text, closing.end()) if closing else None
    return found.start() if found else len(text)


def _margin_title(margin: str) -> Found[str] | None:
    """The object printed in a margin: its first paragraph, unless it is a fact of the séance."""
    title = re.split(r"\n[ \t]*\n", margin.strip())[0]
    return Found(" ".join(title.split()), 0, 0) if title and not re.search("convocation|nombre", fold(title)) else None
