"""What the page asks of the analyses: the case with its ranges, and what is kept of the answers.

The answers are of a scenario and nothing else, so that what one visitor asked may serve another.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from crmroi.analysis.goals import Goal
from crmroi.analysis.heat_map import HeatMap
from crmroi.analysis.heat_map import heat_map as _heat_map
from crmroi.analysis.ranges import drawn_case, number_of, starting_ranges, with_ranges
from crmroi.analysis.sceptic import Scepticism
from crmroi.analysis.sceptic import sceptic as _sceptic
from crmroi.analysis.sensitivity import Bar, Tornado
from crmroi.analysis.sensitivity import tornado as _tornado
from crmroi.analysis.solve import Solution
from crmroi.analysis.solve import must_be_true as _must_be_true
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import Triple
from crmroi.ui.visit import Session

_KEPT = 16


def ranges_of(scenario: Scenario) -> dict[str, Triple]:
    """Return low, likeliest and high of what is drawn: the likeliest is today's value.

    Of what is offered to be drawn but is certain, all three are.
    """
    drawn = drawn_case(scenario).uncertainty
    found = {}
    for key in dict.fromkeys([*starting_ranges(scenario), *drawn]):
        today = number_of(scenario, key)
        found[key] = drawn.get(key, (today, today, today))
    return found


def case_of(current: Session) -> Scenario:
    """Return the case with its ranges, without what changes no figure."""
    scenario = current.scenario
    drawn = with_ranges(scenario, ranges_of(scenario))
    return drawn.model_copy(update={"name": "", "notes": {}})


def is_stale(current: Session) -> bool:
    """Whether the figures shown are of a case before the last change."""
    shown = current.risks.simulation
    return shown is not None and shown.scenario != case_of(current)


@lru_cache(_KEPT)
def tornado(case: Scenario) -> Tornado:
    """Return the tornado of a case."""
    return _tornado(case)


@lru_cache(_KEPT)
def heat_map(case: Scenario, across: str, down: str) -> HeatMap:
    """Return the grid of two assumptions."""
    return _heat_map(case, across, down)


@lru_cache(_KEPT)
def sceptic(case: Scenario) -> Scepticism:
    """Return the case under each doubt."""
    return _sceptic(case)


@lru_cache(_KEPT)
def must_be_true(case: Scenario, goal: Goal) -> tuple[Solution, ...]:
    """Return what each of the assumptions in front must be."""
    return _must_be_true(case, goal)


def uncertain(ranges: Mapping[str, Triple]) -> list[str]:
    """Return the assumptions whose range has a width."""
    return [key for key, (low, _mode, high) in ranges.items() if low < high]


def bars_shown(current: Session) -> list[Bar]:
    """Return the bars of what is uncertain, or of every assumption, widest first."""
    case = case_of(current)
    chosen = set(uncertain(ranges_of(case)))
    return [bar for bar in tornado(case).bars if current.risks.every or bar.assumption in chosen]
