"""Author, dates, force and convocation (rules 2, 3, 5, 6, 17)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from registre.model.bodies import Collectivite
from registre.model.publicity import REFORM, SMALL_COMMUNE, chose_otherwise, publicite, takes_effect, was_decided
from registre.model.vocabulary import PUBLICITY, Etat, Genre, Nature
from registre.parse.corpus import ReadActe, ReadSeance
from registre.problems import Problem
from registre.rules.context import Context


def author_is_named(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 2: given name, name and capacity of the author (CGCT, art. R.2131-1, I; CRPA, art. L.212-1).

    A draft may still lack them: it is not published.
    """
    value = acte.record.value
    signed = value.signataire
    if value.etat is Etat.INCOMPLET:
        if signed is None:
            yield acte.record.problem("R022", "signataire")
        return
    if not was_decided(value) or context.is_draft(acte):
        return
    parts = {
        "le prénom": signed and signed.prenom,
        "le nom": signed and signed.nom,
        "la qualité": signed and signed.qualite,
    }
    missing = [label for label, part in parts.items() if not part]
    if missing:
        yield acte.record.problem("R021", "signataire", manque=", ".join(missing))


def dates_follow(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 3: the date of mise en ligne is stated, and no date comes before the séance (art. R.2131-1, I)."""
    value, record = acte.record.value, acte.record
    if value.mise_en_ligne is None and acte.day >= REFORM and publishes_online(context.body(acte.collectivite)):
        yield record.problem("R031", "mise_en_ligne")
    if value.mise_en_ligne and value.mise_en_ligne < acte.day:
        yield record.problem("R032", "mise_en_ligne", valeur=value.mise_en_ligne, attendu=acte.day)
    stamp = value.teletransmission
    if stamp is None:
        return
    labels = {
        "envoi": "Envoyé en préfecture",
        "reception": "Reçu en préfecture",
        "publication": "Publié",
        "transmission": "Télétransmis",
        "affichage": "Affiché",
    }
    for key, label in labels.items():
        date = getattr(stamp, key)
        if date and date < acte.day:
            yield record.problem("R033", "teletransmission", key, label=label, valeur=date, attendu=acte.day)
    sent = stamp.envoi or stamp.transmission
    if sent and stamp.reception and stamp.reception < sent:
        yield record.problem("R034", "teletransmission", "reception", valeur=stamp.reception, attendu=sent)


def publishes_online(body: Collectivite | None) -> bool:
    """True when its acts go on its site: always, unless it may choose and did (rule 7)."""
    return body is not None and body.genre in PUBLICITY and not chose_otherwise(body)


def force_is_established(context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 5: an act is exécutoire once public and, unless it need not be, received (art. L.2131-1, I; L.2131-2)."""
    value = acte.record.value
    if context.genre(acte.collectivite) not in PUBLICITY or not takes_effect(value):
        return
    missing = []
    if publicite(value, context.seance(acte)) is None:
        missing.append("date de publicité inconnue")
    if not value.non_transmissible and not (value.teletransmission and value.teletransmission.reception):
        missing.append("date de réception en préfecture inconnue")
    if missing:
        yield acte.record.problem("R051", "teletransmission", manque=", ".join(missing))


def individual_acts_stay_out(_context: Context, acte: ReadActe) -> Iterator[Problem]:
    """Rule 6: individual decisions are notified, not published (CGCT, art. L.2131-1, II)."""
    stamp = acte.record.value.teletransmission
    printed = stamp.identifiant.nature if stamp and stamp.identifiant else None
    if acte.record.value.nature is Nature.AI or printed == Nature.AI.value:
        yield acte.record.problem("R061", *(("nature",) if acte.record.value.nature else ("teletransmission",)))


def convocation_is_early_enough(context: Context, seance: ReadSeance) -> Iterator[Problem]:
    """Rule 17: clear days before the séance of a commune: three below 3,500 inhabitants (CGCT, art. L.2121-11), five
    from there on (art. L.2121-12). Neither the day of the convocation nor that of the séance counts."""
    sent, body = seance.record.value.convocation, context.body(seance.collectivite)
    if sent is None:
        return
    if sent > seance.day:
        yield seance.record.problem("R172", "convocation", valeur=sent, attendu=seance.day)
        return
    if body is None or body.genre is not Genre.COMMUNE or body.population is None:
        return
    needed, article = (3, "L.2121-11") if body.population < SMALL_COMMUNE else (5, "L.2121-12")
    clear = (seance.day - sent - dt.timedelta(days=1)).days
    if clear < needed:
        words = (
            "aucun jour franc"
            if clear < 1
            else f"{clear} jour{'s' if clear > 1 else ''} franc{'s' if clear > 1 else ''}"
        )
        yield seance.record.problem("R171", "convocation", valeur=sent, jours=words, attendu=needed, article=article)


ACT_RULES = (author_is_named, dates_follow, force_is_established, individual_acts_stay_out)
SEANCE_RULES = (convocation_is_early_enough,)
