"""One value typed outside of any file: on the command line, or as an answer."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from registre.model.fields import Fiche
from registre.parse.explain import explain
from registre.problems import Place
from registre.source.characters import odd_in
from registre.source.files import SourceFile
from registre.source.yaml import Mapping


def read_value(fiche: type[Fiche], cle: str, typed: str, name: str) -> tuple[Any, str]:
    """(the value of the field, ""), or (None, what is wrong with it, in the words of the field itself).

    `name`: what the value is called where it was typed (an option, a column).
    """
    problems = list(odd_in(typed, Place(name)))
    if not problems:
        try:
            return getattr(fiche.model_validate({cle: typed.strip()}), cle), ""
        except ValidationError as error:
            nowhere = SourceFile(name, "")
            problems = [explain(detail, fiche, Mapping(1), nowhere) for detail in error.errors(include_url=False)]
    told = "\n".join(line for problem in problems for line in (problem.title, problem.remedy))
    return None, told.replace(f"{cle}: ", "")
