"""Links and former addresses as they are built and opened: both ends told, redirections that lose nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.serving import PREFIX, serve
from conftest import copy_project
from registre.build import build_site
from sources.page import Element, read_page

pytest_plugins = ("browser.fixtures",)

RECORDS = Path(__file__).parent / "records"
CASES = ("liens-de-toute-nature", "collectivite-renommee", "type-renomme", "anciennes-adresses")
ADDRESS = f"https://exemple.fr{PREFIX}/"
OLD_BODY = 'nom: Commune de Vieille\ngenre: commune\ndepartement: "62"\njusqu_au: 2025-12-31\n'
ACT = "actes/exemple/2026-03-12/014/"
# Former address → the present one.
MOVED = {
    "actes/exemple/2026-03-11/015/": "actes/exemple/2026-03-12/015/",
    "actes/vieil-exemple/": "collectivites/exemple/",
    "actes/vieil-exemple/2026-03-11/014/": ACT,
    "actes/vieil-exemple/2026-03-12/": "actes/exemple/2026-03-12/",
    "actes/vieil-exemple/2026-03-12/014/": ACT,
    "actes/vieil-exemple/2026-03-12/015/": "actes/exemple/2026-03-12/015/",
    "collectivites/vieil-exemple/": "collectivites/exemple/",
    "collectivites/vieil-exemple/2026/": "collectivites/exemple/2026/",
    "collectivites/vieil-exemple/par-matiere/": "collectivites/exemple/par-matiere/",
    "collectivites/vieil-exemple/par-type/": "collectivites/exemple/par-type/",
    "conventions/cantine/": "conventions/restauration/",
    "conventions/cantine/2026/": "conventions/restauration/2026/",
    "conventions/cantine/modeles/modele-2025/": "conventions/restauration/modeles/modele-2025/",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of valid records in which acts, a body and a type have moved, and acts act on one another."""
    root = copy_project(tmp_path_factory.mktemp("liens") / "projet", RECORDS / "base")
    for case in CASES:
        shutil.copytree(RECORDS / "valid" / case, root / "content", dirs_exist_ok=True)
    bodies = root / "content" / "collectivites"
    (bodies / "vieille.yaml").write_text(OLD_BODY, encoding="utf-8")
    with (bodies / "voisine.yaml").open("a", encoding="utf-8") as record:
        record.write("succede_a: [vieille]\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGISTRE_ADRESSE", ADDRESS)
        build_site(root)
    return root / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def page(site: Path, url: str) -> Element:
    return read_page((site / url / "index.html").read_text("utf-8"))


def banners(site: Path, url: str) -> list[str]:
    return [e.text for e in page(site, url).walk() if "bandeau" in (e.attributes.get("class") or "").split()]


KEPT = "Le texte publié ici reste celui de l’acte d’origine."
WHOLE = "L’acte reste publié ici en entier, à son adresse."
NEAR, FAR = "la délibération n° {} du 4 mai 2026", "la délibération n° {} du 4 mai 2026 (Commune de Voisine)"
FIRST = "la délibération n° {} du 12 mars 2026 (Commune d’Exemple)"
BANNERS = {
    "exemple/2026-03-12/014": [
        f"Modifiée par {FAR.format('020')} : article 2. {KEPT}",
        f"Modifiée par {FAR.format('020')}, à compter du 1er septembre 2026 : article 3. {KEPT}",
        f"Complétée par {FAR.format('020')}. {KEPT}",
        f"Abrogée par {FAR.format('021')}, à compter du 1er janvier 2027. {WHOLE}",
    ],
    "exemple/2026-03-12/015": [
        f"Retirée par {FAR.format('020')}, le 12 mars 2026. {WHOLE}",
        f"Rectifiée par {FAR.format('022')}. {KEPT}",
    ],
    "voisine/2026-05-04/020": [
        f"Modifie {FIRST.format('014')} : article 2.",
        f"Modifie {FIRST.format('014')}, à compter du 1er septembre 2026 : article 3.",
        f"Retire {FIRST.format('015')}, le 12 mars 2026.",
        f"Complète {FIRST.format('014')}.",
        f"Rectifiée par {NEAR.format('021')} : « 2025 » se lit « 2026 ». La délibération s’applique toujours. {KEPT}",
    ],
    "voisine/2026-05-04/021": [
        f"Rectifie {NEAR.format('020')} : « 2025 » se lit « 2026 ».",
        f"Abroge {FIRST.format('014')}, à compter du 1er janvier 2027.",
    ],
}


@pytest.mark.parametrize("reference", BANNERS)
def test_both_ends_say_what_is_done_to_which_part_and_when(site: Path, reference: str) -> None:
    assert banners(site, f"actes/{reference}/") == BANNERS[reference]


