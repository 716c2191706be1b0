"""A synthetic register: invented bodies, people and acts, the same for the same seed; all that records can say."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from synthetic_seances import Sitting, new_sitting, vote
from writing import siren, tiny_pdf, write_yaml

DEPARTEMENT = "99"  # of no place
TYPES = {
    "restauration": "Restauration scolaire",
    "informatique": "Services informatiques",
    "medecine": "Médecine du travail",
}
MATIERES = {"1.1": "Marchés publics", "3.2": "Aliénations", "5.7": "Intercommunalité", "7.1": "Décisions budgétaires",
            "7.10": "Divers", "8.1": "Enseignement"}  # fmt: skip
TOPICS = ("les tarifs de la cantine", "l’achat d’un œuvre d’art", "la réfection du pont", "le budget annexe de l’eau",
          "l’adhésion au groupement de commandes", "la garderie périscolaire", "le règlement du cimetière")  # fmt: skip
NATURES = ("DE", "DE", "DE", "DE", "DE", "DE", "DE", "CC", "BF", "AR")
LINKS = ("modifie", "retire", "cite", "abroge", "rectifie", "annule", "complete", "remplace")
PAGES = ("a-propos", "accessibilite", "aide", "mentions-legales")
PAGE = (
    "# Page {name}\n\n<!-- registre : exploitant -->\n\n<!-- registre : accessibilite -->\n\n"
    "[Format des enregistrements](../format/index.md)\n\n## Contester un acte {{ #contester-un-acte }}\n\nTexte.\n"
)
CONVENTION = """CONVENTION

Entre le Centre de gestion d’Exemple et la collectivité,

Il est convenu ce qui suit :

## Article 1 : OBJET

La présente convention porte sur le service « {service} ».

## Article 2 : TARIF

| Prestation | Prix |
|---|---|
| Forfait | 120 € |
| À l’acte | 12 € |

$$ T = 120 + 12*n $$

### 2-1 Paiement

1. À réception de la facture
2. Sous trente jours

## Article 3 : DURÉE

Du ..... au .....

