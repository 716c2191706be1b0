"""Which documents are searched, and which of their pages: those that say what the record does not.

A signed act whose texts are all in the record is not read. Of the others, a page is left out when nearly all of its
words are in the record: the convention that follows an act in its PDF is kept, and the act is not found twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from registre.model.names import without_accents
from registre.register.attachments import Attachment
from registre.register.entries import Act, Register, Sitting
from registre.register.urls import relative
from registre.render.search_words import search_words

RECORDED = 0.9  # part of the words of a page, from which it is left out
_WORD = re.compile(r"[^\W\d_]{4,}")
# « 343.908.000 », « 22,49 »: a budget has thousands, of which nobody looks for the end.
_AMOUNT = re.compile(r"(?<![\w./-])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\w/-])")

Texts = Callable[[str], Sequence[str]]  # SHA-256 of a document → the text of each of its pages


def searched_documents(register: Register) -> Iterator[Attachment]:
    """All that must be read to index the register."""
    entries: list[Act | Sitting] = [*register.acts, *register.sittings]
    return (document for entry in entries for document in _searched(entry))


def _searched(entry: Act | Sitting) -> Iterator[Attachment]:
    act = entry if isinstance(entry, Act) else None
    recorded = act and act.document.parts and all(convention.document for convention in act.conventions)
    for document in entry.documents:
        if document.path and not (act and recorded and act.is_its_pdf(document)):
            yield document


def unrecorded(entry: Act | Sitting, record: Iterable[str], texts: Texts) -> Iterator[tuple[str, str]]:
    """The pages to search in the documents of an act or a séance: address from its page, and text.

    `record`: what is already known of it, gone through only when there is a document.
    """
    known: set[str] | None = None
    for document in _searched(entry):
        known = _words(" ".join(record)) if known is None else known
        for number, text in enumerate(texts(document.sha256 or ""), start=1):
            words = _words(text)
            if len(words & known) < RECORDED * len(words):
                yield relative(f"{document.url}#page={number}", entry.url), text


def _words(text: str) -> set[str]:
    return set(_WORD.findall(without_accents(text).lower()))


def page_words(pages: Iterable[tuple[str, str]]) -> str:
    """The extra words of the pages (address, text), less the amounts of their tables."""
    return search_words(*(_AMOUNT.sub(" ", text) for _, text in pages))
