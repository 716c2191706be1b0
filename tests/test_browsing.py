"""Going through the register by its lists: crossings, dates, calendars, what follows an act; then without script."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from registre.register.entries import Act, Register, Sitting
from registre.register.facets import FACETS, Facet, facet_named, group
from registre.render import Settings, pages
from registre.render.listing import Group, cut
from registre.render.neighbours import neighbours
from registre.render.wording import capital, day_text, month
from sources.page import Element, page_of, read_page
from sources.reading import normal

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

CROSSED = [(facet, facet_named(name)) for facet in FACETS if not facet.newest_first for name in facet.crosses]
CROSSING = [f"{facet.name} par {other.name}" for facet, other in CROSSED]


@pytest.fixture(scope="module")
def made(synthetic: Built) -> Path:
    """The site of 300 synthetic acts."""
    return synthetic.site


@pytest.fixture(scope="module")
def register(synthetic: Built) -> Register:
    return synthetic.register


def rendered(
    register: Register, below: str | tuple[str, ...], facets: tuple[Facet, ...] = FACETS, day: str = ""
) -> dict[str, Element]:
    """The pages of a register below one or several addresses, without the shell of the site."""
    settings = Settings(day=dt.date.fromisoformat(day) if day else None, name="Registre")
    made = {page.path.removesuffix("index.md"): page.text for page in pages(register, settings, facets)}
    texts = {url: text.partition("\n---\n")[2] for url, text in made.items() if url.startswith(below)}
    return {url: read_page(f"<article>{text}</article>") for url, text in texts.items()}


def leads(element: Element, url: str) -> list[str]:
    """Where the links inside an element of the page at `url` lead, from the root, with their anchors."""
    found = []
    for link in element.all("a"):
        path, mark, anchor = (link.attributes.get("href") or "").partition("#")
        target = posixpath.normpath(posixpath.join("/", url, path))[1:] + "/" if path else url
        found.append(target + mark + anchor)
    return found


def under(element: Element, url: str) -> dict[str, list[str]]:
    """The acts of a page by the headings they are under, « (suite) » and counts left out."""
    found: dict[str, list[str]] = {}
    outline: dict[str, str] = {}
    for part in element.all("article")[0].walk():
        if re.fullmatch("h[2-4]", part.tag):
            outline = {level: text for level, text in outline.items() if level < part.tag}
            outline[part.tag] = re.sub(r" \((suite|\d+( sur \d+)?)\)", "", part.text)
            found.setdefault(" / ".join(outline.values()), [])
        elif "actes__objet" in (part.attributes.get("class") or "").split():
            found[" / ".join(outline.values())] += leads(part, url)
    return found


def whole_list(site: Path, url: str) -> Iterator[tuple[str, Element]]:
    """A list, page after page."""
    rank, here = 1, url
    while (site / here / "index.html").is_file():
        yield here, page_of(site, here)
        rank, here = rank + 1, f"{url}page-{rank + 1}/"


# ---- Crossings ----


@pytest.mark.parametrize(("facet", "other"), CROSSED, ids=CROSSING)
def test_each_act_is_once_under_each_of_its_values(made: Path, register: Register, facet: Facet, other: Facet) -> None:
    chosen = 0
    for value, members in group(register.acts, facet).items():
        expected = {cross.label: acts for cross, acts in group(members, other).items()}
        url = f"{facet.path}/{value.slug}/par-{other.name}/"
        if [len(acts) for acts in expected.values()] in ([], [len(members)]):
            assert not (made / url).exists(), "there is nothing to choose between"
            continue
        found = Counter(
            (h, act) for here, e in whole_list(made, url) for h, acts in under(e, here).items() for act in acts
        )
        assert found == Counter((normal(label), act.url) for label, acts in expected.items() for act in acts)
        chosen += 1
    assert chosen


@pytest.mark.parametrize(("facet", "other"), CROSSED, ids=CROSSING)
def test_a_count_leads_to_its_heading(made: Path, register: Register, facet: Facet, other: Facet) -> None:
    seen = 0
    for value in group(register.acts, facet):
        url = f"{facet.path}/{value.slug}/"
        for link in page_of(made, url).all("a"):
            if f"par-{other.name}/" not in (href := link.attributes.get("href") or "") or "#" not in href:
                continue
            path, _, anchor = leads(Element("p", children=[link]), url)[0].partition("#")
            heading = next(e for e in page_of(made, path).walk() if e.attributes.get("id") == anchor)
            assert (heading.tag, re.sub(r"\(\d+ sur ", "(", heading.text)) == ("h2", link.text)
            seen += 1
    assert seen > 2


def test_a_year_leads_to_the_year_of_each_body_type_and_matiere(made: Path) -> None:
    found = set(leads(page_of(made, "dates/2024/").classed("cote")[0], "dates/2024/"))
    assert {
        f"{way}/2024/" for way in ("collectivites/val-exemple-1", "conventions/restauration", "matieres/8-1")
    } <= found
    assert [url for url in found if not url.endswith("/2024/")] == []


def test_a_long_crossing_is_cut_by_fifty_and_its_headings_go_on(register: Register) -> None:
    nature = replace(facet_named("nature"), crosses=("collectivite",))
    made = rendered(register, "natures/de/par-collectivite/", (facet_named("collectivite"), nature))
    total = sum(1 for act in register.acts if act.fiche.nature and act.fiche.nature.value == "DE")
    urls = list(made)
    sizes = [sum(map(len, under(made[url], url).values())) for url in urls]
    assert sizes == [50] * (total // 50) + [total % 50]
    assert len(urls) == math.ceil(total / 50) > 3
    goes_on = []
    for before, after in pairwise(urls):
        last, first = list(under(made[before], before))[-1], next(iter(under(made[after], after)))
        heading = made[after].all("h2")[0]
        goes_on.append(last == first)
        assert ("(suite)" in heading.text, "id" not in heading.attributes) == (last == first, last == first)
    assert any(goes_on)
    for url, shown in made.items():
        ids = {element.attributes.get("id") for element in shown.walk()}
        assert {to.partition("#")[2] for to in leads(shown, url) if to.startswith(f"{url}#")} <= ids
    ways = [link.text for link in made[urls[0]].classed("pages")[0].all("a")]
    assert ways == [f"Page {n} : {next(iter(under(made[url], url)))}" for n, url in enumerate(urls[1:], start=2)]


def test_groups_are_cut_without_losing_nor_repeating_an_act(register: Register) -> None:
    acts, day = register.acts[:7], dt.date(2026, 3, 12)
    groups = [
        Group("a", "a", None, acts[:3], 3, day),
        Group("b", "b", None, (), 0, day),
        Group("c", "c", None, acts[3:], 4),
    ]
    assert [[(g.title, list(g.acts), g.goes_on, g.day_goes_on) for g in page] for page in cut(groups, 2)] == [
        [("a", acts[:2], False, False)],
        [("a", acts[2:3], True, True), ("b", [], False, False)],
        [("c", acts[3:5], False, False)],
        [("c", acts[5:7], True, False)],
    ]
    assert cut([], 2) == [[]]


# ---- Dates ----


def months_of(register: Register) -> list[dt.date]:
    years = [sitting.day.year for sitting in register.sittings]
    return [dt.date(year, rank, 1) for year in range(min(years), max(years) + 1) for rank in range(1, 13)]


def heading_of(sitting: Sitting) -> str:
    known = f"{sitting.rank}e séance du jour" if sitting.rank > 1 else "séance"
    what = known if sitting.fiche else "d’après l’identifiant"
    return normal(f"{day_text(sitting.day)} / {sitting.body.label} : {what}")


def test_each_month_has_its_page_which_lists_its_sittings_by_day(made: Path, register: Register) -> None:
    for first in months_of(register):
        sittings = [sitting for sitting in register.sittings if sitting.day.replace(day=1) == first]
        shown: dict[str, list[str]] = {}
        linked: list[str] = []
        for here, found in whole_list(made, f"dates/{first:%Y/%m}/"):
            assert found.all("h1")[0].text.startswith(capital(normal(month(first))))
            for title, acts in under(found, here).items():
                shown.setdefault(title, []).extend(acts)
            linked += [url for heading in found.all("h3") for url in leads(heading, here)]
        days = {normal(day_text(sitting.day)) for sitting in sittings}
        expected = {heading_of(sitting): [act.url for act in sitting.acts] for sitting in sittings}
        assert {title: acts for title, acts in shown.items() if title not in days} == expected
        assert list(dict.fromkeys(linked)) == [sitting.url for sitting in sittings]


def test_an_empty_month_says_so_and_leads_to_the_nearest(made: Path, register: Register) -> None:
    filled = sorted({sitting.day.replace(day=1) for sitting in register.sittings})
    empty = [first for first in months_of(register) if first not in filled]
    assert empty
    for first in empty:
        url = f"dates/{first:%Y/%m}/"
        here = page_of(made, url)
        assert here.classed("reference")[0].text == "Aucune séance connue, aucun acte dans le registre"
        assert not here.classed("actes")
        before, after = [m for m in filled if m < first][-1:], [m for m in filled if m > first][:1]
        assert leads(here.classed("autour")[0], url) == [f"dates/{near:%Y/%m}/" for near in (*before, *after)]


def test_a_year_shows_its_twelve_months_the_empty_ones_too(made: Path) -> None:
    items = page_of(made, "dates/2024/").classed("mois")[0].all("li")
    assert [item.all("a")[0].text for item in items] == [normal(month(dt.date(2024, m, 1))) for m in range(1, 13)]
    assert leads(items[1], "dates/2024/") == ["dates/2024/02/"]
    assert (items[1].text, items[4].text) == ("février 2024 aucun acte", "mai 2024 2 séances, 31 actes")
    assert [item.text.endswith("aucun acte") for item in items] == ["class" in item.attributes for item in items]


def test_a_year_without_acts_between_two_others_has_its_pages(register: Register) -> None:
    acts = [act for act in register.acts if act.day.year != 2024]
    sittings = [sitting for sitting in register.sittings if sitting.day.year != 2024]
    made = rendered(replace(register, acts=acts, sittings=sittings), "dates/", day="2025-03-01")
    for url in ("dates/2024/", "dates/2024/07/"):
        assert leads(made[url].classed("autour")[0], url) == ["dates/2023/11/", "dates/2025/02/"]
        assert not made[url].classed("actes")
    assert made["dates/2024/"].classed("reference")[0].text == "Aucun acte dans le registre"
    assert "2024 (0) Aucune séance ni aucun acte." in made["dates/"].text
    assert "Le registre s’arrête au 1er mars 2025." in made["dates/2025/04/"].text
    assert "Le registre s’arrête" not in made["dates/2025/03/"].text


def test_a_sitting_without_act_is_in_its_month_and_in_its_year(register: Register) -> None:
    sitting = next(s for s in register.sittings if s.fiche and s.body.slug == "val-exemple-1")
    bare = replace(sitting, folder="2021-03-04", day=dt.date(2021, 3, 4), acts=[])
    wider = replace(register, sittings=[*register.sittings, bare])
    told = rendered(wider, ("dates/2021/03/", "collectivites/val-exemple-1/2021/"))
    for url, shown in told.items():
        assert bare.url in leads(shown, url)
        assert "Aucun acte de cette séance dans le registre." in shown.text
    assert sorted(told) == ["collectivites/val-exemple-1/2021/", "dates/2021/03/"]


# ---- The calendar of a body ----


def test_the_days_of_sittings_are_links_in_the_calendar_of_the_year(made: Path, register: Register) -> None:
    twice = 0
    for body in register.bodies.values():
        known = [s for s in register.sittings if s.body is body and s.fiche]
        for year in {sitting.day.year for sitting in known}:
            url = f"{body.url}{year}/"
            (shown,) = page_of(made, url).classed("calendrier")
            found = set()
            for table in shown.all("table"):
                name = table.all("caption")[0].text
                rank = next(m for m in range(1, 13) if capital(normal(month(dt.date(year, m, 1)))) == name)
                assert [head.attributes["scope"] for head in table.all("th")] == ["col"] * 7
                for row in table.all("tbody")[0].all("tr"):
                    for weekday, cell in enumerate(row.all("td")):
                        days = [int(number) for number in re.findall(r"^\d+", cell.text)]
                        assert [calendar.weekday(year, rank, day) for day in days] == [weekday] * len(days)
                        found |= {(dt.date(year, rank, day), to) for day in days for to in leads(cell, url)}
                        twice += len(cell.all("a")) > 1
            assert found == {(s.day, s.url) for s in known if s.day.year == year}
    assert twice


def test_a_day_of_the_calendar_says_what_it_leads_to_and_months_without_sitting_are_told(made: Path) -> None:
    here = page_of(made, "collectivites/val-exemple-1/2024/")
    links = [link.text for link in here.classed("calendrier")[0].all("a")]
    assert links == ["2 : Séance du 2 mai 2024, 12 actes", "2e : Séance du 2 mai 2024 (2e séance du jour), 19 actes"]
    assert "Aucune séance connue les autres mois." in here.text


def test_an_act_dated_by_its_identifier_makes_no_sitting(made: Path, register: Register) -> None:
    act = next(act for act in register.acts if act.incomplete)
    here = page_of(made, f"{act.body.url}{act.day.year}/")
    assert act.sitting.url not in [url for table in here.all("table") for url in leads(table, act.body.url)]
    assert act.url in leads(here, f"{act.body.url}{act.day.year}/")


# ---- The foot of an act ----


def beside(site: Path, act: Act) -> dict[str, list[str]]:
    """Where the foot of an act leads, by heading."""
    found: dict[str, list[str]] = {}
    for section in page_of(site, act.url).classed("voisins"):
        for part in section.walk():
            if part.tag == "h3":
                found[part.text] = []
            elif part.tag == "a":
                list(found.values())[-1].extend(leads(Element("p", children=[part]), act.url))
    return found


def test_an_act_leads_to_those_before_and_after_it_in_its_sitting(made: Path, register: Register) -> None:
    for sitting in register.sittings:
        for rank, act in enumerate(sitting.acts):
            near = [*sitting.acts[max(0, rank - 1) : rank], *sitting.acts[rank + 1 : rank + 2]]
            expected = [*(other.url for other in near), sitting.url] if near and sitting.fiche else None
            assert beside(made, act).get("Dans la même séance") == expected
    assert any(sitting.fiche is None for sitting in register.sittings), "none comes before another at an unknown séance"


def test_an_act_leads_to_those_nearest_in_time_of_its_types(made: Path, register: Register) -> None:
    for kind, acts in group(register.acts, facet_named("type")).items():
        for rank, act in enumerate(acts):
            near = [*acts[max(0, rank - 2) : rank], *acts[rank + 1 : rank + 3]]
            expected = [*(other.url for other in near), f"conventions/{kind.slug}/"]
            assert beside(made, act)[f"Même type de convention : {normal(kind.label)}"] == expected
    plain = next(act for act in register.acts if not act.conventions and len(act.sitting.acts) > 1)
    assert list(beside(made, plain)) == ["Dans la même séance"]


def test_an_act_more_changes_the_foot_of_few_others(register: Register) -> None:
    """Pages are to be built again one by one: see the docstring of `Neighbours`."""
    acts = group(register.acts, facet_named("type"))
    added = next(act for members in acts.values() for act in members[20:] if len(act.conventions) == 1)
    before, after = neighbours([act for act in register.acts if act is not added]), neighbours(register.acts)
    changed = [reference for reference, found in before.items() if found.kin != after[reference].kin]
    assert 0 < len(changed) <= 4


# ---- Breadcrumbs ----


def test_every_page_but_the_first_says_where_it_is(made: Path, site: Path) -> None:
    for root in (made, site):
        for file in root.rglob("index.html"):
            url = file.parent.relative_to(root).as_posix().removeprefix(".") + "/"
            crumbs = [way for nav in page_of(root, url.lstrip("/")).classed("fil") for way in nav.all("li")]
            if url == "/":
                assert crumbs == []
                continue
            assert (crumbs[0].text, leads(crumbs[0], url)) == ("Accueil", ["/"]), url
            assert crumbs[-1].all("span")[0].attributes["aria-current"] == "page", url
            links = [leads(crumb, url) for crumb in crumbs]
            assert [len(found) for found in links] == [1] * (len(links) - 1) + [0], url
            assert all((root / found[0].strip("/") / "index.html").is_file() for found in links[:-1]), url


def test_the_way_to_a_page_of_a_list_goes_through_its_first(made: Path) -> None:
    url = next(f"{p.parent.relative_to(made).as_posix()}/" for p in made.glob("natures/*/*/page-2/index.html"))
    (way,) = page_of(made, url).classed("fil")
    assert [crumb.text for crumb in way.all("li")][-1] == "Page 2"
    assert leads(way, url)[-1] == url.removesuffix("page-2/")


# ---- Without script ----


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A phone on which no script runs."""
    opened = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 720})
    yield opened
    opened.close()


