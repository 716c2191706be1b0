"""The plots of the index pages: what their table says, what their drawing shows, and when there is none."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

from registre.register.entries import Act, Register
from registre.register.facets import facet_named, group
from registre.render.listing import Shelf
from registre.render.plots import FILLS, HEIGHT, WIDTH, Plot, Series, Tick
from registre.render.trends import FEWEST, facet_plot, value_plot, year_plot
from sources.page import Element, read_page
from sources.reading import normal

if TYPE_CHECKING:
    from browser.fixtures import Built

pytest_plugins = ("browser.fixtures",)

YEARS = range(2022, 2026)  # of the synthetic register
DRAWN = {
    "dates/": ("Actes par année", "De 2022 à 2025. Le plus : 112, en 2024."),
    "dates/2024/": (
        "Actes de 2024 par mois et par collectivité",
        "De janvier 2024 à décembre 2024. Le plus : 31, en mai 2024.",
    ),
    "conventions/": ("Actes par année et par type de convention", "De 2022 à 2025. Le plus : 37, en 2024."),
    "conventions/restauration/": (
        "Collectivités qui ont au moins un acte de ce type, à la fin de chaque année",
        "De 5 en 2022 à 13 en 2025.",
    ),
}


@pytest.fixture(scope="module")
def register(synthetic: Built) -> Register:
    return synthetic.register


def figure(site: Path, url: str) -> Element:
    """The plot of a page."""
    return read_page((site / url / "index.html").read_text("utf-8")).all("figure")[0]


def table(plot: Plot | None) -> dict[str, list[int]]:
    """The numbers of a plot, by row, without their sum."""
    assert plot is not None
    return {normal(label): values for label, values, _ in plot.rows}


@pytest.mark.parametrize("url", DRAWN)
def test_a_plot_has_a_name_a_description_and_its_table(synthetic: Built, url: str) -> None:
    shown = figure(synthetic.site, url)
    drawing = shown.all("svg")[0]
    named = {e.attributes.get("id"): normal("".join(map(str, e.children))) for e in drawing.walk()}
    assert drawing.attributes["role"] == "img"
    assert tuple(named[name] for name in (drawing.attributes["aria-labelledby"] or "").split()) == DRAWN[url]
    assert shown.all("figcaption")[0].text == shown.all("caption")[0].text == DRAWN[url][0]
    columns = [head.text for head in shown.all("th") if head.attributes["scope"] == "col"]
    legend = [item.text for item in shown.all("li")]
    assert columns[0] == "Période"
    assert columns[1:] == [*legend, "Total"] if legend else len(columns) == 2
    totals = [row.all("td")[-1].text for row in shown.all("tbody")[0].all("tr")]
    numbers = [text.children[0] for text in drawing.all("text")]
    assert numbers[: len(totals) - totals.count("0")] == [total for total in totals if total != "0"]


def test_the_numbers_are_those_of_the_register(register: Register) -> None:
    types, years = facet_named("type"), facet_named("annee")
    by_type, by_year = group(register.acts, types), group(register.acts, years)
    assert table(facet_plot(years, by_year)) == {value.slug: [len(by_year[value])] for value in reversed(by_year)}
    by_size = sorted(by_type.values(), key=lambda acts: -len(acts))
    assert table(facet_plot(types, by_type)) == {str(y): [of_year(acts, y) for acts in by_size] for y in YEARS}
    for value, acts in by_type.items():
        known = [act for act in acts if act.takes_effect and not act.incomplete]
        reached = {str(y): [len({act.body.slug for act in known if act.day.year <= y})] for y in YEARS}
        assert table(value_plot(Shelf(types, value, acts))) == reached
    for value, acts in by_year.items():
        plot = year_plot(Shelf(years, value, acts))
        assert plot is not None
        assert [total for _, _, total in plot.rows] == [sum(act.day.month == m for act in acts) for m in range(1, 13)]


def of_year(acts: list[Act], year: int) -> int:
    return sum(act.day.year == year for act in acts)


def test_bodies_beyond_what_can_be_told_apart_are_counted_together(register: Register) -> None:
    year = facet_named("annee")
    value, acts = next((v, found) for v, found in group(register.acts, year).items() if v.slug == "2024")
    sizes = sorted((len(found) for found in group(acts, facet_named("collectivite")).values()), reverse=True)
    plot = year_plot(Shelf(year, value, acts))
    assert plot is not None
    assert [sum(series.values) for series in plot.series] == [*sizes[:3], sum(sizes[3:])]
    assert [series.label for series in plot.series][3] == f"{len(sizes) - 3} autres"


def spread(register: Register, days: list[dt.date]) -> Shelf:
    """As many acts of a body, at these days."""
    body, act = next((v, found[0]) for v, found in group(register.acts, facet_named("collectivite")).items())

    class Dated:
        def __init__(self, day: dt.date) -> None:
            self.day, self.body = day, act.body

    return Shelf(facet_named("collectivite"), body, [Dated(day) for day in sorted(days, reverse=True)])  # type: ignore[list-item]


def test_a_body_is_told_by_month_then_by_year(register: Register) -> None:
    months = spread(
        register, [dt.date(2024, 11, 3), *[dt.date(2025, 4, 1)] * 3, dt.date(2025, 8, 9), dt.date(2026, 1, 5)]
    )
    plot = value_plot(months)
    assert plot is not None
    assert (plot.title, normal(plot.description)) == (
        "Actes par mois",
        "De novembre 2024 à janvier 2026. Le plus : 3, en avril 2025.",
    )
    assert len(plot.rows) == 15
    assert table(plot)["mai 2025"] == [0]
    assert [text.words for text in plot.labels] == ["2025", "2026"]
    years = value_plot(spread(register, [dt.date(2021 + rank, 4, 1) for rank in (0, 0, 0, 2, 3, 3)]))
    assert table(years) == {"2021": [3], "2022": [0], "2023": [1], "2024": [2]}


def test_a_few_acts_are_not_drawn(register: Register) -> None:
    days = [dt.date(2020 + rank, 4, 1) for rank in range(FEWEST)]
    assert value_plot(spread(register, days)) is not None
    assert value_plot(spread(register, days[1:])) is None, "fewer acts than FEWEST"
    assert value_plot(spread(register, [dt.date(2020 + rank % 2, 4, 1) for rank in range(50)])) is None, "two columns"
    assert value_plot(spread(register, [])) is None
    assert facet_plot(facet_named("annee"), {}) is None


def test_columns_are_as_high_as_their_numbers_and_stay_in_the_drawing() -> None:
    ticks = [Tick(str(year), str(year)) for year in range(1990, 2026)]
    parts = [Series(name, [rank % 5 + shift for rank in range(36)]) for shift, name in enumerate("abcd")]
    plot = Plot("", "", ticks, parts)
    unit = (plot.base - min(box.y for box in plot.boxes)) / max(plot.totals)
    expected = [series.values[rank] for rank in range(36) for series in parts if series.values[rank]]
    assert [round(box.height / unit) for box in plot.boxes] == expected
    for box in plot.boxes:
        assert 0 <= box.x < box.x + box.width <= WIDTH and 0 < box.y < box.y + box.height <= plot.base + 0.2
    words = plot.labels
    assert words[-1].words == "2025", "the last year is always named"
    assert all(after.x - before.x >= 30 for before, after in pairwise(words))
    assert all(15 <= text.x <= WIDTH - 15 and text.y <= HEIGHT for text in words)
    assert [text.words for text in plot.numbers] == [str(max(plot.totals))], "too many columns for a number on each"


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_series_are_told_apart_without_colour(browser: Browser, invented: str, scheme: str) -> None:
    """Each fill of the legend is another drawing, in one colour: full, striped, dotted, empty."""
    forced = {"forced_colors": "active"} if scheme == "forced" else {"color_scheme": scheme}
    page = browser.new_page(viewport={"width": 320, "height": 800}, **forced)
    page.goto(f"{invented}dates/2024/")
    keys = page.locator(".trace__legende svg")
    pictures = [keys.nth(rank).screenshot() for rank in range(keys.count())]
    assert len(set(pictures)) == len(FILLS)
    sizes = page.locator(".trace text").evaluate_all("all => all.map((t) => t.getBoundingClientRect().height)")
    assert min(sizes) > 11, "readable at 320 px"
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_a_plot_has_no_style_of_its_own(synthetic: Built) -> None:
    for url in DRAWN:
        for element in figure(synthetic.site, url).walk():
            fill = element.attributes.get("fill")
            assert fill is None or re.fullmatch(r"url\(#trace-(raye|points)\)", fill)
            assert not {"style", "stroke", "color"} & set(element.attributes)
