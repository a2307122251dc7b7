"""Step 1: exports are dropped, the sample is taken, files are let go."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.table import Limits
from crmroi.files.sample import sample_files, sample_go_live, sample_licensed_users
from crmroi.text import _, _n, number
from crmroi.ui import words
from crmroi.ui.measure import markup
from crmroi.ui.session import session
from crmroi.ui.uploads import ASIDE, Upload
from crmroi.ui.visit import Session


def files(current: Session) -> None:
    """Draw the drop zone, the sample, and what is there."""
    st.html(markup.opening(_("What did the CRM really change?"), _(
        "Drop the CSV exports of your CRM: deals, leads, orders, customers, tickets, surveys, "
        "activity, costs, any of them. What they are is guessed and can be changed."
    )))  # fmt: skip
    left, right = st.columns([2, 1], gap="medium")
    with left.container(key="drop"):
        _drop_zone(current)
    with right:
        _beside(current)
    for upload in current.uploads.files:
        _file(current, upload)


def _drop_zone(current: Session) -> None:
    st.file_uploader(
        _("CSV files, one or many"), accept_multiple_files=True, on_change=_take,
        key=f"upload.{current.uploads.round}", max_upload_size=_megabytes(),
    )  # fmt: skip
    words.note(_(
        "Up to {n} MB a file, {rows} rows. Commas, semicolons or tabs; dates and numbers of any "
        "country.", n=_megabytes(), rows=number(Limits().rows),
    ))  # fmt: skip


def _megabytes() -> int:
    return int(st.get_option("server.maxUploadSize"))


def _beside(current: Session) -> None:
    words.note(_("Files stay on this machine, in this session’s memory. Names are not kept."))
    if sample_files():
        _sample_button(current)
    st.button(
        _("Forget my data"), key="measure.forget", icon=":material/delete:", width="stretch",
        on_click=lambda: st.session_state.update(forgetting=True),
    )  # fmt: skip


def _sample_button(current: Session) -> None:
    st.button(
        _("Use the sample"), key="measure.sample", icon=":material/science:", width="stretch",
        help=_("A synthetic company three years around its go-live"), on_click=_take_sample,
        type="secondary" if current.uploads.files else "primary",
    )  # fmt: skip


def _take() -> None:
    uploads = session().uploads
    for file in st.session_state[f"upload.{uploads.round}"]:
        uploads.add(file.name, file.getvalue())
    uploads.round += 1


def _take_sample() -> None:
    uploads = session().uploads
    uploads.files.clear()
    for file in sample_files():
        uploads.add(file.name, file.path.read_bytes(), file.kind)
    uploads.ask(go_live=sample_go_live(), licensed_users=sample_licensed_users())


def _file(current: Session, upload: Upload) -> None:
    place = current.uploads.files.index(upload)
    with st.container(border=True, key=f"file-{place}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"file-row-{place}"):
            st.html(markup.file_card(upload.name, _status(current, upload), _tone(upload)))
            if not upload.refusal:
                _kind(upload)
            if upload.questions and not upload.aside:
                st.button(_("Answer"), key=f"answer.{place}", on_click=_show, args=(upload.name,))
            elif upload.table:
                st.button(
                    _("See how it was read"), key=f"see.{place}", on_click=_show,
                    args=(upload.name,),
                )  # fmt: skip
            st.button(
                _("Remove"), key=f"remove.{place}", icon=":material/close:",
                on_click=current.uploads.remove, args=(upload.name,),
            )  # fmt: skip
        for problem in upload.refusal:
            words.error(problem.message)


def _status(current: Session, upload: Upload) -> str:
    if upload.refusal:
        return _("not read")
    if upload.questions and not upload.aside:
        n = len(upload.questions)
        return _n("{n} question", "{n} questions", n, n=n)
    if upload.aside or upload.table is None:
        return _("set aside")
    n = upload.table.report.rows_used
    rows = _n("{rows} row used", "{rows} rows used", n, rows=number(n))
    if current.uploads.counted[upload.table.kind] is not upload:
        kind = _(KINDS[upload.table.kind].label)
        return _("{rows}; another file of the kind “{kind}” is counted", rows=rows, kind=kind)
    return rows


def _tone(upload: Upload) -> str:
    return "bad" if upload.refusal else "open" if upload.questions and not upload.aside else "good"


def _kind(upload: Upload) -> None:
    key = f"kind.{upload.name}"
    present = upload.reading.kind if upload.reading else ""
    st.session_state[key] = ASIDE if upload.aside else present or None
    st.selectbox(
        _("Kind of table"), [*KINDS, ASIDE], key=key, width=180, on_change=_set_kind,
        label_visibility="collapsed", placeholder=_("Kind of table"),
        format_func=lambda kind: _("Set aside") if kind == ASIDE else _(KINDS[kind].label),
        args=(upload,),
    )  # fmt: skip


def _set_kind(upload: Upload) -> None:
    chosen = st.session_state[f"kind.{upload.name}"]
    upload.aside = chosen == ASIDE
    if not upload.aside:
        upload.tell(replace(upload.options, kind=chosen, mapping={}))


def _show(name: str) -> None:
    uploads = session().uploads
    uploads.step, uploads.shown = "check", name
