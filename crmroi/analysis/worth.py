"""What intangibles would need to be worth to change the decision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crmroi.analysis.mistakes import parts
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model import finance
from crmroi.model.lines import LINE, LINES
from crmroi.model.projection import Projection


@dataclass(frozen=True)
class NeededWorth:
    """The yearly value of intangibles at which the NPV is `target`, as far as they are trusted.

    Above 0, it is what they must be worth to carry the case; below, what it would stand to lose.
    None where no value could change anything: they are not trusted at all, or come too late.
    """

    scenario: Scenario
    target: float
    npv_without: float
    """The NPV of cash and people's time."""
    stated_per_year: float
    """What the scenario says that they are worth, counted or not."""
    needed_per_year: float | None
    model: str = FORMAT


def needed_worth(projection: Projection, target: float = 0.0) -> NeededWorth:
    """What brand, employees and agility would need to be worth together, a year.

    `target` is the NPV that decides.
    """
    scenario = projection.scenario
    without = sum(part.npv for part in parts(projection) if part.kind != "intangible")
    stated = sum(
        getattr(scenario.gains, f"{line.name}_value_per_year")
        for line in LINES
        if line.kind == "intangible"
    )
    unit = scenario.gains.intangible_confidence * (1.0 - scenario.finance.gains_risk)
    unit *= _present_years(projection)
    needed = (target - without) / unit if unit > 0 else None
    return NeededWorth(scenario, target, without, stated, needed)


def _present_years(projection: Projection) -> float:
    """The years in which intangibles are gained, each counted as much as adopted and discounted."""
    series = {LINE[line.name].series for line in LINES if line.kind == "intangible"}
    (shape,) = series
    annual = np.array([projection.scenario.finance.discount_rate])
    monthly = projection.monthly[shape][:, None] / 12.0
    return float(finance.npv(monthly, finance.monthly_rate(annual))[0])
