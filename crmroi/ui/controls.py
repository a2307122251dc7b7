"""One assumption, one control. Its key is the assumption's dotted name."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from crmroi.assumptions import Assumption, Scenario, ScenarioError, assumptions
from crmroi.assumptions.plausibility import slider_range
from crmroi.assumptions.presets import sources_of
from crmroi.assumptions.problems import out_of_range_on_screen
from crmroi.text import (
    NotANumber,
    Unit,
    _,
    number,
    parse,
    percent,
    show,
    unit_name,
)
from crmroi.ui import words
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def control(current: Session, key: str) -> None:
    """Draw the control of an assumption, set to the present case."""
    item = assumptions()[key]
    if item.kind == "flag":
        _keep(key, current.scenario.value(key))
        st.toggle(_(item.label), key=key, help=_help(item, current), on_change=_moved, args=(key,))
    elif item.kind == "choice":
        _choice(current, item)
    elif current.view.exact:
        _typed(current, item)
    else:
        _slider(current, item)
    _below(current, key)


def is_slider(current: Session, key: str) -> bool:
    """Whether the assumption is drawn as a slider now."""
    return assumptions()[key].numeric and not current.view.exact


def css_name(key: str) -> str:
    """Return what Streamlit makes of a control's key in the class `st-key-…`."""
    return key.replace(".", "-")


def _slider(current: Session, item: Assumption) -> None:
    value = current.scenario.value(item.key)
    low, high = slider_range(item, value)
    cast = int if item.kind == "whole" else float
    _keep(item.key, cast(value))
    st.slider(
        _(item.label),
        cast(low),
        cast(high),
        step=cast(item.step or 1),
        format="percent" if item.unit.is_percent else None,
        key=item.key,
        help=_help(item, current),
        on_change=_moved,
        args=(item.key,),
    )


def _choice(current: Session, item: Assumption) -> None:
    choices = item.choices or {}
    _keep(item.key, current.scenario.value(item.key))
    st.selectbox(
        _(item.label),
        list(choices),
        format_func=lambda choice: _(choices[choice]),
        key=item.key,
        help=_help(item, current),
        on_change=_moved,
        args=(item.key,),
    )


def _typed(current: Session, item: Assumption) -> None:
    kept = current.typed.get(item.key)
    _keep(item.key, kept[0] if kept else exact_text(item, current.scenario))
    st.text_input(
        _(item.label),
        key=item.key,
        help=_help(item, current),
        on_change=_written,
        args=(item.key,),
    )


def _below(current: Session, key: str) -> None:
    """Say under a control what could not be taken, or what is unusual about its value."""
    if key in current.typed:
        words.error(current.typed[key][1].message)
        return
    for notice in current.projection(current.shown).warnings:
        if notice.field == key:
            words.warning(notice.message)


def _help(item: Assumption, current: Session) -> str:
    unit = _("Unit: {unit}.", unit=unit_name(item.unit, current.scenario.currency))
    source = _("Source: {source}.", source=str(sources_of(current.scenario)[item.key]))
    parts = [_(item.help), f"{unit} {source}"]
    if item.key in current.scenario.notes:
        parts.append(_("Note: {note}", note=current.scenario.notes[item.key]))
    return words.plain("\n\n".join(parts))


def _keep(key: str, value: object) -> None:
    """Set a control from the case where they differ: writing it on every run would take the
    thumb back to an older step while the keyboard has gone on.
    """
    if st.session_state.get(key) != value or type(st.session_state.get(key)) is not type(value):
        st.session_state[key] = value


def exact_text(item: Assumption, scenario: Scenario) -> str:
    """Return a value with every digit, as a person of this language would type it."""
    return every_digit(float(scenario.value(item.key)), item.unit)


def every_digit(value: float, unit: Unit) -> str:
    """Return a number with every digit, as a person of this language would type it."""
    digits = Decimal(repr(value)).scaleb(2 if unit.is_percent else 0).normalize()
    decimals = max(0, -int(digits.as_tuple().exponent))
    if unit is Unit.REDUCTION:  # a fall of 5% is written with its minus
        return percent(-value, decimals=decimals, sign=True)
    if unit.is_percent:
        return percent(value, decimals=decimals)
    return number(value, decimals=decimals)


def snapped(item: Assumption, value: float, low: float, high: float) -> float:
    """Return a slider's value without the dust of binary steps (0.15, not 0.15000000000000002)."""
    if value in (low, high) or item.step is None:
        return value
    decimals = max(0, -int(Decimal(repr(item.step)).normalize().as_tuple().exponent))
    return round(value, decimals)


def _moved(key: str) -> None:
    current = session()
    item = assumptions()[key]
    value = st.session_state[key]
    if item.numeric:
        low, high = slider_range(item, current.scenario.value(key))
        value = snapped(item, value, low, high)
    current.preview = None
    current.typed.pop(key, None)
    current.set_values({key: value}, item.label)


def _written(key: str) -> None:
    current = session()
    text = st.session_state[key]
    try:
        _set_typed(current, assumptions()[key], text)
    except NotANumber as problem:
        current.typed[key] = (text, problem.notice)
    except ScenarioError as problem:
        current.typed[key] = (text, problem.problems[0])
    else:
        current.typed.pop(key, None)


def _set_typed(current: Session, item: Assumption, text: str) -> None:
    value = parse(text, item.unit)
    low, high = item.allowed or (value, value)
    if not low <= value <= high:
        raise ScenarioError([out_of_range_on_screen(item, value, current.scenario.currency)])
    current.set_values({item.key: value}, item.label)


def beside(current: Session, key: str) -> str:
    """Return what stands right of a control's label: its value ("€60/month", "+12%") where a
    slider shows none, its unit where the value is typed.
    """
    item = assumptions()[key]
    if not item.numeric:
        return ""
    if current.view.exact:
        return unit_name(item.unit, current.shown.currency)
    return show(current.shown.value(key), item.unit, current.shown.currency)
