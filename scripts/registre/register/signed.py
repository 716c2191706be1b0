"""A convention of an act: what later acts made of it, until when it runs, how it differs from its model."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from registre.model.compare import Comparison, compare
from registre.model.terms import EtatJour, Motif, Palier, Suite, Terme, state_on, states, terms
from registre.register.conventions import Convention
from registre.register.urls import comparison_url

if TYPE_CHECKING:
    from registre.register.entries import Act, Link


@dataclass(frozen=True, eq=False)
class Signed:
    """A convention of an act, what later acts made of it, and until when it runs."""

    act: Act
    convention: Convention

    @property
    def url(self) -> str:
        """Where it is in the page of its act."""
        return f"{self.act.url}#{self.convention.anchor}"

    @property
    def comparison_url(self) -> str:
        """The page that compares it with its model."""
        return comparison_url(self.act.reference, self.convention.rank)

    @property
    def links(self) -> list[Link]:
        """What amended, renewed or terminated it, acts and decisions from outside, in the order of time."""
        slug = self.convention.type.slug
        told = [link for link in self.act.links if not link.active and (link.lien.convention or slug) == slug]
        return [link for link in told if link.lien.nature and link.lien.nature.on_convention]

    @cached_property
    def terme(self) -> Terme:
        """Its dates."""
        done = [link for link in self.links if link.other is None or link.other.stands]
        suites = [Suite(link.lien.nature, link.when, link.lien.fin) for link in done if link.lien.nature]
        return terms(self.convention.fiche, suites)

    @cached_property
    def etats(self) -> tuple[Palier, ...]:
        """Its states, from the first on."""
        end = self.act.ended_by
        if self.act.incomplete:
            return states(self.terme, (None, EtatJour.INDETERMINEE, Motif.DECISION_INCONNUE))
        if not self.act.takes_effect:
            return states(self.terme, (None, EtatJour.SANS_EFFET, Motif.NON_ADOPTEE))
        if end and end.lien.precision is None:
            return states(self.terme, (end.when, EtatJour.INDETERMINEE, Motif.ACTE_FINI))
        return states(self.terme)

    def on(self, day: dt.date | None) -> Palier:
        """Its state on a day."""
        return state_on(self.etats, day)

    @property
    def is_its_model(self) -> bool:
        """True when its text is that of its model, which is taken from it."""
        model = self.convention.model
        return model is not None and model.fiche.d_apres == self.act.reference

    @property
    def comparison(self) -> Comparison | None:
        """Its text beside that of its model; None when one of them is not known, or they are one."""
        model, text = self.convention.model, self.convention.document
        if model is None or text is None or not model.document.parts or self.is_its_model:
            return None
        return compare(model.document, text)
