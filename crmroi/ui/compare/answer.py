"""The sentence of the page and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crmroi.analysis.comparison import Comparison
from crmroi.analysis.difference import difference
from crmroi.charts import Chart, Table
from crmroi.charts import compare as pictures
from crmroi.charts.outcome import metric
from crmroi.charts.words import spoken_money
from crmroi.text import _n
from crmroi.text.phrases import named
from crmroi.ui import drawing
from crmroi.ui.compare.why import pair
from crmroi.ui.visit import Session


def answer(current: Session, found: Comparison) -> None:
    """Draw the sentence and what proves it."""
    drawing.mount(current, payload(current, found))


def payload(current: Session, found: Comparison) -> dict[str, Any]:
    """Return what the browser draws: plain JSON."""
    shown = list(_pictures(current, found))
    current.uploads.tables = {chart.id: table for chart, table in shown}
    warnings = _warnings(found)
    n = len(warnings)
    return {
        **drawing.frame(current),
        "headline": pictures.opening(found),
        "kpis": [],
        "bar": _bar(found),
        "charts": [
            drawing.chart(chart, table if chart.id in current.view.tables else None)
            for chart, table in shown
        ],
        "tables": [],
        "warnings": warnings,
        "checks": _n("{n} thing to check", "{n} things to check", n, n=n),
    }


def _pictures(current: Session, found: Comparison) -> Iterator[tuple[Chart, Table]]:
    theme = drawing.theme()
    better, worse = pair(current, found)
    chosen = (better.number, worse.number)
    yield pictures.curves(found, theme, chosen), pictures.curves_table(found)
    yield pictures.costs(found, theme), pictures.costs_table(found)
    between = difference(worse.projection, better.projection)
    yield pictures.why(better, worse, between, theme), pictures.why_table(better, worse, between)


def _warnings(found: Comparison) -> list[str]:
    """Return what to check of the comparison, then of each scenario that is not left as it is."""
    told = [notice.message for notice in found.warnings]
    for member in found.members:
        if not pictures.pays_nothing(member):
            told += [named(member.name, each.message) for each in member.projection.warnings]
    return told


def _bar(found: Comparison) -> list[dict[str, str]]:
    """What the first three are worth, which stays in sight on a small screen."""
    empty = {"label": "", "value": ""}
    worth = [
        {
            "label": member.name,
            "value": spoken_money(metric(member.projection, "npv"), member.scenario.currency),
        }
        for member in found.members[:3]
    ]
    return [*worth, *[empty] * (3 - len(worth))]
