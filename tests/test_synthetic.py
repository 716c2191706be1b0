"""A site of 300 synthetic acts: every act in every index once, and one page of each kind read for its facts."""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from registre.build import verify
from registre.model.attendance import is_hour
from registre.model.vocabulary import NatureLien, Resultat, Scrutin, Sens
from registre.register.entries import Act, Register, Sitting
from registre.register.facets import FACETS, Facet, Value, group, indexes
from registre.register.urls import relative
from registre.render import Settings, pages
from registre.render.indexed import indexed_pages
from registre.render.wording import day_text
from sources.page import Element, page_of
from sources.reading import normal
from synthetic import write_register
from writing import tiny_pdf

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

LARGEST_INDEX = 200_000  # bytes


@pytest.fixture(scope="module")
def site(synthetic: Built) -> Path:
    return synthetic.site


@pytest.fixture(scope="module")
def register(synthetic: Built) -> Register:
    return synthetic.register


def targets(element: Element, url: str) -> list[str]:
    """Addresses (from the root of the site) of the links inside an element of the page at `url`."""
    hrefs = [link.attributes.get("href") or "" for link in element.all("a")]
    inside = [href.partition("#")[0] for href in hrefs if href and "://" not in href and not href.startswith("#")]
    return [posixpath.normpath(posixpath.join(url, href)) + "/" for href in inside]


def find(register: Register, wanted: Callable[[Act], object]) -> Act:
    """The first act for which `wanted` holds; the synthetic register has one of everything."""
    return next(act for act in register.acts if wanted(act))


def facts(site: Path, act: Act) -> dict[str, str]:
    """What the definition lists of an act's page say."""
    rows = [row for row in page_of(site, act.url).all("div") if row.all("dt") and row.all("dd")]
    return {row.all("dt")[0].text: row.all("dd")[0].text for row in rows if len(row.all("dt")) == 1}


def test_the_generator_writes_a_register_without_error_and_always_the_same(tmp_path: Path) -> None:
    first, second = write_register(tmp_path / "a", acts=60, seed=3), write_register(tmp_path / "b", acts=60, seed=3)
    corpus, problems = verify(tmp_path / "a")
    assert [problem for problem in problems if problem.blocks] == []
    assert len(corpus.actes) == 60
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    assert all((first / file).read_bytes() == (second / file).read_bytes() for file in files)


def test_all_acts_have_their_page(site: Path, register: Register) -> None:
    assert len(register.acts) == 300
    assert all((site / act.url / "index.html").is_file() for act in register.acts)
    assert all(page_of(site, act.url).all("h1")[0].text == normal(act.title) for act in register.acts)


def listed(site: Path, facet: Facet) -> dict[str, Counter[str]]:
    """The acts in the lists below each value of a facet, found by links alone from the index of the facet."""
    waiting, seen, found = [f"{facet.path}/"], set[str](), dict[str, Counter[str]]()
    while waiting:
        url = waiting.pop()
        if url in seen or any(part in url for part in ("/modeles/", "/par-", "/echeancier/")):  # tested elsewhere
            continue
        seen.add(url)
        here = page_of(site, url)
        waiting += [target for target in targets(here, url) if target.startswith(f"{facet.path}/")]
        steps = url.strip("/").split("/")
        if len(steps) > 2:  # facet/value/part/, whole; facet/value/ only has the latest acts
            found.setdefault(steps[1], Counter()).update(acts_of(here, url))
    return found


def acts_of(page: Element, url: str) -> list[str]:
    """The acts that a page lists, one a row: those of a list, or of the table of conventions."""
    cells = [cell for cell in page.all("td") if cell.attributes.get("data-titre") == "Acte"]
    return [target for row in (*page.classed("actes__objet"), *cells) for target in targets(row, url)]


@pytest.mark.parametrize("facet", indexes(), ids=lambda facet: facet.name)
def test_each_act_is_once_in_each_index_it_belongs_to(site: Path, register: Register, facet: Facet) -> None:
    expected = {value.slug: Counter(act.url for act in acts) for value, acts in group(register.acts, facet).items()}
    assert listed(site, facet) == expected


