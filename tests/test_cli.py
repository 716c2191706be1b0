"""The command: formats, exit codes, French, and the old site that stays."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import copy_project
from registre import build, cli

BASE = Path(__file__).parent / "records" / "base"
ACT = "content/seances/exemple/2026-03-12/015.yaml"


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        cli.main(arguments)
    out, err = capsys.readouterr()
    return int(stop.value.code or 0), out, err


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "registre", BASE)


def spoil(root: Path) -> None:
    act = root / ACT
    act.write_text(act.read_text(encoding="utf-8").replace("2026-03-17", "17/03/2026"), encoding="utf-8")


def test_nothing_to_say(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verifier", "--dossier", str(small), capsys=capsys) == (0, "Aucune erreur.\n", "")


def test_an_error_in_text(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(small)
    code, out, _ = run("verifier", "--dossier", str(small), capsys=capsys)
    assert code == 1
    assert out == (
        f"{ACT}, ligne 9\n  Date de mise en ligne : format incorrect [D012]\n    9 | mise_en_ligne: 17/03/2026\n"
        "  Écrivez plutôt : mise_en_ligne: 2026-03-17\n\n1 erreur dans 1 fichier.\n"
    )


def test_an_error_in_json(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(small)
    code, out, _ = run("verifier", "--format", "json", "--dossier", str(small), capsys=capsys)
    assert code == 1
    assert json.loads(out) == [
        {
            "code": "D012",
            "niveau": "erreur",
            "fichier": ACT,
            "ligne": 9,
            "extrait": "mise_en_ligne: 17/03/2026",
            "message": "Date de mise en ligne : format incorrect",
            "remede": "Écrivez plutôt : mise_en_ligne: 2026-03-17",
            "motif": "",
        }
    ]


NEIGHBOUR = "content/collectivites/voisine.yaml"


@pytest.fixture
def two(small: Path) -> Path:
    """Two bodies, a mistake in each; one had another short name."""
    spoil(small)
    record = "nom: Commune de Voisine\ngenre: comune\nanciens_noms_courts: [vieille]\n"
    (small / NEIGHBOUR).write_text(record, encoding="utf-8")
    return small


def test_one_body_is_checked_apart(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("verifier", "--collectivite", "voisine", "--dossier", str(two), capsys=capsys)
    assert (code, err) == (1, "")
    assert out.startswith(f"{NEIGHBOUR}, ligne 2\n  Catégorie : ") and ACT not in out
    assert out.endswith("\n\n1 erreur dans 1 fichier.\nAilleurs dans le registre : 1 erreur dans 1 fichier.\n")


def test_the_mistakes_of_others_do_not_count(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (two / NEIGHBOUR).write_text("nom: Commune de Voisine\ngenre: commune\n", encoding="utf-8")
    code, out, _ = run("verifier", "--collectivite", "voisine", "--dossier", str(two), capsys=capsys)
    assert (code, out) == (0, "Aucune erreur.\nAilleurs dans le registre : 1 erreur dans 1 fichier.\n")


@pytest.mark.parametrize(("style", "start"), [("json", "["), ("github", "::error file=")])
def test_several_bodies_in_the_other_formats(
    two: Path, style: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ("--collectivite", "voisine", "--collectivite", "exemple")
    code, out, err = run("verifier", *chosen, "--format", style, "--dossier", str(two), capsys=capsys)
    assert code == 1 and out.startswith(start)
    assert out.count(ACT) == out.count(NEIGHBOUR) == 1
    assert err == "Ailleurs dans le registre : aucune erreur.\n"


def test_a_folder_of_acts_without_record_can_be_chosen(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "content/seances/exemple").rename(small / "content/seances/exmple")
    code, out, _ = run("verifier", "--collectivite", "exmple", "--dossier", str(small), capsys=capsys)
    assert code == 1 and out.startswith("content/seances/exmple\n  Dossier : aucune collectivité")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("exemples", "Aucune collectivité ne s’appelle « exemples ». Vouliez-vous dire « exemple » ?\n"),
        ("Voisine", "Aucune collectivité ne s’appelle « Voisine ». Vouliez-vous dire « voisine » ?\n"),
        ("vieille", "Aucune collectivité ne s’appelle « vieille ». Elle s’appelle maintenant « voisine ».\n"),
        ("xyz", "Aucune collectivité ne s’appelle « xyz ».\n"),
    ],
)
def test_an_unknown_body_is_told(two: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verifier", "--collectivite", name, "--dossier", str(two), capsys=capsys) == (2, "", said)


def test_an_error_as_github_annotation(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(small)
    code, out, _ = run("verifier", "--format", "github", "--dossier", str(small), capsys=capsys)
    assert code == 1
    assert out == (
        f"::error file={ACT},line=9,title=D012::Date de mise en ligne : format incorrect%0A"
        "Écrivez plutôt : mise_en_ligne: 2026-03-17\n"
    )


def test_a_folder_given_from_elsewhere(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.parent)
    code, _, err = run("construire", "--dossier", small.name, capsys=capsys)
    assert (code, err) == (0, "")
    assert (small / "site" / "index.html").is_file()


def test_a_refused_build_leaves_the_old_site(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("construire", "--dossier", str(small), capsys=capsys)
    assert (code, err) == (0, "")
    assert out == "Site construit dans site/ : 2 actes. Aucune erreur.\n"
    before = {path: path.read_bytes() for path in sorted((small / "site").rglob("*")) if path.is_file()}
    spoil(small)
    code, out, err = run("construire", "--dossier", str(small), capsys=capsys)
    assert (code, out) == (1, "")
    assert err.endswith("\n\n1 erreur dans 1 fichier. Le site n’a pas été reconstruit.\n")
    assert {path: path.read_bytes() for path in sorted((small / "site").rglob("*")) if path.is_file()} == before


def test_pages_that_mkdocs_refuses_leave_the_old_site(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "content" / "pages" / "aide.md").write_text("# Aide\n\n[mort](nulle-part.md)\n", encoding="utf-8")
    code, _, err = run("construire", "--dossier", str(small), capsys=capsys)
    assert code == 2
    assert err.startswith("MkDocs a refusé les pages :\n") and "nulle-part.md" in err
    assert not (small / "site").exists()


def test_an_unexpected_exception_is_one_french_sentence(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(root: Path) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(build, "verify", fail)
    code, out, err = run("verifier", "--dossier", str(small), capsys=capsys)
    assert (code, out) == (2, "")
    match = re.fullmatch(r"Une erreur imprévue a arrêté la commande ; les détails sont dans (.+)\.\n", err)
    assert match is not None
    details = Path(match.group(1))
    assert "boom" in details.read_text(encoding="utf-8")
    details.unlink()


@pytest.mark.parametrize(
    "arguments",
    [["--aide"], ["verifier", "-h"], ["construire", "--help"], ["servir", "--aide"], ["piece", "--aide"], []],
)
def test_help_is_french_and_shows_an_example(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(*arguments, capsys=capsys)
    assert code == 0
    assert "Exemple :" in out and "Utilisation :" in out
    assert not re.search(r"\b(usage|optional|options:|show this|positional)\b", out)


@pytest.mark.parametrize(
    "arguments",
    [["publier"], ["verifier", "--formatt", "json"], ["construire", "--jour", "demain"], ["piece", "a.pdf"]],
)
def test_a_command_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(*arguments, capsys=capsys)
    assert (code, out) == (2, "")
    assert err.startswith("Commande non comprise") and "--aide" in err


def test_a_folder_without_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run("verifier", "--dossier", str(tmp_path), capsys=capsys)
    assert code == 2
    assert err.startswith(f"Il n’y a pas de dossier content/ dans {tmp_path}.")


def test_the_installed_command_runs(small: Path) -> None:
    command = Path(sys.executable).with_name("registre")
    done = subprocess.run(
        [command, "verifier"], cwd=small, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (0, "Aucune erreur.\n")