def follow(page: Page, address: str, *names: str) -> None:
    """Go from an address by links of the content, each named in full."""
    page.goto(address)
    for name in names:
        page.locator("article").get_by_role("link", name=name, exact=True).first.click()


def test_from_a_body_to_a_type_to_an_act(still: Page, published: str) -> None:
    follow(still, f"{published}collectivites/", "SCOT de l’Arrageois", "E-administration (1)")
    expect(still).to_have_url(f"{published}collectivites/scota/par-type/#valeur-e-administration")
    still.get_by_role("link", name="Convention pour l'accompagnement à la E-administration par le CDG 62").click()
    expect(still).to_have_url(f"{published}actes/scota/2026-02-11/605/")


def test_from_a_type_to_a_body_to_an_act_and_to_those_beside(still: Page, published: str) -> None:
    follow(still, f"{published}conventions/", "E-administration", "Commune de Labourse (1)")
    expect(still).to_have_url(f"{published}conventions/e-administration/par-collectivite/#valeur-labourse")
    still.get_by_role("link", name="Convention du Centre de Gestion").click()
    expect(still).to_have_url(f"{published}actes/labourse/2025-04-03/2025cm26/")
    still.locator(".voisins").get_by_role("link", name="par le CDG 62").click()
    still.locator(".voisins").get_by_role("link", name="Coffre-Fort Numérique").first.click()
    expect(still).to_have_url(f"{published}actes/scota/2026-02-11/607/")


def test_from_a_date_to_a_sitting_to_an_act(still: Page, published: str) -> None:
    follow(still, f"{published}dates/", "2025", "avril 2025", "Commune de Labourse : séance")
    expect(still).to_have_url(f"{published}actes/labourse/2025-04-03/")
    still.get_by_role("link", name="Convention du Centre de Gestion").click()
    expect(still).to_have_url(f"{published}actes/labourse/2025-04-03/2025cm26/")


def test_from_an_empty_month_to_the_nearest(still: Page, published: str) -> None:
    follow(still, f"{published}dates/", "2025", "août 2025", "février 2026 (2)")
    expect(still).to_have_url(f"{published}dates/2026/02/")
    follow(still, f"{published}dates/2025/08/", "avril 2025 (1)")
    expect(still).to_have_url(f"{published}dates/2025/04/")


def test_from_the_calendar_of_a_body_to_a_sitting(still: Page, published: str) -> None:
    follow(still, f"{published}collectivites/", "SCOT de l’Arrageois", "2026 (2)")
    still.get_by_role("table", name="Février 2026").get_by_role("link", name="11 : Séance du 11 février 2026").click()
    expect(still).to_have_url(f"{published}actes/scota/2026-02-11/")
