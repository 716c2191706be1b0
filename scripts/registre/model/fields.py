"""How a field is declared, once: label, help, example, required or not, what its absence says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

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
    """A field's declaration, read back from its model."""

    cle: str
    label: str
    aide: str
    exemple: str
    requis: bool | str
    dit: bool
    sous_fiche: type[Fiche] | None
    liste: bool
    annotation: Any
    metadata: tuple[Any, ...]

    @property
    def exemple_complet(self) -> str:
        """« cle: valeur », as a clerk types it."""
        return f"{self.cle}: {self.exemple}"


@cache
def declarations(fiche: type[Fiche]) -> tuple[Declaration, ...]:
    """The fields of a model, in the order of their declaration."""
    return tuple(_declaration(cle, info) for cle, info in fiche.model_fields.items())


def _declaration(cle: str, info: FieldInfo) -> Declaration:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return Declaration(
        cle=cle,
        label=info.title or cle,
        aide=info.description or "",
        exemple=str((info.examples or [""])[0]),
        requis=_required(extra.get("requis")),
        dit=bool(extra.get("dit")),
        sous_fiche=_nested(info.annotation),
        liste=_is_list(info.annotation),
        annotation=info.annotation,
        metadata=tuple(info.metadata),
    )


def _required(value: Any) -> bool | str:
    return value if isinstance(value, str) else bool(value)


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is tuple or any(
        getattr(arg, "__origin__", None) is tuple for arg in get_args(annotation)
    )


def _nested(annotation: Any) -> type[Fiche] | None:
    """The Fiche inside an annotation (Fiche | None, tuple[Fiche, ...]), or None."""
    if isinstance(annotation, type) and issubclass(annotation, Fiche):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _nested(arg))), None)
