"""The kinds of record, and where the JSON Schema of each is."""

from __future__ import annotations

from dataclasses import dataclass

from registre.model.bodies import Collectivite, Modele, Nomenclature, Registre, TypeConvention
from registre.model.deliberation import Deliberation
from registre.model.fields import Fiche
from registre.model.seance import Seance
from registre.parse.layout import sort_paths

SCHEMAS = "docs/schemas"  # under the project root: a record names its schema from there, on any editor, site or no site


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. `place`: the attribute of Layout it goes to; `schema`: the name of its schema, empty for the
    header of a Markdown file, where editors read none."""

    model: type[Fiche]
    title: str
    path: str
    place: str
    schema: str = ""


KINDS = (
    Kind(Deliberation, "Délibération", "content/seances/<collectivité>/<AAAA-MM-JJ>/<numéro>.yaml", "actes", "acte"),
    Kind(Seance, "Séance", "content/seances/<collectivité>/<AAAA-MM-JJ>/seance.yaml", "seances", "seance"),
    Kind(Collectivite, "Collectivité", "content/collectivites/<nom court>.yaml", "collectivites", "collectivite"),
    Kind(TypeConvention, "Type de convention", "content/conventions/<type>/type.yaml", "types", "type-convention"),
    Kind(Modele, "Modèle de convention (en-tête)", "content/conventions/<type>/<modèle>.md", "modeles"),
    Kind(Registre, "Registre", "content/registre.yaml", "registre", "registre"),
    Kind(Nomenclature, "Nomenclature", "content/nomenclature.yaml", "nomenclature", "nomenclature"),
)


def schema_comment(path: str) -> str:
    """The line that names its schema at the head of a record, for the YAML language server (no line break).

    `path`: posix, under the project root. Raises ValueError when no YAML record goes there.
    https://github.com/redhat-developer/yaml-language-server#using-inlined-schema
    """
    layout = sort_paths([path])
    for kind in KINDS:
        if kind.schema and getattr(layout, kind.place):
            return f"# yaml-language-server: $schema={'../' * path.count('/')}{SCHEMAS}/{kind.schema}.json"
    raise ValueError(path)
