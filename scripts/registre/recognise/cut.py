"""A document cut in its parts: head, decision, closing words, margin, annexes, stamps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from registre.recognise.convention import annex_start
from registre.recognise.found import fold
from registre.recognise.layout import separate_columns, take_margin
from registre.recognise.sitting import read_seance_date
from registre.recognise.stamps import without_stamps

_FORMULA = re.compile(
    r"(?:apres\s+(?:en\s+)?avoir\s+(?:valablement\s+)?|apres\s+|(?:en\s+)?ayant\s+|et\s+)deliber"
    r"|(?:le|la|l')\s*(?:conseil|comite|bureau|assemblee|commission)\b[^.;]{0,80}"
    r"\b(?:decide|approuve|adopte|prend\s+acte|delibere)\b|il\s+est\s+(?:propose|demande)\s+au?\s|en\s+consequence"
)
_PAST = re.compile(r"(?:décidé|approuvé|adopté)$", re.IGNORECASE)  # what was decided before
_CLOSING = re.compile(
    r"pour\s+(?:extrait|copie)|(?:ainsi\s+)?fait\s+et\s+deliber|certifiee?\s+(?:conforme|executoire)"
    r"|suivent\s+les\s+signatures"
)
_ANNEXES = re.compile(r"\b(?:ANNEXES?|PROC[EÈ]S[- ]VERBAL|AVENANT|CONVENTION|CONTRAT|R[EÈ]GLEMENT|RAPPORT)\b")
_AFTERWORD = re.compile(
    r"envoye\s+en\s+prefecture|accuse\s+de\s+reception|certifiee?\s+executoire|acte\s+rendu\s+executoire"
    r"|(?:delais?\s+et\s+)?voies?\s+(?:et\s+delais?\s+)?de\s+recours"
)
_HEAD = 9_000  # signs: a list of eighty members takes six thousand


@dataclass(frozen=True, slots=True)
class Cut:
    """The act without its stamps (`text`), and what was beside or after it.

    `decision`: where it decides, when a formula tells; `head`: where its head ends at the latest; `annexes`: where
    other documents begin, len(text) without any; `margin`: notes that fell in the middle of the decision; `annexe`:
    the convention annexed, or "".
    """

    text: str
    decision: int | None
    head: int
    annexes: int
    margin: str
    annexe: str

    @property
    def incomplete(self) -> bool:
        """True when the document holds an annex and nothing of a decision."""
        return bool(self.annexe) and self.decision is None


def cut(whole: str) -> Cut:
    """Cut a document, its marks of transcription gone."""
    text = without_stamps(separate_columns(whole))
    decision = _decision(text)
    text, margin = take_margin(text, decision or 0)
    text, annexe = _split(text, decision)
    head = min(decision if decision is not None else len(text), _HEAD)
    return Cut(text, decision, head, _annexes(text, decision), margin, annexe)


def ends(parts: Cut, signed: int | None) -> int:
    """Where the words of the act end: with its signature, or before the furniture that follows it."""
    if signed is not None:
        return signed
    match = _AFTERWORD.search(fold(parts.text), parts.decision or 0)
    return match.start() if match and match.start() > len(parts.text) // 2 else len(parts.text)


def _decision(text: str) -> int | None:
    told = (m for m in _FORMULA.finditer(fold(text)) if not _PAST.search(text[m.start() : m.end()]))
    return next((match.start() for match in told), None)


def _split(text: str, decision: int | None) -> tuple[str, str]:
    """(the act, the convention after its closing words); all is annex when nothing was deliberated or convened."""
    if decision is None:
        start = None if read_seance_date(text, len(text)) else annex_start(text, 0)
    else:
        closing = _CLOSING.search(fold(text), decision)
        start = annex_start(text, closing.end()) if closing else None
    return (text, "") if start is None else (text[:start], text[start:])


def _annexes(text: str, decision: int | None) -> int:
    closing = _CLOSING.search(fold(text), decision or 0)
    found = _ANNEXES.search(text, closing.end()) if closing else None
    return found.start() if found else len(text)