def test_the_state_is_first_and_the_text_stays_whole(site: Path) -> None:
    shown = page(site, ACT)
    state = next(e.text for e in shown.walk() if e.attributes.get("class") == "constat")
    assert state == "Abrogée à compter du 1er janvier 2027"
    assert "Après en avoir délibéré, le conseil municipal décide" in shown.blocks("texte")[0].text
    assert "en vigueur à partir de ce jour" in shown.text


def test_a_citation_is_told_at_both_ends_without_banner(site: Path) -> None:
    assert (
        "Citée par Commune de Voisine, délibération n° 020 du 4 mai 2026"
        in page(site, "actes/exemple/2026-03-12/015/").text
    )
    assert "Cite Commune d’Exemple, délibération n° 015" in page(site, "actes/voisine/2026-05-04/020/").text


def test_a_former_body_says_what_it_became_and_its_heir_whom_it_follows(site: Path) -> None:
    (told,) = banners(site, "collectivites/vieille/")
    assert told == "A existé jusqu’au 31 décembre 2025 Lui succède : Commune de Voisine."
    assert 'href="../voisine/"' in (site / "collectivites/vieille/index.html").read_text("utf-8")
    rows = [row.text for row in page(site, "collectivites/voisine/").all("div")]
    assert "Succède à Commune de Vieille, qui a existé jusqu’au 31 décembre 2025" in rows
    assert banners(site, "collectivites/voisine/") == []


def test_every_former_address_has_its_page_and_nothing_else_has_moved(site: Path) -> None:
    moved = {
        file.parent.relative_to(site).as_posix() + "/"
        for file in site.rglob("index.html")
        if "page-deplacee.js" in file.read_text("utf-8")
    }
    assert moved == set(MOVED)


@pytest.mark.parametrize("old", MOVED)
def test_a_former_address_names_the_present_one_to_people_and_machines(site: Path, old: str) -> None:
    shown, html = page(site, old), (site / old / "index.html").read_text("utf-8")
    links = {link.attributes["rel"]: link.attributes["href"] for link in shown.all("link")}
    assert links["canonical"] == ADDRESS + MOVED[old]
    assert {m.attributes["content"] for m in shown.all("meta") if m.attributes.get("name") == "robots"} == {"noindex"}
    assert (
        html.count('http-equiv="refresh"')
        == len(re.findall(r'<noscript><meta http-equiv="refresh" content="0; ', html))
        == 1
    )
    assert "data-pagefind-body" not in html


def test_former_addresses_are_not_in_the_site_map(site: Path) -> None:
    told = set(re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8")))
    assert {ADDRESS, *(ADDRESS + url for url in MOVED.values())} <= told
    assert told & {ADDRESS + old for old in MOVED} == set()
    files = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    assert len(told) == len(files) - len(MOVED)


@pytest.fixture(scope="module")
def live(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("old", list(MOVED)[::3])  # an act, a séance, a body, a type
def test_the_query_and_the_anchor_survive(live: Page, address: str, old: str) -> None:
    tail = "?surligner=repas%20d%E2%80%99%C3%A9cole&x=%22%3E#le-texte"
    errors: list[str] = []
    live.on("pageerror", lambda error: errors.append(str(error)))
    live.goto("about:blank")
    live.goto(address + old + tail)
    expect(live).to_have_url(address + MOVED[old] + tail)
    assert errors == []
    live.go_back()
    expect(live).to_have_url("about:blank")


def test_an_address_that_only_looks_like_a_former_one_stays_unknown(live: Page, address: str) -> None:
    for unknown in ("actes/vieil-exemple/2026-03-12/099/", "collectivites/vieil/", "collectivites/vieil-exemple/2025/"):
        answer = live.goto(address + unknown)
        assert answer and answer.status == 404, unknown


def test_without_script_the_page_leads_there_by_itself_and_by_its_link(browser: Browser, address: str) -> None:
    """A refresh drops the query and the anchor: HTML gives it nothing of the address that it leaves."""
    old = f"{address}actes/vieil-exemple/2026-03-12/014/"
    still = browser.new_page(java_script_enabled=False)
    still.goto(f"{old}?q=repas#le-texte")
    expect(still).to_have_url(address + ACT)

    def hold(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'data-held=""'))

    still.route(old, hold)
    still.goto(old)
    still.locator("article").get_by_role("link", name="délibération n° 014 du 12 mars 2026").click()
    expect(still).to_have_url(address + ACT)
    still.close()


def test_when_the_script_does_not_come_the_link_is_there(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/page-deplacee.js", lambda route: route.abort())
    page.goto(f"{address}collectivites/vieil-exemple/")
    page.locator("article").get_by_role("link", name="Commune d’Exemple").click()
    expect(page).to_have_url(f"{address}collectivites/exemple/")
    page.close()
