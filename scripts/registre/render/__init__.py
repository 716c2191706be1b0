"""Register → Markdown pages with front matter, in memory.

Text from records passes through autoescaping templates only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from registre.register.entries import Register
from registre.register.facets import FACETS, Facet
from registre.render.acts import act_page
from registre.render.conventions_on import convention_pages
from registre.render.glossary import glossary_page
from registre.render.home import crossroad_pages, home_page, search_page
from registre.render.indexes import index_pages
from registre.render.messages import messages_page
from registre.render.models import comparison_pages, model_pages
from registre.render.moved import redirect_pages
from registre.render.neighbours import neighbours
from registre.render.page import Page, Settings
from registre.render.reference import format_page
from registre.render.schedules import schedule_pages
from registre.render.schemas import schema_pages
from registre.render.sittings import sitting_page

__all__ = ["Page", "Settings", "pages"]


def pages(register: Register, settings: Settings, facets: Sequence[Facet] = FACETS) -> Iterator[Page]:
    """Every generated page of the register, and the schemas of its records."""
    yield home_page(register, settings, settings.name)
    yield search_page(settings, facets)
    yield format_page(settings)
    yield from schema_pages()
    yield messages_page(settings)
    yield glossary_page(settings)
    beside = neighbours(register.acts)
    for act in register.acts:
        yield act_page(act, settings, beside[act.reference])
        yield from comparison_pages(act.signed, settings)
    for sitting in register.sittings:
        yield sitting_page(sitting, settings)
    yield from model_pages(register, settings)
    yield from convention_pages(register, settings)
    yield from index_pages(register, settings, facets)
    yield from schedule_pages(register, settings)
    yield from redirect_pages(register, settings)
    yield from crossroad_pages(register, settings)
