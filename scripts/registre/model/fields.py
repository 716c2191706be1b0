"""How a field is declared, once: label, help, example, required or not, what its absence says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from registre.model.shapes import Shape
from registre.model.vocabulary import Choix

NON_RENSEIGNE = "non renseigné"


class Fiche(BaseModel):
    """A record or a part of one: immutable, refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def declare(
    label: str, aide: str, exemple: str, *, requis: bool | str = False, dit: bool = False, defaut: Any = None
) -> Any:
    """Declare a field. `exemple`: the YAML typed after the key; `dit`: the page says « non renseigné » when absent.

    `requis`: True, or the words that say when. True is checked by the reader, not by pydantic: a missing key must hide
    no other problem of its record.
    """
    return Field(
        default=defaut,
        title=label,
        description=aide,
        examples=[exemple],
        json_schema_extra={"requis": requis, "dit": dit},
    )


@dataclass(frozen=True, slots=True)
class Declaration:
    """A field's declaration, read back from its model. `shape`: of its value, or of each when it takes a list.

    `sous_fiche`, `choix`: the part or the closed list it takes, when it takes one; a part has no shape.
    """

    cle: str
    label: str
    aide: str
    exemple: str
    requis: bool | str
    dit: bool
    sous_fiche: type[Fiche] | None
    liste: bool
    choix: tuple[Choix, ...]
    shape: Shape | None

    @property
    def exemple_complet(self) -> str:
        """« cle: valeur », as a clerk types it."""
        return f"{self.cle}: {self.exemple}"

    @property
    def forme(self) -> str:
        """What it takes, in words."""
        if self.shape is None:
            return "liste de fiches" if self.liste else "fiche"
        return f"liste : {self.shape.label}" if self.liste else self.shape.label


@cache
def declarations(fiche: type[Fiche]) -> tuple[Declaration, ...]:
    """The fields of a model, in the order of their declaration."""
    return tuple(_declaration(cle, info) for cle, info in fiche.model_fields.items())


def _declaration(cle: str, info: FieldInfo) -> Declaration:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    parts = list(_parts(info.annotation))  # pydantic takes the metadata off a bare `Annotated`
    closed = next((part for part in parts if isinstance(part, type) and issubclass(part, Choix)), None)
    shapes = [closed.shape()] if closed else [part for part in (*info.metadata, *parts) if isinstance(part, Shape)]
    return Declaration(
        cle=cle,
        label=info.title or cle,
        aide=info.description or "",
        exemple=str((info.examples or [""])[0]),
        requis=_required(extra.get("requis")),
        dit=bool(extra.get("dit")),
        sous_fiche=next((part for part in parts if isinstance(part, type) and issubclass(part, Fiche)), None),
        liste=any(get_origin(part) is tuple for part in parts),
        choix=tuple(closed or ()),
        shape=next(iter(shapes), None),
    )


def _required(value: Any) -> bool | str:
    return value if isinstance(value, str) else bool(value)


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and all that it is made of: « tuple[Nom, ...] | None », « tuple[Nom, ...] », « Nom », « str »…"""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
