"""Bodies, and the conventions between them: types, models, conventions annexed to acts."""

from __future__ import annotations

from dataclasses import dataclass

from registre.model.bodies import Collectivite, Modele, TypeConvention
from registre.model.conventions import ConventionAnnexee
from registre.model.text import Document
from registre.register.urls import body_url, lineage_url, model_url, models_url, partner_url, type_url


@dataclass(frozen=True, slots=True)
class Body:
    """A body and its short name."""

    slug: str
    fiche: Collectivite
    label: str  # unique among bodies

    @property
    def url(self) -> str:
        """Address of its page."""
        return body_url(self.slug)

    @property
    def partner_url(self) -> str:
        """The page of the conventions with it."""
        return partner_url(self.slug)


@dataclass(frozen=True, slots=True)
class ConventionType:
    """A type of convention and its models, oldest file name first."""

    slug: str
    fiche: TypeConvention
    partner: Body | None

    @property
    def url(self) -> str:
        """Address of its page."""
        return type_url(self.slug)

    @property
    def models_url(self) -> str:
        """The page of its models, one after the other."""
        return models_url(self.slug)


@dataclass(frozen=True)
class ModelConvention:
    """A version of a model; `document` is its own text or that of the convention it is taken from."""

    kind: str
    slug: str
    fiche: Modele
    issuer: Body | None
    document: Document
    previous: ModelConvention | None = None

    @property
    def url(self) -> str:
        """Address of its page."""
        return model_url(self.kind, self.slug)

    @property
    def changes_url(self) -> str:
        """The page of what changed since the one before it."""
        return lineage_url(self.kind, self.slug)


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention annexed to an act, its type, its text (None when the register does not have it)."""

    rank: int  # 1 for the first of its act
    fiche: ConventionAnnexee
    type: ConventionType
    document: Document | None
    parties: tuple[tuple[str, Body | None], ...]
    model: ModelConvention | None

    @property
    def prefix(self) -> str:
        """What its anchors in the page of its act begin with: « convention », « convention-2 »."""
        return "convention" if self.rank == 1 else f"convention-{self.rank}"

    @property
    def anchor(self) -> str:
        """Where it is in the page of its act."""
        return f"la-{self.prefix}"
