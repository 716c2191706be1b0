"""The kinds of record, and the JSON Schema of each, made from the declarations of fields: editors read it to complete,
explain and check what is typed, before `registre verifier` does.

Draft 7 is what the YAML language server reads best (https://github.com/redhat-developer/yaml-language-server). A schema
is never stricter than the reader (tests/test_schemas.py): a value left empty is as good as a key left out. What is
peculiar in its form is there for that server: it offers `null`, `true` and `false` wherever `type` admits them, hence
`if`; with a key it writes its one value of `examples`, an invented one, hence none; it says `errorMessage`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from registre.model.bodies import Collectivite, Modele, Nomenclature, Registre, TypeConvention
from registre.model.deliberation import Deliberation
from registre.model.fields import Declaration, Fiche, declarations
from registre.model.seance import Seance
from registre.model.shapes import Shape
from registre.render.page import Page
from registre.render.wording import NBSP, no_break

SCHEMAS = "docs/schemas"  # under the project root: a record names its schema from there, whatever becomes of the site

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record, and where it goes. `schema`: the name of its schema, empty for the header of a Markdown file,
    where editors read none."""

    model: type[Fiche]
    title: str
    path: str
    schema: str = ""

    @property
    def comment(self) -> str:
        """The line that names the schema at the head of a record, for the YAML language server (no line break).

        https://github.com/redhat-developer/yaml-language-server#using-inlined-schema
        """
        return f"# yaml-language-server: $schema={'../' * self.path.count('/')}{SCHEMAS}/{self.schema}.json"

    def holds(self, path: str) -> bool:
        """True for the path of such a record."""
        return bool(re.fullmatch(re.sub("<[^>]+>", "[^/]+", re.escape(self.path)), path))


KINDS = (
    Kind(Deliberation, "Délibération", "content/seances/<collectivité>/<AAAA-MM-JJ>/<numéro>.yaml", "acte"),
    Kind(Seance, "Séance", "content/seances/<collectivité>/<AAAA-MM-JJ>/seance.yaml", "seance"),
    Kind(Collectivite, "Collectivité", "content/collectivites/<nom court>.yaml", "collectivite"),
    Kind(TypeConvention, "Type de convention", "content/conventions/<type>/type.yaml", "type-convention"),
    Kind(Modele, "Modèle de convention (en-tête)", "content/conventions/<type>/<modèle>.md"),
    Kind(Registre, "Registre", "content/registre.yaml", "registre"),
    Kind(Nomenclature, "Nomenclature", "content/nomenclature.yaml", "nomenclature"),
)


def schema_comment(path: str) -> str:
    """The line that names its schema at the head of the record at `path` (posix, under the project root).

    Raises ValueError when no YAML record goes there.
    """
    fitting = [kind for kind in KINDS if kind.schema and kind.holds(path)]
    if not fitting:
        raise ValueError(path)
    return min(fitting, key=lambda kind: kind.path.count("<")).comment  # « seance.yaml » is no number


def schema_pages() -> Iterator[Page]:
    """The schemas, at « schemas/acte.json »; the project has the same files in docs/."""
    for kind in KINDS:
        if kind.schema:
            yield Page(f"schemas/{kind.schema}.json", schema_text(kind))


def schema_text(kind: Kind) -> str:
    """The schema of a kind of record, as JSON."""
    about = {"$schema": "http://json-schema.org/draft-07/schema#", "title": kind.title, "description": kind.path}
    return json.dumps(about | {"type": "object"} | _keys(kind.model), ensure_ascii=False, indent=2) + "\n"


def _keys(fiche: type[Fiche]) -> Schema:
    """What holds of a mapping: its keys, and no other."""
    return {
        "additionalProperties": False,
        "required": [declared.cle for declared in declarations(fiche) if declared.requis is True],
        "properties": {declared.cle: _property(declared) for declared in declarations(fiche)},
    }


def _property(declared: Declaration) -> Schema:
    required = declared.requis is True
    needed = " Obligatoire." if required else f" Obligatoire, {declared.requis}." if declared.requis else ""
    help_text = no_break(declared.aide + needed)
    about = {
        "title": declared.label,
        "description": f"{help_text} Exemple{NBSP}: {declared.exemple}",
        "markdownDescription": f"{help_text}\n\n```yaml\n{declared.exemple_complet}\n```",
    }
    choices = f" ({', '.join(declared.choix)})" if declared.choix else ""
    expected = no_break(f"{declared.label}. Forme attendue : {declared.forme}{choices}. Exemple : ")
    told = expected + declared.exemple_complet
    if declared.liste:
        return about | {"items": _value(declared, told)} | _unless_empty("array", told, required)
    return about | _value(declared, told, required)


def _value(declared: Declaration, told: str, required: bool = False) -> Schema:
    """The value of a field, or one of its list. `told`: what an editor says of a wrong one."""
    if declared.shape:
        return _scalar(declared.shape, told, required)
    return (_keys(declared.sous_fiche) if declared.sous_fiche else {}) | _unless_empty("object", told, required)


def _unless_empty(kind: str, told: str, required: bool) -> Schema:
    """A list or a mapping; or nothing, be it written « "" »."""
    if required:
        return {"type": kind, "errorMessage": told}
    return {"if": {"type": "null"}, "else": {"type": [kind, "string"], "pattern": r"^\s*$", "errorMessage": told}}


def _scalar(shape: Shape, told: str, required: bool) -> Schema:
    """A text, what YAML 1.2 makes of it, or nothing. Without `anyOf`, be it of one, a key would come without « : »."""
    number = dict(shape.number or {})
    text: Schema = {
        "type": ["string", number.pop("type")] if number else "string",
        "pattern": rf"^(?!\s*$)(?:{shape.pattern})$" if required else rf"^(?:{shape.pattern}|\s*)$",
        **number,
        "errorMessage": told,
    }
    free = [*(["boolean"] if shape.boolean else []), *([] if required else ["null"])]
    spelled = {"if": {"type": free}, "else": text} if free else text
    if not shape.choices:
        return {"anyOf": [spelled]}
    offered = {"enum": list(shape.choices), "enumDescriptions": list(shape.choices.values()), "errorMessage": told}
    return {"anyOf": [offered, spelled]}
