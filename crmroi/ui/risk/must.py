"""What must be true: a goal, a sentence for each assumption, and a button that tries its value."""

from __future__ import annotations

from html import escape

import streamlit as st

from crmroi.analysis.goals import Goal, Measured
from crmroi.analysis.ranges import number_of
from crmroi.analysis.solve import Solution
from crmroi.analysis.solve_words import rounded, sentence
from crmroi.analysis.worth import needed_worth
from crmroi.assumptions import assumptions
from crmroi.assumptions.groups.ranges import LONGEST_HORIZON
from crmroi.charts import headline
from crmroi.text import N_, NotANumber, Notice, Quantity, Unit, _, number, parse, show
from crmroi.text.numbers import decimals_needed
from crmroi.text.phrases import named_once
from crmroi.ui import words
from crmroi.ui.controls import every_digit
from crmroi.ui.risk import asked
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_MEASURES: dict[Measured, tuple[float, str]] = {
    "npv": (0.0, N_("Worth today (NPV) of at least")),
    "roi": (0.5, N_("Return (ROI) of at least")),
    "break_even_month": (24.0, N_("Break-even by month")),
}
"""The target that each measure starts from, and how the goal is named."""
_LAST_MONTH = 12 * LONGEST_HORIZON


def must_be_true(current: Session) -> None:
    """Draw the goal, how the case stands to it, and what each assumption must be."""
    goal = current.risks.goal or Goal()
    _choose(current, goal)
    case = asked.case_of(current)
    found = asked.must_be_true(case, goal)
    _standing(current, met=found[0].met_today)
    with st.container(key="risk-must"):
        for solution in found:
            _row(current, solution)
        if goal.measure == "npv":
            _intangibles(current, goal.target)


def _choose(current: Session, goal: Goal) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="risk-goal"):
        st.session_state["risk.measure"] = goal.measure
        st.selectbox(
            _("Goal"), list(_MEASURES), key="risk.measure", width=300,
            format_func=lambda name: _(_MEASURES[name][1]), on_change=_measure,
        )  # fmt: skip
        kept = current.risks.typed.get("target")
        written = _written(goal, current.scenario.currency)
        st.session_state["risk.target"] = kept[0] if kept else written
        st.text_input(_("Target"), key="risk.target", width=160, on_change=_target)
        if current.can_undo:
            st.button(_("Undo"), key="risk.undo", icon=":material/undo:", on_click=current.undo)
    if "target" in current.risks.typed:
        words.error(named_once(_("Target"), current.risks.typed["target"][1].message))


def _written(goal: Goal, currency: str) -> str:
    """Return the target with its unit; every digit alone where that is not as exact."""
    unit = goal.unit
    shown = show(goal.target, unit, currency)
    try:
        exact = parse(shown, unit) == goal.target
    except NotANumber:
        exact = False
    return shown if exact else every_digit(goal.target, unit)


def _measure() -> None:
    risks = session().risks
    chosen: Measured = st.session_state["risk.measure"]
    risks.typed.pop("target", None)
    risks.goal = Goal(chosen, _MEASURES[chosen][0])


def _target() -> None:
    risks, text = session().risks, st.session_state["risk.target"]
    goal = risks.goal or Goal()
    unit = goal.unit
    try:
        target = _parsed(text, unit)
    except NotANumber as problem:
        risks.typed["target"] = (text, problem.notice)
        return
    if unit is Unit.MONTH and (target % 1 or not 0 <= target <= _LAST_MONTH):
        template = _PART_OF_A_MONTH if target % 1 else _NO_MONTH
        values = {"value": number(target, decimals=decimals_needed(target)), "last": _LAST_MONTH}
        risks.typed["target"] = (text, Notice("goal", target, template, values))
        return
    risks.typed.pop("target", None)
    risks.goal = Goal(goal.measure, int(target) if unit is Unit.MONTH else target)


_NO_MONTH = N_("Break-even by month {value} is not possible. Enter 0 to {last}.")
_PART_OF_A_MONTH = N_("Break-even by month {value}: a month is a whole number. Enter 0 to {last}.")


def _parsed(text: str, unit: Unit) -> float:
    """Read a target; “12 months” are month 12. Raises NotANumber."""
    try:
        return parse(text, unit)
    except NotANumber:
        if unit is not Unit.MONTH:
            raise
        return parse(text, Unit.MONTHS)


def _standing(current: Session, *, met: bool) -> None:
    """Say what the case comes to today, and whether that meets the goal."""
    verdict = _("The goal is met.") if met else _("The goal is not met.")
    said = headline(current.projection(current.scenario))
    st.html(
        f'<p class="case {"met" if met else "missed"}" role="status"><b>{escape(verdict)}</b> '
        f"{escape(said)}</p>"
    )


def _row(current: Session, solution: Solution) -> None:
    key, value = solution.assumption, rounded(solution)
    item = assumptions()[key]
    today = Quantity(number_of(current.scenario, key), item.unit, current.scenario.currency)
    tried = value is not None and value == number_of(current.scenario, key)
    with st.container(horizontal=True, vertical_alignment="center", key=f"must.{key}"):
        st.html(
            f'<p class="must"><b>{escape(sentence(solution).message)}</b> '
            f"<span>{escape(_('Today {x}', x=today))}</span></p>"
        )
        if value is not None:
            st.button(
                _("Try it"), key=f"try.{key}", disabled=tried, on_click=_try, args=(key, value),
                help=_("Put this value into the case; it can be undone"),
            )  # fmt: skip


def _intangibles(current: Session, target: float) -> None:
    """Say what brand, employees and agility would have to be worth for the goal to be met."""
    currency = current.scenario.currency
    found = needed_worth(current.projection(current.scenario), target)
    needed, stated = (
        None if value is None else show(value, Unit.MONEY_PER_YEAR, currency)
        for value in (found.needed_per_year, found.stated_per_year)
    )
    if found.npv_without >= target:
        said = _("The goal is met without brand, employees and agility.")
    elif needed is None:
        said = _("Brand, employees and agility cannot do it: they are not trusted, or come late.")
    else:
        said = _("Brand, employees and agility must be worth {x} together.", x=needed)
    st.html(
        f'<p class="must intangibles"><b>{escape(said)}</b> '
        f"<span>{escape(_('Today {x}', x=stated))}</span></p>"
    )


def _try(key: str, value: float) -> None:
    """Put the solved value into the case."""
    current = session()
    current.typed.pop(key, None)
    current.set_values({key: value}, assumptions()[key].label)
