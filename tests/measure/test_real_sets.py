"""Four real exports beside figures that were counted independently (`expected.json`)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from crmroi.files.exports.table import Scale, Table
from crmroi.measure.measuring import measure
from crmroi.measure.results import Measurement, Options
from tests.measure.tables import of_frame

RATE, MONEY = 1e-4, 0.01


def test_maven_crm(shared: Path) -> None:
    folder = shared / "data/maven_crm"
    expected = _expected(folder)
    raw = _raw(folder / "sales_pipeline.csv")
    frame = raw.select(
        id="opportunity_id", product="product", customer="account",
        outcome=pl.col("deal_stage").replace_strict(
            {"Won": "won", "Lost": "lost"}, default="open", return_dtype=pl.String
        ),
        created=_day("engage_date"), closed=_day("close_date"),
        amount=pl.col("close_value").cast(pl.Decimal(38, 0)),
    )  # fmt: skip
    found = _measured(of_frame("deals", frame), go_live=date(2017, 8, 1), by="product")
    _same(found, expected, deals_won="won", deals_lost="lost", deals_open="open",
          win_rate="win_rate", revenue="won_revenue", average_deal_value="mean_won_value",
          revenue_per_customer="revenue_per_customer_with_a_win",
          lead_conversion_rate="won_share_of_all_rows")  # fmt: skip
    assert found.kpis["sales_cycle_days"].value == expected["sales_cycle_days_won"]["median"]
    _same_months(found, expected, revenue="monthly_won_revenue", deals_won="monthly_won_count",
                 win_rate="monthly_win_rate")  # fmt: skip
    _same_windows(found, expected, 5, deals_won="won", deals_lost="lost", win_rate="win_rate",
                  revenue="won_revenue", average_deal_value="mean_won_value",
                  sales_cycle_days="median_cycle_days_won")  # fmt: skip
    assert found.breakdown is not None
    by_product = {part.name: part.kpis["win_rate"].value for part in found.breakdown.parts}
    assert by_product == pytest.approx(expected["win_rate_by_product_top"], abs=RATE)


def test_support_tickets(shared: Path) -> None:
    folder = shared / "data/support_tickets"
    expected = _expected(folder)
    raw = _raw(folder / "customer_support_tickets.csv")
    frame = raw.select(
        id="ticket_id", region="region",
        created=_moment("created_date", "%Y-%m-%d %H:%M:%S"),
        resolved=_moment("resolved_date", "%Y-%m-%d %H:%M:%S%.f"),
        satisfaction=pl.col("csat_score").cast(pl.Float64),
    )  # fmt: skip
    tickets = of_frame("tickets", frame, {"satisfaction": Scale(1, 5)})
    found = _measured(tickets, go_live=date(2024, 7, 1))
    hours = expected["resolution_hours_resolved"]
    assert found.kpis["resolution_hours_median"].value == pytest.approx(hours["median"], abs=RATE)
    assert found.kpis["resolution_hours_mean"].value == pytest.approx(hours["mean"], abs=RATE)
    assert found.kpis["csat_mean"].value == pytest.approx(expected["csat"]["mean"], abs=RATE)
    share = found.kpis["csat_satisfied_share"]
    assert (share.value, share.n) == (pytest.approx(expected["csat"]["share_4_5"], abs=RATE), 3724)
    _same(found, expected, tickets="rows")
    _same_months(found, expected, tickets="monthly_tickets",
                 csat_mean="monthly_csat_mean_by_created",
                 resolution_hours_median="monthly_median_resolution_hours_by_created")  # fmt: skip
    _same_windows(found, expected, 6, tickets="tickets", csat_mean="csat_mean",
                  resolution_hours_median="median_resolution_hours")  # fmt: skip


def test_nps_survey(shared: Path) -> None:
    folder = shared / "data/nps_survey"
    expected = _expected(folder)
    frame = _raw(folder / "nps_survey.csv").select(
        group="is_admin", date=_moment("surveyed_at", "%Y-%m-%dT%H:%M:%SZ"),
        score=pl.col("score").cast(pl.Float64),
    )  # fmt: skip
    survey = of_frame("survey", frame, {"score": Scale(0, 10)})
    found = _measured(survey, go_live=date(2018, 2, 1), window_months=6, by="group")
    assert found.kpis["nps"].n == expected["rows"]
    _same(found, expected, nps="nps")
    _same_months(found, expected, nps="monthly_nps")
    _same_windows(found, expected, 6, nps="nps")
    assert found.breakdown is not None
    by_group = {part.name: part.kpis["nps"].value for part in found.breakdown.parts}
    assert by_group["1"] == pytest.approx(expected["nps_admins"], abs=RATE)
    assert by_group["0"] == pytest.approx(expected["nps_non_admins"], abs=RATE)


def test_taskflow_cac(shared: Path) -> None:
    folder = shared / "data/taskflow_cac"
    expected = _expected(folder)
    customers = _raw(folder / "customers.csv").select(
        id="customer_id", start=_day("signup_date"), source="acquisition_channel"
    )
    costs = _raw(folder / "marketing_spend.csv").select(
        date=_day("month"), campaign="channel", amount=pl.col("spend").cast(pl.Decimal(38, 2)),
        category=pl.lit("acquisition"),
    )  # fmt: skip
    found = _measured(
        of_frame("customers", customers), of_frame("costs", costs),
        go_live=date(2024, 1, 1), by="source",
    )  # fmt: skip
    _same(found, expected, customers="customers", customer_acquisition_cost="cac_total")
    _same_months(found, expected, new_customers="monthly_new_customers",
                 customer_acquisition_cost="monthly_cac")  # fmt: skip
    _same_windows(found, expected, 12, new_customers="new_customers",
                  customer_acquisition_cost="cac")  # fmt: skip
    assert found.breakdown is not None
    cost = {p.name: p.kpis["customer_acquisition_cost"].value for p in found.breakdown.parts}
    assert cost == pytest.approx(expected["cac_by_channel"], abs=MONEY)


def _expected(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _raw(path: Path) -> pl.DataFrame:
    return pl.read_csv(path, infer_schema=False)


def _moment(column: str, written: str) -> pl.Expr:
    return pl.col(column).str.to_datetime(written, time_unit="us")


def _day(column: str) -> pl.Expr:
    return _moment(column, "%Y-%m-%d")


def _measured(*tables: Table, **options: Any) -> Measurement:
    return measure({found.kind: found for found in tables}, Options(**options))


def _same(found: Measurement, expected: dict[str, Any], **names: str) -> None:
    for kpi, name in names.items():
        assert found.kpis[kpi].value == pytest.approx(expected[name], abs=RATE), kpi


def _same_months(found: Measurement, expected: dict[str, Any], **names: str) -> None:
    for kpi, name in names.items():
        months = dict(zip(found.monthly[kpi].months, found.monthly[kpi].values, strict=True))
        assert months == pytest.approx(expected[name]["all"], abs=RATE), kpi


def _same_windows(found: Measurement, expected: dict[str, Any], months: int, **names: str) -> None:
    for kpi, name in names.items():
        compared = found.before_after[kpi]
        assert compared.window is not None
        assert compared.window.months == months, kpi
        for side in ("before", "after"):
            wanted = expected["before_after"][side][name]
            assert getattr(compared, side) == pytest.approx(wanted, abs=RATE), kpi
