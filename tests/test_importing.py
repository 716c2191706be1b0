"""`registre importer`: from stamped documents to drafts, checked as any record is, and nothing else touched."""

from __future__ import annotations

import datetime as dt
import shutil
from functools import partial
from pathlib import Path

import pytest

from evening import ALL, act
from pdfs import SAMPLES, paged, scanned
from registre.build import verify
from registre.catalogue import CATALOGUE, Level
from registre.draft import importing
from registre.draft.document import read_file
from registre.draft.importing import import_files
from registre.draft.report import Refused
from registre.model.deliberation import Deliberation
from registre.model.names import slugify
from registre.model.seance import Seance
from registre.parse.record import read_record
from registre.source.files import SourceFile
from registre.source.yaml import read_yaml
from test_cli import run

BASE = Path(__file__).parent / "records" / "base"
FOLDER = "content/seances/exemple/2026-04-09"
MEAL, ROAD = "Prix du repas à la cantine", "Réfection du chemin des Prés"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "registre" / "content")
    return tmp_path / "registre"


def deposit(folder: Path, **texts: str | bytes) -> list[Path]:
    """Write documents: bytes as .pdf, text as .txt."""
    folder.mkdir(exist_ok=True)
    paths = []
    for name, content in texts.items():
        path = folder / f"{name}.{'txt' if isinstance(content, str) else 'pdf'}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        paths.append(path)
    return paths


def record(root: Path, name: str) -> Seance | Deliberation:
    path = f"{FOLDER}/{name}"
    file = SourceFile(path, (root / path).read_text("utf-8"))
    tree, problems = read_yaml(file)
    assert tree is not None and not problems
    read, problems = read_record(Seance if name == "seance.yaml" else Deliberation, tree, file)
    assert read is not None and not problems
    return read.value


def test_an_evening_of_pdfs_makes_one_seance(root: Path, tmp_path: Path) -> None:
    one, two = paged(act("2026-06", MEAL)), paged(act("2026-07", ROAD))
    done = import_files(root, deposit(tmp_path / "pdf", meal=one, road=two))
    assert done.written == tuple(
        f"{FOLDER}/{name}" for name in ("seance.yaml", "2026-06.yaml", "2026-07.yaml", "2026-06.pdf", "2026-07.pdf")
    )
    assert not done.refused and not done.to_check
    assert (root / FOLDER / "2026-06.pdf").read_bytes() == one
    seance = record(root, "seance.yaml")
    assert isinstance(seance, Seance)
    assert seance.presents == tuple(ALL.split(", "))
    assert [(p.de, p.a) for p in seance.pouvoirs] == [("Paul PETIT", "Anne MARTIN")]
    assert seance.excuses == ("Paul PETIT", "Inès MOREL")
    assert (seance.heure, seance.lieu, seance.en_exercice) == (dt.time(18, 30), "mairie", 7)
    assert seance.secretaires == ("Monsieur Jean DURAND",) and seance.president == "Madame Anne MARTIN"
    assert seance.convocation == dt.date(2026, 4, 2) and seance.brouillon and not seance.mouvements
    assert seance.decompte is not None and (seance.decompte.presents, seance.decompte.votants) == (5, 6)
    acte = record(root, "2026-07.yaml")
    assert isinstance(acte, Deliberation) and acte.signataire and acte.vote and acte.teletransmission
    assert (acte.numero, acte.objet, acte.nature) == ("2026-07", ROAD, "DE")
    assert (acte.signataire.prenom, acte.signataire.nom, acte.signataire.qualite) == ("Anne", "MARTIN", "Maire")
    assert acte.vote.unanimite and acte.vote.pour is None and acte.brouillon
    assert acte.teletransmission.publication == dt.date(2026, 4, 14)
    assert acte.texte is not None and acte.texte.startswith("Vu le code général") and "préfecture" not in acte.texte


def test_the_drafts_are_checked_and_block_nothing(root: Path, tmp_path: Path) -> None:
    import_files(root, deposit(tmp_path / "pdf", meal=act("2026-06", MEAL)))
    assert [p.code for p in verify(root)[1] if p.blocks] == []


def test_who_comes_and_goes_is_a_movement_to_check(root: Path, tmp_path: Path) -> None:
    fewer = ALL.replace(", Luc ROUX", "")
    files = deposit(tmp_path / "pdf", b=act("2026-07", ROAD, presents=fewer), a=act("2026-06", MEAL))
    done = import_files(root, files)
    seance = record(root, "seance.yaml")
    assert isinstance(seance, Seance)
    assert [(m.nom, m.sens, m.a_partir_de) for m in seance.mouvements] == [("Luc ROUX", "part", "2026-07")]
    assert [(c.champ, c.passage) for c in done.to_check] == [("mouvements", "Luc ROUX part à partir de 2026-07")]
    acte = record(root, "2026-07.yaml")
    assert isinstance(acte, Deliberation) and acte.decompte is not None and acte.decompte.presents == 4


