"""How a value is refused: by a code of the catalogue."""

from __future__ import annotations

from typing import NoReturn

from pydantic_core import PydanticCustomError


def refuse(code: str, **context: object) -> NoReturn:
    """Refuse the value with a code of the catalogue."""
    raise PydanticCustomError(code, code, context)
