"""Corpus → register. Drafts stay out of what is published; everything is sorted here, once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from registre.model.bodies import Registre
from registre.model.names import natural_key
from registre.model.parts import Piece
from registre.parse.corpus import Corpus, ReadActe, ReadSeance
from registre.parse.layout import seance_folder
from registre.register.attachments import SIGNED, Attachment
from registre.register.conventions import Body, Convention, ConventionType, ModelConvention
from registre.register.entries import Act, Link, Register, Sitting
from registre.register.urls import seance_url


def build_register(corpus: Corpus, day: dt.date | None = None, *, drafts: bool = False) -> Register:
    """The register of a corpus without errors. `day`: injected; by default the latest séance or publicity.

    `drafts`: with them, for a preview; each then says that it is one.
    """
    bodies = _bodies(corpus)
    types = {
        slug: ConventionType(slug, r.value, bodies.get(r.value.partenaire or ""))
        for slug, r in sorted(corpus.types.items())
    }
    hidden = {key for key, read in corpus.seances.items() if read.record.value.brouillon and not drafts}
    sittings = _sittings(corpus, bodies, hidden)
    published = [
        read
        for read in corpus.actes.values()
        if (drafts or not read.record.value.brouillon) and (read.collectivite, read.folder) not in hidden
    ]
    models = _models(corpus, bodies, _first_uses(published))
    acts = [_act(corpus, read, sittings[read.collectivite, read.folder], types, bodies, models) for read in published]
    acts.sort(key=lambda act: natural_key(act.fiche.numero))
    for act in acts:
        act.sitting.acts.append(act)
    _link(acts)
    acts.sort(key=lambda act: (-act.day.toordinal(), natural_key(act.body.label), act.sitting.folder))
    shown = [s for s in sittings.values() if s.acts or s.fiche]
    shown.sort(key=lambda s: (-s.day.toordinal(), natural_key(s.body.label), s.folder))
    operator = corpus.registre.value if corpus.registre else Registre()
    return Register(operator, bodies, types, models, shown, acts, day or _latest_day(acts, shown))


def _latest_day(acts: Iterable[Act], sittings: Iterable[Sitting]) -> dt.date | None:
    days = [sitting.day for sitting in sittings]
    days += [act.publicite.date for act in acts if act.publicite]
    return max(days, default=None)


def _bodies(corpus: Corpus) -> dict[str, Body]:
    """Bodies by label; a name that two bodies bear is told apart by their short names."""
    names = Counter(record.value.nom for record in corpus.collectivites.values())
    bodies = []
    for slug, record in corpus.collectivites.items():
        name = record.value.nom
        bodies.append(Body(slug, record.value, name if names[name] == 1 else f"{name} ({slug})"))
    return {body.slug: body for body in sorted(bodies, key=lambda b: natural_key(b.label))}


def _models(
    corpus: Corpus, bodies: dict[str, Body], uses: dict[tuple[str, str], dt.date]
) -> dict[str, list[ModelConvention]]:
    """The models of each type, the oldest first: since when they are in use, else the first act that has them (`uses`).

    Each knows the one before it: that which it says it replaces, else the one before in this order.
    """
    models: dict[str, list[ModelConvention]] = {}
    for kind, slug in _in_order(corpus, uses):
        value, document = corpus.modeles[kind, slug].record.value, corpus.text_of(corpus.modeles[kind, slug])
        older = models.setdefault(kind, [])
        previous = next((model for model in older if model.slug == value.remplace), older[-1] if older else None)
        older.append(ModelConvention(kind, slug, value, bodies.get(value.emetteur or ""), document, previous))
    return models


def _in_order(corpus: Corpus, uses: dict[tuple[str, str], dt.date]) -> list[tuple[str, str]]:
    def since(key: tuple[str, str]) -> tuple[str, dt.date, str]:
        used = corpus.modeles[key].record.value.en_usage_depuis or uses.get(key, dt.date.max)
        return key[0], used, key[1]

    ordered: dict[tuple[str, str], None] = {}

    def add(key: tuple[str, str]) -> None:
        replaced = corpus.modeles[key].record.value.remplace
        if replaced and (key[0], replaced) not in ordered:
            add((key[0], replaced))  # a rule has seen to it that none replaces itself through others
        ordered[key] = None

    for key in sorted(corpus.modeles, key=since):
        add(key)
    return list(ordered)


def _first_uses(shown: Iterable[ReadActe]) -> dict[tuple[str, str], dt.date]:
    """The day of the first act that has a convention of each model."""
    uses: dict[tuple[str, str], dt.date] = {}
    for read in shown:
        for convention in read.record.value.conventions:
            if convention.type and convention.modele:
                key = (convention.type, convention.modele)
                uses[key] = min(read.day, uses.get(key, read.day))
    return uses


def _sittings(corpus: Corpus, bodies: dict[str, Body], hidden: set[tuple[str, str]]) -> dict[tuple[str, str], Sitting]:
    sittings = {}
    for key, read in corpus.seances.items():
        fiche = None if key in hidden else read.record.value
        documents = tuple(_attachment(corpus, read, piece) for piece in read.record.value.pieces) if fiche else ()
        sittings[key] = Sitting(bodies[read.collectivite], read.folder, read.day, fiche, read.record.path, documents)
    for (slug, folder, _), acte in corpus.actes.items():
        sittings.setdefault((slug, folder), Sitting(bodies[slug], folder, acte.day, None, None))
    return sittings


def _act(
    corpus: Corpus,
    read: ReadActe,
    sitting: Sitting,
    types: dict[str, ConventionType],
    bodies: dict[str, Body],
    models: dict[str, list[ModelConvention]],
) -> Act:
    value = read.record.value
    conventions = tuple(
        Convention(
            rank,
            fiche,
            types[fiche.type or ""],
            annexe.document if annexe else None,
            tuple((party.nom, bodies.get(party.collectivite or "")) for party in fiche.parties),
            next((m for m in models.get(fiche.type or "", ()) if m.slug == fiche.modele), None),
        )
        for rank, (fiche, annexe) in enumerate(zip(value.conventions, read.annexes, strict=True), start=1)
    )
    return Act(
        reference=read.reference,
        cle=read.cle,
        path=read.record.path,
        fiche=value,
        body=sitting.body,
        sitting=sitting,
        document=read.document,
        conventions=conventions,
        documents=_documents(corpus, read),
        matiere=(value.matiere, corpus.matieres[value.matiere]) if value.matiere else None,
    )


def _documents(corpus: Corpus, read: ReadActe) -> tuple[Attachment, ...]:
    """The pieces recorded, and first the PDF that bears the act's name, when no piece cites it."""
    pieces = list(read.record.value.pieces)
    own = f"{read.cle}.pdf"
    path = seance_folder(read.collectivite, read.folder) + own
    if path in corpus.layout.joined and own not in {piece.fichier for piece in pieces}:
        pieces.insert(0, Piece(titre=SIGNED, fichier=own))
    return tuple(_attachment(corpus, read, piece) for piece in pieces)


def _attachment(corpus: Corpus, read: ReadActe | ReadSeance, piece: Piece) -> Attachment:
    if piece.fichier is None:
        return Attachment(piece, piece.adresse, None, piece.octets, piece.sha256)
    path = seance_folder(read.collectivite, read.folder) + piece.fichier
    found = corpus.documents[path]
    url = seance_url(read.collectivite, read.folder) + piece.fichier
    return Attachment(piece, url, path, found.octets, found.sha256, found.verdict.pages, found.verdict.signe)


def _link(acts: list[Act]) -> None:
    """Tell each link at both of its ends, in the order of time."""
    by_reference = {act.reference: act for act in acts}
    for act in sorted(acts, key=lambda act: act.day):
        for lien in act.fiche.liens:
            other = by_reference.get(lien.acte or "")
            if lien.acte and other is None:
                continue  # the other end is a draft
            act.links.append(Link(lien, other, incoming=False))
            if other:
                other.links.append(Link(lien, act, incoming=True))
