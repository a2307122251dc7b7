"""What is asked of the tables: the go-live, the windows, the parts, the control group."""

from __future__ import annotations

import streamlit as st

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.table import Table
from crmroi.measure.change.control import control_choices
from crmroi.text import _, language
from crmroi.text.phrases import named
from crmroi.ui.measure.reading import counted_tables
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_DATES = {"en": "YYYY-MM-DD", "fr": "DD/MM/YYYY", "pt_BR": "DD/MM/YYYY"}
_MOST_MONTHS = 60
_NOBODY = ("", "")
"""No control group; where None is the choice, Streamlit says "Choose an option" in English."""


def asked(current: Session) -> None:
    """Draw the questions in one row; what matters less stands behind a click."""
    present = current.uploads.asked
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked"):
        st.session_state["measure.go_live"] = present.go_live
        st.date_input(
            _("Go-live of the CRM"), key="measure.go_live", format=_DATES[language()], width=190,
            min_value="1990-01-01", max_value="2100-12-31", on_change=_ask, args=("go_live",),
        )  # fmt: skip
        _parts(current)
        more = st.popover(_("Windows and control group"), on_change="rerun", key="measure.more")
        if more.open:
            with more:
                _more(current)
        st.session_state["measure.all"] = current.uploads.all_kpis
        st.toggle(_("All KPIs"), key="measure.all", on_change=_show_all)


def _show_all() -> None:
    session().uploads.all_kpis = st.session_state["measure.all"]


def _parts(current: Session) -> None:
    fields = _groups(counted_tables(current.uploads))
    if not fields:
        return
    present = current.uploads.asked.by
    st.session_state["measure.by"] = present if present in fields else ""
    st.selectbox(
        _("Broken down by"), ["", *fields], key="measure.by", width=190,
        format_func=lambda name: fields.get(name) or _("nothing"), on_change=_ask, args=("by",),
    )  # fmt: skip


def _groups(tables: dict[str, Table]) -> dict[str, str]:
    """Return the fields that some table can be broken down by, with their labels."""
    return {
        field.name: _(field.label)
        for kind, table in tables.items()
        for field in KINDS[kind].fields
        if field.group and field.name in table.frame.columns
    }


def _more(current: Session) -> None:
    present = current.uploads.asked
    _whole("window_months", _("Months on each side (all there are, if empty)"),
           present.window_months, 1)  # fmt: skip
    _whole("ramp_months", _("Months after the go-live to leave out"), present.ramp_months, 0)
    _whole("licensed_users", _("Licensed users, for the adoption"), present.licensed_users, 1)
    _control(current)


def _whole(name: str, label: str, value: int | None, least: int) -> None:
    key = f"measure.{name}"
    st.session_state[key] = value
    highest = 1_000_000 if name == "licensed_users" else _MOST_MONTHS
    st.number_input(
        label, least, highest, step=1, key=key, value=None, on_change=_ask, args=(name,)
    )


def _ask(name: str) -> None:
    value = st.session_state[f"measure.{name}"]
    if value == _NOBODY:
        value = None
    session().uploads.ask(**{name: value or 0 if name == "ramp_months" else value})


def _control(current: Session) -> None:
    """Draw the choice of those who had no CRM yet, told by a field and its value."""
    choices = [
        (field, value)
        for field, values in control_choices(counted_tables(current.uploads)).items()
        for value in values
    ]
    if not choices:
        return
    present = current.uploads.asked.control
    st.session_state["measure.control"] = present if present in choices else _NOBODY
    labels = _groups(counted_tables(current.uploads))
    st.selectbox(
        _("Control group: who had no CRM yet"), [_NOBODY, *choices], key="measure.control",
        format_func=lambda pair: named(labels[pair[0]], pair[1]) if pair[0] else _("nobody"),
        on_change=_ask, args=("control",),
    )  # fmt: skip
