"""What a PDF holds beside pages to read: programs, actions, attached files, media (ISO 32000-1, 7.11, 12.6, 12.7, 13).

A link to a web address or to a page is no such thing. Nothing here is run, and nothing is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject, StreamObject

# The action types (/S) that a document to read has no use for; the others go to a page, a name, a web address.
_ACTIONS = {
    "/JavaScript": "un programme JavaScript",
    "/Launch": "une commande qui lance un programme ou ouvre un fichier",
    "/SubmitForm": "un bouton qui envoie un formulaire",
    "/ImportData": "une commande qui importe des données",
    "/GoToE": "un lien vers un fichier joint",
    "/Rendition": "du son ou de la vidéo",
    "/Sound": "du son ou de la vidéo",
    "/Movie": "du son ou de la vidéo",
    "/RichMediaExecute": "du son ou de la vidéo",
    "/GoTo3DView": "un objet en trois dimensions",
}
_ANNOTATIONS = {
    "/FileAttachment": "un fichier joint",
    "/RichMedia": "du son ou de la vidéo",
    "/Movie": "du son ou de la vidéo",
    "/Sound": "du son ou de la vidéo",
    "/Screen": "du son ou de la vidéo",
    "/3D": "un objet en trois dimensions",
}
_RUNS = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
_NETWORK = re.compile(r"[\\/]{2}|[a-z][a-z0-9+.-]+:", re.IGNORECASE)
# The same names as bytes, for a damaged file, which another reader may understand otherwise.
_RAW = {
    re.compile(rb"/JavaScript\b"): "un programme JavaScript",
    re.compile(rb"/Launch\b"): "une commande qui lance un programme ou ouvre un fichier",
    re.compile(rb"/EmbeddedFile\b"): "un fichier joint",
    re.compile(rb"/(RichMedia|SubmitForm|ImportData|XFA)\b"): "un contenu actif",
}
_NAME_MAX = 60


def at(holder: DictionaryObject, key: str) -> object:
    """The value of a key, its reference followed; None when it is absent or null."""
    found = dict.get(holder, key)
    value = found.get_object() if found is not None else None
    return None if isinstance(value, NullObject) else value


def dictionaries(roots: Iterable[PdfObject]) -> Iterator[DictionaryObject]:
    """Every dictionary (streams included) reached from `roots`, each object once: no depth, no loop can hold it.

    The tree of tags (14.7) is left out: it names paragraphs, runs nothing, and has 100,000 objects in a long budget.
    """
    waiting: list[PdfObject] = list(roots)
    seen: set[tuple[int, int]] = set()
    while waiting:
        item: PdfObject | None = waiting.pop()
        if isinstance(item, IndirectObject):
            key = (item.idnum, item.generation)
            if key in seen:
                continue
            seen.add(key)
            item = item.get_object()
        if isinstance(item, DictionaryObject):
            yield item
            waiting.extend(value for key, value in dict.items(item) if key != "/StructTreeRoot")
        elif isinstance(item, ArrayObject):
            waiting.extend(list.__iter__(item))


def everything(reader: PdfReader) -> list[PdfObject]:
    """References to all the objects of the file, used or not."""
    known = {(number, generation) for generation, numbers in reader.xref.items() for number in numbers}
    known |= {(number, 0) for number in reader.xref_objStm}
    return [IndirectObject(number, generation, reader) for number, generation in sorted(known)]


def active_in(item: DictionaryObject) -> Iterator[str]:
    """What is active in one dictionary, in French."""
    action = str(at(item, "/S"))
    if action in _ACTIONS:
        yield _ACTIONS[action]
    if str(at(item, "/Subtype")) in _ANNOTATIONS:
        yield _ANNOTATIONS[str(at(item, "/Subtype"))]
    if "/EF" in item and ("/F" in item or "/UF" in item):
        yield f"un fichier joint{_named(at(item, '/UF') or at(item, '/F'))}"
    elif str(at(item, "/Type")) == "/EmbeddedFile":
        yield "un fichier joint"
    if "/XFA" in item and isinstance(at(item, "/XFA"), ArrayObject | StreamObject):
        yield "un formulaire XFA"
    triggers = at(item, "/AA")
    if isinstance(triggers, DictionaryObject) and any(_acts(at(triggers, key)) for key in triggers):
        yield "une action automatique"
    yield from _links(item, action)
    if isinstance(item, StreamObject) and isinstance(at(item, "/F"), str | DictionaryObject):
        yield "des données prises dans un autre fichier"


def active_in_catalog(catalog: DictionaryObject) -> Iterator[str]:
    """What is active in the root of a PDF, beyond `active_in`."""
    if _acts(at(catalog, "/OpenAction")):
        yield "une action à l’ouverture"
    if "/Collection" in catalog:
        yield "un dossier de fichiers (porte-documents)"
    names = at(catalog, "/Names")
    scripts = at(names, "/JavaScript") if isinstance(names, DictionaryObject) else None
    if isinstance(scripts, DictionaryObject) and (at(scripts, "/Names") or at(scripts, "/Kids")):
        yield "un programme JavaScript"


def active_in_bytes(data: bytes) -> Iterator[str]:
    """What the bytes of a damaged file name."""
    for pattern, label in _RAW.items():
        if pattern.search(data):
            yield label


def _acts(value: object) -> bool:
    """True for an action that does more than go to a page of the document."""
    return isinstance(value, DictionaryObject) and "/S" in value and str(at(value, "/S")) != "/GoTo"


def _links(item: DictionaryObject, action: str) -> Iterator[str]:
    for key in ("/URI", "/Base"):
        if isinstance(address := at(item, key), str | bytes) and _RUNS.match(_bare(address)):
            yield f"un lien qui exécute un programme{_named(address)}"
    target = at(item, "/F") if action in {"/GoToR", "/Thread"} else None
    if isinstance(target, DictionaryObject):
        target = at(target, "/UF") or at(target, "/F")
    if isinstance(target, str | bytes) and _NETWORK.match(_bare(target)):
        yield f"un lien vers un fichier du réseau{_named(target)}"


def _bare(text: str | bytes) -> str:
    text = text.decode("latin-1") if isinstance(text, bytes) else text
    return "".join(c for c in text if c.isprintable() and not c.isspace())


def _named(value: object) -> str:
    """« (name) », made safe to print: the name was chosen by whoever made the file."""
    name = _bare(value)[:_NAME_MAX] if isinstance(value, str | bytes) else ""
    return f" (« {name} »)" if name else ""
