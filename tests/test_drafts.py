"""Drafts: out of the register that is published, in that of a preview, where each says that it is one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from registre.parse.corpus import load_corpus
from registre.register.build import build_register
from registre.register.entries import Register
from registre.render import Settings, pages

RECORDS = Path(__file__).parent / "records"
SEANCE = "content/seances/exemple/2026-03-12"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register whose act 015 is a draft, and 014 is not."""
    for example in ("base", "valid/brouillon"):
        shutil.copytree(RECORDS / example, tmp_path / "content", dirs_exist_ok=True)
    return tmp_path


def numbers(register: Register) -> list[tuple[str, bool]]:
    return [(act.fiche.numero, act.draft) for act in register.acts]


def hide_the_seance(root: Path) -> None:
    seance = root / SEANCE / "seance.yaml"
    seance.write_text("brouillon: oui\n" + seance.read_text(encoding="utf-8"), encoding="utf-8")


def test_a_draft_is_in_the_register_of_a_preview_only(root: Path) -> None:
    corpus = load_corpus(root)
    assert numbers(build_register(corpus)) == [("014", False)]
    assert numbers(build_register(corpus, drafts=True)) == [("014", False), ("015", True)]
    assert [sitting.draft for sitting in build_register(corpus, drafts=True).sittings] == [False]


def test_the_acts_of_a_seance_that_is_a_draft_are_drafts(root: Path) -> None:
    hide_the_seance(root)
    corpus = load_corpus(root)
    published, shown = build_register(corpus), build_register(corpus, drafts=True)
    assert (published.acts, published.sittings) == ([], [])
    assert numbers(shown) == [("014", True), ("015", True)]
    assert [(sitting.draft, len(sitting.acts)) for sitting in shown.sittings] == [(True, 2)]


def shown(root: Path, *, drafts: bool) -> dict[str, str]:
    """The pages, by address, as one line of text each."""
    corpus = load_corpus(root)
    register = build_register(corpus, drafts=drafts)
    made = pages(register, Settings(day=register.day))
    return {page.path.removesuffix("index.md"): " ".join(page.text.split()) for page in made}


MARK = '<span class="etat etat--averifier">Brouillon</span>'
ACT, SITTING = "actes/exemple/2026-03-12/015/", "actes/exemple/2026-03-12/"


def test_a_draft_says_so_on_its_page_with_what_is_to_check(root: Path) -> None:
    page = shown(root, drafts=True)[ACT]
    assert (
        '<div class="bandeau bandeau--averifier" data-bloc="brouillon"> <p><strong>Brouillon</strong> Cette page n’est '
        f"que dans cet aperçu, tant que <code>{SEANCE}/015.yaml</code> dit <code>brouillon: oui</code>.</p> "
        "<p>À vérifier dans le document&nbsp;:</p> <ul> <li><code>vote</code>&nbsp;: «&nbsp;trois voix&nbsp;»</li> "
        "</ul> <p>Une fois chaque passage vérifié, supprimez <code>a_verifier</code> et <code>brouillon</code> de la "
        "fiche.</p> </div>"
    ) in page


def test_lists_mark_the_drafts_and_them_alone(root: Path) -> None:
    made = shown(root, drafts=True)
    for url in ("", "collectivites/exemple/", "dates/2026/", "actes/exemple/2026-03-12/014/"):
        assert re.findall(rf"{MARK} (?:(?!</p>).)*n°&nbsp;([0-9]+)</p>", made[url]) == ["015"], url
    assert f'<th scope="row">015</th><td>{MARK} <a' in made[SITTING] and made[SITTING].count(MARK) == 1


def test_a_seance_that_is_a_draft_says_so_wherever_it_is_named(root: Path) -> None:
    hide_the_seance(root)
    made = shown(root, drafts=True)
    held = f"<code>{SEANCE}/015.yaml</code> et <code>{SEANCE}/seance.yaml</code> disent <code>brouillon: oui</code>"
    assert held in made[ACT]
    assert f"tant que <code>{SEANCE}/seance.yaml</code> dit <code>brouillon: oui</code>.</p> </div>" in made[SITTING]
    name = "Séance du 12 mars 2026 (brouillon)"
    assert f"<h1>{name}</h1>" in made[SITTING] and name in made["collectivites/exemple/"] and name in made[ACT]
    assert "Commune d’Exemple : séance (brouillon)" in made["dates/2026/03/"]


def test_nothing_that_is_published_speaks_of_drafts(root: Path) -> None:
    published = shown(root, drafts=False)
    hide_the_seance(root)
    for made in (published, shown(root, drafts=False)):
        assert ACT not in made
        told = {url for url, text in made.items() if "brouillon" in text.lower()}
        assert {url for url in told if not url.startswith("schemas/")} <= {"format/", "messages/"}
