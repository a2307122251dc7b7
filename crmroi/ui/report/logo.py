"""The logo: dropped in, checked, shown, let go. A refused one leaves the one that was there."""

from __future__ import annotations

import streamlit as st

from crmroi.assumptions import ScenarioError
from crmroi.text import _
from crmroi.ui import words
from crmroi.ui.opening import MOST_TAKEN
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def logo(current: Session) -> None:
    """Draw the place for a logo and the one that is there."""
    from crmroi.reports.logo import MAX_BYTES  # noqa: PLC0415

    reporting = current.reporting
    with st.container(key="report-logo"):
        st.file_uploader(
            _("Logo (PNG or SVG, up to {n} MB)", n=_megabytes(MAX_BYTES)),
            key=f"report.logo.{reporting.round}", max_upload_size=MOST_TAKEN, on_change=_take,
        )  # fmt: skip
        for problem in reporting.logo_problems:
            words.error(problem.message)
        if reporting.logo is not None:
            _held(current)


def _megabytes(size: int) -> int:
    return max(1, size // 1_000_000)


def _held(current: Session) -> None:
    reporting = current.reporting
    with st.container(horizontal=True, vertical_alignment="center", key="report-logo-held"):
        words.note(reporting.logo_name)
        st.button(_("Remove"), key="report.logo.remove", icon=":material/close:", on_click=_remove)


def _take() -> None:
    from crmroi.reports.logo import check  # noqa: PLC0415 - brings what reads pictures

    reporting = session().reporting
    upload = st.session_state[f"report.logo.{reporting.round}"]
    if upload is None:
        return
    reporting.round += 1
    try:
        reporting.logo = check(upload.getvalue(), upload.name)
    except ScenarioError as refused:
        reporting.logo_problems = refused.problems
    else:
        reporting.logo_name, reporting.logo_problems = upload.name, ()


def _remove() -> None:
    reporting = session().reporting
    reporting.logo, reporting.logo_name, reporting.logo_problems = None, "", ()
