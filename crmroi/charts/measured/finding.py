"""What a comparison of before and after comes to, as a sentence and as a word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.charts.measured.amounts import changed, monthly_unit, said
from crmroi.charts.measured.history import levels_of
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import BeforeAfter
from crmroi.text import N_, _

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "better": (N_("better"), "good"),
        "worse": (N_("worse"), "bad"),
        "changed": (N_("changed"), "neutral"),
        "unclear": (N_("no clear change"), "neutral"),
        "short": (N_("too short to tell"), "neutral"),
        "none": ("", "neutral"),
    }
)
"""Each verdict in a word or few, and its tone."""

_UP = N_("{kpi}: up from {before} to {after}, more than chance explains")
_DOWN = N_("{kpi}: down from {before} to {after}, more than chance explains")
_TREND = N_("{kpi}: {change} against its trend, more than chance explains")
_UNCLEAR = N_("{kpi}: {before} before, {after} after; chance could explain it")
_SHORT = N_("{kpi}: {before} before, {after} after; too short to tell")


def finding(name: str, compared: BeforeAfter | None, setting: Setting) -> str:
    """Return the comparison as a sentence without full stop; "" where there is none."""
    if compared is None or compared.verdict == "none":
        return ""
    before, after = levels_of(compared)
    if before is None or after is None:
        return ""
    kpi = setting.kpi(name)
    unit = monthly_unit(kpi)
    adjusted = compared.adjusted
    return _(
        _template(compared, before, after),
        kpi=_(kpi.label),
        before=said(before, unit, setting.currency, beside=after),
        after=said(after, unit, setting.currency, beside=before),
        change=changed(adjusted.change, adjusted.change_relative, unit, setting.currency),
    )


def _template(compared: BeforeAfter, before: float, after: float) -> str:
    if compared.verdict in ("unclear", "short"):
        return _UNCLEAR if compared.verdict == "unclear" else _SHORT
    effect = compared.adjusted.change
    if effect is not None and effect * (after - before) <= 0:
        return _TREND  # it rose, but less than it would have anyway: the two ends mislead
    return _UP if after > before else _DOWN
