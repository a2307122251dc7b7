"""A scenario of the set that is worked on: a strip says which one, and leads back."""

from __future__ import annotations

import streamlit as st

from crmroi.text import _
from crmroi.text.phrases import named
from crmroi.ui import words
from crmroi.ui.visit import Session

WHAT_IF, COMPARE = "pages/what_if.py", "pages/compare.py"


def editing(current: Session) -> None:
    """Draw the strip where a scenario of the set is worked on; else nothing."""
    if current.comparing.editing is None:
        return
    with st.container(key="editing", horizontal=True, vertical_alignment="center"):
        words.strip(named(_("Editing"), current.scenario.name or _("Unnamed scenario")))
        if st.button(_("Done"), key="editing.done", icon=":material/check:"):
            st.switch_page(COMPARE)


def edit(current: Session, place: int) -> None:
    """Put a scenario of the set on the What-if page; the visitor's own case waits."""
    current.comparing.editing = place
    current.work_on(current.comparing.entries[place].scenario)


def done(current: Session) -> None:
    """Put the scenario that was worked on back into the set."""
    place = current.comparing.editing
    if place is None:
        return
    current.comparing.editing = None
    current.comparing.put(place, current.back())
