"""What must be true, in words: “Users who work in it must reach 52%”.

A value is rounded to the step of its slider, always inwards: put back, it meets the goal.
"""

from __future__ import annotations

import math

from crmroi.analysis.ranges import numeric
from crmroi.analysis.solve import Interval, Solution
from crmroi.assumptions import Assumption
from crmroi.text import N_, Label, Notice, Quantity, Unit

FINEST = 5
"""How many times a step is divided by ten where none lies within the interval."""


def rounded(solution: Solution) -> float | None:
    """The edge nearest today's value, rounded so that it still meets the goal; None for no edge."""
    if solution.value is None:
        return None
    interval = _of(solution)
    return _inwards(solution, solution.value, interval)


def sentence(solution: Solution) -> Notice:
    """What must be true of the assumption for the goal to be met."""
    item = numeric(solution.assumption)
    words: dict[str, object] = {"label": Label(item.label)}
    if solution.status != "value":
        template = _ALWAYS if solution.status == "always" else _NEVER
        return Notice(item.key, None, template, words)
    interval = _of(solution)
    least, most = item.allowed or (-math.inf, math.inf)
    ends = [_inwards(solution, end, interval) for end in interval]
    low, high = (Quantity(end, item.unit, solution.scenario.currency) for end in ends)
    at_least = _STAYS if interval[0] <= solution.today <= interval[1] else _AT_LEAST
    if _as_good_as(item, interval[1], most):
        template = _AT_MOST if _shown_upside_down(item, ends[0]) else at_least
        return Notice(item.key, ends[0], template, {**words, "value": low})
    if _as_good_as(item, interval[0], least):
        template = at_least if _shown_upside_down(item, ends[1]) else _AT_MOST
        return Notice(item.key, ends[1], template, {**words, "value": high})
    return Notice(item.key, solution.value, _BETWEEN, {**words, "low": low, "high": high})


_AT_LEAST = N_("{label} must reach {value}.")
_STAYS = N_("{label} must stay at {value} at least.")
_AT_MOST = N_("{label} may reach {value} at most.")
_BETWEEN = N_("{label} must lie from {low} to {high}.")
_ALWAYS = N_("{label} may be anything: the goal is met at every value.")
_NEVER = N_("{label} cannot do it alone: the goal is met at no value.")


def _as_good_as(item: Assumption, end: float, bound: float) -> bool:
    """Whether an interval goes on to where the allowed values end.

    At that very value there may be nothing to meet a goal: without any cost there is no return.
    """
    finest: float = (item.step or 1.0) / 10**FINEST
    return abs(end - bound) < finest


def _shown_upside_down(item: Assumption, end: float) -> bool:
    """Whether an end is shown as its opposite: a reduction below 0 is a rise, "+8%"."""
    return item.unit is Unit.REDUCTION and end < 0


def _of(solution: Solution) -> Interval:
    """The interval that the value is an edge of."""
    return next(interval for interval in solution.holds if solution.value in interval)


def _inwards(solution: Solution, end: float, interval: Interval) -> float:
    item = numeric(solution.assumption)
    if end in (item.allowed or ()) or item.kind == "whole":
        return end
    rising = end == interval[0]
    for finer in range(FINEST):
        step = (item.step or 1.0) / 10**finer
        nearest = math.floor(end / step), math.ceil(end / step)
        for count in nearest if rising else nearest[::-1]:
            value = round(float(count * step), 12)
            if interval[0] <= value <= interval[1]:
                return value
    return end
