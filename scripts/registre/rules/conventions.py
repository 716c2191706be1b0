"""Conventions that acts approve: their model, their parties, their dates; and the models that replace each other."""

from __future__ import annotations

from collections.abc import Iterator

from registre.model.compare import compare
from registre.model.conventions import ConventionAnnexee
from registre.model.terms import DAY, last_day
from registre.model.text import Document
from registre.model.vocabulary import Etat, EtatConvention
from registre.parse.corpus import ReadActe, ReadModele
from registre.problems import Problem
from registre.rules.circles import chain, circle_steps, circles
from registre.rules.context import Context


def models_make_no_circle(context: Context) -> Iterator[Problem]:
    """No model replaces itself, even through others. Told at the first model of the circle."""
    graphs: dict[str, dict[str, list[str]]] = {}
    for (kind, slug), modele in context.corpus.modeles.items():
        replaced = modele.record.value.remplace
        graphs.setdefault(kind, {})[slug] = [replaced] if replaced else []
    for kind, graph in graphs.items():
        for circle in circles(graph):
            told = chain(list(circle_steps(circle)), lambda _newer, _older: "remplace")
            yield context.corpus.modeles[kind, circle[0]].record.problem("C001", "remplace", chaine=told)


def _modelled(context: Context, acte: ReadActe) -> Iterator[tuple[int, ReadModele]]:
    """The conventions of an act that have a model that could be read, numbered."""
    for index, convention in enumerate(acte.record.value.conventions):
        modele = context.corpus.modeles.get((convention.type or "", convention.modele or ""))
        if modele:
            yield index, modele


def model_was_in_use(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """An act has a model that was in use on its day; silent where that day is only that of an identifier."""
    if acte.record.value.etat is Etat.INCOMPLET:
        return
    for index, modele in _modelled(context, acte):
        since = modele.record.value.en_usage_depuis
        if since and since > acte.day:
            values = {"modele": modele.cle, "attendu": since, "valeur": acte.day, "autre": modele.record.path}
            yield acte.record.problem("C002", "conventions", index, "modele", **values)


def body_is_a_party(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Where the parties are named, the body that approves is one of them; a blank is no fault."""
    for index, convention in enumerate(acte.record.value.conventions):
        named = {party.collectivite for party in convention.parties}
        unknown = {slug for slug in named if slug and slug not in context.corpus.layout.collectivites}
        if _names_its_parties(convention) and acte.collectivite not in named and not unknown:
            body = context.body(acte.collectivite)
            values = {"nom": body.nom if body else acte.collectivite, "slug": acte.collectivite}
            yield acte.record.problem("C003", "conventions", index, "parties", **values)


def _names_its_parties(convention: ConventionAnnexee) -> bool:
    fewest = {EtatConvention.REMPLIE: 1, None: 2}.get(convention.etat)
    return fewest is not None and len(convention.parties) >= fewest


def dates_agree(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """A convention ends after it starts, when its length says; « du 1er janvier au 1er janvier » is one day more."""
    for index, convention in enumerate(acte.record.value.conventions):
        start, end, length = convention.debut, convention.fin, convention.duree
        if start is None or end is None:
            continue
        loc = ("conventions", index, "fin")
        if end < start:
            yield acte.record.problem("C004", *loc, valeur=end, attendu=start)
        elif length and abs(end - (expected := last_day(start, length))) > DAY:
            values = {"valeur": end, "duree": length, "debut": start, "attendu": expected}
            yield acte.record.problem("C005", *loc, **values)


def text_follows_its_model(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """A text has half of the articles of its model at least; the model may be taken from this very act."""
    for index, modele in _modelled(context, acte):
        annexe = acte.annexes[index]
        if annexe is None or modele.record.value.d_apres == acte.reference:
            continue
        kept, articles = _kept(context.corpus.text_of(modele), annexe.document)
        if 2 * kept < articles:
            values = {"valeur": kept, "attendu": articles, "modele": modele.cle}
            yield acte.record.problem("C015", "conventions", index, "modele", **values)


def _kept(model: Document, text: Document) -> tuple[int, int]:
    """How many articles of the model the text has, and how many there are; equal texts are one document."""
    found = [article for article in compare(model, text).articles if article.left and article.left.level == 2]
    return sum(article.right is not None for article in found), len(found)


ACT_RULES = (model_was_in_use, body_is_a_party, dates_agree, text_follows_its_model)
CORPUS_RULES = (models_make_no_circle,)
