"""What the register already knows, for a document to find its place: bodies, séances, types of convention."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from registre.model.compare import compare
from registre.model.names import name_key, slugify
from registre.parse.corpus import Corpus, load_corpus
from registre.parse.grammar import FormulaError, read_blocks
from registre.parse.layout import seance_folder
from registre.parse.sections import read_convention

_ARTICLES = re.compile(r"^(?:la-|le-|les-|l-)?(?:commune|ville|mairie)-(?:de-la-|de-l-|des-|du-|de-|d-)?")


@dataclass(frozen=True, slots=True)
class Known:
    """The register as it is on the disk."""

    corpus: Corpus

    @classmethod
    def of(cls, root: Path) -> Known:
        """Read content/ below `root`."""
        return cls(load_corpus(root))

    @property
    def bodies(self) -> list[str]:
        """Short names of the bodies."""
        return self.corpus.layout.bodies

    def body(self, siren: str, printed: str) -> str | None:
        """The short name of the body that has this SIREN, else of the only one that has this name."""
        records = self.corpus.collectivites.items()
        if siren and (found := [slug for slug, record in records if record.value.siren == siren]):
            return found[0]
        if siren and any(record.value.siren is None and self._named(record.value, printed) for _, record in records):
            return next(slug for slug, record in records if self._named(record.value, printed))
        named = [slug for slug, record in records if not siren and self._named(record.value, printed)]
        return named[0] if len(named) == 1 else None

    @staticmethod
    def _named(body: Any, printed: str) -> bool:
        names = {_key(name) for name in (body.nom, body.nom_complet, body.sigle) if name}
        return bool(printed) and _key(printed) in names

    def siren(self, body: str) -> str | None:
        """The SIREN of a body, where its record gives it."""
        record = self.corpus.collectivites.get(body)
        return record.value.siren if record else None

    def party(self, name: str) -> str | None:
        """The body that has exactly this name, whatever its case and accents."""
        found = [slug for slug, record in self.corpus.collectivites.items() if self._named(record.value, name)]
        return found[0] if len(found) == 1 else None

    def type_of(self, title: str) -> str | None:
        """The type of convention whose name the title holds."""
        words = f"-{slugify(title)}-"
        found = [slug for slug, record in self.corpus.types.items() if f"-{slugify(record.value.nom)}-" in words]
        return found[0] if len(found) == 1 else None

    def model_of(self, kind: str, text: str) -> tuple[str, str] | None:
        """The model of a type that a text follows, and why: the one of which most articles are there, word for word.

        None under half of them, or when two models are as near.
        """
        try:
            document = read_convention(read_blocks(text), text)
        except FormulaError:
            return None
        found = []
        for (owner, slug), modele in self.corpus.modeles.items():
            if owner == kind and (known := self.corpus.text_of(modele)).parts:
                comparison = compare(known, document)
                same = [a for a in comparison.headed if a.left and a not in comparison.differing]
                found.append((len(same), len([a for a in comparison.headed if a.left]), slug))
        found.sort(reverse=True)
        if not found or 2 * found[0][0] < found[0][1] or (len(found) > 1 and found[1][0] == found[0][0]):
            return None
        same_count, articles, slug = found[0]
        return slug, f"{same_count} articles sur {articles} sont ceux de ce modèle, mot pour mot"

    def exists(self, path: str) -> bool:
        """True when a file is already there."""
        return (self.corpus.root / path).exists()

    def differences(self, body: str, day: dt.date, values: dict[str, Any]) -> Iterator[str]:
        """Where the document does not name the people that the record of its séance names."""
        read = self.corpus.seances.get((body, day.isoformat()))
        if read is None:
            return
        for champ, label in (("presents", "présents"), ("excuses", "excusés"), ("absents", "absents")):
            here = {name_key(name): name for name in getattr(read.record.value, champ)}
            there = {name_key(name): name for name in values.get(champ, ())}
            if there and here.keys() != there.keys():
                more = [there[key] for key in there if key not in here]
                less = [here[key] for key in here if key not in there]
                told = [f"en plus {', '.join(more)}"] if more else []
                told += [f"en moins {', '.join(less)}"] if less else []
                yield f"{label} : {' ; '.join(told)} (par rapport à {seance_folder(body, day.isoformat())}seance.yaml)"


def _key(name: str) -> str:
    return _ARTICLES.sub("", slugify(name.replace("’", "-").replace("'", "-")))
