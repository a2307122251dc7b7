"""Measures made up month by month, where a test says what each KPI was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from crmroi.measure.change.comparison import counted
from crmroi.measure.kpis import AUXILIARY, KPIS, Group, Period
from crmroi.measure.results import Months, Value
from crmroi.measure.windows import days_of, month_at, ordinal
from crmroi.text import Notice

FIRST = ordinal("2023-01")
NOT_THERE = Notice("", None, "There is no such table.")


def months_from(values: Sequence[float | None], n: int | Sequence[int] = 100) -> Months:
    """Values as months from January 2023 on."""
    counts = [n] * len(values) if isinstance(n, int) else n
    found = zip(values, counts, strict=True)
    return Months(
        tuple(month_at(FIRST + place) for place in range(len(values))),
        tuple(values),
        tuple(0 if value is None else count for value, count in found),
    )


@dataclass
class Fake:
    """KPIs by month: a window's value is their sum, or their mean weighted by records."""

    all: Mapping[str, Months]
    control: Mapping[str, Months] = field(default_factory=dict)
    treated: Mapping[str, Months] = field(default_factory=dict)
    fixed: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    """By KPI and first month of a window: values that have no months."""
    asked: list[Period | None] = field(default_factory=list)

    def values(self, period: Period | None = None, group: Group = "all") -> dict[str, Value]:
        self.asked.append(period)
        found = {name: Value(None, 0, NOT_THERE) for name in (*KPIS, *AUXILIARY)}
        for name, monthly in self.months(group).items():
            if monthly.months:
                found[name] = _value(name, monthly, period)
        if period is not None:
            start = f"{period[0]:%Y-%m}"
            found |= {k: by[start] for k, by in self.fixed.items() if start in by}
        return found

    def months(self, group: Group = "all") -> dict[str, Months]:
        given = {"all": self.all, "control": self.control, "treated": self.treated}[group]
        names = (*KPIS, *AUXILIARY) if group == "all" else ()
        return {**dict.fromkeys(names, Months((), (), ())), **given}

    def days(self, kpi: str) -> list[date]:
        monthly = self.all.get(kpi) or next(iter(self.all.values()))
        if kpi not in self.all and kpi not in self.fixed:
            return []
        start, end = days_of(monthly.months[0], monthly.months[-1])
        return [start + timedelta(days=n) for n in range((end - start).days)]

    def edges(self) -> dict[str, Period]:
        return {name: (self.days(name)[0], self.days(name)[-1]) for name in self.all}


def _value(name: str, monthly: Months, period: Period | None) -> Value:
    start, end = ("", "9") if period is None else (f"{period[0]:%Y-%m}", f"{period[1]:%Y-%m}")
    rows = [
        (value, n)
        for month, value, n in zip(monthly.months, monthly.values, monthly.n, strict=True)
        if start <= month < end and value is not None
    ]
    kpi = KPIS.get(name) or AUXILIARY[name]
    n = sum(count for _value, count in rows)
    if kpi.per_month:
        return Value(sum(value for value, _n in rows), n)
    weights = [1 if counted(kpi) else count for _value, count in rows]
    if not sum(weights):
        return Value(None, 0, NOT_THERE)
    total = sum(value * w for (value, _n), w in zip(rows, weights, strict=True))
    return Value(total / sum(weights), n)
