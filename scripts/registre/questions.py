"""What `registre initialiser` asks: fields of the records, which explain and read the answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from registre.model.bodies import ACCESSIBILITY, LEGAL_NOTICE, Collectivite, Registre
from registre.model.fields import Declaration, Fiche, declarations, declare
from registre.model.names import slugify
from registre.model.scalars import Adresse, NomCourt
from registre.model.vocabulary import Accessibilite, Choix
from registre.parse.value import read_value

EXAMPLE = "exemple"  # short name of the invented body


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
    def choices(self) -> tuple[Choix, ...]:
        """The closed list that the answer comes from; empty when it is free."""
        return self.field.choix

    @property
    def explained(self) -> str:
        """What is asked, in one paragraph."""
        needed = " (obligatoire)" if self.requis else ""
        choices = f" Au choix : {', '.join(self.choices)}." if self.choices else ""
        return f"{self.field.label}{needed}. {self.field.aide}{choices}"

    def read(self, typed: str) -> tuple[str, str]:
        """(value to write, ""), or ("", what is wrong with the answer, in the words of the field itself)."""
        cle, label = self.field.cle, self.field.label
        typed = re.sub(r"\s", "", typed) if cle == "siren" else typed
        if cle == "nom_court" and typed.strip() in {"", EXAMPLE}:
            return "", f"{label} : donnez-en un, autre que « {EXAMPLE} », qui est celui de l’exemple."
        if not typed.strip():
            needed = f"{label} : une réponse est nécessaire, par exemple : {self.field.exemple}"
            return "", needed if self.requis else ""
        value, fault = read_value(self.fiche, cle, typed, self.option)
        return "" if fault else str(value), fault


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


def default_of(question: Question, answers: Mapping[str, str]) -> str:
    """What no answer means. Until an audit says better, a site is declared « non conforme » (RGAA)."""
    return {
        "nom_court": slugify(
            re.sub("^(Commune|Ville) (de |du |des |d[’'])", "", answers.get("nom", "")).replace("’", "-")
        ),
        "accessibilite": Accessibilite.NON_CONFORME.value,
        "contact_accessibilite": answers.get("courriel") or answers.get("telephone", ""),
    }.get(question.field.cle, "")
