"""The head of an act: its body, assembly, number and object, and where its own words begin."""

from __future__ import annotations

import pytest

from registre.recognise.found import Found
from registre.recognise.heading import read_collectivite, read_numbers, read_numero, read_organe
from registre.recognise.title import read_objet, text_begins


@pytest.mark.parametrize(
    ("text", "organe"),
    [
        ("EXTRAIT DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL", "Conseil municipal"),
        ("le Comité Syndical, légalement convoqué", "Comité syndical"),
        ("Réunion du conseil d’administration du CCAS", "Conseil d’administration"),
        ("Bureau communautaire du 3 mars", "Bureau communautaire"),
        ("le conseil de la métropole", "Conseil de la métropole"),
        ("le conseil d’école", None),
    ],
)
def test_the_assembly(text: str, organe: str | None) -> None:
    found = read_organe(text, len(text))
    assert (found and found.value) == organe
    if found and organe:
        assert text[found.start : found.end].lower() == organe.lower()


@pytest.mark.parametrize(
    ("text", "organe", "body"),
    [
        ("Commune d’Exemple\nExtrait du registre", "Conseil municipal", "Commune d’Exemple"),
        (
            "MAIRIE DE SAINT-EXEMPLE-SUR-OR\nDÉPARTEMENT DU PAS-DE-CALAIS",
            "Conseil municipal",
            "MAIRIE DE SAINT-EXEMPLE-SUR-OR",
        ),
        ("Département du Nord\nCommune de Beau Val\nSéance", "Conseil municipal", "Commune de Beau Val"),
        (
            "Communauté de communes du Pays d’Exemple\nSéance",
            "Conseil communautaire",
            "Communauté de communes du Pays d’Exemple",
        ),
        ("Syndicat mixte des Eaux d’Exemple : séance", "Comité syndical", "Syndicat mixte des Eaux d’Exemple"),
        ("L’an deux mille vingt, le conseil de la commune", "Conseil municipal", None),
    ],
)
def test_the_body(text: str, organe: str, body: str | None) -> None:
    found = read_collectivite(text, len(text), organe)
    assert (found and found.value) == body
    if found and body:
        assert text[found.start : found.end] == body


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Délibération n° 2024/12", "2024/12"),
        ("DÉLIBÉRATION N°2026-03-014", "2026-03-014"),
        ("N° d’ordre : 7", "7"),
        ("Délibération numéro : DEL2026_014", "DEL2026_014"),
        ("n° 2014 / 131", "2014 / 131"),
        ("Délibération 2025CM26", "2025CM26"),
        ("Acte n° 14", "14"),
        ("Commune d’Exemple n° 2026-014", "2026-014"),
        ("Vu la délibération n° 12 du 3 mars 2020", None),
        ("conformément à l’avenant n° 3", None),
        ("Rapport n° 12", None),
        ("Avenant n° 3 au traité", None),
        ("Décision modificative n° 2", None),
        ("Feuillet n° 2026-12", None),
        ("la commission n° 2", None),
        ("n° 12/03/2026", None),
    ],
)
def test_the_number(text: str, number: str | None) -> None:
    found = read_numbers(text, len(text), "")
    assert [one.value for one in found] == ([number] if number else [])
    for one in found:
        assert text[one.start : one.end].strip().endswith(str(number))


def test_the_number_that_the_identifier_confirms() -> None:
    text = "Délibération n° 12\nSéance du 12/03/2026\n2026-014 Tarifs"
    announced = read_numbers(text, len(text), "2026014")
    found = read_numero(announced, text, 0, len(text), "2026014")
    assert found is not None
    assert (found.value, text[found.start : found.end]) == ("2026-014", "2026-014")
    assert read_numero([], "Séance du 12/03/2026", 0, 20, "") is None


@pytest.mark.parametrize(
    ("text", "objet"),
    [
        ("Objet : Tarifs de la cantine\n\nVu le code", "Tarifs de la cantine"),
        (
            "OBJET : Tarifs de la cantine et de la\ngarderie\n\nMadame le Maire expose",
            "Tarifs de la cantine et de la garderie",
        ),
        ("Objet : Tarifs de la cantine Vu le code général", "Tarifs de la cantine"),
        ("Objet : Tarifs de la cantine Monsieur le Maire rappelle que", "Tarifs de la cantine"),
        ("Objet de la délibération\nTarifs de la cantine\n\nSéance du", "Tarifs de la cantine"),
        (
            "Objet : Budget principal : décision modificative n° 2\n\nVu",
            "Budget principal : décision modificative n° 2",
        ),
        ("Objet : Tarifs de la cantine Rapporteur : Mme MARTIN", "Tarifs de la cantine"),
        ("OBJET ADHÉSION AU SYNDICAT\n\nVu le code", "ADHÉSION AU SYNDICAT"),
        ("Objet : Vu le code", None),
        ("objet du marché", None),
    ],
)
def test_the_object(text: str, objet: str | None) -> None:
    found = read_objet(text, 0, len(text), [])
    assert (found and found.value) == objet
    if found and objet:
        assert " ".join(text[found.start : found.end].split()).startswith(objet)


@pytest.mark.parametrize("last", ["N° 2026-014", "(n° 2026-014)", "- 2026-014", "– N°2026-014"])
def test_the_number_printed_after_the_object_is_no_part_of_it(last: str) -> None:
    text = f"Objet : Tarifs de la cantine {last}\n\nVu"
    found = read_objet(text, 0, len(text), [Found("2026-014", 0, 0)])
    assert found is not None
    assert found.value == "Tarifs de la cantine"


@pytest.mark.parametrize(
    "words",
    [
        "Vu le code général",
        "Considérant que la commune",
        "Monsieur le Maire expose",
        "Madame Anne MARTIN, adjointe, présente le dossier",
        "Le conseil municipal",
        "Il est proposé",
        "Sur proposition du maire",
    ],
)
def test_where_the_words_of_the_act_begin(words: str) -> None:
    text = f"Tarifs de la cantine et garderie\n{words}"
    assert text[text_begins(text, 0, len(text)) :] == words
