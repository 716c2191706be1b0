"""The conventions as data: what the table « Conventions au … » says of each, in files that browsers and others read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registre.model.names import natural_key
from registre.model.terms import EtatJour
from registre.register.conventions import ConventionType
from registre.register.entries import Register
from registre.register.signed import Signed
from registre.register.urls import body_url, type_url
from registre.render import terms
from registre.render.listing import by_key
from registre.render.page import Page

LIMIT = 500_000  # octets of a file, at most
NAME = "conventions"

# What each key of a line means; what is not known is left out.
FIELDS = {
    "acte": "référence de l’acte : collectivité, séance, numéro",
    "url": "adresse de la convention, à partir de celle du registre",
    "numero": "numéro de l’acte",
    "objet": "objet de l’acte",
    "date": "jour de la séance, ou celui de l’identifiant de l’acte si la séance n’est pas connue",
    "dateDite": "dans ce dernier cas, d’où vient la date",
    "decision": "ce que l’acte a décidé ; la partie que son formulaire laisse en blanc",
    "incomplet": "oui, si seule l’annexe est connue, et non la décision",
    "collectivite": "nom court de la collectivité",
    "nom": "nom de la collectivité",
    "type": "nom court du type de convention",
    "typeNom": "nom du type de convention",
    "partenaire": "nom court du partenaire du type",
    "partenaireNom": "nom du partenaire",
    "modele": "nom court du modèle suivi",
    "modeleTitre": "titre du modèle",
    "debut": "premier jour",
    "fin": "dernier jour",
    "finDit": "d’où vient la date de fin, ou pourquoi elle manque",
    "finPossible": "dernier jour avec tous les renouvellements permis",
    "finPossibleDit": "d’où vient cette date",
    "etats": "états l’un après l’autre : premier jour (vide : depuis toujours), nom, mots, aspect, raison",
}
Line = dict[str, object]


@dataclass(frozen=True, slots=True)
class TypeFiles:
    """A type that has conventions, and the files that hold them."""

    kind: ConventionType
    paths: Sequence[str]

    @property
    def data(self) -> dict[str, object]:
        """The same, as the page gives it to the browser: the first file, which names the next."""
        partner = self.kind.partner
        known = {"partenaire": partner.slug, "partenaireNom": partner.label} if partner else {}
        return {"type": self.kind.slug, "nom": self.kind.fiche.nom, **known, "fichier": self.paths[0]}


def line(signed: Signed) -> Line:
    """What is known of a convention; the keys are those of FIELDS, dates are « 2026-03-12 »."""
    act, convention, terme = signed.act, signed.convention, signed.terme
    partner, model, possible = convention.type.partner, convention.model, terme.fin_possible
    last = possible if possible and possible.jour else None
    found: dict[str, object] = {
        "acte": act.reference,
        "url": signed.url,
        "numero": act.fiche.numero,
        "objet": act.fiche.objet,
        "date": _iso(act.day),
        "dateDite": None if act.sitting.fiche else "d’après l’identifiant",
        "decision": terms.decision(signed),
        "incomplet": "oui" if act.incomplete else None,
        "collectivite": act.body.slug,
        "nom": act.body.label,
        "type": convention.type.slug,
        "typeNom": convention.type.fiche.nom,
        "partenaire": partner and partner.slug,
        "partenaireNom": partner and partner.label,
        "modele": model and model.slug,
        "modeleTitre": model and model.fiche.titre,
        "debut": _iso(terme.debut),
        "fin": _iso(terme.fin.jour),
        "finDit": terms.how(terme.fin, convention.fiche),
        "finPossible": _iso(last.jour) if last else None,
        "finPossibleDit": terms.how(last, convention.fiche) if last else None,
        "etats": terms.steps(signed),
    }
    return {key: value for key, value in found.items() if value}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def counts(conventions: Iterable[Signed], day: dt.date | None) -> list[tuple[EtatJour, int]]:
    """How many are in each state on a day, in the order of states; none for a state that none has."""
    groups = by_key(conventions, lambda signed: signed.on(day).etat)
    return [(state, len(groups[state])) for state in EtatJour if state in groups]


def table_files(register: Register) -> tuple[list[TypeFiles], list[Page]]:
    """The types that have conventions, in the order of names, and all files: of each type, of each body."""
    lines = [(signed, _json(line(signed))) for signed in register.conventions]
    types = by_key(lines, lambda pair: pair[0].convention.type.slug)
    bodies = by_key(lines, lambda pair: pair[0].act.body.slug)
    kinds = sorted((register.types[slug] for slug in types), key=lambda kind: natural_key(kind.fiche.nom))
    of_types = [_files(type_url(kind.slug), register.day, types[kind.slug]) for kind in kinds]
    of_bodies = [_files(body_url(slug), register.day, found) for slug, found in bodies.items()]
    listed = [TypeFiles(kind, [page.path for page in pages]) for kind, pages in zip(kinds, of_types, strict=True)]
    return listed, [page for pages in (*of_types, *of_bodies) for page in pages]


def _files(folder: str, day: dt.date | None, lines: Iterable[tuple[Signed, str]]) -> list[Page]:
    """« conventions.json », then « conventions-2.json »…, each naming the next: {"jour", "lignes", "suite"}."""
    parts = _cut(text for _, text in lines)
    names = [f"{NAME}.json" if rank == 1 else f"{NAME}-{rank}.json" for rank in range(1, len(parts) + 1)]
    pages = []
    for name, following, texts in zip(names, [*names[1:], None], parts, strict=True):
        head = f'{{"jour":{_json(_iso(day))},'
        tail = f'],"suite":{_json(following)}}}\n' if following else "]}\n"
        pages.append(Page(folder + name, head + '"lignes":[\n' + ",\n".join(texts) + tail))
    return pages


def _cut(texts: Iterable[str]) -> list[list[str]]:
    """Lines in files of LIMIT octets at most, what stands around the lines included."""
    parts, size = list[list[str]](), LIMIT
    for text in texts:
        octets = len(text.encode()) + 2
        if size + octets > LIMIT - 100:
            parts.append([])
            size = 0
        parts[-1].append(text)
        size += octets
    return parts


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
