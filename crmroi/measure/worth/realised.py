"""The realised ROI: what came back since the go-live, against what would have come without it.

contribution = margin × (revenue − counterfactual) + (counterfactual − actual) of returns costs and
of handling time × hourly cost, over the whole months since go-live. The counterfactual is the mean
before (simple) or the regression without its step (adjusted). Handling time is that of each ticket
times the tickets there were: more tickets are no loss of the CRM's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from crmroi.measure.change.comparison import Comparison
from crmroi.measure.change.line import Line
from crmroi.measure.change.mixture import Interval
from crmroi.measure.change.simple import Mean, mean_of
from crmroi.measure.results import Options, Realised, Return
from crmroi.measure.worth.spending import Spending, spending
from crmroi.text import N_, Notice

_MINUTES = 60


@dataclass(frozen=True)
class _Part:
    """A part of the contribution: its KPI, and what one more of it in a month is worth.

    `each_record` says whether that is for every record of the month.
    """

    name: str
    kpi: str
    worth: float
    each_record: bool = False


@dataclass(frozen=True)
class _Found:
    """A part's contribution, and how far it may lie from that."""

    amount: float
    interval: Interval | None


def realised(comparison: Comparison) -> Realised:
    """The realised ROI with both counterfactuals."""
    options = comparison.options
    margin = margin_of(options)
    parts = [part for part in _parts(options, margin) if _live(comparison, part.kpi)]
    live = _live(comparison, parts[0].kpi) if parts else ()
    reason = _reason(comparison, margin, live)
    if reason is not None:
        nothing = Return(None, None, None, reason=reason)
        return Realised(0, None, "", nothing, nothing, reason)
    spent = spending(comparison, live[-1])
    simple, adjusted = (
        _return(_contributions(comparison, parts, live, adjusted=adjusted), spent)
        for adjusted in (False, True)
    )
    return Realised(len(live), spent.amount, spent.source, simple, adjusted, spent.remark)


def margin_of(options: Options) -> float | None:
    """The gross margin: as told, else the scenario's."""
    if options.margin is not None:
        return options.margin
    return None if options.scenario is None else options.scenario.business.gross_margin


def _parts(options: Options, margin: float | None) -> list[_Part]:
    """The parts that money can be put on; revenue first, whose months then count for all."""
    found = [] if margin is None else [_Part("revenue", "revenue", margin)]
    found.append(_Part("returns", "returns_cost_per_month", -1.0))
    if options.scenario is not None:
        minute = options.scenario.team.hourly_cost / _MINUTES
        found.append(_Part("handling", "handling_minutes_mean", -minute, each_record=True))
    return found


def _live(comparison: Comparison, kpi: str) -> tuple[str, ...]:
    """The whole months since go-live, of a KPI that has a month before it as well."""
    sides = comparison.sides(kpi)
    return sides.live if sides.before and comparison.months(kpi) else ()


def _reason(comparison: Comparison, margin: float | None, live: tuple[str, ...]) -> Notice | None:
    """Why nothing is realised."""
    if live:
        return None
    window = comparison.sides("revenue")
    if comparison.months("revenue") and margin is None:
        return Notice("", None, _NO_MARGIN)
    return window.reason or Notice("", None, _NOTHING)


def _contributions(
    comparison: Comparison, parts: list[_Part], live: tuple[str, ...], *, adjusted: bool
) -> Mapping[str, _Found | Notice]:
    """Each part's contribution, or why it has none."""
    found: dict[str, _Found | Notice] = {}
    for part in parts:
        level = comparison.line(part.kpi) if adjusted else _mean_before(comparison, part)
        if isinstance(level, Notice):
            found[part.name] = level
            continue
        actual, factors = _actual(comparison, part, live)
        without, (low, high) = _without(level, factors)
        ends = sorted((part.worth * (actual - low), part.worth * (actual - high)))
        sure = math.isfinite(low) and math.isfinite(high)
        found[part.name] = _Found(
            part.worth * (actual - without), (ends[0], ends[1]) if sure else None
        )
    return found


def _actual(
    comparison: Comparison, part: _Part, live: tuple[str, ...]
) -> tuple[float, dict[str, float]]:
    """What there was of a part since go-live, and how much each month's level counts."""
    monthly = comparison.months(part.kpi)
    own = {month for month in _live(comparison, part.kpi) if month in live}
    total, factors = 0.0, {}
    if monthly is not None:
        for month, value, n in zip(monthly.months, monthly.values, monthly.n, strict=True):
            if month in own and value is not None:
                factors[month] = float(n) if part.each_record else 1.0
                total += factors[month] * value
    return total, factors


def _mean_before(comparison: Comparison, part: _Part) -> Mean | Notice:
    """The mean month of the window before the go-live."""
    monthly, before = comparison.months(part.kpi), comparison.sides(part.kpi).before
    rows = (
        []
        if monthly is None
        else [
            (value, n)
            for month, value, n in zip(monthly.months, monthly.values, monthly.n, strict=True)
            if month in before and value is not None
        ]
    )
    if not rows:
        return Notice("", None, _NOTHING)
    values = np.array([value for value, _n in rows])
    weights = np.array([float(max(n, 1)) if part.each_record else 1.0 for _value, n in rows])
    return mean_of(values, weights)


def _without(level: Line | Mean, factors: Mapping[str, float]) -> tuple[float, Interval]:
    """Σ factor × level without the CRM, and its interval: infinite where it is not known."""
    if isinstance(level, Line):
        return level.total(factors) if factors else (0.0, (0.0, 0.0))
    total = sum(factors.values())
    low, high = level.interval() or (-math.inf, math.inf)
    return total * level.value, (total * low, total * high)


def _return(parts: Mapping[str, _Found | Notice], spent: Spending) -> Return:
    """The parts together. What they may be off adds up in squares: they err independently."""
    found = {name: part for name, part in parts.items() if isinstance(part, _Found)}
    reasons = [part for part in parts.values() if isinstance(part, Notice)]
    if not found or isinstance(next(iter(parts.values())), Notice):
        return Return(None, None, None, reason=reasons[0] if reasons else None)
    contribution = sum(part.amount for part in found.values())
    amounts = {name: part.amount for name, part in found.items()}
    if not spent.amount:
        reason = spent.remark or Notice("", None, _FREE)
        return Return(contribution, None, None, amounts, reason)
    roi = (contribution - spent.amount) / spent.amount
    interval = None
    ends = [(part.amount, part.interval) for part in found.values() if part.interval is not None]
    if len(ends) == len(found):
        below, above = (
            math.sqrt(sum((amount - interval[end]) ** 2 for amount, interval in ends))
            for end in (0, 1)
        )
        interval = (roi - below / spent.amount, roi + above / spent.amount)
    return Return(contribution, roi, interval, amounts, reasons[0] if reasons else None)


_NO_MARGIN = N_(
    "What additional revenue is worth depends on the gross margin. State it, or take a scenario "
    "that holds it."
)
_NOTHING = N_(
    "No revenue, returns costs or handling time is measured on both sides of the go-live, so what "
    "came back cannot be told. Add orders or deals from before and after it."
)
_FREE = N_("Nothing was spent, so there is no return on it.")
