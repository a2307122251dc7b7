"""Words on the page that are neither a control nor a figure, escaped in one place."""

from __future__ import annotations

from html import escape

import streamlit as st


def note(text: str) -> None:
    """Say something quietly."""
    st.html(f'<p class="notes">{escape(text)}</p>')


def warning(text: str) -> None:
    """Say what is unusual."""
    st.html(f'<p class="field-warning">{escape(text)}</p>')


def error(text: str) -> None:
    """Say what could not be taken; a screen reader says it at once."""
    st.html(f'<p class="field-error" role="alert">{escape(text)}</p>')


def heading(text: str) -> None:
    """Head a group of controls."""
    st.html(f'<h2 class="group">{escape(text)}</h2>')


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is: two dollar signs are not a formula."""
    return "".join(f"\\{letter}" if letter in "\\$*_`[]:~#<" else letter for letter in text)
