"""`registre importer --csv`: SCDL files as they are found; each row is a draft, or comes back with its reasons."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from drawn import line
from registre.build import verify
from registre.draft.body import UnknownError
from registre.draft.report import Report
from registre.draft.scdl import import_csv
from registre.parse.corpus import load_corpus
from test_cli import run

BASE = Path(__file__).parent / "records" / "base"
SIRET = "21620000600013"
HEADER = re.findall(
    r"\w+",
    "COLL_NOM COLL_SIRET DELIB_ID DELIB_DATE DELIB_MATIERE_CODE DELIB_MATIERE_NOM DELIB_OBJET BUDGET_ANNEE BUDGET_NOM "
    "PREF_ID PREF_DATE VOTE_EFFECTIF VOTE_REEL VOTE_POUR VOTE_CONTRE VOTE_ABSTENTION DELIB_URL",
)
ROW = {
    "COLL_NOM": "Commune d’Exemple",
    "COLL_SIRET": SIRET,
    "DELIB_ID": "2026-20",
    "DELIB_DATE": "2026-04-09",
    "DELIB_OBJET": "Tarifs de la cantine",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "content")
    return tmp_path


def rows_of(*rows: dict[str, str], header: list[str] = HEADER) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerows([header, *([row.get(name, "") for name in header] for row in rows)])
    return text.getvalue()


def given_csv(root: Path, text: str | bytes, name: str = "deliberations.csv", **options: Any) -> Report:
    (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_csv(root, root / name, **options)


def act(root: Path, **changed: str) -> tuple[Any, list[tuple[str, str | None]]]:
    """The record made of the row with these changes, and its points to check."""
    report = given_csv(root, rows_of(ROW | changed))
    assert not report.refused
    value = load_corpus(root).actes["exemple", "2026-04-09", "2026-20"].record.value
    return value, [(check.champ, check.passage) for check in value.a_verifier]


WHOLE = """\
# yaml-language-server: $schema=../../../../docs/schemas/acte.json
# D’après deliberations.csv, ligne 2.
# Sans place dans une fiche :
# BUDGET_ANNEE : 2026
# BUDGET_NOM : Budget principal
# PREF_ID : PREF062
# VOTE_EFFECTIF : 29
numero: 2026-20
objet: "Tarifs : cantine"
matiere: "1.1"
decompte: {votants: 27}
vote: {pour: 25, contre: 0, abstention: 2}
teletransmission: {reception: 2026-04-10}
brouillon: oui
a_verifier:
  - {champ: pieces, passage: "DELIB_URL : https://www.exemple.fr/20.pdf"}
"""
SEANCE = """\
# yaml-language-server: $schema=../../../../docs/schemas/seance.json
# D’après deliberations.csv.
brouillon: oui
a_verifier:
  - {champ: en_exercice, passage: "VOTE_EFFECTIF : 29"}
