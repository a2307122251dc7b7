"""Measured changes as the model's gains: divided by how much the CRM was used meanwhile.

The model multiplies a gain by adoption, so that a change seen at 60 % of adoption was made by a
gain two thirds larger. Elapsed time fills nothing (it is no work), nor does the acquisition cost
(it is in the conversion already).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from crmroi.assumptions import assumptions
from crmroi.measure.change.before_after import compared
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.change.mixture import Interval
from crmroi.measure.change.simple import mean_of
from crmroi.measure.change.verdicts import FEWEST_MONTHS
from crmroi.measure.results import Measured
from crmroi.measure.worth.working import ADOPTION, mean_adoption, measured_adoption
from crmroi.text import N_, Notice, Quantity, Unit

_LEAST_ADOPTION = 0.05
"""Below it a change is divided by next to nothing."""
_PLATEAU = 3
"""The last whole months: what adoption has come to."""
_YEAR = 12
_NORMAL = 1.959964


@dataclass(frozen=True)
class _Gain:
    """A gain, the KPI that shows it, the sign of the change that is good, the phase it follows."""

    key: str
    kpi: str
    sign: int
    phase: str


@dataclass(frozen=True)
class _Change:
    """A relative change, its interval, the records behind it, and what to know of it."""

    value: float
    interval: Interval
    n: int
    months: tuple[str, ...]
    remark: Notice | None = None


_REPEAT = "repeat_orders_per_customer_per_year"
_GAINS = (
    _Gain("gains.conversion_uplift", "lead_conversion_rate", 1, "medium"),
    _Gain("gains.order_value_uplift", "average_order_value", 1, "medium"),
    _Gain("gains.repeat_order_uplift", _REPEAT, 1, "long"),
    _Gain("gains.returns_reduction", "returns_cost_per_month", -1, "long"),
    _Gain("gains.handling_time_reduction", "handling_minutes_mean", -1, "short"),
)
_RETENTION = ("customers.retention_rate", "retention_rate")
"""The first that both sides of the go-live have: the end of a customer is surer than a silence."""
_CHURN = _Gain("gains.churn_reduction", "", -1, "long")


def uplifts(comparison: Comparison) -> tuple[dict[str, Measured], tuple[Notice, ...]]:
    """What was measured of `gains` and of `adoption`, by key, and why some of it is not there."""
    found: dict[str, Measured] = {}
    remarks = []
    for gain, change in _changes(comparison):
        measured = _uplift(comparison, gain, change)
        if isinstance(measured, Notice):
            remarks.append(measured)
        else:
            found[gain.key] = measured
    target = _target(comparison)
    if target is not None:
        found[target.key] = target
    return found, tuple(remarks)


def _changes(comparison: Comparison) -> Iterator[tuple[_Gain, _Change]]:
    for gain in _GAINS:
        change = _relative(comparison, gain.kpi)
        if change is not None:
            yield gain, change
    churn = _churn(comparison)
    if churn is not None:
        yield _CHURN, churn


def _relative(comparison: Comparison, kpi: str) -> _Change | None:
    """The relative change of a KPI, adjusted where it could be; None where none has an interval."""
    both = compared(comparison, kpi)
    after = comparison.sides(kpi).after
    n = both.n_before + both.n_after
    fitted = both.adjusted
    remark = Notice("", None, _SHORT) if len(after) < FEWEST_MONTHS else None
    if kpi == _REPEAT and _is_young(comparison):
        remark = Notice("", None, _YOUNG)
    if fitted.change_relative is not None and fitted.interval_relative is not None:
        return _Change(fitted.change_relative, fitted.interval_relative, n, after, remark)
    if both.change_relative is not None and both.interval_relative is not None:
        simple = remark or Notice("", None, _SIMPLE)
        return _Change(both.change_relative, both.interval_relative, n, after, simple)
    return None


def _is_young(comparison: Comparison) -> bool:
    """Whether the comparison begins in the first year of the orders, and no record is older."""
    whole, before = comparison.whole(_REPEAT), comparison.sides(_REPEAT).before
    orders, starts = (comparison.source.days(name) for name in ("orders", "new_customers"))
    recorded = bool(orders and starts) and starts[0] < orders[0]
    return not recorded and bool(before) and before[0] in whole[:_YEAR]


def _churn(comparison: Comparison) -> _Change | None:
    """(1 − retention after) ÷ (1 − retention before) − 1, over equal spans."""
    for name in (name for name in _RETENTION if name in comparison.known):
        window = comparison.sides(name).window
        if window is None:
            continue
        before = comparison.value(window.before, name)
        after = comparison.value(window.after, name)
        if before.value is None or after.value is None or not 0 <= before.value < 1:
            continue
        lost, still = 1 - before.value, 1 - after.value
        if not (before.n and after.n and 0 < still < 1 and lost < 1):
            continue
        # Of the logarithm of a ratio of two shares: each share's own error ÷ the share, squared.
        error = math.sqrt(before.value / (lost * before.n) + after.value / (still * after.n))
        ratio, factor = still / lost, math.exp(_NORMAL * error)
        ends = (ratio / factor - 1, ratio * factor - 1)
        sides = comparison.sides(name)
        simple = Notice("", None, _SIMPLE)
        return _Change(ratio - 1, ends, before.n + after.n, sides.after, simple)
    return None


def _uplift(comparison: Comparison, gain: _Gain, change: _Change) -> Measured | Notice:
    adoption = mean_adoption(comparison, change.months, gain.phase)
    if adoption is None or adoption < _LEAST_ADOPTION:
        return Notice(gain.key, adoption, _UNUSED, {"share": Quantity(adoption or 0.0, Unit.SHARE)})
    factor = gain.sign / adoption
    ends = sorted(factor * end for end in change.interval)
    value = Measured(gain.key, factor * change.value, change.n, (ends[0], ends[1]), change.remark)
    return _within(value)


def _within(measured: Measured) -> Measured:
    """The nearest value that the model takes: a loss where it only knows gains is no gain."""
    item = assumptions()[measured.key]
    low, high = item.allowed or (-math.inf, math.inf)
    inside = min(max(measured.value, low), high)
    if inside == measured.value:
        return measured
    values = {
        "measured": Quantity(round(measured.value, 2), item.unit),
        "taken": Quantity(inside, item.unit),
    }
    return replace(
        measured, value=inside, remark=Notice(measured.key, measured.value, _OUTSIDE, values)
    )


def _target(comparison: Comparison) -> Measured | None:
    """Adoption as it has come to be: the mean of the last whole months since go-live."""
    measured = measured_adoption(comparison)
    live = [month for month in comparison.sides(ADOPTION).live if month in measured][-_PLATEAU:]
    if not live:
        return None
    mean = mean_of(np.array([measured[month] for month in live]), np.ones(len(live)))
    value = min(max(mean.value, 0.0), 1.0)
    remark = Notice("adoption.target_rate", len(live), _LAST_MONTHS)
    return Measured("adoption.target_rate", value, len(live), mean.interval(), remark)


_YOUNG = N_(
    "In the first year of the orders, repeat orders of earlier customers look like first ones, so "
    "the months before look poorer. Add older orders."
)
_SIMPLE = N_("Not adjusted for trend and season.")
_SHORT = N_("Measured on fewer than 6 whole months a side: too short to tell.")
_UNUSED = N_(
    "Too few worked in the CRM long enough before the months measured ({share} on average) to say "
    "what it brings at full adoption. Measure again later."
)
_OUTSIDE = N_("Measured: {measured}. The nearest that the model takes is {taken}.")
_LAST_MONTHS = N_("The mean of the last whole months.")
