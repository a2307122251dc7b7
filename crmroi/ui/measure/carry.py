"""What was measured, carried into the what-if: value beside value, one by one or all."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from crmroi.analysis.ranges import around_today, drawn_case
from crmroi.assumptions import Scenario, ScenarioError, assumptions
from crmroi.assumptions.declare import Value
from crmroi.charts import headline
from crmroi.measure.results import Measured, Measurement
from crmroi.measure.worth.taking import take_over, taken
from crmroi.text import N_, Unit, _, number, show
from crmroi.ui import words
from crmroi.ui.measure import markup
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_GROUPS = {
    "baseline": (
        N_("The baseline: the company as measured"),
        N_("Use this baseline"),
        N_("What the months before the go-live say of the company today."),
    ),
    "uplifts": (
        N_("The uplifts: what the CRM changed"),
        N_("Use these uplifts"),
        N_(
            "Measured changes, divided by the share of people who worked in the CRM. Those whose "
            "interval holds zero are not ticked: chance alone could explain them."
        ),
    ),
}

_HEADS = (N_("now"), N_("measured"), N_("95% interval"), N_("records"))
_WIDTHS = (1, 3)
_ONCE = {
    Unit.COUNT_PER_MONTH: Unit.COUNT,
    Unit.MONEY_PER_MONTH: Unit.MONEY,
    Unit.ORDERS_PER_YEAR: Unit.COUNT,
}
"""Units that are said at one end of an interval alone, and what the other end is shown as."""


def carry(current: Session, found: Measurement) -> None:
    """Draw both groups, each with its button."""
    _group(current, "baseline", found.baseline)
    _group(current, "uplifts", found.uplifts)
    for problem in current.uploads.problems:
        words.error(problem.message)
    if current.uploads.taken:
        st.html(markup.opening_case(headline(current.projection(current.scenario))))
        st.page_link("pages/what_if.py", label=_("See it on the What-if page"))


def _group(current: Session, group: str, values: Mapping[str, Measured]) -> None:
    title, button, said = _GROUPS[group]
    with st.container(border=True, key=f"carry.{group}"):
        words.title(_(title), _(said))
        if not values:
            words.note(_("Nothing of it can be measured from these files."))
            return
        right = st.columns(_WIDTHS)[1]
        right.html(markup.taken_heads([_(head) for head in _HEADS]))
        ticked = {key: value for key, value in values.items() if _row(current, group, value)}
        st.button(
            _(button), key=f"use.{group}", disabled=not ticked, on_click=_use,
            args=(group, button, ticked),
        )  # fmt: skip


def _row(current: Session, group: str, value: Measured) -> bool:
    """Draw one value beside the one that it would replace; return whether it is ticked."""
    item = assumptions()[value.key]
    key = f"take.{group}.{value.key}"
    st.session_state.setdefault(key, value.telling)
    left, right = st.columns(_WIDTHS, vertical_alignment="center")
    ticked = left.checkbox(_(item.label), key=key, persist_state="session")
    currency = current.scenario.currency
    cells = (
        _said(current.scenario.value(value.key), item.unit, currency),
        _said(taken(value), item.unit, currency),
        _interval(value, item.unit, currency),
        number(value.n),
    )
    remark = value.remark.message if value.remark else ""
    right.html(markup.taken([_(head) for head in _HEADS], cells, remark))
    return ticked


def _said(amount: Value, unit: Unit, currency: str) -> str:
    short = float(f"{amount:.3g}") if isinstance(amount, float) else amount
    return show(short, unit, currency)


def _interval(value: Measured, unit: Unit, currency: str) -> str:
    """Return both ends; what they are by is said once, so that they stand in one line."""
    if value.interval is None:
        return "–"
    low, high = (float(f"{end:.3g}") for end in value.interval)
    return _("{low} to {high}", low=show(low, _ONCE.get(unit, unit), currency),
             high=show(high, unit, currency))  # fmt: skip


def _taken(scenario: Scenario, values: Mapping[str, Measured]) -> Scenario:
    """Return the scenario with the values; what else was drawn until now is drawn from then on."""
    if any(value.interval is not None for value in values.values()):
        scenario = drawn_case(scenario)
    return around_today(take_over(scenario, values))


def _use(group: str, what: str, values: Mapping[str, Measured]) -> None:
    """Take the ticked values over as one step, the interval of each as its uncertainty."""
    current = session()
    current.uploads.problems, current.uploads.taken = (), ""
    try:
        current.change(_taken(current.scenario, values), what)
    except ScenarioError as refused:
        current.uploads.problems = refused.problems
        return
    current.uploads.taken = group