"""


def test_a_row_is_an_act_and_its_seance(root: Path) -> None:
    values = {
        "DELIB_OBJET": "Tarifs :\n  cantine", "DELIB_MATIERE_CODE": "1.1", "PREF_DATE": "10/04/2026",
        "DELIB_MATIERE_NOM": "commande publique/marchés publics", "BUDGET_ANNEE": "2026", "PREF_ID": "PREF062",
        "BUDGET_NOM": "Budget principal", "VOTE_EFFECTIF": "29", "VOTE_REEL": "27", "VOTE_POUR": "25",
        "VOTE_CONTRE": "0", "VOTE_ABSTENTION": "2", "DELIB_URL": "https://www.exemple.fr/20.pdf",
    }  # fmt: skip
    report = given_csv(root, rows_of(ROW | values))
    folder = "content/seances/exemple/2026-04-09"
    assert report.written == (f"{folder}/2026-20.yaml", f"{folder}/seance.yaml") and not report.refused
    assert [(check.path.rpartition("/")[2], check.champ, check.passage) for check in report.to_check] == [
        ("2026-20.yaml", "pieces", "DELIB_URL : https://www.exemple.fr/20.pdf"),
        ("seance.yaml", "en_exercice", "VOTE_EFFECTIF : 29"),
    ]
    assert (root / folder / "2026-20.yaml").read_text("utf-8") == WHOLE
    assert (root / folder / "seance.yaml").read_text("utf-8") == SEANCE
    assert [problem for problem in verify(root)[1] if problem.blocks] == []


VOTES = [
    # EFFECTIF, REEL, POUR, CONTRE, ABSTENTION → votants, (pour, contre, abstention), points to check
    ("29 27 25 1 1", 27, (25, 1, 1), []),
    ("29 27 25.0 1,0 1", 27, (25, 1, 1), []),
    ("29 26 25 1 1", None, (25, 1, 1), [("decompte.votants", "VOTE_REEL : 26")]),
    ("29 27 _ _ _", None, None, [("decompte.votants", "VOTE_REEL : 27")]),
    ("29 27 27 _ _", None, (27, None, None), [("decompte.votants", "VOTE_REEL : 27")]),
    ("29 0 0 0 0", None, None, [("vote", "VOTE_POUR : 0 ; VOTE_CONTRE : 0 ; VOTE_ABSTENTION : 0")]),
    ("29 27 unanimité 0 0", None, None,
     [("vote.pour", "VOTE_POUR : unanimité"), ("vote", "VOTE_CONTRE : 0 ; VOTE_ABSTENTION : 0"),
      ("decompte.votants", "VOTE_REEL : 27")]),
    ("_ _ _ _ _", None, None, []),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "votants", "voices", "checks"), VOTES)
def test_votes(
    root: Path, typed: str, votants: int | None, voices: tuple[int | None, ...] | None, checks: list[tuple[str, str]]
) -> None:
    columns = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
    value, found = act(root, **dict(zip(columns, typed.replace("_", "").split(" "), strict=True)))
    assert (value.decompte and value.decompte.votants) == votants
    assert (value.vote and (value.vote.pour, value.vote.contre, value.vote.abstention)) == voices
    assert found == checks


MATIERES = [
    ("7.10", "Finances locales/Divers", "7.10"),
    ("7.10", "", "7.10"),
    ("7.1", "", None),  # 7.10, which a spreadsheet cut short?
    ("7.1", "finances locales/décisions budgétaires", "7.1"),
    ("7.1", "Finances locales / Divers", None),
    ("7,10", "Divers", "7.10"),
    ("1.1", "Nos thèmes : l’eau", "1.1"),
    ("", "COMMANDE PUBLIQUE/MARCHES PUBLICS", "1.1"),
    ("", "Nos thèmes", None),
    ("10.1", "", None),
    ("07-oct", "", None),
]


@pytest.mark.parametrize(("code", "name", "expected"), MATIERES)
def test_matieres(root: Path, code: str, name: str, expected: str | None) -> None:
    shutil.copy(ROOT / "content/nomenclature.yaml", root / "content")
    value, checks = act(root, DELIB_MATIERE_CODE=code, DELIB_MATIERE_NOM=name)
    assert value.matiere == expected
    assert checks == ([] if expected else [("matiere", " ; ".join(part for part in (code, name) if part))])


DATES = [
    ("2026-04-09", True), ("09/04/2026", True), ("9/4/2026", True), ("09.04.2026", True), ("2026/04/09", True),
    ("20260409", True), ("9 avril 2026", True), ("2026-04-09T00:00:00", True), ("2026-04-09 00:00:00+02:00", True),
    ("09/04/2026 18:30", True), ("09/04/26", False), ("46121", False), ("2026-02-30", False), ("avril 2026", False),
    ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "understood"), DATES)
def test_dates(root: Path, typed: str, understood: bool) -> None:
    report = given_csv(root, rows_of(ROW | {"DELIB_DATE": typed}))
    if understood:
        assert report.written[0] == "content/seances/exemple/2026-04-09/2026-20.yaml"
    else:
        assert report.written == () and report.refused[0].reason == (
            f"DELIB_DATE : date non comprise « {typed} » (AAAA-MM-JJ)"
        )


def test_a_file_with_months_first_is_not_trusted(root: Path) -> None:
    """« 04/13/2026 » shows that « 04/09/2026 » may be the 9th of April; « 04/04/2026 » leaves no doubt."""
    rows = [ROW | {"DELIB_ID": str(rank), "DELIB_DATE": day} for rank, day in
            enumerate(["04/09/2026", "04/13/2026", "04/04/2026", "2026-04-09"])]  # fmt: skip
    report = given_csv(root, rows_of(*rows))
    assert [row.name for row in report.refused] == [
        "deliberations.csv, ligne 2", "deliberations.csv, ligne 3", "deliberations-rejets.csv"
    ]  # fmt: skip
    assert [path.rpartition("exemple/")[2] for path in report.written if "seance.yaml" not in path] == [
        "2026-04-04/2.yaml", "2026-04-09/3.yaml"
    ]  # fmt: skip


def test_a_reception_before_the_act_is_not_taken(root: Path) -> None:
    value, checks = act(root, PREF_DATE="2026-04-08")
    assert value.teletransmission is None
    assert checks == [("teletransmission.reception", "PREF_DATE : 2026-04-08")]


def test_lost_letters_are_not_taken(root: Path) -> None:
    value, checks = act(root, DELIB_OBJET="March\ufffd de voirie")
    assert value.objet == "" and checks == [("objet", "DELIB_OBJET : March de voirie")]
    assert [problem for problem in verify(root)[1] if problem.blocks] == []


def test_what_hides_is_taken_off(root: Path) -> None:
    value, checks = act(root, DELIB_OBJET="Tarifs\u200b de la cantine\u2028du bourg")
    assert value.objet == "Tarifs de la cantine du bourg" and checks == []


REFUSED = """\
MOTIF_REJET;COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET
COLL_SIRET : aucune fiche de collectivité n’a le SIREN 216200999 (Ailleurs);Ailleurs;21620099900013;1;2026-04-09;A
COLL_SIRET : non compris « 2,162E+13 » (quatorze chiffres);Exemple;2,162E+13;2;2026-04-09;B
"DELIB_DATE : date non comprise « hier » (AAAA-MM-JJ) ; DELIB_ID : rien n’est écrit";Exemple;{siret};;hier;C
DELIB_ID : « 3 » est déjà, ce jour-là, à la ligne 5;Exemple;{siret};3;2026-04-09;E
DELIB_ID : « ° » ne peut pas nommer une fiche;Exemple;{siret};°;2026-04-09;F
7 cellules au lieu de 5 : un séparateur ou un saut de ligne est de trop;Exemple;{siret};4;2026-04-09;G;H;I
4 cellules au lieu de 5 : un séparateur ou un saut de ligne est de trop;Exemple;{siret};5;2026-04-09
un guillemet n’est pas à sa place, ou reste ouvert;Exemple;{siret};6;2026-04-09;\"\"\"Jeux"
"""


def test_refused_rows_come_back_to_be_mended(root: Path) -> None:
    header = "COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET\n"
    lines = [
        "Ailleurs;21620099900013;1;2026-04-09;A", "Exemple;2,162E+13;2;2026-04-09;B", "Exemple;{siret};;hier;C",
        "Exemple;{siret};3;2026-04-09;D", "Exemple;{siret};3;2026-04-09;E", "Exemple;{siret};°;2026-04-09;F",
        "Exemple;{siret};4;2026-04-09;G;H;I", "Exemple;{siret};5;2026-04-09", "Exemple;{siret};6;2026-04-09;\"Jeux",
        "Exemple;{siret};7;2026-04-09;Z",
    ]  # fmt: skip
    text = header + "\n".join(lines).replace("{siret}", SIRET)
    report = given_csv(root, text)
    assert [path.rpartition("/")[2] for path in report.written] == ["3.yaml", "7.yaml", "seance.yaml"]
    rejects = root / "deliberations-rejets.csv"
    assert rejects.read_bytes().startswith(b"\xef\xbb\xbf")  # for spreadsheets
    expected = REFUSED.replace("{siret}", SIRET)
    assert rejects.read_text("utf-8-sig") == expected
    reasons = [row[0] for row in csv.reader(io.StringIO(expected), delimiter=";")][1:]
    assert [row.reason for row in report.refused] == [
        *reasons, f"8 lignes à corriger, puis : registre importer --csv {rejects}"
    ]  # fmt: skip

    mended = rejects.read_text("utf-8-sig").replace(";hier;", ";2026-04-09;").replace(f"{SIRET};;", f"{SIRET};8;")
    again = given_csv(root, mended, "deliberations-rejets.csv")
    # The open quote is now a character of its cell.
    assert [path.rpartition("/")[2] for path in again.written] == ["8.yaml", "6.yaml"]
    assert len(again.refused) == 7 and again.refused[-1].name == "deliberations-rejets-2.csv"
    assert (
        (root / "deliberations-rejets-2.csv")
        .read_text("utf-8-sig")
        .startswith("MOTIF_REJET;COLL_NOM;COLL_SIRET;DELIB_ID")
    )


def test_what_is_in_the_register_stays(root: Path) -> None:
    before = {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}
    rows = [ROW | {"DELIB_ID": number, "DELIB_DATE": "2026-03-12"} for number in ("014", "0 15", "016")]
    report = given_csv(root, rows_of(*rows))
    assert report.written == ("content/seances/exemple/2026-03-12/016.yaml",)
    first = "content/seances/exemple/2026-03-12/014.yaml"
    said = f"2 lignes sont déjà dans le registre, rien n’y a changé ; la première : {first}"
    assert [(row.name, row.reason) for row in report.refused] == [("deliberations.csv", said)]
    assert not (root / "deliberations-rejets.csv").exists()  # nothing to mend
    assert {path: path.read_bytes() for path in before} == before


def test_the_body_asked_for(root: Path) -> None:
    columns = [name for name in HEADER if not name.startswith("COLL")]
    report = given_csv(root, rows_of(ROW, header=columns), collectivite="exemple")
    assert report.written[0] == "content/seances/exemple/2026-04-09/2026-20.yaml"
    assert given_csv(root, rows_of(ROW, header=columns)).refused[0].reason == (
        "aucune colonne COLL_SIRET. Ajoutez : --collectivite NOM"
    )
    other = given_csv(root, rows_of(ROW | {"COLL_SIRET": "21620099900013"}), collectivite="exemple")
    assert other.refused[0].reason == ("COLL_SIRET : 21620099900013 n’est pas de exemple, dont le SIREN est 216200006")
    with pytest.raises(UnknownError, match="Vouliez-vous dire « exemple »"):
        given_csv(root, rows_of(ROW), collectivite="exmple")


def test_no_act_after_the_end_of_its_body(root: Path) -> None:
    record = root / "content/collectivites/exemple.yaml"
    record.write_text(record.read_text("utf-8") + "jusqu_au: 2026-03-31\n", "utf-8")
    assert given_csv(root, rows_of(ROW)).refused[0].reason == (
        "DELIB_DATE : la collectivité exemple a existé jusqu’au 31/03/2026"
    )


UNREADABLE: list[tuple[bytes, str]] = [
    (b"PK\x03\x04...", "C’est un classeur, non un fichier CSV : enregistrez-le au format « CSV UTF-8 »."),
    (b"", "Colonne introuvable : DELIB_ID, DELIB_DATE, DELIB_OBJET. Colonnes du fichier : rien."),
    (b"a;b\n1;2\n", "Colonne introuvable : DELIB_ID, DELIB_DATE, DELIB_OBJET. Colonnes du fichier : a;b."),
    ("Délib_id;délib_date;objet\n".encode(),
     "Colonne introuvable : DELIB_OBJET. Colonnes du fichier : Délib_id, délib_date, objet."),
    (b"DELIB_ID;DELIB_DATE;DELIB_OBJET;delib id\n",
     "Deux colonnes disent la même chose : DELIB_ID. Gardez-en une."),
    (b"DELIB_ID;\x81\x8d\n", "Lettres illisibles : enregistrez le fichier au format « CSV UTF-8 »."),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "said"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_said(root: Path, raw: bytes, said: str) -> None:
    report = given_csv(root, raw)
    assert report.written == () and [(row.name, row.reason) for row in report.refused] == [("deliberations.csv", said)]


def test_a_file_that_is_not_there_is_said(root: Path) -> None:
    refused = import_csv(root, root / "absent.csv").refused
    assert [(row.name, row.reason) for row in refused] == [("absent.csv", "ce fichier n’existe pas.")]


def test_a_quote_left_open_hides_no_other_row(root: Path) -> None:
    rows = "".join(f"{rank};2026-04-09;Objet {rank}\n" for rank in range(1000))
    text = f"DELIB_ID;DELIB_DATE;DELIB_OBJET\n{rows}"
    report = given_csv(root, text.replace("Objet 10\n", '"Objet 10\n'), collectivite="exemple")
    assert [row.name for row in report.refused] == ["deliberations.csv, ligne 12", "deliberations-rejets.csv"]
    assert len(report.written) == 1000  # and the séance


def test_all_or_nothing(root: Path) -> None:
    """The disk refuses the last record: none is left, nor the rejects."""
    (root / "content/seances/exemple/2026-04-10").write_text("", "utf-8")
    before = sorted(root.rglob("*"))
    rows = [ROW, ROW | {"DELIB_DATE": "2026-04-10"}, ROW | {"DELIB_DATE": "hier"}]
    with pytest.raises(OSError):
        given_csv(root, rows_of(*rows))
    assert sorted(root.rglob("*")) == sorted([*before, root / "deliberations.csv"])


def test_a_long_report_is_cut(root: Path) -> None:
    rows = [ROW | {"DELIB_ID": str(rank)} for rank in range(120)]
    text = given_csv(root, rows_of(*rows)).text()
    assert text.startswith("121 fichiers à relire :\n") and text.endswith("\n  … et 21 autres")


SAID = """\
2 fichiers à relire :
  content/seances/exemple/2026-04-09/2026-20.yaml
  content/seances/exemple/2026-04-09/seance.yaml

