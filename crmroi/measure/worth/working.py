"""How much the CRM was used over some months: what a measured change is divided by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from crmroi.assumptions import Scenario
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.windows import month_at, month_of, ordinal
from crmroi.measure.worth.spending import months_live
from crmroi.model.adoption import PHASES, ramp

ADOPTION = "adoption_rate"


def mean_adoption(comparison: Comparison, months: Sequence[str], phase: str) -> float | None:
    """The mean share of users at work, as late as a phase follows it; None where unknown.

    `phase` is the model's: short, medium or long. Measured where the users are, else the
    scenario's curve. Before the go-live it is 0.
    """
    go_live = comparison.options.go_live
    if go_live is None or not months:
        return None
    scenario = comparison.options.scenario or Scenario()
    lag = int(getattr(scenario.gains, PHASES[phase] or ""))
    measured = measured_adoption(comparison)
    if not measured:
        return _planned(scenario, go_live, months, lag)
    start, last = month_of(go_live), max(measured)
    shares = []
    for month in months:
        worked = month_at(ordinal(month) - lag)
        if worked <= last:
            shares.append(measured.get(worked, 0.0) if worked >= start else 0.0)
    return float(np.mean(shares)) if shares else None


def measured_adoption(comparison: Comparison) -> dict[str, float]:
    """The share of licensed users at work in each month since go-live; empty where not known."""
    found, go_live = comparison.months(ADOPTION), comparison.options.go_live
    if found is None or go_live is None:
        return {}
    rows = zip(found.months, found.values, strict=True)
    start = month_of(go_live)
    return {month: value for month, value in rows if value is not None and month >= start}


def _planned(scenario: Scenario, go_live: date, months: Sequence[str], lag: int) -> float:
    adoption = scenario.adoption
    since = np.array([months_live(go_live, month) - lag for month in months], dtype=np.float64)
    shares = ramp(since, np.array(float(adoption.ramp_months)), adoption.curve)
    return float(adoption.target_rate * shares.mean())
