"""The documentation, held against the code: the README's example runs; what is linked or quoted exists."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, copy_project, register_of
from registre.build import build_site, verify
from registre.cli import main
from registre.problems import in_file_order, report
from registre.register.entries import Register
from registre.register.facets import indexes
from registre.render.indexed import indexed_pages
from writing import tiny_pdf

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in (*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md")))
}
PAGES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("content/pages/*.md"))
}
EXAMPLE = dict(re.findall(r"^`(content/\S+)`\n\n```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
MESSAGE = re.findall(r"^```text\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)[0]
OURS = ("collectivites", "conventions", "seances")


def quoted(text: str) -> str:
    """What a Markdown text prints as code."""
    return "\n".join(
        block or span for block, span in re.findall(r"^```\w*\n(.*?)^```$|`([^`\n]+)`", text, re.MULTILINE | re.DOTALL)
    )


CODE = {name: quoted(text) for name, text in (DOCS | PAGES).items()}
MADE = re.compile(r"\.\./[a-z-]+/index\.md")  # how a page of the site names one that no file is


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of one's own, made as the README says: without our acts, with its example."""
    root = copy_project(tmp_path_factory.mktemp("readme"))
    for name in OURS:
        shutil.rmtree(root / "content" / name, ignore_errors=True)
    for path, text in EXAMPLE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        if Path(path).name.startswith("2026-"):  # « déposez `2026-04.pdf` et `2026-05.pdf` »
            (root / path).with_suffix(".pdf").write_bytes(tiny_pdf("Acte"))
    return root


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    """The register of that site, once built."""
    build_site(root)
    return register_of(root)


def test_the_example_is_a_body_a_seance_and_two_acts() -> None:
    assert [Path(path).name for path in EXAMPLE] == ["exemple.yaml", "seance.yaml", "2026-04.yaml", "2026-05.yaml"]


def test_nothing_is_said_of_the_example(root: Path) -> None:
    assert [p for p in verify(root)[1] if p.place.path in EXAMPLE] == []


def test_the_acts_of_the_example_are_on_every_list(root: Path, register: Register) -> None:
    assert [act.fiche.numero for act in register.acts] == ["2026-04", "2026-05"]
    lists = ["index.html", "actes/exemple/2026-03-12/index.html"]
    for facet in indexes():
        values = {value.slug for act in register.acts for value in facet.values(act)}
        lists += [f"{facet.path}/{slug}/index.html" for slug in sorted(values)]
    assert len(lists) >= 5
    for path in lists:
        page = (root / "site" / path).read_text(encoding="utf-8")
        for act in register.acts:
            assert f'/{act.fiche.numero}/"' in page or f'"{act.fiche.numero}/"' in page, (path, act.url)


def test_the_acts_of_the_example_are_in_the_search(root: Path, register: Register) -> None:
    index = json.loads((root / "site" / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    pages = {page.url for page in indexed_pages(register)}
    assert {act.url for act in register.acts} <= pages
    assert index["languages"]["fr"]["page_count"] == len(pages)


def test_the_message_shown_is_the_one_told(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "content", tmp_path / "content")
    path, line = re.match(r"(\S+), ligne ([0-9]+)", MESSAGE).groups()  # type: ignore[union-attr]
    typed = re.search(rf"^    {line} \| (.*)$", MESSAGE, re.MULTILINE).group(1)  # type: ignore[union-attr]
    lines = EXAMPLE[path].split("\n")
    assert lines[int(line) - 1].split(":")[0] == typed.split(":")[0]
    lines[int(line) - 1] = typed
    (tmp_path / path).write_text("\n".join(lines), encoding="utf-8")
    told = in_file_order(p for p in verify(tmp_path)[1] if p.place.path in EXAMPLE)
    assert report(told) == MESSAGE


@pytest.mark.parametrize("name", DOCS | PAGES)
def test_links_lead_to_files(name: str) -> None:
    for link in re.findall(r"\]\(([^)#\s]+)", (DOCS | PAGES)[name]):
        if not re.match(r"https?:", link) and not (name in PAGES and MADE.fullmatch(link)):
            assert ((ROOT / name).parent / link).exists(), link


@pytest.mark.parametrize("name", CODE)
def test_paths_quoted_exist(name: str) -> None:
    for path in re.findall(r"(?<![\w/.])(?:scripts|tests|overrides|docs)/[\w./-]+", CODE[name]):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", CODE)
def test_make_targets_quoted_exist(name: str) -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake ([a-z-]+)", CODE[name])) <= set(targets)


@pytest.mark.parametrize("name", CODE)
def test_commands_quoted_exist(name: str) -> None:
    for command in set(re.findall(r"\bregistre ([a-z]+)", CODE[name])):
        with pytest.raises(SystemExit) as done:
            main([command, "--aide"])
        assert done.value.code == 0, command


def test_settings_quoted_exist() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\bREGISTRE_[A-Z]+", README)) <= set(re.findall(r"\bREGISTRE_[A-Z]+", settings))


def test_the_picture_is_light() -> None:
    assert (ROOT / "docs" / "images" / "acte.png").stat().st_size < 250_000
