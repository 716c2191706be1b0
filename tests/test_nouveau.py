"""`registre nouveau`: what the register knows is written once more, to be checked; the rest is left to the clerk."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import copy_project
from registre.build import verify
from registre.draft.emit import record_text, write_new
from registre.draft.numbers import next_number
from registre.model.deliberation import Deliberation
from registre.model.seance import Seance
from test_cli import run

BASE = Path(__file__).parent / "records" / "base"
FOLDER = "content/seances/exemple/2026-04-09"
GIVE = "Donnez-le, comme il est imprimé :\n  registre nouveau acte exemple"
MARCH, APRIL, JANUARY = dt.date(2026, 3, 12), dt.date(2026, 4, 9), dt.date(2027, 1, 14)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "registre", BASE)


def nouveau(root: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code, and what was said: on the output when all went well, else as an error."""
    code, out, err = run("nouveau", *arguments, "--dossier", str(root), capsys=capsys)
    assert bool(out) == (code == 0) and bool(err) == (code != 0)
    return code, (out or err).removesuffix("\n")


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}


SEANCE = """\
# yaml-language-server: $schema=../../../../docs/schemas/seance.json
# Brouillon préparé par « registre nouveau ». Complétez-le d’après le document : ce qu’il ne dit pas se laisse vide.
# Quand tout est vérifié, supprimez `brouillon` et `a_verifier` : la séance sera publiée.
organe: Conseil municipal
# Heure d’ouverture imprimée. Par exemple : heure: 18:30
heure:
# Où elle se tient, si le document le dit. Par exemple : lieu: Salle du conseil
lieu:
president: Anne MARTIN
# Un ou plusieurs. Par exemple : secretaires: [Jean DURAND]
secretaires:
# Comme imprimée. Par exemple : convocation: 2026-03-05
convocation:
# Affichage des actes (non de la convocation). Par exemple : affichage: 2026-03-16
affichage:
en_exercice: 5
# Les présents de la séance du 12/03/2026 : retirez qui n’est pas là, ajoutez qui manque.
presents: [Anne MARTIN, Jean DURAND, Luc ROUX]
# Les excusés de la séance du 12/03/2026 : Paul PETIT.
# Tous ceux nommés sous ce titre, pouvoirs compris. Par exemple : excuses: [Paul PETIT]
excuses:
# Les absents de la séance du 12/03/2026 : Zoé BLANC.
# Noms, dans l’ordre du document. Par exemple : absents: [Luc ROUX]
absents:
# Qui donne pouvoir à qui. Par exemple : pouvoirs: [{de: Paul PETIT, a: Anne MARTIN}]
pouvoirs:
# Nombres imprimés ; comparés aux listes. Par exemple : decompte: {presents: 12, pouvoirs: 1, votants: 13}
decompte:
# Jour où elle est affichée et mise en ligne. Par exemple : liste: 2026-03-16
liste:
brouillon: oui
a_verifier:
  - {champ: president, passage: repris de la séance du 12/03/2026}
  - {champ: en_exercice, passage: repris de la séance du 12/03/2026}
  - {champ: presents, passage: repris de la séance du 12/03/2026}
"""
SAID = f"""\
{FOLDER}/seance.yaml est écrit. Et ensuite :
  1. Complétez-le : chaque ligne vide dit à quoi elle sert.
  2. registre verifier dit ce qui est à corriger ; registre servir montre la page.
  3. Pour chacune de ses délibérations : registre nouveau acte exemple 2026-04-09
  4. Pour publier, supprimez « brouillon » et « a_verifier »."""


def test_a_seance_takes_what_the_one_before_knows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nouveau(root, "seance", "exemple", "2026-04-09", capsys=capsys) == (0, SAID)
    assert (root / FOLDER / "seance.yaml").read_text("utf-8") == SEANCE


