"""List the files under content/ and read them: UTF-8, bounded, without hidden characters. Never follows a link."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from registre.problems import Place, Problem, at_most, make
from registre.source.characters import EXCERPT, odd_characters, visible
from registre.source.verdict import reason, size_of

MAX_BYTES = 2_000_000  # a record is text; real acts reach 100 KB
MAX_LINES = 20_000  # and 2,000 lines
IGNORED = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore"})


@dataclass(frozen=True)
class SourceFile:
    """A text file: its posix path under the project root, its text with « \\n » ends, and the line it starts on."""

    path: str
    text: str
    first_line: int = 1

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines; those of the last files asked are at hand, for thousands are kept and few are asked for a line."""
        return _lines(self.text)

    def place(self, line: int | None) -> Place:
        """The place of a 1-based line of the file."""
        if line is None:
            return Place(self.path)
        index = line - self.first_line
        lines = self.lines
        return Place(self.path, line, visible(lines[index][:EXCERPT]) if 0 <= index < len(lines) else "")


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


def list_files(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """Posix paths (relative to `root`, sorted) of the plain files below `folder`; links are told, not followed."""
    if (root / folder).is_symlink():
        return [], [make("F011", Place(folder), nom=folder)]
    paths: list[str] = []
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        path = Path(error.filename).relative_to(root).as_posix()
        problems.append(make("F013", Place(path), motif=reason(error)))

    for directory, names, files in os.walk(root / folder, onerror=unreadable):
        here = Path(directory).relative_to(root).as_posix()
        for name in sorted(names):
            if code := _refused_folder(Path(directory) / name):
                problems.append(make(code, Place(f"{here}/{name}"), nom=name))
                names.remove(name)
        for name in files:
            if (Path(directory) / name).is_symlink():
                problems.append(make("F011", Place(f"{here}/{name}"), nom=name))
            elif name not in IGNORED:
                paths.append(f"{here}/{name}")
    return sorted(paths), problems


def _refused_folder(path: Path) -> str | None:
    """The code that refuses a folder which is a link, or has the name of a file."""
    if path.is_symlink():
        return "F011"
    return "F036" if path.suffix in {".yaml", ".yml", ".md", ".pdf"} else None


def read_text(root: Path, path: str) -> tuple[SourceFile | None, list[Problem]]:
    """Read one text file: (file, []) or (None, problems); hidden characters leave the file readable."""
    place = Place(path)
    try:
        size = size_of(root / path)
        if size > MAX_BYTES:
            return None, [make("F003", place, taille=mega(size), limite=mega(MAX_BYTES))]
        raw = (root / path).read_bytes()
    except OSError as error:
        return None, [make("F013", place, motif=reason(error))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [make("F001", Place(path, line), octet=error.start + 1)]
    if not text.strip():
        return None, [make("F002", place)]
    lines = text.count("\n")
    if lines > MAX_LINES:
        return None, [make("F003", place, taille=f"{spaced(lines)} lignes", limite=spaced(MAX_LINES))]
    windows = "\r\n" in text
    file = SourceFile(path, text.replace("\r\n", "\n"))
    notice = [make("F040", place)] if windows else []
    return file, [*notice, *at_most(odd_characters(file.text, path), path)]


def spaced(number: int) -> str:
    """« 20 000 »."""
    return f"{number:,}".replace(",", "\u202f")


def mega(size: int) -> str:
    """« 12,5 Mo »."""
    return f"{size / 1_000_000:.1f} Mo".replace(".", ",")
