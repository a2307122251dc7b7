"""The cases drawn: begun when first needed, told about while under way, stopped on request."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.simulation import Simulation
from crmroi.text import _, number, speak
from crmroi.ui import words
from crmroi.ui.risk.asked import case_of, is_stale
from crmroi.ui.risks import Drawing
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_PATIENCE = 0.4
"""Seconds within which nothing need be said."""
_EVERY = 0.4
"""Seconds from one telling to the next."""


def simulation(current: Session) -> Simulation | None:
    """Return the figures to show, perhaps of an older case; None while the first are drawn."""
    risks = current.risks
    if risks.drawing is None:
        risks.draw(case_of(current))
    drawing = risks.drawing
    if drawing is not None:
        if not drawing.done:
            drawing.wait(_PATIENCE)
        _take(current, drawing)
    return risks.simulation


def _take(current: Session, drawing: Drawing) -> None:
    """Take over what was drawn, once the cases are there."""
    if drawing.fault is not None:
        fault, current.risks.drawing = drawing.fault, None
        raise fault
    if drawing.simulation is not None:
        current.risks.shown = drawing


def progress(current: Session) -> None:
    """Say how far the drawing is, what the figures shown are of, or why there are none."""
    drawing = current.risks.drawing
    if drawing is None:
        return
    if drawing.simulation is None and not drawing.ended:
        with st.container(key="risk-progress"):
            _under_way(current.language)
        return
    if not drawing.ended:
        _nearly_done()
    for problem in drawing.problems:
        words.error(problem.message)
    if is_stale(current):
        said = _("These figures are for the case before your last change.")
        _offer(said, _("Update"))
    elif drawing.simulation is not None and drawing.simulation.stopped:
        said = _(
            "Stopped after {n} of {wanted} cases: the figures are of these.",
            n=number(drawing.simulation.draws), wanted=number(drawing.wanted),
        )  # fmt: skip
        _offer(said, _("Draw them all"))


def _offer(said: str, button: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="risk-stale"):
        words.warning(said)
        st.button(button, key="risk.update", icon=":material/refresh:", on_click=_update)


def _update() -> None:
    current = session()
    current.risks.draw(case_of(current))


@st.fragment(run_every=_EVERY)
def _under_way(language: str) -> None:
    """Tell about the drawing in runs of its own: the rest of the page stays as it is."""
    speak(language)  # a run of its own does not pass the frame, which speaks
    drawing = session().risks.drawing
    if drawing is None or drawing.ended or drawing.simulation is not None:
        st.rerun()
    done = min(drawing.done / drawing.wanted, 1.0)
    said = _("{n} of {wanted} cases drawn", n=number(drawing.done), wanted=number(drawing.wanted))
    with st.container(horizontal=True, vertical_alignment="center", key="risk-bar"):
        st.progress(done, said)
        st.button(_("Stop"), key="risk.stop", icon=":material/stop:", on_click=drawing.stop)


@st.fragment(run_every=_EVERY)
def _nearly_done() -> None:
    """Show what is found out about all the cases, half a second after them; until then be quiet."""
    drawing = session().risks.drawing
    if drawing is None or drawing.ended:
        st.rerun()
