"""What the page of an act answers before the reader has to look for it: who signs, until when, what still applies."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from conftest import register_of
from registre.render import Settings, pages
from registre.render.folding import unfolded
from registre.render.indexed import indexed_pages
from sources.page import Element, read_page

pytest_plugins = ("browser.fixtures",)

RECORDS = Path(__file__).parent / "records"
ACT, OTHER = "actes/exemple/2026-03-12/014/", "actes/exemple/2026-03-12/015/"
LABOURSE, LIBERCOURT = "actes/labourse/2025-04-03/2025cm26/", "actes/libercourt/2024-10-16/delib-2024-37/"
SCOTA = "actes/scota/2026-02-11/"
TARGET = 44  # px


def changed(root: Path, act: str, more: str, *cases: str) -> Path:
    """The base records with those of other cases over them, and lines added to an act of 12 March."""
    for folder in ("base", *(f"valid/{case}" for case in cases)):
        shutil.copytree(RECORDS / folder, root / "content", dirs_exist_ok=True)
    with (root / f"content/seances/exemple/2026-03-12/{act}.yaml").open("a", encoding="utf-8") as record:
        record.write(more)
    return root


def rendered(root: Path, url: str, day: str = "") -> Element:
    """A page without the shell of the site; the text of Markdown headings stays as typed."""
    register = register_of(root)
    settings = Settings(day=dt.date.fromisoformat(day) if day else register.day, name="Registre")
    text = next(page.text for page in pages(register, settings) if page.path == f"{url}index.md")
    return read_page(text.partition("\n---\n")[2])


def facts(page: Element) -> dict[str, str]:
    return {row.all("dt")[0].text: row.all("dd")[0].text for row in page.all("div") if row.all("dt") and row.all("dd")}


def built(site: Path, url: str) -> Element:
    return read_page((site / url / "index.html").read_text("utf-8"))


# ---- The parties of a convention ----


@pytest.mark.parametrize("url", [LABOURSE, LIBERCOURT])
def test_a_party_left_blank_is_told_at_the_top_and_in_the_convention(site: Path, url: str) -> None:
    page = built(site, url)
    top = facts(page.blocks("resume")[0])["Convention"]
    assert top.endswith("dates non renseignées. Formulaire vierge : l’autre partie y est laissée en blanc.")
    rows = facts(page.blocks("conventions")[0])
    assert rows["Entre"].startswith("Centre de Gestion de la Fonction Publique Territoriale du Pas-de-Calais")
    assert rows["Et"] == "laissé en blanc dans le formulaire"


def test_no_party_is_said_blank_where_two_are_named(site: Path) -> None:
    page = built(site, SCOTA + "605/")
    assert "blanc" not in page.blocks("resume")[0].text
    assert facts(page.blocks("conventions")[0])["Et"].startswith("Syndicat mixte du Scota")


def test_nothing_is_said_of_a_blank_form_of_which_no_party_is_told(tmp_path: Path) -> None:
    root = changed(tmp_path, "015", "conventions: [{type: restauration, etat: vierge}]\n")
    assert "laissé" not in rendered(root, OTHER).blocks("conventions")[0].text


def test_a_list_says_that_a_party_is_blank_and_that_the_decision_is_unknown(site: Path) -> None:
    told = [cell.text for cell in built(site, "conventions/e-administration/").classed("conventions__decision")]
    assert told == [
        "Adoptée à l’unanimité",
        "Adoptée à l’unanimité ; formulaire vierge : une partie en blanc",
        "Décision inconnue",
    ]
    listed = [
        line.text for line in built(site, "conventions/e-administration/par-collectivite/").classed("actes__suite")
    ]
    assert "Décision inconnue · E-administration (formulaire vierge : une partie en blanc)" in listed


def test_a_seance_tells_an_unknown_decision_in_the_place_of_the_result(tmp_path: Path) -> None:
    root = changed(tmp_path, "014", "")
    record = root / "content/seances/exemple/2026-03-12/016.yaml"
    record.write_text('numero: "016"\netat: incomplet\nmotif: Seule l’annexe est connue.\n', "utf-8")
    table = rendered(root, "actes/exemple/2026-03-12/").all("tbody")[0]
    assert table.all("tr")[-1].all("td")[-1].text == "Décision inconnue"


# ---- The vote ----


def test_the_result_leads_to_what_is_odd_in_the_vote(site: Path) -> None:
    page = built(site, SCOTA + "607/")
    (link,) = page.classed("resultat")[0].all("a")
    assert (link.text, link.attributes["href"]) == ("particularité de ce vote", "#particularite-du-vote")
    (told,) = [item for item in page.all("li") if item.attributes.get("id") == "particularite-du-vote"]
    assert told.text == "L’acte donne 35 voix pour sur 35 votants, sans écrire « à l’unanimité »."
    assert built(site, SCOTA + "605/").classed("resultat")[0].all("a") == [], "nothing odd in its vote"


def test_an_acknowledged_rule_of_the_vote_is_odd_too(tmp_path: Path) -> None:
    page = rendered(changed(tmp_path, "014", "", "anomalie-reconnue"), OTHER)
    assert page.classed("resultat")[0].all("a")[0].attributes["href"] == "#particularite-du-vote"


def test_the_bar_of_a_vote_is_read_without_its_colours(tmp_path: Path, site: Path) -> None:
    root = changed(tmp_path, "014", "")
    assert rendered(root, OTHER).classed("resultat")[0].all("small")[0].text == "De gauche à droite : pour, contre"
    assert built(site, SCOTA + "605/").classed("resultat")[0].all("small") == [], "one part: nothing to tell apart"


# ---- Contesting ----


@pytest.mark.parametrize(
    ("day", "top", "below"),
    [
        ("2026-05-18", "jusqu’au 18 mai 2026, à titre indicatif", "Passé ce jour, le recours n’est"),
        (
            "2026-05-19",
            "jusqu’au 18 mai 2026 : délai passé, à titre indicatif",
            "Délai passé au 19 mai 2026, jour auquel ce registre est arrêté : le recours n’est",
        ),
    ],
)
def test_the_delay_has_passed_when_the_day_of_the_register_has(tmp_path: Path, day: str, top: str, below: str) -> None:
    page = rendered(changed(tmp_path, "015", ""), ACT, day)
    assert facts(page.blocks("resume")[0])["Délai de recours"] == f"{top} comment ?"
    assert f"{below} en principe plus recevable." in page.classed("recours")[0].text


def test_the_last_day_is_explained_and_the_help_says_the_rest(site: Path) -> None:
    appeal = built(site, SCOTA + "605/").classed("recours")[0]
    assert (
        "Ce délai est franc : ni le jour de la publicité, ni celui de l’échéance ne comptent ; s’il finit un samedi, "
        "un dimanche ou un jour férié, il va jusqu’au premier jour ouvrable suivant "
        "(code de procédure civile, art. 642)."
    ) in appeal.text
    assert "../../../../aide/#contester-un-acte" in [link.attributes["href"] for link in appeal.all("a")]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("link", "heading"),
    [("comment ?", "Comment contester"), ("Contester un acte", "Contester un acte")],
)
def test_the_links_on_contesting_land_on_a_heading_in_sight(
    browser: Browser, published: str, width: int, link: str, heading: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 720})
    page.goto(published + SCOTA + "605/")
    page.get_by_role("link", name=link, exact=True).click()
    expect(page.get_by_role("heading", name=heading)).to_be_in_viewport(ratio=1)
    page.close()


# ---- An act that others change ----


@pytest.mark.parametrize(
    ("nature", "told"),
    [
        ("abroge, precision: article 2", "Le reste de la délibération s’applique toujours. L’acte reste publié ici"),
        ("complete", "La délibération s’applique toujours. Le texte publié ici reste celui de l’acte d’origine."),
    ],
)
def test_what_still_applies_is_told(tmp_path: Path, nature: str, told: str) -> None:
    page = rendered(changed(tmp_path, "014", f"liens: [{{nature: {nature}, decision: Jugement}}]\n"), ACT)
    assert told in page.classed("bandeau")[-1].text


def test_nothing_is_said_to_apply_of_an_act_that_has_ended(tmp_path: Path) -> None:
    ends = "{nature: complete, decision: Un jugement}, {nature: annule, decision: Un autre}"
    page = rendered(changed(tmp_path, "014", f"liens: [{ends}]\n"), ACT)
    assert [banner.text for banner in page.classed("bandeau") if "applique" in banner.text] == []


# ---- The rest ----


def test_the_words_of_the_top_are_explained(site: Path) -> None:
    top = built(site, LABOURSE).blocks("resume")[0]
    assert "Exécutoire applicable depuis le 11 avril 2025 pourquoi ?" in top.text
    assert facts(top)["Nature"] == "Délibérations (code DE)"
    (named,) = [a for a in top.all("a") if a.text == "code DE"]
    assert named.attributes["href"] == "../../../../glossaire/#nature"
    reference = built(site, LIBERCOURT).classed("reference")[0]
    assert reference.text.endswith(
        "16 octobre 2024, d’après l’identifiant donné à l’acte quand il est envoyé en préfecture"
    )
    assert reference.all("a")[-1].attributes["href"] == "../../../../glossaire/#identifiant-ctes"


def test_a_pouvoir_is_found_where_the_seance_prints_it(real_acts: Path) -> None:
    html = unfolded(next(p.html for p in indexed_pages(register_of(real_acts.parent)) if p.url == SCOTA))
    place = html[: html.index("Pouvoir de Damien BRICOUT")].rpartition('id="')[2].partition('"')[0]
    assert place == "pouvoirs"


def test_the_top_of_a_long_page_is_one_key_away(browser: Browser, published: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 720}, java_script_enabled=False)
    page.goto(published + LABOURSE)
    links = page.get_by_role("link", name="Haut de page")
    assert links.count() == 2, "after the convention, and at the foot"
    for link in links.all():
        box = link.bounding_box()
        assert box and min(box["width"], box["height"]) >= TARGET
    links.last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    page.close()
