"""Where each file of content/ goes: the one place that knows the layout of folders."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from registre.model.names import slugify
from registre.model.scalars import MAX_SLUG
from registre.problems import Place, Problem, make

CONTENT = "content"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EXTENSIONS = {"yml": "yaml", "yaml": "yaml", "pdf": "pdf", "md": "md", "markdown": "md"}
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: no file of Windows can have these names.
_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
LIST_PAGE = re.compile(r"page-[0-9]+|index")  # addresses the lists take
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(-[2-9])?")


@dataclass
class Layout:
    """Paths by what they are; keys are slugs taken from the paths."""

    registre: str | None = None
    nomenclature: str | None = None
    collectivites: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    modeles: dict[tuple[str, str], str] = field(default_factory=dict)
    seances: dict[tuple[str, str], str] = field(default_factory=dict)
    actes: dict[tuple[str, str, str], str] = field(default_factory=dict)
    joined: set[str] = field(default_factory=set)  # PDFs and convention texts beside the acts
    pages: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def bodies(self) -> list[str]:
        """The short names of the bodies that have a record or a folder of séances, sorted."""
        return sorted({*self.collectivites, *(key[0] for key in (*self.seances, *self.actes))})


def sort_paths(paths: Iterable[str]) -> Layout:
    """Put each path in its place; tell those that have none."""
    layout = Layout()
    for path in paths:
        parts = path.split("/")[1:]
        place = _PLACES.get(parts[0])
        if place is None:
            layout.problems.append(_stray(path))
        else:
            place(layout, path, parts)
    return layout


def seance_folder(body: str, folder: str) -> str:
    """The folder of a séance, with its final slash."""
    return f"{CONTENT}/seances/{body}/{folder}/"


def body_of(path: str) -> str | None:
    """The short name of the body that a file belongs to: its record, its folder of séances and all inside."""
    parts = path.split("/")
    if parts[:2] == [CONTENT, "seances"] and len(parts) > 2:
        return parts[2]
    return parts[2].removesuffix(".yaml") if parts[:2] == [CONTENT, "collectivites"] and len(parts) == 3 else None


def folder_day(folder: str) -> dt.date | None:
    """The day of a séance's folder (« 2026-03-12 » or « 2026-03-12-2 »), or None."""
    match = _DAY.fullmatch(folder)
    try:
        return dt.date.fromisoformat(match.group(1)) if match else None
    except ValueError:
        return None


def _stray(path: str, expected: str = "") -> Problem:
    name = path.removeprefix(f"{CONTENT}/")
    hint = (
        expected
        or "Dans content/ vont : registre.yaml, nomenclature.yaml, collectivites/, conventions/, seances/, pages/."
    )
    return make("F005", Place(path), nom=name, attendu=hint)


def _slug(layout: Layout, path: str, name: str) -> bool:
    if _WINDOWS.fullmatch(name):
        layout.problems.append(make("F037", Place(path), nom=name))
        return False
    if SLUG.fullmatch(name) and len(name) <= MAX_SLUG and not LIST_PAGE.fullmatch(name):
        return True
    offered = slugify(name)[:MAX_SLUG].strip("-")
    hint = f", par exemple « {offered} »" if offered and offered != name else ""
    if path.endswith(".pdf"):
        hint = ". Le PDF d’un acte porte le nom de sa fiche : 014.pdf pour 014.yaml"
    layout.problems.append(make("F004", Place(path), nom=name, suggestion=hint))
    return False


def _registre(layout: Layout, path: str, _parts: list[str]) -> None:
    layout.registre = path


def _nomenclature(layout: Layout, path: str, _parts: list[str]) -> None:
    layout.nomenclature = path


def _collectivite(layout: Layout, path: str, parts: list[str]) -> None:
    if len(parts) != 2 or not path.endswith(".yaml"):
        layout.problems.append(_stray(path, "Ici va une fiche par collectivité : collectivites/exemple.yaml."))
    elif _slug(layout, path, parts[1].removesuffix(".yaml")):
        layout.collectivites[parts[1].removesuffix(".yaml")] = path


def _convention(layout: Layout, path: str, parts: list[str]) -> None:
    if len(parts) != 3 or not (parts[2] == "type.yaml" or parts[2].endswith(".md")):
        hint = "Ici vont, dans un dossier par type : type.yaml, et un fichier .md par modèle."
        layout.problems.append(_stray(path, hint))
    elif _slug(layout, path, parts[1]):
        name = parts[2].removesuffix(".md")
        if parts[2] == "type.yaml":
            layout.types[parts[1]] = path
        elif _slug(layout, path, name):
            layout.modeles[parts[1], name] = path


def _seance(layout: Layout, path: str, parts: list[str]) -> None:
    if len(parts) != 4:
        hint = "Une séance va dans seances/collectivité/AAAA-MM-JJ/, sans autre dossier."
        layout.problems.append(_stray(path, hint))
        return
    _, body, folder, name = parts
    if not _slug(layout, path, body):
        return
    if folder_day(folder) is None:
        problem = make("F012", Place(path.rpartition("/")[0]), nom=folder)
        if problem not in layout.problems[-1:]:
            layout.problems.append(problem)
        return
    stem, _, extension = name.rpartition(".")
    if name == "seance.yaml":
        layout.seances[body, folder] = path
    elif extension not in {"yaml", "pdf", "md"}:
        if extension == "txt" and "." in stem:  # « 014.yaml.txt », as the Bloc-notes saves it
            stem, _, extension = stem.rpartition(".")
        meant = _EXTENSIONS.get(extension.lower())
        hint = (
            f"Renommez-le en « {slugify(stem)}.{meant} »."
            if meant
            else "Ici vont des fichiers .yaml, .pdf et .md ; un autre document s’enregistre en PDF."
        )
        layout.problems.append(_stray(path, hint))
    elif _slug(layout, path, stem):
        if extension == "yaml":
            layout.actes[body, folder, stem] = path
        else:
            layout.joined.add(path)


def _page(layout: Layout, path: str, parts: list[str]) -> None:
    if len(parts) != 2 or not path.endswith(".md"):
        layout.problems.append(_stray(path, "Ici vont des pages écrites à la main : pages/aide.md."))
    elif _slug(layout, path, parts[1].removesuffix(".md")):
        layout.pages.append(path)


_PLACES: dict[str, Callable[[Layout, str, list[str]], None]] = {
    "registre.yaml": _registre,
    "nomenclature.yaml": _nomenclature,
    "collectivites": _collectivite,
    "conventions": _convention,
    "seances": _seance,
    "pages": _page,
}
