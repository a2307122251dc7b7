"""Step 2: how each file was read, what it leaves open, what each column is."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from crmroi.files.exports.meaning.fields import KINDS, Field
from crmroi.files.exports.table import Reading, Table
from crmroi.files.exports.writing import clean_csv, left_out_csv
from crmroi.text import _
from crmroi.ui import words
from crmroi.ui.measure import markup, report
from crmroi.ui.measure.answers import answers, questions
from crmroi.ui.session import session
from crmroi.ui.uploads import Upload
from crmroi.ui.visit import Session

_IN_A_ROW = 4
"""Columns of the file that stand beside each other."""


def check(current: Session) -> None:
    """Draw the reading of one file; which one is chosen above it."""
    st.html(markup.opening(_("How the files were read"), _(
        "Every record that was not used is counted here, with its reason. What a file leaves "
        "open is asked, not guessed."
    )))  # fmt: skip
    upload = _chosen(current)
    if upload is None:
        words.note(_("No file is read yet. Drop one in step 1, or use the sample."))
        return
    if not upload.aside:
        questions(upload)
        answers(upload)
    if upload.table is not None:
        st.html(report.report(upload.table.report))
        _downloads(upload, upload.table)
    _columns(upload)
    if upload.reading is not None:
        st.html(markup.preview(upload.reading.preview))


def _chosen(current: Session) -> Upload | None:
    """Return the file that is checked: the one asked for, else the first with a question."""
    readable = {upload.name: upload for upload in current.uploads.files if upload.reading}
    if not readable:
        return None
    if current.uploads.shown not in readable:
        asking = [upload.name for upload in current.uploads.open_questions]
        current.uploads.shown = (asking or list(readable))[0]
    st.session_state["measure.file"] = current.uploads.shown
    st.selectbox(_("File"), list(readable), key="measure.file", width=640, on_change=_choose)
    return readable[current.uploads.shown]


def _choose() -> None:
    session().uploads.shown = st.session_state["measure.file"]


def _downloads(upload: Upload, table: Table) -> None:
    with st.container(horizontal=True):
        st.download_button(
            _("The cleaned table (CSV)"), lambda: clean_csv(table).encode("utf-8-sig"),
            f"crmroi-{table.kind}.csv", "text/csv", key=f"clean.{upload.name}",
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip
        if table.report.left_out:
            st.download_button(
                _("The rows left out (CSV)"),
                lambda: left_out_csv(upload.data, table.report, upload.options)
                .encode("utf-8-sig"),
                f"crmroi-{table.kind}-left-out.csv", "text/csv", key=f"left.{upload.name}",
                icon=":material/download:", on_click="ignore",
            )  # fmt: skip


def _columns(upload: Upload) -> None:
    """Draw which column each field is read from; any can be changed."""
    reading = upload.reading
    if reading is None or reading.kind not in KINDS:
        return
    with st.container(key="columns"):
        words.title(
            _("What each column is"),
            _("Guessed from the headers; choose another where it is wrong."),
        )
        fields = KINDS[reading.kind].fields
        for first in range(0, len(fields), _IN_A_ROW):  # by rows: a small screen keeps the order
            places = st.columns(_IN_A_ROW)
            for place, field in zip(places, fields[first : first + _IN_A_ROW], strict=False):
                with place:
                    _column(upload, reading, field)


def _column(upload: Upload, reading: Reading, field: Field) -> None:
    key = f"column.{upload.name}.{field.name}"
    st.session_state[key] = reading.mapping.get(field.name, "")
    st.selectbox(
        _(field.label), ["", *reading.preview.columns], key=key,
        format_func=lambda header: header or _("not in the file"),
        on_change=_map, args=(upload, field.name, key),
    )  # fmt: skip


def _map(upload: Upload, field: str, key: str) -> None:
    mapping = {**upload.options.mapping, field: st.session_state[key]}
    upload.tell(replace(upload.options, mapping=mapping))
