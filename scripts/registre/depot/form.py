"""GitHub's form for depositing acts, written from content/collectivites; and what somebody answered in it.

docs.github.com, « Syntax for GitHub's form schema »: each answer comes in the text of the issue below its label.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from registre.draft.report import Refused
from registre.model.dates import guess_date
from registre.model.names import natural_key
from registre.model.scalars import MAX_SLUG
from registre.parse.corpus import load_corpus
from registre.problems import plural

BODY, DAY, FILES = "Collectivité", "Date de la séance", "Actes tamponnés (PDF)"  # the labels
MAX_FILES = 40

_TEXT = """\
# Écrit d’après content/collectivites par « python -m registre.depot form » : ne le modifiez pas à la main.
name: Déposer des actes
description: Joignez les PDF tamponnés d’une séance ; leurs fiches vous seront proposées, à relire.
title: Dépôt d’actes
body:
  - type: markdown
    attributes:
      value: |
        **Ce que vous joignez ici est public aussitôt**, avant même l’envoi du formulaire, et le reste : un fichier \
joint par erreur ne s’efface pas d’ici.

        Ne joignez jamais :

        - un acte individuel (nomination, avancement, sanction, aide accordée à une personne) ;
        - un document où se lit l’adresse, la date de naissance, la santé, la situation sociale ou les revenus d’une \
personne : occultez-le d’abord. Un rectangle noir posé sur le texte ne l’efface pas.

        Les noms des élus, eux, se publient. Le dépôt n’est lu que si vous avez des droits sur ce registre.
  - type: dropdown
    id: collectivite
    attributes:
      label: {body}
      options:
{options}
    validations:
      required: true
  - type: input
    id: date
    attributes:
      label: {day}
      placeholder: 12/03/2026
    validations:
      required: true
  - type: upload
    id: pdf
    attributes:
      label: {files}
      description: Un PDF par acte, {most} au plus, de 25 Mo chacun. Une seule séance à la fois.
    validations:
      required: true
      accept: ".pdf"
"""
_NONE = "_No response_"
_NOBODY = "Aucune collectivité n’a encore de fiche"
_CHOICE = re.compile(rf"\(([a-z0-9-]{{1,{MAX_SLUG}}})\)\s*$")
_ADDRESS = re.compile(r"https?://[^\s()<>\[\]\"'`]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Request:
    """What is deposited: the short name of the body, the day of the séance, the addresses of the PDFs."""

    collectivite: str
    day: dt.date
    addresses: tuple[str, ...]


class FormError(Exception):
    """The form is not filled in as it should be; carries every reason."""

    def __init__(self, reasons: list[Refused]) -> None:
        super().__init__(reasons)
        self.reasons = tuple(reasons)


def form_text(names: Mapping[str, str]) -> str:
    """The file of the form. `names`: the name of each body by its short name."""
    choices = [f"{name} ({slug})" for slug, name in names.items()] or [_NOBODY]
    # A JSON string is a YAML one, and GitHub refuses bare words such as « None ».
    options = "\n".join(f"        - {json.dumps(choice, ensure_ascii=False)}" for choice in choices)
    return _TEXT.format(body=BODY, day=DAY, files=FILES, options=options, most=MAX_FILES)


def names_in(root: Path) -> dict[str, str]:
    """The name of each body of a register by short name, in the order of the names."""
    names = {slug: record.value.nom for slug, record in load_corpus(root).collectivites.items()}
    return dict(sorted(names.items(), key=lambda item: natural_key(f"{item[1]} ({item[0]})")))


def read_form(text: str, root: Path) -> Request:
    """What the text of an issue asks for. Raises FormError, with all that is wrong."""
    answers = _answers(text)
    reasons: list[Refused] = []
    found = _CHOICE.search(answers.get(BODY, ""))
    slug = found[1] if found else ""
    if not slug:
        reasons.append(Refused(BODY, "choisissez-la dans la liste."))
    elif not (root / f"content/collectivites/{slug}.yaml").is_file():
        reasons.append(Refused(BODY, f"« {slug} » n’a pas de fiche dans content/collectivites/."))
    typed = answers.get(DAY, "")
    day = guess_date(typed)
    if not day:
        told = f"« {typed[:50]} » n’est pas une date. " if typed else ""
        reasons.append(Refused(DAY, f"{told}Écrivez par exemple 12/03/2026."))
    addresses = tuple(dict.fromkeys(_ADDRESS.findall(answers.get(FILES, ""))))
    if not addresses:
        reasons.append(Refused(FILES, "aucun PDF n’est joint."))
    elif len(addresses) > MAX_FILES:
        reasons.append(
            Refused(FILES, f"{plural(len(addresses), 'fichier')} ; {MAX_FILES} au plus. Faites plusieurs dépôts.")
        )
    if reasons:
        raise FormError(reasons)
    return Request(slug, dt.date.fromisoformat(day), addresses)


def _answers(text: str) -> dict[str, str]:
    """The answers by label; the first of each counts, and an empty one is left out."""
    answers: dict[str, str] = {}
    label = ""
    for line in text.splitlines():
        if line.startswith("### ") and line[4:].strip() in {BODY, DAY, FILES} - set(answers):
            label = line[4:].strip()
            answers[label] = ""
        elif label:
            answers[label] += f"{line}\n"
    read = {label: answer.strip() for label, answer in answers.items()}
    return {label: answer for label, answer in read.items() if answer not in {"", _NONE}}
