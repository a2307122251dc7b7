"""What KPIs are compared with: their windows, their values in these, their fitted months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from crmroi.measure.line import Line, line_of, series_of
from crmroi.measure.results import Months, Options, Value
from crmroi.measure.windows import Sides, sides, whole_months, with_values
from crmroi.text import N_, Notice, Unit

_NO_GO_LIVE = N_("Before and after need the date of the go-live.")
NO_MONTHS = N_("It has no value by month, so what chance does to it is not known.")

TREATED, CONTROL = "treated", "control"
"""The groups of a comparison with those who had no CRM yet; "" is both together."""


class Declared(Protocol):
    """What must be known of a KPI to compare it."""

    @property
    def better(self) -> str:
        """The direction that is good: "up", "down" or "" for neither."""

    @property
    def unit(self) -> Unit:
        """What its value counts."""

    @property
    def per_month(self) -> bool:
        """Whether it is a count or a sum, compared by month."""


class Source(Protocol):
    """Where the figures come from: of a period, of each month, and on which days there are any."""

    def values(self, period: tuple[str, str], group: str = "") -> Mapping[str, Value]:
        """Every KPI on all records of the months from first to last, by name."""

    def months(self, group: str = "") -> Mapping[str, Months]:
        """The KPIs that have months, by name; none for a group that is not there."""

    def days(self, kpi: str) -> Sequence[date]:
        """The days with a record of what the KPI is computed on."""


@dataclass
class Comparison:
    """All KPIs compared: what several of them need is asked for once."""

    source: Source
    options: Options
    kpis: Mapping[str, Declared]
    _values: dict[tuple[str, str], Mapping[str, Value]] = field(default_factory=dict)
    _sides: dict[str, Sides] = field(default_factory=dict)
    _lines: dict[tuple[str, bool], Line | Notice] = field(default_factory=dict)

    def kpi(self, name: str) -> Declared:
        """What a KPI is; "deals.revenue" is declared as revenue."""
        return self.kpis[name if name in self.kpis else name.rpartition(".")[2]]

    def sides(self, name: str) -> Sides:
        """The whole months before and after the go-live of the records that a KPI is made of."""
        if name not in self._sides:
            go_live = self.options.go_live
            if go_live is None:
                return Sides(None, reason=Notice("", None, _NO_GO_LIVE))
            whole = whole_months(self.source.days(name))
            monthly = self.source.months().get(name)
            whole = with_values(whole, monthly) if monthly else whole
            self._sides[name] = sides(
                whole, go_live, self.options.window_months, self.options.ramp_months
            )
        return self._sides[name]

    def line(self, name: str, *, controlled: bool = False) -> Line | Notice:
        """The KPI's months fitted, or less those of the control group; or why they are not."""
        if (name, controlled) not in self._lines:
            self._lines[name, controlled] = self._line(name, controlled=controlled)
        return self._lines[name, controlled]

    def value(self, period: tuple[str, str], name: str) -> Value:
        """The KPI on all records of the months from first to last."""
        if period not in self._values:
            self._values[period] = self.source.values(period)
        return self._values[period][name]

    def _line(self, name: str, *, controlled: bool) -> Line | Notice:
        kpi = self.kpi(name)
        monthly = self.source.months(TREATED if controlled else "").get(name)
        control = self.source.months(CONTROL).get(name) if controlled else None
        if monthly is None or (controlled and control is None):
            return Notice("", None, NO_MONTHS)
        logs, weighted = kpi.per_month or kpi.unit.is_money, not kpi.per_month
        return line_of(series_of(monthly, control, logs=logs, weighted=weighted), self.sides(name))
