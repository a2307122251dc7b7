"""How the share of users who work in the CRM rises after go-live, and the three lags behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from crmroi.assumptions.groups.ranges import FIVE_YEARS_OF_MONTHS, LONGEST_HORIZON
from crmroi.model.arrays import SCRATCH, Array, Values, Workspace

_LONGEST = FIVE_YEARS_OF_MONTHS[1]
"""The most months that a go-live, a lag or a ramp may have."""

PHASES: Mapping[str, str | None] = MappingProxyType(
    {
        "adoption": None,
        "short": "short_term_lag_months",
        "medium": "medium_term_lag_months",
        "long": "long_term_lag_months",
    }
)
"""Each phase and the field of the lag at which it follows adoption."""


def _logistic(x: Array) -> Array:
    def sigmoid(x: Array | float) -> Array:
        return np.asarray(1.0 / (1.0 + np.exp(-10.0 * (np.asarray(x) - 0.5))))

    return (sigmoid(x) - sigmoid(0.0)) / (sigmoid(1.0) - sigmoid(0.0))


def _linear(x: Array) -> Array:
    return x


def _immediate(x: Array) -> Array:
    return np.ones_like(x)


CURVES: Mapping[str, Callable[[Array], Array]] = MappingProxyType(
    {"logistic": _logistic, "linear": _linear, "immediate": _immediate}
)
"""Share of the way to the target by the share of the ramp that is over, from 0 to 1."""


def ramp(months_live: Array, ramp_months: Array, curve: str) -> Array:
    """The share of the target reached, 0 … 1, so many months after go-live."""
    climbing = CURVES[curve](np.clip(months_live / np.maximum(ramp_months, 1), 0.0, 1.0))
    climbing = np.where(months_live >= ramp_months, 1.0, climbing)
    return np.where(months_live <= 0, 0.0, climbing)


_BEFORE = 2 * _LONGEST
"""A month may lie this long before the start of a phase, which is go-live and a lag away."""
_ROW = _BEFORE + 12 * LONGEST_HORIZON + 1
"""Places in a row of the table: months up to the last of the longest horizon after the start."""


@lru_cache(maxsize=1)
def _ramps() -> Array:
    """`ramp` of every curve, ramp and month, flat: to look up is cheaper than to compute."""
    months = np.arange(float(_ROW)) - _BEFORE
    ramps = np.arange(_LONGEST + 1.0)[:, None]
    return np.concatenate([ramp(months, ramps, curve).ravel() for curve in CURVES])


def phases(values: Values, target: Array, years: int, workspace: Workspace) -> dict[str, Array]:
    """Adoption and the three phases of months 1 … 12 × years: (years, 12, scenarios) each.

    `target` is the share of users once adopted, (years, 1, scenarios).
    """
    months = np.arange(1, 12 * years + 1).reshape(years, 12, 1)
    row = values["curve"] * (_LONGEST + 1) + values["ramp_months"]
    found = {}
    for name, lag in PHASES.items():
        delay = values["go_live_month"] + (values[lag] if lag else 0.0)
        start = (row * _ROW + _BEFORE - delay).astype(np.intp)
        shape = np.broadcast_shapes(months.shape, start.shape)
        place = np.add(months, start, out=workspace.whole("place", *shape))
        share = np.take(_ramps(), place, out=workspace.array(SCRATCH, *shape), mode="wrap")
        found[name] = np.multiply(share, target, out=workspace.like(name, share, target))
    return found
