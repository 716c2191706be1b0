"""Refuse a built page that holds what its own policy (overrides/partials/politique.html) would block.

Records cannot write markup; a hand-written page can, and would lose its effect in silence. The policy stays the same
for all: nothing that a page holds is ever added to it.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

_ADDRESSES = ("href", "xlink:href", "src", "action", "formaction", "data")
POLICY = '<meta http-equiv="Content-Security-Policy"'
_TAGS = frozenset({"style", "base", "iframe", "frame", "object", "embed", "applet"})
_OURS = re.compile(r"/?([\w.~%-]+/)*assets/javascripts/[\w-]+\.js")  # never « // », which names a host
_DATA = "application/ld+json"  # a script that never runs: the policy has nothing to say of it
# The scripts of main.html: read as what they are, so that what follows tells the pages that are out of the ordinary.
_TEMPLATE = re.compile(
    rf'<script type="module" src="{_OURS.pattern}"></script>|<script type="{re.escape(_DATA)}">[^<]*</script>'
)
# What must be there for a page to be read tag by tag, which takes six times longer.
_SUSPECT = re.compile(
    rf"<(?:script|{'|'.join(sorted(_TAGS))})\b|[\s\"'/](?:on[a-z]+|style|src\w*)\s*=|javascript:", re.IGNORECASE
)


class UnsafePageError(Exception):
    """A page cannot be published; the message says which and why, in French."""


def check_pages(site: Path) -> None:
    """Raise UnsafePageError for the first page (by address) without a policy, or with what a policy blocks."""
    for path in sorted(site.rglob("*.html")):
        page = _TEMPLATE.sub("", path.read_text(encoding="utf-8"))
        name = path.relative_to(site).as_posix().removesuffix("index.html") or "accueil"
        if POLICY not in page:
            raise UnsafePageError(f"La page « {name} » n’a pas de politique de sécurité (overrides/main.html).")
        if _SUSPECT.search(page) and (blocked := blocked_in(page)):
            raise UnsafePageError(
                f"La page « {name} » contient ce que le site n’admet pas : {blocked}\n"
                "Retirez-le de cette page de content/pages/ : pas de script, de style, de cadre, "
                "ni d’image d’un autre site."
            )


def blocked_in(page: str) -> str:
    """The first tag of an HTML page that the policy blocks, or nothing."""
    reader = _Reader()
    reader.feed(page)
    return reader.blocked


class _Reader(HTMLParser):
    """Reads tags until one is blocked."""

    blocked = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        ours = _OURS.fullmatch(values.get("src", "")) or ("src" not in values and values.get("type") == _DATA)
        handlers = any(name.startswith("on") or name in {"style", "srcdoc", "srcset"} for name in values)
        addresses = [values.get(name, "") for name in _ADDRESSES]
        runs = any(re.match(r"\s*javascript:", address, re.IGNORECASE) for address in addresses)
        away = re.match(r"\s*([a-z]+:|//)", values.get("src", ""), re.IGNORECASE)
        if tag in _TAGS or (tag == "script" and not ours) or handlers or runs or away:
            self.blocked = self.blocked or (self.get_starttag_text() or tag)
