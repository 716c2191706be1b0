"""What later acts do to a convention: each finds the one it is about, once, and no more often than it allows."""

from __future__ import annotations

from collections.abc import Iterator

from registre.model.deliberation import Lien
from registre.model.vocabulary import NatureLien
from registre.parse.corpus import ReadActe
from registre.problems import Problem
from registre.rules.claims import aimed
from registre.rules.context import Context


def links_find_a_convention(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """The act at the other end has the convention that the link is about, and one alone can be meant."""
    for index, link in _on_conventions(acte):
        target = acte if link.decision else context.acte(link.acte)
        if target is None or link.acte == acte.reference or _in_doubt(context, target):
            continue
        types = list(dict.fromkeys(c.type for c in target.record.value.conventions if c.type))
        values = {"valeur": target.reference, "admis": ", ".join(types)}
        if not types:
            yield acte.record.problem("C006", "liens", index, "acte", **values)
        elif link.convention and link.convention not in types:
            only = f"convention: {types[0]}" if len(types) == 1 else ""
            loc = ("liens", index, "convention")
            yield acte.record.problem("C007", *loc, type=link.convention, ecrire=only, **values)
        elif not link.convention and len(types) > 1:
            yield acte.record.problem("C008", "liens", index, **values)


def _on_conventions(acte: ReadActe) -> Iterator[tuple[int, Lien]]:
    for index, link in enumerate(acte.record.value.liens):
        if link.nature and link.nature.on_convention:
            yield index, link


def _in_doubt(context: Context, target: ReadActe) -> bool:
    """True when the types of an act's conventions could not all be read, or are not known: that is mended first."""
    types = context.corpus.layout.types
    return target.record.is_faulty(("conventions",)) or any(
        convention.type not in types for convention in target.record.value.conventions
    )


def links_say_what_they_may(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """`convention` and `fin` are those of links on a convention; a résiliation gives no other end than its date."""
    for index, link in enumerate(acte.record.value.liens):
        if link.nature is None:
            continue
        idle = {
            "convention": link.convention and not link.nature.on_convention,
            "fin": link.fin and (not link.nature.on_convention or link.nature is NatureLien.RESILIE),
        }
        for key in (key for key, wrong in idle.items() if wrong):
            yield acte.record.problem("C009", "liens", index, key, cle=key, nature=link.nature.value)


def renewals_and_ends_are_claimed_once(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """One renewal comes from one act, and a convention is terminated once. Told at the later act."""
    for index, link in _on_conventions(acte):
        claim = context.claims.get((acte.reference, index))
        if claim and claim.first is not acte:
            code = "C010" if link.nature is NatureLien.RENOUVELLE else "C012"
            values = {"valeur": claim.day if code == "C010" else link.acte, "autre": claim.first.reference}
            yield acte.record.problem(code, "liens", index, **values)


def renewals_are_allowed(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """A convention is renewed no more than it says."""
    for index, link in _on_conventions(acte):
        claim, target = context.claims.get((acte.reference, index)), context.acte(link.acte)
        if claim is None or claim.first is not acte or target is None or link.nature is not NatureLien.RENOUVELLE:
            continue
        meant = aimed(link, target)
        renewal = meant[0].renouvellement if len(meant) == 1 else None
        if renewal and renewal.fois is not None and claim.rank > renewal.fois:
            values = {"rang": claim.rank, "valeur": link.acte, "attendu": renewal.fois, "autre": target.record.path}
            yield acte.record.problem("C011", "liens", index, **values)


ACT_RULES = (
    links_find_a_convention,
    links_say_what_they_may,
    renewals_and_ends_are_claimed_once,
    renewals_are_allowed,
)
