"""What looks personal in a text: found where it is, silent on the numbers that every act is full of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from registre.model.personal import looks_individual, personal_data

TRIALS = Path(__file__).parents[2] / "shared" / "essais" / "etiquettes" / "dev"


@pytest.mark.parametrize(
    ("text", "kind", "passage"),
    [
        ("joindre M. ROUX au 06 12 34 56 78.", "numéro de téléphone", "06 12 34 56 78"),
        ("05.00.00.00.15- Fax", "numéro de téléphone", "05.00.00.00.15"),
        ("tél. n° 0612345678", "numéro de téléphone", "0612345678"),
        ("+33 (0)6 12 34 56 78", "numéro de téléphone", "+33 (0)6 12 34 56 78"),
        ("06\u202f12\u202f34\u202f56\u202f78", "numéro de téléphone", "06 12 34 56 78"),
        ("+262 692 12 34 56", "numéro de téléphone", "+262 692 12 34 56"),
        ("écrire à zoe.leroy+ecole@exemple.fr.", "adresse électronique", "zoe.leroy+ecole@exemple.fr"),
        ("n° 2 95 10 99 126 111 93", "numéro de sécurité sociale", "2 95 10 99 126 111 93"),
        ("295109912611193,", "numéro de sécurité sociale", "295109912611193"),
        ("1 85 05 2A 006 084 35", "numéro de sécurité sociale", "1 85 05 2A 006 084 35"),
        ("FR76 3000 6000 0112 3456 7890 189 BIC ABCDFRPP", "IBAN", "FR76 3000 6000 0112 3456 7890 189"),
        ("FR7630006000011234567890189", "IBAN", "FR7630006000011234567890189"),
        ("Mme ROUX, née le 12 mars 1980,", "date de naissance", "née le 12 mars 1980"),
        ("Née à Lille, le 1er janvier 1975", "date de naissance", "Née à Lille, le 1er janvier 1975"),
        ("NÉ(E) LE 12/03/1980", "date de naissance", "NÉ(E) LE 12/03/1980"),
        ("né le\n    12 mars 1980", "date de naissance", "né le 12 mars 1980"),
        ("date de naissance : 12.03.80", "date de naissance", "naissance : 12.03.80"),
        ("demeurant 3 bis rue des Lilas à Lens.", "adresse du domicile", "demeurant 3 bis rue des Lilas à Lens"),
    ],
)
def test_what_looks_personal_is_found(text: str, kind: str, passage: str) -> None:
    assert [(found.kind, found.passage) for found in personal_data(text)] == [(kind, passage)]


@pytest.mark.parametrize(
    "text",
    [
        "marché n° 0612345678",
        "SIRET 216 200 006 00012",
        "062-216200006-20260312-014-DE",
        "1 500 000,00 € puis 0,12 € et 10 000 000 F",
        "chapitres 01 02 03 04 05 06 07",
        "le 02-03-2024, le 02.03.2024 et le 2024-03-02",
        "loi n° 84-53 du 26 janvier 1984, décret n° 2021-1311",
        "parcelles AB 123, AC 0045 et ZK 12",
        "08 00 00 00 00",
        "2 95 10 99 126 111 94",
        "FR76 3000 6000 0112 3456 7890 188",
        "mairie@exemple.fr, service.urbanisme@exemple.fr, dpo@exemple.fr, Mairie-Exemple@exemple.fr",
        "la commune nouvelle, née de la fusion, le 1er janvier 2017",
        "les élèves demeurant sur la commune au 1er janvier 2026, ou demeurant à plus de 3 km",
        "b" * 5 + "0612345678" + "c" * 5,
        "https://exemple.fr/0612345678/",
    ],
)
def test_numbers_of_every_day_are_not_personal(text: str) -> None:
    assert list(personal_data(text)) == []


@pytest.mark.skipif(not TRIALS.is_dir(), reason="les actes d’essai ne sont pas là")
def test_real_acts_give_nothing_but_the_contacts_in_their_letterheads() -> None:
    found = [(path.stem[:5], f.kind) for path in sorted(TRIALS.glob("*.txt")) for f in personal_data(path.read_text())]
    telephones, addresses = "numéro de téléphone", "adresse électronique"
    assert found == [("ft047", telephones)] * 2 + [("ft089", telephones)] * 6 + [("ft089", addresses)] * 2
    objets = [json.loads(path.read_text())["objet"] for path in TRIALS.glob("*.json")]
    assert [objet for objet in objets if objet and looks_individual(objet)] == []


@pytest.mark.parametrize(
    "objet",
    [
        "Nomination de M. Jean DURAND",
        "Avancement de grade de Jean DURAND",
        "RECRUTEMENT DE MME LEROY",
        "Attribution d’une aide financière à M. Paul PETIT",
        "Secours à Madame Zoé LEROY",
        "Bourse au mérite : Mme LEROY",
    ],
)
def test_an_objet_about_one_person_looks_individual(objet: str) -> None:
    assert looks_individual(objet)


@pytest.mark.parametrize(
    "objet",
    [
        "Nomination d’un secrétaire de séance : M. Jean DURAND",
        "Nomination de M. Jean DURAND, délégué au syndicat",
        "Nomination de la salle Jean MOULIN",
        "Recrutement de saisonniers",
        "Avancement de grade : taux de promotion",
        "Protection fonctionnelle de Monsieur le Maire",
        "Aide à la rénovation des façades",
        "Convention avec M. Jean DURAND",
        "Promotion du tourisme avec Monsieur le Président",
    ],
)
def test_other_objets_do_not(objet: str) -> None:
    assert not looks_individual(objet)


@pytest.mark.parametrize(
    "text",
    [
        "é" + " " * 50_000,
        "naissance" + " " * 50_000,
        "FR76 " * 10_000,
        "1 " * 50_000,
        "+33" * 20_000,
        "a@" + "a." * 50_000,
    ],
    ids=lambda text: text[:6],
)
def test_no_text_takes_long(text: str) -> None:
    """Quadratic patterns would take minutes here."""
    assert list(personal_data(text)) == [] or "@" in text
