"""What the page asks of the analyses, and what is kept of the answers."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from crmroi.analysis.comparison import Comparison, Member
from crmroi.analysis.comparison import compare as _compare
from crmroi.analysis.difference import Difference
from crmroi.analysis.difference import difference as _difference
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
    return [Entry(solution.of(case), STARTING_SCORES[name]) for name, solution in SOLUTIONS.items()]


def compared(current: Session) -> Comparison | None:
    """Return the set compared; None, and why on the page, where it cannot be."""
    scenarios = tuple(entry.scenario for entry in current.comparing.entries)
    try:
        return _compared(scenarios)
    except ScenarioError as refused:
        for problem in refused.problems:
            words.error(problem.message)
    currency = scenarios[0].currency
    st.button(
        _("Count all in {currency}; no amount is converted", currency=currency),
        key="compare.currency", on_click=_one_currency,
    )  # fmt: skip
    return None


@lru_cache(8)
def _compared(scenarios: tuple[Scenario, ...]) -> Comparison:
    return _compare(scenarios)


@lru_cache(16)
def _differing(worse: Scenario, better: Scenario) -> Difference:
    first, second = _compare((worse, better)).members
    return _difference(first.projection, second.projection)


def differing(worse: Member, better: Member) -> Difference:
    """Return what leads from one scenario's worth to the other's."""
    return _differing(worse.scenario, better.scenario)


def _one_currency() -> None:
    comparing = session().comparing
    first = {"currency": comparing.entries[0].scenario.currency}
    comparing.change(
        [replace(each, scenario=each.scenario.model_copy(update=first))
         for each in comparing.entries]
    )  # fmt: skip
