"""French words for values: dates, sizes, counts, votes, states. Returns plain text, or Markup it escaped itself."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Sequence
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup

from registre.model.attendance import is_hour
from registre.model.dates import Duree
from registre.model.deliberation import Signataire, Vote
from registre.model.parts import Decompte, Occultation
from registre.model.seance import Mouvement
from registre.register.attachments import Attachment
from registre.register.conventions import Body
from registre.register.entries import Act, Link, Sitting

NBSP = "\u00a0"
DESCRIPTION = 160  # characters of a description that search engines show
_LOCALE = "fr_FR"


@lru_cache(maxsize=10_000)  # the days of a register come back on its lists
def day_text(day: dt.date) -> str:
    """« 1er février 2026 », with no-break spaces."""
    text = format_date(day, "d MMMM y", locale=_LOCALE)
    return (text.replace("1 ", "1er ", 1) if day.day == 1 else text).replace(" ", NBSP)


def day(value: dt.date) -> Markup:
    """A <time> element."""
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), day_text(value))


def month(value: dt.date) -> str:
    """« février 2026 »."""
    return format_date(value, "MMMM y", locale=_LOCALE).replace(" ", NBSP)


def month_name(value: dt.date) -> str:
    """« février »."""
    return format_date(value, "MMMM", locale=_LOCALE)


def no_break(text: str) -> str:
    """The text with no-break spaces before : ; ! ? » and after «."""
    return re.sub(r" (?=[:;!?»])|(?<=«) ", NBSP, text)


def visible(text: str) -> str:
    """Spaces and line breaks alone, drawn: they would not be seen."""
    return text if text.strip() else text.replace(" ", "␣").replace(NBSP, "⍽").replace("\n", "↵")


def capital(text: str) -> str:
    """« Février 2026 », from « février 2026 »."""
    return text[:1].upper() + text[1:]


def of(name: str) -> str:
    """« de mars 2026 », « d’avril 2026 »."""
    return f"d’{name}" if name.startswith(("a", "o")) else f"de {name}"


def hour(value: dt.time) -> str:
    """« 18 h 30 »."""
    return f"{value.hour}{NBSP}h{NBSP}{value.minute:02d}" if value.minute else f"{value.hour}{NBSP}h"


def moment(start: str) -> str:
    """« à 20 h 58 », or « à partir de la délibération n° 015 »."""
    if is_hour(start):
        hours, minutes = re.findall(r"[0-9]+", start + ":00")[:2]
        return f"à {hour(dt.time(int(hours), int(minutes)))}"
    return f"à partir de la délibération n°{NBSP}{start}"


def by_hour_only(moves: Sequence[Mouvement]) -> bool:
    """True when some movement is told by its hour alone: it alters no act's attendance."""
    return any(is_hour(move.a_partir_de or "") for move in moves)


def size(octets: int) -> str:
    """« 312 Ko » (1 Ko = 1,000 bytes)."""
    unit, divisor = ("Mo", 1_000_000) if octets >= 1_000_000 else ("Ko", 1_000)
    return f"{format_decimal(max(octets / divisor, 0.1), format='#,##0.#', locale=_LOCALE)}{NBSP}{unit}"


def document(attachment: Attachment) -> str:
    """« PDF, 2 pages, 312 Ko »: what is known of a document before it is opened."""
    pages = count(attachment.pages, "page") if attachment.pages else None
    weight = size(attachment.size) if attachment.size else None
    return ", ".join(part for part in ("PDF", pages, weight) if part)


def duration(value: Duree) -> str:
    """« 5 ans »."""
    return str(value).replace(" ", NBSP)


def number(value: int) -> str:
    """« 1 240 »."""
    return format_decimal(value, locale=_LOCALE)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """« 2 actes »."""
    word = noun if number < 2 else plural or f"{noun}s"
    return f"{format_decimal(number, locale=_LOCALE)}{NBSP}{word}"


