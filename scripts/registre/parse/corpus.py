"""Everything content/ says, read: records with their places, texts as documents, and every problem met on the way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from registre.model.bodies import Collectivite, Modele, Nomenclature, Registre, TypeConvention
from registre.model.deliberation import Deliberation
from registre.model.fields import Fiche
from registre.model.seance import Seance
from registre.model.text import Document
from registre.parse.grammar import FormulaError, read_blocks
from registre.parse.layout import CONTENT, Layout, folder_day, seance_folder, sort_paths
from registre.parse.record import Record, read_record
from registre.parse.sections import read_act, read_convention
from registre.problems import Place, Problem, make
from registre.progress import track
from registre.source.files import SourceFile, list_files, read_text
from registre.source.pieces import Examen, examine
from registre.source.yaml import Mapping, read_yaml

T = TypeVar("T", bound=Fiche)
EMPTY = Document(())


@dataclass(frozen=True, slots=True)
class Annexe:
    """The text of a convention, read from its file."""

    file: SourceFile
    document: Document


@dataclass(frozen=True, slots=True)
class ReadSeance:
    """A séance and where its folder puts it."""

    collectivite: str
    folder: str
    day: dt.date
    record: Record[Seance]


@dataclass(frozen=True, slots=True)
class ReadActe:
    """A délibération, where its path puts it, and its text. `annexes`: one per convention, None when it has no text."""

    collectivite: str
    folder: str
    cle: str
    day: dt.date
    record: Record[Deliberation]
    document: Document
    annexes: tuple[Annexe | None, ...]

    @property
    def reference(self) -> str:
        """« collectivité/date/clé »."""
        return f"{self.collectivite}/{self.folder}/{self.cle}"


@dataclass(frozen=True, slots=True)
class ReadModele:
    """A model convention: its header and its own text (empty when it takes that of an act), `file` being the text."""

    type: str
    cle: str
    record: Record[Modele]
    document: Document
    file: SourceFile


@dataclass
class Corpus:
    """All that was read. `layout` also knows the files that could not be."""

    root: Path
    layout: Layout
    registre: Record[Registre] | None = None
    nomenclature: Record[Nomenclature] | None = None
    collectivites: dict[str, Record[Collectivite]] = field(default_factory=dict)
    types: dict[str, Record[TypeConvention]] = field(default_factory=dict)
    modeles: dict[tuple[str, str], ReadModele] = field(default_factory=dict)
    seances: dict[tuple[str, str], ReadSeance] = field(default_factory=dict)
    actes: dict[tuple[str, str, str], ReadActe] = field(default_factory=dict)
    pages: dict[str, SourceFile] = field(default_factory=dict)
    documents: dict[str, Examen] = field(default_factory=dict)  # the PDFs of `layout.joined`
    problems: list[Problem] = field(default_factory=list)
    conventions: dict[str, Document] = field(default_factory=dict)  # by text: an equal one is read, and compared, once

    def acte(self, reference: str) -> ReadActe | None:
        """The act of a reference « collectivité/date/clé », when it could be read."""
        body, folder, cle = reference.split("/")
        return self.actes.get((body, folder, cle))

    def text_of(self, modele: ReadModele) -> Document:
        """The text of a model: its own, else that of the convention it is taken from; empty when that is not there."""
        reference = modele.record.value.d_apres
        read = self.acte(reference) if reference and not modele.document.parts else None
        if read is None:
            return modele.document
        pairs = zip(read.record.value.conventions, read.annexes, strict=True)
        return next((annexe.document for fiche, annexe in pairs if fiche.type == modele.type and annexe), EMPTY)

    @cached_property
    def matieres(self) -> dict[str, str]:
        """Label of each code of the nomenclature."""
        return {m.code: m.libelle for m in self.nomenclature.value.matieres} if self.nomenclature else {}


def load_corpus(root: Path) -> Corpus:
    """Read content/ below `root`: always returns, with every problem in `problems`."""
    paths, problems = list_files(root, CONTENT)
    layout = sort_paths(paths)
    corpus = Corpus(root, layout, problems=[*problems, *layout.problems])
    corpus.registre = _record(corpus, Registre, layout.registre) if layout.registre else None
    corpus.nomenclature = _record(corpus, Nomenclature, layout.nomenclature) if layout.nomenclature else None
    corpus.collectivites = _records(corpus, Collectivite, layout.collectivites)
    corpus.types = _records(corpus, TypeConvention, layout.types)
    for (kind, slug), path in layout.modeles.items():
        _load_modele(corpus, kind, slug, path)
    for (slug, folder), path in layout.seances.items():
        day = folder_day(folder)
        if day and (seance := _record(corpus, Seance, path)):
            corpus.seances[slug, folder] = ReadSeance(slug, folder, day, seance)
    for key, path in track(layout.actes.items(), "Lecture des fiches", len(layout.actes), every=2_000):
        _load_acte(corpus, key, path)
    corpus.documents = examine(root, (path for path in sorted(layout.joined) if path.endswith(".pdf")))
    for path in layout.pages:
        if file := _text(corpus, path):
            corpus.pages[path] = file
    return corpus


def _text(corpus: Corpus, path: str) -> SourceFile | None:
    file, problems = read_text(corpus.root, path)
    corpus.problems.extend(problems)
    return file


def _record(corpus: Corpus, model: type[T], path: str) -> Record[T] | None:
    file = _text(corpus, path)
    if file is None:
        return None
    tree, problems = read_yaml(file)
    corpus.problems.extend(problems)
    return _typed(corpus, model, tree, file) if tree else None


def _records(corpus: Corpus, model: type[T], paths: dict[str, str]) -> dict[str, Record[T]]:
    found = {slug: _record(corpus, model, path) for slug, path in paths.items()}
    return {slug: record for slug, record in found.items() if record}


def _typed(corpus: Corpus, model: type[T], tree: Mapping, file: SourceFile) -> Record[T] | None:
    record, problems = read_record(model, tree, file)
    corpus.problems.extend(problems)
    return record


def _load_modele(corpus: Corpus, kind: str, slug: str, path: str) -> None:
    file = _text(corpus, path)
    if file is None:
        return
    header, body = split_header(file)
    if header is None:
        corpus.problems.append(make("T002", file.place(1)))
        return
    tree, problems = read_yaml(header)
    corpus.problems.extend(problems)
    if tree and (record := _typed(corpus, Modele, tree, header)):
        corpus.modeles[kind, slug] = ReadModele(kind, slug, record, _convention(corpus, body), body)


def split_header(file: SourceFile) -> tuple[SourceFile | None, SourceFile]:
    """Split a file at its « --- » header: (header or None, the rest), each with its first line."""
    lines = file.text.split("\n")
    if lines[0].strip() != "---" or "---" not in (line.rstrip() for line in lines[1:]):
        return None, file
    end = next(i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == "---")
    header = SourceFile(file.path, "\n".join(lines[1:end]) + "\n", 2)
    return header, SourceFile(file.path, "\n".join(lines[end + 1 :]), end + 2)


def _convention(corpus: Corpus, file: SourceFile) -> Document:
    try:
        if file.text not in corpus.conventions:
            corpus.conventions[file.text] = read_convention(read_blocks(file.text), file.text)
        return corpus.conventions[file.text]
    except FormulaError as error:
        corpus.problems.append(make("T001", file.place(file.first_line + error.line)))
        return EMPTY


def _load_acte(corpus: Corpus, key: tuple[str, str, str], path: str) -> None:
    body, folder, cle = key
    day = folder_day(folder)
    record = _record(corpus, Deliberation, path)
    if record is None or day is None:
        return
    document = EMPTY
    try:
        document = read_act(read_blocks(record.value.texte or ""))
    except FormulaError as error:
        line = (record.place("texte").line or 0) + 1 + error.line
        corpus.problems.append(make("T001", record.file.place(line)))
    annexes = tuple(
        _annexe(corpus, seance_folder(body, folder) + c.texte) if c.texte else None for c in record.value.conventions
    )
    corpus.actes[key] = ReadActe(body, folder, cle, day, record, document, annexes)


def _annexe(corpus: Corpus, path: str) -> Annexe | None:
    """The annexed text; None when there is no such file here (a rule tells it) or it cannot be read."""
    if path not in corpus.layout.joined or not path.endswith(".md"):
        return None
    file = _text(corpus, path)
    return Annexe(file, _convention(corpus, file)) if file else None


def place_of(file: SourceFile, line: int) -> Place:
    """The place of a 0-based line of a text."""
    return file.place(file.first_line + line)
