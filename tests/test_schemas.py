"""The JSON Schemas of the records: named at the head of those we make, published, and of one mind with the reader.

After a wanted change: MAJ_PAGES=1 pytest tests/test_schemas.py writes docs/schemas again.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.fr import siren

from conftest import ROOT
from editor import checker, read_as_editor
from registre.model.fields import Declaration, Fiche, declarations
from registre.parse.record import read_record
from registre.problems import Problem
from registre.render.schemas import KINDS, SCHEMAS, Kind, schema_comment, schema_pages
from registre.source.files import SourceFile
from registre.source.yaml import read_yaml
from test_docs import EXAMPLE
from test_messages import EXAMPLES, FILES
from test_records import INVALID, RECORDS, VALID
from writing import with_lines

NAMED = {
    "content/seances/exemple/2026-03-12/2026-04.yaml": "../../../../docs/schemas/acte.json",
    "content/seances/exemple/2026-03-12-2/seance.yaml": "../../../../docs/schemas/seance.json",
    "content/collectivites/exemple.yaml": "../../docs/schemas/collectivite.json",
    "content/conventions/restauration/type.yaml": "../../../docs/schemas/type-convention.json",
    "content/registre.yaml": "../docs/schemas/registre.json",
    "content/nomenclature.yaml": "../docs/schemas/nomenclature.json",
}
SCHEMA = {page.path.split("/")[1].removesuffix(".json"): json.loads(page.text) for page in schema_pages()}
TYPED = [kind for kind in KINDS if kind.schema]


@pytest.mark.parametrize("path", NAMED)
def test_a_record_names_its_schema(path: str) -> None:
    assert schema_comment(path) == f"# yaml-language-server: $schema={NAMED[path]}"
    assert (ROOT / path).parent.joinpath(NAMED[path]).resolve() == ROOT / SCHEMAS / Path(NAMED[path]).name


@pytest.mark.parametrize("path", ["content/conventions/restauration/modele-2025.md", "content/Notes.yaml", "README.md"])
def test_what_is_no_yaml_record_has_no_schema(path: str) -> None:
    with pytest.raises(ValueError, match=path):
        schema_comment(path)


# ---- Their files ----


def test_the_copies_in_docs_are_up_to_date() -> None:
    wanted = {Path(page.path).name: page.text for page in schema_pages()}
    folder = ROOT / SCHEMAS
    if os.environ.get("MAJ_PAGES"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, text in wanted.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == wanted


def test_the_site_has_them_and_says_how_to_name_them(site: Path) -> None:
    said = (site / "format" / "index.html").read_text(encoding="utf-8")
    for kind in TYPED:
        name = f"{kind.schema}.json"
        assert (site / "schemas" / name).read_bytes() == (ROOT / SCHEMAS / name).read_bytes()
        assert f"<code>{kind.comment}</code>" in said and f'href="../schemas/{name}"' in said


def check_jsonschema(*arguments: str) -> str:
    """What the tool says; empty when all is right."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *arguments], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_they_are_valid() -> None:
    assert check_jsonschema("--check-metaschema", *(str(ROOT / SCHEMAS / f"{name}.json") for name in SCHEMA)) == ""


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.schema)
def test_our_records_are_right_for_another_reader_too(kind: Kind, real_acts: Path) -> None:
    files = [
        str(path)
        for content in (real_acts, RECORDS / "base", *VALID)
        for path in sorted(content.rglob("*.yaml"))
        if schema_of(f"content/{path.relative_to(content).as_posix()}") == kind.schema
    ]
    assert files
    assert check_jsonschema("--schemafile", str(ROOT / SCHEMAS / f"{kind.schema}.json"), *files) == ""


def schema_of(path: str) -> str:
    """The name of the schema of a record; empty for what is none."""
    with contextlib.suppress(ValueError):
        return Path(schema_comment(path)).stem
    return ""


