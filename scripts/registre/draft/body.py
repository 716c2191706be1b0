"""What the register knows of a body, read without the rest: it may hold hundreds of others."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic_core import PydanticCustomError

from registre.model.bodies import Collectivite
from registre.model.dates import guess_date, read_date
from registre.model.deliberation import Deliberation
from registre.model.fields import Fiche
from registre.model.names import natural_key
from registre.model.seance import Seance
from registre.parse.layout import CONTENT, Layout, folder_day, sort_paths
from registre.parse.record import read_record
from registre.parse.suggest import suggestion
from registre.source.files import list_files, read_text
from registre.source.yaml import read_yaml

T = TypeVar("T", bound=Fiche)
RECENT = 12  # séances whose acts are looked at


class UnknownError(Exception):
    """What was asked names nothing in the register; the message says so in French."""


@dataclass(frozen=True, slots=True)
class Held:
    """A séance of the register: its folder, its day, its record."""

    folder: str
    day: dt.date
    fiche: Seance

    @property
    def name(self) -> str:
        """« la séance du 12/03/2026 »."""
        return f"la séance du {self.day:%d/%m/%Y}"


class Body:
    """A body of the register, and its séances up to a given one. Raises UnknownError when there is no such body."""

    def __init__(self, root: Path, body: str) -> None:
        self.root, self.body = root, body
        self.layout: Layout = sort_paths(list_files(root, CONTENT)[0])
        self.collectivite = read_one(root, Collectivite, record_of(self.layout, body)) or Collectivite()

    def seance(self, folder: str) -> Held | None:
        """The séance of a folder, when its record can be read."""
        path, day = self.layout.seances.get((self.body, folder)), folder_day(folder)
        fiche = read_one(self.root, Seance, path) if path else None
        return Held(folder, day, fiche) if fiche and day else None

    def seances_before(self, folder: str) -> Iterator[Held]:
        """The séances before that of a folder, the latest first."""
        for other in reversed(self._folders()):
            if other < folder and (held := self.seance(other)):
                yield held

    def actes(self, folder: str) -> list[Deliberation]:
        """The acts of a folder, by number."""
        paths = [path for key, path in self.layout.actes.items() if key[:2] == (self.body, folder)]
        read = (read_one(self.root, Deliberation, path) for path in paths)
        return sorted((acte for acte in read if acte), key=lambda acte: natural_key(acte.numero))

    def _folders(self) -> list[str]:
        return sorted(folder for body, folder in self.layout.seances if body == self.body)


def read_one(root: Path, model: type[T], path: str) -> T | None:
    """What can be read of a record; what cannot is for `registre verifier` to tell."""
    file, _ = read_text(root, path)
    tree = read_yaml(file)[0] if file else None
    record = read_record(model, tree, file)[0] if file and tree else None
    return record.value if record else None


def record_of(layout: Layout, body: str) -> str:
    """The path of a body's record. Raises UnknownError when there is none."""
    bodies = layout.collectivites
    if body not in bodies:
        near = suggestion(body, bodies) or f". Celles du registre : {', '.join(sorted(bodies)) or 'aucune encore'}."
        raise UnknownError(f"Aucune collectivité ne s’appelle « {body} »{near}")
    return bodies[body]


def read_folder(typed: str) -> str:
    """The folder of the séance of a day: « 2026-03-12 », « 2026-03-12-2 », « 12/03/2026 ». Raises UnknownError."""
    if folder_day(typed):
        return typed
    iso = guess_date(typed)
    try:
        return read_date(iso).isoformat()
    except PydanticCustomError:
        unreal = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed)
        fault = "cette date n’existe pas au calendrier" if unreal else "date de séance non comprise"
        raise UnknownError(
            f"« {typed} » : {fault}.\nÉcrivez l’année, le mois, le jour, avec des tirets : 2026-03-12 pour le 12 mars "
            "2026 (2026-03-12-2 pour une seconde séance le même jour)."
        ) from None
