"""What the search finds in documents: which are read, which of their pages are kept, where each result leads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.serving import serve
from conftest import copy_project, register_of
from pdfs import paged
from registre import build
from registre.build import Site, build_site, generate
from registre.register.entries import Register
from registre.render.folding import unfolded
from registre.render.indexed import DOCUMENT, indexed_pages
from registre.render.searched import page_words, searched_documents
from registre.source.pdf_workers import Workers, shared_workers
from registre.source.texts import KEPT

pytest_plugins = ("browser.fixtures",)

BASE = Path(__file__).parent / "records" / "base"
FOLDER = "seances/exemple/2026-03-12"
ACT, OTHER, SEANCE = (
    f"actes{FOLDER.removeprefix('seances')}/015/",
    "actes/exemple/2026-03-12/014/",
    "actes/exemple/2026-03-12/",
)
SIGNED_TEXT = "Après en avoir délibéré, le conseil municipal fixe les tarifs."
# The words that only one page of one document has.
DOCUMENTS = {
    "014.pdf": ("Restauration scolaire. Ornithorynque.", "Convention de restauration."),  # its texts are in the record
    "015.pdf": ("Tarifs de la cantine", "Quotient familial : kakatoès, réf. BUD-2026-17, l’œuvre du coffre-fort"),
    "plan.pdf": ("Plan des salles de classe : éléphant",),
    "proces-verbal.pdf": (
        "Conseil municipal. Présents : Anne MARTIN, Jean DURAND.",
        "Divers : girafe le 4 mai 2026",
    ),
}


def write(content: Path) -> Path:
    """The example register with documents; 015 without its text, a plan for 014, a procès-verbal for the séance."""
    shutil.copytree(BASE, content)
    folder = content / FOLDER
    for name, pages in DOCUMENTS.items():
        (folder / name).write_bytes(paged(*pages))
    act = folder / "015.yaml"
    act.write_text(re.sub(r"texte: \|\n(?:  .*\n)+", "", act.read_text("utf-8")), "utf-8")
    for name, title in (("014", "Plan"), ("seance", "Procès-verbal")):
        file = "plan.pdf" if name == "014" else "proces-verbal.pdf"
        with (folder / f"{name}.yaml").open("a", encoding="utf-8") as stream:
            stream.write(f"pieces: [{{titre: {title}, fichier: {file}}}]\n")
    return content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path / "content")
    return tmp_path


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / "content" / FOLDER / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def read_of(root: Path) -> list[str]:
    """The names of the documents that must be read."""
    return sorted(str(document.path).rpartition("/")[2] for document in searched_documents(register_of(root)))


# Which documents


def test_a_signed_act_is_read_only_when_a_text_is_missing(root: Path) -> None:
    assert read_of(root) == ["015.pdf", "plan.pdf", "proces-verbal.pdf"]
    change(root, "014.yaml", "    texte: 014-convention.md\n", "")
    (root / "content" / FOLDER / "014-convention.md").unlink()
    (root / "content/conventions/restauration/modele-2025.md").unlink()  # taken from it
    assert read_of(root) == ["014.pdf", "015.pdf", "plan.pdf", "proces-verbal.pdf"]


def test_a_signed_act_that_is_cited_is_the_same(root: Path) -> None:
    change(
        root, "014.yaml", "{titre: Plan,", "{titre: Plan, fichier: plan.pdf}, {titre: Acte signé, fichier: 014.pdf}] #"
    )
    assert read_of(root) == ["015.pdf", "plan.pdf", "proces-verbal.pdf"]


def test_nothing_is_read_of_what_is_elsewhere_missing_or_a_draft(root: Path) -> None:
    away = f"pieces: [{{titre: Plan, adresse: 'https://exemple.fr/a.pdf', sha256: {'a' * 64}, octets: 9}}"
    change(
        root,
        "014.yaml",
        "pieces: [{titre: Plan, fichier: plan.pdf}",
        f"{away}, {{titre: Étude, manquante: non jointe}}",
    )
    change(root, "015.yaml", "objet:", "brouillon: oui\nobjet:")
    assert read_of(root) == ["proces-verbal.pdf"]


# Which pages, and how


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    folder = tmp_path_factory.mktemp("pieces")
    write(folder / "content")
    return register_of(folder)


def indexed(register: Register, **pages: tuple[str, ...]) -> dict[str, str]:
    """Address → what the search knows of it, for documents (by name, without « .pdf ») that say this."""
    documents = [document for entry in (*register.acts, *register.sittings) for document in entry.documents]
    texts = {
        d.sha256: pages.get(str(d.path).rpartition("/")[2].removesuffix(".pdf").replace("-", "_"), ())
        for d in documents
    }
    return {page.url: page.html for page in indexed_pages(register, lambda sha256: texts[sha256])}


def places(html: str) -> list[tuple[str, str, str]]:
    """Address, weight and text of the pages of documents."""
    found = re.findall(r'<h2 id="([^"]*\.pdf#[^"]*)">.</h2>\n<p data-pagefind-weight="([^"]*)">(.*)</p>', html)
    return [(address, weight, unfolded(text)) for address, weight, text in found]


def test_each_page_has_its_address_in_the_pdf(register: Register) -> None:
    html = indexed(register, **{"015": DOCUMENTS["015.pdf"], "proces_verbal": DOCUMENTS["proces-verbal.pdf"]})
    weight = str(DOCUMENT)
    assert places(html[ACT]) == [("../015.pdf#page=2", weight, DOCUMENTS["015.pdf"][1])]
    assert places(html[SEANCE]) == [("proces-verbal.pdf#page=2", weight, DOCUMENTS["proces-verbal.pdf"][1])]
    assert places(html[OTHER]) == []


def test_a_page_that_the_record_says_is_left_out(register: Register) -> None:
    said = "Vu le Code Général des Collectivités Territoriales, considérant le BESOIN de repas à l’école ; Anne Martin"
    html = indexed(register, plan=(said, f"{said} : zèbre et lynx", "", "12 34", "Zèbre"))
    assert [address for address, _, _ in places(html[OTHER])] == ["../plan.pdf#page=2", "../plan.pdf#page=5"]


def test_who_attended_is_told_on_the_seance_alone(register: Register) -> None:
    names = "Présents : Anne MARTIN, Jean DURAND, Luc ROUX. Excusés : Paul PETIT. Absents : Zoé BLANC."
    html = indexed(register, **{"015": (names,)})
    assert places(html[ACT]) == []


def test_a_list_of_the_acts_of_a_seance_is_left_out(register: Register) -> None:
    html = indexed(register, proces_verbal=("014 Restauration scolaire, 015 Tarifs de la cantine : 12 mars 2026",))
    assert places(html[SEANCE]) == []


def test_the_text_of_a_document_is_text(register: Register) -> None:
    html = indexed(register, plan=('<script>alert("zèbre")</script> &lt; data-pagefind-ignore',))
    assert "<script" not in html[OTHER] and "&lt;script&gt;" in html[OTHER]


def test_its_numbers_and_dates_are_found_otherwise_but_not_its_amounts() -> None:
    pages = [("", "Réf. BUD-2026-17 du 4 mai 2026, coffre-fort"), ("", "Total 1.234.567,89 et 22,49 % au 11.02.2026")]
    assert set(page_words(pages).split()) == {"202617", "17", "d20260504", "coffrefort", "022026", "2026", "d20260211"}


def test_its_words_are_suggested_as_those_of_texts_are(register: Register) -> None:
    texts = {d.sha256: ("Hippopotame",) for act in register.acts for d in act.documents}
    pages = {page.url: page.words for page in indexed_pages(register, lambda sha256: texts.get(sha256, ()))}
    assert pages[ACT]["hippopotame"] == 1 and pages[ACT]["cantine"] == 10


# Builds


def bundle_of(root: Path, folder: str) -> dict[str, bytes]:
    generate(root, Site("Registre"), bundle=root / folder)
    return {path.relative_to(root / folder).as_posix(): path.read_bytes() for path in (root / folder).rglob("*.*")}


def test_two_builds_give_the_same_bytes_and_the_second_reads_nothing(root: Path) -> None:
    before = shared_workers().asked
    first = bundle_of(root, "un")
    assert shared_workers().asked - before == 4 + 3, "quatre vérifiés, trois lus"
    assert "kakatoès" in first["mots.txt"].decode().split()
    assert bundle_of(root, "deux") == first
    assert shared_workers().asked - before == 7
    shutil.rmtree(root / KEPT)
    assert bundle_of(root, "trois") == first
    assert shared_workers().asked - before == 10


def test_a_document_that_cannot_be_read_in_time_stops_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "texts", lambda *_: None)
    words = bundle_of(root, "un")["mots.txt"].decode().split()
    assert "cantine" in words and "kakatoès" not in words
    assert not (root / KEPT).exists()


def test_documents_are_read_for_the_search_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(build, "read_texts", read)
    generate(root, Site("Registre"))


# In the browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the register with documents is served."""
    folder = tmp_path_factory.mktemp("site")
    root = copy_project(folder / "projet", write(folder / "fiches"))
    build_site(root)
    with serve(root / "site") as served:
        yield served


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 720})
    yield opened
    opened.close()


