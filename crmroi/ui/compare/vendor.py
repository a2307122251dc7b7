"""A vendor's own cash-flow table beside the scenarios, read under each convention."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.vendor_table import VENDOR_MEASURES, VendorTable, under_each_convention
from crmroi.files.cash_flow_rows import CashFlowTableError
from crmroi.files.cash_flow_table import read_cash_flow_table
from crmroi.model.cash_flow import Rates
from crmroi.model.figures import STATUSES
from crmroi.text import _, money, no_value, number, percent, round_money
from crmroi.ui import words
from crmroi.ui.comparing import Vendor
from crmroi.ui.opening import MOST_TAKEN
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def vendor(current: Session) -> None:
    """Draw the place for a vendor's table behind a click, and what the table comes to."""
    with st.container(key="compare-vendor"):
        place = st.expander(
            _("A vendor’s own cash-flow table"), key="vendor.open", on_change="rerun",
            expanded=bool(st.session_state.get("vendor.open")),
        )  # fmt: skip
        if place.open:
            with place:
                _inside(current)


def _inside(current: Session) -> None:
    comparing = current.comparing
    words.note(_(
        "A CSV file with the columns period, benefits and costs, or period and net. It is read "
        "under each convention: the same table can give several answers."
    ))  # fmt: skip
    with st.container(key="drop-vendor"):
        st.file_uploader(
            _("Cash-flow table (CSV)"), key=f"compare.vendor.{comparing.round}",
            max_upload_size=MOST_TAKEN, on_change=_take,
        )  # fmt: skip
    st.session_state["compare.monthly"] = comparing.monthly
    st.toggle(_("Its periods are months"), key="compare.monthly", on_change=_set_period)
    held = comparing.vendor
    if held is None:
        return
    for problem in held.problems:
        words.error(problem.message)
    if held.table is not None:
        _answers(current, held)


def _take() -> None:
    comparing = session().comparing
    upload = st.session_state[f"compare.vendor.{comparing.round}"]
    if upload is None:
        return
    comparing.round += 1
    try:
        table = read_cash_flow_table(upload.getvalue())
    except CashFlowTableError as refused:
        comparing.vendor = Vendor(upload.name, None, tuple(refused.problems))
        return
    comparing.vendor = Vendor(upload.name, table, table.notices)


def _set_period() -> None:
    session().comparing.monthly = st.session_state["compare.monthly"]


def _answers(current: Session, held: Vendor) -> None:
    scenario = current.comparing.entries[0].scenario
    rate = scenario.finance.discount_rate
    rates = Rates(rate, rate, rate, "month" if current.comparing.monthly else "year")
    if held.table is None:
        return
    try:
        found = under_each_convention(held.table, rates)
    except OverflowError:
        words.error(_("These amounts at this rate are larger than a number can hold."))
        return
    heads = [held.name, *(_(each.label) for each in found.conventions)]
    rows = [
        [_(label), *(_shown(found, at, name, form, scenario.currency)
                     for at in range(len(found.conventions)))]
        for name, (label, form) in VENDOR_MEASURES.items()
    ]  # fmt: skip
    words.table(heads, rows)
    words.note(" ".join(_(each.meaning) for each in found.conventions))
    words.note(_("Discounted at {rate} a year, as the first scenario.", rate=percent(rate)))


def _shown(found: VendorTable, at: int, name: str, form: str, currency: str) -> str:
    measures = found.conventions[at].measures
    value = measures[name]
    if name == "irr" and value is None:
        return _(STATUSES[str(measures["irr_status"])])
    if not isinstance(value, float):
        return no_value()
    if form == "money":
        return money(round_money(value), currency)
    return percent(value) if form == "rate" else number(value, decimals=2)
