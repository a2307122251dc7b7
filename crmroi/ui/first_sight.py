"""What stands until the drawing's own code has come: the sentence and the five figures, as HTML.

The first visitor waits for some twenty files before the component can draw. HTML needs none of
them. The drawing takes its place without a jump: the same words, the same classes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st


def first_sight(headline: str, kpis: Sequence[Mapping[str, object]]) -> None:
    """Show the sentence and the figures of the component's data."""
    figures = "".join(_figure(str(kpi["label"]), str(kpi["value"])) for kpi in kpis)
    st.html(
        f'<div class="first-sight"><h1 class="headline">{escape(headline)}</h1>'
        f'<div class="kpis">{figures}</div></div>'
    )


def _figure(label: str, value: str) -> str:
    return (
        f'<section class="kpi"><div class="kpi-head"><span class="label">{escape(label)}</span>'
        f'</div><div class="value">{escape(value)}</div><div class="delta"></div></section>'
    )
