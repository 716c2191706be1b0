"""Writes a record as a clerk would: YAML that `source/yaml.py` reads back to the same values, with comments."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import yaml

from registre.model.fields import Declaration, Fiche, declarations
from registre.model.scalars import Texte
from registre.model.shapes import Shape
from registre.render.schemas import schema_comment
from registre.source.characters import readable

WIDTH = 120  # columns of a line
HEAD = ""  # the key of the comment that heads the record

# Signs that begin no plain value, or end one; « “ » is taken for a quote typed in a word processor.
_RESERVED = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`“ ]|:$|: | #| $|[\n\t]")
_RESERVED_IN_FLOW = re.compile(r"[,\[\]{}?]")
# What YAML cannot hold as it is, or takes for the end of a line (https://yaml.org/spec/1.1/#c-printable).
_ESCAPED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TEXT = next(part for part in get_args(Texte) if isinstance(part, Shape))
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


class ExistingFileError(Exception):
    """A file is already there, and stays as it is; the message says so in French."""


def record_text(
    fiche: type[Fiche],
    values: Mapping[str, Any],
    path: str,
    comments: Mapping[str, str] | None = None,
    blank: Collection[str] = (),
) -> str:
    """The text of a record, its keys in the order of their declaration; its first line names its schema for editors.

    `values`: plain values by key (str, int, bool, date, time, Choix, Identifiant, Duree; lists and mappings of them);
    None and "" say nothing and are left out. `path`: where the record will be, posix under the root. `comments`: what
    to say above a key, `HEAD` for the whole record. `blank`: keys left empty under their help, where no value is given.
    Raises ValueError when no YAML record goes to `path`, KeyError for a key that the record does not have.
    """
    comments = comments or {}
    lines = [schema_comment(path), *_comment(comments.get(HEAD, ""))]
    for declared, value in _declared(fiche, values, blank):
        empty = _says_nothing(value)
        lines += _comment(comments.get(declared.cle, ""))
        lines += [*_help(declared), f"{declared.cle}:"] if empty else _entry(declared, value, "")
    return "".join(f"{line}\n" for line in lines)


def write_new(root: Path, path: str, text: str) -> None:
    """Write a new file, whole; `path` is posix under `root`. Raises ExistingFileError, changing nothing, or OSError."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = target.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise ExistingFileError(f"{path} existe déjà : il n’a pas été touché.") from None
    try:
        with file:
            file.write(text)
    except BaseException:  # a full disk, Ctrl-C: half a record is worse than none
        target.unlink()
        raise


def write_all(root: Path, texts: Sequence[tuple[str, str]]) -> None:
    """Write new files (path, text), all or none. Raises as `write_new` does."""
    done: list[Path] = []
    try:
        for path, text in texts:
            write_new(root, path, text)
            done.append(root / path)
    except BaseException:
        for file in reversed(done):
            file.unlink()
            with contextlib.suppress(OSError):  # not empty
                file.parent.rmdir()
        raise


def _declared(
    fiche: type[Fiche], values: Mapping[str, Any], blank: Collection[str] = ()
) -> Iterator[tuple[Declaration, Any]]:
    """Each key to write, with its value. Raises KeyError for one that the record does not have."""
    known = {declared.cle: declared for declared in declarations(fiche)}
    if unknown := {*values, *blank} - known.keys():
        raise KeyError(f"{fiche.__name__}: {sorted(unknown)}")
    for cle, declared in known.items():
        if cle in blank or not _says_nothing(values.get(cle)):
            yield declared, values.get(cle)


def _says_nothing(value: Any) -> bool:
    return value is None or value == ""


def _comment(text: str) -> list[str]:
    lines = (readable(line) for line in text.splitlines())
    return [f"# {part}" for line in lines for part in textwrap.wrap(line, WIDTH - 2, break_on_hyphens=False)]


def _help(declared: Declaration) -> list[str]:
    """What the key is for, and an example of it."""
    needed = "Obligatoire. " if declared.requis is True else ""
    example, *more = declared.exemple_complet.split("\n")
    said = f"{needed}{declared.aide} Par exemple :"
    if not more and len(said) + len(example) < WIDTH - 3:
        return [f"# {said} {example}"]
    return [*_comment(said), *(f"#   {line}".rstrip() for line in (example, *more))]


def _entry(declared: Declaration, value: Any, indent: str) -> list[str]:
    """The lines of « cle: valeur »."""
    head = f"{indent}{declared.cle}:"
    if isinstance(value, str) and declared.shape == _TEXT and not _ESCAPED.search(value):
        return [f"{head} {_block_mark(value)}", *(f"{indent}  {line}" if line else "" for line in _block_lines(value))]
    part = declared.sous_fiche
    if part and isinstance(value, Sequence):
        items = [line for item in value for line in _item(part, item, f"{indent}  ")]
        return [head, *items] if items else [f"{head} []"]
    line = f"{head} {_flow(value, part)}" if part or isinstance(value, Sequence) else ""
    if isinstance(value, str) or not line:
        return [f"{head} {_scalar(value)}"]
    if len(line) <= WIDTH:
        return [line]
    return _broken(head, value, part, indent)


def _broken(head: str, value: Any, part: type[Fiche] | None, indent: str) -> list[str]:
    """The same over several lines: a key on each, or as many names as each holds."""
    if part:
        return [head, *(line for inner, one in _declared(part, value) for line in _entry(inner, one, f"{indent}  "))]
    lines = [f"{head} ["]
    lead, names = f"{indent}  ", [_scalar(item, in_flow=True) for item in value]
    for rank, name in enumerate(names):
        name += "]" if rank == len(names) - 1 else ","
        if rank and len(lines[-1]) + 1 + len(name) <= WIDTH:
            lines[-1] += f" {name}"
        else:
            lines.append(f"{lead}{name}")
    return lines


def _item(part: type[Fiche], value: Mapping[str, Any], indent: str) -> list[str]:
    """The lines of one item of a list of parts."""
    line = f"{indent}- {_flow(value, part)}"
    if len(line) <= WIDTH:
        return [line]
    first, *rest = (line for inner, one in _declared(part, value) for line in _entry(inner, one, f"{indent}  "))
    return [f"{indent}- {first.lstrip()}", *rest]


def _flow(value: Any, part: type[Fiche] | None) -> str:
    """A value on one line, inside [] or {}."""
    if isinstance(value, Mapping) and part:
        inside = (f"{inner.cle}: {_flow(one, inner.sous_fiche)}" for inner, one in _declared(part, value))
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_flow(item, part) for item in value)}]"
    return _scalar(value, in_flow=True)


def _scalar(value: Any, in_flow: bool = False) -> str:
    """A single value, between quotes where it would not be read back otherwise, or not by every YAML reader."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    text = str(value)
    if isinstance(value, int | dt.date):
        return text
    if _RESERVED.search(text) or (in_flow and _RESERVED_IN_FLOW.search(text)) or _ESCAPED.search(text):
        return _quoted(text)
    return _quoted(text) if _resolves(text) else text


def _resolves(text: str) -> bool:
    """True for what YAML calls a number, a date, a truth or nothing: « 01004 », « 2026-03-12 », « no », « null »."""
    return any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[:1], []))


def _quoted(text: str) -> str:
    """Between double quotes: a string of JSON is one of YAML, but for some characters it leaves as they are."""
    return _ESCAPED.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def _block_mark(text: str) -> str:
    """« | », with the indentation where the text would hide it."""
    return "|2" if text.lstrip("\n")[:1] in {" ", "\t"} else "|"


def _block_lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")
