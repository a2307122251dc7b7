"""The measures of all scenarios, and which of them is best at each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from crmroi.analysis.comparison import Comparison, Member
from crmroi.charts.compare.naming import pays_nothing
from crmroi.charts.kpis import kpis
from crmroi.charts.outcome import measure
from crmroi.model.measures import MEASURES
from crmroi.text import _, money, no_value, round_money

Better = Literal["high", "low"]

ROWS: Mapping[str, Better] = MappingProxyType(
    {
        "npv": "high",
        "roi": "high",
        "break_even_month": "low",
        "irr": "high",
        "total_costs": "low",
        "peak_funding": "low",
    }
)
"""The measures shown, and which way is better."""


@dataclass(frozen=True)
class Row:
    """One measure: its name, a text for each scenario, and the places of the best."""

    id: str
    label: str
    values: tuple[str, ...]
    best: frozenset[int] = frozenset()


def measure_rows(found: Comparison) -> list[Row]:
    """Return a row for each measure. Who costs nothing is best at no cost: there is no merit."""
    return [_row(found, name, better) for name, better in ROWS.items()]


def _row(found: Comparison, name: str, better: Better) -> Row:
    values = [measure(member.projection, name) for member in found.members]
    costly = name in {"break_even_month", "total_costs", "peak_funding"}
    judged = [
        None if costly and pays_nothing(member) else value
        for member, value in zip(found.members, values, strict=True)
    ]
    label = _(MEASURES[name].label)
    return Row(name, label, tuple(_shown(each, name) for each in found.members),
               best(judged, better))  # fmt: skip


def best(values: Sequence[float | None], better: Better) -> frozenset[int]:
    """Return the places of the best; none where all are equal or fewer than two have a value."""
    known = [value for value in values if value is not None]
    if len(known) < 2 or min(known) == max(known):
        return frozenset()
    wanted = max(known) if better == "high" else min(known)
    return frozenset(place for place, value in enumerate(values) if value == wanted)


def _shown(member: Member, name: str) -> str:
    if name == "total_costs":
        value = measure(member.projection, name)
        currency = member.scenario.currency
        return no_value() if value is None else money(round_money(value), currency)
    return next(kpi.value for kpi in kpis(member.projection) if kpi.id == name)
