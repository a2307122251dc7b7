"""Where things stand: the sliders left, the result right; on a stage, one below the other."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from crmroi.ui.visit import Session


def panel_and_result(session: Session) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Lay the page out and return the places of the sliders and of the result.

    Which column is narrow and what comes first on a small screen is the stylesheet's to say.
    """
    if session.view.presenting:
        return stage()
    left, right = st.container(key="body").columns([1, 3], gap="medium")
    return left.container(key="panel"), right.container(key="result")


def stage() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Lay out the presentation: the result above, the chosen sliders below."""
    whole = st.container(key="stage")
    result = whole.container(key="result")
    return whole.container(key="chosen"), result
