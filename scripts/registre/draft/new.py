"""`registre nouveau`: a record to complete, with all that the register already knows, each guess to be checked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from registre.draft.body import RECENT, Body, Held, UnknownError, read_folder
from registre.draft.emit import HEAD, ExistingFileError, record_text, write_new
from registre.draft.numbers import next_number
from registre.model.deliberation import Deliberation, Signataire
from registre.model.names import name_key, slugify
from registre.model.scalars import MAX_SLUG
from registre.model.seance import Seance
from registre.model.vocabulary import Nature
from registre.parse.layout import folder_day, seance_folder, sort_paths
from registre.parse.value import read_value

_HEAD = (
    "Brouillon préparé par « registre nouveau ». Complétez-le d’après le document : ce qu’il ne dit pas se laisse "
    "vide.\nQuand tout est vérifié, supprimez `brouillon` et `a_verifier` : {sera}."
)
_SEANCE_BLANK = (
    "heure", "lieu", "secretaires", "convocation", "affichage", "presents", "excuses", "absents", "pouvoirs",
    "decompte", "liste", "president", "en_exercice",
)  # fmt: skip
_ACTE_BLANK = (
    "objet", "resultat", "vote", "texte", "signataire", "teletransmission", "mise_en_ligne", "conventions",
)  # fmt: skip
_NEXT = """\
{path} est écrit. Et ensuite :
  1. Complétez-le : chaque ligne vide dit à quoi elle sert.
  2. registre verifier dit ce qui est à corriger ; registre servir montre la page.
  3. {more}
  4. Pour publier, supprimez « brouillon » et « a_verifier »."""


def new_seance(root: Path, body: str, date: str) -> str:
    """Write the record of a séance; what to do next. Raises UnknownError, ExistingFileError or OSError."""
    folder = read_folder(date)
    known = Body(root, body)
    path = f"{seance_folder(body, folder)}seance.yaml"
    if (body, folder) in known.layout.seances:
        again = _other_folder(known, folder)
        another = f" Pour une autre séance le même jour : registre nouveau seance {body} {again}" if again else ""
        raise ExistingFileError(f"{path} existe déjà : il n’a pas été touché.\nOuvrez-le pour le compléter.{another}")
    last = next(known.seances_before(folder), None)
    values: dict[str, Any] = {"organe": known.collectivite.organe, "brouillon": True}
    comments = {HEAD: _HEAD.format(sera="la séance sera publiée")}
    if last:
        _from_last(last, values, comments)
    write_new(root, path, record_text(Seance, values, path, comments, _SEANCE_BLANK))
    return _NEXT.format(path=path, more=f"Pour chacune de ses délibérations : registre nouveau acte {body} {folder}")


def _other_folder(known: Body, folder: str) -> str | None:
    """The folder of one more séance on the same day, where there is one left."""
    folders = (f"{folder_day(folder)}-{rank}" for rank in range(2, 10))
    return next((other for other in folders if (known.body, other) not in known.layout.seances), None)


def _from_last(last: Held, values: dict[str, Any], comments: dict[str, str]) -> None:
    """What the séance before tells of this one: to check."""
    fiche = last.fiche
    guesses = {"president": fiche.president, "en_exercice": fiche.en_exercice, "presents": list(fiche.presents)}
    guesses = {cle: value for cle, value in guesses.items() if value}
    values.setdefault("organe", fiche.organe)
    values |= guesses | {"a_verifier": [{"champ": cle, "passage": f"repris de {last.name}"} for cle in guesses]}
    if fiche.presents:
        comments["presents"] = f"Les présents de {last.name} : retirez qui n’est pas là, ajoutez qui manque."
    for cle, label, names in (("excuses", "excusés", fiche.excuses), ("absents", "absents", fiche.absents)):
        if names:
            comments[cle] = f"Les {label} de {last.name} : {', '.join(names)}."


def new_acte(root: Path, body: str, date: str, number: str | None = None) -> str:
    """Write the record of an act; what to do next. Raises UnknownError, ExistingFileError or OSError."""
    folder = read_folder(date)
    known = Body(root, body)
    if (body, folder) not in known.layout.seances:
        raise UnknownError(
            f"La séance {body} {folder} n’a pas encore sa fiche. Écrivez-la d’abord : "
            f"registre nouveau seance {body} {folder}"
        )
    before = [held for held in (known.seance(folder), *itertools.islice(known.seances_before(folder), RECENT)) if held]
    actes = [(held, known.actes(held.folder)) for held in before]
    numero = _typed_number(number) if number is not None else _next_number(known, folder, actes)
    path = _path(known, folder, numero)
    values: dict[str, Any] = {"numero": numero, "nature": Nature.DE, "brouillon": True}
    checks = {} if number is not None else {"numero": "suite des derniers numéros"}
    checks["nature"] = "celle de presque toutes les délibérations ; le tampon la dit"
    if found := next(_signed(actes), None):
        held, acte, signataire = found
        values["signataire"] = {cle: getattr(signataire, cle) for cle in ("civilite", "prenom", "nom", "qualite")}
        checks["signataire"] = f"repris de l’acte {acte.numero} de {held.name}"
    values["a_verifier"] = [{"champ": cle, "passage": passage} for cle, passage in checks.items()]
    comments = {HEAD: _HEAD.format(sera="l’acte sera publié")}
    write_new(root, path, record_text(Deliberation, values, path, comments, _ACTE_BLANK))
    pdf = f"{path.removesuffix('.yaml')}.pdf"
    return _NEXT.format(path=path, more=f"Son PDF signé, s’il y en a un, s’enregistre à côté : {pdf}")


def _signed(actes: list[tuple[Held, list[Deliberation]]]) -> Iterator[tuple[Held, Deliberation, Signataire]]:
    """The acts that the one who presides over the first séance has signed, the latest first."""
    president = actes[0][0].fiche.president if actes else None
    for held, ones in actes:
        wanted = name_key(president or held.fiche.president or "")
        for acte in reversed(ones):
            by = acte.signataire
            if by is None or by.empechement or acte.brouillon:
                continue
            if wanted and name_key(f"{by.prenom or ''} {by.nom or ''}") == wanted:
                yield held, acte, by


def _typed_number(typed: str) -> str:
    numero, fault = read_value(Deliberation, "numero", typed, "NUMERO")
    if fault or not numero:
        raise UnknownError(fault or "Numéro : rien n’est écrit.")
    return str(numero)


def _next_number(known: Body, folder: str, actes: list[tuple[Held, list[Deliberation]]]) -> str:
    """The number that follows. Raises UnknownError when it is in doubt, or taken."""
    series = [(held.day, [acte.numero for acte in ones if acte.numero]) for held, ones in reversed(actes)]
    day = folder_day(folder)
    guessed = next_number(series, day) if day else None
    this_year = {cle for body, other, cle in known.layout.actes if body == known.body and other[:4] == folder[:4]}
    if guessed and slugify(guessed) not in this_year:
        return guessed
    last = next((numbers[-1] for _, numbers in reversed(series) if numbers), None)
    hint = f" (le dernier est {last})" if last else ""
    raise UnknownError(
        f"Le numéro de l’acte ne se devine pas{hint}. Donnez-le, comme il est imprimé :\n"
        f"  registre nouveau acte {known.body} {folder} NUMÉRO"
    )


def _path(known: Body, folder: str, numero: str) -> str:
    """Where the act goes. Raises UnknownError when its number names no file, ExistingFileError when it is there."""
    cle = slugify(numero)[:MAX_SLUG].strip("-")
    path = f"{seance_folder(known.body, folder)}{cle}.yaml"
    if not cle:
        raise UnknownError(f"« {numero} » ne peut pas nommer une fiche : il y faut une lettre ou un chiffre.")
    if problems := sort_paths([path]).problems:
        raise UnknownError(f"{problems[0].title}\n{problems[0].remedy}")
    if (known.body, folder, cle) in known.layout.actes:
        raise ExistingFileError(
            f"{path} existe déjà : il n’a pas été touché.\nOuvrez-le pour le compléter. Pour un autre acte, donnez son "
            f"numéro : registre nouveau acte {known.body} {folder} NUMÉRO"
        )
    return path
