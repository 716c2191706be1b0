"""What follows the séance: publicity, how and how long; the list of délibérations; the PV (rules 4, 7, 8, 9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from registre.model.publicity import REFORM, end_of_publicity, may_choose, publicite
from registre.model.seance import ProcesVerbal
from registre.model.vocabulary import ASSEMBLY, PUBLICITY, ModePublicite
from registre.parse.corpus import ReadActe, ReadSeance
from registre.problems import Problem
from registre.rules.context import Context

WEEK = dt.timedelta(days=7)


def publicity_lasts(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 4: an act stays public for two months at least (CGCT, art. R.2131-1, I; since 1 July 2022)."""
    gone = acte.record.value.retrait
    public = publicite(acte.record.value, context.seance(acte))
    if gone is None or public is None or public.date < REFORM or context.genre(acte.collectivite) not in PUBLICITY:
        return
    end = end_of_publicity(public.date)
    if gone < end:
        yield acte.record.problem("R041", "retrait", valeur=gone, publicite=public.date, fin=end)


def way_of_publicity_is_lawful(context: Context) -> Iterator[Problem]:
    """Rule 7: on the body's site, unless it may choose and its assembly chose (CGCT, art. L.2131-1, III and IV; see
    may_choose for the articles that extend it). Silent when the kind or the population does not tell."""
    for record in context.corpus.collectivites.values():
        body, free = record.value, may_choose(record.value)
        if body.publicite is None or body.publicite is ModePublicite.ELECTRONIQUE:
            continue
        if free is False:
            yield record.problem("R071", "publicite", valeur=body.publicite.label)
        elif free and not body.choix_publicite:
            yield record.problem("R072", "publicite", valeur=body.publicite.label)


def aftermath_is_told(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rules 8 and 9: the list of délibérations is dated, and the PV once a later séance has settled it (CGCT, art.
    L.2121-25, L.2121-15). One message for both."""
    if not _ruled(context, seance):
        return
    value = seance.record.value
    minutes = value.proces_verbal or ProcesVerbal()
    missing = {}
    if value.liste is None:
        missing["date de la liste des délibérations"] = "liste: AAAA-MM-JJ"
    if minutes.arrete and not minutes.mise_en_ligne:
        dates = f"{{arrete: {minutes.arrete}, mise_en_ligne: AAAA-MM-JJ}}"
        missing["mise en ligne du procès-verbal"] = f"proces_verbal: {dates}"
    elif not minutes.arrete and context.last_day(seance.collectivite) > seance.day:
        dates = "{arrete: AAAA-MM-JJ, mise_en_ligne: AAAA-MM-JJ}"
        missing["procès-verbal, qu’une séance suivante a dû arrêter"] = f"proces_verbal: {dates}"
    if missing:
        key = "proces_verbal" if value.liste else "liste"
        lines = "\n  ".join(missing.values())
        yield seance.record.problem("R081", key, manque=" ; ".join(missing), ajouter=lines)


def list_is_in_time(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rule 8: within a week, and not before the séance (CGCT, art. L.2121-25)."""
    day, record = seance.record.value.liste, seance.record
    if day is None:
        return
    if day < seance.day:
        yield record.problem("R083", "liste", valeur=day, attendu=seance.day)
    elif day > seance.day + WEEK and _ruled(context, seance):
        yield record.problem("R082", "liste", valeur=day, fin=seance.day + WEEK)


def minutes_are_in_time(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rule 9: online within the week that follows the séance that settled the PV (CGCT, art. L.2121-15)."""
    minutes, record = seance.record.value.proces_verbal, seance.record
    if minutes is None:
        return
    settled, online = minutes.arrete, minutes.mise_en_ligne
    if settled and settled < seance.day:
        before = f"la séance du {seance.day:%d/%m/%Y}"
        yield record.problem(
            "R092", "proces_verbal", "arrete", label="Procès-verbal arrêté", valeur=settled, attendu=before
        )
    elif online and online < (settled or seance.day):
        before = f"d’avoir été arrêté le {settled:%d/%m/%Y}" if settled else f"la séance du {seance.day:%d/%m/%Y}"
        yield record.problem(
            "R092",
            "proces_verbal",
            "mise_en_ligne",
            label="Procès-verbal mis en ligne",
            valeur=online,
            attendu=before,
        )
    elif settled and online and online > settled + WEEK and _ruled(context, seance):
        yield record.problem(
            "R091",
            "proces_verbal",
            "mise_en_ligne",
            valeur=online,
            attendu=settled,
            fin=settled + WEEK,
        )


def _ruled(context: Context, seance: ReadSeance) -> bool:
    """Communes, EPCI and closed syndicats, since the reform."""
    return context.genre(seance.collectivite) in ASSEMBLY and seance.day >= REFORM


ACT_RULES = (publicity_lasts,)
SEANCE_RULES = (aftermath_is_told, list_is_in_time, minutes_are_in_time)
CORPUS_RULES = (way_of_publicity_is_lawful,)
