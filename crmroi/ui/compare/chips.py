"""The set: a chip for each scenario, and what is done with them all."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from crmroi.analysis.comparable import FEWEST, MOST
from crmroi.text import N_, _
from crmroi.ui import words
from crmroi.ui.actions import settings_alone
from crmroi.ui.compare.asked import starting_set
from crmroi.ui.compare.set_file import set_file
from crmroi.ui.comparing import LONGEST_NAME, Entry
from crmroi.ui.editing import WHAT_IF, done, edit
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def frame() -> DeltaGenerator:
    """Return the place of the page: what stands where in it is the stylesheet's to say."""
    return st.container(key="compare")


def head(current: Session) -> None:
    """Draw the chips and the actions; the first visit finds the ready-made set."""
    done(current)
    comparing = current.comparing
    if not comparing.entries:
        comparing.change(starting_set(current.scenario))
    comparing.speak()
    with st.container(horizontal=True, vertical_alignment="center", key="compare-head"):
        with st.container(horizontal=True, key="compare-chips"):
            for place, entry in enumerate(comparing.entries):
                _chip(current, place, entry)
        with st.container(horizontal=True, key="compare-actions"):
            _add(current)
            set_file(current)
            st.button(
                _("Undo"), key="compare.undo", icon=":material/undo:",
                help=_("Undo the last change of the set"), disabled=not comparing.can_undo,
                on_click=comparing.undo,
            )  # fmt: skip
            settings_alone(current)


def _chip(current: Session, place: int, entry: Entry) -> None:
    shown = words.plain(entry.scenario.name)
    with st.container(key=f"chip-{place}"):
        menu = st.popover(shown, key=f"compare.chip.{place}", on_change="rerun")
    if menu.open:
        with menu:
            _chip_menu(current, place, entry)


def _chip_menu(current: Session, place: int, entry: Entry) -> None:
    last = len(current.comparing.entries) - 1
    key = f"compare.name.{place}"
    st.session_state[key] = entry.scenario.name
    st.text_input(_("Name"), key=key, max_chars=LONGEST_NAME, on_change=_rename, args=(place,))
    if st.button(_("Edit in What-if"), key=f"compare.edit.{place}", icon=":material/tune:",
                 width="stretch"):  # fmt: skip
        edit(current, place)
        st.switch_page(WHAT_IF)
    for name, label, icon, off, args in (
        ("copy", _("Duplicate"), "content_copy", last + 1 >= MOST, ()),
        ("left", _("Move to the left"), "arrow_back", place == 0, (-1,)),
        ("right", _("Move to the right"), "arrow_forward", place == last, (1,)),
        ("remove", _("Remove"), "close", last + 1 <= FEWEST, ()),
    ):
        st.button(
            label, key=f"compare.{name}.{place}", icon=f":material/{icon}:", width="stretch",
            disabled=off, on_click=_ACTIONS[name], args=(place, *args),
        )  # fmt: skip


def _rename(place: int) -> None:
    comparing = session().comparing
    typed = st.session_state[f"compare.name.{place}"].strip()
    scenario = comparing.entries[place].scenario
    comparing.put(place, scenario.model_copy(update={"name": typed}))


def _duplicate(place: int) -> None:
    comparing = session().comparing
    comparing.add(comparing.entries[place], place + 1)
    _close_menus()


def _remove(place: int) -> None:
    session().comparing.remove(place)
    _close_menus()


def _move(place: int, by: int) -> None:
    session().comparing.move(place, by)
    _close_menus()


def _close_menus() -> None:
    """Chips have other places now: a menu left open would be another's."""
    for place in range(MOST):
        st.session_state[f"compare.chip.{place}"] = False


_ACTIONS: dict[str, Callable[..., None]] = {
    "copy": _duplicate,
    "left": _move,
    "right": _move,
    "remove": _remove,
}


def _add(current: Session) -> None:
    full = len(current.comparing.entries) >= MOST
    menu = st.popover(_("Add"), key="compare.add", icon=":material/add:", on_change="rerun")
    if not menu.open:
        return
    with menu:
        if full:
            words.note(_("A set has {most} scenarios at most: remove one first.", most=MOST))
        st.button(
            _("The case of the What-if page"), key="compare.add.case", width="stretch",
            disabled=full, on_click=_add_case,
        )  # fmt: skip
        st.button(
            _("Start again: custom, standard, doing nothing"), key="compare.again",
            width="stretch", on_click=_again,
            help=_("Three scenarios made from the case of the What-if page."),
        )  # fmt: skip


def _add_case() -> None:
    current = session()
    entry, unnamed = Entry(current.scenario), N_("Today’s case")
    current.comparing.add(entry if entry.scenario.name else entry.named(_(unnamed), unnamed))
    st.session_state["compare.add"] = False


def _again() -> None:
    current = session()
    current.comparing.change(starting_set(current.scenario))
    current.comparing.typed.clear()
    st.session_state["compare.add"] = False
