"""The drawn part of every page, as one component: mounted here, whatever it draws.

One component, not some thirty elements: Streamlit sends each element as a message of its own and
makes its own charts anew on every change. This one keeps its nodes (see `static/live.js`).
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st

from crmroi.charts import Chart, Kpi, Table
from crmroi.text import _, html_language
from crmroi.ui.address import address
from crmroi.ui.events import act
from crmroi.ui.session import session
from crmroi.ui.visit import Session

KEY = "live"
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


def keep(current: Session) -> None:
    """Keep language and address on a page that draws no answer."""
    mount(current, frame(current))


def mount(current: Session, data: dict[str, Any]) -> None:
    """Give the browser what to draw: plain JSON, `frame` and what the page adds to it.

    What is done once (a file saved, a text copied, a theme put on) goes along and is done with.
    """
    once = {"file": current.file, "wear": current.wear, "copy": current.copy}
    current.file, current.wear, current.copy = None, "", ""
    # In a list: Streamlit looks for data frames among the values of a dictionary, and imports
    # pandas for that, a quarter of a second before the first figure is on the screen.
    _drawn(key=KEY, data=[{**data, **once}], on_event_change=_event)


def _event() -> None:
    event = st.session_state[KEY].get("event")
    if event:
        act(session(), event)


def chart(drawn: Chart, table: Table | None) -> dict[str, Any]:
    """Return a chart as the browser takes it; with a table, that is shown in its place."""
    return {
        "id": drawn.id,
        "title": drawn.title,
        "subtitle": drawn.subtitle,
        "alt": drawn.alt,
        "figure": drawn.figure,
        "narrow": drawn.narrow,
        "notes": " ".join(drawn.notes),
        "empty": drawn.empty and asdict(drawn.empty),
        "table": table and {"columns": [c.name for c in table.columns], "rows": table.shown},
    }


def kpi(figure: Kpi) -> dict[str, Any]:
    """Return a figure as the browser takes it."""
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


def theme() -> str:
    """Return what the visitor looks at: "light" or "dark"."""
    return st.context.theme.type or "light"


def frame(current: Session) -> dict[str, Any]:
    """Return what every page needs, drawn or not."""
    return {
        "language": html_language(),
        "address": address(current),
        "theme": theme(),
        "words": _words(),
        "warnings": [],
        "values": {},
        "fields": {},
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
