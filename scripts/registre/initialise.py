"""`registre initialiser`: the template becomes somebody's own register.

Our acts leave; an example, the record of the new body and what the law asks of the site (content/registre.yaml) come.
All of it is written, or nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from registre.build import CONFIG, verify
from registre.model.bodies import ACCESSIBILITY, LEGAL_NOTICE, Collectivite, Registre
from registre.model.fields import NON_RENSEIGNE, Declaration, Fiche, declarations, declare
from registre.model.names import slugify
from registre.model.scalars import Adresse, NomCourt
from registre.model.vocabulary import Accessibilite, Choix
from registre.parse.explain import explain
from registre.parse.layout import CONTENT
from registre.problems import Place, report
from registre.render.reference import kind_of
from registre.source.files import SourceFile, hidden_in, list_files
from registre.source.yaml import Mapping as Tree

START = Path(__file__).parent / "depart"
MANIFEST = START / "nos-fichiers.sha256"  # as `sha256sum` writes it: what may leave, to the byte
EXAMPLE = "exemple"  # short name of the invented body
OURS = ("collectivites", "conventions", "seances", "registre.yaml")
SITE_NAME = "Registre des délibérations"
UNCHANGED = "Rien n’a changé."


class InitialiseError(Exception):
    """Nothing was written; the message says why, in French."""


class Depart(Fiche):
    """What is asked besides the fields of the records."""

    nom_court: NomCourt | None = declare(
        "Nom court",
        "Il entre dans l’adresse des pages, et ne changera plus. Sans réponse, il vient du nom.",
        "sainte-foy",
    )
    adresse_site: Adresse | None = declare(
        "Adresse du site",
        "Où le site sera publié. Inutile avec GitHub Pages, qui la donne.",
        "https://actes.exemple.fr/",
    )


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to ask: the field that explains it and reads the answer."""

    fiche: type[Fiche]
    field: Declaration
    requis: bool

    @property
    def option(self) -> str:
        """The same question as an option of the command."""
        return f"--{self.field.cle.replace('_', '-')}"

    @property
    def choices(self) -> list[Choix]:
        """The closed list that the answer comes from; empty when it is free."""
        return kind_of(self.field)[1]

    @property
    def explained(self) -> str:
        """What is asked, in one paragraph."""
        needed = " (obligatoire)" if self.requis else ""
        choices = f" Au choix : {', '.join(self.choices)}." if self.choices else ""
        return f"{self.field.label}{needed}. {self.field.aide}{choices}"

    def read(self, typed: str) -> tuple[str, str]:
        """(value to write, ""), or ("", what is wrong with the answer, in the words of the field itself)."""
        cle, label = self.field.cle, self.field.label
        if cle == "nom_court" and typed.strip() in {"", EXAMPLE}:
            return "", f"{label} : donnez-en un, autre que « {EXAMPLE} », qui est celui de l’exemple."
        if not typed.strip():
            needed = f"{label} : une réponse est nécessaire, par exemple : {self.field.exemple}"
            return "", needed if self.requis else ""
        problems = list(hidden_in(typed, Place(self.option)))
        if not problems:
            try:
                record = self.fiche.model_validate({cle: typed.strip()})
                return str(getattr(record, cle)), ""
            except ValidationError as error:
                nowhere = SourceFile(self.option, "")
                problems = [explain(e, self.fiche, Tree(1), nowhere) for e in error.errors(include_url=False)]
        told = "\n".join(line for problem in problems for line in (problem.title, problem.remedy))
        return "", told.replace(f"{cle}: ", "")


def _questions() -> tuple[Question, ...]:
    """The new body, the site, then all that content/registre.yaml says of its operator (whose name is the body's)."""
    asked: list[tuple[type[Fiche], str, bool]] = [(Collectivite, "nom", True), (Depart, "nom_court", False)]
    asked += [(Collectivite, "genre", True), (Collectivite, "siren", True), (Depart, "adresse_site", False)]
    needed = {*LEGAL_NOTICE, *ACCESSIBILITY}
    asked += [
        (Registre, field.cle, field.cle in needed) for field in declarations(Registre) if field.cle != "organisme"
    ]
    return tuple(
        Question(fiche, next(f for f in declarations(fiche) if f.cle == cle), requis) for fiche, cle, requis in asked
    )


QUESTIONS = _questions()


def refuse_what_is_not_ours(root: Path) -> None:
    """Raises InitialiseError when content/ holds anything that somebody typed: only our own files may leave."""
    ours = [line.split("  ", 1) for line in MANIFEST.read_text("utf-8").splitlines()]
    known = {path: digest for digest, path in ours}
    paths, links = list_files(root, CONTENT)
    leaving = [path for path in paths if path.split("/")[1] in OURS]
    foreign = [path for path in leaving if digest_of(root / path) != known.get(path)]
    foreign += [problem.place.path for problem in links]
    if f"{CONTENT}/registre.yaml" in foreign:
        raise InitialiseError(
            f"Ce registre est déjà initialisé : {CONTENT}/registre.yaml est rempli. {UNCHANGED}\n"
            "Pour changer une réponse, modifiez ce fichier."
        )
    if foreign:
        listed = "\n".join(f"  {path}" for path in foreign[:10]) + ("\n  …" if len(foreign) > 10 else "")
        raise InitialiseError(
            f"Ces fichiers ne sont pas ceux du modèle ; l’initialisation les effacerait :\n{listed}\n{UNCHANGED} "
            f"Gardez-les, et remplissez {CONTENT}/registre.yaml à la main ; ou déplacez-les, puis recommencez."
        )