def properties(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """All that is said of a key, at any depth."""
    found = list(schema.get("properties", {}).values())
    return found + [inner for each in found for inner in properties(each) + properties(each.get("items", {}))]


@pytest.mark.parametrize("name", SCHEMA)
def test_every_key_is_explained_and_every_choice_labelled(name: str) -> None:
    for said in properties(SCHEMA[name]):
        assert said["title"] and said["description"] and said["markdownDescription"]
        assert "Exemple\u00a0: " in said["description"] and "```yaml\n" in said["markdownDescription"]
        for way in [*said.get("anyOf", ()), *said.get("items", {}).get("anyOf", ())]:
            assert len(way.get("enum", ())) == len(way.get("enumDescriptions", ()))


def test_an_editor_explains_a_choice() -> None:
    said = SCHEMA["acte"]["properties"]["resultat"]
    assert (said["title"], said["description"]) == (
        "Résultat",
        "Ce qui a été décidé\u00a0; rien si le document ne le dit pas. Exemple\u00a0: adoptee",
    )
    offered = said["anyOf"][0]
    assert offered["enum"] == ["adoptee", "rejetee", "prend-acte", "ajournee", "retiree"]
    assert offered["enumDescriptions"][3:] == ["Ajournée", "Retirée de l’ordre du jour"]
    assert offered["errorMessage"] == (
        "Résultat. Forme attendue\u00a0: un choix (adoptee, rejetee, prend-acte, ajournee, retiree). "
        "Exemple\u00a0: resultat: adoptee"
    )


# ---- One mind with the reader: never stricter, and more lenient where a schema cannot know ----


def told(model: type[Fiche], text: str) -> list[Problem] | None:
    """What the reader refuses in a record; None when it is the YAML: for that an editor has words of its own."""
    file = SourceFile("content/x.yaml", text)
    tree, problems = read_yaml(file)
    if tree is None or problems:
        return None
    return [problem for problem in read_record(model, tree, file)[1] if problem.blocks]


def no_day(text: str) -> bool:
    """2026-02-30."""
    try:
        return not dt.date.fromisoformat(text)
    except ValueError:
        return True


def lost(value: Any) -> bool:
    """014, +5, 1e3, True: a number or a boolean of YAML 1.2 no longer says how it was typed."""
    return isinstance(value, int | float)


# A sign that is no letter of French, nor ASCII, nor a space.
ODD = re.compile(r"[^\x00-\x7f\xa0\u2000-\u200a\u202f\u205f\u3000àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ]")


# What only the reader refuses: the code it says, and of which values an editor has.
LENIENT: dict[str, Callable[[Any], bool]] = {
    "Y011": lambda value: value is None,  # `null` and `~` are, there, a value left empty
    "D003": lambda value: bool(ODD.search(value)),
    "D010": lost,
    "D013": no_day,
    "D015": lambda value: lost(value) or not siren.is_valid(value),  # its key is a computation
    "D016": lambda value: no_day(re.sub(r".*-(....)(..)(..)-.*", r"\1-\2-\3", value[:22])),
    "D017": lost,
    "D020": lost,
    "D021": lost,
    "D022": lost,
    "D023": lambda value: "\x85" in value,  # a line break of YAML 1.1, and no more of YAML 1.2
    "D024": lambda value: True,  # typed over several lines without « | »: an editor has the value alone
    "D035": lambda value: True,  # a letter that looks like another
    "D036": lambda value: True,  # « néant » in place of a name
}


def all_fields(model: type[Fiche]) -> list[tuple[type[Fiche], Declaration]]:
    """The fields of a model and of its parts."""
    found = [(model, declared) for declared in declarations(model)]
    return found + [each for _, declared in found if declared.sous_fiche for each in all_fields(declared.sous_fiche)]


# One field for each shape of value, required or not, alone or in a list.
FIELDS = {
    f"{declared.forme}{' !' if declared.requis is True else ''} {'/'.join(declared.choix)[:30]}": (owner, declared)
    for kind in TYPED
    for owner, declared in all_fields(kind.model)
    if declared.shape
}
TRICKY = [
    *("", '""', '" "', "~", "null", "Null", "[]", "{}", "[x]", "{x: y}", "[[x]]", "- x", "0", "014", "-0", "+5", "5.0"),
    *("605", "1e3", "0x1F", "0o17", ".5", ".inf", ".nan", "1.", "1.1", "7.10", "1.1.2", "62", "2A", "975", "500", "01"),
    *("99999999999", "1234567890", "oui", "Oui", "NON", "true", "True", "TRUE", "vrai", "yes", "no", "2026-03-12"),
    *("2026-02-30", "1789-12-31", "2200-01-01", "12/03/2026", "2026-3-1", "18:30", "18h", "9 h 05", "24:00", "18:60"),
    *("1 234", "216200006", "216200007", "216 200 006", "néant", "Anne MARTIN", '"\\n"', '"a\\nb"', '"a\\n"', "'605'"),
    *("|\n  605", "|\n  a\n  b", ">\n  a\n  b", "a\n  b", "É" * 1_001, "x" * 81, '" ' + "x" * 1_000 + ' "', "5 ans"),
    *("Prend acte", "PREND-ACTE", "Adoptée", "adopté", '"adopte\u0301e"', "Conﬀ", "aﬀichage", "ordinaire ", "1e-3"),
    *("http://exemple.fr", "https://exemple.fr/a b", "https://été.fr/x?y#z", "HTTPS://A.B.fr", "https://а.fr"),
    *("a@b.fr", "actes/exemple/2026-03-11", "exemple/2026-03-12/014", "062-216200006-20260312-014-DE", "5 ANNÉES"),
    *("062-216200006-20260230-014-DE", "062-216200006-00001231-A-B_c-CC", "02A-000000000-20260101-x-ZZ", "a" * 64),
]  # fmt: skip


def typed_values(declared: Declaration) -> st.SearchStrategy[str]:
    """What may be typed after a key: what its shape takes, something near, anything."""
    assert declared.shape is not None
    right = st.from_regex(re.compile(f"(?:{declared.shape.pattern})"), fullmatch=True)
    near = st.tuples(right, st.integers(0, 30), st.sampled_from(["", " ", "0", "é", "-", "\n", "X", "œ", "\u0301"]))
    mended = near.map(lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + 1 :])
    texts = right | mended | st.text(alphabet="aeéÉœiouxON019 :/.-+\n\xa0’", max_size=12)
    bare = texts.filter(lambda text: bool(re.fullmatch(r"[\w+.][\w:/.+-]*(?<!:)", text)))
    return bare | texts.map(lambda text: json.dumps(text, ensure_ascii=False))