@pytest.mark.parametrize("facet", indexes(), ids=lambda facet: facet.name)
def test_the_page_of_a_value_has_its_count_and_its_latest_acts(site: Path, register: Register, facet: Facet) -> None:
    for value, acts in group(register.acts, facet).items():
        url = f"{facet.path}/{value.slug}/"
        here = page_of(site, url)
        assert here.all("h1")[0].text == normal(value.label)
        alone = 0 if facet.newest_first else sum(act.incomplete for act in acts)  # a year tells its séances
        told = f", dont {alone} connu{'s' if alone > 1 else ''} par {'leur' if alone > 1 else 'son'} annexe seulement"
        assert here.classed("reference")[0].text == normal(
            f"{len(acts)} acte{'s' if len(acts) > 1 else ''}" + (told if alone else "")
        )
        assert [act for act in acts_of(here, url) if act.startswith("actes/")] == [act.url for act in acts[:25]]


def test_no_index_page_grows_without_bound(site: Path) -> None:
    sizes = {path.parent.relative_to(site): path.stat().st_size for path in site.rglob("index.html")}
    assert {url: size for url, size in sizes.items() if size > LARGEST_INDEX and url.parts[0] != "actes"} == {}
    assert list(site.glob("*/*/*/page-2/index.html"))


@pytest.mark.parametrize("nature", [NatureLien.RETIRE, NatureLien.MODIFIE], ids=lambda nature: nature.value)
def test_a_link_is_told_at_both_ends(site: Path, register: Register, nature: NatureLien) -> None:
    acting = find(register, lambda act: any(k.lien.nature is nature and k.active for k in act.links))
    link = next(link for link in acting.links if link.lien.nature is nature and link.active)
    assert link.other is not None
    for here, there, word in ((acting, link.other, nature.label), (link.other, acting, nature.passive)):
        banners = [b for b in page_of(site, here.url).classed("bandeau") if there.url in targets(b, here.url)]
        assert [word in banner.text for banner in banners] == [True], here.url
        section = page_of(site, here.url).classed("acces")[-1]
        assert there.url in targets(section, here.url)


def test_a_retired_act_keeps_its_page_and_says_so(site: Path, register: Register) -> None:
    retired = find(register, lambda act: act.ended_by and act.ended_by.lien.nature is NatureLien.RETIRE)
    here = page_of(site, retired.url)
    head = here.blocks("resume")[0]
    assert head.classed("etat")[0].text.startswith("Retirée")
    assert "Exécutoire" not in head.text
    assert "Exécutoire depuis" not in here.all("body")[0].text
    assert normal(retired.title) == here.all("h1")[0].text
    assert here.blocks("texte")[0].text
    url = f"{retired.sitting.url}"
    row = next(row for row in page_of(site, url).all("tr") if retired.url in targets(row, url))
    assert "Retirée" in row.text


def test_an_act_annulled_from_outside_names_the_decision(site: Path, register: Register) -> None:
    act = find(register, lambda act: act.ended_by and act.ended_by.other is None)
    assert "Annulée par : Tribunal administratif d’Exemple, n° 12" in page_of(site, act.url).classed("bandeau")[0].text


def test_an_incomplete_act_is_never_adopted(site: Path, register: Register) -> None:
    act = find(register, lambda act: act.incomplete)
    text = page_of(site, act.url).all("body")[0].text
    assert "Annexe connue, décision inconnue" in text
    assert "Texte non disponible dans ce registre" in text
    assert not any(word in text for word in ("Adoptée", "Rejetée", "Exécutoire depuis"))
    assert page_of(site, act.sitting.url).all("h1")[0].text == "Aucune séance connue à cette date"
    for url in (act.body.url, f"dates/{act.day:%Y/%m}/", act.sitting.url):
        row = next(row for row in page_of(site, url).all("li") if act.url in targets(row, url) and row.all("p"))
        assert "Décision inconnue" in row.text
        assert "Adoptée" not in row.text


