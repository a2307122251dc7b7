"""How far an assumption may lie from today's value: the scenario's own range, else a plausible one.

A range is (low, likeliest, high) in the assumption's unit, as `Scenario.uncertainty` holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crmroi.assumptions import Assumption, Scenario, ScenarioError, assumptions
from crmroi.assumptions.entries import Triple
from crmroi.assumptions.unknown import unknown_key
from crmroi.text import N_, Label, Notice

UNKNOWN_GROUPS = ("adoption", "gains")
"""What nobody can know beforehand. A company's own figures, prices and how the case is counted are
known or chosen: their plausible ranges span companies of any size, not what can happen to one."""


def numeric(key: str) -> Assumption:
    """The assumption with this dotted name. Raises ScenarioError unless it holds a number."""
    item = assumptions().get(key)
    if item is None:
        raise ScenarioError([unknown_key(key, key)])
    if not item.numeric:
        template = N_(
            "{field} ({label}): the field holds no number that could be moved. Name another field."
        )
        words = {"field": key, "label": Label(item.label)}
        raise ScenarioError([Notice(key, None, template, words)])
    return item


def number_of(scenario: Scenario, key: str) -> float:
    """Today's value of a numeric assumption."""
    return float(scenario.value(numeric(key).key))


def whole(item: Assumption, value: float) -> float:
    """The value that the assumption can hold: whole numbers are rounded, half to even."""
    return float(round(value)) if item.kind == "whole" else float(value)


def span(scenario: Scenario, key: str) -> tuple[float, float]:
    """The low and the high of an assumption, widened to hold today's value."""
    item = numeric(key)
    today = number_of(scenario, key)
    low, _mode, high = scenario.uncertainty.get(key) or _plausible(item, today)
    return min(whole(item, low), today), max(whole(item, high), today)


def plausible_span(scenario: Scenario, key: str) -> tuple[float, float]:
    """The plausible low and high of an assumption, whatever range the scenario has for it."""
    return span(scenario.model_copy(update={"uncertainty": {}}), key)


def starting_ranges(scenario: Scenario, keys: Iterable[str] | None = None) -> dict[str, Triple]:
    """Ranges to start from, where today's value is the likeliest: the scenario's, else plausible.

    Without keys, those of the groups of which nothing can be known beforehand.
    """
    wanted = keys if keys is not None else _unknown()
    return {
        key: scenario.uncertainty.get(key) or _plausible(numeric(key), number_of(scenario, key))
        for key in wanted
    }


def with_ranges(scenario: Scenario, ranges: Mapping[str, Triple]) -> Scenario:
    """The scenario with these ranges and no others. Raises ScenarioError with every problem."""
    content = {"format": scenario.format, "uncertainty": dict(ranges)}
    checked = Scenario.from_mapping(content)
    return scenario.model_copy(update={"uncertainty": checked.uncertainty})


def around_today(scenario: Scenario) -> Scenario:
    """The scenario with today's values as the likeliest of its own ranges, widened to hold them.

    What was certain stays so, at today's value. A value may have moved since its range was given.
    """
    own = scenario.uncertainty
    return with_ranges(scenario, {key: _around(scenario, key, own[key]) for key in own})


def drawn_case(scenario: Scenario) -> Scenario:
    """The scenario with the ranges to draw it from: its own around today's values, else plausible.

    Its own tell all that is uncertain, as they do in a file.
    """
    ranges = scenario.uncertainty or starting_ranges(scenario)
    return around_today(with_ranges(scenario, ranges))


def _around(scenario: Scenario, key: str, range_: Triple) -> Triple:
    low, _mode, high = range_
    today = number_of(scenario, key)
    return (min(low, today), today, max(high, today)) if low < high else (today, today, today)


def _plausible(item: Assumption, today: float) -> Triple:
    low, high = item.plausible or (today, today)
    return min(low, today), today, max(high, today)


def _unknown() -> Iterable[str]:
    return (
        key for key, item in assumptions().items() if item.group in UNKNOWN_GROUPS and item.numeric
    )
