"""The page « Format des enregistrements », made from the declarations of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from registre.model import scalars
from registre.model.fields import Declaration, Fiche, declarations
from registre.model.vocabulary import Choix
from registre.render.acts import HOME
from registre.render.page import Page, Settings, render
from registre.render.schemas import KINDS

_TYPES: tuple[tuple[Any, str], ...] = (
    (scalars.Ligne, "texte sur une ligne"),
    (scalars.Texte, "texte, après « | »"),
    (scalars.Entier, "nombre entier"),
    (scalars.Jour, "date AAAA-MM-JJ"),
    (scalars.Heure, "heure HH:MM"),
    (scalars.Siren, "SIREN"),
    (scalars.Courriel, "courriel"),
    (scalars.IdentifiantActes, "identifiant @ctes"),
    (scalars.Periode, "durée"),
    (scalars.NomCourt, "nom court"),
    (scalars.Adresse, "adresse https://"),
    (scalars.Empreinte, "empreinte SHA-256"),
    (scalars.OuiNon, "oui ou non"),
    (scalars.CodeInsee, "code INSEE"),
    (scalars.Departement, "numéro de département"),
    (scalars.CodeMatiere, "code de matière"),
    (scalars.AncienneAdresse, "ancienne adresse"),
    (scalars.ReferenceActe, "référence collectivité/date/numéro"),
)


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field as the page shows it."""

    declared: Declaration
    key: str
    kind: str
    choices: list[Choix]


@dataclass(frozen=True, slots=True)
class Section:
    """A record and its fields, those of its parts included (« vote.pour »)."""

    title: str
    path: str
    anchor: str
    rows: list[FieldRow]


def format_page(settings: Settings) -> Page:
    """The reference of every key of every record."""
    sections = [Section(k.title, k.path, k.model.__name__.lower(), list(_rows(k.model))) for k in KINDS]
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
        kind, choices = kind_of(declared)
        yield FieldRow(declared, key, kind, choices)
        if declared.sous_fiche:
            yield from _rows(declared.sous_fiche, f"{key}.")


def kind_of(declared: Declaration) -> tuple[str, list[Choix]]:
    """What a field takes, in words, and its closed list when it has one."""
    plural = "liste : " if declared.liste else ""
    if declared.sous_fiche:
        return ("liste de fiches" if declared.liste else "fiche"), []
    candidates = list(_flatten(declared.annotation))
    for candidate in candidates:
        if isinstance(candidate, type) and issubclass(candidate, Choix):
            return f"{plural}un choix", list(candidate)
    label = next((label for kind, label in _TYPES if kind in candidates), "texte")
    if label == "texte":
        label = _declared_label(declared)
    return plural + label, []


def _flatten(annotation: Any) -> Iterator[Any]:
    yield annotation
    for arg in get_args(annotation):
        yield from _flatten(arg)


def _declared_label(declared: Declaration) -> str:
    """pydantic takes the metadata off a bare `Annotated`: find the type again from its validator."""
    for kind, label in _TYPES:
        if set(get_args(kind)[1:]) & set(declared.metadata):
            return label
    return "texte"
