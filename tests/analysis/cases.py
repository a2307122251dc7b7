"""Scenarios of which something is uncertain."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from crmroi.analysis.ranges import with_ranges
from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.entries import Triple
from tests.model.scenarios import EVERYTHING_ON, value_of

RANGES: dict[str, Triple] = {
    "adoption.go_live_month": (0, 3, 12),
    "adoption.target_rate": (0.3, 0.75, 0.9),
    "gains.conversion_uplift": (-0.05, 0.05, 0.2),
    "costs.custom_development": (5_000, 10_000, 60_000),
}
UNCERTAIN = with_ranges(EVERYTHING_ON, RANGES)
"""Four assumptions uncertain, one of them whole."""

NUMERIC = [item for item in assumptions().values() if item.numeric]


@st.composite
def ranges(draw: st.DrawFn) -> dict[str, Triple]:
    """Ranges of a few numeric assumptions inside their plausible ones, the horizon included."""
    items = draw(st.lists(st.sampled_from(NUMERIC), min_size=1, max_size=6, unique=True))
    found = {}
    for item in items:
        several: list[Any] = sorted(draw(value_of(item)) for _ in range(3))
        found[item.key] = tuple(several)
    return found


def with_pairs(scenario: Scenario, *pairs: tuple[str, str, float]) -> Scenario:
    """The scenario with these rank correlations."""
    return scenario.model_copy(update={"correlation": pairs})
