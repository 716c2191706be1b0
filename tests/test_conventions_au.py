"""« Conventions au … »: the files, the pages that need no script, and the choice of a day in Chromium."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from browser.serving import serve
from conftest import copy_project, once, register_of
from registre.build import build_site
from registre.model.terms import EtatJour
from registre.register.entries import Register
from registre.render import Settings
from registre.render.convention_table import FIELDS, LIMIT, counts, line, table_files
from registre.render.conventions_on import convention_pages
from sources.page import Element, page_of
from writing import write_yaml

pytest_plugins = ("browser.fixtures",)

BASE = Path(__file__).parent / "records" / "base"
DAY, TODAY = "2026-03-17", "2026-11-22"  # printed on the page; of the reader
MANY = 52  # conventions of one body, more than a page holds
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
FAILED = (
    "Les conventions n’ont pas pu être chargées\u00a0: réessayez plus tard. La liste de cette page reste ci-dessous."
)
COLUMNS = ["Collectivité", "Type", "Partenaire", "Modèle", "Acte", "Début", "Fin", "État"]
BODIES = {
    "cdg-exemple": ("Centre de gestion d’Exemple", "centre-de-gestion"),
    "val-ete": ("Commune de Val-l’Été", "commune"),
    "bois": ("Commune de Bois-de-l’Œuvre", "commune"),
}
FIVE = {"type": "informatique", "modele": "modele-2026", "debut": dt.date(2026, 4, 1), "duree": "5 ans",
        "renouvellement": {"fois": 1, "reconduction": "expresse"}}  # fmt: skip
NEXT = {"type": "informatique", "debut": dt.date(2027, 1, 1), "fin": dt.date(2027, 12, 31)}
YEAR = {"type": "medecine", "debut": dt.date(2026, 1, 1), "fin": dt.date(2026, 12, 31)}


def write_act(content: Path, body: str, number: str, *conventions: dict[str, Any], **rest: Any) -> None:
    record: dict[str, Any] = {
        "numero": number,
        "objet": f"Convention {number}",
        "texte": "Le conseil décide.\n",
        "resultat": "adoptee",
    }
    record["signataire"] = {"prenom": "Anne", "nom": "MARTIN", "qualite": "Maire"}
    folder = content / "seances" / body / rest.pop("folder", "2026-03-12")
    write_yaml(folder / f"{number}.yaml", {**record, **rest, "conventions": list(conventions)})


def write_content(content: Path) -> Path:
    """The example register, with bodies and conventions in all states."""
    shutil.copytree(BASE, content)
    for rank, (slug, (name, kind)) in enumerate(BODIES.items()):
        record = {
            "nom": name,
            "genre": kind,
            "departement": "99",
            "siren": ["200000008", "200000016", "200000024"][rank],
        }
        write_yaml(content / "collectivites" / f"{slug}.yaml", record)
        if rank:
            write_yaml(content / "seances" / slug / "2026-03-12" / "seance.yaml", {"organe": "Conseil municipal"})
    partnered = {"description": "Un service.", "partenaire": "cdg-exemple"}
    write_yaml(content / "conventions/informatique/type.yaml", {"nom": "Informatique", **partnered})
    write_yaml(content / "conventions/medecine/type.yaml", {"nom": "Médecine", **partnered})
    model = "---\ntitre: Modèle de 2026\n---\nCONVENTION\n\n## Article 1\n\nTexte.\n"
    (content / "conventions/informatique/modele-2026.md").write_text(model, "utf-8")
    write_act(content, "val-ete", "001", FIVE)
    write_act(content, "val-ete", "002", NEXT, {"type": "medecine"})
    write_act(content, "val-ete", "003", {**FIVE, "modele": None}, resultat="rejetee")
    unknown = {
        "resultat": None,
        "texte": None,
        "objet": None,
        "signataire": None,
        "motif": "Seule l’annexe est connue.",
    }
    write_act(content, "val-ete", "004", YEAR, folder="2026-02-01", etat="incomplet", **unknown)
    for rank in range(MANY):
        write_act(content, "bois", f"{100 + rank}", YEAR)
    return content


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project whose site has these conventions."""

    def make(folder: Path) -> None:
        folder.mkdir()
        build_site(copy_project(folder / "projet", write_content(folder / "content")))

    return once(tmp_path_factory, "conventions-au", make) / "projet"


