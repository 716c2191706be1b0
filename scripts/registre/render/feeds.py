"""The deadlines of conventions as a calendar that people subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from registre.register.deadlines import Deadline
from registre.register.signed import Signed
from registre.render import deadlines as words
from registre.render.page import Page, Settings
from registre.render.wording import NBSP, capital

FEED = "echeances.ics"
_MAKER = "-//Registre des deliberations//Echeancier des conventions//FR"
_NO_HOST = "registre.invalid"  # while the site has no address (RFC 2606)
_INDICATIVE = f"À titre indicatif{NBSP}: seuls les actes et leurs conventions font foi."


def feed_page(folder: str, title: str, deadlines: Iterable[Deadline], settings: Settings) -> Page:
    """The calendar of these deadlines (one at least: RFC 5545, § 3.6, knows no empty one), in a folder of the site."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _MAKER)
    calendar.add("x-wr-calname", f"{title} – {settings.name}" if settings.name else title)
    for deadline in deadlines:
        calendar.add_component(_event(deadline, settings))
    return Page(folder + FEED, calendar.to_ical().decode())


def _event(deadline: Deadline, settings: Settings) -> Event:
    """An event of one whole day, without end (RFC 5545, § 3.6.1), during which one is no less free."""
    signed = deadline.signed
    event = Event()
    event.add("uid", _uid(deadline, settings))
    event.add("dtstamp", _known_since(signed))
    event.add("dtstart", deadline.day)
    label = capital(deadline.kind.label)
    event.add("summary", f"{label}{NBSP}: {signed.convention.type.fiche.nom}, {signed.act.body.label}")
    event.add("description", "\n".join(_description(deadline, settings)))
    if settings.site_url:
        event.add("url", settings.permalink(signed.url))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(deadline: Deadline, settings: Settings) -> str:
    """The same whatever the day: an end that is put off moves in calendars, it is not there twice."""
    signed = deadline.signed
    host = urlsplit(settings.site_url).hostname or _NO_HOST
    return f"{signed.act.reference}/{signed.convention.rank}/{deadline.kind.cle}@{host}"


def _known_since(signed: Signed) -> dt.datetime:
    """The last time that an act said something of the convention, told as midnight UTC: no clock is read."""
    day = max([signed.act.day, *(link.other.day for link in signed.links if link.other)])
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _description(deadline: Deadline, settings: Settings) -> list[str]:
    signed = deadline.signed
    meaning, source = words.meaning(deadline), words.source(deadline)
    return [
        capital(deadline.kind.label) + (f"{NBSP}: {meaning}." if meaning else "."),
        *([f"Comment cette date est connue{NBSP}: {source}."] if source else []),
        f"{signed.act.body.label}{NBSP}: {words.convention_name(signed)}.",
        _INDICATIVE,
        *([settings.permalink(signed.url)] if settings.site_url else []),
    ]
