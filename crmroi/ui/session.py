"""The session of the visitor whose run this is."""

from __future__ import annotations

import streamlit as st

from crmroi.ui.address import arrive
from crmroi.ui.navigation import navigation
from crmroi.ui.visit import Session

_KEY = "crmroi"


def begin() -> Session:
    """Return this visitor's session, made from the address at the first run."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = arrive()
    return session()


def session() -> Session:
    """Return this visitor's session, which the frame around the page has begun.

    A server's first visit may be to a page other than the first. Until `st.navigation` was called
    once, Streamlit takes pages/ for its own and runs that page without the frame: then that is
    done, and the page run again.
    """
    if _KEY not in st.session_state:
        navigation()
        st.rerun()
    found: Session = st.session_state[_KEY]
    return found