@pytest.fixture(scope="module")
def register(built: Path) -> Register:
    return register_of(built)


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with serve(built / "site") as served:
        yield f"{served}conventions-au/"


# ---- Files ----


def test_a_line_says_all_that_is_known_and_nothing_else(register: Register) -> None:
    (five,) = (signed for signed in register.conventions if signed.act.reference == "val-ete/2026-03-12/001")
    assert line(five) == {
        "acte": "val-ete/2026-03-12/001",
        "url": "actes/val-ete/2026-03-12/001/#la-convention",
        "numero": "001",
        "objet": "Convention 001",
        "date": "2026-03-12",
        "decision": "Adoptée",
        "collectivite": "val-ete",
        "nom": "Commune de Val-l’Été",
        "type": "informatique",
        "typeNom": "Informatique",
        "partenaire": "cdg-exemple",
        "partenaireNom": "Centre de gestion d’Exemple",
        "modele": "modele-2026",
        "modeleTitre": "Modèle de 2026",
        "debut": "2026-04-01",
        "fin": "2031-03-31",
        "finDit": "5\u00a0ans à compter du 1er\u00a0avril\u00a02026",
        "finPossible": "2036-03-31",
        "finPossibleDit": "si elle est renouvelée autant qu’elle le permet (1\u00a0fois)",
        "etats": [
            ["", "a-venir", "à venir", "averifier", ""],
            ["2026-04-01", "en-vigueur", "en vigueur", "vigueur", ""],
            ["2031-04-01", "echue", "échue", "fin", "sauf renouvellement que le registre ne connaîtrait pas"],
        ],
    }
    (blank,) = (signed for signed in register.conventions if signed.act.body.slug == "exemple")
    said = {"finDit": "la convention ne donne ni date de fin ni durée"}
    assert {key: value for key, value in line(blank).items() if "fin" in key or key == "debut"} == said


def test_an_annex_whose_decision_is_unknown_is_never_counted_as_adopted(register: Register) -> None:
    (alone,) = (signed for signed in register.conventions if signed.act.incomplete)
    told = line(alone)
    assert told["etats"] == [["", "indeterminee", "indéterminée", "averifier", "la décision n’est pas connue"]]
    assert told["dateDite"] == "d’après l’identifiant"
    assert "objet" not in told
    found = dict(counts(register.conventions, dt.date.fromisoformat(DAY)))
    kept = {"a-venir": 2, "en-vigueur": MANY, "sans-effet": 1, "indeterminee": 3}
    assert {state.cle: count for state, count in found.items()} == kept


def test_there_is_a_file_of_each_type_and_of_each_body_that_has_conventions(built: Path, register: Register) -> None:
    files = {path.relative_to(built / "site").as_posix() for path in (built / "site").rglob("conventions*.json")}
    types = {f"conventions/{slug}/conventions.json" for slug in ("informatique", "medecine", "restauration")}
    assert files == types | {f"collectivites/{slug}/conventions.json" for slug in ("bois", "exemple", "val-ete")}
    lines: dict[str, list[Any]] = {"conventions": [], "collectivites": []}
    for path in sorted(files):
        octets = (built / "site" / path).read_bytes()
        data = json.loads(octets.decode("utf-8"))
        assert data.keys() == {"jour", "lignes"}
        assert data["jour"] == DAY
        assert all(row.keys() <= FIELDS.keys() for row in data["lignes"])
        lines[path.partition("/")[0]] += data["lignes"]
    for found in lines.values():
        assert sorted(map(repr, found)) == sorted(repr(line(signed)) for signed in register.conventions)
    assert set(FIELDS) == {key for row in lines["conventions"] for key in row}


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """1,300 conventions of one type, in acts with long objets."""
    content = write_content(tmp_path_factory.mktemp("mille") / "content")
    for rank in range(13):
        write_act(content, "bois", f"9{rank:02}", *[FIVE] * 100, objet="Œuvre " * 60)
    return register_of(content.parent)