def digest_of(path: Path) -> str:
    """SHA-256 of a text, whatever the ends of its lines."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def read_options(given: Mapping[str, str], terminal: bool) -> dict[str, str]:
    """The answers given as options; the others are asked on the terminal. Raises InitialiseError, with all its reasons.

    `given`: answers by key of the field, as typed.
    """
    answers: dict[str, str] = {}
    wrong: list[str] = []
    for question in QUESTIONS:
        cle = question.field.cle
        typed = given.get(cle) or ("" if terminal else _default(question, answers))
        answers[cle], fault = question.read(typed)
        # What is missing will be asked, or comes from an answer that is itself missing.
        later = not typed and (terminal or (cle in {"nom_court", "contact_accessibilite"} and wrong))
        if fault and not later:
            wrong.append(f"{question.option}\n" + "\n".join(f"  {line}" for line in fault.splitlines()))
    if wrong:
        raise InitialiseError(
            "\n\n".join(["À donner ou à corriger :", *wrong, f"{UNCHANGED} Voir : registre initialiser --aide"])
        )
    asked = [question for question in QUESTIONS if terminal and question.field.cle not in given]
    for question in asked:
        answers[question.field.cle] = _ask(question, _default(question, answers))
    if asked:
        print("\nLes actes du modèle vont être retirés, et un exemple mis à leur place.")
        if input("Continuer ? oui (Entrée seule) ou non : ").strip().lower() not in {"", "o", "oui"}:
            raise InitialiseError(UNCHANGED)
    return answers


def _default(question: Question, answers: Mapping[str, str]) -> str:
    """What no answer means. Until an audit says better, a site is declared « non conforme » (RGAA)."""
    return {
        "nom_court": slugify(answers.get("nom", "").replace("’", "-")),
        "accessibilite": Accessibilite.NON_CONFORME.value,
        "contact_accessibilite": answers.get("courriel") or answers.get("telephone", ""),
    }.get(question.field.cle, "")


def _ask(question: Question, default: str) -> str:
    """Put one question, again until its answer is right."""
    field = question.field
    print(f"\n{question.explained}")
    alone = "" if question.requis and not default else f" ; Entrée seule : {default or NON_RENSEIGNE}"
    print(f"  Par exemple : {field.exemple}{alone}")
    while True:
        value, fault = question.read(input("> ").strip() or default)
        if not fault:
            return value
        print("\n".join(f"  {line}" for line in fault.splitlines()))


def write(root: Path, answers: Mapping[str, str]) -> None:
    """Make the register of `answers`, by key: beside first, verified, then put in its place. Raises InitialiseError."""
    beside = root / "build" / "initialiser"
    shutil.rmtree(beside, ignore_errors=True)
    new = beside / "nouveau"
    shutil.copytree(root / CONTENT, new / CONTENT, ignore=shutil.ignore_patterns(*OURS))
    shutil.copytree(START / CONTENT, new / CONTENT, dirs_exist_ok=True)
    operator = {field.cle: answers.get(field.cle, "") for field in declarations(Registre)} | {
        "organisme": answers["nom"]
    }
    head = f"# Qui publie ce registre. Une ligne laissée vide est dite « {NON_RENSEIGNE} » sur le site.\n"
    _write(new / CONTENT / "registre.yaml", head + _record(operator))
    body = {cle: answers[cle] for cle in ("nom", "genre", "siren")}
    _write(new / CONTENT / "collectivites" / f"{answers['nom_court']}.yaml", _record(body))
    _write(new / CONFIG, _settings((root / CONFIG).read_text("utf-8"), answers))
    try:
        blocking = [problem for problem in verify(new)[1] if problem.blocks]
        if blocking:
            raise InitialiseError(f"{report(blocking)}\n\n{UNCHANGED}")
        _swap(new, beside / "ancien", root)
    except OSError as error:
        raise InitialiseError(
            f"{error.filename or CONTENT} n’a pas pu être remplacé : fermez les programmes qui ont ces fichiers "
            f"ouverts, puis recommencez. {UNCHANGED}"
        ) from error
    finally:
        if (root / CONTENT).is_dir():  # else the old one is in `beside`, and could not be put back
            shutil.rmtree(beside, ignore_errors=True)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _record(values: Mapping[str, str]) -> str:
    """A record of single lines, quoted where YAML asks for it; an empty value leaves its key empty."""
    return "".join(_dumped(cle, value) if value else f"{cle}:\n" for cle, value in values.items())


def _dumped(cle: str, value: str) -> str:
    return yaml.safe_dump({cle: value}, allow_unicode=True, width=100_000)


def _settings(text: str, answers: Mapping[str, str]) -> str:
    """mkdocs.yml with the register's title and address; a line that somebody has already changed stays."""
    title = _dumped("site_name", f"{SITE_NAME}\u00a0– {answers['nom']}")
    text = text.replace(f"site_name: {SITE_NAME}\n", title, 1)
    address = json.dumps(answers.get("adresse_site", ""))
    return re.sub(r'(?m)^(site_url: !ENV \[REGISTRE_ADRESSE, )""\]$', lambda found: f"{found[1]}{address}]", text)


def _swap(new: Path, old: Path, root: Path) -> None:
    """Put what is in `new` in its place in `root`, by renaming; on any failure, all is put back."""
    old.mkdir()
    with contextlib.ExitStack() as undo:
        for name in (CONFIG, CONTENT):
            (root / name).rename(old / name)
            undo.callback((old / name).rename, root / name)
            (new / name).rename(root / name)
            undo.callback((root / name).rename, new / name)
        undo.pop_all()
