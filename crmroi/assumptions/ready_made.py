"""Three solutions to compare, made ready from one case: custom CRM, standard CRM, doing nothing.

What sets them apart is typical, not measured: each difference says from where it is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crmroi.assumptions import sources as src
from crmroi.assumptions.declare import Assumption, Value
from crmroi.assumptions.register import assumptions
from crmroi.assumptions.scenario import Scenario
from crmroi.assumptions.sources import OWN_ESTIMATE, Source, in_view_of
from crmroi.text.messages import N_, _
from crmroi.text.units import Unit

_FIT = 0.85
"""What a standard CRM brings of the gains of one that is made to measure."""
_GAINS = (Unit.UPLIFT, Unit.REDUCTION, Unit.HOURS_PER_WEEK)
_MONTHS_OF_LICENCES = 36


@dataclass(frozen=True)
class Difference:
    """What one solution has otherwise than the case it is made from."""

    key: str
    value: Callable[[Scenario], float]
    source: Source
    said: str
    """A message: what is typical."""


@dataclass(frozen=True)
class Solution:
    """A way to go, with its name (a message) and what sets it apart."""

    name: str
    differences: tuple[Difference, ...]

    def of(self, case: Scenario) -> Scenario:
        """The case with this solution, named in the language of the session."""
        items = assumptions()
        values = {each.key: _held(items[each.key], each.value(case)) for each in self.differences}
        named = case.model_copy(update={"name": _(self.name), "uncertainty": {}, "correlation": ()})
        return named.with_values(values)


def _held(item: Assumption, value: float) -> Value:
    """The nearest value that the assumption can hold, on a step of its slider."""
    low, high = item.allowed or (0.0, 1.0)
    step = item.step or 1
    near = round(round(min(max(value, low), high) / step) * step, 6)
    return int(near) if item.kind == "whole" else near


def _same(key: str, factor: float = 1.0, more: float = 0.0) -> Callable[[Scenario], float]:
    return lambda case: float(case.value(key)) * factor + more


def _licences(case: Scenario) -> float:
    """What a user's licence costs in the case, or by default where the case has none."""
    key = "costs.licence_per_user_per_month"
    return float(case.value(key) or assumptions()[key].default)


def _development(case: Scenario) -> float:
    replaced = _MONTHS_OF_LICENCES * case.team.users * _licences(case)
    return case.costs.custom_development + replaced


def _custom() -> Iterator[Difference]:
    yield Difference(
        "costs.licence_per_user_per_month", lambda _case: 0.0, OWN_ESTIMATE,
        N_("Software of one’s own has no licences."),
    )  # fmt: skip
    yield Difference(
        "costs.custom_development", _development,
        in_view_of(src.IMPLEMENTATION_MULTIPLE, src.IMPLEMENTATION_UPPER),
        N_("Development costs three years of the licences that it replaces, on top of today’s."),
    )  # fmt: skip
    yield Difference(
        "costs.maintenance_rate", lambda _case: 0.2, in_view_of(src.MAINTENANCE_SHARE),
        N_("What is developed must be maintained."),
    )  # fmt: skip
    yield Difference(
        "costs.infrastructure_per_month", _same("costs.infrastructure_per_month", more=200),
        OWN_ESTIMATE, N_("It runs on machines of one’s own."),
    )  # fmt: skip
    yield Difference(
        "adoption.go_live_month", _same("adoption.go_live_month", more=5),
        in_view_of(src.TIMELINE_OVERRUN), N_("It goes live later."),
    )  # fmt: skip


def _standard() -> Iterator[Difference]:
    yield Difference(
        "costs.licence_per_user_per_month", _licences,
        in_view_of(src.SALESFORCE_PRICES, src.DYNAMICS_PRICES, src.PIPEDRIVE_PRICES),
        N_("Each user has a licence."),
    )  # fmt: skip
    yield Difference(
        "costs.custom_development", lambda _case: 0.0, OWN_ESTIMATE, N_("Nothing is developed.")
    )
    yield Difference(
        "costs.maintenance_rate", lambda _case: 0.0, src.MAINTENANCE_SHARE,
        N_("Licences include maintenance."),
    )  # fmt: skip
    for key in _gains():
        said = N_("It fits the work less well, so every gain is smaller.")
        yield Difference(key, _same(key, _FIT), OWN_ESTIMATE, said)
    yield Difference(
        "adoption.target_rate", _same("adoption.target_rate", more=-0.05), OWN_ESTIMATE,
        N_("It fits the work less well, so fewer people work in it."),
    )  # fmt: skip


def _gains() -> Iterator[str]:
    """The gains that a CRM brings, beside the intangible ones."""
    for key, item in assumptions().items():
        if item.group == "gains" and item.favours == "high" and item.unit in _GAINS:
            yield key


def _nothing() -> Iterator[Difference]:
    said = N_("Nothing is bought and nothing is gained: the case that the others are held against.")
    costs = (
        key
        for key, item in assumptions().items()
        if item.group == "costs" and item.favours == "low"
    )
    intangible = (
        key
        for key, item in assumptions().items()
        if item.group == "gains" and item.unit is Unit.MONEY_PER_YEAR
    )
    old_tools = "business.legacy_tools_cost_per_month"
    for key in (*costs, *_gains(), *intangible, old_tools):
        yield Difference(key, lambda _case: 0.0, OWN_ESTIMATE, said)


SOLUTIONS: Mapping[str, Solution] = MappingProxyType(
    {
        "custom": Solution(N_("Custom CRM"), tuple(_custom())),
        "standard": Solution(N_("Standard CRM"), tuple(_standard())),
        "nothing": Solution(N_("Doing nothing"), tuple(_nothing())),
    }
)
"""The solutions of the starting set, in their order."""
