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
from pathlib import Path

import yaml

from registre.build import CONFIG, verify
from registre.depot.form import form_text, names_in
from registre.depot.paths import FORM
from registre.draft.emit import HEAD, record_text
from registre.model.bodies import Collectivite, Registre
from registre.model.fields import NON_RENSEIGNE, declarations
from registre.parse.layout import CONTENT
from registre.problems import report
from registre.questions import QUESTIONS, Question, default_of
from registre.source.files import list_files

START = Path(__file__).parent / "depart"
MANIFEST = START / "nos-fichiers.sha256"  # as `sha256sum` writes it: what may leave, to the byte
OURS = ("collectivites", "conventions", "seances", "registre.yaml")
REGISTRE = f"{CONTENT}/registre.yaml"
SITE_NAME = "Registre des délibérations"
UNCHANGED = "Rien n’a changé."


class InitialiseError(Exception):
    """Nothing was written; the message says why, in French."""


def refuse_what_is_not_ours(root: Path) -> None:
    """Raises InitialiseError when content/ holds anything that somebody typed: only our own files may leave."""
    ours = [line.split("  ", 1) for line in MANIFEST.read_text("utf-8").splitlines()]
    known = {path: digest for digest, path in ours}
    paths, links = list_files(root, CONTENT)
    leaving = [path for path in paths if path.split("/")[1] in OURS]
    foreign = [path for path in leaving if digest_of(root / path) != known.get(path)]
    foreign += [problem.place.path for problem in links]
    if REGISTRE in foreign:
        raise InitialiseError(
            f"Ce registre est déjà initialisé : {REGISTRE} est rempli. {UNCHANGED}\n"
            "Pour changer une réponse, modifiez ce fichier."
        )
    if foreign:
        listed = "\n".join(f"  {path}" for path in foreign[:10]) + ("\n  …" if len(foreign) > 10 else "")
        raise InitialiseError(
            f"Ces fichiers ne sont pas ceux du modèle ; l’initialisation les effacerait :\n{listed}\n{UNCHANGED} "
            f"Gardez-les, et remplissez {REGISTRE} à la main ; ou déplacez-les, puis recommencez."
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
        typed = given.get(cle) or ("" if terminal else default_of(question, answers))
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
        answers[question.field.cle] = _ask(question, default_of(question, answers))
    if asked:
        print("\nLes actes du modèle vont être retirés, et un exemple mis à leur place.")
        if input("Continuer ? oui (Entrée seule) ou non : ").strip().lower() not in {"", "o", "oui"}:
            raise InitialiseError(UNCHANGED)
    return answers


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
    _write(new, REGISTRE, _operator(answers))
    contact = {cle: answers[cle] for cle in ("adresse", "telephone", "courriel") if answers.get(cle)}
    body = {cle: answers[cle] for cle in ("nom", "genre", "siren")} | {"contact": contact}
    path = f"{CONTENT}/collectivites/{answers['nom_court']}.yaml"
    _write(new, path, record_text(Collectivite, body, path))
    _write(new, CONFIG, _settings((root / CONFIG).read_text("utf-8"), answers))
    _write(new, FORM, form_text(names_in(new)))
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
            with contextlib.suppress(KeyboardInterrupt):  # what is left is removed next time
                shutil.rmtree(beside, ignore_errors=True)


def _write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8", newline="\n")


def _operator(answers: Mapping[str, str]) -> str:
    """Who publishes the register: what was answered, and the other keys left empty."""
    keys = [field.cle for field in declarations(Registre)]
    values = {cle: answers.get(cle) for cle in keys} | {"organisme": answers["nom"]}
    said = f"Qui publie ce registre. Une ligne laissée vide est dite « {NON_RENSEIGNE} » sur le site."
    return record_text(Registre, values, REGISTRE, {HEAD: said}, blank=keys)


def _settings(text: str, answers: Mapping[str, str]) -> str:
    """mkdocs.yml with the register's title and address; a line that somebody has already changed stays."""
    name = f"{SITE_NAME}\u00a0– {answers['nom']}"
    title = yaml.safe_dump({"site_name": name}, allow_unicode=True, width=100_000)
    text = text.replace(f"site_name: {SITE_NAME}\n", title, 1)
    address = json.dumps(answers.get("adresse_site", ""))
    return re.sub(r'(?m)^(site_url: !ENV \[REGISTRE_ADRESSE, )""\]$', lambda found: f"{found[1]}{address}]", text)


def _swap(new: Path, old: Path, root: Path) -> None:
    """Put what is in `new` in its place in `root`, by renaming; on any failure, all is put back."""
    old.mkdir()
    with contextlib.ExitStack() as undo:
        for name in (CONFIG, CONTENT, FORM):
            for place in (root / name, old / name):
                place.parent.mkdir(parents=True, exist_ok=True)
            if name != FORM or (root / FORM).exists():
                (root / name).rename(old / name)
                undo.callback((old / name).rename, root / name)
            (new / name).rename(root / name)
            undo.callback((root / name).rename, new / name)
        undo.pop_all()
