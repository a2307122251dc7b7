"""The frame around every page: set-up, language, stylesheet, navigation."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from crmroi.charts.theme import css_variables
from crmroi.text import _
from crmroi.ui.navigation import navigation
from crmroi.ui.session import begin

_HERE = Path(__file__).parent
_SHEETS = tuple(
    f"{name}.css" for name in ("app", "method", "measure", "uploads", "risk", "compare", "report")
)


def open_app() -> StreamlitPage:
    """Set the page up and return the one that was asked for, ready to run."""
    st.set_page_config(page_title="crmroi", layout="wide", page_icon=str(_HERE / "icon.png"))
    begin()
    st.html(f"<style>{_stylesheet()}{_words()}</style>")
    return navigation()


@cache
def _stylesheet() -> str:
    sheets = ((_HERE / name).read_text(encoding="utf-8") for name in _SHEETS)
    return css_variables() + "".join(sheets)


def _words() -> str:
    """Words of ours that stand where Streamlit has its own in English."""
    browse = _("Choose a file")  # outside the f-string: the catalogues' extractor cannot see in
    skip = _("Go to the page")
    shown = {
        "browse": browse, "skip": skip, "day": _("dd"), "month": _("mm"), "year": _("yyyy")
    }  # fmt: skip
    rules = (f"--word-{key}:{json.dumps(word, ensure_ascii=False)}" for key, word in shown.items())
    return f":root{{{';'.join(rules)}}}"