ACTE = """\
# yaml-language-server: $schema=../../../../docs/schemas/acte.json
# Brouillon préparé par « registre nouveau ». Complétez-le d’après le document : ce qu’il ne dit pas se laisse vide.
# Quand tout est vérifié, supprimez `brouillon` et `a_verifier` : l’acte sera publié.
numero: "016"
# Le titre de l’acte, comme imprimé. Par exemple : objet: Tarifs de la cantine
objet:
nature: DE
# Ce qui a été décidé ; rien si le document ne le dit pas. Par exemple : resultat: adoptee
resultat:
# Comme imprimé. Par exemple : vote: {pour: 13, contre: 0, abstention: 0}
vote:
# L’acte entier, collé, dans l’ordre du document. Par exemple :
#   texte: |
#     Vu le code général des collectivités territoriales,
#
#     Après en avoir délibéré…
texte:
signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}
# Le tampon de la préfecture. Par exemple : teletransmission: {reception: 2026-03-16, publication: 2026-03-16}
teletransmission:
# Jour de publication sur le site de la collectivité. Par exemple : mise_en_ligne: 2026-03-17
mise_en_ligne:
# Celles que l’acte approuve. Par exemple : conventions: [{type: e-administration, texte: 014-convention.md}]
conventions:
brouillon: oui
a_verifier:
  - {champ: numero, passage: suite des derniers numéros}
  - {champ: nature, passage: celle de presque toutes les délibérations ; le tampon la dit}
  - {champ: signataire, passage: repris de l’acte 015 de la séance du 12/03/2026}
"""


def test_an_act_takes_the_next_number_and_who_signs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nouveau(root, "séance", "exemple", "09/04/2026", capsys=capsys)
    code, said = nouveau(root, "acte", "exemple", "2026-04-09", capsys=capsys)
    assert code == 0 and said.startswith(f"{FOLDER}/016.yaml est écrit. Et ensuite :\n")
    assert f"\n  3. Son PDF signé, s’il y en a un, s’enregistre à côté : {FOLDER}/016.pdf\n" in said
    assert (root / FOLDER / "016.yaml").read_text("utf-8") == ACTE
    nouveau(root, "acte", "exemple", "2026-04-09", capsys=capsys)
    second = (root / FOLDER / "017.yaml").read_text("utf-8")
    assert second == ACTE.replace('"016"', '"017"')  # who signs: still of an act that somebody has checked


def test_what_was_just_written_stops_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nouveau(root, "seance", "exemple", "2026-04-09", capsys=capsys)
    nouveau(root, "acte", "exemple", "2026-04-09", capsys=capsys)
    assert [problem for problem in verify(root)[1] if problem.blocks] == []


