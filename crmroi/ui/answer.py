"""The answer to the present case: the sentence, the five figures and the charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from crmroi.charts import Chart, Kpi, draw, headline, kpis, table
from crmroi.charts.text_cards import text_cards
from crmroi.text import _n
from crmroi.ui import drawing
from crmroi.ui.controls import beside, css_name, is_slider
from crmroi.ui.first_sight import first_sight
from crmroi.ui.panel import visible_fields
from crmroi.ui.visit import Session

ON_STAGE = ("cash", "years")
"""The charts of the presentation."""


def answer(current: Session) -> None:
    """Draw the answer to the present case, or to the one under the thumb."""
    data = payload(current)
    current.preview = None
    first = drawing.KEY not in st.session_state
    drawing.mount(current, data)
    if first:
        first_sight(data["headline"], data["kpis"])


def payload(current: Session) -> dict[str, Any]:
    """Return all that the browser needs to draw the page's answer: plain JSON."""
    projection = current.projection(current.shown)
    pinned = current.pinned_projection
    figures = kpis(projection, pinned, definition=current.view.definition)
    n = len(projection.warnings)
    sliders = [key for key in visible_fields(current) if is_slider(current, key)]
    return {
        **drawing.frame(current),
        "headline": headline(projection, definition=current.view.definition),
        "kpis": [drawing.kpi(figure) for figure in figures],
        "bar": [drawing.kpi(figure) for figure in bar(figures)],
        "warnings": [notice.message for notice in projection.warnings],
        "checks": _n("{n} thing to check", "{n} things to check", n, n=n),
        "charts": [_chart(current, chart) for chart in _charts(current)],
        "tables": [] if current.view.presenting else text_cards(projection),
        "values": {css_name(key): beside(current, key) for key in visible_fields(current)},
        "fields": {css_name(key): key for key in sliders},
        "how": current.view.how,
        "discounted": current.view.discounted,
        "presenting": current.view.presenting,
        "echo": current.echo,
    }


def _charts(current: Session) -> list[Chart]:
    projection = current.projection(current.shown)
    pinned = current.pinned_projection
    charts = draw(projection, pinned, drawing.theme(), discounted=current.view.discounted)
    return [chart for chart in charts if not current.view.presenting or chart.id in ON_STAGE]


def _chart(current: Session, chart: Chart) -> dict[str, Any]:
    shown = chart.id in current.view.tables
    projection = current.projection(current.shown)
    found = table(chart.id, projection, current.pinned_projection) if shown else None
    return drawing.chart(chart, found)


def bar(figures: Sequence[Kpi]) -> list[Kpi]:
    """The three figures that stay in sight on a small screen: when, how much, what it is worth."""
    returned, worth, recovered, *_others = figures
    return [recovered, returned, worth]
