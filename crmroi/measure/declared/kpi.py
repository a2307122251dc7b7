"""What is declared of a KPI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crmroi.measure.formulas import Combined, Formula
from crmroi.text import N_, Label, Notice, Unit

_NOTHING = N_("{kpi} cannot be calculated: no record has what it needs.")


@dataclass(frozen=True)
class Source:
    """One table that a KPI can come from.

    `fields` are those that the formula needs; the first that the table lacks is named.
    `dated` stands in for the formula where the records of a window or a month are counted.
    `empty` says, as a message about {kpi}, what it means that nothing could be divided.
    """

    table: str
    formula: Formula
    fields: tuple[str, ...] = ()
    dated: Formula | None = None
    empty: str = _NOTHING
    by_month: bool = True
    """Whether a month is long enough for it: who buys twice in a year may not in a month."""

    def by_period(self) -> Formula:
        """The formula for the records of a window or a month."""
        return self.dated or self.formula


@dataclass(frozen=True)
class Kpi:
    """A KPI. `label`, `definition` and `missing` are messages, translated when shown.

    `per_month`: a count or a sum over its period, which is compared by month.
    `missing`: says about {kpi} which file would bring it; it has {kpi} as its only placeholder.
    """

    name: str
    label: str
    definition: str
    unit: Unit
    better: Literal["up", "down", ""]
    """The way that is good; "" where neither is."""
    missing: str
    sources: tuple[Source, ...] = ()
    """The first whose table is given counts; see `falls_back`."""
    combined: Combined | None = None
    """Made of other KPIs instead."""
    per_month: bool = False
    falls_back: bool = False
    """Whether a further source counts where an earlier one cannot say it."""
    beside: str = ""
    """The KPI beside which this one shows another table's figure; only then is it there."""
    auxiliary: bool = False
    """Measured for the realised return and for the model; shown on no page."""

    def about(self, template: str, **values: object) -> Notice:
        """A message about this KPI, whose label stands for {kpi}."""
        return Notice(self.name, None, template, {"kpi": Label(self.label), **values})

    def about_nothing(self) -> Notice:
        """Why there is no figure though its first table is given."""
        return self.about(self.sources[0].empty if self.sources else self.missing)
