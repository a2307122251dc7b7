"""The drawn part of the page: the sentence, the five figures and the charts, as one component.

One component, not some thirty elements: Streamlit sends each element as a message of its own and
makes its own charts anew on every change. This one keeps its nodes (see `static/live.js`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st

from crmroi.charts import Chart, Kpi, draw, headline, kpis, table
from crmroi.text import _, _n, html_language
from crmroi.ui.address import address
from crmroi.ui.cards import text_cards
from crmroi.ui.controls import beside, css_name, is_slider
from crmroi.ui.events import act
from crmroi.ui.first_sight import first_sight
from crmroi.ui.panel import visible_fields
from crmroi.ui.session import session
from crmroi.ui.visit import Session

KEY = "live"
ON_STAGE = ("cash", "years")
"""The charts of the presentation."""
_STATIC = Path(__file__).parents[2] / "static"
_MODULES = sorted(path.name for path in _STATIC.glob("*.js") if not path.name.endswith(".min.js"))
_LOADER = """
const at = (name) => new URL(`app/static/${name}`, document.baseURI).href;
const ahead = (link) => document.head.append(Object.assign(document.createElement("link"), link));
let drawing;
function load() {
  for (const name of MODULES) ahead({ rel: "modulepreload", href: at(name) });
  ahead({ rel: "preload", as: "script", href: at("plotly-basic.min.js") });
  return import(at("live.js"));
}
export default function (component) {
  drawing ??= load();
  drawing.then((live) => live.show(component));
  return () => drawing.then((live) => live.clean(component.parentElement));
}
""".replace("MODULES", json.dumps(_MODULES))
"""Fetched all at once, not one after the import of the other."""
_drawn = st.components.v2.component(
    "crmroi_live", js=_LOADER, html='<div class="live"></div>', isolate_styles=False
)


def answer(current: Session) -> None:
    """Draw the answer to the present case, or to the one under the thumb."""
    data = payload(current)
    current.preview, current.file, current.wear, current.copy = None, None, "", ""
    first = KEY not in st.session_state
    _mount(data)
    if first:
        first_sight(data["headline"], data["kpis"])


def keep(current: Session) -> None:
    """Keep language and address on a page that draws no answer."""
    _mount({**_frame(current), "values": {}, "fields": {}})


def _mount(data: dict[str, Any]) -> None:
    # In a list: Streamlit looks for data frames among the values of a dictionary, and imports
    # pandas for that, a quarter of a second before the first figure is on the screen.
    _drawn(key=KEY, data=[data], on_event_change=_event)


def _event() -> None:
    event = st.session_state[KEY].get("event")
    if event:
        act(session(), event)


def payload(current: Session) -> dict[str, Any]:
    """Return all that the browser needs to draw the page's answer: plain JSON."""
    projection = current.projection(current.shown)
    pinned = current.pinned_projection
    figures = kpis(projection, pinned, definition=current.view.definition)
    n = len(projection.warnings)
    sliders = [key for key in visible_fields(current) if is_slider(current, key)]
    return {
        **_frame(current),
        "headline": headline(projection, definition=current.view.definition),
        "kpis": [_kpi(figure) for figure in figures],
        "bar": [_kpi(figure) for figure in _bar(figures)],
        "warnings": [notice.message for notice in projection.warnings],
        "checks": _n("{n} thing to check", "{n} things to check", n, n=n),
        "charts": [_chart(current, chart) for chart in _charts(current)],
        "tables": [] if current.view.presenting else text_cards(projection),
        "values": {css_name(key): beside(current, key) for key in visible_fields(current)},
        "fields": {css_name(key): key for key in sliders},
        "how": current.view.how,
        "discounted": current.view.discounted,
        "presenting": current.view.presenting,
        "file": current.file,
        "wear": current.wear,
        "copy": current.copy,
        "echo": current.echo,
    }


def _charts(current: Session) -> list[Chart]:
    projection = current.projection(current.shown)
    pinned = current.pinned_projection
    charts = draw(projection, pinned, _theme(), discounted=current.view.discounted)
    return [chart for chart in charts if not current.view.presenting or chart.id in ON_STAGE]


def _chart(current: Session, chart: Chart) -> dict[str, Any]:
    return {
        "id": chart.id,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "alt": chart.alt,
        "figure": chart.figure,
        "narrow": chart.narrow,
        "notes": " ".join(chart.notes),
        "empty": chart.empty and asdict(chart.empty),
        "table": _table(current, chart.id) if chart.id in current.view.tables else None,
    }


def _table(current: Session, chart: str) -> dict[str, Any]:
    found = table(chart, current.projection(current.shown), current.pinned_projection)
    return {"columns": [column.name for column in found.columns], "rows": found.shown}


def _bar(figures: Sequence[Kpi]) -> list[Kpi]:
    """The three figures that stay in sight on a small screen: when, how much, what it is worth."""
    returned, worth, recovered, *_others = figures
    return [recovered, returned, worth]


def _theme() -> str:
    return st.context.theme.type or "light"


def _frame(current: Session) -> dict[str, Any]:
    """What every page needs, drawn or not."""
    return {
        "language": html_language(),
        "address": address(current),
        "theme": _theme(),
        "words": _words(),
        "warnings": [],
    }


def _words() -> dict[str, Any]:
    return {
        "how": _("How"),
        "skip": _("Go to the answer"),
        "more": _("More"),
        "connection": _(
            "Connection lost. Your numbers are kept in this page; it reconnects by itself."
        ),
        "copied": _("Link copied."),
        "notCopied": _("The browser did not allow it: select the link and press Ctrl+C."),
        "menu": {
            "table": _("Show as a table"),
            "chart": _("Show as a chart"),
            "csv": _("Data as CSV"),
            "png": _("Picture as PNG"),
            "svg": _("Picture as SVG"),
            "discounted": _("Show the discounted line"),
            "undiscounted": _("Hide the discounted line"),
        },
    }


def _kpi(figure: Kpi) -> dict[str, Any]:
    tone = None if figure.good is None else "good" if figure.good else "bad"
    return {
        "id": figure.id,
        "label": figure.label,
        "value": figure.value,
        "delta": figure.delta,
        "arrow": figure.arrow,
        "tone": tone,
        "reason": figure.reason,
        "how": _("How: {label}", label=figure.label),
    }
