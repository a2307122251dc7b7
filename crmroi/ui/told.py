"""What is said once, in passing: an undone step, values of a link that could not be applied."""

from __future__ import annotations

import streamlit as st

from crmroi.ui.visit import Session


def tell(session: Session) -> None:
    """Say what there is to say; it is not said again."""
    notices, session.notices = session.notices, []
    for notice in notices:
        st.toast(notice.message, duration="long" if notice.field else "short")
