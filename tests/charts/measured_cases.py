"""A measurement made up for the pictures: every verdict, gaps, a ramp, parts and a return."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crmroi.charts.measured import Setting
from crmroi.measure.kpis import KPIS
from crmroi.measure.results import (
    Adjusted,
    BeforeAfter,
    Breakdown,
    Measurement,
    Months,
    Part,
    Realised,
    Return,
    Value,
    Window,
)
from crmroi.text import Notice

GO_LIVE = date(2024, 7, 1)
COUNT, LIVE, RAMP = 36, 18, 3
MONTHS = tuple(f"{2023 + at // 12}-{at % 12 + 1:02d}" for at in range(COUNT))
SETTING = Setting(KPIS, go_live=GO_LIVE)
TOO_SHORT = Notice("", None, "Not adjusted: too few months.")
NO_ORDERS = Notice("", None, "Retention cannot be calculated. Add the orders file.")


def series(
    before: float, after: float, *, gaps: tuple[int, ...] = (), wave: float = 0.05
) -> Months:
    """Three years with a step at the go-live, up and down around it by a share."""
    values = [
        None if at in gaps else (before if at < LIVE else after) * (1 + wave * (-1) ** at)
        for at in range(COUNT)
    ]
    return Months(MONTHS, tuple(values), tuple(0 if v is None else 100 for v in values))


def compared(
    before: float,
    after: float,
    verdict: str = "better",
    *,
    per_month: bool = False,
    effect: float | None = None,
) -> BeforeAfter:
    """Fifteen months on each side, the ramp left out; `effect` is the adjusted change, if any."""
    window = Window(
        (MONTHS[3], MONTHS[LIVE - 1]), (MONTHS[LIVE + RAMP], MONTHS[-1]), 15,
        ramp=MONTHS[LIVE : LIVE + RAMP],
    )  # fmt: skip
    adjusted = Adjusted(reason=TOO_SHORT)
    if effect is not None:
        level, since = after - effect, COUNT - LIVE
        adjusted = Adjusted(
            effect, effect / before if before > 0 else None, (effect / 2, effect * 2),
            method="regression", n=COUNT, months=MONTHS[LIVE:], counterfactual=(level,) * since,
            band=((level - abs(level) / 10, level + abs(level) / 10),) * since,
        )  # fmt: skip
    months = (before, after) if per_month else (None, None)
    times = 15 if per_month else 1
    relative = (after - before) / before if before > 0 else None
    return BeforeAfter(
        before * times, after * times, 1240, 1315, window, per_month, *months, after - before,
        relative, None, None, adjusted, None, verdict,
    )  # fmt: skip


MONTHLY = {
    "win_rate": series(0.18, 0.23),
    "revenue": series(96_250.0, 117_450.0),
    "leads": series(130.0, 156.0),
    "sales_cycle_days": series(48.9, 37.9),
    "csat_mean": series(4.07, 4.32, gaps=(7, 8, 20)),
    "nps": series(-5.5, 10.0),
}
COMPARED = {
    "win_rate": compared(0.18, 0.23, effect=0.05),
    "revenue": compared(96_250.0, 117_450.0, "unclear", per_month=True, effect=4_000.0),
    "leads": compared(130.0, 156.0, "worse", per_month=True, effect=-9.0),
    "sales_cycle_days": compared(48.9, 37.9, effect=-11.0),
    "csat_mean": compared(4.07, 4.32, "short"),
    "nps": compared(-5.5, 10.0, effect=15.5),
}
VALUES = {
    name: Value(sum(v for v in months.values if v is not None) / COUNT, 3600)
    for name, months in MONTHLY.items()
} | {"retention_rate": Value(None, 0, NO_ORDERS)}

RATES = (
    ("Fair", 0.25, 400),
    ("A channel with quite a long name to write", 0.16, 330),
    ("P", 0.3, 9),
)
PARTS = Breakdown(
    "Source",
    tuple(
        Part(name, {"win_rate": Value(rate, n)}, small=n < 10, cost=5000.0, roi=roi)
        for (name, rate, n), roi in zip(RATES, (1.8, -0.35, None), strict=True)
    ),
)
REALISED = Realised(
    15, 92_000.0, "costs",
    Return(151_000.0, 0.64, (0.1, 1.2), {"revenue": 128_000.0, "handling": 23_000.0}),
    Return(
        118_000.0, 0.28, (-0.1, 0.66),
        {"returns": -6_000.0, "revenue": 103_000.0, "handling": 21_000.0},
    ),
)  # fmt: skip
SIMPLE_ONLY = replace(
    REALISED,
    costs=192_000.0,
    costs_from="plan",
    simple=replace(REALISED.simple, roi=-41 / 192, interval=None),
    adjusted=Return(None, None, None, reason=TOO_SHORT),
)
MEASUREMENT = Measurement(VALUES, MONTHLY, COMPARED, PARTS, REALISED, {}, {})
