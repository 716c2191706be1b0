"""A synthetic register as large as wanted, the same for the same seed: invented bodies, people and acts.

Sizes are those of real registers: séances of 5 to 40 acts, texts of 1 to 40 KB (most of them short), a convention for
one act in six, a PDF for each act when asked.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from writing import siren, tiny_pdf, write_yaml  # noqa: E402

FIRST_DAY = dt.date(2015, 1, 8)
ACTS_A_BODY = 120
GIVEN = ("Anne", "Luc", "Zoé", "Émile", "Maëlle", "Noël", "Inès", "Rémi", "Ève", "Paul", "Léa", "Hugo", "Jade", "Loïc")
KINDS = {"restauration": "Restauration", "informatique": "Informatique", "archivage": "Archivage", "eau": "Eau"}
MATIERES = {"1.1": "Marchés publics", "3.2": "Aliénations", "5.7": "Intercommunalité", "7.1": "Décisions budgétaires"}
OPERATOR = {
    "organisme": "Centre d’Exemple", "adresse": "1 place d’Exemple, 99000 EXEMPLE", "telephone": "03 00 00 00 00",
    "courriel": "accueil@exemple.fr", "directeur_publication": "Anne EXEMPLE", "hebergeur": "Hébergeur d’Exemple",
    "accessibilite": "partielle", "contact_accessibilite": "accueil@exemple.fr",
}  # fmt: skip
# Words that every text has, then those of our councils.
COMMON = (
    "de", "la", "le", "les", "des", "du", "en", "et", "à", "un", "une", "par", "pour", "que", "qui", "dans", "sur",
    "au", "aux", "ce", "cette", "ces", "son", "sa", "ses", "est", "sont", "ne", "pas", "avec", "ou", "sans", "dont",
)  # fmt: skip
WORDS = (
    "conseil", "commune", "séance", "convention", "membres", "vote", "projet", "service", "public", "travaux", "budget",
    "exercice", "voirie", "école", "cantine", "crédit", "subvention", "association", "tarif", "marché", "lot",
    "avenant", "parcelle", "section", "vente", "acquisition", "emprunt", "garantie", "personnel", "poste", "agent",
    "délégation", "compétence", "assainissement", "eau", "forêt", "chemin", "éclairage", "bâtiment", "église", "salle",
    "œuvre", "archives", "numérique", "signature", "transmission", "préfecture", "contrôle", "légalité", "règlement",
    "intérieur", "avis",
)  # fmt: skip
SYLLABLES = (
    "ba", "cé", "chi", "co", "cu", "da", "di", "fau", "fi", "ga", "ju", "la", "lé", "lon", "ma", "mi", "nou", "pa",
    "plé", "qua", "ri", "ro", "san", "ta", "tou", "tré", "va", "vi",
)  # fmt: skip
INVENTED = 6_000  # words, so that a text has as many as a real one
ARTICLES = ("OBJET", "ENGAGEMENTS DU CENTRE", "ENGAGEMENTS DE LA COLLECTIVITÉ", "TARIF", "DURÉE", "LITIGES")


def write_register(root: Path, acts: int, seed: int = 1, pdfs: bool = False) -> Path:
    """Write `root/content` with exactly `acts` acts; returns it."""
    content, rng = root / "content", random.Random(seed)
    shutil.copytree(ROOT / "content" / "pages", content / "pages")
    write_yaml(content / "nomenclature.yaml", {"matieres": [{"code": c, "libelle": t} for c, t in MATIERES.items()]})
    write_yaml(content / "registre.yaml", OPERATOR)
    for slug, name in KINDS.items():
        record = {"nom": name, "description": f"Service d’essai : {name}.", "partenaire": "commune-0"}
        write_yaml(content / "conventions" / slug / "type.yaml", record)
    bodies = max(2, acts // ACTS_A_BODY)
    for rank in range(bodies):
        write_yaml(content / "collectivites" / f"commune-{rank}.yaml", _body(rank))
    left, rank = acts, 0
    while left:
        count = min(left, rng.randint(5, 40))
        _write_sitting(content, rng, rank, bodies, count, pdfs)
        left, rank = left - count, rank + 1
    return content


def _body(rank: int) -> dict[str, Any]:
    return {
        "nom": f"Commune d’Exemple-{rank}", "genre": "commune", "siren": siren(rank), "departement": "99",
        "population": 300 + 37 * rank, "organe": "Conseil municipal", "tribunal": "Tribunal administratif d’Exemple",
    }  # fmt: skip


def _write_sitting(content: Path, rng: random.Random, rank: int, bodies: int, count: int, pdfs: bool) -> None:
    body, turn = rank % bodies, rank // bodies
    day = FIRST_DAY + dt.timedelta(days=turn * 61 + body % 50)
    folder = content / "seances" / f"commune-{body}" / day.isoformat()
    members = [f"{GIVEN[i % len(GIVEN)]} EXEMPLE-{i}" for i in range(rng.choice((11, 15, 19, 27, 33)))]
    there, away = members[: len(members) - 3], members[-3:]
    voters = len(there) + 1
    write_yaml(folder / "seance.yaml", {
        "organe": "Conseil municipal", "heure": "18:30", "lieu": "Salle du conseil", "president": there[0],
        "secretaires": [there[1]], "convocation": day - dt.timedelta(days=8), "en_exercice": len(members),
        "presents": there, "excuses": away[:2], "absents": away[2:], "pouvoirs": [{"de": away[0], "a": there[0]}],
        "decompte": {"presents": len(there), "pouvoirs": 1, "votants": voters},
    })  # fmt: skip
    for position in range(1, count + 1):
        number = f"{day.year}-{turn:02}-{position:02}"
        write_yaml(folder / f"{number}.yaml", _act(folder, rng, number, body, day, voters))
        if pdfs:
            (folder / f"{number}.pdf").write_bytes(tiny_pdf(number))


def _act(folder: Path, rng: random.Random, number: str, body: int, day: dt.date, voters: int) -> dict[str, Any]:
    sent, against = day + dt.timedelta(days=4), rng.choice((0, 0, 0, 1, 2))
    record: dict[str, Any] = {
        "numero": number, "objet": _sentence(rng, rng.randint(4, 16)), "nature": "DE",
        "matiere": rng.choice(list(MATIERES)), "resultat": "adoptee",
        "vote": {"pour": voters - against, "contre": against, "abstention": 0}, "texte": _text(rng),
        "signataire": {"prenom": "Anne", "nom": "EXEMPLE-0", "qualite": "Maire"},
        "teletransmission": {
            "identifiant": f"099-{siren(body)}-{day:%Y%m%d}-{number}-DE",
            "envoi": sent, "reception": sent, "publication": sent,
        },
        "mise_en_ligne": sent + dt.timedelta(days=1),
    }  # fmt: skip
    if rng.random() < 1 / 6:
        name, kind = f"{number}-convention.md", rng.choice(list(KINDS))
        (folder / name).write_text(_convention(rng), "utf-8")
        record["conventions"] = [{"type": kind, "texte": name, "duree": "3 ans", "fin": dt.date(2031, 12, 31)}]
    return record


def _vocabulary() -> tuple[list[str], list[float]]:
    """Words, the most frequent first, and the sum of frequencies up to each: Zipf's law, as in real texts."""
    rng = random.Random(0)
    invented = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(INVENTED)]
    words, ours = list(COMMON), iter(WORDS)
    for rank, word in enumerate(invented):
        if rank % 8 == 0 and (known := next(ours, None)):
            words.append(known)
        words.append(word)
    return words, list(itertools.accumulate(1 / (rank + 3.7) for rank in range(len(words))))


