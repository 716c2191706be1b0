"""Lines made paragraphs again, margins and columns apart, marks of a transcription gone: no word is touched."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from registre.recognise.cut import cut
from registre.recognise.layout import join_pages, paragraphs, separate_columns, take_margin
from registre.recognise.printed import printed_after, printed_before, read_place
from registre.recognise.transcript import without_marks


def test_lines_of_a_sentence_are_one_and_items_stay_apart() -> None:
    text = (
        "Vu le code général des collectivités territoriales, et notamment ses\narticles L.2121-29 et suivants,\n\n"
        "Le conseil décide :\n• de fixer les tarifs ;\n"
        "• d’autoriser le maire à signer tout acte utile\nà la convention.\n"
    )
    assert paragraphs(text) == (
        "Vu le code général des collectivités territoriales, et notamment ses articles L.2121-29 et suivants,\n\n"
        "Le conseil décide :\n\n"
        "- de fixer les tarifs ;\n- d’autoriser le maire à signer tout acte utile à la convention."
    )


def test_a_page_number_and_an_edge_of_page_leave_no_trace() -> None:
    assert paragraphs("Le conseil approuve la\nconvention et\n\nPage 1/2\n\nautorise le maire à signer.") == (
        "Le conseil approuve la convention et autorise le maire à signer."
    )


def test_what_every_page_repeats_goes() -> None:
    pages = [f"Commune d’Exemple\nTexte {rank}\nMairie, 1 place de l’Église" for rank in range(3)]
    assert join_pages(pages) == "Texte 0\nTexte 1\nTexte 2"
    assert join_pages(pages[:1]) == pages[0]


def test_a_text_that_came_on_one_line_has_its_paragraphs() -> None:
    text = "Objet : Tarifs Vu le code général, Considérant la demande, Après en avoir délibéré, décide. Fait à Exemple"
    assert paragraphs(text).split("\n\n") == [
        "Objet : Tarifs",
        "Vu le code général,",
        "Considérant la demande,",
        "Après en avoir délibéré, décide.",
        "Fait à Exemple",
    ]


letters = st.text(alphabet="abé, .;:-•\n12/", max_size=300)


@settings(max_examples=100, deadline=None)
@given(letters)
def test_no_letter_is_lost(text: str) -> None:
    def only(words: str) -> str:
        return "".join(sign for sign in words if sign in "abé")

    assert only(paragraphs(text)) == only(text)
    assert only(separate_columns(text)) == only(text)
    kept, margin = take_margin(text, 0)
    assert sorted(only(kept) + only(margin)) == sorted(only(text))


MARGIN = (
    "Nombre de",
    "conseillers",
    "en exercice : 15",
    "Présents : 12",
    "Votants : 13",
    "Convocation",
    "du 5 mars 2026",
)
BODY = (
    "L’an deux mille",
    "vingt-six, le douze mars,",
    "le conseil municipal",
    "s’est réuni",
    "à la mairie",
    "sous la",
    "présidence",
)


def test_a_margin_beside_the_text_comes_first() -> None:
    lines = [f"{left:<24}{right}" for left, right in zip(MARGIN, BODY, strict=True)]
    assert separate_columns("\n".join(lines)) == "\n".join([*MARGIN, "", *BODY])
    assert separate_columns("Un texte   avec un blanc\nsans colonne") == "Un texte   avec un blanc\nsans colonne"


def test_a_margin_that_fell_in_the_decision_is_taken_out() -> None:
    text = (
        "Le conseil décide de fixer les tarifs comme suit pour l’année.\n\n"
        "Nombre de conseillers\nen exercice : 15\n\nEt il autorise le maire à signer les actes utiles."
    )
    kept, margin = take_margin(text, 0)
    assert margin == "Nombre de conseillers\nen exercice : 15"
    assert "Nombre" not in kept
    assert take_margin("Le conseil décide.", 0) == ("Le conseil décide.", "")


def test_marks_of_a_transcription() -> None:
    text = (
        "# DÉLIBÉRATION\r\n![logo](logo.png)\r\n**Objet :** Tarifs du 1^{er} mars [voir](http://exemple.fr)\r\n"
        "***\r\n50*Tp + 3*Nb  \n"
    )
    assert without_marks(text) == "DÉLIBÉRATION\n\nObjet : Tarifs du 1er mars voir\n\n50*Tp + 3*Nb\n"


ACT = (
    "Séance du 12 mars 2026\n\nAprès en avoir délibéré, le conseil approuve la convention.\n\n"
    "Fait et délibéré les jour, mois et an susdits.\nPour extrait conforme,\nLe Maire,\nAnne MARTIN\n\n"
)


def test_the_convention_annexed_is_cut_off() -> None:
    convention = "CONVENTION DE PARTENARIAT\n\n" + "Article 1\n\nLes parties conviennent de ce qui suit.\n\n" * 12
    parts = cut(ACT + convention)
    assert (parts.text, parts.annexe) == (ACT, convention)
    assert parts.decision == ACT.index("Après")
    alone = cut(convention)
    assert (alone.text, alone.annexe, alone.incomplete) == ("", convention, True)
    assert cut(ACT).annexe == ""


def test_a_word_about_a_convention_cuts_nothing() -> None:
    text = ACT.replace("la convention.", "la convention.\n\nConvention à signer par le maire.")
    assert cut(text).text == text


def test_where_the_assembly_meets_and_what_is_printed_around() -> None:
    text = "Le conseil municipal s’est réuni au lieu ordinaire de ses séances, sous la présidence de Mme Anne MARTIN."
    place = read_place(text, len(text))
    assert place is not None
    assert place.value == text[place.start : place.end] == "lieu ordinaire de ses séances"
    assert read_place("Le conseil a réuni les pièces du dossier.", 40) is None
    head = f"Commune d’Exemple\n\nDate de convocation : 5 mars 2026\n\n{text}\n\n"
    assert printed_before(head, len(head), []) == paragraphs(head)
    assert printed_after("Le quorum est atteint.\n\nObjet : Tarifs", 0, 37) == "Le quorum est atteint."
