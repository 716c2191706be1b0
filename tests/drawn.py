"""Hypothesis strategies for the values of any record, found by the declarations of its fields."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from hostile import LINE, STRINGS, TEXT, hides
from registre.model.dates import Duree
from registre.model.fields import Declaration, Fiche, declarations
from registre.model.scalars import MAX_LINE
from variants import NOMS, OBJETS, TEXTES


def shown(character: str) -> bool:
    """Whether a character can be read, on any computer."""
    return (
        not hides(character) and unicodedata.category(character) not in {"Co", "Cn"} and character not in "\ufffc\ufffd"
    )


SIGNS = list("ab:-?[]{},&*#!|>'\"%@` \n\t0é\\~=«’“”\u00a0<.$/_^1")
ANY = st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"]))
READABLE = ANY.filter(shown)
PICKED = st.sampled_from([*OBJETS, *NOMS, *TEXTES, *STRINGS, "01004", "18:30", "no", "null", "~", "2026-03-12", "1e3"])


def line(characters: st.SearchStrategy[str] = READABLE) -> st.SearchStrategy[str]:
    """A value of one line, as the reader gives it back."""
    drawn = st.one_of(PICKED, st.text(characters, max_size=60))
    return drawn.map(lambda text: " ".join(text.split("\n")).strip()).filter(lambda text: 0 < len(text) <= MAX_LINE)


def text(characters: st.SearchStrategy[str] = READABLE) -> st.SearchStrategy[str]:
    """A value of several lines, as the reader gives it back."""
    parts = st.lists(st.one_of(PICKED, st.text(characters, max_size=40)), min_size=1, max_size=5)
    drawn = st.tuples(
        st.sampled_from(["", " ", "\t", "\n", "\n  ", " \n"]), parts, st.sampled_from(["\n", "\n\n", " \n"])
    )
    return drawn.map(lambda drawn: (drawn[0] + drawn[2].join(drawn[1])).rstrip().lstrip("\n")).filter(bool)


def record(fiche: type[Fiche], characters: st.SearchStrategy[str] = READABLE) -> st.SearchStrategy[dict[str, Any]]:
    """The plain values of a record that the reader accepts: any of its keys, those it needs among them."""
    fields = {declared.cle: _value(fiche, declared, characters) for declared in declarations(fiche)}
    needed = {declared.cle for declared in declarations(fiche) if declared.requis is True}
    return st.fixed_dictionaries(
        {cle: fields[cle] for cle in fields if cle in needed},
        optional={cle: fields[cle] for cle in fields if cle not in needed},
    )


def _value(fiche: type[Fiche], declared: Declaration, characters: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if declared.sous_fiche:
        one: st.SearchStrategy[Any] = record(declared.sous_fiche, characters)
    else:
        one = _single(declared, characters).filter(lambda value: _accepted(fiche, declared, value))
    return st.lists(one, max_size=4, min_size=declared.requis is True) if declared.liste else one


def _single(declared: Declaration, characters: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    kind, choices = declared.shape.label if declared.shape else "", declared.choix
    example = declared.exemple.strip('[]"')
    if choices:
        return st.sampled_from(choices)
    if kind.endswith(LINE) or (kind.endswith("texte") and "http" not in example):
        return line(characters)
    if kind.endswith(TEXT):
        return text(characters)
    known: dict[str, st.SearchStrategy[Any]] = {
        "nombre entier": st.integers(0, 999_999_999),
        "date AAAA-MM-JJ": st.dates(dt.date(1790, 1, 1), dt.date(2199, 12, 31)),
        "heure HH:MM": st.times().map(lambda time: dt.time(time.hour, time.minute)),
        "durée": st.builds(Duree, st.integers(1, 999), st.sampled_from(["ans", "mois", "jours"])),
        "oui ou non": st.booleans(),
        "code de matière": st.sampled_from(["1", "1.1", "1.10", "7.10.2"]),
        "numéro de département": st.sampled_from(["01", "2A", "62", "974"]),
        "code INSEE": st.sampled_from(["01004", "2A004", "62001"]),
    }
    return known.get(kind, st.just(example.split(",")[0].split(" ")[0] if declared.liste else example))


def _accepted(fiche: type[Fiche], declared: Declaration, value: Any) -> bool:
    try:
        fiche.model_validate({declared.cle: [value] if declared.liste else value})
    except ValidationError:
        return False
    return True
