"""Comparison of conventions: the list made by hand, and what holds of any texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from registre.model.compare import Article, Comparison, Kind, compare, words
from registre.model.text import Document
from registre.parse.corpus import Corpus, load_corpus
from registre.parse.grammar import read_blocks
from registre.parse.sections import read_convention

ROOT = Path(__file__).parent.parent
BY_HAND = yaml.safe_load((Path(__file__).parent / "differences.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(ROOT)


def convention(text: str) -> Document:
    return read_convention(read_blocks(text), text)


def annexed(corpus: Corpus, reference: str) -> Document:
    acte = corpus.acte(reference)
    if acte is None:
        pytest.skip("les actes d’exemple ont été remplacés par ceux de l’organisme")
    assert acte.annexes[0]
    return acte.annexes[0].document


@dataclass(frozen=True)
class Listed:
    """A difference of the list, and where it is in both texts of its article."""

    kind: Kind
    left: tuple[int, int]
    right: tuple[int, int]


def place(text: str, words: str, start: int) -> tuple[int, int]:
    """Where what stands between the bars is, the words around it being found from `start` on."""
    before, inside, after = words.split("|")
    found = text.index(before + inside + after, start)
    return found + len(before), found + len(before) + len(inside)


def listed(article: Article, entries: list[dict[str, str]]) -> list[Listed]:
    assert article.left and article.right
    found, left, right = [], 0, 0
    for entry in entries:
        one = place(article.left.text, entry["avant"], left) if entry["avant"] != "||" else None
        other = place(article.right.text, entry["apres"], right) if entry["apres"] != "||" else None
        one, other = one or (left, left), other or (right, right)
        found.append(Listed(Kind(entry["sorte"]), one, other))
        left, right = one[1], other[1]
    return found


@pytest.mark.parametrize("pair", BY_HAND, ids=lambda pair: f"{pair['de']} → {pair['a']}")
def test_the_differences_are_those_of_the_list_made_by_hand(corpus: Corpus, pair: dict[str, object]) -> None:
    comparison = compare(annexed(corpus, str(pair["de"])), annexed(corpus, str(pair["a"])))
    entries = pair["ecarts"]
    assert isinstance(entries, list)
    expected = {entry["ou"] for entry in entries}
    assert {article.section.title for article in comparison.articles if not article.same} == {
        article.section.title
        for article in comparison.articles
        if (article.left and article.left.title) in expected or article.section.title in expected
    }
    for article in comparison.articles:
        own = [
            entry for entry in entries if entry["ou"] in {article.section.title, article.left and article.left.title}
        ]
        if not own:
            continue
        assert article.left and article.right
        wanted, seen, left, right = listed(article, own), set[int](), 0, 0
        for stretch in article.stretches:
            here, there = (left, left + len(stretch.left)), (right, right + len(stretch.right))
            left, right = here[1], there[1]
            if stretch.kind is Kind.SAME or not (stretch.left + stretch.right).strip():
                continue
            match = [
                rank
                for rank, known in enumerate(wanted)
                if inside(here, known.left, article.left.text) and inside(there, known.right, article.right.text)
            ]
            match = [rank for rank in match if wanted[rank].kind is stretch.kind]
            assert match, (article.section.title, stretch)
            seen.add(match[0])
        assert seen == set(range(len(wanted))), [own[rank] for rank in set(range(len(wanted))) - seen]


def inside(span: tuple[int, int], known: tuple[int, int], text: str) -> bool:
    """True when a stretch is within a listed difference, but for spaces at its ends."""
    words = text[span[0] : span[1]]
    start, end = span[1] - len(words.lstrip()), span[0] + len(words.rstrip())
    return (
        (known[0] <= start and end <= known[1])
        if words.strip()
        else span[0] - 1 <= known[1] and known[0] <= span[1] + 1
    )


def test_every_article_of_the_three_texts_goes_with_the_right_one(corpus: Corpus) -> None:
    texts = [annexed(corpus, reference) for reference in {pair[end] for pair in BY_HAND for end in ("de", "a")}]
    for left in texts:
        for right in texts:
            comparison = compare(left, right)
            assert all(article.left and article.right and not article.moved for article in comparison.articles)
            assert [(a.left and a.left.number, a.left and a.left.name) for a in comparison.articles] == [
                (a.right and a.right.number, a.right and a.right.name) for a in comparison.articles
            ]


def titles(articles: list[Article]) -> list[str]:
    return [article.section.title for article in articles]


BASE = "CONVENTION\n\nEntre\n\nLe centre et la commune de _____\n\n" + "\n\n".join(
    f"## Article {number} : {title}\n\n{text}"
    for number, (title, text) in enumerate(
        [
            ("OBJET", "La présente convention porte sur le service."),
            ("DUREE", "Elle est pour une durée de 5 ans du au\nElle est renouvelable."),
            ("TARIF", "La prestation coûte 12 euros."),
            ("GARANTIE", "Le centre n’a qu’une mission de conseil."),
            ("LITIGES", "Tout litige est porté devant le tribunal."),
        ],
        start=1,
    )
)


def test_a_changed_word_is_one_change() -> None:
    found = compare(convention(BASE), convention(BASE.replace("12 euros", "15 euros")))
    assert titles(found.differing) == ["Article 3 : TARIF"]
    assert [(s.left, s.right) for a in found.articles for s in a.stretches if s.kind is Kind.CHANGE] == [("12", "15")]


def test_an_added_article_is_added_and_the_others_stay() -> None:
    more = BASE.replace("## Article 3", "## Article 2 bis : PAIEMENT\n\nPar mandat.\n\n## Article 3")
    found = compare(convention(BASE), convention(more))
    assert titles([a for a in found.articles if a.left is None]) == ["Article 2 bis : PAIEMENT"]
    assert titles(found.differing) == ["Article 2 bis : PAIEMENT"]
    back = compare(convention(more), convention(BASE))
    assert titles([a for a in back.articles if a.right is None]) == ["Article 2 bis : PAIEMENT"]
    assert titles(back.headed)[2] == "Article 2 bis : PAIEMENT"  # where it was


def test_an_article_that_changed_places_is_moved() -> None:
    head, *rest = BASE.split("\n\n## ")
    other = "\n\n## ".join([head, rest[2], rest[0], rest[1], rest[3], rest[4]])
    found = compare(convention(BASE), convention(other))
    assert titles([a for a in found.articles if a.moved]) == ["Article 3 : TARIF"]
    assert titles(found.differing) == ["Article 3 : TARIF"]
    assert not any(a.changed for a in found.articles)


def test_two_articles_of_one_number_go_each_with_that_of_its_title() -> None:
    twice = BASE.replace("Article 5 : LITIGES", "Article 4 : LITIGES")
    other = twice.replace("Article 4 : LITIGES", "Article 6 : LITIGES")
    pairs = [
        (a.left and a.left.title, a.right and a.right.title)
        for a in compare(convention(twice), convention(other)).headed
    ]
    assert ("Article 4 : GARANTIE", "Article 4 : GARANTIE") in pairs
    assert ("Article 4 : LITIGES", "Article 6 : LITIGES") in pairs


def test_an_article_that_says_something_else_under_the_same_number_is_another() -> None:
    old, new = "GARANTIE\n\nLe centre n’a qu’une mission de conseil.", "CONFIDENTIALITE\n\nRien ne sera divulgué."
    other = BASE.replace(old, new)
    found = compare(convention(BASE), convention(other))
    assert titles([a for a in found.articles if a.left is None]) == ["Article 4 : CONFIDENTIALITE"]
    assert titles([a for a in found.articles if a.right is None]) == ["Article 4 : GARANTIE"]


def test_a_retitled_article_is_known_by_its_number_and_words() -> None:
    found = compare(convention(BASE), convention(BASE.replace("4 : GARANTIE", "4 : RESPONSABILITE")))
    assert titles(found.differing) == ["Article 4 : RESPONSABILITE"]
    assert all(a.left and a.right for a in found.articles)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("la commune de _____, ici", "la commune de Val, ici", [("remplie", "_____", "Val")]),
        ("la commune de Val, ici", "la commune de ....., ici", [("videe", "Val", ".....")]),
        (
            "pour 5 ans du au",
            "pour 5 ans du 1er mai 2026 au 30 avril 2031",
            [("remplie", "", "1er mai 2026"), ("remplie", "", "30 avril 2031")],
        ),
        ("du au", "du ..... au .....", [("typographie", "", "....."), ("typographie", "", ".....")]),
        ("l'envoi – direct", "l’envoi - direct", [("typographie", "'", "’"), ("typographie", "–", "-")]),
        ("Article 3: OBJET", "Article 3 : OBJET", [("typographie", "", " ")]),
        ("le CDG62 devra", "le CDG 62 devra", [("typographie", "CDG62", "CDG 62")]),
        ("déposé", "de\u0301pose\u0301", [("typographie", "déposé", "de\u0301pose\u0301")]),
        ("les types", "les Types", [("change", "types", "Types")]),
        ("une page", "une belle page", [("change", "", "belle")]),
        ("fin.", "fin", [("change", ".", "")]),
    ],
)  # fmt: skip
def test_kinds_of_differences(left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (s.kind.value, s.left.strip(), s.right.strip()) for s in words.differences(left, right) if s.kind != "meme"
    ]
    assert found == [(kind, one.strip(), other.strip()) for kind, one, other in expected]


def test_a_very_long_article_is_compared_by_lines() -> None:
    lines = [f"ligne {rank} du texte" for rank in range(3_000)]
    other = [*lines[:1_000], "une autre ligne", *lines[1_001:]]
    found = [s for s in words.differences("\n".join(lines), "\n".join(other)) if s.kind is not Kind.SAME]
    assert [(s.left.strip(), s.right.strip()) for s in found] == [("ligne 1000 du texte", "une autre ligne")]


WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "le",
                "la",
                "centre",
                "commune",
                "_____",
                ".....",
                "d'accord",
                "d’accord",
                "–",
                "-",
                ".",
                ",",
                "du",
                "au",
            ),
            *("5", "Œuvre", "e\u0301", "CDG 62", "CDG62", "\n", "\n\n", " ", "  "),
        ]
    ),
    max_size=25,
).map(" ".join)
HEADINGS = ("## Article 1 : OBJET", "## Article 2 : PRIX", "## Article 6 : A", "## Article 6 : B", "## Préambule")
SUBHEADINGS = ("### 3-1 Étude", "### Suivi")
ARTICLES = st.lists(st.tuples(st.sampled_from(HEADINGS + SUBHEADINGS), WORDS), max_size=7)


def written(parts: tuple[str, list[tuple[str, str]], str]) -> str:
    opening, articles, closing = parts
    told = [f"{heading}\n\n{text}" for heading, text in articles]
    return "\n\n".join(["CONVENTION", f"Entre {opening}", *told, f"Fait à {closing}"])


CONVENTIONS = st.tuples(WORDS, ARTICLES, WORDS).map(written)


@settings(max_examples=150, deadline=None)
@given(CONVENTIONS, CONVENTIONS)
def test_the_two_columns_give_back_both_texts(left: str, right: str) -> None:
    found = compare(convention(left), convention(right))
    assert found.left == left
    assert found.right == right
    for article in found.articles:
        assert "".join(s.left for s in article.stretches) == (article.left.text if article.left else "")
        assert "".join(s.right for s in article.stretches) == (article.right.text if article.right else "")
        for stretch in article.stretches:
            assert (stretch.kind is Kind.SAME) == (stretch.left == stretch.right)


@settings(max_examples=60, deadline=None)
@given(CONVENTIONS)
def test_a_text_compared_with_itself_has_no_difference(text: str) -> None:
    found: Comparison = compare(convention(text), convention(text))
    assert found.identical
    assert not found.differing
    assert not found.beside


DISTINCT = st.lists(
    st.sampled_from(["objet", "durée", "tarif", "garantie", "litiges", "résiliation", "suivi", "assistance"]),
    min_size=3, max_size=8, unique=True,
)  # fmt: skip


def numbered(names: list[str]) -> str:
    """Articles that nothing but their titles and words tells apart."""
    return "\n\n".join(f"## Article : {name.upper()}\n\nDe {name}, ceci est dit : {name * 3}." for name in names)


@settings(max_examples=60, deadline=None)
@given(DISTINCT, st.data())
def test_what_is_done_to_an_article_is_what_is_told(names: list[str], data: st.DataObject) -> None:
    rank = data.draw(st.integers(0, len(names) - 1))
    name, before = names[rank], convention(numbered(names))
    without = convention(numbered([*names[:rank], *names[rank + 1 :]]))
    assert titles([a for a in compare(before, without).articles if a.right is None]) == [f"Article : {name.upper()}"]
    assert titles([a for a in compare(without, before).articles if a.left is None]) == [f"Article : {name.upper()}"]
    changed = convention(numbered(names).replace(f"De {name}", f"Sur {name}"))
    assert titles(compare(before, changed).differing) == [f"Article : {name.upper()}"]
    other = [*names[:rank], *names[rank + 1 :]]
    other.insert(data.draw(st.integers(0, len(other))), name)
    found = compare(before, convention(numbered(other)))
    assert all(a.left and a.right and not a.changed for a in found.articles)
    assert len([a for a in found.articles if a.moved]) == (other != names)