def test_what_is_of_one_act_is_not_said_of_the_seance(root: Path, tmp_path: Path) -> None:
    def headed(numero: str, service: str) -> str:
        return act(numero, MEAL).replace("COMMUNE D’EXEMPLE\n", f"COMMUNE D’EXEMPLE\n{service}\nn° {numero}\n")

    files = deposit(tmp_path / "pdf", a=headed("2026-06", "Service scolaire"), b=headed("2026-07", "Voirie"))
    done = import_files(root, files)
    seance = record(root, "seance.yaml")
    assert isinstance(seance, Seance) and seance.ouverture
    assert "2026-06" not in seance.ouverture
    assert [(c.champ, c.passage) for c in done.to_check] == [("ouverture", "l’acte 2026-07 ne l’écrit pas de même")]


def test_a_stamp_that_counts_for_itself_is_told_and_blocks_nothing(root: Path, tmp_path: Path) -> None:
    text = act("2026-06", MEAL).replace("20260409-2026-06-DE", "20260409-0000071216-DE")
    done = import_files(root, deposit(tmp_path / "pdf", a=text))
    said = "Le tampon porte le numéro 0000071216, et le document le numéro 2026-06."
    assert [(c.champ, c.passage) for c in done.to_check] == [("numero", said)]
    acte = record(root, "2026-06.yaml")
    assert isinstance(acte, Deliberation) and [(a.code, a.motif) for a in acte.anomalies] == [("I002", said)]
    assert [p.code for p in verify(root)[1] if p.blocks] == []


def test_a_table_is_to_check(root: Path, tmp_path: Path) -> None:
    rows = "Postes\nTitulaires 4 4\nSuppléants 5 5\nTotal 9 9\nAutres 1 1\n\n"
    text = act("2026-06", MEAL).replace("Considérant", f"{rows}Considérant")
    done = import_files(root, deposit(tmp_path / "pdf", a=text))
    assert [(c.champ, c.passage) for c in done.to_check] == [
        ("texte", "un tableau, peut-être : Titulaires 4 4 Suppléants 5 5 Total 9 9 Autres 1 1")
    ]


def test_a_seance_of_the_register_stays_and_a_difference_is_told(root: Path, tmp_path: Path) -> None:
    import_files(root, deposit(tmp_path / "un", meal=act("2026-06", MEAL)))
    before = (root / FOLDER / "seance.yaml").read_bytes()
    fewer = ALL.replace(", Luc ROUX", "")
    done = import_files(root, deposit(tmp_path / "deux", road=act("2026-07", ROAD, presents=fewer)))
    assert (root / FOLDER / "seance.yaml").read_bytes() == before
    assert done.written == (f"{FOLDER}/2026-07.yaml",)
    assert [c.passage for c in done.to_check] == [
        "présents : en moins Luc ROUX (par rapport à content/seances/exemple/2026-04-09/seance.yaml)"
    ]


def test_nothing_is_overwritten(root: Path, tmp_path: Path) -> None:
    files = deposit(tmp_path / "pdf", meal=paged(act("2026-06", MEAL)))
    import_files(root, files)
    before = {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}
    done = import_files(root, files)
    assert done.written == () and done.refused == (
        Refused("meal.pdf", f"{FOLDER}/2026-06.yaml existe déjà : il n’a pas été touché."),
    )
    assert {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()} == before


def test_an_interruption_leaves_all_as_it_was(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted((root / "content").rglob("*"))
    real = importing.write_new

    def interrupted(where: Path, path: str, text: str) -> None:
        if path.endswith("2026-07.yaml"):
            raise KeyboardInterrupt
        real(where, path, text)

    monkeypatch.setattr(importing, "write_new", interrupted)
    files = deposit(tmp_path / "pdf", a=act("2026-06", MEAL), b=act("2026-07", ROAD))
    with pytest.raises(KeyboardInterrupt):
        import_files(root, files)
    assert [path for path in sorted((root / "content").rglob("*")) if path.is_file()] == [
        path for path in before if path.is_file()
    ]


def test_a_body_that_is_not_known_is_said(root: Path, tmp_path: Path) -> None:
    text = act("2026-06", MEAL).replace("216200006", "219900016").replace("EXEMPLE", "AILLEURS")
    (refused,) = import_files(root, deposit(tmp_path / "pdf", meal=text)).refused
    assert refused.reason == (
        "on ne sait pas de quelle collectivité il est (il dit : COMMUNE D’AILLEURS). Ajoutez : --collectivite NOM ; "
        "elles s’appellent ici : exemple. S’il est d’une autre, écrivez d’abord sa fiche dans content/collectivites/."
    )
    (refused,) = import_files(root, deposit(tmp_path / "pdf", meal=text), "exemple").refused
    assert refused.reason == "il est d’un organisme dont le SIREN est 219900016, non de « exemple »."


def test_a_document_without_date_asks_for_it(root: Path, tmp_path: Path) -> None:
    files = deposit(tmp_path / "pdf", note="COMMUNE D’EXEMPLE\n\nLe Conseil Municipal approuve le prix du repas.\n")
    (refused,) = import_files(root, files).refused
    assert refused.reason == (
        "il ne dit pas la date de la séance, ou on ne l’a pas trouvée. Ajoutez : --date AAAA-MM-JJ."
    )
    done = import_files(root, files, day=dt.date(2026, 4, 9))
    assert done.written == (f"{FOLDER}/seance.yaml", f"{FOLDER}/note.yaml")
    assert [c.champ for c in done.to_check] == ["objet", "signataire", "numero"]


def test_a_scan_is_kept_with_what_its_name_tells(root: Path, tmp_path: Path) -> None:
    scan = paged("")
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "2026-04-09 2026-12.pdf").write_bytes(scan)
    done = import_files(root, [folder / "2026-04-09 2026-12.pdf"], "exemple")
    assert done.written == (f"{FOLDER}/2026-12.yaml", f"{FOLDER}/2026-12.pdf")
    assert ("texte", "document numérisé : rien n’a pu y être lu que ses tampons") in [
        (c.champ, c.passage) for c in done.to_check
    ]
    acte = record(root, "2026-12.yaml")
    assert isinstance(acte, Deliberation) and acte.numero == "2026-12" and acte.texte is None and acte.resultat is None


