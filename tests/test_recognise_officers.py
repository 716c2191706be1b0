"""Who presides, who keeps the minutes, who signs; nobody where only an office is told."""

from __future__ import annotations

import pytest

from registre.recognise.officers import Signatory, read_president, read_secretaries, read_signatory


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sous la présidence de Madame Anne MARTIN, Maire", "Madame Anne MARTIN"),
        ("sous la présidence de M. MARTIN Luc, Président", "M. MARTIN Luc"),
        ("sous la présidence de Monsieur le Maire, Luc ROUX", "Luc ROUX"),
        ("sous la présidence du Président : Luc ROUX", "Luc ROUX"),
        ("Présidence : Mme Anne MARTIN", "Mme Anne MARTIN"),
        ("Président de séance : Luc ROUX", "Luc ROUX"),
        ("présidée par Mme Odile VAN GHELDER", "Mme Odile VAN GHELDER"),
        ("sous la présidence de Luc ROUX, 1er adjoint", "Luc ROUX"),
        ("Madame Anne MARTIN ouvre la séance", "Madame Anne MARTIN"),
        ("sous la présidence de Monsieur le Maire", None),
        ("sous la présidence de Madame la Présidente.", None),
        ("l’association présidée par son président", None),
    ],
)
def test_who_presides(text: str, name: str | None) -> None:
    found = read_president(text, len(text))
    assert (found and found.value) == name
    if found:
        assert text[found.start : found.end].strip() == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Secrétaire de séance : Anne MARTIN", ["Anne MARTIN"]),
        ("Secrétaire : Mme MARTIN Anne", ["Mme MARTIN Anne"]),
        ("Secrétaires de séance : Anne MARTIN et Luc ROUX", ["Anne MARTIN", "Luc ROUX"]),
        ("Secrétaires de séance : Anne MARTIN, Luc ROUX", ["Anne MARTIN", "Luc ROUX"]),
        ("Secrétaire(s) de la séance : Madame Anne MARTIN", ["Madame Anne MARTIN"]),
        ("Secrétaire de séance Mme Anne MARTIN\n\nObjet", ["Mme Anne MARTIN"]),
        ("Anne MARTIN est élue secrétaire de séance Mme Zoé FABRE expose", ["Anne MARTIN"]),
        ("Madame Anne MARTIN a été nommée secrétaire.", ["Madame Anne MARTIN"]),
        ("M. Luc ROUX est élu secrétaire de séance", ["M. Luc ROUX"]),
        ("Mme Zoé FABRE Mme Anne MARTIN est désignée secrétaire de séance.", ["Mme Anne MARTIN"]),
        ("Le conseil désigne Anne MARTIN comme secrétaire de séance", ["Anne MARTIN"]),
        ("Anne MARTIN, la plus jeune, est désignée en qualité de secrétaire", ["Anne MARTIN"]),
        ("Anne MARTIN a été désignée pour remplir les fonctions de secrétaire", ["Anne MARTIN"]),
        (
            "Il est procédé à l’élection du secrétaire : Anne MARTIN, ayant obtenu la majorité des suffrages",
            ["Anne MARTIN"],
        ),
        ("Monsieur Luc ROUX étant secrétaire de séance", ["Monsieur Luc ROUX"]),
        ("le poste de secrétaire de mairie est créé", None),
        ("Il a été procédé à la nomination d’un secrétaire de séance.", None),
    ],
)
def test_who_keeps_the_minutes(text: str, names: list[str] | None) -> None:
    found = read_secretaries(text, len(text))
    assert (found and found.value) == names
    if found and names:
        assert all(name in text[found.start : found.end] for name in names)


@pytest.mark.parametrize(
    ("closing", "signatory"),
    [
        ("Le Maire,\nAnne MARTIN", Signatory("Anne MARTIN", "Maire")),
        ("La Présidente du Syndicat,\n\nAnne MARTIN", Signatory("Anne MARTIN", "Présidente du Syndicat")),
        ("Le Maire, Luc ROUX", Signatory("Luc ROUX", "Maire")),
        (
            "Pour le Maire empêché,\nLe 1er adjoint,\nLuc ROUX",
            Signatory("Luc ROUX", "1er adjoint", "Pour le Maire empêché"),
        ),
        ("Monsieur le Maire,\nLuc ROUX", Signatory("Luc ROUX", "Maire")),
        ("Le Maire,", None),
        ("Le Maire expose que Luc ROUX a démissionné", None),
    ],
)
def test_who_signs(closing: str, signatory: Signatory | None) -> None:
    text = f"Le conseil décide. Fait et délibéré les jour, mois et an susdits.\nPour extrait conforme,\n{closing}"
    found = read_signatory(text, 0)
    assert (found and found.value) == signatory
    if found:
        assert text[found.start : found.end].endswith(found.value.nom)
