"""A built page as a tree, and the text that a reader finds in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from sources.reading import normal

_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_INLINE = re.compile("a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr")
_SILENT = re.compile("script|style|template|noscript|svg")


@dataclass
class Element:
    """An element: its children are elements and texts, in order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all those inside it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str) -> list[Element]:
        """The elements of that name, in order."""
        return [element for element in self.walk() if element.tag == tag]

    def classed(self, name: str) -> list[Element]:
        """The elements of a class, in order."""
        return [element for element in self.walk() if name in (element.attributes.get("class") or "").split()]

    def blocks(self, name: str) -> list[Element]:
        """The elements marked `data-bloc="name"`."""
        return [element for element in self.walk() if element.attributes.get("data-bloc") == name]

    @property
    def text(self) -> str:
        """The text read: anchor links (class « ancre ») and scripts left out, words of two paragraphs kept
        apart, no space inside a formula."""
        return normal(self._raw())

    def _raw(self) -> str:
        if _SILENT.fullmatch(self.tag) or "ancre" in (self.attributes.get("class") or "").split():
            return ""
        inner = "".join(child if isinstance(child, str) else child._raw() for child in self.children)
        if self.tag == "math":
            return "".join(inner.split())
        return inner if _INLINE.fullmatch(self.tag) else f"\n{inner}\n"


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if not _VOID.fullmatch(tag):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        depth = next((i for i in range(len(self.open) - 1, 0, -1) if self.open[i].tag == tag), None)
        if depth is not None:
            del self.open[depth:]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@cache
def page_of(site: Path, url: str) -> Element:
    """The page at an address of a built site, as a tree."""
    return read_page((site / url / "index.html").read_text("utf-8"))


def read_page(html: str) -> Element:
    """The page as a tree."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.open[0]
