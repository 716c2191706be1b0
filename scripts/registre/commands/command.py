"""What a command is, and what it answers to the system."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass

OK, CONTENT_ERRORS, FAILED = 0, 1, 2


def _none(_parser: argparse.ArgumentParser) -> None:
    """No argument but those of every command."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does in one sentence, examples, what runs it, the arguments it adds."""

    name: str
    text: str
    example: str
    run: Callable[[argparse.Namespace], int]
    arguments: Callable[[argparse.ArgumentParser], None] = _none
    in_a_register: bool = True  # False when it needs no content/


def interrupted(unchanged: str) -> int:
    """Say that Ctrl-C was obeyed, and in a sentence what is as it was; the code to answer."""
    print(f"\nInterrompu. {unchanged}", file=sys.stderr)
    return FAILED
