"""The five numbers under the headline, and how each differs from the pinned case."""

from __future__ import annotations

from crmroi.charts.chart import Kpi
from crmroi.charts.outcome import horizon, measure, metric, owes_nothing
from crmroi.model.figures import STATUSES
from crmroi.model.measures import MEASURES
from crmroi.model.projection import Projection
from crmroi.text import _, _n, money, month, months, no_value, number, percent, round_money, years
from crmroi.text.numbers import WHOLE_PERCENT

RETURNS = ("roi", "roi_cash", "discounted_roi", "annual_yield")
"""The measures that can stand as the return: the definitions to choose from."""

_HIGHEST_RATE = 10.0
"""Above this (1,000 %) an IRR says only that it is higher."""

_LONG, _LONGER = 1e6, 1e7
"""From here on a difference, and a value, is written short: €1.17M less, €12.3M."""

Change = tuple[str, int]
"""A difference to the pinned case in words, and the way the number went: 1, −1 or 0."""


def kpis(
    projection: Projection, pinned: Projection | None = None, *, definition: str = "roi"
) -> tuple[Kpi, ...]:
    """Return the five numbers; `definition` is the measure taken as the return, of `RETURNS`."""
    return (
        _rate(definition, projection, pinned),
        _amount("npv", projection, pinned, more_is_good=True),
        _break_even(projection, pinned),
        _rate("irr", projection, pinned),
        _amount("peak_funding", projection, pinned, more_is_good=False),
    )


def _kpi(
    name: str, value: str, change: Change | None, *, more_is_good: bool, reason: str | None = None
) -> Kpi:
    words, way = change or (None, 0)
    return Kpi(
        id=name,
        label=_(MEASURES[name].label),
        value=value,
        delta=words,
        arrow={1: "up", -1: "down"}.get(way),
        good=(way > 0) == more_is_good if way else None,
        reason=reason,
    )


def _amount(
    name: str, projection: Projection, pinned: Projection | None, *, more_is_good: bool
) -> Kpi:
    currency, now = projection.scenario.currency, metric(projection, name)
    change = None
    if pinned is not None:
        by = round_money(now - metric(pinned, name))
        amount = money(abs(by), currency, compact=abs(by) >= _LONG)  # to fit its chip
        change = _change(by, _("{x} more", x=amount), _("{x} less", x=amount))
    shown = money(round_money(now), currency, compact=abs(now) >= _LONGER)  # to fit its card
    return _kpi(name, shown, change, more_is_good=more_is_good)


def _change(by: float, more: str, less: str) -> Change:
    if not by:
        return _("as pinned"), 0
    return (more, 1) if by > 0 else (less, -1)


def _rate(name: str, projection: Projection, pinned: Projection | None) -> Kpi:
    """Return a rate; where it has no value, why."""
    now = measure(projection, name)
    value, reason = _shown_rate(name, projection)
    change = None
    if pinned is not None:
        before = measure(pinned, name)
        if now is None or before is None:
            change = _other_than(value, _shown_rate(name, pinned)[0])
        else:
            change = _points(now, before)
    return _kpi(name, value, change, more_is_good=True, reason=reason)


def _shown_rate(name: str, projection: Projection) -> tuple[str, str | None]:
    value = measure(projection, name)
    if value is not None:
        high = name == "irr" and value > _HIGHEST_RATE
        return (_("over {x}", x=percent(_HIGHEST_RATE)) if high else percent(value)), None
    if name != "irr":
        return no_value(), _("There are no such costs, so there is nothing to divide by.")
    status = str(projection.metrics["irr_status"])
    if status == "multiple":
        reason = _("More than one yearly rate makes the case worth nothing today.")
    else:
        reason = _("No yearly rate makes the case worth nothing today.")
    return _(STATUSES[status]), reason


def _points(now: float, before: float) -> Change:
    """Return the difference between two rates as they are shown, in percentage points."""
    if min(now, before) > _HIGHEST_RATE:
        return _("as pinned"), 0
    decimals = 0 if min(abs(now), abs(before)) >= WHOLE_PERCENT else 1
    by = round(round(100 * now, decimals) - round(100 * before, decimals), decimals)
    size = number(abs(by), decimals=decimals if by % 1 else 0)
    more = _n("{n} point more", "{n} points more", abs(by), n=size)
    less = _n("{n} point less", "{n} points less", abs(by), n=size)
    return _change(by, more, less)


def _other_than(now: str, before: str) -> Change:
    """Return the change to or from a value that is not a number."""
    return (_("as pinned") if now == before else _("pinned: {x}", x=before)), 0


def _break_even(projection: Projection, pinned: Projection | None) -> Kpi:
    now = measure(projection, "break_even_month")
    value, reason = _shown_month(projection)
    change = None
    if pinned is not None:
        before = measure(pinned, "break_even_month")
        if now is not None and before is not None:
            span = months(abs(now - before))
            change = _change(now - before, _("{x} later", x=span), _("{x} earlier", x=span))
        else:
            words, _way = _other_than(value, _shown_month(pinned)[0])
            change = words, (before is None) * -1 + (now is None) * 1
    return _kpi("break_even_month", value, change, more_is_good=False, reason=reason)


def _shown_month(projection: Projection) -> tuple[str, str | None]:
    value = measure(projection, "break_even_month")
    if owes_nothing(projection):
        return no_value(), _("No costs are counted, so there is nothing to pay back.")
    if value is None:
        span = years(horizon(projection))
        return _("not in {n}", n=span), _("The costs are not recovered within {n}.", n=span)
    return (month(value) if value else _("from the start")), None
