"""Goals that a case can be asked to meet."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from crmroi.assumptions import ScenarioError
from crmroi.assumptions.written import as_written
from crmroi.model.arrays import Array, Mask
from crmroi.text import N_, Notice, Unit

Measured = Literal["npv", "roi", "break_even_month"]

_GOALS: Mapping[Measured, tuple[str, Unit]] = MappingProxyType(
    {
        "npv": (N_("Worth today (NPV) at or above a target"), Unit.MONEY),
        "roi": (N_("Return (ROI) at or above a target"), Unit.SHARE),
        "break_even_month": (N_("Pays for itself by a month"), Unit.MONTH),
    }
)
"""What each measure is asked for as, and the unit of its target."""


@dataclass(frozen=True)
class Goal:
    """A measure and its target: an amount and a rate are to reach it, a month not to pass it."""

    measure: Measured = "npv"
    target: float = 0.0

    @property
    def label(self) -> str:
        """What is asked for, a message."""
        return _GOALS[self.measure][0]

    @property
    def unit(self) -> Unit:
        """What the target counts."""
        return _GOALS[self.measure][1]

    def met(self, values: Array) -> Mask:
        """Where values of the measure meet the goal. NaN, which is no value, never does."""
        if self.measure == "break_even_month":
            return np.asarray(values <= self.target)
        return np.asarray(values >= self.target)


def goal_of(text: str) -> Goal:
    """The goal that "npv=0", "roi=0.5" or "break_even_month=24" names.

    Raises ScenarioError for anything else.
    """
    name, equals, value = text.partition("=")
    known = next((measure for measure in _GOALS if measure == name.strip()), None)
    try:
        target = float(value)
    except ValueError:
        target = math.nan
    by_month = known == "break_even_month"
    no_month = by_month and (target < 0 or target % 1 != 0)
    if known is None or not (equals and math.isfinite(target)) or no_month:
        template = N_(
            "{value} is not a goal. Enter npv=0, roi=0.5 or break_even_month=24, with a number of"
            " your own."
        )
        raise ScenarioError([Notice("goal", text, template, {"value": as_written(text)})])
    return Goal(known, target)
