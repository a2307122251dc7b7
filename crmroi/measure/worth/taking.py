"""Measured values taken over into a scenario, the interval of each as its uncertainty."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.assumptions import Scenario, assumptions
from crmroi.measure.results import Measured

Triple = tuple[float, float, float]


def take_over(scenario: Scenario, values: Mapping[str, Measured]) -> Scenario:
    """The scenario with measured values in the place of its own.

    Raises ScenarioError with every value that the model does not accept.
    """
    changed = scenario.with_values({key: taken(value) for key, value in values.items()})
    ranges = {key: _range(value) for key, value in values.items() if value.interval is not None}
    return changed.model_copy(update={"uncertainty": {**scenario.uncertainty, **ranges}})


def taken(value: Measured) -> float:
    """The number that is taken over: a whole one where the assumption counts whole things."""
    return float(round(value.value)) if assumptions()[value.key].kind == "whole" else value.value


def _range(value: Measured) -> Triple:
    """Low, likeliest, high; an interval may reach where no share can be, its ends may not."""
    lowest, highest = assumptions()[value.key].allowed or (-float("inf"), float("inf"))
    low, high = value.interval or (value.value, value.value)
    inside = [min(max(end, lowest), highest) for end in (low, high)]
    likeliest = taken(value)
    return (min(inside[0], likeliest), likeliest, max(inside[1], likeliest))
