"""What the pages show: acts, séances, conventions signed, each with what was computed from the records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from registre.model.attendance import Attendance, attendance
from registre.model.bodies import Registre
from registre.model.deliberation import Deliberation, Lien
from registre.model.publicity import Publicite, executoire, last_day_to_contest, publicite, takes_effect, was_decided
from registre.model.seance import Seance
from registre.model.text import Document
from registre.model.vocabulary import Etat, Resultat
from registre.register.attachments import Attachment
from registre.register.conventions import Body, Convention, ConventionType, ModelConvention
from registre.register.deadlines import Schedule, schedule
from registre.register.signed import Signed
from registre.register.urls import act_url, seance_url


@dataclass(frozen=True, slots=True)
class Link:
    """A link told from one end: an act of the register at the other, or a decision from outside."""

    lien: Lien
    other: Act | None
    incoming: bool

    @property
    def active(self) -> bool:
        """True when this act is the one that does something to the other."""
        return not self.incoming and self.other is not None

    @property
    def ends(self) -> bool:
        """True when it takes this act out of force."""
        return not self.active and self.lien.nature is not None and self.lien.nature.ends

    @property
    def when(self) -> dt.date | None:
        """The date of the link, else the day of the act that made it."""
        return self.lien.date or (self.other.day if self.other and self.incoming else None)

    @property
    def words(self) -> str:
        """« Modifie », or « Modifiée par » seen from the other end."""
        nature = self.lien.nature
        return "" if nature is None else nature.label if self.active else f"{nature.passive} par"


@dataclass(frozen=True, eq=False)
class Sitting:
    """A séance, or the place of acts whose séance is unknown (`fiche` None)."""

    body: Body
    folder: str
    day: dt.date
    fiche: Seance | None
    path: str | None
    documents: tuple[Attachment, ...] = ()
    acts: list[Act] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Address of its page."""
        return seance_url(self.body.slug, self.folder)

    @property
    def rank(self) -> int:
        """1, or 2 and more for another séance of the same body on the same day."""
        return int(self.folder[11:] or 1)

    @property
    def draft(self) -> bool:
        """True when it is not published: shown in a preview only."""
        return bool(self.fiche and self.fiche.brouillon)


@dataclass(frozen=True, eq=False)
class Act:
    """A délibération with all that its page says."""

    reference: str
    cle: str
    path: str
    fiche: Deliberation
    body: Body
    sitting: Sitting
    document: Document
    conventions: tuple[Convention, ...]
    documents: tuple[Attachment, ...]
    matiere: tuple[str, str] | None
    links: list[Link] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Address of its page."""
        return act_url(self.reference)

    @property
    def title(self) -> str:
        """Its objet; when the document does not give one, that is said, with what is known."""
        types = ", ".join(convention.type.fiche.nom for convention in self.conventions)
        return self.fiche.objet or "Objet non renseigné" + (f" (annexe : {types})" if types else "")

    def is_its_pdf(self, document: Attachment) -> bool:
        """True for the PDF that bears the name of its record: the act itself."""
        return document.path is not None and document.path.endswith(f"/{self.cle}.pdf")

    @property
    def day(self) -> dt.date:
        """Day of the séance, or of the identifier when the séance is unknown."""
        return self.sitting.day

    @property
    def draft(self) -> bool:
        """True when it, or its whole séance, is not published: shown in a preview only."""
        return bool(self.fiche.brouillon) or self.sitting.draft

    @property
    def incomplete(self) -> bool:
        """True when only an annex or a stamp is known: never counted as adopted."""
        return self.fiche.etat is Etat.INCOMPLET

    @property
    def adopted(self) -> bool:
        """True when the document says so."""
        return self.fiche.resultat is Resultat.ADOPTEE

    @cached_property
    def attendance(self) -> Attendance | None:
        """Who was there for this act, movements counted; None when the séance is unknown."""
        numbers = [act.fiche.numero for act in self.sitting.acts]
        return attendance(self.sitting.fiche, numbers, self.fiche.numero) if self.sitting.fiche else None

    @cached_property
    def publicite(self) -> Publicite | None:
        """The one date of publicity."""
        return publicite(self.fiche, self.sitting.fiche)

    @cached_property
    def executoire(self) -> dt.date | None:
        """Since when it is exécutoire."""
        return None if self.incomplete else executoire(self.fiche, self.publicite)

    @property
    def takes_effect(self) -> bool:
        """False when nothing was decided."""
        return takes_effect(self.fiche)

    @property
    def was_decided(self) -> bool:
        """False when the matter was put off or taken off the agenda."""
        return was_decided(self.fiche)

    @cached_property
    def last_day(self) -> dt.date | None:
        """Last day to contest it."""
        if self.publicite is None:
            return None
        return last_day_to_contest(self.publicite.date, self.body.fiche.departement)

    @property
    def ended_by(self) -> Link | None:
        """The link that took it out of force, if any: one that says no part of it before one that does."""
        ends = [link for link in self.links if link.ends]
        return min(ends, key=lambda link: link.lien.precision is not None, default=None)

    @property
    def stands(self) -> bool:
        """True when it is known to have decided something, and no link takes all of it out of force."""
        end = self.ended_by
        return not self.incomplete and self.takes_effect and (end is None or end.lien.precision is not None)

    @property
    def applies(self) -> bool:
        """True when it is exécutoire and no link takes it out of force as a whole; a part of it may be out of force."""
        end = self.ended_by
        return self.executoire is not None and (end is None or end.lien.precision is not None)

    @cached_property
    def signed(self) -> tuple[Signed, ...]:
        """Its conventions, with what became of them; all links must have been told."""
        return tuple(Signed(self, convention) for convention in self.conventions)

    @property
    def banners(self) -> list[Link]:
        """Links told at the top of the page, at both ends: all but simple citations."""
        return [link for link in self.links if link.lien.nature and link.lien.nature.acts]


@dataclass(frozen=True)
class Register:
    """Everything the site shows. `day`: the day it is up to date for (never the clock's)."""

    operator: Registre
    bodies: dict[str, Body]
    types: dict[str, ConventionType]
    models: dict[str, list[ModelConvention]]
    sittings: list[Sitting]
    acts: list[Act]  # newest first; within a day by body, then séance and number
    day: dt.date | None

    @cached_property
    def conventions(self) -> list[Signed]:
        """Every convention of every act, in their order."""
        return [signed for act in self.acts for signed in act.signed]

    @cached_property
    def followers(self) -> dict[tuple[str, str], list[Signed]]:
        """The conventions that follow each model (type, short name), the newest first."""
        found: dict[tuple[str, str], list[Signed]] = {}
        for signed in self.conventions:
            if model := signed.convention.model:
                found.setdefault((model.kind, model.slug), []).append(signed)
        return found

    @cached_property
    def schedule(self) -> Schedule:
        """What their dates ask to be watched."""
        return schedule(self.conventions)
