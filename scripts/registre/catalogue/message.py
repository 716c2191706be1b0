"""What a message is."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Level(enum.StrEnum):
    """What a problem does: an error blocks publication, a warning publishes and is told."""

    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"

    @property
    def label(self) -> str:
        """The level as a clerk reads it."""
        return {"erreur": "Erreur", "avertissement": "Avertissement"}[self.value]


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

    @property
    def sentence(self) -> str:
        """The template of the sentence told, its article included."""
        return f"{self.title} ({self.article})" if self.article else self.title