def test_nor_does_the_first_act_of_a_body(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is known to sign, and nothing is known of what it says."""
    nouveau(root, "seance", "exemple", "2026-01-15", capsys=capsys)
    nouveau(root, "acte", "exemple", "2026-01-15", "2026-01", capsys=capsys)
    assert [problem for problem in verify(root)[1] if problem.blocks] == []


def test_what_was_not_checked_is_not_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nouveau(root, "seance", "exemple", "2026-04-09", capsys=capsys)
    nouveau(root, "acte", "exemple", "2026-04-09", capsys=capsys)
    for name in ("seance.yaml", "016.yaml"):
        path = root / FOLDER / name
        path.write_text(path.read_text("utf-8").replace("brouillon: oui\n", ""), "utf-8")
    blocking = [(p.place.path, p.code) for p in verify(root)[1] if p.blocks]
    assert blocking == [(f"{FOLDER}/016.yaml", "D001"), (f"{FOLDER}/016.yaml", "D028"),
                        (f"{FOLDER}/seance.yaml", "D028")]  # fmt: skip


def test_the_number_of_the_document_needs_no_check(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nouveau(root, "seance", "exemple", "2026-04-09", capsys=capsys)
    assert nouveau(root, "acte", "exemple", "2026-04-09", "2026 / 16", capsys=capsys)[0] == 0
    written = (root / FOLDER / "2026-16.yaml").read_text("utf-8")
    assert "\nnumero: 2026 / 16\n" in written and "champ: numero" not in written


def test_the_first_seance_of_a_body(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nouveau(root, "seance", "exemple", "2026-01-15", capsys=capsys)
    written = (root / "content/seances/exemple/2026-01-15/seance.yaml").read_text("utf-8")
    assert "\norgane: Conseil municipal\n" in written and "\npresents:\n" in written and "\npresident:\n" in written
    assert "a_verifier:" not in written
    assert nouveau(root, "acte", "exemple", "2026-01-15", capsys=capsys) == (
        2,
        f"Le numéro de l’acte ne se devine pas. {GIVE} 2026-01-15 NUMÉRO",
    )


def test_who_signs_is_who_presides(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a deputy who signs « pour le maire empêché », nor the mayor when another presides."""
    act = root / "content/seances/exemple/2026-03-12/015.yaml"
    deputy = "signataire: {prenom: Jean, nom: DURAND, qualite: Adjoint, empechement: Pour la maire empêchée}"
    act.write_text(act.read_text("utf-8").replace("signataire: {prenom: Anne, nom: MARTIN, qualite: Maire}", deputy))
    nouveau(root, "seance", "exemple", "2026-04-09", capsys=capsys)
    nouveau(root, "acte", "exemple", "2026-04-09", capsys=capsys)
    assert "passage: repris de l’acte 014 de la" in (root / FOLDER / "016.yaml").read_text("utf-8")
    seance = root / FOLDER / "seance.yaml"
    seance.write_text(seance.read_text("utf-8").replace("president: Anne MARTIN", "president: Mme Zoé BLANC"), "utf-8")
    nouveau(root, "acte", "exemple", "2026-04-09", capsys=capsys)
    assert "\nsignataire:\n" in (root / FOLDER / "017.yaml").read_text("utf-8")


REFUSED = """\
> acte exmple 2026-03-12
Aucune collectivité ne s’appelle « exmple ». Vouliez-vous dire « exemple » ?
> seance zz 2026-03-12
Aucune collectivité ne s’appelle « zz ». Celles du registre : exemple.
> acte exemple 2026-04-09
La séance exemple 2026-04-09 n’a pas encore sa fiche. Écrivez-la d’abord : registre nouveau seance exemple 2026-04-09
> seance exemple 12/03/2026
content/seances/exemple/2026-03-12/seance.yaml existe déjà : il n’a pas été touché.
Ouvrez-le pour le compléter. Pour une autre séance le même jour : registre nouveau seance exemple 2026-03-12-2
> acte exemple 2026-03-12 015
content/seances/exemple/2026-03-12/015.yaml existe déjà : il n’a pas été touché.
Ouvrez-le pour le compléter. Pour un autre acte, donnez son numéro : registre nouveau acte exemple 2026-03-12 NUMÉRO
> seance exemple demain
« demain » : date de séance non comprise.
Écrivez l’année, le mois, le jour, avec des tirets : 2026-03-12 pour le 12 mars 2026 (2026-03-12-2 pour une seconde \
séance le même jour).
> seance exemple 2026-02-30
« 2026-02-30 » : cette date n’existe pas au calendrier.
Écrivez l’année, le mois, le jour, avec des tirets : 2026-03-12 pour le 12 mars 2026 (2026-03-12-2 pour une seconde \
séance le même jour).
> seance exemple 2026-04-09 016
Une séance n’a pas de numéro. Pour un acte : registre nouveau acte exemple 2026-04-09 016
> acte exemple 2026-03-12 —
« — » ne peut pas nommer une fiche : il y faut une lettre ou un chiffre.
> acte exemple 2026-03-12 con
Nom de fichier ou de dossier réservé par Windows : « con »
Complétez le nom, par exemple « con-1 » : sinon le registre ne se copie pas sous Windows.
> acte exemple 2026-03-12 01٣
Numéro : « ٣ » (U+0663) n’est ni une lettre latine ni un chiffre de 0 à 9
Retapez le numéro au clavier : des signes d’autres écritures ressemblent aux nôtres.
"""


@pytest.mark.parametrize("told", re.findall(r"^> (.*\n(?:[^>].*\n)+)", REFUSED, re.MULTILINE))
def test_what_is_refused_changes_nothing(root: Path, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed, _, said = told.removesuffix("\n").partition("\n")
    before = files(root)
    assert nouveau(root, *typed.split(), capsys=capsys) == (2, said)
    assert files(root) == before


def test_a_second_seance_on_one_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nouveau(root, "seance", "exemple", "2026-03-12-2", capsys=capsys)[0] == 0
    assert nouveau(root, "acte", "exemple", "2026-03-12-2", capsys=capsys)[0] == 0
    assert (root / "content/seances/exemple/2026-03-12-2/016.yaml").is_file()
    said = nouveau(root, "seance", "exemple", "2026-03-12", capsys=capsys)[1]
    assert said.endswith("registre nouveau seance exemple 2026-03-12-3")


NUMBERS = [
    ([(MARCH, ["2026-04", "2026-05"])], APRIL, "2026-06"),
    ([(MARCH, ["605", "607"])], APRIL, "608"),
    ([(MARCH, ["605"])], APRIL, "606"),
    ([(dt.date(2025, 4, 3), ["2025CM26"])], dt.date(2025, 5, 3), "2025CM27"),
    ([(MARCH, ["2026-99"])], APRIL, "2026-100"),
    ([(MARCH, ["2014 / 131"])], APRIL, None),  # two runs, and neither is the year
    ([(MARCH, ["DEL_2026_038"])], APRIL, "DEL_2026_039"),
    ([(MARCH, ["039/26"])], APRIL, "040/26"),
    ([(MARCH, ["26/26"])], APRIL, None),
    ([(MARCH, ["25/26", "26/26"])], APRIL, "27/26"),
    ([(MARCH, ["2026-26"])], APRIL, "2026-27"),
    ([(MARCH, ["20 bis"])], APRIL, None),
    ([(MARCH, ["28a", "29a"])], APRIL, "30a"),
    ([(MARCH, ["26/03/12-1", "26/03/12-2"])], MARCH, "26/03/12-3"),
    ([(MARCH, ["26/03/12-2"])], APRIL, None),
    ([(MARCH, ["2026-1-1", "2026-1-2", "2026-2-1"])], APRIL, None),
    ([(MARCH, ["A"])], APRIL, None),
    ([], APRIL, None),
    ([(MARCH, ["12"]), (APRIL, [])], APRIL, "13"),
    ([(MARCH, ["2026-05", "2026-48"])], JANUARY, "2027-01"),
    ([(MARCH, ["2026-9", "2026-10"])], JANUARY, "2027-1"),
    ([(MARCH, ["2026-48"])], JANUARY, None),  # 2027-1, or 2027-01
    ([(MARCH, ["2026-07"]), (APRIL, ["2026-48"])], JANUARY, "2027-01"),
    ([(MARCH, ["07-26", "08-26"])], JANUARY, "01-27"),
    ([(MARCH, ["605", "607"])], JANUARY, None),  # 608, or 1
]


@pytest.mark.parametrize(("series", "day", "expected"), NUMBERS)
def test_the_next_number(series: list[tuple[dt.date, list[str]]], day: dt.date, expected: str | None) -> None:
    assert next_number(series, day) == expected


@given(
    shape=st.sampled_from(["{n}", "{y}-{n}", "{y} / {n}", "DEL_{y}_{n}", "{y}CM{n}", "n° {n}/{y}", "{n}-{s}"]),
    width=st.integers(1, 4),
    first=st.integers(1, 1200),
    counts=st.lists(st.integers(1, 5), min_size=1, max_size=4),
    year=st.integers(1990, 2099),
)
def test_the_next_number_is_right_or_none(shape: str, width: int, first: int, counts: list[int], year: int) -> None:
    """However a body numbers its acts, across séances of a year: never a wrong number."""

    def number(rank: int) -> str:
        return shape.format(n=f"{rank:0{width}}", y=year, s=f"{year % 100:02}")

    series, rank = [], first
    for month, count in enumerate(counts, start=1):
        series.append((dt.date(year, month, 12), [number(n) for n in range(rank, rank + count)]))
        rank += count
    assert next_number(series, dt.date(year, 11, 12)) in {number(rank), None}
    if counts[-1] > 1 and "{s}" not in shape:
        assert next_number(series, dt.date(year, 11, 12)) == number(rank)


def test_a_number_taken_is_not_offered(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A séance typed after one that is later: the number that follows has been given."""
    for day, numero in (("2026-02-05", "013"), ("2026-05-07", "016")):
        seance, acte = (f"content/seances/exemple/{day}/{name}.yaml" for name in ("seance", numero))
        write_new(root, seance, record_text(Seance, {"organe": "Conseil municipal"}, seance))
        write_new(root, acte, record_text(Deliberation, {"numero": numero, "objet": "x"}, acte))
    nouveau(root, "seance", "exemple", "2026-04-09", capsys=capsys)
    said = nouveau(root, "acte", "exemple", "2026-04-09", capsys=capsys)
    assert said == (
        2,
        f"Le numéro de l’acte ne se devine pas (le dernier est 015). {GIVE} 2026-04-09 NUMÉRO",
    )


def test_the_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("nouveau", "--aide", capsys=capsys)
    assert code == 0
    assert "  registre nouveau seance exemple 2026-04-09\n  registre nouveau acte exemple 2026-04-09\n" in out
