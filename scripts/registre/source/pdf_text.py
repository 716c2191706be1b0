"""The text of a PDF, page by page, for the search or an import. Runs in a process of its own (`pdf_child`).

What it is given was accepted by `pdf`. The limits are of quantity, and not of time, so that the same file gives the
same text on any machine.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import islice

from pypdf import PageObject, PdfReader, apply_configuration

from registre.source.characters import readable

MAX_PAGES = 300
MAX_CHARACTERS = 300_000  # in a document: a hundred full pages
MAX_OPERATIONS = 50_000  # in a page: a full one has 3,000; more is a drawing, and takes seconds


def page_texts(data: bytes, clean: Callable[[str], str] = readable) -> tuple[str, ...]:
    """The text of each page, on one line (`readable`) or with its lines (`readable_lines`); "" for one that has none
    or fails. Raises MemoryError only."""
    texts: list[str] = []
    left = MAX_CHARACTERS
    with apply_configuration(stream_parsing_work_maximum_count=MAX_OPERATIONS):
        for page in _pages(data):
            texts.append(clean(_text(page))[:left])
            left -= len(texts[-1])
            if not left:
                break
    return tuple(texts)


def _pages(data: bytes) -> list[PageObject]:
    try:
        return list(islice(PdfReader(io.BytesIO(data)).pages, MAX_PAGES))
    except MemoryError:
        raise
    except Exception:  # pypdf lets any Python error out of a file that lies
        return []


def _text(page: PageObject) -> str:
    try:
        return page.extract_text()[:MAX_CHARACTERS]
    except MemoryError:
        raise
    except Exception:
        return ""
