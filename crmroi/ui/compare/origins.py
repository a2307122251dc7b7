"""Where the figures of the ready-made scenarios come from."""

from __future__ import annotations

import streamlit as st

from crmroi.assumptions import assumptions
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.text import _
from crmroi.text.phrases import listed
from crmroi.ui import words

_MOST = 12
"""Assumptions named one by one."""


def origins() -> None:
    """Draw what sets the ready-made scenarios apart, each difference with its source."""
    with st.container(key="compare-origins"):
        place = st.expander(
            _("What the ready-made scenarios take as typical"), key="origins.open",
            on_change="rerun", expanded=bool(st.session_state.get("origins.open")),
        )  # fmt: skip
        if not place.open:
            return
        with place:
            words.note(_(
                "They start from the case of the What-if page. What else they differ in is typical,"
                " not measured: change it for the offers that you have."
            ))  # fmt: skip
            words.table(
                [_("Scenario"), _("Assumption"), _("What is typical"), _("Source")], _rows()
            )


def _rows() -> list[list[str]]:
    """Return the differences; those that say the same stand together."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for solution in SOLUTIONS.values():
        for each in solution.differences:
            said = (_(solution.name), _(each.said), str(each.source))
            found.setdefault(said, []).append(_(assumptions()[each.key].label))
    return [
        [name, listed(labels) if len(labels) <= _MOST else _("Every cost and every gain"), *rest]
        for (name, *rest), labels in found.items()
    ]
