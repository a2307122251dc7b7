"""The sentence that every file will open with, what it was made of, the settings beside."""

from __future__ import annotations

import time
from html import escape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from crmroi.charts import headline, kpis
from crmroi.reports.identity import identity
from crmroi.text import _, _n
from crmroi.ui import drawing
from crmroi.ui.actions import settings_alone
from crmroi.ui.answer import bar
from crmroi.ui.controls import css_name
from crmroi.ui.report.asked import order_of
from crmroi.ui.visit import Session

TAKE = "report.take"
"""The button that saves what was made: pressed by the page itself, once, when it is there."""


def frame() -> DeltaGenerator:
    """Return the place of the page: what stands where in it is the stylesheet's to say."""
    return st.container(key="report")


def head(current: Session) -> None:
    """Draw the sentence; have the browser take what has been made since the last run."""
    _take(current)
    with st.container(key="report-head"):
        said = escape(_("Made with these figures:"))
        st.html(f'<p class="made-with">{said}</p>')
        drawing.mount(current, _payload(current))
        st.html(f'<p class="identity">{escape(_identified(current))}</p>')
        settings_alone(current)


def _take(current: Session) -> None:
    making = current.reporting.making
    if making is not None and making.ended and not making.taken:
        making.taken = True
        if making.files:
            current.file = {"press": css_name(TAKE), "at": time.time()}


def _payload(current: Session) -> dict[str, Any]:
    projection = current.projection(current.scenario)
    n = len(projection.warnings)
    return {
        **drawing.frame(current),
        "headline": headline(projection),
        "kpis": [],
        "bar": [drawing.kpi(figure) for figure in bar(kpis(projection))],
        "charts": [],
        "tables": [],
        "warnings": [notice.message for notice in projection.warnings],
        "checks": _n("{n} thing to check", "{n} things to check", n, n=n),
    }


def _identified(current: Session) -> str:
    model, inputs = identity(order_of(current).scenarios)
    return _("Model {model} · inputs {inputs}, as on every page.", model=model, inputs=inputs)
