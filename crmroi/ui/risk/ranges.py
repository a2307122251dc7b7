"""The ranges that cases are drawn from: a table that starts from the plausible ones."""

from __future__ import annotations

from html import escape

import streamlit as st

from crmroi.analysis.draws import DRAWS
from crmroi.analysis.ranges import number_of, starting_ranges, whole, with_ranges
from crmroi.assumptions import Scenario, ScenarioError, assumptions
from crmroi.assumptions.entries import Triple
from crmroi.assumptions.problems import out_of_range_on_screen, wrong_value
from crmroi.charts.risk.naming import label
from crmroi.text import (
    N_,
    Label,
    NotANumber,
    Notice,
    Quantity,
    _,
    number,
    parse,
    percent,
    unit_name,
)
from crmroi.text.phrases import listed, named_once
from crmroi.ui import words
from crmroi.ui.controls import exact_text
from crmroi.ui.risk import asked
from crmroi.ui.session import session
from crmroi.ui.visit import Session

_COUNTS = (DRAWS, 8 * DRAWS, 64 * DRAWS)
_LOW, _HIGH = 0, 2


def ranges(current: Session) -> None:
    """Draw the table of ranges behind a click."""
    with st.container(key="risk-ranges"):
        place = st.expander(
            _("Ranges that the cases are drawn from"), key="risk.ranges", on_change="rerun"
        )
        if place.open:
            with place:
                _table(current)


def _table(current: Session) -> None:
    words.note(_(
        "Low and high of what is uncertain; the likeliest is the value of today’s case. "
        "A ticked assumption is drawn between its ends, one that is not stays as it is."
    ))  # fmt: skip
    found = asked.ranges_of(current.scenario)
    with st.container(horizontal=True, vertical_alignment="bottom", key="risk-more"):
        _add(found)
        _count(current)
        if current.scenario.uncertainty:
            st.button(
                _("Plausible ranges again"), key="risk.reset", icon=":material/restart_alt:",
                on_click=_reset,
            )  # fmt: skip
    _pairs(current)
    with st.container(key="risk-table"):
        _heads()
        for key, range_ in found.items():
            _row(current, key, range_)


