"""Documents: what was found in each PDF, what a record says of it, and an act without any."""

from __future__ import annotations

from collections.abc import Iterator

from registre.model.parts import Piece
from registre.model.publicity import REFORM, was_decided
from registre.model.vocabulary import Etat
from registre.parse.corpus import ReadActe, ReadSeance
from registre.parse.layout import seance_folder
from registre.problems import Place, Problem, make
from registre.rules.context import Context
from registre.rules.publicity import publishes_online
from registre.source.pieces import Examen


def findings(path: str, examen: Examen) -> Iterator[Problem]:
    """What is to be told of one document."""
    for constat in examen.constats:
        yield make(constat.code, Place(path), nom=path.rpartition("/")[2], motif=constat.motif)


def documents_are_sound(context: Context, read: ReadActe | ReadSeance) -> Iterator[Problem]:
    """The documents of a record are PDFs that anyone can open without harm."""
    for path in sorted(documents_of(context, read)):
        yield from findings(path, context.corpus.documents[path])


def other_documents_are_sound(context: Context) -> Iterator[Problem]:
    """So are those of records that could not be read, and those that nothing cites."""
    reads: list[ReadActe | ReadSeance] = [*context.corpus.actes.values(), *context.corpus.seances.values()]
    owned = {path for read in reads for path in documents_of(context, read)}
    for path, examen in context.corpus.documents.items():
        if path not in owned:
            yield from findings(path, examen)


def documents_of(context: Context, read: ReadActe | ReadSeance) -> set[str]:
    """Paths of the PDFs of a record: those it cites, and the one that bears an act's name."""
    folder = seance_folder(read.collectivite, read.folder)
    names = {piece.fichier for piece in read.record.value.pieces}
    if isinstance(read, ReadActe):
        names.add(f"{read.cle}.pdf")
    return {folder + name for name in names if name and folder + name in context.corpus.documents}


def fingerprints_agree(context: Context, read: ReadActe | ReadSeance) -> Iterator[Problem]:
    """What a record says of a file's size and SHA-256 is true (CGCT, art. R.2131-1, I: integrity)."""
    for index, piece in enumerate(read.record.value.pieces):
        examen = _examined(context, read, piece)
        if examen is None or not examen.sha256:
            continue
        for key, label, typed, true in (
            ("sha256", "Empreinte SHA-256", piece.sha256, examen.sha256),
            ("octets", "Taille", piece.octets, examen.octets),
        ):
            if typed is not None and typed != true:
                values = {"label": label, "valeur": typed, "attendu": true, "nom": piece.fichier}
                yield read.record.problem("F028", "pieces", index, key, **values)


def _examined(context: Context, read: ReadActe | ReadSeance, piece: Piece) -> Examen | None:
    path = seance_folder(read.collectivite, read.folder) + (piece.fichier or "")
    return context.corpus.documents.get(path)


def distant_pieces_are_sealed(_context: Context, read: ReadActe | ReadSeance) -> Iterator[Problem]:
    """A document kept elsewhere carries its fingerprint and size: whoever opens it can tell whether it was changed."""
    for index, piece in enumerate(read.record.value.pieces):
        known = {"son empreinte (sha256)": piece.sha256, "sa taille (octets)": piece.octets}
        missing = [label for label, value in known.items() if value is None]
        if piece.adresse and missing:
            values = {"manque": " et ".join(missing), "adresse": piece.adresse}
            yield read.record.problem("F029", "pieces", index, **values)


def act_has_a_document(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 1: an act is published whole, in a form that cannot be altered (CGCT, art. R.2131-1, I).

    An act known by its annex alone says already that it is incomplete, and why; nothing was signed where nothing was
    decided.
    """
    value = acte.record.value
    given = any(piece.fichier or piece.adresse for piece in value.pieces) or documents_of(context, acte)
    expected = acte.day >= REFORM and publishes_online(context.body(acte.collectivite))
    if expected and not given and value.etat is not Etat.INCOMPLET and was_decided(value):
        yield acte.record.problem("R011", exemple=f"{acte.cle}.pdf")


SEANCE_RULES = (documents_are_sound, fingerprints_agree, distant_pieces_are_sealed)
ACT_RULES = (*SEANCE_RULES, act_has_a_document)
CORPUS_RULES = (other_documents_are_sound,)
