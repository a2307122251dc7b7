"""A file of the visitor's own opened: what it holds, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from crmroi.assumptions import ScenarioError
from crmroi.text import Notice, _
from crmroi.text.notice import first
from crmroi.ui import words

MOST_TAKEN = 50
"""Megabytes: what is too large, or no such file, is to be refused in our words, not by the drop
zone, which speaks English alone.
"""
_MOST = 20
"""Problems of a file shown at once."""
_Found = TypeVar("_Found")


def opened(key: str, read: Callable[[bytes], _Found]) -> tuple[_Found | None, tuple[Notice, ...]]:
    """Return what `read` finds in the file dropped in at `key`, or why it refuses it.

    Nothing of either where the file was taken away again.
    """
    upload = st.session_state[key]
    if upload is None:
        return None, ()
    try:
        return read(upload.getvalue()), ()
    except ScenarioError as refused:
        return None, refused.problems


def why_refused(problems: Sequence[Notice]) -> None:
    """Say what is wrong with the file, if anything is, and that it changed nothing."""
    if problems:
        words.note(_("The file was not opened; nothing has changed. Open one that was saved here."))
    for problem in first(problems, _MOST):
        words.error(problem.message)