def printed_counts(value: Decompte | None) -> str:
    """« 27 présents · 8 pouvoirs · 35 votants »: what the document prints, nothing else."""
    words = {
        "presents": "présent",
        "excuses": "excusé",
        "absents": "absent",
        "pouvoirs": "pouvoir",
        "votants": "votant",
    }
    numbers = {word: getattr(value, key) for key, word in words.items()} if value else {}
    return " · ".join(count(number, word) for word, number in numbers.items() if number is not None)


def enumeration(items: Sequence[str]) -> str:
    """« a, b et c »."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} et {items[-1]}" if items else ""


def shortened(text: str) -> str:
    """A description of a page, cut after a whole word where it is longer than engines show."""
    return textwrap.fill(
        text, DESCRIPTION, max_lines=1, placeholder=f"{NBSP}…", break_long_words=False, break_on_hyphens=False
    )


def act_name(act: Act) -> str:
    """« délibération n° 605 du 11 février 2026 », or what is known of an act whose séance is not."""
    if act.sitting.fiche:
        return f"délibération n°{NBSP}{act.fiche.numero} du {day_text(act.day)}"
    return f"acte n°{NBSP}{act.fiche.numero}, daté du {day_text(act.day)} d’après son identifiant"


def other_act(act: Act, body: Body | None) -> str:
    """« la délibération n° 605 du 11 février 2026 », with its body where it is not the one whose page this is."""
    name = f"la {act_name(act)}" if act.sitting.fiche else f"l’{act_name(act)}"
    return name if act.body is body else f"{name} ({act.body.label})"


def since(link: Link) -> str:
    """« le », or « à compter du » where the effect starts on that day and does not look back."""
    nature = link.lien.nature
    return "le" if nature is None or nature.looks_back or not nature.acts else "à compter du"


def sitting_title(sitting: Sitting) -> str:
    """« Séance du 11 février 2026 », with its rank when the body sat more than once that day."""
    rank = f" ({sitting.rank}e séance du jour)" if sitting.rank > 1 else ""
    return f"Séance du {day_text(sitting.day)}{rank}{draft(sitting)}"


def draft(sitting: Sitting) -> str:
    """« (brouillon) », in a preview; nothing for what is published."""
    return " (brouillon)" if sitting.draft else ""


def result(act: Act) -> str | None:
    """What was decided, in two or three words; None when the document does not say, or the act is incomplete."""
    if act.incomplete or act.fiche.resultat is None:
        return None
    vote = act.fiche.vote
    return act.fiche.resultat.label + (" à l’unanimité" if vote and vote.unanimite and act.adopted else "")


_DIRECTIONS = (
    ("pour", "pour", "pour"),
    ("contre", "contre", "contre"),
    ("abstention", "abstention", "abstentions"),
    ("blancs", "blanc", "blancs"),
    ("nuls", "nul", "nuls"),
    ("ne_prend_pas_part", "ne prend pas part", "ne prennent pas part"),
)


def vote_counts(vote: Vote | None) -> list[tuple[str, str, int]]:
    """The printed counts: (key, word, number), in the usual order; nothing for what is not printed."""
    if vote is None:
        return []
    found = []
    for key, singular, plural in _DIRECTIONS:
        number = getattr(vote, key)
        if number is not None:
            found.append((key, singular if number < 2 else plural, number))
    return found


def vote_words(vote: Vote | None) -> str:
    """« 35 pour · 0 contre · 0 abstention »."""
    return " · ".join(f"{number}{NBSP}{word}" for _, word, number in vote_counts(vote))


def signatory(value: Signataire | None) -> str | None:
    """« Françoise ROSSIGNOL, Présidente », with the « empêché » mention where there is one."""
    if value is None:
        return None
    name = " ".join(part for part in (value.civilite, value.prenom, value.nom) if part)
    parts = [part for part in (name, value.qualite) if part]
    text = ", ".join(parts)
    return f"{text} ({value.empechement})" if value.empechement else text or None


def checked(value: Occultation | None) -> str | None:
    """« par le secrétariat, le 16 mars 2026 »: who made sure that nothing private is left."""
    return f"par {value.par}, le {day_text(value.le)}" if value and value.le else None
