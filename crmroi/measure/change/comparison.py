"""What KPIs are compared with: their windows, their values in these, their fitted months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crmroi.measure.change.line import Line, line_of, series_of
from crmroi.measure.formulas import OverMonths, Ratio
from crmroi.measure.kpis import AUXILIARY, KPIS, Group, Kpi, Measures
from crmroi.measure.results import Months, Options, Value
from crmroi.measure.windows import Sides, days_of, sides, whole_months, with_values
from crmroi.text import N_, Notice

_NO_GO_LIVE = N_("Before and after need the date of the go-live.")
NO_MONTHS = N_("It has no value by month, so what chance does to it is not known.")


def counted(kpi: Kpi) -> bool:
    """Whether a KPI's months are counts or sums, so that a month without records is 0."""
    return any(source.by_period().empty is not None for source in kpi.sources)


def weighted(kpi: Kpi) -> bool:
    """Whether a month counts by its records: by those that a rate or a mean divides by.

    Where the records are what is divided (orders per customer) a month would count the more the
    higher its value is.
    """
    formulas = [source.by_period() for source in kpi.sources]
    told = any(isinstance(formula, (Ratio, OverMonths)) and formula.n for formula in formulas)
    return not counted(kpi) and not told


@dataclass
class Comparison:
    """All KPIs compared: what several of them need is asked for once."""

    source: Measures
    options: Options
    _values: dict[tuple[str, str], Mapping[str, Value]] = field(default_factory=dict)
    _whole: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _sides: dict[str, Sides] = field(default_factory=dict)
    _lines: dict[tuple[str, bool], Line | Notice] = field(default_factory=dict)

    def kpi(self, name: str) -> Kpi:
        """What a KPI is, an auxiliary one too."""
        return KPIS[name] if name in KPIS else AUXILIARY[name]

    @property
    def known(self) -> frozenset[str]:
        """The KPIs that the tables have, whether or not they can be computed."""
        return frozenset(self.source.months())

    def months(self, name: str, group: Group = "all") -> Months | None:
        """The KPI by month; None where it has no months, or the group no records of it."""
        found = self.source.months(group).get(name)
        return found if found is not None and found.months else None

    def whole(self, name: str) -> tuple[str, ...]:
        """The whole months of the records that a KPI is made of."""
        if name not in self._whole:
            whole, monthly = whole_months(self.source.days(name)), self.months(name)
            self._whole[name] = with_values(whole, monthly) if monthly else whole
        return self._whole[name]

    def sides(self, name: str) -> Sides:
        """Those months on both sides of the go-live."""
        options = self.options
        if options.go_live is None:
            return Sides(None, reason=Notice("", None, _NO_GO_LIVE))
        if name not in self._sides:
            self._sides[name] = sides(
                self.whole(name), options.go_live, options.window_months, options.ramp_months
            )
        return self._sides[name]

    def lacking(self, name: str) -> Notice | None:
        """Why the KPI has no window, where that is not for want of months on a side."""
        value = self.source.values()[name]
        if value.value is None:
            return value.reason
        return None if self.whole(name) else Notice("", None, NO_MONTHS)

    def line(self, name: str, *, controlled: bool = False) -> Line | Notice:
        """The KPI's months fitted, or less those of the control group; or why they are not."""
        if (name, controlled) not in self._lines:
            self._lines[name, controlled] = self._line(name, controlled=controlled)
        return self._lines[name, controlled]

    def value(self, period: tuple[str, str], name: str) -> Value:
        """The KPI on all records of the months from first to last."""
        if period not in self._values:
            self._values[period] = self.source.values(days_of(*period))
        return self._values[period][name]

    def _line(self, name: str, *, controlled: bool) -> Line | Notice:
        kpi = self.kpi(name)
        monthly = self.months(name, "treated" if controlled else "all")
        control = self.months(name, "control") if controlled else None
        if monthly is None or (controlled and control is None):
            return Notice("", None, NO_MONTHS)
        logs = counted(kpi) or kpi.unit.is_money
        series = series_of(monthly, control, logs=logs, weighted=weighted(kpi))
        return line_of(series, self.sides(name))
