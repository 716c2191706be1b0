"""Pages of conventions: lineage of models, comparisons, who signed what; on invented records."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from conftest import register_of
from registre.draft.known import Known
from registre.model.compare import Kind, compare
from registre.model.compare.words import differences
from registre.model.text import Document
from registre.parse.grammar import read_blocks
from registre.parse.sections import read_convention
from registre.register.entries import Register
from registre.render import Settings, pages
from registre.render.comparison import SAME, Compared
from sources.page import Element, read_page
from writing import siren, write_yaml

ARTICLES = {
    "OBJET": "Le centre met le service à la disposition de la commune.",
    "DUREE": "La présente convention est pour une durée de 3 ans du au",
    "TARIF": "La prestation coûte 12 euros.",
    "LITIGES": "Tout litige est porté devant le tribunal.",
}
PARTIES = "Entre\n\nLe centre d’Exemple\n\nEt\n\nLa commune de _____, représentée par _____."


TERMINATED = {"nature": "resilie", "decision": "Lettre du centre du 2 mai 2025", "date": "2025-07-01"}


def text(parties: str = PARTIES, **changed: str) -> str:
    articles = ARTICLES | changed
    told = [f"## Article {n} : {title}\n\n{words}" for n, (title, words) in enumerate(articles.items(), start=1)]
    return "\n\n".join(["CONVENTION", parties, *told]) + "\n"


def write_model(content: Path, name: str, body: str, **header: Any) -> None:
    lines = "\n".join(
        f"{key}: {value}" for key, value in ({"titre": f"Modèle {name}", "emetteur": "centre"} | header).items()
    )
    path = content / "conventions" / "service" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{lines}\n---\n{body}", "utf-8")


def write_act(content: Path, where: str, annexed: str, **values: Any) -> None:
    body, day, number = where.split("/")
    folder = content / "seances" / body / day
    write_yaml(folder / "seance.yaml", {"organe": "Conseil municipal"})
    convention = {"type": "service", "texte": f"{number}-convention.md"} | values.pop("convention", {})
    (folder / f"{number}-convention.md").write_text(annexed, "utf-8")
    write_yaml(folder / f"{number}.yaml", {
        "numero": number, "objet": "Convention avec le centre", "resultat": "adoptee", "conventions": [convention],
    } | values)  # fmt: skip


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    root = tmp_path_factory.mktemp("conventions")
    content = root / "content"
    for rank, (slug, name) in enumerate(
        {"centre": "Centre d’Exemple", "un": "Commune Un", "deux": "Commune Deux"}.items()
    ):
        write_yaml(content / "collectivites" / f"{slug}.yaml", {"nom": name, "genre": "commune", "siren": siren(rank)})
    kind = {"nom": "Service", "description": "Un service.", "partenaire": "centre"}
    write_yaml(content / "conventions/service/type.yaml", kind)
    write_model(content, "b", text(), vierge="oui")
    write_model(content, "a", text(TARIF="La prestation coûte 15 euros."), remplace="b", en_usage_depuis="2025-01-01")
    filled = PARTIES.replace("de _____", "de Un", 1).replace("par _____", "par Anne EXEMPLE")
    write_act(content, "un/2024-03-01/1", text(filled), convention={
        "modele": "b", "debut": "2024-04-01", "duree": "3 ans", "tarif": "12 euros",
        "renouvellement": {"fois": 1, "reconduction": "expresse"}})  # fmt: skip
    write_act(content, "un/2024-03-01/2", text(), convention={"modele": "b"})
    write_act(content, "deux/2025-06-01/3", text(LITIGES="Rien."), convention={"modele": "a"})
    write_act(content, "deux/2025-06-01/4", text(), etat="incomplet", motif="annexe seule", resultat=None,
              convention={"modele": "b", "etat": "vierge"})  # fmt: skip
    write_act(content, "un/2024-03-01/6", text(), convention={"modele": "b", "debut": "2024-04-01", "duree": "3 ans"},
              liens=[TERMINATED])  # fmt: skip
    write_act(content, "un/2026-03-01/5", text(), conventions=[], liens=[
        {"nature": "renouvelle", "acte": "un/2024-03-01/1", "date": "2027-04-01"}])  # fmt: skip
    return register_of(root)


@pytest.fixture(scope="module")
def made(register: Register) -> dict[str, Element]:
    settings = Settings(day=dt.date(2026, 6, 1), name="Registre")
    found = {page.path.removesuffix("index.md"): page.text for page in pages(register, settings)}
    bodies = {url: text.partition("\n---\n")[2] for url, text in found.items() if not url or url.endswith("/")}
    return {url: read_page(f"<article>{body}</article>") for url, body in bodies.items()}


def words(element: Element) -> str:
    return " ".join(element.text.split())


def test_models_are_in_the_order_of_time_and_the_later_says_what_changed(made: dict[str, Element]) -> None:
    lineage = words(made["conventions/service/modeles/"])
    assert (
        lineage.index("Modèle b")
        < lineage.index("1 article sur 4 diffère du modèle précédent")
        < lineage.index("Modèle a")
    )
    assert "(Article 3 : TARIF)" in lineage
    assert "4 conventions dans le registre, dont 1 connue par son annexe seulement, sans la décision." in lineage


def test_what_changed_between_two_models(made: dict[str, Element]) -> None:
    page = words(made["conventions/service/modeles/a/changements/"])
    assert "1 article sur 4 diffère." in page
    assert "supprimé : 12, fin. ajouté : 15, fin." in page
    assert "Aucun document ne dit" not in page  # the model says which one it replaces


def test_a_signed_text_is_compared_with_its_model(made: dict[str, Element]) -> None:
    page = words(made["actes/un/2024-03-01/1/comparaison/"])
    assert "Aucun des 4 articles ne diffère." in page
    assert "2 blancs remplis, non comptés comme des changements." in page
    assert "blanc rempli : Anne EXEMPLE, fin du blanc" in page
    other = words(made["actes/deux/2025-06-01/3/comparaison/"])
    assert "2 articles sur 4 diffèrent." in other


def seen(left: str, right: str) -> Compared:
    return Compared(compare(convention(left), convention(right)), "le premier", "le second")


def convention(source: str) -> Document:
    return read_convention(read_blocks(source), source)


def test_punctuation_alone_is_told_as_such() -> None:
    found = seen(text(), text(TARIF="La prestation coûte 12 euros !"))
    assert found.summary == "1\u00a0article sur 4 diffère (ponctuation seulement)"
    assert [verdict.label for row in found.differing for verdict in row.verdicts] == ["ponctuation changée"]
    assert seen(text(), text(TARIF="La prestation coûte 13 euros !")).summary == "1\u00a0article sur 4 diffère"


def test_an_article_says_which_of_its_sub_headings_changed() -> None:
    below = text(LITIGES="À l’amiable.\n\n### 4-1 Délai\n\nUn mois.\n\n### Suites\n\nAucune.")
    found = seen(below, below.replace("Un mois", "Deux mois"))
    assert found.summary == "1\u00a0article sur 4 diffère"
    told = {row.title: [verdict.label for verdict in row.verdicts] for row in found.rows if row.verdicts != [SAME]}
    assert told == {"Article 4 : LITIGES": ["changé plus bas : 4-1"], "4-1 Délai": ["changé"]}
    assert [(row.title, row.changes) for row in found.glance] == [("4-1 Délai", [("Un", "Deux")])]


def test_a_text_equal_to_its_model_has_no_page_of_comparison(made: dict[str, Element]) -> None:
    assert "actes/un/2024-03-01/2/comparaison/" not in made
    assert "Modèle b, repris mot pour mot" in words(made["actes/un/2024-03-01/2/"])
    assert "Texte identique à celui du modèle." in words(made["conventions/service/modeles/b/"])


def test_the_page_of_the_act_says_until_when_and_how_it_is_known(made: dict[str, Element]) -> None:
    page = words(made["actes/un/2024-03-01/1/"])
    assert "Fin 31 mars 2030 (après son renouvellement)" in page
    assert "État, à titre indicatif En vigueur au 1er juin 2026" in page
    assert "Convention renouvelée par la délibération n° 5 du 1er mars 2026, à compter du 1er avril 2027" in page
    assert "Renouvelle la convention de la délibération n° 1 du 1er mars 2024" in words(made["actes/un/2026-03-01/5/"])


def test_a_decision_from_outside_may_terminate_a_convention(made: dict[str, Element]) -> None:
    page = words(made["actes/un/2024-03-01/6/"])
    assert "Fin 30 juin 2025 (veille de sa résiliation)" in page
    assert "État, à titre indicatif Résiliée au 1er juin 2026" in page
    assert "Convention résiliée Lettre du centre du 2 mai 2025, à compter du 1er juillet 2025" in page


def test_an_annex_without_its_decision_is_never_in_force(register: Register) -> None:
    alone = next(signed for signed in register.conventions if signed.act.incomplete)
    assert not alone.act.stands
    assert [(step.depuis, step.etat.label, step.motif and step.motif.value) for step in alone.etats] == [
        (None, "indéterminée", "la décision n’est pas connue")
    ]


def test_equal_texts_are_one_document_compared_once(register: Register) -> None:
    texts = [signed.convention.document for signed in register.conventions if signed.act.fiche.numero in {"2", "4"}]
    assert texts[0] is texts[1]
    models = {model.slug: model for model in register.models["service"]}
    assert models["b"].document is texts[0]
    assert models["a"].previous is models["b"]


def test_five_hundred_texts_cost_five_hundred_times_what_differs_in_one() -> None:
    model = convention(text())
    compare.cache_clear()
    for _ in range(500):
        compare(model, model)
    assert compare.cache_info().misses == 1
    blank = PARTIES.replace("par _____", "par A. B.")
    filled = [convention(text(blank.replace("de _____", f"de Val-{rank}"))) for rank in range(500)]
    differences.cache_clear()
    found = [compare(model, document) for document in filled]
    assert {comparison.count(Kind.FILLED) for comparison in found} == {2}
    parts = len(found[0].articles)
    assert differences.cache_info().misses <= 500 + 2 * parts  # the parties of each; what all share, once


def test_the_importer_proposes_the_model_that_a_text_follows(tmp_path: Path) -> None:
    write_model(tmp_path / "content", "b", text())
    write_model(tmp_path / "content", "a", text(TARIF="La prestation coûte 15 euros.", OBJET="Autre chose."))
    known = Known.of(tmp_path)
    told = "4 articles sur 4 sont ceux de ce modèle, mot pour mot"
    assert known.model_of("service", text(PARTIES.replace("de _____", "de Val"))) == ("b", told)
    assert known.model_of("service", text(TARIF="La prestation coûte 15 euros.")) is None  # three of four in both
    other = "\n\n".join(f"## Article {rank} : {name}\n\nRien." for rank, name in enumerate("ABCD", start=1))
    assert known.model_of("service", other) is None
    assert known.model_of("autre", text()) is None
    assert known.model_of("service", "$$ 1 + ") is None
