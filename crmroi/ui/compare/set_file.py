"""The set as one file: saved, and opened again."""

from __future__ import annotations

import streamlit as st

from crmroi.analysis.ranges import around_today
from crmroi.files.scenario_set import ScenarioSet, read_scenario_set, write_scenario_set
from crmroi.text import _
from crmroi.ui.comparing import Entry
from crmroi.ui.opening import MOST_TAKEN, opened, why_refused
from crmroi.ui.session import session
from crmroi.ui.visit import Session


def set_file(current: Session) -> None:
    """Draw the menu: the set saved as a file, another opened."""
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
            _("Open a set"), key=f"compare.open.{comparing.round}", max_upload_size=MOST_TAKEN,
            on_change=_open,
        )  # fmt: skip
        why_refused(comparing.problems)


def written(current: Session) -> str:
    """Return the set as a file."""
    comparing = current.comparing
    return write_scenario_set(
        ScenarioSet(
            tuple(around_today(entry.scenario) for entry in comparing.entries),
            tuple(entry.scores for entry in comparing.entries),
            comparing.weights,
        )
    )


def _open() -> None:
    comparing = session().comparing
    key = f"compare.open.{comparing.round}"
    found, comparing.problems = opened(key, read_scenario_set)
    if found is None:
        return
    comparing.take(list(map(Entry, found.scenarios, found.scores)), found.weights)
    comparing.typed.clear()
    comparing.pair = ("", "")
    comparing.round += 1
    st.session_state["compare.file"] = False
