"""The JSON Schemas of the records: named at the head of those we make."""

from __future__ import annotations

import pytest

from registre.render.schemas import schema_comment

NAMED = {
    "content/seances/exemple/2026-03-12/2026-04.yaml": "../../../../docs/schemas/acte.json",
    "content/seances/exemple/2026-03-12-2/seance.yaml": "../../../../docs/schemas/seance.json",
    "content/collectivites/exemple.yaml": "../../docs/schemas/collectivite.json",
    "content/conventions/restauration/type.yaml": "../../../docs/schemas/type-convention.json",
    "content/registre.yaml": "../docs/schemas/registre.json",
    "content/nomenclature.yaml": "../docs/schemas/nomenclature.json",
}


@pytest.mark.parametrize("path", NAMED)
def test_a_record_names_its_schema(path: str) -> None:
    assert schema_comment(path) == f"# yaml-language-server: $schema={NAMED[path]}"


@pytest.mark.parametrize(
    "path", ["content/conventions/restauration/modele-2025.md", "content/Notes.yaml", "content/pages/aide.md"]
)
def test_what_is_no_yaml_record_has_no_schema(path: str) -> None:
    with pytest.raises(ValueError, match=path):
        schema_comment(path)
