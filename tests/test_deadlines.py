"""The échéancier: what invented conventions ask to be watched, as the pages tell it and as calendars read it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Component

from conftest import register_of
from registre.build import verify
from registre.register.deadlines import Evenement
from registre.register.entries import Register
from registre.render import Settings, pages
from registre.render.deadlines import meaning, reason, source
from registre.render.moved import redirect_pages
from registre.render.schedules import NEXT, ROWS, schedule_pages
from sources.page import Element, read_page
from sources.reading import normal
from writing import write_yaml

DAY = dt.date(2026, 3, 12)
ADDRESS = "https://exemple.example/registre/"
REF = "exemple/2026-03-12/1"
Record = dict[str, Any]


def write_act(root: Path, numero: str, body: str = "exemple", day: dt.date = DAY, **fields: Any) -> None:
    """An act of a séance of a body; adopted, unless it says otherwise."""
    folder = root / "content" / "seances" / body / f"{day}"
    write_yaml(folder / "seance.yaml", {"organe": "Conseil municipal"})
    record = {"numero": numero, "objet": f"Essai {numero}", "resultat": "adoptee", "texte": "Décide.\n"}
    write_yaml(folder / f"{numero}.yaml", record | fields)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two bodies and two types of convention."""
    content = tmp_path / "content"
    for slug, name in (("exemple", "Commune d’Exemple"), ("autre", "Commune d’Autre-Exemple")):
        write_yaml(content / "collectivites" / f"{slug}.yaml", {"nom": name, "genre": "commune", "departement": "99"})
    for slug, name in (("cantine", "Restauration scolaire"), ("paie", "Paie, à façon ; essai")):
        write_yaml(content / "conventions" / slug / "type.yaml", {"nom": name, "description": "Essai."})
    return tmp_path


def convention(kind: str = "cantine", **fields: Any) -> Record:
    return {"type": kind, "parties": [{"nom": "Commune d’Exemple"}]} | fields


def days(*given: str) -> list[dt.date]:
    return [dt.date.fromisoformat(day) for day in given]


def lines(register: Register) -> list[str]:
    """Every event: day, kind, meaning, how the day is known."""
    told = [(f"{d.day}", d.kind.label, meaning(d), source(d)) for d in register.schedule.dated]
    return [" | ".join(normal(part) for part in parts if part) for parts in told]


def reasons(register: Register) -> list[tuple[str, str]]:
    return [(s.act.cle, read_page(str(reason(s))).text) for s in register.schedule.undated]


