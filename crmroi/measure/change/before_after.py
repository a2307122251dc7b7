"""Every KPI before and after the go-live: the simple change beside the adjusted one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crmroi.measure.change import simple
from crmroi.measure.change.adjusted import adjusted
from crmroi.measure.change.comparison import NO_MONTHS, Comparison, weighted
from crmroi.measure.change.mixture import Interval
from crmroi.measure.change.simple import Mean
from crmroi.measure.change.verdicts import verdict
from crmroi.measure.kpis import Kpi
from crmroi.measure.results import Adjusted, BeforeAfter, Months, Value
from crmroi.measure.windows import Sides
from crmroi.text import Notice


def before_after(comparison: Comparison, names: Sequence[str]) -> dict[str, BeforeAfter]:
    """These KPIs compared, by name."""
    return {name: compared(comparison, name) for name in names}


def compared(comparison: Comparison, name: str) -> BeforeAfter:
    """One KPI on both sides of the go-live."""
    found = comparison.sides(name)
    if found.window is None:
        return _not_compared(comparison.lacking(name) or found.reason)
    before = comparison.value(found.window.before, name)
    after = comparison.value(found.window.after, name)
    monthly = comparison.months(name)
    means = None if monthly is None else _means(monthly, found, comparison.kpi(name))
    return _compared(comparison, name, (before, after), means)


def _compared(
    comparison: Comparison,
    name: str,
    values: tuple[Value, Value],
    means: tuple[Mean, Mean] | None,
) -> BeforeAfter:
    kpi, found = comparison.kpi(name), comparison.sides(name)
    before, after = values
    by_month = kpi.per_month and means is not None
    levels = (means[0].value, means[1].value) if by_month and means else (before.value, after.value)
    if means is not None:
        means = means[0].at(levels[0]), means[1].at(levels[1])
    change, relative, interval, interval_relative = _changes(levels, means)
    fitted = _adjusted(comparison, name)
    controlled = _controlled(comparison, name)
    shown = interval if fitted.interval is None else fitted.interval
    seen = min((mean.freedom + 1 for mean in means), default=0) if means else 0
    return BeforeAfter(
        before=before.value,
        after=after.value,
        n_before=before.n,
        n_after=after.n,
        window=found.window,
        per_month=kpi.per_month,
        before_per_month=levels[0] if by_month else None,
        after_per_month=levels[1] if by_month else None,
        change=change,
        change_relative=relative,
        interval=interval,
        interval_relative=interval_relative,
        adjusted=fitted,
        controlled=controlled,
        verdict=verdict(kpi.better, shown, seen),
        reason=before.reason or after.reason or _reason(change, means),
    )


def _changes(
    levels: tuple[float | None, float | None], means: tuple[Mean, Mean] | None
) -> tuple[float | None, float | None, Interval | None, Interval | None]:
    """The change, absolute and relative, and both intervals."""
    before, after = levels
    if before is None or after is None:
        return None, None, None, None
    change = after - before
    relative = change / before if before > 0 else None
    if means is None:
        return change, relative, None, None
    ends = simple.difference(*means, change)
    return change, relative, ends, simple.relative(*means, (before, after))


def _means(monthly: Months, found: Sides, kpi: Kpi) -> tuple[Mean, Mean] | None:
    """The mean month of both sides; None where a side has no month with a value."""
    rows = zip(monthly.months, monthly.values, monthly.n, strict=True)
    seen = {month: (value, n) for month, value, n in rows if value is not None}
    both = [
        [seen[month] for month in side if month in seen] for side in (found.before, found.after)
    ]
    if not all(both):
        return None
    before, after = (
        simple.mean_of(
            np.array([value for value, _n in side]),
            np.array([max(n, 1) if weighted(kpi) else 1.0 for _value, n in side]),
        )
        for side in both
    )
    return before, after


def _adjusted(comparison: Comparison, name: str) -> Adjusted:
    line = comparison.line(name)
    if isinstance(line, Notice):
        return Adjusted(reason=line)
    return adjusted(line, comparison.sides(name))


def _controlled(comparison: Comparison, name: str) -> Adjusted | None:
    """Difference in differences; None where there is no control group."""
    if comparison.months(name, "control") is None:
        return None
    line = comparison.line(name, controlled=True)
    return (
        Adjusted(reason=line)
        if isinstance(line, Notice)
        else adjusted(line, comparison.sides(name))
    )


def _reason(change: float | None, means: tuple[Mean, Mean] | None) -> Notice | None:
    return Notice("", None, NO_MONTHS) if change is not None and means is None else None


def _not_compared(reason: Notice | None) -> BeforeAfter:
    return BeforeAfter(
        before=None, after=None, n_before=0, n_after=0, window=None, per_month=False,
        before_per_month=None, after_per_month=None, change=None, change_relative=None,
        interval=None, interval_relative=None, adjusted=Adjusted(reason=reason), controlled=None,
        verdict="none", reason=reason,
    )  # fmt: skip
