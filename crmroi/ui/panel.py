"""The panel: where the case starts, the twelve sliders in front, the others behind one click."""

from __future__ import annotations

from functools import partial

import streamlit as st

from crmroi.assumptions import (
    FRONT,
    FRONT_GROUPS,
    GROUPS,
    Scenario,
    assumptions,
)
from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.text import N_, _, _n
from crmroi.ui import words
from crmroi.ui.controls import control
from crmroi.ui.search import NOTHING_FOUND, matching
from crmroi.ui.session import session
from crmroi.ui.visit import EDITED, OPENED, Session


def panel(current: Session) -> None:
    """Draw the panel as it is now: on stage, all assumptions, or the twelve."""
    if current.view.presenting:
        _chosen(current)
    elif current.view.all_assumptions:
        _all(current)
    else:
        _front(current)


def visible_fields(current: Session) -> tuple[str, ...]:
    """Return the assumptions whose controls are on the screen, in their order."""
    if current.view.presenting:
        return current.view.chosen
    if not current.view.all_assumptions:
        return FRONT
    if current.view.search.strip():
        return matching(current.view.search)
    return tuple(key for key in assumptions() if key.startswith(f"{current.view.open_group}."))


def _front(current: Session) -> None:
    _start(current)
    for title, keys in FRONT_GROUPS.items():
        words.heading(_(title))
        for key in keys:
            control(current, key)
    count = len(assumptions())
    st.button(
        _("All {n} assumptions", n=count),
        key="all",
        icon=":material/tune:",
        width="stretch",
        on_click=_show_all,
        args=(True,),
    )


def _start(current: Session) -> None:
    """The row on top: starting point, undo, reset."""
    with st.container(horizontal=True, key="start", gap="small"):
        if st.session_state.get("preset") != current.preset:
            st.session_state["preset"] = current.preset
        st.selectbox(
            _("Starting point"),
            _starting_points(current),
            key="preset",
            format_func=lambda name: _(_start_label(name)),
            label_visibility="collapsed",
            on_change=_start_from,
        )
        st.button(
            _("Undo"), key="undo", icon=":material/undo:", help=_("Undo the last change"),
            disabled=not current.can_undo, on_click=current.undo,
        )  # fmt: skip
        st.button(
            _("Redo"),
            key="redo",
            icon=":material/redo:",
            help=_("Do the undone change again"),
            disabled=not current.can_redo,
            on_click=current.redo,
        )
        st.button(
            _("Reset"), key="reset", icon=":material/restart_alt:",
            help=_("Back to the starting point"), on_click=_reset,
            disabled=current.scenario.values() == current.base.values(),
        )  # fmt: skip


def _starting_points(current: Session) -> list[str]:
    opened = [current.preset] if current.preset in (OPENED, EDITED) else []
    return [*opened, "", *PRESETS]


def _start_label(name: str) -> str:
    named = {
        "": N_("Mid-size company"),
        OPENED: N_("Opened file"),
        EDITED: N_("Scenario of the set"),
    }
    return named[name] if name in named else PRESETS[name].label


def _start_from() -> None:
    """Take another starting point; what the visitor has set on purpose stays."""
    current = session()
    name = st.session_state["preset"]
    if name in (OPENED, EDITED):
        return  # it is where the visitor stands
    base = preset_scenario(name) if name else Scenario()
    before, now = current.base.values(), current.scenario.values()
    own = {key: value for key, value in now.items() if value != before[key]}
    kept = ("name", "currency", "notes", "uncertainty", "correlation")  # the visitor's own words
    started = base.model_copy(update={field: getattr(current.scenario, field) for field in kept})
    current.start_from(started, started.with_values(own), _start_label(name), name)


def _reset(group: str = "") -> None:
    current = session()
    values = {key: value for key, value in current.base.values().items() if key.startswith(group)}
    for key in values:
        current.typed.pop(key, None)
    current.set_values(values, GROUPS[group[:-1]] if group else N_("Reset"))


def _show_all(shown: bool) -> None:
    view = session().view
    view.all_assumptions, view.search = shown, ""
    view.open_group = view.open_group or next(iter(GROUPS))


def _all(current: Session) -> None:
    st.button(
        _("Back to the {n}", n=len(FRONT)), key="front",
        icon=":material/arrow_back:", width="stretch", on_click=_show_all, args=(False,),
    )  # fmt: skip
    view = current.view
    view.search = st.text_input(
        _("Search"), key="search", placeholder=_("Search an assumption"),
        label_visibility="collapsed", icon=":material/search:",
    )  # fmt: skip
    st.toggle(_("Type exact values"), key="exact", value=view.exact, on_change=_type_exact)
    if view.search.strip():
        found = visible_fields(current)
        if not found:
            words.note(_(NOTHING_FOUND))
        for key in found:
            control(current, key)
        return
    for group, label in GROUPS.items():
        _group(current, group, label)


def _group(current: Session, group: str, label: str) -> None:
    is_open = current.view.open_group == group
    changed = current.changed(group)
    title = _(label)
    if changed:
        title = f"{title} · " + _n("{n} changed", "{n} changed", changed, n=changed)
    st.button(
        title, key=f"open.{group}", width="stretch",
        icon=":material/expand_more:" if is_open else ":material/chevron_right:",
        on_click=_open, args=("" if is_open else group,),
    )  # fmt: skip
    if not is_open:
        return
    for key in visible_fields(current):
        control(current, key)
    st.button(
        _("Reset {group}", group=_(label)), key=f"reset.{group}", icon=":material/restart_alt:",
        disabled=not changed, on_click=partial(_reset, f"{group}."), width="stretch",
    )  # fmt: skip


def _open(group: str) -> None:
    session().view.open_group = group


def _type_exact() -> None:
    current = session()
    current.view.exact = bool(st.session_state["exact"])
    current.typed.clear()


def _chosen(current: Session) -> None:
    """Six sliders in two rows of three, for the room to see."""
    for start in (0, 3):
        for place, key in zip(st.columns(3), current.view.chosen[start : start + 3], strict=False):
            with place:
                control(current, key)
