"""What moves the answer: each assumption alone at its low and at its high (the tornado)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crmroi.analysis.answers import Answer, answers
from crmroi.analysis.ranges import number_of, span
from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.entries import FORMAT


@dataclass(frozen=True)
class Bar:
    """One assumption at both ends of its range, all others as they are."""

    assumption: str
    low: float
    high: float
    at_low: Answer
    at_high: Answer

    @property
    def width(self) -> float:
        """How far apart the two NPVs lie."""
        return abs(self.at_high.npv - self.at_low.npv)


@dataclass(frozen=True)
class Tornado:
    """The bars of all numeric assumptions, widest first, around today's answer."""

    scenario: Scenario
    today: Answer
    bars: tuple[Bar, ...]
    model: str = FORMAT


def tornado(scenario: Scenario) -> Tornado:
    """Each numeric assumption at the ends of `ranges.span`; of equals the first declared first."""
    spans = {key: span(scenario, key) for key, item in assumptions().items() if item.numeric}
    cases = 2 * len(spans) + 1
    columns = {key: np.full(cases, number_of(scenario, key)) for key in spans}
    for at, (key, ends) in enumerate(spans.items()):
        columns[key][2 * at : 2 * at + 2] = ends
    *found, today = answers(columns, scenario)
    bars = [
        Bar(key, *ends, *found[2 * at : 2 * at + 2]) for at, (key, ends) in enumerate(spans.items())
    ]
    return Tornado(scenario, today, tuple(sorted(bars, key=lambda bar: -bar.width)))
