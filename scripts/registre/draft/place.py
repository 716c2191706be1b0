"""Where a document goes in the register: its body, its day, the key of its record."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from registre.draft.compose import Composed, compose_act
from registre.draft.document import Source, UnreadableError
from registre.draft.known import Known
from registre.model.names import slugify
from registre.model.scalars import MAX_SLUG
from registre.recognise.days import FIGURES, read_day

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


@dataclass(slots=True)
class Placed:
    """A document on its way to a record."""

    source: Source
    body: str
    day: dt.date
    cle: str
    composed: Composed


def place(source: Source, known: Known, collectivite: str | None, day: dt.date | None) -> Placed:
    """Tell where a document goes. Raises UnreadableError when neither it nor the command says.

    `collectivite` (short name) and `day`: what the command says, if it does.
    """
    composed = compose_act(source.reading)
    body = _body(source, known, collectivite)
    when = _day(source, composed, day)
    numero = str(composed.values.get("numero", ""))
    if not numero:
        numero = composed.values["numero"] = _in_name(source.path)
        composed.check("numero", f"d’après le nom du fichier : {source.path.name}")
    return Placed(source, body, when, slugify(numero)[:MAX_SLUG].strip("-") or "acte", composed)


def _body(source: Source, known: Known, given: str | None) -> str:
    reading = source.reading
    siren = reading.stamps.identifiant.value.siren if reading.stamps.identifiant else ""
    printed = reading.collectivite.value if reading.collectivite else ""
    found = known.body(siren, printed)
    if given and (found or siren) and found != given and (found or known.siren(given)):
        whose = f"de « {found} »" if found else f"d’un organisme dont le SIREN est {siren}"
        raise UnreadableError(f"il est {whose}, non de « {given} ».")
    if body := given or found:
        return body
    told = f" (il dit : {printed})" if printed else ""
    names = ", ".join(known.bodies) or "aucune n’a encore de fiche"
    raise UnreadableError(
        f"on ne sait pas de quelle collectivité il est{told}. Ajoutez : --collectivite NOM ; elles s’appellent ici : "
        f"{names}. S’il est d’une autre, écrivez d’abord sa fiche dans content/collectivites/."
    )


def _day(source: Source, composed: Composed, given: dt.date | None) -> dt.date:
    """The day of the séance: what the command says, else the document, the identifier, the name of the file."""
    reading = source.reading
    read = reading.date_seance
    stamp = reading.stamps.identifiant
    named = _day_in_name(source.path.stem)
    sure = read.value if read and read.sure else None
    day = given or sure or (stamp.value.date if stamp else None) or named
    if day is None:
        raise UnreadableError(
            "il ne dit pas la date de la séance, ou on ne l’a pas trouvée. Ajoutez : --date AAAA-MM-JJ."
        )
    if given and sure and given != sure:
        composed.check("date_seance", f"le document dit {sure:%d/%m/%Y}")
    elif not given and not sure and not reading.incomplete:
        composed.check("date_seance", f"{day:%d/%m/%Y}, d’après {'l’identifiant' if stamp else 'le nom du fichier'}")
    return day


def _day_in_name(name: str) -> dt.date | None:
    """« 2026-03-12-014 », « 20260312 », « CM 12-03-2026 »."""
    iso = _ISO.search(name)
    figures = re.search(FIGURES, name.replace("_", "-"))
    return read_day(f"{iso[3]}/{iso[2]}/{iso[1]}") if iso else read_day(figures[0]) if figures else None


def _in_name(path: Path) -> str:
    """The number that the name of a file tells: what is left of it without a date."""
    left = _ISO.sub(" ", path.stem)
    left = re.sub(FIGURES, " ", left)
    return re.sub(r"\s+", " ", left).strip(" -_.") or path.stem
