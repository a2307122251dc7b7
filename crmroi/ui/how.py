"""How a figure comes about: its definition, its formula, and the formula with today's numbers."""

from __future__ import annotations

import streamlit as st

from crmroi.model import MEASURES, with_numbers
from crmroi.text import _
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def how(current: Session) -> None:
    """Draw the explanation of the figure that was asked for, if one was."""
    name = current.view.how
    if name not in MEASURES or current.view.presenting:
        return
    measure = MEASURES[name]
    with st.container(key="how", border=True):
        st.html(f"<h2>{_(measure.label)}</h2><p>{_(measure.definition)}</p>")
        st.latex(measure.latex)
        st.latex(with_numbers(name, current.projection(current.shown)))
        st.button(_("Close"), key="how.close", on_click=_close)


def _close() -> None:
    session().view.how = ""
