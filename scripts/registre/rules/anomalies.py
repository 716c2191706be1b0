"""Acknowledged anomalies: a fault of the document is published as it is, with its reason; one of the record is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registre.catalogue import CATALOGUE, Level
from registre.model.deliberation import Deliberation
from registre.model.names import composed
from registre.model.parts import Anomalie
from registre.model.seance import Seance
from registre.parse.record import Record
from registre.parse.suggest import suggestion
from registre.problems import TO_EXPLAIN, Problem


def acknowledge(problems: Sequence[Problem], anomalies: Sequence[Anomalie]) -> Iterator[Problem]:
    """The problems; one whose code is acknowledged carries the reason, and blocks no more."""
    reasons = {anomaly.code: anomaly.motif for anomaly in anomalies if anomaly.code}
    for problem in problems:
        if problem.code in reasons and CATALOGUE[problem.code].acknowledgeable:
            yield replace(problem, level=Level.AVERTISSEMENT, reason=reasons[problem.code])
        else:
            yield problem


def check_anomalies(
    problems: Sequence[Problem], record: Record[Deliberation] | Record[Seance], printed: str, *, sound: bool
) -> Iterator[Problem]:
    """Unknown codes, codes that nothing asks to acknowledge, reasons left blank, passages the document does not have.

    `sound`: no error stands in what the record depends on; else what its codes answer may only be hidden.
    """
    found = {problem.code for problem in problems}
    words = _words(printed)
    for index, anomaly in enumerate(record.value.anomalies):
        loc = ("anomalies", index)
        if anomaly.code and anomaly.code not in CATALOGUE:
            near = suggestion(anomaly.code, CATALOGUE)
            yield record.problem("A001", *loc, "code", anomalie=anomaly.code, suggestion=near)
        elif anomaly.code and not CATALOGUE[anomaly.code].acknowledgeable:
            yield record.problem("A003", *loc, "code", anomalie=anomaly.code)
        elif anomaly.code and anomaly.code not in found and sound:
            yield record.problem("A002", *loc, "code", anomalie=anomaly.code)
        if anomaly.motif == TO_EXPLAIN:
            yield record.problem("A004", *loc, "motif", motif=TO_EXPLAIN)
        if anomaly.passage and _words(anomaly.passage) not in words:
            yield record.problem("T003", *loc, "passage", passage=anomaly.passage)


def _words(text: str) -> str:
    return " ".join(composed(text).split())
