"""The process that reads PDFs: an empty line when it is ready, then for each line of its input one of its output.

It is asked a question and a path, in JSON, and answers in JSON: a verdict, the texts of the pages, or null for a file
that takes too much. Its first argument is the memory it may take, in megabytes. It ends with its input; after a file
that took too much, it is ended and replaced.
"""

from __future__ import annotations

import dataclasses
import json
import signal
import sys
from pathlib import Path

from registre.source.characters import readable, readable_lines
from registre.source.pdf import analyse
from registre.source.pdf_text import page_texts
from registre.source.verdict import TOO_LONG, Constat, Question, Verdict, reason


def limit_memory(megabytes: int) -> None:
    """Limit the address space, where the system knows how (not Windows)."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    except (ImportError, ValueError, OSError):  # macOS has the call, and refuses it
        return


def end_alone(seconds: int) -> None:
    """End by itself after some seconds, should the command that started it be gone (not on Windows); 0: no more."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def main() -> None:
    """Answer each line in turn."""
    limit_memory(int(sys.argv[1]))
    answers, sys.stdout = sys.stdout, sys.stderr  # nothing that a library prints is taken for an answer
    print(file=answers, flush=True)  # ready: the time to start is not counted
    for line in sys.stdin:
        asked, path = json.loads(line)
        question = Question(asked)
        end_alone(int(2 * question.seconds))
        print(json.dumps(_answer(question, Path(path))), file=answers, flush=True)
        end_alone(0)


def _answer(question: Question, path: Path) -> object:
    try:
        return _verdict(path) if question is Question.VERDICT else _texts(path, question)
    except MemoryError:
        return None


def _verdict(path: Path) -> object:
    try:
        verdict = analyse(path.read_bytes())
    except OSError as error:
        verdict = Verdict(constats=(Constat("F013", reason(error)),))
    return None if TOO_LONG in verdict.constats else dataclasses.asdict(verdict)


def _texts(path: Path, question: Question) -> object:
    try:
        return page_texts(path.read_bytes(), readable_lines if question is Question.LIGNES else readable)
    except OSError:
        return None


if __name__ == "__main__":
    main()
