"""What a comparison of before and after comes to: a sentence, and how a card says it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.charts.measured.amounts import changed, monthly_unit
from crmroi.charts.measured.history import levels_of
from crmroi.charts.measured.setting import Setting
from crmroi.measure.change.verdicts import DECIDED, sentence
from crmroi.measure.results import Adjusted, BeforeAfter
from crmroi.text import Unit, _

TONES: Mapping[str, str] = MappingProxyType({"better": "good", "worse": "bad"})
"""Verdicts that have a tone other than neutral."""


def finding(name: str, compared: BeforeAfter | None, setting: Setting) -> str:
    """Return the comparison as a sentence without full stop; "" where there is none."""
    if compared is None or compared.verdict == "none" or None in levels_of(compared):
        return ""
    kpi = setting.kpi(name)
    said = sentence(kpi.label, compared, monthly_unit(kpi), setting.currency)
    return said.message.removesuffix(".")


def change(name: str, compared: BeforeAfter, setting: Setting) -> tuple[str, str | None]:
    """Return the change in words, and its arrow: up, down or None.

    Where it rose, but less than it would have anyway, the change against that is told: the one
    that the verdict is about.
    """
    unit, adjusted = monthly_unit(setting.kpi(name)), compared.adjusted
    simple, effect = compared.change, adjusted.change
    decided = compared.verdict in DECIDED
    if decided and simple is not None and effect is not None and effect * simple <= 0:
        words = changed(effect, adjusted.change_relative, unit, setting.currency)
        return _("{change} against its trend", change=words), _arrow(effect)
    return changed(simple, compared.change_relative, unit, setting.currency), _arrow(simple)


def interval(adjusted: Adjusted, unit: Unit, currency: str) -> str:
    """Return between which ends the adjusted change lies; "" where it is not known."""
    if adjusted.interval is None:
        return ""
    relative = adjusted.interval_relative or (None, None)
    low, high = (
        changed(end, share, unit, currency)
        for end, share in zip(adjusted.interval, relative, strict=True)
    )
    return _("{low} to {high}", low=low, high=high)


def _arrow(size: float | None) -> str | None:
    if not size:
        return None
    return "up" if size > 0 else "down"
