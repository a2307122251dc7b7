"""The four ways to look at the risk, with the settings beside."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from crmroi.text import N_, _
from crmroi.ui.actions import settings_alone
from crmroi.ui.risk.drawn_cases import progress, simulation
from crmroi.ui.risks import VIEWS
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_NAMES = {
    "likelihood": N_("Likelihood"),
    "matters": N_("What matters"),
    "true": N_("What must be true"),
    "sceptic": N_("Sceptic"),
}


def frame() -> DeltaGenerator:
    """Return the place of the page: what stands where in it is the stylesheet's to say."""
    return st.container(key="risk")


def head(current: Session) -> str:
    """Draw the views to choose from and how the drawing of cases stands; return the view."""
    simulation(current)
    with st.container(horizontal=True, vertical_alignment="center", key="risk-head"):
        st.session_state["risk.view"] = current.risks.view
        st.segmented_control(
            _("Views"), VIEWS, key="risk.view", required=True, label_visibility="collapsed",
            format_func=lambda view: _(_NAMES[view]), on_change=_look,
        )  # fmt: skip
        settings_alone(current)
    progress(current)
    return current.risks.view


def _look() -> None:
    risks = session().risks
    risks.view = st.session_state["risk.view"] or risks.view