@pytest.mark.parametrize("kind", ["act", "sitting"])
def test_a_former_address_leads_to_the_present_one(site: Path, register: Register, kind: str) -> None:
    owners: list[Act] | list[Sitting] = register.acts if kind == "act" else register.sittings
    owner = next(o for o in owners if o.fiche and o.fiche.anciennes_adresses)
    assert owner.fiche is not None
    old = owner.fiche.anciennes_adresses[0] + "/"
    article = page_of(site, old).all("article")[0]
    assert article.all("h1")[0].text == "Cette page a changé d’adresse"
    assert targets(article, old) == [owner.url]


def test_a_second_sitting_of_the_day_has_its_own_page_and_acts(site: Path, register: Register) -> None:
    second = next(sitting for sitting in register.sittings if sitting.folder.endswith("-2"))
    first = next(s for s in register.sittings if s.body == second.body and s.folder + "-2" == second.folder)
    for sitting, other in ((first, second), (second, first)):
        there = targets(page_of(site, sitting.url).all("article")[0], sitting.url)
        assert [url for url in there if url in {act.url for act in sitting.acts}] == [a.url for a in sitting.acts]
        assert not set(there) & {act.url for act in other.acts}
    listed_days = [h.text for h in page_of(site, f"{second.body.url}{second.day.year}/").all("h2")]
    assert len([text for text in listed_days if normal(day_text(second.day)) in text]) == 2


def test_a_movement_changes_the_presents_of_later_acts_only(site: Path, register: Register) -> None:
    moves = [(sitting, move) for sitting in register.sittings if sitting.fiche for move in sitting.fiche.mouvements]
    for sens in Sens:
        sitting, move = next((s, m) for s, m in moves if m.sens is sens and not is_hour(m.a_partir_de or ""))
        start = [act.fiche.numero for act in sitting.acts].index(move.a_partir_de or "")
        there = [move.nom in names(site, act.url, "presents") for act in sitting.acts]
        assert there == [(rank >= start) is (sens is Sens.ARRIVE) for rank in range(len(there))]
        assert (move.nom in names(site, sitting.url, "presents")) is (sens is Sens.PART)
    sitting, move = next((s, m) for s, m in moves if is_hour(m.a_partir_de or ""))
    assert all(move.nom in names(site, act.url, "presents") for act in sitting.acts)


def names(site: Path, url: str, block: str) -> list[str]:
    """The names of a list of the page."""
    return [item.text for found in page_of(site, url).blocks(block) for item in found.all("li")]


def test_a_pdf_is_copied_and_shown_with_its_size_and_fingerprint(site: Path, register: Register) -> None:
    act = find(register, lambda act: act.documents and act.documents[0].path)
    url = act.documents[0].url or ""
    data = (site / url).read_bytes()
    assert data.startswith(b"%PDF-1.4")
    here = page_of(site, act.url)
    assert hashlib.sha256(data).hexdigest() in here.classed("pieces")[0].text
    assert f"{len(data) / 1000:.1f} Ko".replace(".", ",").replace(",0", "") in here.classed("pieces")[0].text
    assert relative(url, act.url) in [link.attributes["href"] for link in here.all("a")]


def test_a_document_elsewhere_and_a_missing_one_are_told(site: Path, register: Register) -> None:
    act = find(register, lambda act: any(document.piece.manquante for document in act.documents))
    text = page_of(site, act.url).classed("pieces")[0].text
    assert "Plan (PDF, 9 Ko) Document gardé sur val-exemple-1.example : son empreinte" in text
    assert "Annexe citée : non disponible : citée, non jointe" in text


