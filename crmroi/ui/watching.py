"""Work under way, told in runs of its own: the rest of the page stays as it is."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from crmroi.text import _
from crmroi.ui.long_work import LongWork
from crmroi.ui.session import session

_EVERY = 0.4
"""Seconds from one telling to the next."""


@st.fragment(run_every=_EVERY)
def watch(over: Callable[[], bool], tell: Callable[[], None] = lambda: None) -> None:
    """Tell now and then how it stands; once it is over, run the page."""
    session()  # speaks its language: a run of its own does not pass the frame
    if over():
        st.rerun()
    tell()


def progress_bar(work: LongWork, share: float, said: str) -> None:
    """Draw how much is done, 0 to 1 and in words, and the button that stops it."""
    with st.container(horizontal=True, vertical_alignment="center", key="progress"):
        st.progress(share, said)
        st.button(_("Stop"), key="progress.stop", icon=":material/stop:", on_click=work.stop)
