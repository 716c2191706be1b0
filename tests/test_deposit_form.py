"""The form for depositing: written from the register, and read back whatever is typed in it.

After a change in our own bodies: MAJ_FORMULAIRE=1 pytest tests/test_deposit_form.py writes it again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from registre.depot.form import BODY, DAY, FILES, MAX_FILES, FormError, Request, form_text, names_in, read_form
from registre.depot.paths import FORM
from registre.depot.steps.form import write_form
from registre.draft.report import Refused

BASE = Path(__file__).parent / "records" / "base"
PDF = "https://github.com/user-attachments/files/1/a.pdf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register with one body."""
    (tmp_path / "content/collectivites").mkdir(parents=True)
    (tmp_path / "content/collectivites/exemple.yaml").write_bytes((BASE / "collectivites/exemple.yaml").read_bytes())
    return tmp_path


def answered(body: str = "Commune d’Exemple (exemple)", day: str = "2026-03-12", files: str = f"[a.pdf]({PDF})") -> str:
    """The text that GitHub makes of the answers."""
    return f"### {BODY}\n\n{body}\n\n### {DAY}\n\n{day}\n\n### {FILES}\n\n{files}\n"


def reasons(text: str, root: Path) -> tuple[Refused, ...]:
    with pytest.raises(FormError) as refused:
        read_form(text, root)
    return refused.value.reasons


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_form_is_that_of_the_register(real_acts: Path) -> None:
    if os.environ.get("MAJ_FORMULAIRE"):
        write_form(ROOT)
    assert (ROOT / FORM).read_text(encoding="utf-8") == form_text(names_in(ROOT)), "relancez avec MAJ_FORMULAIRE=1"


def test_all_but_its_list_is_that_of_the_code() -> None:
    """In a register of somebody's own the list is kept by « Publier »: a new body must not fail its own proposal."""
    here, made = read(ROOT / FORM), yaml.safe_load(form_text({}))
    for form in (here, made):
        form["body"][1]["attributes"]["options"] = []
    assert here == made


def test_it_says_first_that_all_is_public_and_what_never_to_join() -> None:
    first, *others = yaml.safe_load(form_text({"exemple": "Commune d’Exemple"}))["body"]
    assert first["type"] == "markdown"
    assert first["attributes"]["value"].startswith("**Ce que vous joignez ici est public aussitôt**")
    assert [(field["type"], field["attributes"]["label"]) for field in others] == [
        ("dropdown", "Collectivité"), ("input", "Date de la séance"), ("upload", "Actes tamponnés (PDF)"),
    ]  # fmt: skip
    assert all(field["validations"]["required"] for field in others)
    assert others[2]["validations"]["accept"] == ".pdf"


def test_two_bodies_of_one_name_are_told_apart_and_a_register_without_any_has_a_form() -> None:
    same = yaml.safe_load(form_text({"a": "Saint-Martin", "b": "Saint-Martin"}))
    assert same["body"][1]["attributes"]["options"] == ["Saint-Martin (a)", "Saint-Martin (b)"]
    assert yaml.safe_load(form_text({}))["body"][1]["attributes"]["options"] == [
        "Aucune collectivité n’a encore de fiche"
    ]


@given(name=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60))
def test_any_name_is_a_choice_that_is_read_back(name: str) -> None:
    (choice,) = yaml.safe_load(form_text({"exemple": name}))["body"][1]["attributes"]["options"]
    assert choice == f"{name} (exemple)"


def test_names_are_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "content/collectivites"
    folder.mkdir(parents=True)
    for slug, name in [("z", "Abscon"), ("e", "Écourt"), ("a", "Étaples"), ("b", "Zuydcoote")]:
        (folder / f"{slug}.yaml").write_text(f"nom: {name}\ngenre: commune\n", encoding="utf-8")
    write_form(tmp_path)
    assert list(names_in(tmp_path).values()) == ["Abscon", "Écourt", "Étaples", "Zuydcoote"]
    assert (tmp_path / FORM).read_text(encoding="utf-8") == form_text(names_in(tmp_path))


@pytest.mark.parametrize("day", ["2026-03-12", "12/03/2026", "12.3.2026", "12 mars 2026", "jeudi 12 mars 2026"])
def test_a_date_is_read_as_clerks_type_it(root: Path, day: str) -> None:
    request = read_form(answered(day=day), root)
    assert (request.collectivite, request.day.isoformat(), request.addresses) == ("exemple", "2026-03-12", (PDF,))


def test_lines_of_windows_and_several_files(root: Path) -> None:
    second = "https://github.com/mairie-exemple/registre/files/22/b.pdf"
    files = f"[a.pdf]({PDF}) [b.pdf]({second})\n{PDF}"
    request = read_form(answered(files=files).replace("\n", "\r\n"), root)
    assert request.addresses == (PDF, second)


def test_all_that_is_wrong_is_told_at_once(root: Path) -> None:
    assert reasons(answered("Autre (inconnue)", "demain", "_No response_"), root) == (
        Refused("Collectivité", "« inconnue » n’a pas de fiche dans content/collectivites/."),
        Refused("Date de la séance", "« demain » n’est pas une date. Écrivez par exemple 12/03/2026."),
        Refused("Actes tamponnés (PDF)", "aucun PDF n’est joint."),
    )


@pytest.mark.parametrize("text", ["", "bonjour", "### Collectivité\n\n_No response_\n", "### \n### ###"])
def test_a_text_without_answers(root: Path, text: str) -> None:
    assert [reason.name for reason in reasons(text, root)] == [BODY, DAY, FILES]
    assert reasons(text, root)[1].reason == "Écrivez par exemple 12/03/2026."


@pytest.mark.parametrize("day", ["31/02/2026", "12/13/2026", "2026", "12 brumaire 2026", "٣/٣/٢٠٢٦", "9" * 400])
def test_a_date_that_is_none(root: Path, day: str) -> None:
    assert [reason.name for reason in reasons(answered(day=day), root)] == [DAY]


def test_too_many_files(root: Path) -> None:
    files = "\n".join(f"https://github.com/user-attachments/files/{n}/a.pdf" for n in range(MAX_FILES + 1))
    assert reasons(answered(files=files), root) == (
        Refused(FILES, "41 fichiers ; 40 au plus. Faites plusieurs dépôts."),
    )


@pytest.mark.parametrize("slug", ["../../etc", "exemple/../exemple", "EXEMPLE", "exemple.yaml", "a" * 5000, ""])
def test_a_body_is_never_a_path(root: Path, slug: str) -> None:
    assert [reason.name for reason in reasons(answered(f"Commune ({slug})"), root)] == [BODY]


def test_a_heading_typed_again_changes_nothing(root: Path) -> None:
    text = answered() + answered("Autre (inconnue)", "demain", "https://ailleurs.example/b.pdf")
    assert read_form(text, root).collectivite == "exemple"


@given(text=st.text(max_size=300) | st.text(max_size=80).map(lambda typed: answered(typed, typed, typed)))
def test_anything_is_read_or_refused(text: str) -> None:
    try:
        assert isinstance(read_form(text, BASE.parent), Request)
    except FormError as refused:
        assert refused.reasons
