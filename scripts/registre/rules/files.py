"""Paths against contents: what is missing, misplaced, cited by nobody, or would take another page's address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from registre.model.names import number_key
from registre.model.parts import Piece
from registre.model.vocabulary import Etat
from registre.parse.corpus import ReadActe, ReadSeance
from registre.parse.layout import CONTENT, seance_folder
from registre.parse.record import Record
from registre.parse.suggest import closest, suggestion
from registre.problems import Place, Problem, make
from registre.rules.context import Context


def seance_is_recorded(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """An act stands in a séance, unless it is known only by an annex or a stamp."""
    path = seance_folder(acte.collectivite, acte.folder) + "seance.yaml"
    known = (acte.collectivite, acte.folder) in context.corpus.layout.seances
    if not known and acte.record.value.etat is not Etat.INCOMPLET:
        yield make("F006", Place(acte.record.path), attendu=path)


def path_agrees(_context: Context, read: ReadActe | ReadSeance) -> Iterator[Problem]:
    """What a record repeats of its path agrees with it."""
    record = read.record
    value = record.value
    if value.collectivite and value.collectivite != read.collectivite:
        yield record.problem(
            "F008", "collectivite", label="Collectivité", valeur=value.collectivite, chemin=read.collectivite
        )
    if value.date_seance and value.date_seance != read.day:
        yield record.problem(
            "F008", "date_seance", label="Date de séance", valeur=str(value.date_seance), chemin=read.folder
        )


def number_agrees(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """The file is named after the number (punctuation and case ignored)."""
    numero = acte.record.value.numero
    if numero and number_key(numero) != number_key(acte.cle):
        yield acte.record.problem("F015", "numero", valeur=numero, chemin=acte.cle)


def pieces_exist(context: Context, read: ReadActe | ReadSeance) -> Iterator[Problem]:
    """A document is exactly one of: a file beside the record, an address, a document said missing."""
    for index, piece in enumerate(read.record.value.pieces):
        yield from _piece(context, read, index, piece)


def _piece(context: Context, read: ReadActe | ReadSeance, index: int, piece: Piece) -> Iterator[Problem]:
    given = [key for key in ("fichier", "adresse", "manquante") if getattr(piece, key)]
    if len(given) != 1:
        choices = "`fichier`, `adresse` ou `manquante`"
        yield read.record.problem("D025", "pieces", index, label="Pièce", attendu=choices)
    if piece.fichier:
        yield from _file(context, read, piece.fichier, ".pdf", "pieces", index, "fichier")


def convention_texts_exist(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """The text of an annexed convention is a file beside the record."""
    for index, convention in enumerate(acte.record.value.conventions):
        if convention.texte:
            yield from _file(context, acte, convention.texte, ".md", "conventions", index, "texte")


_REMEDIES = {".pdf": "Enregistrez le document en PDF.", ".md": "Écrivez le texte dans un fichier .md : voir l’Aide."}


def _file(
    context: Context, read: ReadActe | ReadSeance, name: str, extension: str, *loc: str | int
) -> Iterator[Problem]:
    folder = seance_folder(read.collectivite, read.folder)
    if "/" not in name and not name.endswith(extension):
        remedy = _REMEDIES[extension]
        yield read.record.problem("F038", *loc, label="Fichier", valeur=name, attendu=extension, remede=remedy)
    elif folder + name not in context.corpus.layout.joined:
        near = suggestion(name, _beside(context, folder))
        yield read.record.problem("F009", *loc, nom=name, suggestion=near)


def joined_files_are_cited(context: Context) -> Iterator[Problem]:
    """Every PDF and convention text beside records belongs to one of them (an act's own PDF bears its name)."""
    corpus = context.corpus
    cited: set[str] = set()
    unread: set[str] = set()
    reads: list[ReadActe | ReadSeance] = [*corpus.actes.values(), *corpus.seances.values()]
    for read in reads:
        folder = seance_folder(read.collectivite, read.folder)
        names = set(_cited(read.record))
        cited |= {folder + name for name in names}
        missing = [name for name in names if folder + name not in corpus.layout.joined]
        cited |= {folder + str(closest(name, _beside(context, folder))) for name in missing}  # a slip already told
    for (body, folder, cle), path in corpus.layout.actes.items():
        cited.add(path.removesuffix(".yaml") + ".pdf")
        if (body, folder, cle) not in corpus.actes:
            unread.add(path.rpartition("/")[0])
    for path in sorted(corpus.layout.joined - cited):
        if path.rpartition("/")[0] not in unread:
            yield make("F010", Place(path), nom=path.rpartition("/")[2])


def _beside(context: Context, folder: str) -> list[str]:
    """Names of the documents in the folder of a séance."""
    joined = context.corpus.layout.joined
    return sorted(path.removeprefix(folder) for path in joined if path.startswith(folder))


def _cited(record: Record[Any]) -> Iterator[str]:
    value = record.value
    for piece in getattr(value, "pieces", ()):
        yield str(piece.fichier)
    for convention in getattr(value, "conventions", ()):
        yield str(convention.texte)


def pages_have_their_own_address(context: Context) -> Iterator[Problem]:
    """A hand-written page does not take the address of a generated one."""
    for path in context.corpus.layout.pages:
        name = path.rpartition("/")[2].removesuffix(".md")
        if name in context.reserved_pages:
            yield make("F014", Place(path), nom=name + ".md", autre=f"/{name}/, page produite par le registre")


REQUIRED_PAGES = ("a-propos", "accessibilite", "aide", "mentions-legales")


def linked_pages_exist(context: Context) -> Iterator[Problem]:
    """The pages that the foot of every page links are there."""
    for name in REQUIRED_PAGES:
        path = f"{CONTENT}/pages/{name}.md"
        if path not in context.corpus.layout.pages:
            yield make("F016", Place(path), nom=f"{name}.md")


def draft_is_said(_context: Context, read: ReadActe | ReadSeance) -> Iterator[Problem]:
    """Points to check belong to drafts."""
    if read.record.value.a_verifier and not read.record.value.brouillon:
        yield read.record.problem("D028", "a_verifier")


ACT_RULES = (
    seance_is_recorded,
    path_agrees,
    number_agrees,
    pieces_exist,
    convention_texts_exist,
    draft_is_said,
)
SEANCE_RULES = (path_agrees, pieces_exist, draft_is_said)
CORPUS_RULES = (joined_files_are_cited, pages_have_their_own_address, linked_pages_exist)