RESULTS: list[tuple[str, Callable[[Act], object], str]] = [
    ("rejetee", lambda act: act.fiche.resultat is Resultat.REJETEE, "Rejetée"),
    ("prend-acte", lambda act: act.fiche.resultat is Resultat.PREND_ACTE, "Prend acte"),
    ("ajournee", lambda act: act.fiche.resultat is Resultat.AJOURNEE, "Ajournée"),
    ("retiree", lambda act: act.fiche.resultat is Resultat.RETIREE, "Retirée de l’ordre du jour"),
    ("unanimite", lambda act: act.fiche.vote and act.fiche.vote.unanimite, "Adoptée à l’unanimité"),
    ("inconnu", lambda act: act.fiche.resultat is None and not act.incomplete, "Résultat non renseigné"),
]


@pytest.mark.parametrize(("wanted", "words"), [case[1:] for case in RESULTS], ids=[case[0] for case in RESULTS])
def test_the_result_is_said_first(site: Path, register: Register, wanted: Callable[[Act], object], words: str) -> None:
    act = find(register, wanted)
    assert page_of(site, act.url).classed("resultat")[0].text.startswith(words)


def test_a_count_that_is_not_printed_is_nowhere(site: Path, register: Register) -> None:
    act = find(register, lambda act: act.fiche.vote and act.fiche.vote.unanimite and act.fiche.vote.pour is None)
    assert page_of(site, act.url).blocks("vote")[0].all("table") == []
    assert "décompte des voix non renseigné" in page_of(site, act.url).classed("resultat")[0].text


def test_votes_are_named_in_a_public_ballot_only(site: Path, register: Register) -> None:
    public = find(register, lambda act: act.fiche.vote and act.fiche.vote.noms and act.fiche.vote.noms.contre)
    assert public.fiche.vote and public.fiche.vote.noms
    assert facts(site, public)["Ont voté contre"] == ", ".join(public.fiche.vote.noms.contre)
    secret = find(register, lambda act: act.fiche.vote and act.fiche.vote.scrutin is Scrutin.SECRET)
    block = page_of(site, secret.url).blocks("vote")[0].text
    assert "EXEMPLE-" not in block
    assert "Blanc 1 Nul 1" in block


def test_a_merged_body_and_its_heir_name_each_other(site: Path, register: Register) -> None:
    former, heir = register.bodies["vieux-exemple"], register.bodies["val-exemple-1"]
    assert heir.url in targets(page_of(site, former.url).classed("bandeau")[0], former.url)
    assert former.url in targets(page_of(site, heir.url).all("dl")[0], heir.url)
    assert "A existé jusqu’au 31 décembre 2023" in page_of(site, former.url).text


def test_a_signatory_other_than_the_president_is_shown(site: Path, register: Register) -> None:
    act = find(register, lambda act: act.fiche.signataire and act.fiche.signataire.empechement)
    assert facts(site, act)["Signataire"] == "Luc EXEMPLE-2, 1er adjoint (Pour le Maire empêché)"


def test_a_new_facet_is_one_line(register: Register) -> None:
    added = Facet("unanimite", "unanimites", "Unanimités", "Unanimité", lambda act: (
        [Value("oui", "Unanime")] if act.fiche.vote and act.fiche.vote.unanimite else []),
        crosses=("collectivite",))  # fmt: skip
    made = {p.path: p.text for p in pages(register, Settings(name="Registre"), facets=(*FACETS, added))}
    unanimous = {act.url for act in register.acts if act.fiche.vote and act.fiche.vote.unanimite}
    assert 'href="oui/"' in made["unanimites/index.md"]
    assert f"{len(unanimous)}\u00a0actes" in made["unanimites/oui/index.md"]
    assert 'id="valeur-val-exemple-3"' in made["unanimites/oui/par-collectivite/index.md"]
    assert 'data-facette="unanimite"' in made["recherche/index.md"]
    found = indexed_pages(register, facets=(*FACETS, added))
    assert {page.url for page in found if ("unanimite", "Unanime") in page.values} == unanimous


def test_the_pdf_of_the_tests_is_one() -> None:
    data = tiny_pdf("Essai")
    start = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert data[start:].startswith(b"xref\n0 6\n")
    assert data[int(data[start:].split(b"\n")[3].split()[0]) :].startswith(b"1 0 obj")
