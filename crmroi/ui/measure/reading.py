"""Reading what was uploaded, and measuring it: once, not on every run."""

from __future__ import annotations

import streamlit as st

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import ReadingError, Table
from crmroi.measure.change.control import with_control
from crmroi.measure.facts.engine import MeasureError
from crmroi.measure.measuring import measure
from crmroi.measure.results import Measurement, Options
from crmroi.text import _
from crmroi.ui.faults import logged
from crmroi.ui.uploads import Upload, Uploads
from crmroi.ui.visit import Session

_SHOWS_PROGRESS = 5_000_000
"""Bytes from which reading is slow enough to be told about."""


def read_all(uploads: Uploads) -> None:
    """Read every file that is not read yet, and tell how far it is where that takes a while."""
    waiting = [upload for upload in uploads.files if not upload.read]
    slow = sum(len(upload.data) for upload in waiting) > _SHOWS_PROGRESS
    bar = st.progress(0.0) if slow else None
    for place, upload in enumerate(waiting):
        if bar is not None:
            said = _("Reading {name} ({n} of {count})", name=upload.name, n=place + 1,
                     count=len(waiting))  # fmt: skip
            bar.progress(place / len(waiting), said)
        _read(upload)
    if bar is not None:
        bar.empty()


def _read(upload: Upload) -> None:
    try:
        upload.reading = read_export(upload.data, upload.name, upload.options)
    except ReadingError as refused:
        upload.refusal = refused.problems
    except Exception as error:  # noqa: BLE001 - any other would be logged in words with cells
        upload.refusal = (logged(error, "export not read"),)


def measured(current: Session) -> Measurement | None:
    """Return what the tables say; None where there are none, or where it cannot be measured."""
    uploads = current.uploads
    tables = counted_tables(uploads)
    if not tables:
        return None
    question = (tuple(map(id, tables.values())), uploads.asked, current.scenario)
    if uploads.answer is None or uploads.answer[0] != question:
        uploads.problems = ()
        try:
            found = _measure(current, tables)
        except MeasureError as problem:
            uploads.problems, uploads.answer = (problem.problem,), None
            return None
        except Exception as error:  # noqa: BLE001 - any other would be logged in words with cells
            uploads.problems, uploads.answer = (logged(error, "exports not measured"),), None
            return None
        uploads.answer = (question, found)
    return uploads.answer[1]


def counted_tables(uploads: Uploads) -> dict[str, Table]:
    """Return the tables that are counted, by kind."""
    return {kind: upload.table for kind, upload in uploads.counted.items() if upload.table}


def measured_currency(current: Session) -> str:
    """Return the currency that the files name; or that of the case where there is not one."""
    tables = counted_tables(current.uploads).values()
    named = {currency for table in tables for currency in table.report.currencies}
    return named.pop() if len(named) == 1 else current.scenario.currency


def _measure(current: Session, tables: dict[str, Table]) -> Measurement:
    asked = current.uploads.asked
    if asked.control is not None:
        tables = with_control(tables, *asked.control)
    options = Options(
        go_live=asked.go_live,
        window_months=asked.window_months,
        ramp_months=asked.ramp_months,
        licensed_users=asked.licensed_users,
        by=asked.by,
        scenario=current.scenario,
    )
    slow = sum(table.frame.height for table in tables.values()) > 200_000
    if not slow:
        return measure(tables, options)
    with st.spinner(_("Measuring")):
        return measure(tables, options)