def test_a_file_that_would_be_too_large_is_cut_and_names_the_next(thousand: Register) -> None:
    types, files = table_files(thousand)
    texts = {page.path: page.text for page in files}
    assert max(len(text.encode()) for text in texts.values()) <= LIMIT
    informatique = next(kind for kind in types if kind.kind.slug == "informatique")
    folder = "conventions/informatique/"
    assert informatique.paths == [f"{folder}conventions.json", *(f"{folder}conventions-{n}.json" for n in (2, 3, 4))]
    assert informatique.data["fichier"] == f"{folder}conventions.json"
    parts = [json.loads(texts[path]) for path in informatique.paths]
    assert [part.get("suite") for part in parts] == [*(f"conventions-{n}.json" for n in (2, 3, 4)), None]
    assert len(texts[informatique.paths[0]].encode()) > LIMIT * 0.99
    read = [row for part in parts for row in part["lignes"]]
    wanted = [signed for signed in thousand.conventions if signed.convention.type.slug == "informatique"]
    assert len(wanted) == 1303
    assert read == [line(signed) for signed in wanted]


def test_files_and_pages_are_the_same_each_time(thousand: Register) -> None:
    settings = Settings(day=thousand.day)
    assert list(convention_pages(thousand, settings)) == list(convention_pages(thousand, settings))


def test_no_page_links_to_all_the_others(thousand: Register) -> None:
    page = next(p for p in convention_pages(thousand, Settings(day=thousand.day)) if "page-14/" in p.path)
    shown = [int(number) for number in re.findall(r">Page (\d+)<", page.text)]
    assert shown == [1, *range(9, 20), 28]


def test_a_register_without_conventions_says_so(tmp_path: Path) -> None:
    content = write_content(tmp_path / "content")
    for folder in ("seances", "conventions"):
        shutil.rmtree(content / folder)
    (page,) = convention_pages(register_of(tmp_path), Settings())
    assert "Aucune convention dans le registre" in page.text
    assert "<form" not in page.text
    assert "<table" not in page.text


# ---- Pages without script ----


def words(text: str) -> str:
    return " ".join(text.split())


def static_rows(built: Path) -> list[list[str]]:
    """The cells of all rows of all pages, in order."""
    rows = []
    for path in ("conventions-au", "conventions-au/page-2"):
        (table,) = page_of(built / "site", path).classed("conventions")
        for row in table.all("tr")[1:]:
            rows.append([words(cell.text) for cell in row.children if isinstance(cell, Element)])
    return rows


def test_rows_say_what_the_files_say_for_the_printed_day(built: Path, register: Register) -> None:
    rows = static_rows(built)
    assert len(rows) == len(register.conventions) == MANY + 6
    for row, signed in zip(rows, register.conventions, strict=True):
        told = line(signed)
        begun = [step for step in told["etats"] if step[0] <= DAY]  # type: ignore[attr-defined]
        _, _, state, _, reason = begun[-1]
        unknown = "non renseigné"
        assert [row[0], row[1], row[2], row[3]] == [
            told["nom"], told["typeNom"], told.get("partenaireNom", unknown), told.get("modeleTitre", unknown)
        ]  # fmt: skip
        assert row[4].startswith(f"n° {told['numero']} du ")
        assert (row[5] == unknown) == ("debut" not in told)
        assert words(str(told["finDit"])) in row[6]
        assert ("Au plus tard" in row[6]) == ("finPossible" in told)
        assert row[7] == f"{state[0].upper()}{state[1:]} au 17 mars 2026{f' {reason}' if reason else ''}"


def test_the_first_row_and_the_incomplete_one_in_full(built: Path) -> None:
    rows = static_rows(built)
    end = "31 mars 2031 (5 ans à compter du 1er avril 2026)"
    last = "Au plus tard le 31 mars 2036 si elle est renouvelée autant qu’elle le permet (1 fois)."
    assert [
        "Commune de Val-l’Été", "Informatique", "Centre de gestion d’Exemple", "Modèle de 2026",
        "n° 001 du 12 mars 2026 Adoptée", "1er avril 2026", f"{end} {last}", "À venir au 17 mars 2026",
    ] in rows  # fmt: skip
    assert rows[-1][4:] == [
        "n° 004 du 1er février 2026 (d’après l’identifiant) Décision inconnue", "1er janvier 2026",
        "31 décembre 2026 (date imprimée dans la convention)",
        "Indéterminée au 17 mars 2026 la décision n’est pas connue",
    ]  # fmt: skip


