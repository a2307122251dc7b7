from __future__ import annotations

from typing import Any

import pytest

from crmroi.files.exports.table import Table
from crmroi.measure.breakdown import SMALL
from crmroi.measure.measuring import measure
from crmroi.measure.results import Breakdown, Options, Part
from tests.measure.tables import table

DEALS = table(
    "deals",
    outcome=["won"] * SMALL + ["lost"] * 10 + ["won"],
    amount=[100] * SMALL + [0] * 10 + [50],
    source=["Web"] * SMALL + ["Fair "] * 10 + ["Web"],
)


def broken_down(*tables: Table, by: str, **options: Any) -> Breakdown:
    found = measure({one.kind: one for one in tables}, Options(by=by, **options))
    assert found.breakdown is not None
    return found.breakdown


def by_name(found: Breakdown) -> dict[str, Part]:
    return {part.name: part for part in found.parts}


def test_each_part_has_its_kpis_with_their_n_the_largest_first() -> None:
    found = broken_down(DEALS, by="source")
    assert [part.name for part in found.parts] == ["Web", "Fair "]
    web, fair = found.parts
    assert (web.kpis["win_rate"].value, web.kpis["win_rate"].n) == (1, SMALL + 1)
    assert (fair.kpis["win_rate"].value, fair.kpis["win_rate"].n) == (0, 10)
    assert fair.kpis["average_deal_value"].value is None
    assert fair.kpis["average_deal_value"].reason is not None
    assert fair.kpis["average_deal_value"].reason.message == (
        "Average deal value cannot be calculated: no won deal has an amount."
    )


def test_parts_of_few_records_are_too_small_to_tell() -> None:
    parts = by_name(broken_down(DEALS, by="source"))
    assert (parts["Web"].small, parts["Fair "].small) == (False, True)


def test_the_return_of_a_campaign_is_margin_times_revenue_less_cost_over_cost() -> None:
    costs = table(
        "costs", date=["2025-01-01"] * 4, amount=[1000, 200, 500, 7],
        campaign=["web", "Fair", "Radio", None], category=["acquisition"] * 4,
    )  # fmt: skip
    parts = by_name(broken_down(DEALS, costs, by="source", margin=0.5))
    assert parts["Web"].cost == 1000
    assert parts["Web"].roi == pytest.approx((0.5 * (100 * SMALL + 50) - 1000) / 1000)
    assert (parts["Fair "].cost, parts["Fair "].roi) == (200, -1)
    assert (parts["Radio"].cost, parts["Radio"].roi) == (500, -1)  # it brought nothing
    without = by_name(broken_down(DEALS, costs, by="source"))
    assert (without["Web"].cost, without["Web"].roi) == (1000, None)


def test_deals_without_a_source_have_that_of_their_lead() -> None:
    leads = table("leads", id=["L1", "L2"], created=["2025-01-01"] * 2, source=["Web", "Fair"])
    deals = table("deals", lead=["L1", "L1", "L2", None], outcome=["won", "lost", "lost", "won"])
    parts = by_name(broken_down(leads, deals, by="source"))
    assert parts["Web"].kpis["win_rate"].value == 0.5
    assert parts["Web"].kpis["lead_conversion_rate"].value == 1
    assert parts["Fair"].kpis["win_rate"].value == 0


def test_orders_without_a_source_have_that_of_their_customer() -> None:
    customers = table("customers", id=["A", "B"], start=["2025-01-01"] * 2, source=["Web", "Fair"])
    orders = table("orders", customer=["A", "A", "B"], date=["2025-01-01"] * 3, amount=[1, 2, 4])
    parts = by_name(broken_down(customers, orders, by="source"))
    assert parts["Web"].kpis["revenue"].value == 3
    assert parts["Web"].kpis["average_order_value"].value == 1.5
    assert parts["Fair"].kpis["customers"].value == 1


def test_a_column_that_no_table_has_is_named() -> None:
    found = broken_down(DEALS, by="Branch")
    assert found.parts == ()
    assert found.reason is not None
    assert found.reason.message == (
        "Nothing can be broken down by “Branch”: no table has that column. Name another one."
    )


def test_a_kept_header_breaks_down_as_a_field_does() -> None:
    deals = table("deals", outcome=["won", "lost"], Branch=["North", "South"])
    assert by_name(broken_down(deals, by="Branch"))["North"].kpis["win_rate"].value == 1