def results_of(page: Page, address: str, question: str) -> dict[str, list[tuple[str, str]]]:
    """Address of each result → the label and address of its passage."""
    page.goto(f"{address}recherche/?q={question}")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\.$"))
    found = {}
    for item in page.locator(".recherche-resultat").all():
        links = item.locator(".passage a, .recherche-passage a").all()
        found[item.locator("h2 a").evaluate("a => a.href").removeprefix(address)] = [
            (link.inner_text(), link.evaluate("a => a.href").removeprefix(address)) for link in links
        ]
    return found


@pytest.mark.parametrize(
    ("question", "url", "number", "place"),
    [
        ("kakatoès", ACT, 2, f"{SEANCE}015.pdf#page=2"),
        ("KAKATOES", ACT, 2, f"{SEANCE}015.pdf#page=2"),
        ("quotient familial", ACT, 2, f"{SEANCE}015.pdf#page=2"),
        ("oeuvre", ACT, 2, f"{SEANCE}015.pdf#page=2"),
        ('"quotient familial"', ACT, 2, f"{SEANCE}015.pdf#page=2"),
        ("éléphants", OTHER, 1, f"{SEANCE}plan.pdf#page=1"),
        ("girafe", SEANCE, 2, f"{SEANCE}proces-verbal.pdf#page=2"),
    ],
)
def test_a_word_of_a_document_leads_to_its_page(
    question: str, url: str, number: int, place: str, page: Page, address: str
) -> None:
    assert results_of(page, address, question) == {url: [(f"dans le document, page {number}", place)]}
    link = page.get_by_role("link", name=f"dans le document, page {number}")
    answer = page.request.get(link.evaluate("a => a.href"))
    assert answer.ok and answer.body() == paged(*DOCUMENTS[place.rpartition("/")[2].partition("#")[0]])


@pytest.mark.parametrize("question", ["202617", "BUD-2026-17", "coffre fort", "coffrefort"])
def test_numbers_and_compounds_of_a_document_are_found(question: str, page: Page, address: str) -> None:
    assert list(results_of(page, address, question)) == [ACT]


def test_a_date_of_a_document_is_found(page: Page, address: str) -> None:
    assert list(results_of(page, address, "4/05/2026")) == [SEANCE]


def test_a_signed_act_that_is_in_the_record_is_not_searched(page: Page, address: str) -> None:
    assert results_of(page, address, "ornithorynque") == {}
