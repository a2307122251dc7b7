"""The cases drawn: begun when first needed, told about while under way, stopped on request."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.simulation import Simulation
from crmroi.text import _, number
from crmroi.ui import words
from crmroi.ui.long_work import PATIENCE
from crmroi.ui.risk.asked import case_of, is_stale
from crmroi.ui.risks import Drawing
from crmroi.ui.session import session
from crmroi.ui.visit import Session
from crmroi.ui.watching import progress_bar, watch


def simulation(current: Session) -> Simulation | None:
    """Return the figures to show, perhaps of an older case; None while the first are drawn."""
    risks = current.risks
    drawing, case = risks.drawing, case_of(current)
    if drawing is None or (drawing.problems and drawing.scenario != case):
        drawing = risks.draw(case)
    if not drawing.done:
        drawing.wait(PATIENCE)
    if drawing.simulation is not None:
        risks.shown = drawing
    return risks.simulation


def progress(current: Session) -> None:
    """Say how far the drawing is, what the figures shown are of, or why there are none."""
    drawing = current.risks.drawing
    if drawing is None:
        return
    if not drawing.settled:
        with st.container(key="risk-progress"):
            watch(lambda: drawing.settled, lambda: _bar(drawing))
        return
    if not drawing.ended:
        watch(lambda: drawing.ended)  # what is found out about the cases comes half a second later
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


def _bar(drawing: Drawing) -> None:
    said = _("{n} of {wanted} cases drawn", n=number(drawing.done), wanted=number(drawing.wanted))
    progress_bar(drawing, min(drawing.done / drawing.wanted, 1.0), said)
