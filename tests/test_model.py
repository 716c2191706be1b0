"""Values, names, attendance, publicity: what is computed from records."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from registre.model.attendance import attendance
from registre.model.bodies import Contact
from registre.model.deliberation import Deliberation, Teletransmission
from registre.model.fields import Declaration, Fiche, declarations
from registre.model.identifiant import read_identifiant
from registre.model.names import name_key, natural_key, number_key, slugify
from registre.model.publicity import executoire, last_day_to_contest, publicite
from registre.model.seance import Seance
from registre.model.vocabulary import Resultat
from registre.parse.record import read_record
from registre.problems import report
from registre.render.facts import facts
from registre.render.schemas import KINDS
from registre.source.files import SourceFile
from registre.source.yaml import read_yaml


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def all_fields(model: type[Fiche]) -> list[tuple[type[Fiche], Declaration]]:
    found = []
    for declared in declarations(model):
        found.append((model, declared))
        if declared.sous_fiche:
            found += all_fields(declared.sous_fiche)
    return found


FIELDS = {(owner, d.cle): d for kind in KINDS for owner, d in all_fields(kind.model)}


@pytest.mark.parametrize(
    ("owner", "cle"), FIELDS, ids=lambda value: value if isinstance(value, str) else value.__name__
)
def test_the_example_of_every_field_is_read(owner: type[Fiche], cle: str) -> None:
    declared = FIELDS[owner, cle]
    file = SourceFile("content/x.yaml", f"{declared.exemple_complet}\n")
    tree, problems = read_yaml(file)
    assert tree is not None
    record, more = read_record(owner, tree, file)
    told = [p for p in [*problems, *more] if p.code != "D001"]
    assert report(told) == ""
    assert getattr(record.value, cle) not in (None, (), "")


@pytest.mark.parametrize(
    ("owner", "cle"), FIELDS, ids=lambda value: value if isinstance(value, str) else value.__name__
)
def test_every_field_says_what_it_is(owner: type[Fiche], cle: str) -> None:
    declared = FIELDS[owner, cle]
    assert declared.label and declared.aide.endswith((".", "…")) and declared.exemple


@pytest.mark.parametrize(
    ("value", "accepted"),
    [
        ("https://www.exemple.fr/piece.pdf?a=1&b=2#x", True),
        ("http://exemple.fr:8080", True),
        ("https://mairie-évian.fr/d%C3%A9lib'1.pdf", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)//https://exemple.fr/", False),
        ("data:text/html,x", False),
        ("//exemple.fr/", False),
        ('https://exemple.fr/"onclick=alert(1)', False),
        ("https://exemple.fr/<script>", False),
        ("https://exemple.fr/{{ 7*7 }}", False),
        ("https://exemple.fr\\@ailleurs.example/", False),
        ("https://exemple.fr@ailleurs.example/", False),
        ("https://раураl.com/", False),  # Cyrillic
        ("https://exemple.fr℀ailleurs/", False),
        ("https://[::1", False),
        ("https:///x", False),
    ],
)
def test_an_address_leads_to_a_host_and_breaks_out_of_no_attribute(value: str, accepted: bool) -> None:
    try:
        assert Contact(site=value).site == value
        told = []
    except ValidationError as error:
        told = [detail["type"] for detail in error.errors()]
    assert told == ([] if accepted else ["D018"])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("062-216204800-20250403-2025CM26-DE", ("062", "216204800", day("2025-04-03"), "2025CM26", "DE")),
        ("062-216209072-20241016-DELIB-2024-37-DE", ("062", "216209072", day("2024-10-16"), "DELIB-2024-37", "DE")),
        ("02A-216204800-20250403-1-CC", ("02A", "216204800", day("2025-04-03"), "1", "CC")),
        ("974-216204800-20250403-DE-DE-DE", ("974", "216204800", day("2025-04-03"), "DE-DE", "DE")),
    ],
)
def test_an_identifier_is_read_from_both_ends(text: str, parts: tuple[Any, ...]) -> None:
    read = read_identifiant(text)
    assert (read.departement, read.siren, read.date, read.numero, read.nature) == parts
    assert str(read) == text


@pytest.mark.parametrize("digits", ["٢٠٢٦-٠٣-١٢", "２０２６-03-12"])
def test_digits_of_other_scripts_are_not_digits(digits: str) -> None:
    with pytest.raises(ValidationError):
        Deliberation.model_validate({"mise_en_ligne": digits})


def test_names_are_compared_without_order_case_accents_or_civility() -> None:
    assert name_key("Mme LECOCQ Delphine") == name_key("Delphine Lecocq")
    assert name_key("Mr Frédéric DREZE") == name_key("frederic dreze")
    assert name_key("Alain VAN GHELDER") != name_key("Alain GHELDER")


def test_numbers_are_compared_without_punctuation() -> None:
    assert number_key("2014 / 131") == number_key("2014-131") == "2014131"
    assert sorted(["10", "9", "9 bis"], key=natural_key) == ["9", "9 bis", "10"]
    assert slugify("Délib. n° 2014 / 131 – Œuvre") == "delib-n-2014-131-oeuvre"


@pytest.mark.parametrize(
    ("public", "departement", "last"),
    [
        ("2026-02-16", "62", "2026-04-17"),  # acte 605
        ("2025-04-11", "62", "2025-06-12"),  # acte 2025CM26
        ("2025-12-31", None, "2026-03-02"),  # 28 février, puis 1er mars, un dimanche
        ("2026-02-28", None, "2026-04-29"),
        ("2026-03-01", None, "2026-05-04"),  # 2 mai, un samedi
        ("2026-02-02", "62", "2026-04-03"),  # vendredi saint, chômé en Alsace et en Moselle seulement
        ("2026-02-02", "67", "2026-04-07"),
    ],
)
def test_last_day_to_contest(public: str, departement: str | None, last: str) -> None:
    assert last_day_to_contest(day(public), departement) == day(last)


def test_one_date_of_publicity_in_order_of_preference() -> None:
    stamp = Teletransmission(reception=day("2026-03-20"), publication=day("2026-03-16"), affichage=day("2026-03-15"))
    seance = Seance(affichage=day("2026-03-14"))
    online = Deliberation(mise_en_ligne=day("2026-03-17"), teletransmission=stamp)
    origins = [
        publicite(online, seance),
        publicite(Deliberation(teletransmission=stamp), seance),
        publicite(Deliberation(teletransmission=Teletransmission(affichage=day("2026-03-15"))), seance),
        publicite(Deliberation(), seance),
        publicite(Deliberation(), None),
    ]
    assert [found and found.date.day for found in origins] == [17, 16, 15, 14, None]
    assert executoire(online, origins[0]) == day("2026-03-20")


def test_nothing_is_executoire_when_nothing_was_decided() -> None:
    stamp = Teletransmission(reception=day("2026-03-20"), publication=day("2026-03-16"))
    for result in (Resultat.REJETEE, Resultat.AJOURNEE, Resultat.RETIREE):
        act = Deliberation(resultat=result, teletransmission=stamp)
        assert executoire(act, publicite(act, None)) is None
    act = Deliberation(non_transmissible="L.2131-2", teletransmission=Teletransmission(publication=day("2026-03-16")))
    assert executoire(act, publicite(act, None)) == day("2026-03-16")


def sitting(**moves: str) -> Seance:
    data = {
        "presents": ["Anne MARTIN", "Luc ROUX"],
        "absents": ["Zoé BLANC"],
        "pouvoirs": [{"de": "Luc ROUX", "a": "Anne MARTIN", "a_partir_de": "3"}],
        "mouvements": [
            {"nom": "Zoé BLANC", "sens": "arrive", "a_partir_de": "2"},
            {"nom": "Luc ROUX", "sens": "part", "a_partir_de": "3"},
            {"nom": "Anne MARTIN", "sens": "part", "a_partir_de": "20h58"},
        ],
    }
    return Seance.model_validate(data | moves)


@pytest.mark.parametrize(
    ("number", "presents", "absents", "proxies"),
    [
        ("1", ["Anne MARTIN", "Luc ROUX"], ["Zoé BLANC"], 0),
        ("2", ["Anne MARTIN", "Luc ROUX", "Zoé BLANC"], [], 0),
        ("3", ["Anne MARTIN", "Zoé BLANC"], [], 1),
    ],
)
def test_movements_count_from_the_act_they_name(
    number: str, presents: list[str], absents: list[str], proxies: int
) -> None:
    there = attendance(sitting(), ["1", "2", "3"], number)
    assert list(there.presents) == presents
    assert list(there.absents) == absents
    assert len(there.pouvoirs) == proxies


def test_someone_listed_present_who_arrives_late_was_not_there_before() -> None:
    seance = Seance.model_validate(
        {"presents": ["A B", "C D"], "mouvements": [{"nom": "C D", "sens": "arrive", "a_partir_de": "2"}]}
    )
    assert attendance(seance, ["1", "2"], "1").presents == ("A B",)
    assert attendance(seance, ["1", "2"], "2").presents == ("A B", "C D")


def test_what_an_absent_fact_says_is_in_its_declaration() -> None:
    assert facts(Seance(), "organe heure president convocation") == [
        ("Présidence", None),
        ("Date de convocation", None),
    ]
    told = Seance(organe="Conseil", heure=dt.time(18, 30), secretaires=("A B", "C D"), seconde_convocation=True)
    assert facts(told, "organe heure secretaires seconde_convocation") == [
        ("Organe", "Conseil"),
        ("Heure", "18\u00a0h\u00a030"),
        ("Secrétaire de séance", "A B, C D"),
        ("Seconde convocation", "oui"),
    ]
