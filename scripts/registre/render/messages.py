"""The page « Messages » and its copy for the repository (docs/messages.md), made from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from registre.catalogue import FAMILIES, Message
from registre.catalogue.message import Lieu
from registre.model.names import slugify
from registre.render.acts import HOME
from registre.render.page import Page, Settings, fragment, render
from registre.render.wording import no_break

TAB = "⇥ "  # a tabulation, so that it is seen

PLACES: dict[Lieu, str] = {
    "acte": "fiche d’un acte",
    "seance": "fiche d’une séance",
    "collectivite": "fiche d’une collectivité",
    "type": "fiche d’un type de convention",
    "modele": "en-tête d’un modèle",
    "convention": "texte d’une convention",
    "registre": "content/registre.yaml",
    "nomenclature": "content/nomenclature.yaml",
    "chemin": "place du fichier",
    "geste": "",
}


class _Words(dict[str, str]):
    """What stands on the page for what a message says of one record: « … », or these words."""

    def __missing__(self, name: str) -> str:
        return "…"


_WORDS = _Words(label="le champ", suggestion="", article="L.2121-11 ou L.2121-12")


@dataclass(frozen=True, slots=True)
class Entry:
    """A message as the page shows it: its sentences without what only one record knows, its tabulations seen."""

    message: Message
    anchor: str
    title: str
    remedy: str
    article: str
    place: str = ""
    faux: str = ""
    juste: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A family of messages, in the order of their codes."""

    title: str
    anchor: str
    letter: str
    entries: list[Entry]


def messages_page(settings: Settings) -> Page:
    """Every message of the checks, at an address of its own: « messages/#d012 »."""
    return render(
        "messages.md",
        "messages/",
        settings,
        title="Messages",
        description="Tous les messages de la vérification : ce qui ne va pas, ce qu’il faut taper, un exemple.",
        crumbs=[HOME, ("Aide", "aide/"), ("Messages", None)],
        sections=sections(),
        typeset=typeset,
    )


def messages_text() -> str:
    """The same, as the Markdown of docs/messages.md."""
    return fragment("depot/messages.md", sections=sections()) + "\n"


def sections() -> list[Section]:
    """The families of the catalogue, ready to print."""
    return [
        Section(title, slugify(title), messages[0].code[0], [_entry(m) for m in sorted(messages, key=lambda m: m.code)])
        for title, messages in FAMILIES.items()
    ]


def _entry(message: Message) -> Entry:
    remedy = _sentence(message.remedy)
    entry = Entry(
        message,
        message.code.lower(),
        _sentence(message.title),
        remedy if remedy != "…" else "Le remède dépend du cas : le message le donne.",
        _filled(message.article),
    )
    if example := message.exemple:
        faux, juste = (lines.replace("\t", TAB) for lines in (example.faux, example.juste))
        return replace(entry, place=PLACES[example.lieu], faux=faux, juste=juste)
    return entry


def _filled(template: str) -> str:
    return template.format_map(_WORDS).replace("… …", "…").replace("….", "…")


def _sentence(template: str) -> str:
    text = _filled(template)
    return text[:1].upper() + text[1:]


def typeset(text: str) -> Markup:
    """A sentence of the catalogue as HTML: no-break spaces, and as code what stands between « ` »."""
    parts = text.split("`")
    plain = [Markup.escape(no_break(part)) for part in parts[::2]]
    code = [Markup("<code>{}</code>").format(part) for part in parts[1::2]]
    return Markup("").join(piece for pair in zip(plain, [*code, ""], strict=False) for piece in pair)