@pytest.mark.parametrize("drawn", [8, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", FIELDS)
def test_schema_and_reader_accept_the_same_values(name: str, drawn: int) -> None:
    owner, declared = FIELDS[name]
    schema = checker({"properties": {declared.cle: schema_of_field(owner, declared.cle)}})
    seen: Counter[bool] = Counter()

    @settings(max_examples=drawn, deadline=None)
    @given(typed_values(declared))
    def agree(typed: str) -> None:
        text = f"{declared.cle}:\n  - {typed}\n" if declared.liste else f"{declared.cle}: {typed}\n"
        if (problems := told(owner, text)) is None:
            return
        problems = [p for p in problems if p.code != "D001" or p.place.loc == (declared.cle,)]
        values = read_as_editor(text)
        value = values[declared.cle][0] if declared.liste else values[declared.cle]
        accepted = schema.is_valid(values)
        if accepted:
            assert [problem for problem in problems if not LENIENT[problem.code](value)] == [], typed
        else:
            assert problems, typed
        seen[accepted] += 1

    for typed in (*TRICKY, *declared.choix, declared.exemple):
        agree.hypothesis.inner_test(typed)
    agree()
    assert seen[True] and seen[False]


def schema_of_field(owner: type[Fiche], cle: str) -> dict[str, Any]:
    """What a schema says of a key of a record or of a part."""

    def found(model: type[Fiche], schema: dict[str, Any]) -> dict[str, Any] | None:
        if model is owner:
            return dict(schema["properties"][cle])
        for declared in declarations(model):
            if declared.sous_fiche:
                said = schema["properties"][declared.cle]
                if inner := found(declared.sous_fiche, said.get("items", said)):
                    return inner
        return None

    return next(said for kind in TYPED if (said := found(kind.model, SCHEMA[kind.schema])))


def typed_parts(model: type[Fiche]) -> st.SearchStrategy[dict[str, Any]]:
    """Some keys of a record or of a part, each with what may be typed there; now and then an unknown one."""
    keys = {declared.cle: typed_part(declared) for declared in declarations(model)}
    needed = {declared.cle: keys.pop(declared.cle) for declared in declarations(model) if declared.requis is True}
    right = st.fixed_dictionaries(needed, optional=keys)
    wrong = st.fixed_dictionaries({}, optional={**keys, **needed, "inconnue": st.sampled_from(["", "x", "[]"])})
    return once_in(6, wrong, right)


def typed_part(declared: Declaration) -> st.SearchStrategy[Any]:
    """What is right for a field, most often; else nothing, or what may be right for another."""
    if declared.sous_fiche:
        one = st.deferred(lambda: typed_parts(declared.sous_fiche))  # type: ignore[arg-type]
        right = st.lists(one, max_size=2) if declared.liste else one
    else:
        right = st.just(declared.exemple)
    odd = st.sampled_from(["", '""', "[]", "{}", "x", "[x]", "[[x]]", "{x: y}", "[{x: y}]", "true"])
    return once_in(15, odd, right)


def once_in(times: int, rare: st.SearchStrategy[Any], usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """`rare` once in so many times; `usual` the others."""
    return st.integers(1, times).flatmap(lambda drawn: rare if drawn == times else usual)


def as_yaml(value: Any, indent: str = "") -> str:
    """What follows a key or a dash: a text as it is, parts and lists on lines of their own."""
    if isinstance(value, str):
        return f" {value}\n"
    if not value:
        return f" {value}\n"
    if isinstance(value, dict):
        return "\n" + "".join(f"{indent}{key}:{as_yaml(part, indent + '  ')}" for key, part in value.items())
    return "\n" + "".join(f"{indent}-{as_yaml(part, indent + '  ')}" for part in value)


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.schema)
def test_schema_and_reader_accept_the_same_records(kind: Kind) -> None:
    schema = checker(SCHEMA[kind.schema])
    seen: Counter[bool] = Counter()

    @settings(max_examples=100, deadline=None)
    @given(typed_parts(kind.model))
    def agree(record: dict[str, Any]) -> None:
        text = as_yaml(record)
        problems = told(kind.model, text)
        assume(problems is not None)
        accepted = schema.is_valid(read_as_editor(text))
        assert accepted == (problems == []), (text, problems)
        seen[accepted] += 1

    agree()
    assert seen[True] and seen[False]


def written() -> dict[str, tuple[str, str]]:
    """Records in which something is wrong, and those of the README: by name, the schema and the text."""
    found = {path: (schema_of(path), text) for path, text in EXAMPLE.items()}
    for case in INVALID:
        for path in sorted(case.rglob("*.yaml")):
            if path.is_file() and (name := schema_of(f"content/{path.relative_to(case).as_posix()}")):
                found[path.relative_to(RECORDS).as_posix()] = name, path.read_bytes().decode("utf-8", "replace")
    for code, example in EXAMPLES.items():
        if path := FILES.get(example.lieu, ""):
            text = (RECORDS / "base" / path).read_text(encoding="utf-8")
            for word, lines in (("faux", example.faux), ("juste", example.juste)):
                found[f"{code} {word}"] = schema_of(f"content/{path}"), with_lines(text, lines, example.juste)
    return {name: (schema, text) for name, (schema, text) in found.items() if schema}


WRITTEN = written()


@pytest.mark.parametrize("name", WRITTEN)
def test_schema_and_reader_agree_on_every_example(name: str) -> None:
    schema, text = WRITTEN[name]
    problems = told(next(kind.model for kind in TYPED if kind.schema == schema), text)
    if problems is not None:
        accepted = checker(SCHEMA[schema]).is_valid(read_as_editor(text))
        assert {problem.code for problem in problems} <= set(LENIENT) if accepted else problems
