"""Strict YAML: text → tree of scalars that stay strings, each with its line; every slip in a clerk's words.

Built on PyYAML's event parser (https://pyyaml.org/wiki/PyYAMLDocumentation), not on its loaders, which turn 01004 into
516, keep the last of two equal keys and expand aliases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from registre.problems import Problem, at_most, make
from registre.source.characters import odd_in
from registre.source.files import SourceFile, spaced
from registre.source.slips import explain, quoted, slip_near

MAX_DEPTH = 12
MAX_EVENTS = 20_000  # a séance of 300 members has some 2,000
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULLS = frozenset({"null", "Null", "NULL", "~"})


@dataclass(slots=True)
class Scalar:
    """A value as typed. `bare`: without quotes; `folded`: over several lines without « | »."""

    value: str
    line: int
    bare: bool = True
    folded: bool = False


@dataclass(slots=True)
class Mapping:
    """Keys (unique) and values, in the order of the file."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """A list, in the order of the file."""

    line: int
    items: list[Node] = field(default_factory=list)


Node = Scalar | Mapping | Sequence


def read_yaml(file: SourceFile) -> tuple[Mapping | None, list[Problem]]:
    """Read one mapping: (tree, problems). The tree is None when the syntax cannot be read at all."""
    return _Reader(file).read()


class _Reader:
    """Builds the tree from events, without recursion, collecting problems."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.lines = file.lines
        self.problems: list[Problem] = []
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []  # the key awaiting its value, one per open collection
        self.root: Node | None = None
        self.documents = 0
        self.lost = False  # a key could not be read: what follows cannot be named

    def read(self) -> tuple[Mapping | None, list[Problem]]:
        event: Any
        try:
            for count, event in enumerate(yaml.parse(self.file.text, Loader=_LOADER)):
                if count > MAX_EVENTS:
                    self._tell("Y022", event.start_mark.line + self.file.first_line, limite=spaced(MAX_EVENTS))
                    return None, self.problems
                if not self._take(event):
                    return None, self.problems
        except yaml.YAMLError as error:
            problem = explain(self.file, error)
            rest = "La suite du fichier n’a pas encore été lue : corrigez, puis relancez."
            self.problems.append(replace(problem, remedy=f"{problem.remedy}\n{rest}"))
            return None, self.problems
        if self.lost:
            return None, self.problems
        if not isinstance(self.root, Mapping):
            line = self.root.line if self.root else self.file.first_line
            self.problems.append(slip_near(self.file, line) or make("Y010", self.file.place(line)))
            return None, self.problems
        return self.root, self.problems

    def _tell(self, code: str, line: int, **values: object) -> None:
        self.problems.append(make(code, self.file.place(line), **values))

    def _take(self, event: Any) -> bool:
        """Take one event into the tree; False when reading must stop."""
        line = event.start_mark.line + self.file.first_line
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._tell("Y007", line)
                return False
        elif isinstance(event, yaml.AliasEvent):
            self._tell("Y005", line, signe=f"*{event.anchor}")
            self._place(Scalar(f"*{event.anchor}", line))
        elif isinstance(event, yaml.ScalarEvent):
            self._check_marks(event, line)
            self._place(self._scalar(event, line))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._check_marks(event, line)
            return self._open(Mapping(line) if isinstance(event, yaml.MappingStartEvent) else Sequence(line))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
            self.keys.pop()
        return True

    def _check_marks(self, event: Any, line: int) -> None:
        if event.anchor:
            self._tell("Y005", line, signe=f"&{event.anchor}")
        if event.tag and event.tag != "!":
            self._tell("Y006", line, signe=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _scalar(self, event: Any, line: int) -> Scalar:
        bare = not event.style
        end = event.end_mark
        if event.style == '"':  # its escapes
            typed = "".join(self.lines[event.start_mark.line : end.line + 1])
            self.problems.extend(at_most(odd_in(event.value, self.file.place(line), typed), self.file.path))
        if bare and event.value:
            rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
            if re.match(r"[ \t]+#\S", rest):
                self._tell("Y003", end.line + self.file.first_line, ecrire=self._quoted(event.value + rest.rstrip()))
        if bare and event.value[:1] == "“" and event.value[-1:] == "”":
            self._tell("Y023", line, ecrire=self._quoted(event.value.strip("“”")))
        if bare and end.line > event.start_mark.line:
            self._check_dashes(event)
        folded = event.style == ">" or (event.style != "|" and end.line > event.start_mark.line)
        return Scalar(event.value, line, bare, folded)

    def _check_dashes(self, event: Any) -> None:
        """« -Jean » under « - Anne » is no item: YAML would join both in one value."""
        for index in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(self.lines))):
            glued = re.match(r"\s*-([^\s-].*)", self.lines[index])
            if glued:
                self._tell("Y019", index + self.file.first_line, ecrire=f"- {glued.group(1)}")

    def _quoted(self, value: str) -> str:
        key = self.keys[-1] if self.keys else None
        return f"{key.value}: {quoted(value)}" if key else quoted(value)

    def _place(self, node: Node) -> None:
        """Put a finished or just opened node where it belongs."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self.keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                self._tell("Y015", node.line)
                self.lost = True
                node = Scalar("", node.line)
            self.keys[-1] = node
            return
        self.keys[-1] = None
        if key.value in parent.entries:
            self._tell("Y004", key.line, cle=key.value, premiere=parent.key_lines[key.value])
            return
        parent.entries[key.value] = node
        parent.key_lines[key.value] = key.line

    def _open(self, node: Mapping | Sequence) -> bool:
        self._place(node)
        self.stack.append(node)
        self.keys.append(None)
        if len(self.stack) > MAX_DEPTH:
            self._tell("Y008", node.line, limite=MAX_DEPTH)
            return False
        return True


def is_null(node: Node) -> bool:
    """True for `null` and `~` typed bare: refused, since an absent fact is simply left out."""
    return isinstance(node, Scalar) and node.bare and node.value in _NULLS