def _pairs(current: Session) -> None:
    """Say which assumptions are drawn to move together, and offer that none be."""
    pairs = current.scenario.correlation
    if not pairs:
        return
    said = listed(
        _("{label} with {other} ({correlation})", label=label(one), other=label(other),
          correlation=percent(by, sign=True))
        for one, other, by in pairs
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", key="risk-pairs"):
        words.note(_("Drawn to move together (rank correlation): {pairs}.", pairs=said))
        st.button(_("Draw each by itself"), key="risk.alone", on_click=_part)


def _part() -> None:
    current = session()
    alone = current.scenario.model_copy(update={"correlation": ()})
    current.change(alone, N_("Draw each by itself"))


def _heads() -> None:
    cells = (_("Uncertain"), _("Low"), _("Likeliest: today"), _("High"))
    shown = "".join(f"<span>{escape(cell)}</span>" for cell in cells)
    st.html(f'<div class="range-heads" aria-hidden="true">{shown}</div>')


def _row(current: Session, key: str, range_: Triple) -> None:
    item, scenario = assumptions()[key], current.scenario
    drawn = range_[_LOW] < range_[_HIGH]
    with st.container(horizontal=True, vertical_alignment="center", key=f"range.{key}"):
        st.session_state[f"uncertain.{key}"] = drawn
        st.checkbox(_(item.label), key=f"uncertain.{key}", on_change=_tick, args=(key,))
        _end(current, key, range_, _LOW)
        today = Quantity(number_of(scenario, key), item.unit, scenario.currency)
        st.html(f'<p class="range-today">{escape(str(today))}</p>')
        _end(current, key, range_, _HIGH)
    for end in (_LOW, _HIGH):
        if _name(key, end) in current.risks.typed:
            problem = current.risks.typed[_name(key, end)][1]
            words.error(named_once(label(key), problem.message))


def _end(current: Session, key: str, range_: Triple, end: int) -> None:
    item, name = assumptions()[key], _name(key, end)
    kept = current.risks.typed.get(name)
    written = exact_text(item, _with(current.scenario, key, range_[end]))
    st.session_state[name] = kept[0] if kept else written
    which = _("{label}: low", label=_(item.label)) if end == _LOW else None
    st.text_input(
        which or _("{label}: high", label=_(item.label)), key=name, on_change=_typed,
        args=(key, end), label_visibility="collapsed",
        placeholder=unit_name(item.unit, current.scenario.currency),
    )  # fmt: skip


def _with(scenario: Scenario, key: str, value: float) -> Scenario:
    return scenario.with_values({key: whole(assumptions()[key], value)})


def _name(key: str, end: int) -> str:
    return f"{'low' if end == _LOW else 'high'}.{key}"


def _typed(key: str, end: int) -> None:
    """Take what was typed as one end of a range."""
    current, name = session(), _name(key, end)
    text, item = st.session_state[name], assumptions()[key]
    try:
        value = parse(text, item.unit)
        _refuse(current, key, end, value)
    except NotANumber as problem:
        current.risks.typed[name] = (text, problem.notice)
        return
    except ScenarioError as problem:
        current.risks.typed[name] = (text, problem.problems[0])
        return
    current.risks.typed.pop(name, None)
    low, today, high = asked.ranges_of(current.scenario)[key]
    _keep(current, key, (value, today, high) if end == _LOW else (low, today, value))


def _refuse(current: Session, key: str, end: int, value: float) -> None:
    """Raise ScenarioError for an end that cannot be, or on the other side of today's value."""
    item, currency = assumptions()[key], current.scenario.currency
    least, most = item.allowed or (value, value)
    if item.kind == "whole" and value % 1:
        raise ScenarioError([wrong_value(item, value)])
    if not least <= value <= most:
        raise ScenarioError([out_of_range_on_screen(item, value, currency)])
    today = number_of(current.scenario, key)
    if value > today if end == _LOW else value < today:
        template = _ABOVE if end == _LOW else _BELOW
        told = {
            "label": Label(item.label),
            "value": Quantity(value, item.unit, currency),
            "today": Quantity(today, item.unit, currency),
        }
        raise ScenarioError([Notice(key, value, template, told)])


_ABOVE = N_(
    "{label}: a low of {value} is above today’s {today}. Enter less, or change the case itself."
)
_BELOW = N_(
    "{label}: a high of {value} is below today’s {today}. Enter more, or change the case itself."
)


def _tick(key: str) -> None:
    """Draw an assumption from the range that it had, else its plausible one, or leave it as is."""
    current = session()
    today, aside = number_of(current.scenario, key), current.risks.set_aside
    if not st.session_state[f"uncertain.{key}"]:
        aside[key] = asked.ranges_of(current.scenario)[key]
        _keep(current, key, (today, today, today))
        return
    plain = starting_ranges(with_ranges(current.scenario, {}), [key])
    low, _mode, high = aside.pop(key, plain[key])
    _keep(current, key, (min(low, today), today, max(high, today)))


def _keep(current: Session, key: str, range_: Triple) -> None:
    """Keep a range with the case: it is saved with it, and undone like any other change.

    So are all the others that it is drawn from: a file or a report that told of one alone would
    tell of another case.
    """
    kept = {**asked.ranges_of(current.scenario), key: range_}
    current.change(with_ranges(current.scenario, kept), assumptions()[key].label)


def _add(found: dict[str, Triple]) -> None:
    others = [key for key, item in assumptions().items() if item.numeric and key not in found]
    st.session_state["risk.add"] = None
    st.selectbox(
        _("Another uncertain assumption"), others, key="risk.add", width=280, index=None,
        format_func=lambda key: _(assumptions()[key].label), on_change=_added,
        placeholder=_("Choose"),
    )  # fmt: skip


def _added() -> None:
    current, key = session(), st.session_state["risk.add"]
    if key is not None:
        _keep(current, key, starting_ranges(current.scenario, [key])[key])


def _count(current: Session) -> None:
    st.session_state["risk.draws"] = current.risks.draws
    st.selectbox(
        _("Cases drawn"), _COUNTS, key="risk.draws", width=160, format_func=number,
        on_change=_draw,
    )  # fmt: skip


def _draw() -> None:
    current = session()
    current.risks.draws = st.session_state["risk.draws"]
    current.risks.draw(asked.case_of(current))


def _reset() -> None:
    current = session()
    current.risks.typed.clear()
    current.risks.set_aside.clear()
    current.change(with_ranges(current.scenario, {}), N_("Plausible ranges again"))
