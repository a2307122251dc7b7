"""What must be true: a goal, a sentence for each assumption, and a button that tries its value."""

from __future__ import annotations

from html import escape

import streamlit as st

from crmroi.analysis.goals import Goal, Measured
from crmroi.analysis.ranges import number_of
from crmroi.analysis.solve import Solution
from crmroi.analysis.solve_words import rounded, sentence
from crmroi.assumptions import assumptions
from crmroi.assumptions.groups.ranges import LONGEST_HORIZON
from crmroi.charts import headline
from crmroi.text import N_, NotANumber, Notice, Quantity, Unit, _, number, parse, percent
from crmroi.ui import words
from crmroi.ui.risk import asked
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_MEASURES: dict[Measured, tuple[Unit, float, str]] = {
    "npv": (Unit.MONEY, 0.0, N_("Worth today (NPV) of at least")),
    "roi": (Unit.SHARE, 0.5, N_("Return (ROI) of at least")),
    "break_even_month": (Unit.MONTHS, 24.0, N_("Break-even by month")),
}
"""Each measure's unit, the target it starts from, and how the goal is named."""
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


def _choose(current: Session, goal: Goal) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="risk-goal"):
        st.session_state["risk.measure"] = goal.measure
        st.selectbox(
            _("Goal"), list(_MEASURES), key="risk.measure", width=300,
            format_func=lambda name: _(_MEASURES[name][2]), on_change=_measure,
        )  # fmt: skip
        kept = current.risks.typed.get("target")
        st.session_state["risk.target"] = kept[0] if kept else _written(goal)
        st.text_input(_("Target"), key="risk.target", width=160, on_change=_target)
        if current.can_undo:
            st.button(_("Undo"), key="risk.undo", icon=":material/undo:", on_click=current.undo)
    if "target" in current.risks.typed:
        words.error(current.risks.typed["target"][1].message)


def _written(goal: Goal) -> str:
    """Return the target as a person of this language would type it."""
    if goal.measure == "roi":
        return percent(goal.target)
    return number(goal.target)


def _measure() -> None:
    risks = session().risks
    chosen: Measured = st.session_state["risk.measure"]
    risks.typed.pop("target", None)
    risks.goal = Goal(chosen, _MEASURES[chosen][1])


def _target() -> None:
    risks, text = session().risks, st.session_state["risk.target"]
    goal = risks.goal or Goal()
    unit = _MEASURES[goal.measure][0]
    try:
        target = parse(text, unit)
    except NotANumber as problem:
        risks.typed["target"] = (text, problem.notice)
        return
    if goal.measure == "break_even_month" and not 0 <= target <= _LAST_MONTH:
        template = N_("Break-even by month {value} is not possible. Enter 0 to {last}.")
        values = {"value": number(target), "last": _LAST_MONTH}
        risks.typed["target"] = (text, Notice("goal", target, template, values))
        return
    risks.typed.pop("target", None)
    risks.goal = Goal(goal.measure, round(target) if unit is Unit.MONTHS else target)


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


def _try(key: str, value: float) -> None:
    """Put the solved value into the case."""
    current = session()
    current.typed.pop(key, None)
    current.set_values({key: value}, assumptions()[key].label)
