"""The pages: where each is, its address, its name."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from crmroi.text import N_, _

PAGES = (
    ("pages/what_if.py", "what-if", N_("What-if")),
    ("pages/compare.py", "compare", N_("Compare")),
    ("pages/risk.py", "risk", N_("Risk")),
    ("pages/measure.py", "measure", N_("Measure")),
    ("pages/report.py", "report", N_("Report")),
    ("pages/method.py", "method", N_("Method")),
)
"""Each page's file, its address and its name, the first page first."""


def navigation() -> StreamlitPage:
    """Draw the links to the pages and return the one that was asked for, ready to run."""
    pages = [
        st.Page(path, title=_(title), url_path=url, default=place == 0)
        for place, (path, url, title) in enumerate(PAGES)
    ]
    return st.navigation(pages, position="top")
