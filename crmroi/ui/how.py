"""How a figure comes about: its definition, its formula, and the formula with today's numbers."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.definitions import DEFINITIONS, definitions
from crmroi.charts import RETURNS
from crmroi.model import MEASURES, with_numbers
from crmroi.text import _, no_value, percent
from crmroi.ui import words
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def how(current: Session) -> None:
    """Draw the explanation of the figure that was asked for, if one was."""
    name = current.view.how
    if name not in MEASURES or current.view.presenting:
        return
    measure = MEASURES[name]
    with st.container(key="how", border=True):
        words.title(_(measure.label), _(measure.definition))
        st.latex(measure.latex)
        st.latex(with_numbers(name, current.projection(current.shown)))
        if name in RETURNS:
            _definitions(current)
        st.button(_("Close"), key="how.close", on_click=_close)


def _definitions(current: Session) -> None:
    """The same case under each definition, and which of them the page shows."""
    found = definitions(current.projection(current.shown))
    words.table(
        [_("The same case under each definition"), _("Return"), _("What it means")],
        [
            [_(item.label), _rate(found[name]), _(item.meaning)]
            for name, item in DEFINITIONS.items()
        ],
    )
    if st.session_state.get("definition") != current.view.definition:
        st.session_state["definition"] = current.view.definition
    st.segmented_control(
        _("Show as the return"),
        RETURNS,
        key="definition",
        format_func=lambda name: _(MEASURES[name].label),
        on_change=_define,
        required=True,
    )


def _rate(value: float | None) -> str:
    return no_value() if value is None else percent(value)


def _define() -> None:
    view = session().view
    view.definition = view.how = st.session_state["definition"] or view.definition


def _close() -> None:
    session().view.how = ""