Refusé :
  deliberations.csv, ligne 3 : DELIB_ID : rien n’est écrit
  deliberations-rejets.csv : 1 ligne à corriger, puis : registre importer --csv {rejects}

"""


def test_the_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, where = root / "deliberations.csv", ("--dossier", str(root))
    file.write_text(rows_of(ROW, ROW | {"DELIB_ID": ""}), "utf-8")
    code, out, err = run("importer", "--csv", str(file), *where, capsys=capsys)
    assert (code, err) == (1, "")
    assert out.startswith(SAID.format(rejects=root / "deliberations-rejets.csv"))
    assert out.endswith("Pour tout lire : registre verifier\n") and "Aucune erreur, " in out
    day = run("importer", "--csv", str(file), "--date", "2026-04-09", *where, capsys=capsys)
    assert day == (2, "", "Dans un tableau, chaque ligne dit sa date : retirez --date.\n")
    body = run("importer", "--csv", str(file), "--collectivite", "exmple", *where, capsys=capsys)
    assert body == (2, "", "Aucune collectivité ne s’appelle « exmple ». Vouliez-vous dire « exemple » ?\n")


@dataclass
class Dialect:
    """How a file is written."""

    encoding: str
    delimiter: str
    quoting: int
    newline: str
    headers: Callable[[str], str]
    date: str
    before: str
    after: str

    def text(self, rows: list[dict[str, str]], breaks: bool) -> str:
        out = io.StringIO()
        out.write(self.before)
        writer = csv.writer(out, delimiter=self.delimiter, quoting=self.quoting, lineterminator=self.newline)
        more = [self.after] if self.after else []
        writer.writerow([self.headers(name) for name in HEADER] + more)
        for row in rows:
            cells = row | {name: self.day(row[name]) for name in ("DELIB_DATE", "PREF_DATE") if row[name]}
            cells["DELIB_OBJET"] = cells["DELIB_OBJET"].replace(" ", self.newline) if breaks else cells["DELIB_OBJET"]
            writer.writerow([cells[name] for name in HEADER] + [""] * len(more))
        return out.getvalue()

    def day(self, iso: str) -> str:
        return f"{dt.date.fromisoformat(iso):{self.date}}"


def accented(name: str) -> str:
    return name.lower().replace("delib", "délib").replace("matiere", "matière").replace("_", " ")


WORDS = re.findall(
    r"\S+",
    "Tarifs cantine école œuvre cœur Œuvres sœurs élèves « l'été » garçon août où naïve Noël 12 350 € n° ; , | - : "
    '"guillemets" l\'eau (voirie) 50 % budget# & É ÇA',
)
FRENCH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859-15"]
dialects = st.builds(
    Dialect,
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(";,\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    newline=st.sampled_from(["\n", "\r\n"]),
    headers=st.sampled_from([str, str.lower, accented, lambda name: f" {name.replace('_', '-')} ", "'{}'".format]),
    date=st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y-%m-%dT00:00:00", "%d/%m/%Y 00:00"]),
    before=st.sampled_from(["", "sep=;\n", "Délibérations\n\n", "\n"]),
    after=st.sampled_from(["", "colonne", " "]),
)
days = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))


@st.composite
def rows(draw: st.DrawFn, objets: st.SearchStrategy[str]) -> dict[str, str]:
    day = draw(days)
    voices = draw(st.none() | st.tuples(*[st.integers(0, 99)] * 3).filter(any))
    row = dict.fromkeys(HEADER, "") | {
        "COLL_NOM": "Commune d'Exemple", "COLL_SIRET": draw(st.sampled_from([SIRET, "216 200 006 00013", "216200006"])),
        "DELIB_DATE": day.isoformat(), "DELIB_OBJET": draw(objets),
        "DELIB_MATIERE_CODE": draw(st.sampled_from(["", "1.1", "7.10"])),
        "PREF_DATE": draw(st.sampled_from(["", (day + dt.timedelta(days=4)).isoformat()])),
    }  # fmt: skip
    if voices:
        names = ("VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
        row |= dict(zip(names, map(str, voices), strict=True)) | {"VOTE_REEL": str(sum(voices)), "VOTE_EFFECTIF": "300"}
    return row


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), dialect=dialects, breaks=st.booleans())
def test_any_register_written_in_any_dialect_is_read_back(data: st.DataObject, dialect: Dialect, breaks: bool) -> None:
    objets = line() if dialect.encoding.startswith("utf") else FRENCH
    drawn = data.draw(st.lists(rows(objets), min_size=1, max_size=6))
    for rank, row in enumerate(drawn):
        row["DELIB_ID"] = f"2026/{rank}"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("collectivites", "nomenclature.yaml"):
            (root / "content").mkdir(exist_ok=True)
            (shutil.copytree if (BASE / name).is_dir() else shutil.copy)(BASE / name, root / "content" / name)
        report = given_csv(root, dialect.text(drawn, breaks).encode(dialect.encoding))
        assert report.refused == ()
        corpus = load_corpus(root)
        assert [problem.code for problem in corpus.problems if problem.blocks] == []
        read = {found.record.value.numero: found for found in corpus.actes.values()}
        assert read.keys() == {row["DELIB_ID"] for row in drawn}
        for row in drawn:
            assert told(read[row["DELIB_ID"]]) == expected(row)


def told(found: Any) -> dict[str, Any]:
    """What the record of an act says of what its row said."""
    value = found.record.value
    vote = value.vote and (value.vote.pour, value.vote.contre, value.vote.abstention)
    votants = value.decompte and value.decompte.votants
    stamp = value.teletransmission and value.teletransmission.reception
    return {"day": found.day, "objet": value.objet, "matiere": value.matiere, "vote": vote, "votants": votants,
            "reception": stamp}  # fmt: skip


def expected(row: dict[str, str]) -> dict[str, Any]:
    voices = [int(row[name]) for name in ("VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION") if row[name]]
    reception = dt.date.fromisoformat(row["PREF_DATE"]) if row["PREF_DATE"] else None
    return {
        "day": dt.date.fromisoformat(row["DELIB_DATE"]), "objet": re.sub("[ \t\n\r]+", " ", row["DELIB_OBJET"]).strip(),
        "matiere": row["DELIB_MATIERE_CODE"] or None, "vote": tuple(voices) or None, "votants": sum(voices) or None,
        "reception": reception,
    }  # fmt: skip
