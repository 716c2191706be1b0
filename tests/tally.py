"""How many were tried and how many failed, of each kind of trial: counted by tests, told at the end of the session."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

TALLY = "tally"
TITLE = "Essais comptés"

Tally = Callable[[str, int, int], None]


@pytest.fixture
def tally(record_property: Callable[[str, Any], None]) -> Tally:
    """`tally(name, tried, failed)`, name in French; counts of one name add up. Call it before the assertion.

    A property of the test's report: xdist carries it from its workers.
    """

    def count(name: str, tried: int, failed: int) -> None:
        record_property(TALLY, [name, tried, failed])

    return count


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, when a test has counted something."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    rows = [
        value
        for report in reports
        if type(report) is pytest.TestReport and report.when == "call"
        for name, value in report.user_properties
        if name == TALLY
    ]
    if rows:
        terminalreporter.section(TITLE)
        terminalreporter.write_line(table(rows))


def table(rows: Iterable[tuple[str, int, int]]) -> str:
    """The counts, one line for each name, in alphabetical order."""
    counts: dict[str, tuple[int, int]] = {}
    for name, tried, failed in rows:
        before = counts.get(name, (0, 0))
        counts[name] = (before[0] + tried, before[1] + failed)
    width = max(map(len, counts), default=0)
    lines = [f"{name:<{width}}  {tried:>9}  {failed:>5}" for name, (tried, failed) in sorted(counts.items())]
    return "\n".join([f"{'':<{width}}  {'tentés':>9}  {'ratés':>5}", *lines])