Fait en deux exemplaires, le _____
"""


@dataclass
class _Generator:
    """Writes the register séance by séance; `counters`: last number of each body and year; `former`: acts by body."""

    content: Path
    rng: random.Random
    written: int = 0
    counters: dict[tuple[str, int], int] = field(default_factory=dict)
    former: dict[str, list[str]] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)  # slug → SIREN


def write_register(root: Path, acts: int = 300, seed: int = 1) -> Path:
    """Write `root/content` with `acts` acts and return it."""
    generator = _Generator(root / "content", random.Random(seed))
    _write_surroundings(generator)
    slots = _slots(generator, acts)
    for rank, (body, day) in enumerate(slots):
        if rank % 6 == 3:  # a second séance on the day of the one before
            (body, day), folder = slots[rank - 1], f"{slots[rank - 1][1]}-2"
        else:
            folder = day.isoformat()
        left = acts - 1 - generator.written
        _write_sitting(generator, body, day, folder, min(left, generator.rng.randint(5, 20)), rank)
        if generator.written >= acts - 1:
            break
    _write_incomplete(generator)
    return generator.content


def _slots(generator: _Generator, acts: int) -> list[tuple[str, dt.date]]:
    """Bodies in turn, each at its own dates, over four years; the merged body comes first, before its end."""
    slugs = [slug for slug in generator.bodies if slug not in {"cdg-exemple", "vieux-exemple"}]
    count = acts // 5 + 1
    step = max(1, 1500 // max(1, acts // 12))
    days = [dt.date(2022, 1, 13) + dt.timedelta(days=rank * step) for rank in range(count)]
    return [("vieux-exemple" if rank == 0 else slugs[rank % len(slugs)], day) for rank, day in enumerate(days)]


def _write_surroundings(generator: _Generator) -> None:
    content = generator.content
    write_yaml(content / "registre.yaml", {
        "organisme": "Centre de gestion d’Exemple", "adresse": "1 place d’Exemple, 99000 EXEMPLE",
        "telephone": "03 00 00 00 00", "contact_accessibilite": "accueil@exemple.example",
        "directeur_publication": "Anne EXEMPLE", "hebergeur": "Hébergeur d’Exemple", "accessibilite": "partielle",
    })  # fmt: skip
    write_yaml(content / "nomenclature.yaml", {"matieres": [{"code": c, "libelle": t} for c, t in MATIERES.items()]})
    for name in PAGES:
        (content / "pages").mkdir(exist_ok=True)
        (content / "pages" / f"{name}.md").write_text(PAGE.format(name=name), "utf-8")
    for rank, (slug, record) in enumerate(_bodies()):
        generator.bodies[slug] = siren(rank)
        shared = {"siren": siren(rank), "departement": DEPARTEMENT, "tribunal": "Tribunal administratif d’Exemple"}
        write_yaml(content / "collectivites" / f"{slug}.yaml", {**record, **shared})
    for slug, name in TYPES.items():
        folder = content / "conventions" / slug
        write_yaml(folder / "type.yaml", {"nom": name, "description": f"Service d’essai : {name}.\n\nAvec le centre.",
                                          "partenaire": "cdg-exemple"})  # fmt: skip
        for year, more in ((2022, ""), (2024, "\nremplace: modele-2022")):
            header = f"titre: Modèle de {year}\nemetteur: cdg-exemple\nen_usage_depuis: {year}-01-01\nvierge: oui{more}"
            (folder / f"modele-{year}.md").write_text(f"---\n{header}\n---\n{_text(name, year)}", "utf-8")


def _model(year: int) -> str:
    return "modele-2022" if year < 2024 else "modele-2024"


def _text(service: str, year: int) -> str:
    """The convention of a service: its price went up with the second model."""
    text = CONVENTION.format(service=service)
    return text if year < 2024 else text.replace("120", "130")


def _bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "cdg-exemple", {"nom": "Centre de gestion d’Exemple", "sigle": "CDG EX", "genre": "centre-de-gestion"}
    yield "vieux-exemple", {"nom": "Commune de Vieux-Exemple", "genre": "commune", "jusqu_au": dt.date(2023, 12, 31)}
    for rank in range(1, 13):
        yield f"val-exemple-{rank}", {
            "nom": f"Commune de Val-Exemple-{rank}", "genre": "commune", "population": 900 * rank,
            "organe": "Conseil municipal", "succede_a": ["vieux-exemple"] if rank == 1 else None,
            "contact": {"adresse": f"{rank} place de la Mairie", "site": f"https://val-exemple-{rank}.example/"},
        }  # fmt: skip
    yield "cc-exemple", {"nom": "Communauté de communes d’Exemple", "genre": "epci-fiscalite-propre"}
    yield "sm-exemple", {"nom": "Syndicat mixte de l’Œuvre d’Exemple", "genre": "syndicat-mixte-ferme"}


def _write_sitting(generator: _Generator, body: str, day: dt.date, folder: str, count: int, rank: int) -> None:
    target = generator.content / "seances" / body / folder
    numbers = [_next_number(generator, body, day.year) for _ in range(count)]
    sitting = new_sitting(generator.rng, numbers, rank, day)
    if rank % 5 == 2:
        sitting.record["pieces"] = [{"titre": "Procès-verbal", "fichier": "proces-verbal.pdf"}]
        target.mkdir(parents=True, exist_ok=True)
        (target / "proces-verbal.pdf").write_bytes(tiny_pdf("PV"))
    if rank == 5:
        sitting.record["anciennes_adresses"] = [f"actes/{body}/1999-01-01"]
    write_yaml(target / "seance.yaml", sitting.record)
    for position, number in enumerate(numbers):
        _write_act(generator, sitting, (body, day, folder), position, number)


def _next_number(generator: _Generator, body: str, year: int) -> str:
    number = generator.counters[body, year] = generator.counters.get((body, year), 0) + 1
    return f"{year}-{number:03d}" if len(body) % 2 else f"DEL {number:03d} / {year}"


def _slug(number: str) -> str:
    return number.lower().replace(" / ", "-").replace(" ", "-")


def _write_act(
    generator: _Generator, sitting: Sitting, place: tuple[str, dt.date, str], position: int, number: str
) -> None:
    body, day, folder = place
    rank, cle = generator.written, _slug(number)
    generator.written += 1
    target = generator.content / "seances" / body / folder
    record = _act(generator, body, day, rank, number) | vote(sitting, position, rank)
    if rank % 3 == 0:
        kind = list(TYPES)[rank // 3 % 3]
        record["conventions"] = [_convention(kind, f"{cle}-convention.md", body, day, rank // 3)]
        (target / f"{cle}-convention.md").write_text(_text(TYPES[kind], day.year), "utf-8")
    if rank % 10 == 1:
        (target / f"{cle}.pdf").write_bytes(tiny_pdf(f"Acte {rank}"))
    if rank % 30 == 2:
        far = {"titre": "Plan", "adresse": "https://val-exemple-1.example/plan.pdf", "sha256": "0" * 64, "octets": 9000}
        record["pieces"] = [far, {"titre": "Annexe citée", "manquante": "citée, non jointe"}]
    if rank % 40 == 7:
        record["anciennes_adresses"] = [f"actes/{body}/1999-01-01/ancien-{cle}"]
    before = generator.former.setdefault(body, [])
    if rank % 12 == 5 and before and record.get("resultat") in {"adoptee", None}:
        target_act = before[generator.rng.randrange(len(before))]
        record["liens"] = [{"nature": LINKS[rank // 12 % len(LINKS)], "acte": target_act, "precision": "article 2"}]
    if rank % 50 == 9:
        record["liens"] = [{"nature": "annule", "decision": "Tribunal administratif d’Exemple, n° 12", "date": day}]
    else:
        before.append(f"{body}/{folder}/{cle}")
    write_yaml(target / f"{cle}.yaml", record)


def _act(generator: _Generator, body: str, day: dt.date, rank: int, number: str) -> dict[str, Any]:
    topic, nature = TOPICS[rank % len(TOPICS)], NATURES[rank % len(NATURES)]
    sent, stamp = day + dt.timedelta(days=4), number.replace(" / ", "-").replace(" ", "")
    mayor = {"prenom": "Anne", "nom": "EXEMPLE-1", "qualite": "Maire"}
    deputy = {"prenom": "Luc", "nom": "EXEMPLE-2", "qualite": "1er adjoint", "empechement": "Pour le Maire empêché"}
    return {
        "numero": number, "objet": f"Délibération d’essai {rank} sur {topic}", "nature": nature,
        "matiere": list(MATIERES)[rank % len(MATIERES)] if rank % 4 else None,
        "texte": f"Vu le code général des collectivités territoriales,\n\nConsidérant {topic} (essai {rank}),\n\n"
                 f"Après en avoir délibéré, le conseil :\n\n- APPROUVE {topic} ;\n- AUTORISE le maire à signer.\n\n"
                 "Ainsi fait et délibéré les jour, mois et an que dessus.\n",
        "signataire": deputy if rank % 17 == 4 else mayor,
        "teletransmission": None if rank % 25 == 6 else {
            "identifiant": f"0{DEPARTEMENT}-{generator.bodies[body]}-{day:%Y%m%d}-{stamp}-{nature}",
            "envoi": sent, "reception": sent, "publication": sent if rank % 2 else None,
        },
        "non_transmissible": "CGCT, art. L.2131-2" if rank % 25 == 6 else None,
        "mise_en_ligne": None if rank % 13 == 8 else sent + dt.timedelta(days=1),
        "anomalies": [{"passage": f"(essai {rank})", "motif": "imprimé ainsi"}] if rank % 9 == 0 else None,
    }  # fmt: skip


def _convention(kind: str, text: str, body: str, day: dt.date, rank: int) -> dict[str, Any]:
    """The convention number `rank`: what it says of its dates follows from its number alone."""
    return {
        "type": kind, "texte": text, "modele": _model(day.year), "etat": "remplie", "annexe": "ANNEXE N°1",
        "parties": [{"nom": "Centre de gestion d’Exemple", "collectivite": "cdg-exemple", "representant": "Jean ESSAI"},
                    {"nom": "La collectivité", "collectivite": body}],
        **_dates(day, rank),
    }  # fmt: skip


def _dates(day: dt.date, rank: int) -> dict[str, Any]:
    """Printed or computed ends, renewals of both kinds, notices, blanks."""
    start = dt.date(day.year + 1, 1, 1)
    variants: tuple[dict[str, Any], ...] = (
        {"duree": "3 ans", "fin": dt.date(2030, 12, 31), "renouvellement": {"fois": 1, "reconduction": "tacite"}},
        {"debut": start, "duree": "3 ans", "renouvellement": {"fois": 1, "reconduction": "expresse"}},
        {"duree": "5 ans"},
        {"debut": start, "duree": "1 an", "renouvellement": {"reconduction": "tacite"}, "preavis": "3 mois"},
        {"debut": start, "fin": dt.date(day.year + 4, 6, 30)},
        {"debut": start, "duree": "18 mois", "preavis": "30 jours",
         "renouvellement": {"fois": 2, "reconduction": "tacite", "duree": "1 an"}},
        {},
    )  # fmt: skip
    return variants[rank % len(variants)]


def _write_incomplete(generator: _Generator) -> None:
    """An act known by its annex and its stamp, at a date where no séance is known."""
    body, number = "val-exemple-2", "2023-900"
    target = generator.content / "seances" / body / "2023-05-04"
    identifier = f"0{DEPARTEMENT}-{generator.bodies[body]}-20230504-{number}-DE"
    write_yaml(target / f"{number}.yaml", {
        "numero": number, "nature": "DE", "etat": "incomplet", "motif": "Seule l’annexe est connue.",
        "teletransmission": {"identifiant": identifier, "reception": dt.date(2023, 5, 5)},
        "conventions": [_convention("medecine", f"{number}-convention.md", body, dt.date(2023, 5, 4), 0)],
    })  # fmt: skip
    (target / f"{number}-convention.md").write_text(CONVENTION.format(service=TYPES["medecine"]), "utf-8")
