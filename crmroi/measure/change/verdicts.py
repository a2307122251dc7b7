"""What a comparison comes to: a verdict, and a sentence that says it with its figures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.measure.change.mixture import Interval
from crmroi.measure.results import BeforeAfter
from crmroi.text import N_, Label, Notice, Quantity, Unit
from crmroi.text.numbers import WHOLE_PERCENT

FEWEST_MONTHS = 6
"""Whole months that a side must have for a verdict."""

VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "better": N_("better"),
        "worse": N_("worse"),
        "changed": N_("changed"),
        "unclear": N_("not distinguishable from no change"),
        "short": N_("too short to tell"),
        "none": N_("not compared"),
    }
)
"""Each verdict in words."""

DECIDED = ("better", "worse", "changed")
"""The verdicts on a change that chance does not explain."""

MANY_KPIS = N_(
    "Each interval misses the truth one time in twenty: of twenty KPIs that did not change, one "
    "false “better” or “worse” is to be expected. Trust what several say together."
)
"""What must be said beside many verdicts."""

_UP = N_("{kpi} rose from {before} to {after}: more than chance explains.")
_DOWN = N_("{kpi} fell from {before} to {after}: more than chance explains.")
_TREND = N_(
    "{kpi} went from {before} to {after}. Against its trend and season that is a change of "
    "{change}: more than chance explains."
)
_UNCLEAR = N_("{kpi} went from {before} to {after}: not distinguishable from no change.")
_SHORT = N_(
    "{kpi} went from {before} to {after}: too short to tell, since a side has fewer than 6 whole "
    "months with a value."
)
_NONE = N_("{kpi} could not be compared.")


def verdict(better: str, interval: Interval | None, months: int) -> str:
    """The verdict of a change whose interval this is, with so many months on the shorter side.

    `better` is the direction that is good: "up", "down" or "".
    """
    if interval is None and not months:
        return "none"
    if months < FEWEST_MONTHS:
        return "short"
    if interval is None:
        return "none"
    if interval[0] <= 0 <= interval[1]:
        return "unclear"
    if not better:
        return "changed"
    return "better" if (interval[0] > 0) == (better == "up") else "worse"


def sentence(label: str, compared: BeforeAfter, unit: Unit, currency: str) -> Notice:
    """A comparison as a sentence; `label` is what the KPI is called, `unit` that of its levels."""
    before, after = compared.before, compared.after
    if compared.per_month:
        before, after = compared.before_per_month, compared.after_per_month
    kpi = {"kpi": Label(label)}
    if compared.verdict == "none" or before is None or after is None:
        return compared.reason or Notice("", None, _NONE, kpi)
    levels = {"before": _said(before, unit, currency), "after": _said(after, unit, currency)}
    if compared.verdict == "short":
        return Notice("", None, _SHORT, {**kpi, **levels})
    if compared.verdict == "unclear":
        return Notice("", None, _UNCLEAR, {**kpi, **levels})
    effect = compared.adjusted.change
    if effect is not None and effect * (after - before) <= 0:
        relative = compared.adjusted.change_relative
        change = (
            _said(effect, unit, currency)
            if relative is None
            else Quantity(round(relative, 2), Unit.UPLIFT)
        )
        return Notice("", None, _TREND, {**kpi, **levels, "change": change})
    return Notice("", None, _UP if after > before else _DOWN, {**kpi, **levels})


def _said(value: float, unit: Unit, currency: str) -> Quantity:
    """A value to three figures; a share in whole percentages, below ten with a decimal."""
    if unit.is_percent:
        return Quantity(round(value, 2 if abs(value) >= WHOLE_PERCENT else 3), unit, currency)
    return Quantity(round(value) if abs(value) >= 99.95 else float(f"{value:.3g}"), unit, currency)
