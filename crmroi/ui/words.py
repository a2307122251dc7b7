"""Words on the page that are neither a control nor a figure, escaped in one place."""

from __future__ import annotations

from collections.abc import Sequence
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


def title(text: str, below: str) -> None:
    """Name a part of the page, with a sentence below."""
    st.html(f"<h2>{escape(text)}</h2><p>{escape(below)}</p>")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show a small table of words and figures; the first cell of a row heads it."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in rest)
        + "</tr>"
        for first, *rest in rows
    )
    st.html(f'<table class="small"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is: two dollar signs are not a formula."""
    return "".join(f"\\{letter}" if letter in "\\$*_`[]:~#<" else letter for letter in text)


def strip(text: str) -> None:
    """Say what the whole page is about now."""
    st.html(f'<p class="strip">{escape(text)}</p>')
