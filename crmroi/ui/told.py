"""What is said once, in passing: an undone step, values of a link that could not be applied."""

from __future__ import annotations

import streamlit as st

from crmroi.text.notice import first
from crmroi.ui import words
from crmroi.ui.visit import Session

_MOST = 4
"""Toasts at once: a link made in malice can hold thousands of things to refuse."""


def tell(session: Session) -> None:
    """Say what there is to say; it is not said again."""
    notices, session.notices = session.notices, []
    of_link, session.of_link = session.of_link, []
    for notice in first(notices, _MOST):
        st.toast(words.plain(notice.message))
    for notice in first(of_link, _MOST):  # who reads it late must not take the case for the link's
        st.toast(words.plain(notice.message), duration="infinite")
