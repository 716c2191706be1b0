"""References from record to record: each names something that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from registre.model.attendance import is_hour
from registre.model.names import number_key
from registre.parse.corpus import ReadActe, ReadModele, ReadSeance
from registre.parse.layout import CONTENT
from registre.parse.record import Record
from registre.parse.suggest import suggestion
from registre.problems import Place, Problem, make
from registre.rules.context import Context


def _body(context: Context, record: Record[Any], label: str, slug: str | None, *loc: str | int) -> Iterator[Problem]:
    known = context.corpus.layout.collectivites
    if slug and slug not in known:
        yield record.problem("L001", *loc, label=label, valeur=slug, suggestion=suggestion(slug, known))


def known_act(
    context: Context, record: Record[Any], label: str, reference: str | None, *loc: str | int
) -> Iterator[Problem]:
    """The act of a reference has a file in the register."""
    if reference and reference not in context.references:
        here = record.path.removeprefix(f"{CONTENT}/seances/").removesuffix(".yaml")
        near = suggestion(reference, (other for other in context.neighbours(reference) if other != here))
        yield record.problem("L004", *loc, label=label, valeur=reference, suggestion=near)


def folders_have_bodies(context: Context) -> Iterator[Problem]:
    """Each folder of séances belongs to a body that has a record."""
    layout = context.corpus.layout
    for slug in sorted({key[0] for key in (*layout.seances, *layout.actes)} - set(layout.collectivites)):
        near = suggestion(slug, layout.collectivites)
        yield make("L001", Place(f"{CONTENT}/seances/{slug}"), label="Dossier", valeur=slug, suggestion=near)


def bodies_refer_to_bodies(context: Context) -> Iterator[Problem]:
    """`succede_a`, `partenaire` and `emetteur` name bodies that have a record."""
    corpus = context.corpus
    for body in corpus.collectivites.values():
        for index, slug in enumerate(body.value.succede_a):
            yield from _body(context, body, "Succède à", slug, "succede_a", index)
    for kind in corpus.types.values():
        yield from _body(context, kind, "Partenaire", kind.value.partenaire, "partenaire")
    for modele in corpus.modeles.values():
        yield from _body(context, modele.record, "Émis par", modele.record.value.emetteur, "emetteur")


def models_stand(context: Context) -> Iterator[Problem]:
    """A model's type has a record; what it replaces and the act whose text it takes are there."""
    corpus = context.corpus
    for (kind, _), modele in corpus.modeles.items():
        record = modele.record
        if kind not in corpus.layout.types:
            yield make("L002", Place(record.path), label="Dossier", **_unknown_type(kind, corpus.layout.types))
        yield from _modele(context, record, "Remplace", kind, record.value.remplace, "remplace", other_than=modele.cle)
        reference = record.value.d_apres
        yield from known_act(context, record, "D’après", reference, "d_apres")
        yield from _model_text(context, modele, kind, reference)


def _unknown_type(typed: str, types: Iterable[str]) -> dict[str, str]:
    """What to say of a type that has no record."""
    return {"valeur": typed, "suggestion": suggestion(typed, types), "admis": ", ".join(types) or "aucun"}


def _model_text(context: Context, modele: ReadModele, kind: str, reference: str | None) -> Iterator[Problem]:
    """The act whose text a model takes has a convention of the same type (silent when its own types are in doubt)."""
    corpus = context.corpus
    found = corpus.acte(reference) if reference else None
    if found is None or found.record.is_faulty(("conventions",)):
        return
    conventions = found.record.value.conventions
    known = all(convention.type in corpus.layout.types for convention in conventions)
    if known and not any(convention.type == kind and convention.texte for convention in conventions):
        yield modele.record.problem("L008", "d_apres", label="D’après", valeur=reference)


def _modele(
    context: Context,
    record: Record[Any],
    label: str,
    kind: str | None,
    slug: str | None,
    *loc: str | int,
    other_than: str | None = None,
) -> Iterator[Problem]:
    """The type has such a model; `other_than`: one that cannot be meant."""
    known = [name for owner, name in context.corpus.layout.modeles if owner == kind]
    if slug and slug not in known:
        near = suggestion(slug, (name for name in known if name != other_than))
        yield record.problem("L003", *loc, label=label, valeur=slug, suggestion=near, type=kind)


def conventions_refer(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """The type, the model and the parties of a convention are known."""
    record, types = acte.record, context.corpus.layout.types
    for index, convention in enumerate(record.value.conventions):
        loc = ("conventions", index)
        if convention.type and convention.type not in types:
            yield record.problem("L002", *loc, "type", label="Type", **_unknown_type(convention.type, types))
        elif convention.type:
            yield from _modele(context, record, "Modèle", convention.type, convention.modele, *loc, "modele")
        for rank, party in enumerate(convention.parties):
            yield from _body(context, record, "Partie", party.collectivite, *loc, "parties", rank, "collectivite")


def matiere_is_known(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """A matière is a code of the @ctes nomenclature."""
    code, known, nomenclature = acte.record.value.matiere, context.corpus.matieres, context.corpus.nomenclature
    in_doubt = nomenclature is not None and nomenclature.faulty  # told already
    if code and code not in known and not in_doubt:
        yield acte.record.problem("L005", "matiere", label="Matière", valeur=code, suggestion=suggestion(code, known))


def movements_name_acts(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """`a_partir_de` is an hour or the number of an act (or of an item) of the séance."""
    value = seance.record.value
    numbers: Iterable[str] = [
        *context.numbers(seance.collectivite, seance.folder),
        *(point.numero for point in value.autres_points if point.numero),
    ]
    known = {number_key(number) for number in numbers}
    starts = {
        "mouvements": [move.a_partir_de for move in value.mouvements],
        "pouvoirs": [proxy.a_partir_de for proxy in value.pouvoirs],
    }
    for key, entries in starts.items():
        for index, start in enumerate(entries):
            if start and not is_hour(start) and number_key(start) not in known:
                yield seance.record.problem(
                    "L006",
                    key,
                    index,
                    "a_partir_de",
                    label="À partir de",
                    valeur=start,
                    suggestion=suggestion(start, numbers),
                )


ACT_RULES = (conventions_refer, matiere_is_known)
SEANCE_RULES = (movements_name_acts,)
CORPUS_RULES = (folders_have_bodies, bodies_refer_to_bodies, models_stand)
