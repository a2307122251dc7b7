"""The cost of waiting: the whole case some months later, as long, is worth less today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crmroi.analysis.answers import answer_of
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model.projection import Projection

MONTHS = (1, 3, 6, 12)


@dataclass(frozen=True)
class Waiting:
    """What waiting costs in today's money, by the months waited; negative for a bad case."""

    scenario: Scenario
    npv: float
    costs: tuple[tuple[int, float], ...]
    model: str = FORMAT


def cost_of_waiting(projection: Projection, months: Sequence[int] = MONTHS) -> Waiting:
    """NPV × (1 − (1 + i)^−d) for each number d of months, i the monthly discount rate."""
    scenario, npv = projection.scenario, answer_of(projection).npv
    a_year_on = 1.0 + scenario.finance.discount_rate
    costs = tuple((waited, npv * (1.0 - a_year_on ** (-waited / 12))) for waited in months)
    return Waiting(scenario, npv, costs)
