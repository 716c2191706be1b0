"""What a message is."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Literal


class Level(enum.StrEnum):
    """What a problem does: an error blocks publication, a warning publishes and is told."""

    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"

    @property
    def label(self) -> str:
        """The level as a clerk reads it."""
        return {"erreur": "Erreur", "avertissement": "Avertissement"}[self.value]


Lieu = Literal[
    "acte", "seance", "collectivite", "type", "modele", "convention", "registre", "nomenclature", "chemin", "geste"
]


@dataclass(frozen=True, slots=True)
class Exemple:
    """What gives a message, and what ends it; the tests run both on the example register (tests/records/base).

    `lieu`: the file whose lines they are; `chemin` when they are paths, `geste` when only words can tell.
    """

    faux: str
    juste: str
    lieu: Lieu = "acte"


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its code, level, the sentence told, the remedy, whether an anomaly may acknowledge it.

    `article`: the text of law it comes from, as cited; it ends the sentence, between brackets.
    """

    code: str
    level: Level
    title: str
    remedy: str = ""
    acknowledgeable: bool = False
    article: str = ""
    exemple: Exemple | None = None

    @property
    def sentence(self) -> str:
        """The template of the sentence told, its article included."""
        return f"{self.title} ({self.article})" if self.article else self.title