def test_pages_are_light_and_linked(built: Path) -> None:
    site = built / "site"
    for path in ("index.html", "page-2/index.html"):
        assert (site / "conventions-au" / path).stat().st_size < 200_000
    (link,) = (a for a in page_of(site, "conventions").all("a") if a.attributes["href"] == "../conventions-au/")
    assert link.text == "Les conventions au jour de votre choix"
    for other in ("collectivites", "matieres"):
        assert "conventions-au/" not in (site / other / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A page in which no script runs."""
    page = browser.new_page(java_script_enabled=False)
    yield page
    page.close()


def test_without_javascript_the_table_is_there_and_the_form_is_not(still: Page, address: str) -> None:
    still.goto(address)
    expect(still.get_by_role("heading", level=1)).to_have_text("Conventions au 17\u00a0mars\u00a02026")
    assert not still.locator("form.conventions-choix").is_visible()
    counted = still.get_by_role("table", name=re.compile("Nombre de conventions"))
    cells = [words(row.inner_text()) for row in counted.get_by_role("row").all()]
    assert cells == ["État Conventions", "À venir 2", f"En vigueur {MANY}", "Sans effet 1", "Indéterminée 3"]
    expect(still.locator(".conventions tbody tr")).to_have_count(50)
    still.get_by_role("link", name="Page 2").click()
    expect(still.locator(".conventions tbody tr")).to_have_count(MANY + 6 - 50)


# ---- In a browser ----


@contextmanager
def opened(browser: Browser, url: str, today: str = TODAY, width: int = 1280, **rest: Any) -> Iterator[Page]:
    """A page on a given day; whatever its scripts complain of, or ask of another host, fails the test."""
    context = browser.new_context(viewport={"width": width, "height": 800}, timezone_id="Europe/Paris", **rest)
    page, errors = context.new_page(), list[str]()
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{today}T12:00:00+01:00"))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda one: errors.append(one.url) if urlsplit(one.url).hostname != "127.0.0.1" else None)
    page.goto(url)
    yield page
    context.close()
    assert errors == []


def status(page: Page) -> Locator:
    return page.locator(".conventions-statut")


def shown(page: Page) -> Locator:
    """The rows of what was chosen."""
    return page.locator(".conventions-resultats tbody tr")


def asked(page: Page) -> dict[str, str]:
    return dict(part.split("=") for part in page.evaluate("location.search.slice(1)").split("&") if part)


def test_functions_of_days_and_states(browser: Browser, address: str) -> None:
    steps = [["", "a-venir"], ["2026-04-01", "en-vigueur"], ["2031-04-01", "echue"]]
    days = {"2026-03-31": "a-venir", "2026-04-01": "en-vigueur", "2031-03-31": "en-vigueur", "2031-04-01": "echue"}
    with opened(browser, address) as page:
        page.evaluate("import(new URL('../assets/javascripts/etats.js', location)).then((m) => { window.etats = m; })")
        for day, state in days.items():
            assert page.evaluate("([s, d]) => etats.stateOn(s, d)[1]", [steps, day]) == state
        assert page.evaluate("etats.stateOn([['', 'indeterminee']], '2026-01-01')[1]") == "indeterminee"
        assert page.evaluate("etats.isoDay(new Date(2026, 0, 1, 0, 5))") == "2026-01-01"
        assert page.evaluate("etats.dayWords('2027-01-01')") == "1er\u00a0janvier\u00a02027"
        assert page.evaluate("etats.dayWords('2026-11-11')") == "11\u00a0novembre\u00a02026"
        made = page.evaluate(
            "etats.stateNodes([['', 'x', 'échue', 'fin', '<b>raison</b>']], '2026-11-22').map((n) => n.outerHTML ?? n)"
        )
    assert made == [
        '<span class="etat etat--fin">Échue</span>', " ",
        '<span class="source">au <time datetime="2026-11-22">22&nbsp;novembre&nbsp;2026</time></span>', " ",
        '<span class="etat-jour__motif">&lt;b&gt;raison&lt;/b&gt;</span>',
    ]  # fmt: skip


FIRST = "tr:has(a[href$='val-ete/2026-03-12/001/']) .etat-jour"


def test_a_page_tells_the_state_of_today(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}page-2/") as page:
        state = page.locator(FIRST)
        expect(state).to_have_text("En vigueur au 22\u00a0novembre\u00a02026")
        expect(state.locator(".etat")).to_have_class("etat etat--vigueur")
        expect(page.get_by_role("heading", level=1)).to_have_text("Conventions au 22\u00a0novembre\u00a02026, page 2")
    with opened(browser, f"{address}page-2/", "2031-04-01") as page:
        reason = "sauf renouvellement que le registre ne connaîtrait pas"
        expect(page.locator(FIRST)).to_have_text(f"Échue au 1er\u00a0avril\u00a02031 {reason}")


def test_a_clock_that_is_behind_changes_nothing(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}page-2/", "2020-01-01") as page:
        page.wait_for_load_state("networkidle")
        expect(page.locator(FIRST)).to_have_text("À venir au 17\u00a0mars\u00a02026")


def test_nothing_is_loaded_before_the_form_is_used(browser: Browser, address: str) -> None:
    with opened(browser, "about:blank") as page:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(urlsplit(request.url).path))
        page.goto(address, wait_until="networkidle")
        expect(page.get_by_role("form", name="Choisir les conventions")).to_be_visible()
        assert [path for path in requests if "conventions.json" in path or "donnees" in path] == []
        page.get_by_label("Type de convention").focus()
        expect(page.locator("datalist option")).to_have_count(3)
        page.wait_for_load_state("networkidle")
        assert sorted(path.split("/")[-2] for path in requests if path.endswith(".json")) == [
            "informatique", "medecine", "restauration"
        ]  # fmt: skip
        requests.clear()
        page.goto(f"{address}?type=medecine")
        expect(status(page)).to_contain_text("conventions au")
        assert [path.split("/")[-2] for path in requests if path.endswith(".json")] == ["medecine"]
        requests.clear()
        page.goto(f"{address}?collectivite=val-ete")
        expect(status(page)).to_contain_text("conventions au")
        assert [path.split("/")[-2] for path in requests if path.endswith(".json")] == ["val-ete"]
        expect(page.get_by_label("Collectivité")).to_have_value("Commune de Val-l’Été")


def test_a_day_changes_states_and_is_announced(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        day = page.get_by_label("Au jour du")
        expect(day).to_have_value(TODAY)
        day.fill("2027-01-01")
        total = MANY + 6
        expect(status(page)).to_have_text(
            f"{total}\u00a0conventions au 1er\u00a0janvier\u00a02027\u00a0: "
            f"2\u00a0en vigueur, {MANY}\u00a0échues, 1\u00a0sans effet, 3\u00a0indéterminées."
        )
        assert status(page).get_attribute("role") == "status"
        expect(page.get_by_role("heading", level=1)).to_have_text("Conventions au 1er\u00a0janvier\u00a02027")
        expect(page.locator("#conventions-imprimees")).to_be_hidden()
        assert asked(page) == {"jour": "2027-01-01"}
        day.fill(DAY)
        expect(status(page)).to_contain_text(f"2\u00a0à venir, {MANY}\u00a0en vigueur")
        expect(page.locator(".conventions-resultats caption")).to_have_text(
            f"Conventions au 17\u00a0mars\u00a02026, les 50 premières sur {total}"
        )


def test_rows_made_by_the_script_are_those_of_the_page(browser: Browser, address: str, built: Path) -> None:
    with opened(browser, f"{address}?jour={DAY}", "2026-01-01") as page:
        page.get_by_role("button", name="Montrer 8 de plus").click()
        expect(shown(page)).to_have_count(MANY + 6)
        made = shown(page).evaluate_all("rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))")
        assert [[words(cell) for cell in row] for row in made] == static_rows(built)
        expect(page.get_by_role("button", name="de plus")).to_have_count(0)
        expect(shown(page).nth(50).get_by_role("link").first).to_be_focused()
        marks = "rows => rows[0].outerHTML.replace(/ data-etats=\"[^\"]*\"/g, '').replace(/\\s+</g, '<')"
        printed = page.locator("#conventions-imprimees .conventions tbody tr")
        made_row = page.locator(".conventions-resultats tbody tr").evaluate_all(marks)
        static = printed.evaluate_all(marks)
        addresses = r"href=\"[^\"]*?(actes|collectivites|conventions|partenaires)/"
        assert re.sub(addresses, r'href="\1/', made_row) == re.sub(addresses, r'href="\1/', static)


def test_none_in_force_does_not_say_that_none_is(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        module = "new URL('../assets/javascripts/conventions-donnees.js', location)"
        page.evaluate(f"import({module}).then((m) => {{ window.d = m; }})")
        lines = "Array(count).fill({ etats: [['', 'indeterminee']] })"
        told = f"([count, etat]) => d.toldNone({lines}, {{ jour: '2027-01-01', etat }})"
        day = "1er\u00a0janvier\u00a02027"
        sure = f"Aucune convention n’est établie comme en vigueur au {day}\u00a0; pour "
        assert page.evaluate(told, [4, "en-vigueur"]) == f"{sure}4 autres, on ne peut pas le dire."
        assert page.evaluate(told, [1, "en-vigueur"]) == f"{sure}une autre, on ne peut pas le dire."
        for count, state in ((0, "en-vigueur"), (4, "echue")):
            assert page.evaluate(told, [count, state]) == f"Aucune convention ne répond à ces choix au {day}."


def test_filters_combine(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.get_by_label("Au jour du").fill("2027-01-01")
        page.get_by_label("Type de convention").select_option("Informatique")
        expect(status(page)).to_have_text(
            "3\u00a0conventions au 1er\u00a0janvier\u00a02027\u00a0: 2\u00a0en vigueur, 1\u00a0sans effet."
        )
        page.get_by_label("Partenaire").select_option("Centre de gestion d’Exemple")
        page.get_by_label("État").select_option("en vigueur")
        expect(shown(page)).to_have_count(2)
        page.get_by_label("Collectivité").fill("VAL-L’ETE")
        page.keyboard.press("Enter")
        expect(status(page)).to_have_text("2\u00a0conventions au 1er\u00a0janvier\u00a02027\u00a0: 2\u00a0en vigueur.")
        page.get_by_label("Collectivité").fill("oeuvre")
        page.keyboard.press("Enter")
        expect(status(page)).to_have_text("Aucune convention ne répond à ces choix au 1er\u00a0janvier\u00a02027.")
        expect(shown(page)).to_have_count(0)
        page.get_by_label("Type de convention").select_option("Médecine")
        page.get_by_label("État").select_option("échue")
        expect(status(page)).to_contain_text(f"{MANY}\u00a0conventions")
        expect(shown(page)).to_have_count(50)


def test_the_address_is_kept_and_restored(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.get_by_label("Type de convention").select_option("Informatique")
        page.get_by_label("État").select_option("à venir")
        expect(status(page)).to_contain_text("1\u00a0convention au")
        page.get_by_label("Collectivité").fill("Commune de Val-l’Été")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("collectivite=val-ete"))
        choice = {"jour": TODAY, "type": "informatique", "etat": "a-venir", "collectivite": "val-ete"}
        assert asked(page) == choice
        kept = page.url
        page.go_back()
        expect(page.get_by_label("Collectivité")).to_have_value("")
        page.go_back()
        expect(page.get_by_label("État")).to_have_value("")
        expect(status(page)).to_contain_text("3\u00a0conventions au")
        page.go_back()
        expect(status(page)).to_have_text("")
        expect(page.locator("#conventions-imprimees")).to_be_visible()
        page.goto(kept)
        expect(page.get_by_label("Type de convention")).to_have_value("informatique")
        expect(page.get_by_label("Collectivité")).to_have_value("Commune de Val-l’Été")
        expect(shown(page)).to_have_count(1)
        page.get_by_role("link", name="Effacer les choix").click()
        expect(page).to_have_url(address)
        expect(page.get_by_label("Au jour du")).to_have_value(TODAY)


def test_a_part_of_a_name_is_kept_too(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}?nom=oeuvre&jour=n%27importe&type=autre&etat=a-venir&collectivite=..%2F..") as page:
        expect(page.get_by_label("Collectivité")).to_have_value("oeuvre")
        expect(page.get_by_label("Au jour du")).to_have_value(TODAY)
        expect(page.get_by_label("Type de convention")).to_have_value("")
        expect(status(page)).to_have_text("Aucune convention ne répond à ces choix au 22\u00a0novembre\u00a02026.")


def test_the_keyboard_is_enough(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.get_by_label("Au jour du").focus()
        page.keyboard.type("01012027")
        expect(status(page)).to_contain_text("1er\u00a0janvier\u00a02027")
        names = []
        for _ in range(8):
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.id || document.activeElement.textContent"))
        assert [name for name in dict.fromkeys(names) if name != "conventions-jour"][:6] == [
            "conventions-type", "conventions-partenaire", "conventions-collectivite", "conventions-etat", "Afficher",
            "Effacer les choix",
        ]  # fmt: skip
        page.get_by_label("Collectivité").focus()
        page.keyboard.type("bois")
        page.keyboard.press("Enter")
        expect(status(page)).to_contain_text(f"{MANY}\u00a0conventions")
        expect(page.get_by_label("Collectivité")).to_be_focused()
        more = page.get_by_role("button", name="Montrer 2 de plus")
        more.focus()
        page.keyboard.press("Enter")
        expect(shown(page)).to_have_count(MANY)
        expect(shown(page).nth(50).get_by_role("link").first).to_be_focused()


@pytest.mark.parametrize("lost", ["**/medecine/conventions.json", "**/conventions-donnees.js"])
def test_a_file_that_cannot_be_loaded_is_told_and_the_table_stays(browser: Browser, address: str, lost: str) -> None:
    with opened(browser, address) as page:
        page.route(lost, lambda route: route.abort())
        page.get_by_label("État").select_option("en vigueur")
        expect(status(page)).to_have_text(FAILED)
        expect(page.locator("#conventions-imprimees")).to_be_visible()
        expect(shown(page)).to_have_count(0)
    with opened(browser, f"{address}?collectivite=inconnue") as page:
        expect(status(page)).to_have_text(FAILED)
        expect(page.locator("#conventions-imprimees .conventions tbody tr")).to_have_count(50)


def test_a_file_is_asked_for_again_after_a_failure_and_those_that_follow_are_read(
    browser: Browser, address: str, register: Register
) -> None:
    rows = [line(signed) for signed in register.conventions if signed.convention.type.slug == "medecine"]
    parts = {"conventions.json": rows[:10], "conventions-2.json": rows[10:]}

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        rest = {"suite": "conventions-2.json"} if name == "conventions.json" else {}
        route.fulfill(json={"jour": DAY, "lignes": parts[name], **rest})

    with opened(browser, address) as page:
        page.route("**/medecine/conventions*.json", lambda route: route.abort())
        page.get_by_label("Type de convention").select_option("Médecine")
        expect(status(page)).to_have_text(FAILED)
        page.unroute_all()
        page.route("**/medecine/conventions*.json", answer)
        page.get_by_label("État").select_option("en vigueur")
        expect(status(page)).to_contain_text(f"{MANY}\u00a0conventions")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing_once_a_day_is_chosen(browser: Browser, address: str, width: int, scheme: Any) -> None:
    with opened(browser, f"{address}?jour=2027-01-01", width=width, color_scheme=scheme) as page:
        expect(shown(page)).to_have_count(50)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.evaluate(Axe().axe_script)
        results = AxeResults(page.evaluate("(options) => axe.run(options)", OPTIONS))
        assert results.violations_count == 0, results.generate_report()


def test_on_a_phone_a_row_says_the_name_of_each_cell_and_stays_a_table(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}page-2/", width=360) as page:
        row = page.get_by_role("row").nth(1)
        assert row.get_by_role("cell").count() == len(COLUMNS) - 1
        expect(row.get_by_role("rowheader")).to_have_count(1)
        expect(page.get_by_role("columnheader")).to_have_count(len(COLUMNS))
        titles = "row => [...row.cells].map((cell) => getComputedStyle(cell, '::before').content.split('\"')[1])"
        assert row.evaluate(titles) == COLUMNS
        region = page.get_by_role("region", name=re.compile("^Conventions"))
        assert region.evaluate("region => region.scrollWidth - region.clientWidth") <= 0
        for cell in row.locator("th, td").all():
            box = cell.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 360


def test_states_of_the_form_are_all_states(built: Path) -> None:
    (select,) = (
        one for one in page_of(built / "site", "conventions-au").all("select") if one.attributes["name"] == "etat"
    )
    options = [one.attributes["value"] for one in select.all("option")]
    assert options == ["", *(state.cle for state in EtatJour)]


def test_types_of_the_page_are_told_by_their_first_file(register: Register) -> None:
    types, _ = table_files(register)
    assert [one.data for one in types][1:] == [
        {"type": "medecine", "nom": "Médecine", "partenaire": "cdg-exemple",
         "partenaireNom": "Centre de gestion d’Exemple", "fichier": "conventions/medecine/conventions.json"},
        {"type": "restauration", "nom": "Restauration scolaire",
         "fichier": "conventions/restauration/conventions.json"},
    ]  # fmt: skip
