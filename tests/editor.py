"""What an editor makes of a record: the values of YAML 1.2, checked by a JSON Schema, its patterns by ECMAScript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import regress
import yaml
from jsonschema import Draft7Validator, ValidationError
from jsonschema.validators import extend

# https://yaml.org/spec/1.2.2/#1032-tag-resolution
_CORE = {
    "null": ("null|Null|NULL|~|", lambda text: None),
    "bool": ("true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", lambda text: int(text, 0) if text[1:2] in "ox" else int(text)),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
              lambda text: float(re.sub(r"\.(?=[a-zA-Z])", "", text))),
}  # fmt: skip


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.style else _typed(node.value)
        return super().construct_object(node, deep=True)


def _typed(text: str) -> Any:
    return next((read(text) for pattern, read in _CORE.values() if re.fullmatch(pattern, text)), text)


def read_as_editor(text: str) -> Any:
    """The values of a text that `read_yaml` could read; keys are texts."""
    return _with_text_keys(yaml.load(text, Loader=_Loader))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(child) for key, child in value.items()}
    return [_with_text_keys(child) for child in value] if isinstance(value, list) else value


@cache
def _compiled(pattern: str) -> regress.Regex:
    return regress.Regex(pattern, "u")


def _pattern(_: Any, pattern: str, value: Any, __: Mapping[str, Any]) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _compiled(pattern).find(value):
        yield ValidationError(f"{value!r}: {pattern}")


_Checker = extend(Draft7Validator, {"pattern": _pattern})


def checker(schema: Mapping[str, Any]) -> Draft7Validator:
    """Checks values by a schema: `checker(schema).is_valid(values)`."""
    return _Checker(schema)
