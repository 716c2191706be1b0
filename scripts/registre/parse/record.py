"""One mapping → one record: types every field, tells every problem, keeps all that could be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from registre.model.fields import Declaration, Fiche, declarations
from registre.model.names import slugify
from registre.model.scalars import Folded
from registre.model.vocabulary import Choix
from registre.parse.suggest import closest, suggestion
from registre.problems import Place, Problem, make
from registre.source.files import SourceFile
from registre.source.yaml import Mapping, Node, Scalar, Sequence, is_null

T = TypeVar("T", bound=Fiche)
Loc = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """A record read from a file, and where each of its values stands."""

    file: SourceFile
    value: T
    tree: Mapping = field(repr=False)
    faulty: frozenset[Loc] = frozenset()  # where a value could not be read: it was told, and is missing from `value`

    @property
    def path(self) -> str:
        """Posix path of the file under the project root."""
        return self.file.path

    def place(self, *loc: int | str) -> Place:
        """The place of the value at `loc`, or of the closest thing around it that is in the file."""
        return replace(self.file.place(line_of(self.tree, loc)), loc=loc)

    def is_faulty(self, loc: Loc) -> bool:
        """True when something at `loc`, around it or inside it could not be read."""
        return any(loc[: len(fault)] == fault[: len(loc)] for fault in self.faulty)

    def problem(self, code: str, *loc: int | str, **values: object) -> Problem:
        """The problem `code` at `loc`, in this record."""
        return make(code, self.place(*loc), **values)


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


def read_record(model: type[T], tree: Mapping, file: SourceFile) -> tuple[Record[T], list[Problem]]:
    """Type the mapping as `model`: the record with all that is right in it, and a problem for all that is not."""
    problems = list(_tell_nulls(tree, model, file))
    faulty: set[Loc] = set()
    present = _present(tree)
    data = _plain(present)
    while True:
        try:
            value = model.model_validate(data)
            break
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                problems.append(_explain(detail, model, present, file))
                faulty |= _faulty(detail, model)
                _remove(data, detail["loc"])
    record = Record(file, value, present, frozenset(faulty))
    problems.extend(p for p in _missing(model, tree, file) if not record.is_faulty(p.place.loc))
    return record, problems


def _present(node: Mapping) -> Mapping:
    """The tree without what is left empty: a key with nothing after it says nothing."""
    result = Mapping(node.line)
    for key, child in node.entries.items():
        kept = _kept(child)
        if kept is not None:
            result.entries[key], result.key_lines[key] = kept, node.key_lines[key]
    return result


def _kept(node: Node) -> Node | None:
    if isinstance(node, Mapping):
        return _present(node)
    if isinstance(node, Sequence):
        items = [kept for item in node.items if (kept := _kept(item)) is not None]
        return Sequence(node.line, items)
    return None if not node.value.strip() or is_null(node) else node


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(child) for key, child in node.entries.items()}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return Folded(node.value) if node.folded else node.value


def _remove(data: Any, loc: Loc) -> None:
    """Take the faulty value out, so that the rest is read. A list item becomes an empty part of the same shape."""
    for step in loc[:-1]:
        data = data[step]
    last = loc[-1]
    if isinstance(data, list) and isinstance(last, int):
        data[last] = _Gone()
    elif isinstance(data, dict):
        data.pop(last, None)
    _drop_gone(data)


class _Gone:
    """Marks a list item to drop."""


def _drop_gone(data: Any) -> None:
    if isinstance(data, list):
        data[:] = [item for item in data if not isinstance(item, _Gone)]


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


def _explain(detail: ErrorDetails, model: type[Fiche], tree: Mapping, file: SourceFile) -> Problem:
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
            choices = _choices(found)
            near = suggestion(str(detail["input"]), [choice.value for choice in choices])
            values |= {"admis": ", ".join(map(_shown, choices)), "suggestion": near}
        if code == "D005" and isinstance(detail["input"], str):
            values["ecrire"] = f"[{detail['input']}]"
        if values.get("ecrire") and not isinstance(loc[-1], int):
            values["ecrire"] = f"{found.cle}: {values['ecrire']}"
    return make(code, file.place(line_of(tree, loc)), **values)


def _unknown_key(key: str, owner: type[Fiche], line: str) -> dict[str, object]:
    """What to tell of an unknown key: the line rewritten with the key probably meant, else the keys admitted."""
    keys = [declared.cle for declared in declarations(owner)]
    meant = closest(key, keys)
    rewritten = line.strip().replace(f"{key}:", f"{meant}:", 1) if meant and f"{key}:" in line else ""
    return {"cle": key, "suggestion": suggestion(key, keys), "admis": ", ".join(keys), "ecrire": rewritten}


def _shown(choice: Choix) -> str:
    """A value, with its label where the value alone does not say it."""
    return choice.value if slugify(choice.label) == slugify(choice.value) else f"{choice.value} ({choice.label})"


def _choices(found: Declaration) -> list[Choix]:
    """The members of the closed list a field takes."""
    candidates = [found.annotation, *getattr(found.annotation, "__args__", ())]
    return [m for c in candidates if isinstance(c, type) and issubclass(c, Choix) for m in c]


def _faulty(detail: ErrorDetails, model: type[Fiche]) -> set[Loc]:
    """Where the value is missing: at the key, and for an unknown key at the one it was probably meant to be."""
    loc = tuple(detail["loc"])
    if detail["type"] != "extra_forbidden":
        return {loc}
    _, owner = _declared(model, loc)
    meant = closest(str(loc[-1]), [d.cle for d in declarations(owner)])
    return {loc, (*loc[:-1], meant)} if meant else {loc}


def _tell_nulls(node: Node, model: type[Fiche], file: SourceFile, loc: Loc = ()) -> Iterator[Problem]:
    if isinstance(node, Scalar):
        if is_null(node):
            found, _ = _declared(model, loc)
            yield make("Y011", file.place(node.line), valeur=node.value, label=found.label if found else loc[-1])
        return
    steps = node.entries.items() if isinstance(node, Mapping) else enumerate(node.items)
    for step, child in steps:
        yield from _tell_nulls(child, model, file, (*loc, step))


def _missing(model: type[Fiche], tree: Mapping, file: SourceFile, loc: Loc = ()) -> Iterator[Problem]:
    """A D001 for each required field left out, at its empty key or at the head of its part."""
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
                yield from _missing(nested, part, file, inner)