VOCABULARY, FREQUENCIES = _vocabulary()


def _sentence(rng: random.Random, words: int) -> str:
    return " ".join(rng.choices(VOCABULARY, cum_weights=FREQUENCIES, k=words)).capitalize()


def _paragraphs(rng: random.Random, size: int) -> Iterator[str]:
    """Paragraphs, with a list now and then, of some `size` characters together."""
    while size > 0:
        text = _sentence(rng, rng.randint(12, 60)) + "."
        yield "\n".join(f"- {_sentence(rng, 8)} ;" for _ in range(4)) if rng.random() < 0.15 else text
        size -= len(text)


def _text(rng: random.Random) -> str:
    size = round(min(40_000, 1_000 * rng.paretovariate(1.3)))  # median 1.7 KB, one in thirty over 14 KB
    visas = [f"Vu le code général des collectivités territoriales, article L.{rng.randint(1000, 9999)} ;"] * 3
    parts = [*visas, f"Considérant {_sentence(rng, 14).lower()} ;", *_paragraphs(rng, size)]
    decision = [f"Article {rank} : {_sentence(rng, 14)}." for rank in range(1, rng.randint(3, 6))]
    return "\n\n".join([*parts, "Après en avoir délibéré, le conseil municipal :", *decision]) + "\n"


def _convention(rng: random.Random) -> str:
    articles = [
        f"## Article {rank} : {title}\n\n" + "\n\n".join(_paragraphs(rng, 900))
        for rank, title in enumerate(ARTICLES, start=1)
    ]
    return "CONVENTION\n\n" + "\n\n".join(articles) + "\n"
