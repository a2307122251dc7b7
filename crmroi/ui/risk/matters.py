"""What is chosen above the tornado and the heat map."""

from __future__ import annotations

import streamlit as st

from crmroi.assumptions import FRONT, assumptions
from crmroi.text import _
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def matters(current: Session) -> None:
    """Draw the choice of the bars and of the two assumptions of the heat map."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="risk-axes"):
        st.session_state["risk.every"] = current.risks.every
        st.toggle(
            _("Every assumption"), key="risk.every", on_change=_choose_bars,
            help=_("Else those that nobody can know beforehand: adoption and gains."),
        )  # fmt: skip
        labels = (_("Heat map: across"), _("Heat map: up"))
        for place, label in enumerate(labels):
            _axis(current, place, label)


def _axis(current: Session, place: int, label: str) -> None:
    key, other = f"risk.axis.{place}", current.risks.axes[1 - place]
    numeric = [name for name, item in assumptions().items() if item.numeric and name != other]
    front = [name for name in FRONT if name in numeric]
    st.session_state[key] = current.risks.axes[place]
    st.selectbox(
        label, [*front, *(name for name in numeric if name not in front)], key=key, width=260,
        format_func=lambda name: _(assumptions()[name].label), on_change=_choose_axis,
        args=(place,),
    )  # fmt: skip


def _choose_bars() -> None:
    session().risks.every = st.session_state["risk.every"]


def _choose_axis(place: int) -> None:
    risks = session().risks
    chosen = st.session_state[f"risk.axis.{place}"]
    risks.axes = (chosen, risks.axes[1]) if place == 0 else (risks.axes[0], chosen)
