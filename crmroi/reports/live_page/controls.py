"""The sliders in front as data: the values that a thumb may stand at, and each one in words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from crmroi.assumptions import FRONT, Assumption, Scenario, assumptions
from crmroi.assumptions.plausibility import slider_range
from crmroi.model.values import field_name
from crmroi.text import show

MOST_STEPS = 400
"""A slider that was widened far beyond its plausible range takes longer steps."""


class Slider(NamedTuple):
    """One slider; `at` is the place of the case's own value among `values`."""

    key: str
    field: str
    values: tuple[float, ...]
    texts: tuple[str, ...]
    at: int


def sliders(scenario: Scenario) -> tuple[Slider, ...]:
    """The sliders of the assumptions in front, worded in the language spoken now."""
    return tuple(_slider(assumptions()[key], scenario) for key in FRONT)


def _slider(item: Assumption, scenario: Scenario) -> Slider:
    now = scenario.value(item.key)
    steps = sorted({*_steps(item, *slider_range(item, now)), float(now)})
    texts = tuple(show(value, item.unit, scenario.currency) for value in steps)
    return Slider(item.key, field_name(item.key), tuple(steps), texts, steps.index(float(now)))


def _steps(item: Assumption, low: float, high: float) -> list[float]:
    """From low to high in the declared step, or in the least round multiple that is few enough."""
    declared = Decimal(repr(item.step or 1))
    first, last = (Decimal(repr(float(end))) for end in (low, high))
    rounds = (Decimal(digit).scaleb(power) for power in range(16) for digit in (1, 2, 5))
    step = next(x * declared for x in rounds if (last - first) <= MOST_STEPS * x * declared)
    count = int((last - first) / step)
    return [float(first + number * step) for number in range(count + 1)] + [float(last)]
