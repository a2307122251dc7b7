"""What the page asks of the analyses."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from crmroi.analysis.comparison import Comparison, compare
from crmroi.assumptions import Scenario, ScenarioError
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.text import _
from crmroi.ui import words
from crmroi.ui.comparing import Entry
from crmroi.ui.session import session
from crmroi.ui.visit import Session

STARTING_SCORES = {
    "custom": {"fit": 5.0, "scalability": 4.0, "time_to_deploy": 2.0, "support": 3.0},
    "standard": {"fit": 3.0, "scalability": 4.0, "time_to_deploy": 4.0, "support": 4.0},
    "nothing": {"fit": 1.0, "scalability": 1.0, "time_to_deploy": 5.0, "support": 2.0},
}
"""What the solutions of the starting set are scored by hand: an own estimate."""


def starting_set(case: Scenario) -> list[Entry]:
    """Return the ready-made scenarios of a case."""
    return [
        Entry(solution.of(case), STARTING_SCORES[name], solution.name)
        for name, solution in SOLUTIONS.items()
    ]


def compared(current: Session) -> Comparison | None:
    """Return the set compared; None, and why on the page, where it cannot be."""
    scenarios = tuple(entry.scenario for entry in current.comparing.entries)
    kept = current.comparing.compared
    if kept is not None and kept.scenarios == scenarios:
        return kept
    try:
        found = compare(scenarios)
    except ScenarioError as refused:
        for problem in refused.problems:
            words.error(problem.message)
        if len({scenario.currency for scenario in scenarios}) > 1:
            _offer_one_currency(scenarios[0].currency)
        return None
    current.comparing.compared = found
    return found


def _offer_one_currency(currency: str) -> None:
    st.button(
        _("Count all in {currency}; no amount is converted", currency=currency),
        key="compare.currency", on_click=_one_currency,
    )  # fmt: skip


def _one_currency() -> None:
    comparing = session().comparing
    first = {"currency": comparing.entries[0].scenario.currency}
    comparing.change(
        [replace(each, scenario=each.scenario.model_copy(update=first))
         for each in comparing.entries]
    )  # fmt: skip
