"""The summary shown on GitHub, and the size of the site: what is told, and when publication stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import copy_project
from registre.after.limits import LIMIT, Measure, measure
from registre.catalogue import Level
from registre.cli import main
from registre.problems import Place, Problem
from registre.render.wording import NBSP
from registre.summary import LIMIT as SUMMARY_LIMIT
from registre.summary import summary

BASE = Path(__file__).parent / "records" / "base"
ACT = "content/seances/exemple/2026-03-12/015.yaml"
VARIABLES = {"GITHUB_SERVER_URL": "https://exemple.fr", "GITHUB_REPOSITORY": "commune/registre", "GITHUB_SHA": "a1b2"}


def problem(number: int, level: Level = Level.ERREUR, title: str = "Date incorrecte", path: str = ACT) -> Problem:
    return Problem("D012", level, Place(path, number), title, "Vérifiez.")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return int(stop.value.code or 0)


def test_every_problem_is_told_with_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_project(tmp_path / "registre", BASE)
    act = root / ACT
    act.write_text(act.read_text(encoding="utf-8").replace("2026-03-17", "17/03/2026"), encoding="utf-8")
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    told = tmp_path / "resume.md"
    told.write_text("avant\n", encoding="utf-8")
    assert run("verifier", "--format", "github", "--resume", str(told), "--dossier", str(root)) == 1
    assert told.read_text(encoding="utf-8") == (
        "avant\n## Vérification des fiches\n\n1 erreur dans 1 fichier.\n"
        "\n### Erreurs : à corriger avant de publier\n"
        r"""
**content\/seances\/exemple\/2026\-03\-12\/015\.yaml**

- [ligne 9](https://exemple.fr/commune/registre/blob/a1b2/content/seances/exemple/2026-03-12/015.yaml#L9) : """
        r"Date de mise en ligne \: format incorrect \[D012\]<br>Écrivez plutôt \: mise\_en\_ligne\: 2026\-03\-17"
        "\n"
    )


def test_errors_come_before_warnings_each_file_once() -> None:
    text = summary([problem(1, Level.AVERTISSEMENT), problem(2), problem(3), problem(4, path="content/z.yaml")])
    places = [line for line in text.splitlines() if line.startswith(("###", "**", "- "))]
    assert [place.split(" : ")[0] for place in places] == [
        "### Erreurs", r"**content\/seances\/exemple\/2026\-03\-12\/015\.yaml**", "- ligne 2", "- ligne 3",
        r"**content\/z\.yaml**", "- ligne 4",
        "### Avertissements", r"**content\/seances\/exemple\/2026\-03\-12\/015\.yaml**", "- ligne 1",
    ]  # fmt: skip


def test_what_a_record_says_is_no_markup() -> None:
    text = summary([problem(1, title="<img src=x>[a](https://b.fr) **c** `d` @e #1 &lt; | \\\n# f")])
    assert (
        r"\<img src\=x\>\[a\]\(https\:\/\/b\.fr\) \*\*c\*\* \`d\` \@e \#1 \&lt\; \| \\ \# f \[D012\]"
        in (text.splitlines()[-1])
    )


def test_what_does_not_fit_is_counted() -> None:
    problems = [problem(number) for number in range(1, 20_001)]
    text = summary(problems, "https://exemple.fr/blob/a1b2")
    told = text.count("- [ligne ")
    assert SUMMARY_LIMIT - 500 < len(text.encode()) <= SUMMARY_LIMIT
    assert text.endswith(
        f"\n**Et {20_000 - told} autres, faute de place ici.** La commande « make verifier » les dit tous.\n"
    )


def test_an_empty_summary_says_so() -> None:
    assert summary([]) == "## Vérification des fiches\n\nAucune erreur.\n"


def grown(root: Path, octets: int) -> Path:
    """A site that weighs about so much, without taking the room on the disk."""
    (root / "content").mkdir()
    (root / "site").mkdir()
    with (root / "site" / "gros.pdf").open("wb") as file:
        file.truncate(octets)
    return root


@pytest.mark.parametrize(
    ("share", "code", "level"),
    [(0, 0, ""), (59, 0, ""), (60, 0, "warning"), (94, 0, "warning"), (95, 1, "error"), (120, 1, "error")],
)
def test_a_site_is_told_from_60_per_cent_and_stopped_from_95(
    share: int, code: int, level: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = grown(tmp_path, LIMIT // 100 * share)
    assert run("mesurer", "--format", "github", "--dossier", str(root)) == code
    assert capsys.readouterr().out.partition("Le site pèse")[0] == (
        f"::{level} title=Taille du site::" if level else ""
    )


def test_what_to_do_is_told() -> None:
    def told(octets: int, pdf: int) -> str:
        return Measure(octets, pdf, files=12).sentence.replace(NBSP, " ")

    do = (
        " Ses PDF pèsent 500 Mo. Gardez-les ailleurs, et donnez pour chacun, dans `pieces`, `adresse`, `sha256` et "
        "`octets` ; ou publiez chez un hébergeur sans cette limite."
    )
    start = "Le site pèse {} Mo (12 fichiers), {} % de ce que GitHub Pages accepte."
    assert told(10_000_000, 0) == start.format(10, 1)
    assert told(600_000_000, 500_000_000) == (start.format(600, 60) + " À 95 %, il ne le sera plus." + do)
    assert told(960_000_000, 500_000_000) == (start.format(960, 96) + " Il n’est pas mis en ligne." + do)


def test_the_measure_is_that_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "un.PDF").write_bytes(b"x" * 513)
    (tmp_path / "vide.html").write_bytes(b"")
    assert measure(tmp_path) == Measure(octets=2 * 512 + (512 + 1024) + 512, pdf=513, files=2)


def test_without_a_site_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    assert run("mesurer", "--dossier", str(tmp_path)) == 2
    assert capsys.readouterr().err == "Il n’y a pas de site à mesurer. Construisez-le d’abord : make site\n"