@pytest.mark.usefixtures("tesseract")
def test_what_is_recognised_in_a_scan_is_all_to_check(root: Path, tmp_path: Path) -> None:
    files = deposit(tmp_path / "pdf", scan=scanned(paged(act("2026-06", MEAL))))
    done = import_files(root, files, read=partial(read_file, ocr=True))
    assert f"{FOLDER}/2026-06.yaml" in done.written
    acte = record(root, "2026-06.yaml")
    assert isinstance(acte, Deliberation) and acte.objet == MEAL and acte.texte
    checked = {check.champ for check in acte.a_verifier}
    assert {"numero", "objet", "texte", "vote", "signataire", "teletransmission"} <= checked


def test_a_scan_without_tesseract_says_what_to_install(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    files = deposit(tmp_path / "pdf", scan=paged(""))
    code, out, err = run("importer", str(files[0]), "--ocr", "--dossier", str(root), capsys=capsys)
    assert (code, out) == (2, "")
    assert err.startswith("Un document numérisé se lit avec Tesseract, qui n’est pas installé :\n")


def test_a_pdf_is_imported_as_it_may_be_published(root: Path, tmp_path: Path) -> None:
    files = deposit(tmp_path / "pdf", **{name: sample.make() for name, sample in SAMPLES.items()})
    done = import_files(root, files, "exemple", dt.date(2026, 4, 9))
    unsafe = {name for name, s in SAMPLES.items() if s.code and CATALOGUE[s.code].level is Level.ERREUR}
    assert {refused.name.removesuffix(".pdf") for refused in done.refused} == unsafe | {"trop-gros"}
    kept = {slugify(name) for name in SAMPLES.keys() - unsafe - {"trop-gros"}}
    assert {path.stem for path in (root / FOLDER).glob("*.pdf")} == kept


def test_the_command_ends_with_a_summary(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pdf"
    deposit(folder, meal=act("2026-06", MEAL), other="Rien\n")
    code, out, err = run("importer", str(folder), "--dossier", str(root), capsys=capsys)
    assert (code, err) == (1, "")
    assert out == (
        "2 fichiers à relire :\n"
        f"  {FOLDER}/seance.yaml\n"
        f"  {FOLDER}/2026-06.yaml\n\n"
        "Refusé :\n"
        "  other.txt : on ne sait pas de quelle collectivité il est. Ajoutez : --collectivite NOM ; elles s’appellent "
        "ici : exemple. S’il est d’une autre, écrivez d’abord sa fiche dans content/collectivites/.\n\n"
        "Aucune erreur, 3 avertissements. Pour tout lire : registre verifier\n"
    )


def test_a_date_may_be_given_in_figures(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = deposit(tmp_path / "pdf", scan="COMMUNE D’EXEMPLE\n\nLe conseil municipal approuve.\n")
    code, out, _ = run("importer", str(file), "--date", "09/04/2026", "--dossier", str(root), capsys=capsys)
    assert code == 0 and f"  {FOLDER}/scan.yaml\n" in out
    code, out, _ = run("importer", str(tmp_path / "rien"), "--dossier", str(root), capsys=capsys)
    assert (code, out) == (1, "Refusé :\n  rien : ce fichier, ou ce dossier, n’existe pas.\n")


def test_a_body_mistyped_is_said_before_anything_is_read(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = deposit(tmp_path / "pdf", meal=act("2026-06", MEAL))
    code, out, err = run("importer", str(files[0]), "--collectivite", "exempel", "--dossier", str(root), capsys=capsys)
    assert (code, out) == (2, "")
    assert err == "Aucune collectivité ne s’appelle « exempel ». Vouliez-vous dire « exemple » ?\n"
