"""The three steps of the page, always at hand: files, check, result."""

from __future__ import annotations

import streamlit as st

from crmroi.text import N_, _, _n
from crmroi.ui import words
from crmroi.ui.actions import settings_alone
from crmroi.ui.measure.reading import read_all
from crmroi.ui.session import session
from crmroi.ui.uploads import STEPS
from crmroi.ui.visit import Session

_NAMES = {"files": N_("1 Files"), "check": N_("2 Check"), "result": N_("3 Result")}


def head(current: Session) -> str:
    """Read what is new, draw the steps with the settings beside; return the step shown."""
    read_all(current.uploads)
    _advance(current)
    with st.container(horizontal=True, vertical_alignment="center", key="measure-head"):
        _steps(current)
        settings_alone(current)
    return current.uploads.step


def _steps(current: Session) -> None:
    st.session_state["measure.step"] = current.uploads.step
    st.segmented_control(
        _("Steps"), STEPS, key="measure.step", required=True, label_visibility="collapsed",
        format_func=lambda step: _(_NAMES[step]), on_change=_go,
    )  # fmt: skip


def _advance(current: Session) -> None:
    """Go where there is something to do: what was just read, once, decides."""
    uploads = current.uploads
    if not uploads.fresh:
        return
    uploads.fresh = False
    if uploads.open_questions:
        uploads.step, uploads.shown = "check", uploads.open_questions[0].name
    elif uploads.counted and not any(upload.refusal for upload in uploads.files):
        uploads.step = "result"
    else:
        uploads.step = "files"


def _go() -> None:
    uploads = session().uploads
    uploads.step = st.session_state["measure.step"] or uploads.step


def waiting(current: Session) -> None:
    """Say which files are not counted: those refused, those that still wait for an answer."""
    for upload in current.uploads.files:
        if upload.refusal:
            words.warning(
                _("{name} could not be read and is not counted: step 1 says why.", name=upload.name)
            )
    for upload in current.uploads.open_questions:
        n = len(upload.questions)
        words.warning(
            _n("{name}: {n} question is open.", "{name}: {n} questions are open.", n,
               n=n, name=upload.name)
        )  # fmt: skip
