"""What is chosen above the tornado and the heat map: bars, a slider of one of them, axes."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.answers import ANSWERS
from crmroi.assumptions import FRONT, assumptions
from crmroi.model.measures import MEASURES
from crmroi.text import _
from crmroi.ui.controls import control
from crmroi.ui.risk.asked import bars_shown
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def matters(current: Session) -> None:
    """Draw the controls of the tornado, then those of the heat map, each over its picture."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="risk-bars"):
        _slider(current)
    with st.container(horizontal=True, vertical_alignment="bottom", key="risk-axes"):
        _measure(current)
        for place, label in enumerate((_("Across"), _("Up"))):
            _axis(current, place, label)


def slider_of(current: Session) -> str:
    """Return the assumption that has a slider beside the tornado: the row chosen, else the first.

    Empty where the tornado has no row.
    """
    rows = [bar.assumption for bar in bars_shown(current)]
    chosen = current.risks.slider
    return chosen if chosen in rows else next(iter(rows), "")


def _slider(current: Session) -> None:
    """Draw the choice of a row and its slider, which sets the case; any move can be undone."""
    key = slider_of(current)
    current.risks.slider = key  # the rows change places as it moves: it stays
    if key:
        st.session_state["risk.slider"] = key
        st.selectbox(
            _("Use as slider"), [bar.assumption for bar in bars_shown(current)],
            key="risk.slider", width=210, on_change=_choose_slider,
            format_func=lambda name: _(assumptions()[name].label),
        )  # fmt: skip
        with st.container(key="risk-row"):
            control(current, key)
        st.button(
            _("Undo"), key="risk.undo", icon=":material/undo:", help=_("Undo the last change"),
            disabled=not current.can_undo, on_click=current.undo,
        )  # fmt: skip
    st.session_state["risk.every"] = current.risks.every
    st.toggle(
        _("Every assumption"), key="risk.every", on_change=_choose_bars,
        help=_("Else those that nobody can know beforehand: adoption and gains."),
    )  # fmt: skip


def _measure(current: Session) -> None:
    st.session_state["risk.heat"] = current.risks.measure
    st.selectbox(
        _("Heat map of"), ANSWERS, key="risk.heat", width=170, on_change=_choose_measure,
        format_func=lambda name: _(MEASURES[name].label),
    )  # fmt: skip


def _axis(current: Session, place: int, label: str) -> None:
    key, other = f"risk.axis.{place}", current.risks.axes[1 - place]
    numeric = [name for name, item in assumptions().items() if item.numeric and name != other]
    front = [name for name in FRONT if name in numeric]
    st.session_state[key] = current.risks.axes[place]
    st.selectbox(
        label, [*front, *(name for name in numeric if name not in front)], key=key, width=170,
        format_func=lambda name: _(assumptions()[name].label), on_change=_choose_axis,
        args=(place,),
    )  # fmt: skip


def _choose_slider() -> None:
    session().risks.slider = st.session_state["risk.slider"]


def _choose_bars() -> None:
    session().risks.every = st.session_state["risk.every"]


def _choose_measure() -> None:
    session().risks.measure = st.session_state["risk.heat"]


def _choose_axis(place: int) -> None:
    risks = session().risks
    chosen = st.session_state[f"risk.axis.{place}"]
    risks.axes = (chosen, risks.axes[1]) if place == 0 else (risks.axes[0], chosen)
