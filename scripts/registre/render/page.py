"""A page in memory, and the one Jinja environment that escapes all that comes from records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from registre.register.urls import relative
from registre.render import deadlines, law, terms, wording
from registre.render.citations import segments
from registre.render.facts import facts
from registre.render.math import formula_tokens


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: its path under docs_dir (posix), and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What pages need of the site: address (empty when unknown), address under which records are edited, day, name."""

    site_url: str = ""
    edit_url: str = ""
    day: dt.date | None = None
    name: str = ""

    def permalink(self, url: str) -> str:
        """The full address of a page, or its path from the root when the site has no address yet."""
        return f"{self.site_url.rstrip('/')}/{url}"


def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("registre.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {"jour": wording.day, "taille": wording.size, "duree": wording.duration}
    env.globals |= {
        "wording": wording,
        "terms": terms,
        "deadlines": deadlines,
        "law": law,
        "formula_tokens": formula_tokens,
        "facts": facts,
        "segments": segments,
    }
    env.tests["bloc"] = lambda block, name: type(block).__name__ == name
    return env


_ENV = _environment()

# libyaml where it is built in, six times faster; the same text.
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Crumb = tuple[str, str | None]


def render(
    template: str,
    url: str,
    settings: Settings,
    *,
    title: str,
    description: str,
    crumbs: Sequence[Crumb] = (),
    meta: Mapping[str, Any] | None = None,
    data: Mapping[str, Any] | None = None,
    **values: object,
) -> Page:
    """Render a template as the page at `url`.

    `crumbs`: (title, address or None) from the home page down; `data`: what the page is about, in schema.org's words.
    """
    link = partial(_link, page=url)
    body = _ENV.get_template(template).render(
        href=link, url=url, settings=settings, permalink=settings.permalink(url), **values
    )
    front = {
        "title": title,
        "description": wording.shortened(description),
        "gabarit": template.rpartition("/")[2].removesuffix(".md"),
        **({"fil": [_crumb(name, target, link) for name, target in crumbs]} if crumbs else {}),
        **({"jour": wording.day_text(settings.day)} if settings.day else {}),
        "permalien": settings.permalink(url),
        **(meta or {}),
        **({"donnees": dict(data)} if data else {}),
    }
    return Page(page_path(url), front_matter(front) + body)


def fragment(template: str, **values: object) -> str:
    """A piece of HTML for a hand-written page, through the same escaping."""
    return _ENV.get_template(template).render(**values).strip()


def _link(target: str, *, page: str) -> str:
    return relative(target, page)


def _crumb(name: str, target: str | None, link: partial[str]) -> dict[str, str]:
    return {"titre": name} | ({"url": link(target)} if target is not None else {})


def front_matter(values: Mapping[str, Any]) -> str:
    """A YAML header between two « --- » lines; plain values only, keys in the order given."""
    text = yaml.dump(dict(values), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{text}---\n\n"


def page_path(url: str) -> str:
    """« actes/x/ » → « actes/x/index.md »: every page has its own folder, so none can hide another."""
    return f"{url}index.md"
