"""Values that are allowed but not seen in practice: the result stands, and says so."""

from __future__ import annotations

from crmroi.assumptions.declare import Assumption, Value
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.scenario import Scenario
from crmroi.text.messages import N_
from crmroi.text.notice import Label, Notice
from crmroi.text.units import Quantity, Span

_ABOVE = {
    "high": N_(
        "{label}: {value} is above what is usually seen ({range}). The result may be too good."
    ),
    "low": N_(
        "{label}: {value} is above what is usually seen ({range}). The result may be too poor."
    ),
    None: N_("{label}: {value} is above what is usually seen ({range}). Check it."),
}
_BELOW = {
    "high": N_(
        "{label}: {value} is below what is usually seen ({range}). The result may be too poor."
    ),
    "low": N_(
        "{label}: {value} is below what is usually seen ({range}). The result may be too good."
    ),
    None: N_("{label}: {value} is below what is usually seen ({range}). Check it."),
}


def slider_range(item: Assumption, value: Value) -> tuple[float, float]:
    """Return a slider's ends: the plausible range, widened to hold the present value."""
    now = float(value)
    low, high = item.plausible or (now, now)
    return min(low, now), max(high, now)


def plausibility_warnings(scenario: Scenario) -> tuple[Notice, ...]:
    """A notice for each value outside its plausible range, in declared order."""
    return tuple(
        notice
        for item in assumptions().values()
        if item.plausible and (notice := _warning(item, scenario)) is not None
    )


def _warning(item: Assumption, scenario: Scenario) -> Notice | None:
    low, high = item.plausible or (0, 0)
    value = scenario.value(item.key)
    if isinstance(value, str) or low <= value <= high:
        return None
    words = {
        "label": Label(item.label),
        "value": Quantity(value, item.unit, scenario.currency),
        "range": Span(low, high, item.unit, scenario.currency),
    }
    templates = _ABOVE if value > high else _BELOW
    return Notice(item.key, value, templates[item.favours], words)
