"""The session of the visitor whose run this is."""

from __future__ import annotations

from contextvars import ContextVar

import streamlit as st

from crmroi.text import speak
from crmroi.ui.address import arrive
from crmroi.ui.navigation import navigation
from crmroi.ui.visit import Session

_KEY = "crmroi"
_framed: ContextVar[bool] = ContextVar("framed", default=False)
"""Whether this thread, which runs one visitor's script, has drawn the frame around the page."""


def session() -> Session:
    """Return this visitor's session, and speak its language from here on.

    What a control calls back runs before the frame, and a run of a part of a page without it:
    what is typed must be read there in the visitor's own language all the same.
    """
    found: Session = st.session_state[_KEY]
    speak(found.language)
    return found


def begin() -> Session:
    """Return this visitor's session, made from the address at the first run: the frame's call."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = arrive()
    _framed.set(True)
    return session()


def framed() -> Session:
    """Return this visitor's session: a page's first call.

    A server's first visit may be to a page other than the first. Until `st.navigation` was called
    once, Streamlit takes pages/ for its own and runs that page without the frame: then that is
    done, and the page run again.
    """
    if not _framed.get():
        navigation()
        st.rerun()
    return session()
