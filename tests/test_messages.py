"""The examples of the catalogue, run on the example register: the wrong one gives its message, the right one none.
The page « Messages » and docs/messages.md, which show them.

After a wanted change: MAJ_PAGES=1 pytest tests/test_messages.py, then read the difference before committing it.
"""

from __future__ import annotations

import html
import os
import re
import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from registre.catalogue import CATALOGUE, FAMILIES
from registre.catalogue.message import Exemple
from registre.render.messages import TAB, messages_page, messages_text
from registre.render.page import Settings
from registre.render.wording import NBSP
from test_records import INVALID, RECORDS, lay_over, problems_of
from writing import tiny_pdf, with_lines

SEANCE = "seances/exemple/2026-03-12"
FILES = {
    "acte": f"{SEANCE}/014.yaml",
    "seance": f"{SEANCE}/seance.yaml",
    "convention": f"{SEANCE}/014-convention.md",
    "collectivite": "collectivites/exemple.yaml",
    "type": "conventions/restauration/type.yaml",
    "modele": "conventions/restauration/modele-2025.md",
    "registre": "registre.yaml",
    "nomenclature": "nomenclature.yaml",
}
# What a wrong example cannot help giving as well.
ALSO = {
    "A001": {"R152"},  # a code mistyped acknowledges nothing
    "F015": {"I002"},  # the identifier carries the number too
    "I008": {"I002"},
    "R101": {"R011"},
    "F039": {"F007"},
    "S002": {"S001"},
}
EXAMPLES = {code: message.exemple for code, message in sorted(CATALOGUE.items()) if message.exemple}
DOCS = ROOT / "docs" / "messages.md"


def put(content: Path, path: str, right: str) -> None:
    """A file at `path`: a copy of the one at `right`, or a new one when the register has none there."""
    target, source = (content.parent / name for name in (path, right))
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.exists():
        target.write_bytes(source.read_bytes())
    else:
        target.write_bytes(tiny_pdf("Acte") if path.lower().endswith(".pdf") else b"# Une page\n")


def codes_of(root: Path) -> set[str]:
    return {problem.code for problem in problems_of(root) if not problem.reason}


def codes_told(root: Path, code: str, example: Exemple, lines: str) -> set[str]:
    """The codes told of the example register with this example written in it."""
    if example.lieu == "geste":
        if lines == example.faux:
            return codes_of(lay_over(next(case for case in INVALID if case.name.startswith(f"{code}-")), root))
        return set()  # the base itself: see test_records
    content = root / "content"
    shutil.copytree(RECORDS / "base", content)
    if example.lieu == "chemin":
        put(content, lines, example.juste)
    else:
        file = content / FILES[example.lieu]
        file.write_text(with_lines(file.read_text(encoding="utf-8"), lines, example.juste), encoding="utf-8")
    return codes_of(root)


def test_every_message_has_an_example() -> None:
    assert sorted(set(CATALOGUE) - set(EXAMPLES)) == []


def test_a_code_is_in_one_family_and_starts_with_its_letter() -> None:
    for title, messages in FAMILIES.items():
        assert len({message.code[0] for message in messages}) == 1, title
    assert sum(map(len, FAMILIES.values())) == len(CATALOGUE)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_gives_its_message(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    assert codes_told(tmp_path, code, example, example.faux) - ALSO.get(code, set()) == {code}


@pytest.mark.parametrize("code", EXAMPLES)
def test_nothing_is_said_of_the_right_example(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    assert codes_told(tmp_path, code, example, example.juste) == set()


# ---- The page ----


def section_of(page: str, code: str) -> str:
    """What the page says of a code, from its anchor to the next, as read."""
    said = page.split(f'<h3 id="{code.lower()}">')[1].split("</section>")[0]
    return html.unescape(said).replace(NBSP, " ")


def test_the_page_tells_everything_of_every_code(site: Path) -> None:
    page = (site / "messages" / "index.html").read_text(encoding="utf-8")
    assert len(page.encode()) < 200_000
    for code, example in EXAMPLES.items():
        message, said = CATALOGUE[code], section_of(page, code)
        assert message.level.label in said, code
        assert message.article.split("{")[0] in said, code
        assert ("#reconnaitre" in said) == message.acknowledgeable, code
        assert example.faux.replace("\t", TAB) in said and example.juste in said, code


def test_no_blank_of_a_sentence_is_left_to_fill() -> None:
    text = messages_page(Settings()).text
    for name in {name for m in CATALOGUE.values() for name in re.findall(r"{(\w+)}", m.sentence + m.remedy)}:
        assert f"{{{name}}}" not in text


def test_the_copy_in_docs_is_up_to_date() -> None:
    if os.environ.get("MAJ_PAGES"):
        DOCS.write_text(messages_text(), encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == messages_text()
