"""What a built site weighs, against what GitHub Pages accepts: told from 60 %, refused from 95 %.

docs.github.com, « GitHub Pages limits », sets two limits:
- « Published GitHub Pages sites may be no larger than 1 GB »: measured here;
- « deployments will timeout if they take longer than 10 minutes »: nothing says beforehand how long one will take,
  so publier.yml sets that time, and says what to do when it is over.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from registre.catalogue import Level
from registre.problems import annotation
from registre.render.wording import NBSP, size

LIMIT = 1_000_000_000  # octets: the smaller reading of « 1 GB »
WARNING, STOP = 60, 95  # per cent of LIMIT
_BLOCK = 512  # octets: an archive gives each file or folder one block, then whole blocks to what it holds


@dataclass(frozen=True, slots=True)
class Measure:
    """A site: octets of the archive that is sent to GitHub Pages, those of its PDFs, and the number of its files."""

    octets: int
    pdf: int
    files: int

    @property
    def level(self) -> Level | None:
        """What its size does: nothing, a warning, or an error that stops publication."""
        share = self.octets * 100
        if share >= LIMIT * STOP:
            return Level.ERREUR
        return Level.AVERTISSEMENT if share >= LIMIT * WARNING else None

    @property
    def sentence(self) -> str:
        """Its size and, when it matters, what to do."""
        share = self.octets * 100 // LIMIT
        part = f"{share}{NBSP}%" if share else f"moins de 1{NBSP}%"
        text = f"Le site pèse {size(self.octets)} ({self.files} fichiers), {part} de ce que GitHub Pages accepte."
        if self.level is None:
            return text
        then = "Il n’est pas mis en ligne" if self.level is Level.ERREUR else f"À {STOP}{NBSP}%, il ne le sera plus"
        return (
            f"{text} {then}. Ses PDF pèsent {size(self.pdf)}. Gardez-les ailleurs, et donnez pour chacun, dans "
            "`pieces`, `adresse`, `sha256` et `octets` ; ou publiez chez un hébergeur sans cette limite."
        )

    @property
    def annotation(self) -> str:
        """The same, as GitHub shows it on the page of a workflow."""
        return annotation(self.level, self.sentence, title="Taille du site") if self.level else self.sentence


def measure(site: Path) -> Measure:
    """Weigh a built site."""
    octets = pdf = files = 0
    for folder, _, names in os.walk(site):
        octets += _BLOCK
        for name in names:
            held = (Path(folder) / name).stat().st_size
            octets += _BLOCK + -(-held // _BLOCK) * _BLOCK
            pdf += held if name.lower().endswith(".pdf") else 0
            files += 1
    return Measure(octets, pdf, files)
