"""`registre importer --csv`: the rows of an SCDL « Délibérations » file, each a draft; those refused, given back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from registre.draft.body import read_one, record_of
from registre.draft.emit import HEAD, record_text, write_all
from registre.draft.report import Refused, Report, ToCheck
from registre.draft.scdl_row import (
    COLUMNS,
    NEEDED,
    REASONS,
    Entry,
    Matieres,
    column_of,
    month_first,
    one_line,
    read_row,
)
from registre.model.bodies import Collectivite, Nomenclature
from registre.model.deliberation import Deliberation
from registre.model.names import number_key, slugify
from registre.model.scalars import MAX_SLUG
from registre.model.seance import Seance
from registre.parse.layout import CONTENT, Layout, folder_day, seance_folder, sort_paths
from registre.problems import plural
from registre.source.files import list_files
from registre.source.table import Row, Table, TableError, read_table, write_table

# Columns of free text, where a line break outside quotes cuts a row in two.
_TEXTS = {"COLL_NOM", "DELIB_MATIERE_NOM", "DELIB_OBJET", "BUDGET_NOM", "DELIB_URL"}


@dataclass
class _Work:
    """The register as it is, the one body asked for, if any, and what is to be written and told."""

    file: str
    layout: Layout
    bodies: dict[str, Collectivite]
    asked: str | None
    numbers: dict[tuple[str, dt.date], dict[str, str]] = field(default_factory=dict)  # number → record, or row
    texts: list[tuple[str, str]] = field(default_factory=list)
    checks: list[ToCheck] = field(default_factory=list)
    seances: dict[tuple[str, dt.date], set[str]] = field(default_factory=dict)  # → the VOTE_EFFECTIF of its acts
    already: list[str] = field(default_factory=list)
    refused: list[tuple[Row, str]] = field(default_factory=list)

    def add(self, fiche: Any, values: dict[str, Any], checks: list[dict[str, str]], path: str, said: str) -> None:
        """A draft to write."""
        values = values | {"brouillon": True} | ({"a_verifier": checks} if checks else {})
        self.texts.append((path, record_text(fiche, values, path, {HEAD: said})))
        self.checks += [ToCheck(path, check["champ"], check["passage"]) for check in checks]


def import_csv(root: Path, file: Path, collectivite: str | None = None) -> Report:
    """Write a draft for each row, and one for each séance that has none: all, or nothing. Nothing is overwritten.

    `collectivite`: the short name of the body of all the rows; else their SIRET tells. Rows that are refused go, with
    their reasons, to a new file beside `file`. Raises UnknownError (no such body) or OSError.
    """
    layout = sort_paths(list_files(root, CONTENT)[0])
    asked = {collectivite: record_of(layout, collectivite)} if collectivite else layout.collectivites
    bodies = {slug: body for slug, path in asked.items() if (body := read_one(root, Collectivite, path))}
    try:
        table = read_table(file, column_of, NEEDED)
    except FileNotFoundError:
        return Report((), (), (Refused(file.name, "ce fichier n’existe pas."),))
    except TableError as error:
        return Report((), (), (Refused(file.name, str(error)),))
    if not collectivite and "COLL_SIRET" not in map(column_of, table.header):
        return Report((), (), (Refused(file.name, "aucune colonne COLL_SIRET. Ajoutez : --collectivite NOM"),))
    work = _Work(file.name, layout, bodies, collectivite)
    for (slug, folder, cle), path in layout.actes.items():
        if day := folder_day(folder):
            work.numbers.setdefault((slug, day), {})[number_key(cle)] = path
    _rows(work, table, _matieres(root, layout))
    _seances(work)
    rejects = _rejects_file(file) if work.refused else None
    if rejects:
        write_table(rejects, table.delimiter, _rejects(table, work.refused))
    try:
        write_all(root, work.texts)
    except BaseException:
        if rejects:
            rejects.unlink()
        raise
    return Report(tuple(path for path, _ in work.texts), tuple(work.checks), tuple(_told(work, rejects)))


def _matieres(root: Path, layout: Layout) -> Matieres:
    found = read_one(root, Nomenclature, layout.nomenclature) if layout.nomenclature else None
    return Matieres(found.matieres if found else ())


def _rows(work: _Work, table: Table, matieres: Matieres) -> None:
    names = [column_of(header) or _label(table.header, place) for place, header in enumerate(table.header)]
    dates = [place for place, name in enumerate(names) if name in {"DELIB_DATE", "PREF_DATE"}]
    in_doubt = month_first(row.cells[place] for row in table.rows for place in dates if place < len(row.cells))
    for row in table.rows:
        if fault := row.fault or _ragged(row, names):
            work.refused.append((row, fault))
            continue
        cells = dict(zip(names, [*row.cells, *[""] * len(names)], strict=False))
        cells.pop(REASONS, None)
        entry = read_row(cells, matieres, in_doubt)
        slug = _body(work, cells, entry)
        if slug is None or entry.day is None or entry.faults:
            work.refused.append((row, " ; ".join(entry.faults)))
        else:
            _act(work, row, slug, entry.day, entry)


def _label(header: list[str], place: int) -> str:
    """A column that the schema does not know: its header, or its rank where that names no other."""
    name = one_line(header[place])
    return name if name and header.count(header[place]) == 1 else f"colonne {place + 1}"


def _ragged(row: Row, names: list[str]) -> str:
    """Why a row with too many cells, or too few, cannot be trusted; nothing when what is missing was empty."""
    while len(row.cells) > len(names) and not row.cells[-1].strip():
        row.cells.pop()
    count, last = len(row.cells), names[len(row.cells) - 1 : len(row.cells)]
    if count == len(names) or (count < len(names) and last and last[0] in COLUMNS.keys() - _TEXTS - set(NEEDED)):
        return ""
    return f"{plural(count, 'cellule')} au lieu de {len(names)} : un séparateur ou un saut de ligne est de trop"


def _body(work: _Work, cells: Mapping[str, str], entry: Entry) -> str | None:
    """The body of a row: the one asked for, or that of its SIRET; its faults say why there is none."""
    cell = one_line(cells.get("COLL_SIRET", ""))
    digits = re.sub(r"[\s.]", "", cell)
    siren = digits[:9] if re.fullmatch(r"[0-9]{9}([0-9]{5})?", digits) else ""
    found = [slug for slug, body in work.bodies.items() if body.siren == siren] if siren else []
    if work.asked:
        known = work.bodies[work.asked].siren if work.asked in work.bodies else None
        if siren and known and siren != known:
            entry.faults.append(f"COLL_SIRET : {cell} n’est pas de {work.asked}, dont le SIREN est {known}")
        found = [work.asked]
    elif not siren:
        entry.faults.append(f"COLL_SIRET : non compris « {cell} » (quatorze chiffres)")
    elif len(found) != 1:
        name = one_line(cells.get("COLL_NOM", ""))
        entry.faults.append(f"COLL_SIRET : aucune fiche de collectivité n’a le SIREN {siren} ({name})")
    end = work.bodies[found[0]].jusqu_au if len(found) == 1 and found[0] in work.bodies else None
    if end and entry.day and entry.day > end:
        entry.faults.append(f"DELIB_DATE : la collectivité {found[0]} a existé jusqu’au {end:%d/%m/%Y}")
    return found[0] if len(found) == 1 else None


def _act(work: _Work, row: Row, slug: str, day: dt.date, entry: Entry) -> None:
    """Add the draft of an act, unless its number is taken."""
    numero = entry.values["numero"]
    cle = slugify(numero)[:MAX_SLUG].strip("-")
    path = f"{seance_folder(slug, day.isoformat())}{cle}.yaml"
    taken = work.numbers.setdefault((slug, day), {}).setdefault(number_key(cle), str(row.line))
    if taken.startswith(f"{CONTENT}/"):
        work.already.append(taken)
    elif taken != str(row.line):
        work.refused.append((row, f"DELIB_ID : « {numero} » est déjà, ce jour-là, à la ligne {taken}"))
    elif number_key(numero) != number_key(cle) or cle == "seance" or sort_paths([path]).problems:
        work.refused.append((row, f"DELIB_ID : « {numero} » ne peut pas nommer une fiche"))
    else:
        said = [f"D’après {work.file}, ligne {row.line}."]
        said += ["Sans place dans une fiche :"] if entry.left else []
        said += [f"{name} : {text}" for name, text in entry.left.items()]
        work.add(Deliberation, entry.values, entry.checks, path, "\n".join(said))
        work.seances.setdefault((slug, day), set()).update({entry.left.get("VOTE_EFFECTIF", "")} - {""})


def _seances(work: _Work) -> None:
    """The séances that have no record yet. VOTE_EFFECTIF, who may vote, may not be all the members in office."""
    for (slug, day), counts in sorted(work.seances.items()):
        if (slug, day.isoformat()) not in work.layout.seances:
            told = f"VOTE_EFFECTIF : {', '.join(sorted(counts))}"
            checks = [{"champ": "en_exercice", "passage": told}] if counts else []
            path = f"{seance_folder(slug, day.isoformat())}seance.yaml"
            work.add(Seance, {}, checks, path, f"D’après {work.file}.")


def _rejects_file(file: Path) -> Path:
    """« deliberations-rejets.csv », or the first « …-rejets-2.csv » that is free."""
    stem = re.sub(r"-rejets(-[0-9]+)?$", "", file.stem)
    rank, path = 1, file.with_name(f"{stem}-rejets.csv")
    while path.exists():
        rank += 1
        path = file.with_name(f"{stem}-rejets-{rank}.csv")
    return path


def _rejects(table: Table, refused: list[tuple[Row, str]]) -> list[list[str]]:
    """The rows as found, after the reasons: what is too long for its columns stays at the end."""
    old = next((place for place, header in enumerate(table.header) if header == REASONS), None)

    def without_old(cells: list[str]) -> list[str]:
        return [cell for place, cell in enumerate(cells) if place != old]

    return [[REASONS, *without_old(table.header)], *([reason, *without_old(row.cells)] for row, reason in refused)]


def _told(work: _Work, rejects: Path | None) -> list[Refused]:
    told = []
    if work.already:
        count = plural(len(work.already), "ligne")
        first = f"est déjà dans le registre, rien n’y a changé : {work.already[0]}"
        several = f"sont déjà dans le registre, rien n’y a changé ; la première : {work.already[0]}"
        told.append(Refused(work.file, f"{count} {first if len(work.already) == 1 else several}"))
    told += [Refused(f"{work.file}, ligne {row.line}", reason) for row, reason in work.refused]
    if rejects:
        count = plural(len(work.refused), "ligne")
        told.append(Refused(rejects.name, f"{count} à corriger, puis : registre importer --csv {rejects}"))
    return told
