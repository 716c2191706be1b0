"""Recognise the parts of an act or of a convention from its grammar. Words and order are never touched."""

from __future__ import annotations

import re
from collections.abc import Callable

from registre.model.names import composed, without_accents
from registre.model.text import Block, Document, Heading, Kind, Part, flat

_VISA = re.compile(r"vus? |vu,|vu:|vu l")
_CONSIDERANT = re.compile(r"(considerant|attendu)\b")
_FORMULE = re.compile(
    r"(apres (en )?avoir|ayant|et apres en avoir) (entendu .{0,120})?deliber"
    r"|.{0,200}apres en avoir (valablement )?deliber"
    r"|(ainsi informe|sur ce|ceci expose|oui l expose).{0,80}deliber"
)
# Accents tell « décide » from « a décidé », which is past history.
_DECIDE = re.compile(
    r"(sur .{0,80}, )?(le|la|l['’]|les) ?(conseil|comité|comite|bureau|assemblée|assemblee)\b[\w ,'’-]{0,80}"
    r"\b(décide|decide|approuve|adopte|délibère|delibere|prend acte|autorise|émet|emet)\b"
)
_VERB = re.compile(r"(DÉCIDE|DECIDE|APPROUVE|ADOPTE|AUTORISE|ÉMET|EMET|PREND ACTE)\b")
_CLOTURE = re.compile(
    r"(ainsi )?fait et (deliber|adopt)|(pour )?(extrait|copie) (certifie|conforme)|pour extrait"
    r"|certifie (conforme|exec)"
    r"|suivent les signatures|au registre (sont|suivent)|fait en .{0,30}exemplaire|fait a |ont signe"
)


_HEAD = 500  # characters: no pattern looks further


def _head(block: Block) -> str:
    return composed(flat((block,))[:_HEAD])


def _plain(head: str) -> str:
    return without_accents(head).replace("’", " ").replace("'", " ").casefold()


def read_act(blocks: tuple[Block, ...]) -> Document:
    """The parts of a délibération: visas, considérants, exposé, formula, decision, closing."""
    heads = [_head(block) for block in blocks]
    plain = [_plain(head) for head in heads]
    found = (i for i, block in enumerate(blocks) if not isinstance(block, Heading) and _is_formula(heads[i], plain[i]))
    formula = next(found, None)
    if formula is None:
        kinds = [_before(text, Kind.TEXTE) for text in plain]
        start = len(blocks) // 2
    else:
        kinds = [_before(text, Kind.EXPOSE) for text in plain[:formula]]
        kinds += [Kind.FORMULE] + [Kind.DECISION] * (len(blocks) - formula - 1)
        start = formula + 1
    closing = next((i for i in range(start, len(blocks)) if _CLOTURE.match(plain[i])), len(blocks))
    return _gather(blocks, kinds[:closing] + [Kind.CLOTURE] * (len(blocks) - closing))


def _is_formula(head: str, plain: str) -> bool:
    """« Après en avoir délibéré… », « Le conseil décide : », « DÉCIDE »."""
    return bool(_FORMULE.match(plain) or _DECIDE.match(head.casefold()) or _VERB.match(head))


def _before(text: str, other: Kind) -> Kind:
    return Kind.VISAS if _VISA.match(text) else Kind.CONSIDERANTS if _CONSIDERANT.match(text) else other


def read_convention(blocks: tuple[Block, ...], source: str = "") -> Document:
    """The parts of a convention: title, parties, visas, articles (from the first heading on), closing."""
    kinds: list[Kind] = []
    current = Kind.TITRE
    last = max((i for i, block in enumerate(blocks) if isinstance(block, Heading)), default=-1)
    for index, block in enumerate(blocks):
        current = _next_kind(current, block, _plain(_head(block)), after_last_heading=index > last >= 0)
        kinds.append(current)
    return Document(_gather(blocks, kinds).parts, source)


def _next_kind(current: Kind, block: Block, text: str, *, after_last_heading: bool) -> Kind:
    if current is Kind.CLOTURE:
        return current
    if isinstance(block, Heading):
        return Kind.CORPS
    if current is Kind.CORPS:
        return Kind.CLOTURE if after_last_heading and _CLOTURE.match(text) else current
    steps: tuple[tuple[Kind, Callable[[str], object]], ...] = (
        (Kind.VISAS, _VISA.match),
        (Kind.CONSIDERANTS, _CONSIDERANT.match),
        (
            Kind.FORMULE,
            re.compile(r"il (est|a ete) (convenu|arrete)|ont convenu|conviennent|ceci expose").match,
        ),
        (Kind.PARTIES, re.compile(r"entre\b").match),
    )
    return next((kind for kind, match in steps if match(text)), current)


def _gather(blocks: tuple[Block, ...], kinds: list[Kind]) -> Document:
    parts: list[tuple[Kind, list[Block]]] = []
    for block, kind in zip(blocks, kinds, strict=True):
        if not parts or parts[-1][0] is not kind:
            parts.append((kind, []))
        parts[-1][1].append(block)
    return Document(tuple(Part(kind, tuple(members)) for kind, members in parts))
