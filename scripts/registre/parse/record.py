"""One mapping → one record: types every field, tells every problem, keeps all that could be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from registre.model.fields import Fiche
from registre.model.scalars import Folded
from registre.parse.explain import Loc, explain, faulty_places, line_of, missing, tell_nulls
from registre.problems import LIMIT, Place, Problem, at_most, make
from registre.source.files import SourceFile
from registre.source.yaml import Mapping, Node, Sequence, is_null

T = TypeVar("T", bound=Fiche)


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
        return _overlaps(loc, self.faulty)

    def problem(self, code: str, *loc: int | str, **values: object) -> Problem:
        """The problem `code` at `loc`, in this record."""
        return make(code, self.place(*loc), **values)


def read_record(model: type[T], tree: Mapping, file: SourceFile) -> tuple[Record[T] | None, list[Problem]]:
    """Type the mapping as `model`: the record with all that is right in it, and a problem for all that is not.

    No record when the faults are too many to be those of a record.
    """
    problems = list(at_most(tell_nulls(tree, model, file), file.path))
    present = _present(tree)
    data = _plain(present)
    told: set[Loc] = set()
    faulty: set[Loc] = set()
    while True:
        try:
            value = model.model_validate(data)
            break
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems.extend(at_most((explain(detail, model, present, file) for detail in details), file.path))
            if len(details) > LIMIT:
                return None, problems
            told |= {loc for detail in details for loc in faulty_places(detail, model)}
            faulty = _take_out({tuple(detail["loc"]) for detail in details}, data, present, faulty | told)
    absent = at_most(missing(model, tree, file), file.path)
    problems.extend(problem for problem in absent if not _overlaps(problem.place.loc, told))
    _forget(present)
    return Record(file, value, present, frozenset(faulty)), problems


def _forget(node: Node) -> None:
    """Let go of what was typed, which the record holds: the tree is kept for its places."""
    if isinstance(node, Mapping | Sequence):
        for child in node.entries.values() if isinstance(node, Mapping) else node.items:
            _forget(child)
    else:
        node.value = ""


def _overlaps(loc: Loc, others: Iterable[Loc]) -> bool:
    return any(loc[: len(other)] == other[: len(loc)] for other in others)


def _take_out(locs: set[Loc], data: Any, tree: Mapping, faulty: set[Loc]) -> set[Loc]:
    """Take the faulty values out of the data and of the tree alike, so that the rest is read and keeps its places.

    Returns the faulty places in the new numbering: an item that leaves a list moves those after it.
    """
    for loc in sorted(locs, key=lambda loc: [str(step).zfill(9) for step in loc], reverse=True):
        parent: Any = data
        node: Any = tree
        for step in loc[:-1]:
            parent, node = parent[step], _child(node, step)
        last = loc[-1]
        if isinstance(last, int):
            del parent[last]
            if isinstance(node, Sequence):
                del node.items[last]
            faulty = {moved for place in faulty if (moved := _moved(place, loc)) is not None}
        else:
            parent.pop(last, None)
    return faulty


def _child(node: Any, step: int | str) -> Any:
    return node.entries.get(str(step)) if isinstance(node, Mapping) else node.items[step]


def _moved(place: Loc, gone: Loc) -> Loc | None:
    """Where `place` is once the list item at `gone` has left; None when it was inside it."""
    depth = len(gone) - 1
    if len(place) <= depth or place[:depth] != gone[:depth] or not isinstance(place[depth], int):
        return place
    index, left = int(place[depth]), int(gone[depth])
    if index == left:
        return None
    return (*place[:depth], index - 1, *place[depth + 1 :]) if index > left else place


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