START = {"debut": dt.date(2026, 4, 1), "duree": "5 ans"}
END = dt.date(2031, 3, 31)
PRINTED = "date imprimée dans la convention"
FIVE_YEARS = "5 ans à compter du 1er avril 2026"
EXPRESS = "à renouveler expressément, sinon elle s’arrête"
TACIT = "reconduite tacitement, sauf dénonciation"
CASES: dict[str, tuple[Record, list[str]]] = {
    "fin imprimée": ({"fin": END}, [f"2031-03-31 | fin | {PRINTED}"]),
    "fin calculée": (START, [f"2031-03-31 | fin | {FIVE_YEARS}"]),
    "renouvellement exprès": (
        START | {"renouvellement": {"fois": 1, "reconduction": "expresse"}},
        [
            f"2031-03-31 | renouvellement | {EXPRESS} | {FIVE_YEARS}",
            "2036-03-31 | fin au plus tard | si elle est renouvelée autant qu’elle le permet (1 fois)",
        ],
    ),
    "reconduction tacite, avec préavis": (
        START | {"renouvellement": {"fois": 2, "reconduction": "tacite", "duree": "1 an"}, "preavis": "3 mois"},
        [
            "2030-12-31 | préavis | dernier jour pour la dénoncer | 3 mois avant sa fin",
            f"2031-03-31 | renouvellement | {TACIT} | {FIVE_YEARS}",
            "2033-03-31 | fin au plus tard | si elle est renouvelée autant qu’elle le permet (2 fois)",
        ],
    ),
    "reconduction sans limite dite": (
        START | {"renouvellement": {"reconduction": "tacite"}},
        [f"2031-03-31 | renouvellement | {TACIT} | {FIVE_YEARS}"],
    ),
    "renouvellement dont rien n’est dit": (
        {"fin": END, "renouvellement": {"fois": 1}},
        [f"2031-03-31 | renouvellement | la convention ne dit pas comment elle se renouvelle | {PRINTED}"],
    ),
    "préavis sans renouvellement": (
        {"fin": END, "preavis": "30 jours"},
        [
            "2031-03-01 | préavis | dernier jour pour la dénoncer | 30 jours avant sa fin",
            f"2031-03-31 | fin | {PRINTED}",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_convention_asks_to_be_watched(root: Path, case: str) -> None:
    fields, expected = CASES[case]
    write_act(root, "1", conventions=[convention(**fields)])
    register = register_of(root)
    assert lines(register) == expected
    assert register.schedule.undated == []


RENEWABLE = START | {"renouvellement": {"fois": 1, "reconduction": "tacite"}, "preavis": "3 mois"}
LATER: dict[str, tuple[Record, list[str]]] = {
    "résiliée": (
        {"nature": "resilie", "date": dt.date(2028, 1, 1)},
        ["2027-12-31 | fin | résiliée | veille de sa résiliation"],
    ),
    "renouvelée": (
        {"nature": "renouvelle"},
        [
            "2035-12-31 | préavis | dernier jour pour la dénoncer | 3 mois avant sa fin",
            "2036-03-31 | fin | après son renouvellement",
        ],
    ),
    "autre fin, par avenant": (
        {"nature": "avenant", "fin": dt.date(2032, 6, 30)},
        [
            "2032-03-31 | préavis | dernier jour pour la dénoncer | 3 mois avant sa fin",
            f"2032-06-30 | renouvellement | {TACIT} | fin donnée par un avenant",
            "2037-06-30 | fin au plus tard | si elle est renouvelée autant qu’elle le permet (1 fois)",
        ],
    ),
}


@pytest.mark.parametrize("case", LATER)
def test_what_later_acts_make_of_it(root: Path, case: str) -> None:
    link, expected = LATER[case]
    write_act(root, "1", conventions=[convention(**RENEWABLE)])
    write_act(root, "2", day=dt.date(2027, 5, 6), liens=[link | {"acte": REF}])
    assert lines(register_of(root)) == expected


def test_a_convention_without_a_known_end_says_why(root: Path) -> None:
    write_act(root, "1", conventions=[convention(duree="5 ans", preavis="3 mois"), convention("paie")])
    write_act(root, "2", conventions=[convention(fin=END, renouvellement={"fois": 1})])
    write_act(root, "3", conventions=[convention(**START)], resultat=None, etat="incomplet", motif="Essai.")
    write_act(root, "4", day=dt.date(2027, 5, 6), liens=[{"nature": "renouvelle", "acte": "exemple/2026-03-12/2"}])
    register = register_of(root)
    assert lines(register) == []
    assert reasons(register) == [
        ("1", "à compléter : la convention ne donne pas de date de début (durée : 5 ans)"),
        ("1", "la convention ne donne ni date de fin ni durée"),
        ("2", "la convention ne dit pas pour combien de temps elle se renouvelle"),
        ("3", "annexe connue, décision inconnue"),
    ]


@pytest.mark.parametrize(
    ("numero", "link", "listed"),
    [("1", None, False), ("2", {"nature": "abroge"}, False), ("2", {"nature": "abroge", "precision": "art. 2"}, True)],
)
def test_nothing_of_an_act_that_is_not_in_force(root: Path, numero: str, link: Record | None, listed: bool) -> None:
    write_act(root, numero, conventions=[convention(fin=END), convention()], resultat="adoptee" if link else "rejetee")
    if link:
        write_act(root, "3", day=dt.date(2027, 5, 6), liens=[link | {"acte": f"exemple/2026-03-12/{numero}"}])
    register = register_of(root)
    assert bool(register.schedule.dated) is listed
    assert bool(register.schedule.undated) is listed
    assert ("exemple" in register.schedule.bodies) is listed


def test_events_are_in_order_of_day_then_body_then_act(root: Path) -> None:
    for numero, body in (("10", "exemple"), ("9", "exemple"), ("1", "autre")):
        write_act(root, numero, body, conventions=[convention(fin=END), convention("paie", fin=END)])
    write_act(root, "11", conventions=[convention(fin=dt.date(2030, 1, 1))])
    found = [(d.day.year, d.signed.act.cle, d.signed.convention.rank) for d in register_of(root).schedule.dated]
    assert found == [(2030, "11", 1), *((2031, cle, rank) for cle in ("1", "9", "10") for rank in (1, 2))]


def test_what_is_to_come_starts_on_the_day(root: Path) -> None:
    for numero, end in enumerate(days("2026-03-11", "2026-03-12", "2026-03-13")):
        write_act(root, f"{numero}", conventions=[convention(fin=end)])
    schedule = register_of(root).schedule
    assert [d.day.day for d in schedule.since(DAY)] == [12, 13]
    assert len(schedule.since(None)) == 3


# Pages


def pages_of(register: Register, day: dt.date | None = DAY, address: str = ADDRESS) -> dict[str, str]:
    settings = Settings(address, "", day, "Registre d’Exemple")
    return {page.path: page.text for page in schedule_pages(register, settings)}


def read(pages: dict[str, str], url: str) -> Element:
    return read_page(f"<article>{pages[f'{url}index.md'].partition(chr(10) + '---' + chr(10))[2]}</article>")


@pytest.fixture
def told(root: Path) -> Register:
    """Conventions of two bodies: gone by, to come, without date."""
    write_act(root, "1", conventions=[convention(**RENEWABLE)])
    write_act(root, "2", conventions=[convention("paie", fin=dt.date(2025, 12, 31)), convention("paie", duree="1 an")])
    write_act(root, "1", "autre", dt.date(2025, 1, 9), conventions=[convention(fin=dt.date(2031, 3, 1))])
    return register_of(root)


def items(page: Element) -> list[tuple[str, ...]]:
    """The paragraphs of each row of a page."""
    return [tuple(p.text for p in li.all("p")) for ul in page.classed("actes") for li in ul.all("li")]


LEAD = (
    "Ce qui finit, se renouvelle ou se dénonce : les dates des conventions du registre, imprimées ou calculées "
    "d’après ce qu’elles impriment."
)


def test_the_page_of_all_deadlines(told: Register) -> None:
    page = read(pages_of(told), "echeancier/")
    assert [p.text for p in page.all("header")[0].all("p")] == [
        LEAD,
        "5 échéances (à titre indicatif), 1 convention sans échéance connue",
    ]
    assert [h.text for tag in ("h2", "h3") for h in page.all(tag)] == [
        "Prochaines échéances", "Par année", "Sans échéance connue (1)",
        "Décembre 2030 (1)", "Mars 2031 (2)", "Mars 2036 (1)",
    ]  # fmt: skip
    name, other = "Restauration scolaire, délibération n° 1 du 12 mars 2026", "Commune d’Exemple"
    assert items(page) == [
        ("31 décembre 2030 · Préavis : dernier jour pour la dénoncer", name, f"{other} · 3 mois avant sa fin"),
        ("1er mars 2031 · Fin", "Restauration scolaire, délibération n° 1 du 9 janvier 2025",
         f"Commune d’Autre-Exemple · {PRINTED}"),
        (f"31 mars 2031 · Renouvellement : {TACIT}", name, f"{other} · {FIVE_YEARS}"),
        ("31 mars 2036 · Fin au plus tard : si elle est renouvelée autant qu’elle le permet (1 fois)", name, other),
        ("Paie, à façon ; essai (2), délibération n° 2 du 12 mars 2026",
         f"{other} · à compléter : la convention ne donne pas de date de début (durée : 1 an)"),
    ]  # fmt: skip
    hrefs = [a.attributes["href"] for ul in page.classed("actes") for a in ul.all("a")]
    assert hrefs[:2] == ["../actes/exemple/2026-03-12/1/#la-convention", "../collectivites/exemple/"]
    assert [(a.text, a.attributes["href"]) for a in page.classed("puces")[0].all("a")] == [
        ("2025 (1)", "2025/"), ("2030 (1)", "2030/"), ("2031 (2)", "2031/"), ("2036 (1)", "2036/")
    ]  # fmt: skip
    assert [t.attributes["datetime"] for t in page.all("time")][1] == "2030-12-31"
    assert page.classed("actions")[0].text == (
        "Ajouter à un agenda (ICS) Abonnez votre agenda à cette adresse : il suivra le registre."
    )


def test_the_page_of_a_year_has_the_past_too(told: Register) -> None:
    page = read(pages_of(told), "echeancier/2025/")
    assert [h.text for h in page.all("h1") + page.all("h2")] == ["Échéances de 2025", "Décembre 2025 (1)"]
    name = "Paie, à façon ; essai (1), délibération n° 2 du 12 mars 2026"
    assert items(page) == [("31 décembre 2025 · Fin", name, f"Commune d’Exemple · {PRINTED}")]


def test_the_page_of_a_body_starts_with_the_years_to_come(told: Register) -> None:
    page = read(pages_of(told), "collectivites/exemple/echeancier/")
    assert [h.text for h in page.all("h1") + page.all("h2")] == [
        "Commune d’Exemple, échéances des conventions",
        "2030 (1)", "2031 (1)", "2036 (1)", "2025 (année passée) (1)", "Sans échéance connue (1)",
    ]  # fmt: skip
    assert items(page)[1] == (
        f"31 mars 2031 · Renouvellement : {TACIT}",
        "Restauration scolaire, délibération n° 1 du 12 mars 2026",
        FIVE_YEARS,
    )
    assert page.classed("actions")[0].all("a")[0].attributes["href"] == "../echeances.ics"


def test_without_deadlines_the_pages_say_so(root: Path) -> None:
    empty = pages_of(register_of(root))
    assert list(empty) == ["echeancier/index.md"]
    assert read(empty, "echeancier/").classed("reference")[0].text == "Aucune convention à suivre dans le registre"
    write_act(root, "1", conventions=[convention(fin=dt.date(2020, 1, 1))])
    gone = read(pages_of(register_of(root)), "echeancier/")
    assert gone.classed("absent")[0].text == "Aucune à partir du 12 mars 2026, jour du registre."


def test_long_lists_are_cut_and_nothing_is_lost(root: Path) -> None:
    many = [convention(fin=dt.date(2030, 1 + rank % 2, 1 + rank % 28)) for rank in range(ROWS + 20)]
    write_act(root, "1", conventions=many + [convention(duree="1 an")] * (ROWS + 5))
    pages = pages_of(register_of(root))
    front = read(pages, "echeancier/")
    assert len(items(front)) == 2 * NEXT
    assert [h.text for h in front.all("h3")] == [f"Janvier 2030 ({NEXT} sur 60)"]
    assert front.all("h2")[-1].text == f"Sans échéance connue ({NEXT} sur {ROWS + 5})"
    assert front.classed("source")[1].text == (
        "À partir du 12 mars 2026, jour du registre : les 50 premières, sur 120 ; les autres sont sous leur année."
    )
    for folder, total in (("echeancier/2030/", 120), ("echeancier/sans-date/", 105),
                          ("collectivites/exemple/echeancier/", 225)):  # fmt: skip
        urls = [folder, *(f"{folder}page-{rank}/" for rank in range(2, total // ROWS + 2))]
        cut = [read(pages, url) for url in urls]
        assert f"{folder}page-{len(urls) + 1}/index.md" not in pages
        assert [len(items(page)) for page in cut] == [*[ROWS] * (len(urls) - 1), total % ROWS]
        assert [a.text for a in cut[0].classed("pages")[0].all("a")] == [f"Page {n}" for n in range(2, len(urls) + 1)]
    year = read(pages, "echeancier/2030/page-2/")
    assert [h.text for h in year.all("h1") + year.all("h2")] == [
        "Échéances de 2030, page 2", "Février 2030 (suite) (20 sur 60)"
    ]  # fmt: skip
    assert not year.all("h2")[0].attributes.get("id")
    assert max(len(text.encode()) for path, text in pages.items() if path.endswith(".md")) < 200_000


def test_what_records_hold_is_escaped(root: Path) -> None:
    write_yaml(root / "content" / "collectivites" / "exemple.yaml", {"nom": "<b>Exemple</b>", "genre": "commune"})
    write_act(root, "1", conventions=[convention(fin=END)])
    pages = pages_of(register_of(root))
    texts = [text.partition("\n---\n")[2] for path, text in pages.items() if path.endswith(".md")]
    assert ["<b>" in text for text in texts] == [False] * 3
    assert "&lt;b&gt;Exemple&lt;/b&gt;" in texts[0]


# Calendars


def events(text: str) -> dict[str, Component]:
    found = Calendar.from_ical(text).walk("VEVENT")
    assert len({event["UID"] for event in found}) == len(found)
    return {str(event["UID"]): event for event in found}


FEED = "echeancier/echeances.ics"


def test_the_calendar_is_read_back(told: Register) -> None:
    read_back = events(pages_of(told)[FEED])
    assert list(read_back) == [
        "exemple/2026-03-12/2/1/fin@exemple.example",
        "exemple/2026-03-12/1/1/preavis@exemple.example",
        "autre/2025-01-09/1/1/fin@exemple.example",
        "exemple/2026-03-12/1/1/renouvellement@exemple.example",
        "exemple/2026-03-12/1/1/fin-au-plus-tard@exemple.example",
    ]
    event = read_back["exemple/2026-03-12/1/1/renouvellement@exemple.example"]
    assert event.decoded("DTSTART") == END
    assert event.decoded("DTSTAMP") == dt.datetime(2026, 3, 12, tzinfo=dt.UTC)
    assert normal(event["SUMMARY"]) == "Renouvellement : Restauration scolaire, Commune d’Exemple"
    assert [normal(line) for line in str(event["DESCRIPTION"]).split("\n")] == [
        f"Renouvellement : {TACIT}.",
        f"Comment cette date est connue : {FIVE_YEARS}.",
        "Commune d’Exemple : Restauration scolaire, délibération n° 1 du 12 mars 2026.",
        "À titre indicatif : seuls les actes et leurs conventions font foi.",
        f"{ADDRESS}actes/exemple/2026-03-12/1/#la-convention",
    ]
    assert event["URL"] == f"{ADDRESS}actes/exemple/2026-03-12/1/#la-convention"
    assert (event["TRANSP"], "DTEND" in event, "METHOD" in event) == ("TRANSPARENT", False, False)
    last = read_back["exemple/2026-03-12/1/1/fin-au-plus-tard@exemple.example"]
    assert "Comment" not in last["DESCRIPTION"]
    assert Calendar.from_ical(pages_of(told)[FEED])["X-WR-CALNAME"] == (
        "Échéances des conventions – Registre d’Exemple"
    )


def test_the_calendar_keeps_to_the_letter_of_the_rfc(told: Register) -> None:
    text = pages_of(told)[FEED]
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert all(line.encode().decode() == line for line in text.split("\r\n"))  # no character is cut in two
    content = text.replace("\r\n ", "").split("\r\n")[:-1]
    maker = "PRODID:-//Registre des deliberations//Echeancier des conventions//FR"
    assert content[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", maker]
    names = Counter(re.split("[;:]", line, maxsplit=1)[0] for line in content)
    once = ("DTSTAMP", "UID", "DTSTART", "SUMMARY", "DESCRIPTION", "URL", "TRANSP")
    assert {names[name] for name in once} == {5}
    assert names["METHOD"] == names["DTEND"] == 0
    starts = [line for line in content if line.startswith("DTSTART")]
    assert all(re.fullmatch("DTSTART;VALUE=DATE:[0-9]{8}", line) for line in starts)
    assert all(re.fullmatch("DTSTAMP:[0-9]{8}T000000Z", line) for line in content if line.startswith("DTSTAMP"))
    # « , » and « ; » of a text are escaped (§ 3.3.11)
    assert any(normal(line) == r"SUMMARY:Fin : Paie\, à façon \; essai\, Commune d’Exemple" for line in content)


def test_calendars_do_not_depend_on_the_day(told: Register) -> None:
    def feeds(day: dt.date | None) -> dict[str, str]:
        return {path: text for path, text in pages_of(told, day).items() if path.endswith(".ics")}

    assert feeds(DAY) == feeds(DAY) == feeds(dt.date(2040, 1, 1)) == feeds(None)
    assert len(feeds(DAY)) == 3


def test_an_end_that_moves_keeps_its_identity(root: Path) -> None:
    write_act(root, "1", conventions=[convention(**RENEWABLE)])
    before = events(pages_of(register_of(root))[FEED])
    write_act(root, "2", day=dt.date(2027, 5, 6), liens=[LATER["autre fin, par avenant"][0] | {"acte": REF}])
    after = events(pages_of(register_of(root))[FEED])
    moved = "exemple/2026-03-12/1/1/renouvellement@exemple.example"
    assert set(before) == set(after)
    assert (before[moved].decoded("DTSTART"), after[moved].decoded("DTSTART")) == (END, dt.date(2032, 6, 30))
    assert after[moved].decoded("DTSTAMP") == dt.datetime(2027, 5, 6, tzinfo=dt.UTC)


def test_the_calendar_of_a_body_is_a_part_of_the_whole(told: Register) -> None:
    pages = pages_of(told)
    whole = events(pages[FEED])
    parts = {slug: events(pages[f"collectivites/{slug}/echeances.ics"]) for slug in ("exemple", "autre")}
    assert sorted([*parts["exemple"], *parts["autre"]]) == sorted(whole)
    for slug, own in parts.items():
        assert all(uid.startswith(f"{slug}/") and event.to_ical() == whole[uid].to_ical() for uid, event in own.items())
    assert Calendar.from_ical(pages["collectivites/autre/echeances.ics"])["X-WR-CALNAME"] == (
        "Échéances des conventions, Commune d’Autre-Exemple – Registre d’Exemple"
    )


def test_no_calendar_without_an_event(root: Path) -> None:
    """RFC 5545, § 3.6: a calendar has one component at least."""
    write_act(root, "1", conventions=[convention(duree="5 ans")])
    pages = pages_of(register_of(root))
    assert [path for path in pages if path.endswith(".ics")] == []
    assert all(not read(pages, url).classed("actions") for url in ("echeancier/", "collectivites/exemple/echeancier/"))


def test_a_site_without_an_address_gives_no_link(told: Register) -> None:
    read_back = events(pages_of(told, address="")[FEED])
    assert all(uid.endswith("@registre.invalid") and "URL" not in event for uid, event in read_back.items())
    assert "/actes/" not in read_back["autre/2025-01-09/1/1/fin@registre.invalid"]["DESCRIPTION"]


def test_a_whole_feed_of_many_events(root: Path) -> None:
    write_act(root, "1", conventions=[convention(fin=END)] * 1_200)
    register = register_of(root)
    pages = pages_of(register)
    assert len(events(pages["collectivites/exemple/echeances.ics"])) == len(register.schedule.dated) == 1_200


# Where it is found


def test_the_name_is_reserved(root: Path) -> None:
    pages = root / "content" / "pages"
    pages.mkdir()
    (pages / "echeancier.md").write_text("# Échéancier\n\nEssai.\n", "utf-8")
    _, problems = verify(root)
    assert [p.code for p in problems if p.place.path == "content/pages/echeancier.md"] == ["F014"]


@pytest.mark.parametrize("numero", ["1", "2"])
def test_it_follows_a_body_that_is_renamed(root: Path, numero: str) -> None:
    """From its former short name; not where there is nothing to list."""
    record = {"nom": "Commune d’Exemple", "genre": "commune", "anciens_noms_courts": ["vieil-exemple"]}
    write_yaml(root / "content" / "collectivites" / "exemple.yaml", record)
    write_act(root, numero, conventions=[convention(fin=END)] if numero == "1" else None)
    moved = {page.path: page.text for page in redirect_pages(register_of(root), Settings(ADDRESS, name="Registre"))}
    old = moved.get("collectivites/vieil-exemple/echeancier/index.md", "")
    assert ("vers: ../../exemple/echeancier/" in old) is (numero == "1")


def links(pages: dict[str, str], url: str, under: str) -> list[tuple[str, str]]:
    """The words and the addresses of the links of a page that lead to the échéancier, in elements of a name."""
    inside = [a for element in read(pages, url).all(under) for a in element.all("a")]
    return [(a.text, a.attributes["href"] or "") for a in inside if "echeancier/" in (a.attributes["href"] or "")]


def test_the_pages_that_lead_to_it(told: Register) -> None:
    made = {page.path: page.text for page in pages(told, Settings(ADDRESS, "", DAY, "Registre"))}
    assert links(made, "conventions/", "header") == [
        ("Échéancier : ce qui finit, se renouvelle ou se dénonce, mois par mois", "../echeancier/")
    ]
    assert links(made, "collectivites/", "header") == []
    found = ("4 échéances (à titre indicatif), 1 convention sans échéance connue", "echeancier/")
    assert links(made, "collectivites/exemple/", "dl") == [found]


def test_a_body_without_conventions_has_no_link(root: Path) -> None:
    write_act(root, "1")
    made = {page.path: page.text for page in pages(register_of(root), Settings(ADDRESS, "", DAY, "Registre"))}
    assert links(made, "collectivites/exemple/", "dl") == []
    assert "collectivites/exemple/echeancier/index.md" not in made


def test_a_kind_of_event_for_each_case() -> None:
    """Every kind is shown by some case above."""
    told = " ".join(line for _, expected in CASES.values() for line in expected)
    assert all(f"| {kind.label} |" in told for kind in Evenement)


def test_real_acts_have_one_dated_end(real_acts: Path) -> None:
    register = register_of(real_acts.parent)
    assert [(d.signed.act.reference, d.day, d.kind) for d in register.schedule.dated] == [
        ("scota/2026-02-11/607", dt.date(2029, 10, 10), Evenement.FIN)
    ]
    assert [s.act.cle for s in register.schedule.undated] == ["605", "2025cm26", "delib-2024-37"]
