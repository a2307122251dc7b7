"""The session of the visitor whose run this is."""

from __future__ import annotations

import streamlit as st

from crmroi.ui.address import arrive
from crmroi.ui.visit import Session

_KEY = "crmroi"


def session() -> Session:
    """Return this visitor's session, made from the address at the first run."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = arrive()
    found: Session = st.session_state[_KEY]
    return found
