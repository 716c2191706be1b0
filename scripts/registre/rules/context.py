"""What rules look up: the corpus and a few indexes over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from registre.model.attendance import Attendance, attendance
from registre.model.bodies import Collectivite
from registre.model.names import natural_key, number_key
from registre.model.personal import personal_data
from registre.model.seance import Seance
from registre.model.text import flat
from registre.model.vocabulary import Genre
from registre.parse.corpus import Corpus, ReadActe, ReadSeance
from registre.parse.layout import seance_folder
from registre.parse.record import Record
from registre.problems import Problem
from registre.rules.claims import Claim, claims


class Context:
    """The corpus, indexed once for all rules. `lists`: the addresses of the facets' pages."""

    def __init__(self, corpus: Corpus, lists: Iterable[str] = ()) -> None:
        self.corpus = corpus
        self.reserved_pages = frozenset(
            {
                *("actes", "assets", "conventions-au", "echeancier", "format", "glossaire", "messages", "pagefind"),
                *("recherche", *lists),
            }
        )

    def body(self, slug: str) -> Collectivite | None:
        """The record of a body, or None when there is none that can be read."""
        record = self.corpus.collectivites.get(slug)
        return record.value if record else None

    def genre(self, slug: str) -> Genre | None:
        """The kind of a body; None keeps silent every rule that depends on it."""
        body = self.body(slug)
        return body.genre if body else None

    def seance(self, acte: ReadActe) -> Seance | None:
        """The séance record beside an act."""
        found = self.corpus.seances.get((acte.collectivite, acte.folder))
        return found.record.value if found else None

    def acte(self, reference: str | None) -> ReadActe | None:
        """The act of a reference, when it has a file that could be read."""
        return self.corpus.acte(reference) if reference else None

    def is_draft(self, acte: ReadActe) -> bool:
        """True when the act, or its whole séance, is not published."""
        seance = self.seance(acte)
        return bool(acte.record.value.brouillon or (seance and seance.brouillon))

    @cached_property
    def _records(self) -> dict[str, Record[Any]]:
        corpus = self.corpus
        bodies: list[Record[Any]] = [*corpus.collectivites.values(), *corpus.types.values()]
        models: list[Record[Any]] = [read.record for read in corpus.modeles.values()]
        sittings: list[Record[Any]] = [read.record for read in corpus.seances.values()]
        acts: list[Record[Any]] = [read.record for read in corpus.actes.values()]
        return {record.path: record for record in (*bodies, *models, *sittings, *acts)}

    def already_told(self, problem: Problem) -> bool:
        """True when the value a rule speaks of could not be read: the clerk mends that first."""
        record = self._records.get(problem.place.path)
        return record is not None and bool(problem.place.loc) and record.is_faulty(problem.place.loc)

    def last_day(self, slug: str) -> dt.date:
        """Day of the latest séance of a body that the register records."""
        return self._last_days.get(slug, dt.date.min)

    @cached_property
    def _last_days(self) -> dict[str, dt.date]:
        days: dict[str, dt.date] = {}
        for seance in self.corpus.seances.values():
            days[seance.collectivite] = max(seance.day, days.get(seance.collectivite, seance.day))
        return days

    @cached_property
    def public_contacts(self) -> frozenset[str]:
        """The telephones and e-mail addresses that bodies and the operator make public, as keys of findings."""
        operator = self.corpus.registre.value if self.corpus.registre else None
        told = [operator.telephone, operator.courriel, operator.contact_accessibilite] if operator else []
        contacts = [r.value.contact for r in self.corpus.collectivites.values() if r.value.contact]
        told += [value for contact in contacts for value in (contact.telephone, contact.courriel)]
        return frozenset(found.key for value in told if value for found in personal_data(value))

    @cached_property
    def _unsound(self) -> frozenset[str]:
        paths = {problem.place.path for problem in self.corpus.problems if problem.blocks}
        return frozenset(
            paths | {path[: place + 1] for path in paths for place, sign in enumerate(path) if sign == "/"}
        )

    def is_sound(self, read: ReadActe | ReadSeance) -> bool:
        """False when a file of the séance's folder, or the body's record, could not be read whole."""
        folder = seance_folder(read.collectivite, read.folder)
        body = self.corpus.layout.collectivites.get(read.collectivite, "")
        return self._unsound.isdisjoint((folder, body))

    @cached_property
    def references(self) -> frozenset[str]:
        """The references of all acts that have a file, readable or not."""
        return frozenset("/".join(key) for key in self.corpus.layout.actes)

    @cached_property
    def _by_part(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for body, folder, cle in self.corpus.layout.actes:
            for part in (f"{body}/{folder}", cle):
                groups.setdefault(part, []).append(f"{body}/{folder}/{cle}")
        return groups

    def neighbours(self, reference: str) -> list[str]:
        """The references that a mistyped one may mean: of the same séance, else of the same number elsewhere."""
        sitting, _, cle = reference.rpartition("/")
        return self._by_part.get(sitting) or self._by_part.get(cle, [])

    @cached_property
    def by_seance(self) -> dict[tuple[str, str], list[ReadActe]]:
        """The acts of each séance, in the order of their numbers."""
        groups: dict[tuple[str, str], list[ReadActe]] = {}
        for acte in sorted(self.corpus.actes.values(), key=lambda a: natural_key(a.record.value.numero)):
            groups.setdefault((acte.collectivite, acte.folder), []).append(acte)
        return groups

    @cached_property
    def by_year_number(self) -> dict[tuple[str, int, str], list[ReadActe]]:
        """The acts of each body, year and number (punctuation ignored), in file order."""
        groups: dict[tuple[str, int, str], list[ReadActe]] = {}
        for acte in self.corpus.actes.values():
            number = number_key(acte.record.value.numero)
            if number:
                groups.setdefault((acte.collectivite, acte.day.year, number), []).append(acte)
        return groups

    @cached_property
    def by_identifier(self) -> dict[str, list[ReadActe]]:
        """The acts that carry each @ctes identifier."""
        groups: dict[str, list[ReadActe]] = {}
        for acte in self.corpus.actes.values():
            stamp = acte.record.value.teletransmission
            if stamp and stamp.identifiant:
                groups.setdefault(stamp.identifiant.brut, []).append(acte)
        return groups

    @cached_property
    def claims(self) -> dict[tuple[str, int], Claim]:
        """The renewals and résiliations that links claim, by reference of the act and rank of the link."""
        return claims(self.corpus)

    def numbers(self, body: str, folder: str) -> list[str]:
        """The numbers of a séance's acts, in order."""
        return [acte.record.value.numero for acte in self.by_seance.get((body, folder), [])]

    def attendance(self, acte: ReadActe) -> Attendance | None:
        """Who attends for this act, movements counted; None without a séance record."""
        return self._attendances.get(acte.reference)

    @cached_property
    def _attendances(self) -> dict[str, Attendance]:
        found = {}
        for (body, folder), read in self.corpus.seances.items():
            numbers = self.numbers(body, folder)
            for acte in self.by_seance.get((body, folder), []):
                found[acte.reference] = attendance(read.record.value, numbers, acte.record.value.numero)
        return found

    def printed(self, read: ReadActe | ReadSeance) -> str:
        """All the words in which a passage of the document may be found."""
        if isinstance(read, ReadSeance):
            record = read.record.value
            names = [*record.presents, *record.excuses, *record.absents]
            proxies = [f"{p.de} à {p.a}" for p in record.pouvoirs]
            titles = [str(v) for v in (record.intitules.model_dump().values() if record.intitules else ()) if v]
            return " ".join([record.ouverture or "", record.mentions or "", *titles, *names, *proxies])
        value = read.record.value
        texts = [read.document, *(annexe.document for annexe in read.annexes if annexe)]
        signed = value.signataire.model_dump().values() if value.signataire else ()
        return " ".join(
            [
                value.objet,
                value.numero,
                *(flat(text.blocks) for text in texts),
                *(str(s) for s in signed if s),
            ]
        )
