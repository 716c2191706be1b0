"""The page « Format des enregistrements », made from the declarations of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from registre.model.fields import Declaration, Fiche, declarations
from registre.render.acts import HOME
from registre.render.page import Page, Settings, render
from registre.render.schemas import KINDS, Kind


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field as the page shows it."""

    declared: Declaration
    key: str


@dataclass(frozen=True, slots=True)
class Section:
    """A record and its fields, those of its parts included (« vote.pour »)."""

    kind: Kind
    anchor: str
    rows: list[FieldRow]


def format_page(settings: Settings) -> Page:
    """The reference of every key of every record."""
    sections = [Section(kind, kind.model.__name__.lower(), list(_rows(kind.model))) for kind in KINDS]
    return render(
        "format.md",
        "format/",
        settings,
        title="Format des enregistrements",
        description="Toutes les clés des fiches du registre, avec un exemple de chacune.",
        crumbs=[HOME, ("Aide", "aide/"), ("Format des enregistrements", None)],
        sections=sections,
    )


def _rows(model: type[Fiche], prefix: str = "") -> Iterator[FieldRow]:
    for declared in declarations(model):
        key = prefix + declared.cle
        yield FieldRow(declared, key)
        if declared.sous_fiche:
            yield from _rows(declared.sous_fiche, f"{key}.")
