"""What pages tell machines in the words of schema.org (JSON-LD): valid, no more than the records say, never markup."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from conftest import ROOT, copy_project, register_of
from registre.build import build_site
from registre.register.entries import Register
from registre.render import Settings, pages
from sources.page import read_page
from writing import front_matter

RECORDS = Path(__file__).parent / "records"
VOCABULARY = yaml.safe_load((Path(__file__).parent / "schema_org.yaml").read_text("utf-8"))
HOME = "https://exemple.fr/registre/"
CONTEXT = "https://schema.org"
ACT, OTHER = "actes/exemple/2026-03-12/014/", "actes/exemple/2026-03-12/015/"
BODY = {
    "@type": "GovernmentOrganization",
    "@id": f"{HOME}collectivites/exemple/",
    "url": f"{HOME}collectivites/exemple/",
    "name": "Commune d’Exemple",
    "identifier": {"@type": "PropertyValue", "name": "SIREN", "value": "216200006"},
}


def data_of(root: Path, address: str = HOME, day: dt.date | None = None) -> dict[str, dict[str, Any]]:
    """The data of the pages of `root`, by address."""
    return data_in(register_of(root), address, day)


def data_in(register: Register, address: str, day: dt.date | None = None) -> dict[str, dict[str, Any]]:
    """The data of the pages of a register, by address."""
    found = {}
    for page in pages(register, Settings(address, day=day or register.day, name="Registre")):
        if not page.path.endswith(".md"):
            continue
        if "donnees" in (front := front_matter(page.text)):
            found[page.path.removesuffix("index.md")] = front["donnees"]
    return found


def records(folder: Path, *cases: str, more: str = "") -> Path:
    """The base records in `folder`, with those of valid cases over them, and lines added to act 015."""
    shutil.copytree(RECORDS / "base", folder / "content")
    for case in cases:
        shutil.copytree(RECORDS / "valid" / case, folder / "content", dirs_exist_ok=True)
    with (folder / "content/seances/exemple/2026-03-12/015.yaml").open("a", encoding="utf-8") as record:
        record.write(more)
    return folder


# ---- The vocabulary ----


def ancestors(kind: str) -> set[str]:
    """A type and all those above it."""
    return {kind}.union(*(ancestors(above) for above in VOCABULARY["types"][kind]))


def wrong(thing: dict[str, Any]) -> Iterator[str]:
    """What schema.org does not admit in something, and in what it holds."""
    kind = thing["@type"]
    if kind not in VOCABULARY["types"]:
        yield f"type {kind}"
        return
    for name, values in thing.items():
        if name.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(name)
        if known is None or not ancestors(kind) & set(known["of"]):
            yield f"{kind}.{name}"
            continue
        for value in values if isinstance(values, list) else [values]:
            if not any(admits(taken, value) for taken in known["takes"]):
                yield f"{kind}.{name}: {value!r}"
            if isinstance(value, dict):
                yield from wrong(value)


def admits(taken: str, value: object) -> bool:
    """Whether a value is of a type that a property takes."""
    if isinstance(value, dict):
        return value["@type"] in VOCABULARY["types"] and taken in ancestors(value["@type"])
    if not isinstance(value, str) or not value:
        return False
    if taken == "URL":
        return urlsplit(value).scheme in {"http", "https"} and bool(urlsplit(value).netloc)
    if taken == "Date":
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value))
    if taken in VOCABULARY["values"]:
        return value.removeprefix(f"{CONTEXT}/") in VOCABULARY["values"][taken]
    return taken == "Text"


@pytest.fixture(scope="module")
def registers(invented_records: Path) -> dict[str, Register]:
    return {"nos actes": register_of(ROOT), "actes inventés": register_of(invented_records)}


@pytest.mark.parametrize("address", [HOME, ""])
@pytest.mark.parametrize("content", ["nos actes", "actes inventés"])
def test_all_is_in_the_vocabulary_of_schema_org(registers: dict[str, Register], content: str, address: str) -> None:
    register = registers[content]
    found = data_in(register, address)
    assert len(found) == 1 + len(register.acts) + len(register.bodies)
    assert {url: list(wrong(thing)) for url, thing in found.items() if list(wrong(thing))} == {}
    assert {thing["@context"] for thing in found.values()} == {CONTEXT}
    assert {thing["@type"] for thing in found.values()} <= {"WebSite", "Legislation", "GovernmentOrganization"}


def test_the_check_of_the_vocabulary_sees_what_is_wrong() -> None:
    told = {"@type": "Legislation", "name": "", "author": "x", "url": "../x/", "legislationDate": "2 mars",
            "sha256": "0", "encoding": {"@type": "Plan"}, "citation": {"@type": "EntryPoint"},
            "legislationLegalForce": "https://schema.org/Ended"}  # fmt: skip
    assert [said.split(":")[0].removeprefix("Legislation.") for said in wrong(told)] == [
        "name", "author", "url", "legislationDate", "sha256", "encoding", "type Plan", "citation",
        "legislationLegalForce"]  # fmt: skip


# ---- What is told ----


def test_an_act_tells_what_its_record_states(tmp_path: Path) -> None:
    root = records(tmp_path)
    pdf = root / "content/seances/exemple/2026-03-12/014.pdf"
    digest = next(d.sha256 for act in register_of(root).acts for d in act.documents if act.cle == "014")
    assert data_of(root)[ACT] == {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": HOME + ACT,
        "url": HOME + ACT,
        "name": "Restauration scolaire",
        "legislationType": "Délibération",
        "legislationIdentifier": "062-216200006-20260312-014-DE",
        "identifier": {"@type": "PropertyValue", "name": "Numéro", "value": "014"},
        "legislationDate": "2026-03-12",
        "legislationPassedBy": BODY,
        "datePublished": "2026-03-17",
        "legislationDateOfApplicability": "2026-03-17",
        "legislationLegalForce": "https://schema.org/InForce",
        "inLanguage": "fr",
        "license": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        "encoding": [
            {
                "@type": "LegislationObject",
                "name": "Délibération signée",
                "encodingFormat": "application/pdf",
                "contentUrl": f"{HOME}actes/exemple/2026-03-12/014.pdf",
                "contentSize": f"{pdf.stat().st_size} B",
                "sha256": digest,
            }
        ],
    }


def test_without_the_address_of_the_site_nothing_has_an_address(tmp_path: Path) -> None:
    found = data_of(records(tmp_path), "")
    told = json.dumps(found, ensure_ascii=False)
    assert set(re.findall(r'"(@id|url|contentUrl|urlTemplate|potentialAction)"', told)) == set()
    assert found[ACT]["legislationPassedBy"] == {k: v for k, v in BODY.items() if k not in {"@id", "url"}}
    assert set(found[ACT]["encoding"][0]) == {"@type", "name", "encodingFormat", "contentSize", "sha256"}


def test_an_incomplete_act_says_nothing_of_a_decision(tmp_path: Path) -> None:
    found = data_of(records(tmp_path, "acte-incomplet"))
    told = next(thing for url, thing in found.items() if url.startswith("actes/") and url not in {ACT, OTHER})
    assert set(told) == {
        "@context", "@type", "@id", "url", "legislationType", "legislationIdentifier", "identifier",
        "legislationResponsible", "datePublished", "inLanguage", "license"}  # fmt: skip


DECIDED = {"legislationDate", "legislationPassedBy"}
FORCE = {"legislationDateOfApplicability", "legislationLegalForce"}


@pytest.mark.parametrize(
    ("case", "absent"),
    [("rejetee", DECIDED | FORCE), ("ajournee-sans-tampon", DECIDED | FORCE), ("prend-acte-sans-vote", set())],
)
def test_what_was_not_passed_has_no_date_and_no_author(tmp_path: Path, case: str, absent: set[str]) -> None:
    told = data_of(records(tmp_path, case))[OTHER]
    assert (DECIDED | FORCE) - set(told) == absent
    assert ("legislationResponsible" in told) is bool(absent)


ENDED = "liens:\n  - {nature: annule, decision: TA de Lille, date: 2026-09-01%s}\n"


@pytest.mark.parametrize(
    ("more", "day", "force"),
    [
        ("", "2026-03-17", "InForce"),
        (ENDED % "", "2026-08-31", None),
        (ENDED % "", "2026-09-01", "NotInForce"),
        (ENDED % ", precision: article 2", "2026-09-01", "PartiallyInForce"),
        (ENDED.replace(", date: 2026-09-01", "") % "", "2026-03-17", "NotInForce"),
    ],
)
def test_force_is_told_where_it_is_known(tmp_path: Path, more: str, day: str, force: str | None) -> None:
    told = data_of(records(tmp_path, more=more), day=dt.date.fromisoformat(day))[OTHER]
    assert told.get("legislationLegalForce") == (force and f"{CONTEXT}/{force}")


@pytest.mark.parametrize(
    ("nature", "precision", "word"),
    [
        ("modifie", "", "legislationAmends"),
        ("complete", ", precision: article 2", "legislationAmends"),
        ("abroge", "", "legislationRepeals"),
        ("abroge", ", precision: article 2", "legislationChanges"),
        ("remplace", "", "legislationChanges"),
        ("rectifie", "", "legislationChanges"),
        ("cite", "", "citation"),
    ],
)
def test_a_link_is_told_by_the_act_that_makes_it(tmp_path: Path, nature: str, precision: str, word: str) -> None:
    more = f"liens:\n  - {{nature: {nature}, acte: exemple/2026-03-12/014{precision}}}\n"
    found = data_of(records(tmp_path, more=more))
    assert found[OTHER][word] == [
        {
            "@type": "Legislation",
            "@id": HOME + ACT,
            "url": HOME + ACT,
            "name": "Commune d’Exemple, délibération n°\u00a0014 du 12\u00a0mars\u00a02026",
            "legislationIdentifier": "062-216200006-20260312-014-DE",
        }
    ]
    assert not {"legislationAmends", "legislationRepeals", "legislationChanges", "citation"} & set(found[ACT])


def test_only_the_act_itself_is_its_file_wherever_it_is_kept(tmp_path: Path) -> None:
    more = "pieces:\n" + "".join(
        f"  - {{titre: {title}, adresse: 'https://exemple.fr/{name}.pdf', sha256: {'0' * 64}, octets: 9}}\n"
        for title, name in (("Délibération signée", "signee"), ("Plan", "plan"))
    )
    root = records(tmp_path, more=more)
    (root / "content/seances/exemple/2026-03-12/015.pdf").unlink()
    assert [file["contentUrl"] for file in data_of(root)[OTHER]["encoding"]] == ["https://exemple.fr/signee.pdf"]


def test_an_act_left_out_of_engines_tells_them_nothing(tmp_path: Path) -> None:
    assert OTHER not in data_of(records(tmp_path, more="moteurs: exclus\n"))


def test_a_body_tells_what_its_record_states(tmp_path: Path) -> None:
    assert data_of(records(tmp_path))["collectivites/exemple/"] == {
        "@context": CONTEXT,
        **BODY,
        "identifier": [BODY["identifier"]],
        "address": "1 place de la Mairie 62000 EXEMPLE",
        "telephone": "03 00 00 00 00",
        "email": "mairie@exemple.fr",
    }


def test_the_home_page_tells_how_to_search(tmp_path: Path) -> None:
    told = data_of(records(tmp_path))[""]
    assert (told["@type"], told["url"], told["name"]) == ("WebSite", HOME, "Registre")
    assert told["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{HOME}recherche/?q={{q}}"},
        "query-input": "required name=q",
    }


# ---- As it is printed ----

HOSTILE = "</script><script>ran()</script> <!-- ]]> & ' \" {{ 7*7 }} \\u003c \\"


def test_what_a_record_holds_cannot_leave_the_data(tmp_path: Path) -> None:
    """The element of data is one, in the head, and gives back what was typed, without one « < » inside."""
    content = tmp_path / "content"
    shutil.copytree(RECORDS / "base", content)
    record = content / "seances/exemple/2026-03-12/015.yaml"
    lines = record.read_text("utf-8").replace("objet: Tarifs de la cantine", f"objet: {json.dumps(HOSTILE)}")
    record.write_text(lines, "utf-8")
    root = copy_project(tmp_path / "projet", content)
    build_site(root)
    html = (root / "site" / OTHER / "index.html").read_text("utf-8")
    told = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert len(told) == 1
    assert set("<>&'") & set(told[0]) == set()
    assert told[0].isascii()
    assert json.loads(told[0])["name"] == HOSTILE
    [script] = read_page(html).all("head")[0].all("script")
    assert script.attributes == {"type": "application/ld+json"}
