"""Who was there: numbers, secretary, quorum, pouvoirs, and counts against lists (rules 10, 11, 12, 15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from registre.model.attendance import counted_presents
from registre.model.names import name_key, number_key
from registre.model.parts import Decompte
from registre.model.seance import Seance
from registre.model.vocabulary import ASSEMBLY
from registre.parse.corpus import ReadActe, ReadSeance
from registre.parse.suggest import suggestion
from registre.problems import Problem
from registre.rules.context import Context

Key = tuple[str, ...]


def number_is_unique(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 10: one number per act, in a séance (error) and in a body's year (warning) (CGCT, art. R.2121-9)."""
    number = number_key(acte.record.value.numero)
    namesakes = [a for a in context.by_year_number.get((acte.collectivite, acte.day.year, number), []) if a is not acte]
    same = [a for a in namesakes if a.folder == acte.folder]
    values = {"valeur": acte.record.value.numero, "annee": acte.day.year}
    if same:
        yield acte.record.problem("R101", "numero", autre=same[0].record.path, **values)
    elif namesakes:
        yield acte.record.problem("R102", "numero", autre=namesakes[0].record.path, **values)


def secretary_is_named(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rule 10: the secretary signs the register (CGCT, art. L.2121-15, R.2121-9)."""
    if context.genre(seance.collectivite) in ASSEMBLY and not seance.record.value.secretaires:
        yield seance.record.problem("R103", "secretaires")


def quorum_is_met(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rule 11: more than half of the members in office are present, but on second convocation (art. L.2121-17)."""
    value = seance.record.value
    if context.genre(seance.collectivite) in ASSEMBLY and not value.seconde_convocation:
        yield from _quorum(seance, value, counted_presents(value))


def quorum_is_met_for_act(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 11, for an act whose attendance differs from the séance's."""
    seance, there = context.seance(acte), context.attendance(acte)
    if (
        seance is None
        or there is None
        or context.genre(acte.collectivite) not in ASSEMBLY
        or seance.seconde_convocation
    ):
        return
    own = acte.record.value.decompte
    present = own.presents if own else None
    if present is None and there.changed:
        present = len(there.presents)
    yield from _quorum(acte, seance, present)


def _quorum(read: ReadActe | ReadSeance, seance: Seance, present: int | None) -> Iterator[Problem]:
    members = seance.en_exercice
    if members and present is not None and present * 2 <= members:
        key = "decompte" if isinstance(read, ReadActe) else "presents"
        yield read.record.problem("R111", key, presents=present, en_exercice=members, quorum=members // 2 + 1)


def proxies_hold(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rule 12: one pouvoir per bearer, who is present; the giver is not (CGCT, art. L.2121-20)."""
    record, value = seance.record, seance.record.value
    present = {name_key(name) for name in value.presents}
    moving = {name_key(move.nom) for move in value.mouvements}
    ruled = context.genre(seance.collectivite) in ASSEMBLY
    bearers: dict[Key, list[str]] = {}
    givers: Counter[Key] = Counter()
    for index, proxy in enumerate(value.pouvoirs):
        giver, loc = name_key(proxy.de), ("pouvoirs", index)
        givers[giver] += 1
        if givers[giver] == 2:
            yield record.problem("R124", *loc, "de", nom=proxy.de)
        if giver in present and giver not in moving and not proxy.a_partir_de:
            yield record.problem("R122", *loc, "de", nom=proxy.de)
        if not proxy.a:
            continue
        bearer = name_key(proxy.a)
        bearers.setdefault(bearer, []).append(proxy.de)
        if ruled and len(bearers[bearer]) == 2:
            yield record.problem("R121", *loc, "a", nom=proxy.a, valeur=", ".join(bearers[bearer]))
        if present and bearer not in present | moving:
            near = suggestion(proxy.a, value.presents)
            yield record.problem("R123", *loc, "a", nom=proxy.a, suggestion=near)


def people_are_listed(_context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Who presides, keeps the record or leaves is named in a list (a slip of the pen, or an absent list)."""
    value = seance.record.value
    listed = _listed(value)
    named: list[tuple[str, str, tuple[str | int, ...]]] = []
    if value.president:
        named.append(("Présidence", value.president, ("president",)))
    named += [("Secrétaire", name, ("secretaires", index)) for index, name in enumerate(value.secretaires)]
    named += [("Mouvement", move.nom, ("mouvements", index, "nom")) for index, move in enumerate(value.mouvements)]
    for label, name, loc in named:
        if value.presents and name_key(name) not in listed:
            near = suggestion(name, listed.values())
            yield seance.record.problem("R126", *loc, label=label, nom=name, suggestion=near)


def _listed(seance: Seance) -> dict[Key, str]:
    """Everyone the séance names, by key."""
    names = [*seance.presents, *seance.excuses, *seance.absents, *(proxy.de for proxy in seance.pouvoirs)]
    return {name_key(name): name for name in names}


def voters_are_listed(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Who is named in a vote is named in the séance, and once."""
    vote, seance = acte.record.value.vote, context.seance(acte)
    if vote is None or vote.noms is None:
        return
    listed = _listed(seance) if seance and seance.presents else None
    seen: set[Key] = set()
    for direction in ("pour", "contre", "abstention", "ne_prend_pas_part"):
        for index, name in enumerate(getattr(vote.noms, direction)):
            loc = ("vote", "noms", direction, index)
            key = name_key(name)
            if key in seen:
                yield acte.record.problem("R156", *loc, nom=name)
            elif listed is not None and key not in listed:
                near = suggestion(name, listed.values())
                yield acte.record.problem("R126", *loc, label="Vote", nom=name, suggestion=near)
            seen.add(key)


def names_stand_once(_context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """A name stands under one heading only, and once (someone who moves may stand under two)."""
    value = seance.record.value
    moving = {name_key(move.nom) for move in value.mouvements}
    seen: dict[Key, str] = {}
    for key, label in (("presents", "présents"), ("excuses", "excusés"), ("absents", "absents")):
        for index, name in enumerate(getattr(value, key)):
            before = seen.get(name_key(name))
            seen.setdefault(name_key(name), label)
            if before is None or name_key(name) in moving:
                continue
            twice = f"deux fois parmi les {label}"
            where = twice if before == label else f"à la fois parmi les {before} et les {label}"
            yield seance.record.problem("R125", key, index, nom=name, valeur=where)


def seance_counts_agree(_context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rule 15: printed counts against each other and against the lists (absent is not zero)."""
    value = seance.record.value
    lists = {
        "presents": value.presents,
        "excuses": value.excuses,
        "absents": value.absents,
        "pouvoirs": value.pouvoirs,
    }
    yield from _counts(seance, value.decompte, {key: len(names) for key, names in lists.items() if names})
    named = _listed(value).keys() - {name_key(s.suppleant) for s in value.suppleances}
    others = value.excuses or value.absents or value.pouvoirs
    members = value.en_exercice
    if members is not None and value.presents and (len(named) > members or (others and len(named) < members)):
        yield seance.record.problem("R154", "en_exercice", en_exercice=members, somme=len(named))


def act_counts_agree(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 15, for an act that prints its own counts."""
    there, own = context.attendance(acte), acte.record.value.decompte
    if own and there:
        names = {"presents": len(there.presents), "pouvoirs": len(there.pouvoirs)}
        yield from _counts(acte, own, {key: count for key, count in names.items() if count})


_WORDS = {"presents": "présents", "excuses": "excusés", "absents": "absents", "pouvoirs": "pouvoirs"}


def _counts(read: ReadActe | ReadSeance, printed: Decompte | None, names: dict[str, int]) -> Iterator[Problem]:
    if printed is None:
        return
    for key, count in names.items():
        announced = getattr(printed, key)
        if announced is not None and announced != count:
            yield read.record.problem("R153", "decompte", key, valeur=announced, quoi=_WORDS[key], somme=count)
    if printed.votants is not None and printed.presents is not None and printed.pouvoirs is not None:
        total = printed.presents + printed.pouvoirs
        if total != printed.votants:
            yield read.record.problem(
                "R151",
                "decompte",
                "votants",
                valeur=printed.votants,
                presents=printed.presents,
                pouvoirs=printed.pouvoirs,
                somme=total,
            )


ACT_RULES = (number_is_unique, quorum_is_met_for_act, act_counts_agree, voters_are_listed)
SEANCE_RULES = (
    secretary_is_named,
    quorum_is_met,
    proxies_hold,
    people_are_listed,
    names_stand_once,
    seance_counts_agree,
)
