"""What is wrong with the values of a record, in a clerk's words: one problem for each, at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pydantic_core import ErrorDetails

from registre.model.fields import Declaration, Fiche, declarations
from registre.model.names import is_nobody, slugify
from registre.model.vocabulary import Choix
from registre.parse.suggest import closest, suggestion
from registre.problems import Problem, make
from registre.source.files import SourceFile
from registre.source.yaml import Mapping, Node, Scalar, Sequence, is_null

Loc = tuple[int | str, ...]


def line_of(tree: Mapping, loc: Loc) -> int:
    """Line of the key or list item at `loc`; of its nearest ancestor when it is not in the file."""
    node: Node = tree
    line = tree.line
    for step in loc:
        if isinstance(node, Mapping) and step in node.entries:
            line, node = node.key_lines[str(step)], node.entries[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            break
    return line


def _declared(model: type[Fiche], loc: Loc) -> tuple[Declaration | None, type[Fiche]]:
    """The declaration of the last named field on the way to `loc`, and the model it belongs to."""
    found: Declaration | None = None
    owner = model
    for step in loc:
        if isinstance(step, int):
            continue
        if found is not None and found.sous_fiche is not None:
            owner = found.sous_fiche
        found = next((d for d in declarations(owner) if d.cle == step), None)
        if found is None:
            break
    return found, owner


_SHAPES = {
    "model_type": "D006",
    "model_attributes_type": "D006",
    "tuple_type": "D005",
    "enum": "D003",
    "extra_forbidden": "D002",
}


def explain(detail: ErrorDetails, model: type[Fiche], tree: Mapping, file: SourceFile) -> Problem:
    """The problem of one error of pydantic: its type is one of our codes, or a shape that _SHAPES names."""
    loc = tuple(detail["loc"])
    code = _SHAPES.get(detail["type"], detail["type"])
    found, owner = _declared(model, loc)
    values: dict[str, object] = {"valeur": str(detail["input"]), **detail.get("ctx", {})}
    if code == "D002":
        values |= _unknown_key(str(loc[-1]), owner, file.place(line_of(tree, loc)).excerpt)
    elif found is not None:
        values |= {"label": found.label, "cle": found.cle, "exemple": found.exemple_complet}
        code = "D004" if code == "D003" and isinstance(detail["input"], dict | list) else code
        if code == "D003":
            near = suggestion(str(detail["input"]), [choice.value for choice in found.choix])
            values |= {"admis": ", ".join(map(_shown, found.choix)), "suggestion": near}
        if code == "D005" and isinstance(detail["input"], str) and found.sous_fiche is None:
            nobody = is_nobody(detail["input"])
            values["ecrire"] = "[]" if nobody else f"[{re.sub(r' et |; ', ', ', detail['input'])}]"
        if values.get("ecrire") and not isinstance(loc[-1], int):
            values["ecrire"] = f"{found.cle}: {values['ecrire']}"
    return make(code, file.place(line_of(tree, loc)), **values)


def _unknown_key(key: str, owner: type[Fiche], line: str) -> dict[str, object]:
    """What to tell of an unknown key: the line rewritten with the key probably meant, else the keys admitted."""
    keys = [declared.cle for declared in declarations(owner)]
    parts = {d.cle: d.sous_fiche for d in declarations(owner) if d.sous_fiche}
    if within := next((cle for cle, part in parts.items() if key in {d.cle for d in declarations(part)}), None):
        put = f". Elle se met sous « {within}: », en retrait de deux espaces"
        return {"cle": key, "suggestion": put, "admis": ", ".join(keys)}
    meant = closest(key, keys)
    rewritten = line.strip().replace(f"{key}:", f"{meant}:", 1) if meant and f"{key}:" in line else ""
    return {"cle": key, "suggestion": suggestion(key, keys), "admis": ", ".join(keys), "ecrire": rewritten}


def _shown(choice: Choix) -> str:
    """A value, with its label where the value alone does not say it."""
    return choice.value if slugify(choice.label) == slugify(choice.value) else f"{choice.value} ({choice.label})"


def faulty_places(detail: ErrorDetails, model: type[Fiche]) -> set[Loc]:
    """Where the value is missing: at the key, and for an unknown key at the one it was probably meant to be."""
    loc = tuple(detail["loc"])
    if detail["type"] != "extra_forbidden":
        return {loc}
    _, owner = _declared(model, loc)
    meant = closest(str(loc[-1]), [d.cle for d in declarations(owner)])
    return {loc, (*loc[:-1], meant)} if meant else {loc}


def tell_nulls(node: Node, model: type[Fiche], file: SourceFile, loc: Loc = ()) -> Iterator[Problem]:
    """A Y011 for each bare `null` or `~`."""
    if isinstance(node, Scalar):
        if is_null(node):
            found, _ = _declared(model, loc)
            yield make("Y011", file.place(node.line), valeur=node.value, label=found.label if found else loc[-1])
        return
    steps = node.entries.items() if isinstance(node, Mapping) else enumerate(node.items)
    for step, child in steps:
        yield from tell_nulls(child, model, file, (*loc, step))


def _empty_unknown(model: type[Fiche], tree: Mapping, file: SourceFile, loc: Loc) -> Iterator[Problem]:
    keys = {declared.cle for declared in declarations(model)}
    for key, child in tree.entries.items():
        if key not in keys and isinstance(child, Scalar) and not child.value.strip():
            place = replace(file.place(tree.key_lines[key]), loc=(*loc, key))
            word, _, rest = key.partition(" ")
            values = _unknown_key(key, model, "")
            yield make("D002", place, **values | ({"ecrire": f"{word}: {rest}"} if word in keys and rest else {}))


def missing(model: type[Fiche], tree: Mapping, file: SourceFile, loc: Loc = ()) -> Iterator[Problem]:
    """A D001 for each required field left out, at its empty key or at the head of its part; a D002 for each unknown
    key with nothing after it (« {pour 6, contre: 0} »), which pydantic never sees."""
    yield from _empty_unknown(model, tree, file, loc)
    for declared in declarations(model):
        child = tree.entries.get(declared.cle)
        empty = child is None or (isinstance(child, Scalar) and not child.value.strip())
        if empty and declared.requis is True:
            line = tree.key_lines.get(declared.cle, tree.line)
            place = replace(file.place(line), loc=(*loc, declared.cle))
            yield make("D001", place, label=declared.label, exemple=declared.exemple_complet)
        nested = declared.sous_fiche
        if nested is None or child is None:
            continue
        parts = enumerate(child.items) if isinstance(child, Sequence) else [(None, child)]
        for index, part in parts:
            if isinstance(part, Mapping):
                inner = (*loc, declared.cle) if index is None else (*loc, declared.cle, index)
                yield from missing(nested, part, file, inner)
