"""The set: a chip for each scenario, and what is done with them all."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.files.scenario_set import ScenarioSet, read_scenario_set, write_scenario_set
from crmroi.text import _
from crmroi.text.notice import first
from crmroi.ui import words
from crmroi.ui.actions import settings_alone
from crmroi.ui.compare.asked import starting_set
from crmroi.ui.comparing import FEWEST, MOST, Entry
from crmroi.ui.editing import WHAT_IF, done, edit
from crmroi.ui.session import session
from crmroi.ui.settings import MOST_PROBLEMS
from crmroi.ui.visit import Session

LONGEST_NAME = 40
_NUMBERED = re.compile(r"(?<=.) \d$")
"""What tells a copy from the scenario it was made of."""


def frame() -> DeltaGenerator:
    """Return the place of the page: what stands where in it is the stylesheet's to say."""
    return st.container(key="compare")


def head(current: Session) -> None:
    """Draw the chips and the actions; the first visit finds the ready-made set."""
    done(current)
    comparing = current.comparing
    if not comparing.entries:
        comparing.change(starting_set(current.scenario))
    with st.container(horizontal=True, vertical_alignment="center", key="compare-head"):
        with st.container(horizontal=True, key="compare-chips"):
            for place, entry in enumerate(comparing.entries):
                _chip(current, place, entry)
        with st.container(horizontal=True, key="compare-actions"):
            _add(current)
            _file(current)
            st.button(
                _("Undo"), key="compare.undo", icon=":material/undo:",
                help=_("Undo the last change of the set"), disabled=not comparing.can_undo,
                on_click=comparing.undo,
            )  # fmt: skip
            settings_alone(current)


def name_of(entry: Entry, place: int) -> str:
    """Return what a scenario is called; an unnamed one is counted."""
    return entry.scenario.name or _("Scenario {n}", n=place + 1)


def _chip(current: Session, place: int, entry: Entry) -> None:
    shown = words.plain(name_of(entry, place))
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
    others = [each for at, each in enumerate(comparing.entries) if at != place]
    comparing.put(place, _called(comparing.entries[place].scenario, typed, others))


def _called(scenario: Scenario, name: str, others: Sequence[Entry]) -> Scenario:
    """Return a scenario under a name that none of the others has."""
    taken = {each.scenario.name for each in others}
    bare = _NUMBERED.sub("", name)[: LONGEST_NAME - 2]
    names = [name, *(f"{bare} {number}" for number in range(2, MOST + 2))]
    free = next(each for each in names if not each or each not in taken)
    return scenario.model_copy(update={"name": free})


def _duplicate(place: int) -> None:
    comparing = session().comparing
    entry = comparing.entries[place]
    copy = _called(entry.scenario, name_of(entry, place), comparing.entries)
    comparing.add(Entry(copy, entry.scores), place + 1)
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
    case, entries = current.scenario, current.comparing.entries
    current.comparing.add(Entry(_called(case, case.name or _("Today’s case"), entries)))
    _close("compare.add")


def _again() -> None:
    current = session()
    current.comparing.change(starting_set(current.scenario))
    _close("compare.add")


def _close(key: str) -> None:
    st.session_state[key] = False


def _file(current: Session) -> None:
    menu = st.popover(_("Open or save"), key="compare.file", icon=":material/folder_open:",
                      on_change="rerun")  # fmt: skip
    if not menu.open:
        return
    comparing = current.comparing
    with menu:
        st.download_button(
            _("Save the set as a file"), lambda: written(current), "crmroi-scenarios.json",
            "application/json", key="compare.save", icon=":material/download:", width="stretch",
            on_click="ignore",
        )  # fmt: skip
        st.file_uploader(
            _("Open a set"), key=f"compare.open.{comparing.round}", type=["json"],
            max_upload_size=1, on_change=_open,
        )  # fmt: skip
        for problem in first(comparing.problems, MOST_PROBLEMS):
            words.error(problem.message)


def written(current: Session) -> str:
    """Return the set as a file."""
    comparing = current.comparing
    return write_scenario_set(
        ScenarioSet(
            tuple(entry.scenario for entry in comparing.entries),
            tuple(entry.scores for entry in comparing.entries),
            comparing.weights,
        )
    )


def _open() -> None:
    comparing = session().comparing
    upload = st.session_state[f"compare.open.{comparing.round}"]
    comparing.problems = ()
    if upload is None:
        return
    try:
        found = read_scenario_set(upload.getvalue())
    except ScenarioError as refused:
        comparing.problems = refused.problems
        return
    entries: list[Entry] = []
    for scenario, scores in zip(found.scenarios, found.scores, strict=True):
        entries.append(Entry(_called(scenario, scenario.name, entries), scores))
    comparing.take(entries, found.weights)
    comparing.pair = ("", "")
    comparing.round += 1
    _close("compare.file")
