"""A table and a measurement made by hand, as the reader and the measuring give them."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.table import (
    DateColumn,
    LeftOut,
    Preview,
    Question,
    Reading,
    Report,
    Scale,
    Table,
)
from crmroi.measure.results import (
    Adjusted,
    BeforeAfter,
    Breakdown,
    Measured,
    Measurement,
    Months,
    Part,
    Realised,
    Return,
    Value,
    Window,
)
from crmroi.text import Notice

NAN = float("nan")


def report(name: str = "deals.csv", kind: str = "deals") -> Report:
    return Report(
        name=name,
        kind=kind,
        encoding="utf-8",
        delimiter=";",
        header_row=1,
        decimal=",",
        rows_read=1204,
        rows_used=1200,
        left_out={"footer": LeftOut(4, (1202, 1203, 1204, 1205))},
        mapping={"stage": "Étape", "closed": "Date de clôture"},
        columns=("Étape", "Date de clôture", "Propriétaire", "Téléphone", "Origine"),
        dates={"Date de clôture": DateColumn("dmy", Notice("", None, "a first number above 12"))},
        scales={"satisfaction": Scale(1, 5)},
        personal_columns={"Propriétaire": "hashed", "Téléphone": "dropped"},
        currencies=("EUR",),
        remarks=(Notice("", None, "Two forms of dates stand in one column."),),
    )


def table(**columns: list[object]) -> Table:
    return Table("deals", pl.DataFrame(columns or {"outcome": ["won"]}), report())


def reading(table: Table | None, *questions: Question) -> Reading:
    return Reading("deals.csv", "deals", {}, Preview((), ()), table, tuple(questions))


def compared(**changes: object) -> BeforeAfter:
    shown = BeforeAfter(
        before=0.2,
        after=0.26,
        n_before=600,
        n_after=580,
        window=Window(("2025-01", "2025-12"), ("2026-01", "2026-12"), 12),
        per_month=False,
        before_per_month=None,
        after_per_month=None,
        change=0.06,
        change_relative=0.3,
        interval=(0.01, 0.11),
        interval_relative=(0.05, 0.55),
        adjusted=Adjusted(
            change=0.05,
            change_relative=0.25,
            interval=(0.012, 0.088),
            interval_relative=(0.06, 0.44),
            method="GLS",
            n=24,
            months=("2026-01",),
            counterfactual=(0.21,),
            band=((0.18, 0.24),),
        ),
        controlled=None,
        verdict="better",
    )
    return BeforeAfter(**{**shown.__dict__, **changes})


def measurement() -> Measurement:
    too_few = Notice("", 3, "Too few months to adjust.")
    no_carts = Notice("", None, "There are no carts. Add the leads file.")
    return Measurement(
        kpis={
            "win_rate": Value(0.23, 1180),
            "revenue": Value(123456.789, 1200),
            "handling_minutes_mean": Value(NAN, 0),
            "cart_abandonment_rate": Value(None, 0, no_carts),
        },
        monthly={"win_rate": Months(("2026-01", "2026-02"), (0.25, None), (40, 0))},
        before_after={
            "win_rate": compared(),
            "revenue": compared(
                before=60000.0, after=63456.789, per_month=True, before_per_month=5000.0,
                after_per_month=5288.07, change=288.07, change_relative=0.0576,
                adjusted=Adjusted(reason=too_few), verdict="short",
            ),
        },
        breakdown=Breakdown(
            "source",
            (
                Part("Fair", {"win_rate": Value(0.4, 100)}, small=False, cost=500.0, roi=1.5),
                Part("Web", {"win_rate": Value(0.1, 4)}, small=True),
            ),
        ),
        realised=Realised(
            12, 9000.0, "costs",
            simple=Return(20000.0, 1.22, (0.5, 2.0), {"revenue": 20000.0}),
            adjusted=Return(15000.0, 0.67, (-0.1, 1.4), {"revenue": 15000.0}),
        ),
        baseline={"business.leads_per_month": Measured("business.leads_per_month", 50.0, 600)},
        uplifts={
            "gains.conversion_uplift": Measured(
                "gains.conversion_uplift", 0.25, 1180, (0.06, 0.44)
            )
        },
        remarks=(Notice("", None, "With 20 KPIs, one false “better” is to be expected."),),
    )  # fmt: skip
