"""`registre importer`: from stamped documents to draft records, one séance for all the acts of an evening."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from registre.draft.check import readable_record
from registre.draft.compose import Composed, compose_seance
from registre.draft.conventions import convention_values
from registre.draft.document import Source, UnreadableError, read_file
from registre.draft.emit import write_new
from registre.draft.evening import merge, numbers_in_order
from registre.draft.known import Known
from registre.draft.place import Placed, place
from registre.draft.report import Refused, Report, ToCheck
from registre.model.deliberation import Deliberation
from registre.model.fields import Fiche
from registre.model.seance import Seance
from registre.parse.layout import seance_folder
from registre.recognise.convention import read_annexed


@dataclass(slots=True)
class _Work:
    """Files to write, in order, and what to tell of them."""

    root: Path
    texts: list[tuple[str, str]] = field(default_factory=list)
    copies: list[tuple[str, Path]] = field(default_factory=list)
    checks: list[ToCheck] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def import_files(
    root: Path,
    files: Iterable[Path],
    collectivite: str | None = None,
    day: dt.date | None = None,
    read: Callable[[Path], Source] = read_file,
) -> Report:
    """Write a draft record for each document, and one for each séance that has none. Nothing is overwritten.

    `collectivite` (short name) and `day` are those of all the documents, when they are given.
    """
    work, known = _Work(root), Known.of(root)
    acts: list[Placed] = []
    for path in files:
        try:
            acts.append(place(read(path), known, collectivite, day))
        except UnreadableError as error:
            work.refused.append(Refused(path.name, str(error)))
    evenings: dict[tuple[str, dt.date], list[Placed]] = {}
    for act in acts:
        evenings.setdefault((act.body, act.day), []).append(act)
    for (body, when), evening in evenings.items():
        _evening(work, known, body, when, evening)
    return _written(work)


def _evening(work: _Work, known: Known, body: str, day: dt.date, acts: list[Placed]) -> None:
    """The records of one séance of one body."""
    folder = seance_folder(body, day.isoformat())
    acts = numbers_in_order(acts, lambda act: str(act.composed.values["numero"]))
    whole = [act for act in acts if not act.source.reading.incomplete and not act.source.scan]
    if whole:
        path = f"{folder}seance.yaml"
        seance, differences = merge([(act.composed, compose_seance(act.source.reading)) for act in whole])
        for composed, champ, words in differences:
            composed.check(champ, words)
        if known.exists(path):
            for words in known.differences(body, day, seance.values):
                whole[0].composed.check("seance", words)
        else:
            _add(work, Seance, seance, path, any(act.source.recognised for act in whole))
    for act in acts:
        _record(work, known, act, folder)


def _record(work: _Work, known: Known, act: Placed, folder: str) -> None:
    path = f"{folder}{act.cle}.yaml"
    name = act.source.path.name
    if known.exists(path) or any(path == written for written, _ in work.texts):
        work.refused.append(Refused(name, f"{path} existe déjà : il n’a pas été touché."))
        return
    composed, reading = act.composed, act.source.reading
    if act.source.scan:
        for champ in ("texte", "objet", "resultat", "signataire"):
            composed.values.pop(champ, None)
        composed.check("texte", "document numérisé : rien n’a pu y être lu que ses tampons")
    if reading.incomplete:
        composed.values["etat"] = "incomplet"
        composed.values.pop("texte", None)
        composed.values.pop("objet", None)
        composed.check("motif")
    if reading.parts.annexe:
        annexed = read_annexed(reading.parts.annexe)
        values, checks = convention_values(annexed, known, act.body, act.day)
        composed.checks += checks
        if values:
            values["texte"] = f"{act.cle}-convention.md"
            composed.values["conventions"] = [values]
            work.texts.append((f"{folder}{act.cle}-convention.md", annexed.text + "\n"))
    if act.source.is_pdf:
        if known.exists(f"{folder}{act.cle}.pdf"):
            composed.check("pieces", f"{act.cle}.pdf était déjà là : {name} n’a pas été copié")
        else:
            work.copies.append((f"{folder}{act.cle}.pdf", act.source.path))
    _add(work, Deliberation, composed, path, act.source.recognised)


def _add(work: _Work, fiche: type[Fiche], composed: Composed, path: str, recognised: bool = False) -> None:
    if recognised:
        for cle in composed.values:
            composed.check(cle, "reconnu dans une image")
    work.texts.append((path, readable_record(fiche, composed, path)))
    work.checks += [ToCheck(path, check["champ"], check.get("passage", "")) for check in composed.checks]


def _written(work: _Work) -> Report:
    """Write all, or nothing: an interruption leaves the folder as it was."""
    done: list[Path] = []
    try:
        for path, text in work.texts:
            write_new(work.root, path, text)
            done.append(work.root / path)
        for path, source in work.copies:
            target = work.root / path
            done.append(target)
            shutil.copyfile(source, target)
    except BaseException:
        for target in done:
            target.unlink(missing_ok=True)
        raise
    written = [*(path for path, _ in work.texts), *(path for path, _ in work.copies)]
    return Report(tuple(written), tuple(work.checks), tuple(work.refused))
