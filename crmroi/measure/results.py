"""What measuring gives: KPIs, their months, before and after, what was realised, what it fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from crmroi.assumptions import Scenario
from crmroi.text import Notice


@dataclass(frozen=True)
class Options:
    """What is asked of the data."""

    go_live: date | None = None
    window_months: int | None = None
    ramp_months: int = 0
    scenario: Scenario | None = None
    margin: float | None = None
    """Gross margin, a fraction; else the scenario's."""
    licensed_users: int | None = None
    by: str = ""
    """The field or kept header by which KPIs are broken down."""
    engine: str = "duckdb"
    """"duckdb", "spark" or a connection string."""


@dataclass(frozen=True)
class Value:
    """A KPI: its value, the records behind it, and where there is no value the reason."""

    value: float | None
    n: int
    reason: Notice | None = None


@dataclass(frozen=True)
class Months:
    """A KPI by calendar month, every month of its span: "2026-01", value, records.

    A month without records is 0 for counts and sums, None for rates and means.
    """

    months: tuple[str, ...]
    values: tuple[float | None, ...]
    n: tuple[int, ...]


@dataclass(frozen=True)
class Window:
    """The whole months compared, first and last included ("2026-01")."""

    before: tuple[str, str]
    after: tuple[str, str]
    months: int
    """On each side."""
    ramp: tuple[str, ...] = ()
    """Months after go-live that were left out."""
    split: str = ""
    """The month that the go-live lies inside, left out too; "" where it is a month's first day."""


@dataclass(frozen=True)
class Adjusted:
    """The change adjusted for trend and season, or why there is none.

    `counterfactual`: for each month after go-live what the regression says without its step, with
    its 95 % band; in the KPI's own unit.
    """

    change: float | None = None
    change_relative: float | None = None
    interval: tuple[float, float] | None = None
    interval_relative: tuple[float, float] | None = None
    method: str = ""
    n: int = 0
    reason: Notice | None = None
    months: tuple[str, ...] = ()
    counterfactual: tuple[float, ...] = ()
    band: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class BeforeAfter:
    """A KPI on both sides of the go-live.

    `before` and `after` are the KPI on all records of each window. Counts and sums are compared
    by month: `change` is then that of `before_per_month` and `after_per_month`.
    """

    before: float | None
    after: float | None
    n_before: int
    n_after: int
    window: Window | None
    per_month: bool
    before_per_month: float | None
    after_per_month: float | None
    change: float | None
    change_relative: float | None
    interval: tuple[float, float] | None
    interval_relative: tuple[float, float] | None
    adjusted: Adjusted
    controlled: Adjusted | None
    """Difference in differences, where there is a control group."""
    verdict: str
    """better, worse, unclear, short, changed (where no direction is better) or none."""
    reason: Notice | None = None
    """Why it could not be compared."""


@dataclass(frozen=True)
class Part:
    """One value of the column that KPIs are broken down by."""

    name: str
    kpis: Mapping[str, Value]
    small: bool
    """Too few records to tell."""
    cost: float | None = None
    """Of its campaign, where costs name campaigns."""
    roi: float | None = None
    """(margin × revenue − cost) ÷ cost."""


@dataclass(frozen=True)
class Breakdown:
    """KPIs by one column, the largest part first."""

    by: str
    parts: tuple[Part, ...]
    reason: Notice | None = None


@dataclass(frozen=True)
class Return:
    """What came back so far against one counterfactual, with the interval that follows from it."""

    contribution: float | None
    roi: float | None
    interval: tuple[float, float] | None
    """Of the ROI."""
    parts: Mapping[str, float] = field(default_factory=dict)
    """Money by part: revenue (× margin), returns, handling."""
    reason: Notice | None = None


@dataclass(frozen=True)
class Realised:
    """The realised ROI over the whole months since go-live."""

    months: int
    costs: float | None
    costs_from: str
    """"costs" (the table's category crm) or "plan" (the scenario's)."""
    simple: Return
    adjusted: Return
    reason: Notice | None = None


@dataclass(frozen=True)
class Measured:
    """A measured value for an assumption ("business.leads_per_month")."""

    key: str
    value: float
    n: int
    interval: tuple[float, float] | None = None
    remark: Notice | None = None
    """What stands in for what: "the win rate, since there are no leads"."""

    @property
    def telling(self) -> bool:
        """Whether the interval leaves zero out; a value without one tells."""
        return self.interval is None or not self.interval[0] <= 0 <= self.interval[1]


@dataclass(frozen=True)
class Measurement:
    """All that the tables of one upload say."""

    kpis: Mapping[str, Value]
    monthly: Mapping[str, Months]
    before_after: Mapping[str, BeforeAfter]
    breakdown: Breakdown | None
    realised: Realised | None
    baseline: Mapping[str, Measured]
    uplifts: Mapping[str, Measured]
    remarks: tuple[Notice, ...] = ()
