"""What the search knows of each page, and with which weight: small HTML documents that only Pagefind reads, and the
values of its facets.

They follow the page: the place where words stand is the anchor of the nearest heading above them. Who attended is in
the séance, not in each of its acts; a visa that every act has is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from registre.model.deliberation import Deliberation, Teletransmission
from registre.model.parts import Anomalie
from registre.model.seance import Seance
from registre.model.text import Block, Heading, Kind, ListBlock, Paragraph, flat
from registre.register.conventions import Body
from registre.register.entries import Act, Register, Sitting
from registre.register.facets import FACETS, Facet, filters
from registre.render import wording
from registre.render.acts import annexed
from registre.render.folding import JOINER, folded, unfolded
from registre.render.search_words import day_word, search_words
from registre.render.searched import Texts, page_words, unrecorded
from registre.render.text import Text, with_anchors

# What a result has beside its text → what each of its words adds to the rank of the page (recherche-moteur.js): those
# of the objet come before all others, then what names the act; the words of the text count by their weight below.
RANKS: dict[str, float] = {
    "title": 1000,  # objet
    "reperes": 300,  # number, identifier, SIREN, day
    "numero": 300,
    "collectivite": 100,
    "date": 100,
    "type": 100,
    "signataire": 100,
    "resultat": 10,
    "mots": 1,  # the numbers and dates of the text, written otherwise
}
# Weight of the words of the text, by part of the document; 0: left out.
WEIGHTS: dict[Kind, float] = {
    Kind.TEXTE: 1,
    Kind.TITRE: 1,
    Kind.PARTIES: 0.5,
    Kind.VISAS: 0.5,
    Kind.CONSIDERANTS: 1,
    Kind.EXPOSE: 1,
    Kind.FORMULE: 0.5,
    Kind.DECISION: 2,
    Kind.CORPS: 1,
    Kind.CLOTURE: 0.5,
}
EVERY = "zzz"  # every page has it: what a search without words looks for, as Pagefind's own reads the whole index
CONVENTION = 0.5  # of the weights above, in an annexed convention
BESIDE = 0.5  # what the register adds: particularités, titles of documents
DOCUMENT = 0.5  # pages of documents that say what the record does not
# « Vu le code général des collectivités territoriales » and no article: every act has it.
_BOILERPLATE = re.compile(r"vu le code général des collectivités territoriales\b\D*", re.IGNORECASE)

_WORD = re.compile(r"[^\W\d_]{4,}")

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Indexed:
    """What Pagefind reads of the page at `url` (relative to the root of the site).

    `values`: of its facets, (name of the facet, label of the value). `words`: its words as printed, in lower case, for
    « Vouliez-vous dire »: those of names and objets count for ten.
    """

    url: str
    html: str
    values: Pairs
    words: dict[str, int]


def indexed_pages(
    register: Register, read: Texts = lambda _: (), facets: Sequence[Facet] = FACETS
) -> Iterator[Indexed]:
    """Every act and every known séance, the newest first: an order that the index then does not have to hold.

    `read`: the texts of documents.
    """
    found: list[Act | Sitting] = [*register.acts, *(s for s in register.sittings if s.fiche)]
    for entry in sorted(found, key=lambda entry: (-entry.day.toordinal(), entry.url)):
        yield _act(entry, facets, read) if isinstance(entry, Act) else _sitting(entry, read)


def _act(act: Act, facets: Sequence[Facet], read: Texts) -> Indexed:
    fiche, stamp = act.fiche, act.fiche.teletransmission
    identifier = [stamp.identifiant.brut, str(stamp.identifiant)] if stamp and stamp.identifiant else []
    conventions = list(annexed(act))
    texts = [fiche.objet, flat(act.document.blocks), *(flat(c.text.document.blocks) for c in conventions)]
    metas = [
        ("title", act.title),
        *_place(act.body, act.sitting),
        ("numero", fiche.numero),
        ("resultat", "Décision inconnue" if act.incomplete else wording.result(act) or ""),
        ("type", wording.enumeration([c.type.fiche.nom for c in act.conventions])),
        ("signataire", wording.signatory(fiche.signataire) or ""),
        ("reperes", " ".join([_marks(act.body, act.sitting), *identifier, search_words(fiche.numero, *identifier)])),
    ]
    text = [*_at("le-texte"), *_document(with_anchors(act.document, "texte"), 1, closing="signature")]
    for convention in conventions:
        text += _at(convention.anchor)
        parties = convention.entry.fiche.parties
        text += [_paragraph(" ".join(filter(None, (p.nom, p.siege, p.representant, p.qualite))), 0.5) for p in parties]
        text += _document(convention.text, CONVENTION)
    text += _beside(fiche.anomalies, [document.piece.titre for document in act.documents])
    attendance = _sitting_text(act.sitting.fiche) if act.sitting.fiche else ()
    known = chain(texts, dict(metas).values(), map(_printed, chain(text, attendance)))
    pages = list(unrecorded(act, known, read))
    metas.append(("mots", " ".join(filter(None, [search_words(*texts), *_days(fiche), page_words(pages)]))))
    text += _documents(pages)
    values = [(facet.name, value.label) for facet in filters(facets) for value in facet.values(act)]
    return _page(act.url, metas, values, text)


def _sitting(sitting: Sitting, read: Texts) -> Indexed:
    seance = sitting.fiche
    assert seance is not None  # the page of an unknown séance is not indexed
    metas = [
        ("title", wording.sitting_title(sitting)),
        *_place(sitting.body, sitting),
        ("reperes", _marks(sitting.body, sitting)),
    ]
    text = [*_sitting_text(seance)]
    text += _beside(seance.anomalies, [document.piece.titre for document in sitting.documents])
    known = chain(dict(metas).values(), (act.title for act in sitting.acts), map(_printed, text))
    pages = list(unrecorded(sitting, known, read))
    typed = [*seance.presents, *seance.excuses, *seance.absents, seance.ouverture or ""]
    metas.append(("mots", " ".join(filter(None, [search_words(*typed), page_words(pages)]))))
    text += _documents(pages)
    values = [("collectivite", sitting.body.label), ("mois", f"{sitting.day:%Y-%m}")]
    return _page(sitting.url, metas, values, text)


def _sitting_text(seance: Seance) -> Iterator[Markup]:
    for value in (seance.organe, seance.lieu, seance.ouverture):
        yield from [_paragraph(value, 1)] if value else ()
    yield from [_paragraph(f"Présidence : {seance.president}", 1)] if seance.president else ()
    yield from (_paragraph(f"Secrétaire de séance : {name}", 1) for name in seance.secretaires)
    yield from (_paragraph(point.objet, 1) for point in seance.autres_points)
    yield from _at("presences")
    lists = (("Présents", seance.presents), ("Excusés", seance.excuses), ("Absents", seance.absents))
    yield from (_paragraph(f"{label} : {', '.join(names)}", 1) for label, names in lists if names)
    yield from _at("pouvoirs") if seance.pouvoirs else ()
    yield from (_paragraph(f"Pouvoir de {p.de} à {p.a or ''}", 1) for p in seance.pouvoirs)
    yield from (_paragraph(f"{s.suppleant}, suppléant de {s.titulaire or ''}", 1) for s in seance.suppleances)
    yield from [_paragraph(seance.mentions, 1)] if seance.mentions else ()


def _place(body: Body, sitting: Sitting) -> Pairs:
    """The body and the day, as a result shows them."""
    day = wording.day_text(sitting.day) + ("" if sitting.fiche else " (d’après l’identifiant)")
    return [("collectivite", body.label), ("date", day)]


def _marks(body: Body, sitting: Sitting) -> str:
    """Other names of the body, its day in one word, and the word of all pages."""
    fiche = body.fiche
    return " ".join(filter(None, (EVERY, fiche.sigle, fiche.nom_complet, fiche.siren, day_word(sitting.day))))


def _days(fiche: Deliberation) -> Iterator[str]:
    """The days of its transmission and publicity."""
    stamp = fiche.teletransmission or Teletransmission()
    for day in (
        stamp.envoi,
        stamp.transmission,
        stamp.reception,
        stamp.publication,
        stamp.affichage,
        fiche.mise_en_ligne,
    ):
        if day:
            yield day_word(day)


def _document(text: Text, share: float, closing: str = "") -> Iterator[Markup]:
    """A text with the anchors of its headings and decisions; `closing`: where its last formula is said to be."""
    for part in text.document.parts:
        if closing and part.kind is Kind.CLOTURE:
            yield from _at(closing)
        for block in part.blocks:
            yield from _block(block, text, WEIGHTS[part.kind] * share)


def _block(block: Block, text: Text, weight: float) -> Iterator[Markup]:
    anchor = text.ids[block]
    if isinstance(block, Heading):
        yield Markup('<h3 id="{}" data-pagefind-weight="{}">{}</h3>').format(anchor, weight * 2, folded(block.text))
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield from _at(text.ids[item]) if text.ids[item] else ()
            yield _paragraph(flat((ListBlock(block.ordered, (item,)),)), weight)
    else:
        yield from _at(anchor) if anchor else ()
        words = flat((block,)) if not isinstance(block, Paragraph) else _telling(block)
        yield _paragraph(words, weight)


def _telling(block: Paragraph) -> str:
    """The text of a paragraph, less the visa that every act has; visas may be the lines of one paragraph."""
    lines = (" ".join(line.split()) for line in block.text.split("\n"))
    return " ".join(line for line in lines if not _BOILERPLATE.fullmatch(line))


def _beside(anomalies: Iterable[Anomalie], titles: Iterable[str]) -> Iterator[Markup]:
    for rank, anomalie in enumerate(anomalies):
        yield from _at("particularites") if rank == 0 else ()
        yield _paragraph(" ".join(filter(None, (anomalie.passage, anomalie.motif))), BESIDE)
    for rank, title in enumerate(titles):
        yield from _at("pieces") if rank == 0 else ()
        yield _paragraph(title, BESIDE)


def _documents(pages: Pairs) -> Iterator[Markup]:
    """The text of each page, at its address in the PDF."""
    for address, page in pages:
        yield from _at(address)
        yield _paragraph(page, DOCUMENT)


def _at(anchor: str | None) -> Iterator[Markup]:
    """A place that words below it are at; it has no words of its own (Pagefind wants a character)."""
    yield Markup('<h2 id="{}">{}</h2>').format(anchor, JOINER)


def _paragraph(text: str, weight: float) -> Markup:
    return Markup('<p data-pagefind-weight="{}">{}</p>').format(weight, folded(text))


def _printed(line: Markup) -> str:
    return unfolded(line.striptags())


def _words(metas: Pairs, text: Iterable[Markup]) -> dict[str, int]:
    names = " ".join(value for name, value in metas if RANKS[name] >= 100)
    printed = " ".join(map(_printed, text))
    return dict.fromkeys(_WORD.findall(printed.lower()), 1) | dict.fromkeys(_WORD.findall(names.lower()), 10)


def _page(url: str, metas: Pairs, values: Pairs, text: Sequence[Markup]) -> Indexed:
    lines = [Markup('<i data-v="{}" data-pagefind-meta="{}[data-v]"></i>').format(folded(v), n) for n, v in metas if v]
    body = Markup("\n").join([*lines, *text])
    html = f'<!doctype html><html lang="fr"><body data-pagefind-body>\n{body}\n</body></html>'
    return Indexed(url, html, values, _words(metas, text))
