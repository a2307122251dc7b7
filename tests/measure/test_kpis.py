"""Each KPI by its definition, on tables small enough to be counted by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crmroi.files.exports.table import Scale, Table
from crmroi.measure.facts.books import Books
from crmroi.measure.facts.engine import open_engine
from crmroi.measure.facts.prepared import prepared
from crmroi.measure.kpis import AUXILIARY, KPIS
from crmroi.measure.measures import TableMeasures
from crmroi.measure.results import Options
from tests.measure.tables import of_frame, table


@contextmanager
def measures(
    *tables: Table, margin: float | None = None, **options: object
) -> Iterator[TableMeasures]:
    by_kind = {found.kind: found for found in tables}
    frames = {kind: prepared(found) for kind, found in by_kind.items()}
    with open_engine("duckdb", frames) as engine:
        yield TableMeasures(Books(engine, by_kind, Options(**options)), margin)  # type: ignore[arg-type]


def value(
    name: str, *tables: Table, margin: float | None = None, **options: object
) -> tuple[float | None, int]:
    with measures(*tables, margin=margin, **options) as found:
        kpi = found.values()[name]
        return kpi.value, kpi.n


def reason(name: str, *tables: Table) -> str:
    with measures(*tables) as found:
        kpi = found.values()[name]
        assert kpi.value is None
        assert kpi.reason is not None
        return kpi.reason.message


def by_month(name: str, *tables: Table, **options: object) -> Mapping[str, float | None]:
    with measures(*tables, **options) as found:
        months = found.months()[name]
        return dict(zip(months.months, months.values, strict=True))


# ------------------------------------------------------------------------------ leads and deals

DEALS = table(
    "deals",
    outcome=["won", "won", "lost", "open", "won"],
    created=["2025-01-10 23:00", "2025-01-15", "2025-01-20", "2025-02-01", None],
    closed=["2025-01-11 01:00", "2025-02-14", "2025-03-01", None, "2025-03-05"],
    amount=[100, None, 0, 70, 50.5],
    customer=["A", "B", "A", "C", "A"],
)


def test_the_day_on_which_an_open_deal_may_close_begins_no_month() -> None:
    planned = table(
        "deals",
        outcome=["won", "lost", "open"],
        closed=["2025-01-11", "2025-02-14", "2026-05-31"],
        amount=[100, 20, 70],
    )
    assert by_month("deals_won", planned) == {"2025-01": 1, "2025-02": 0}
    assert by_month("revenue", planned) == {"2025-01": 100, "2025-02": 0}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("deals_won", (3, 3)),
        ("deals_lost", (1, 1)),
        ("deals_open", (1, 1)),
        ("win_rate", (3 / 4, 4)),
        ("revenue", (150.5, 2)),
        ("average_deal_value", (75.25, 2)),  # the won deal without an amount does not count
        ("sales_cycle_days", (15.5, 2)),  # of 1 and 30 days: over midnight is a whole day
        ("leads", (5, 5)),
        ("lead_conversion_rate", (3 / 5, 5)),
        ("revenue_per_customer", (75.25, 2)),
    ],
)
def test_deals(name: str, expected: tuple[float, int]) -> None:
    assert value(name, DEALS) == pytest.approx(expected)


def test_a_month_without_deals_is_nothing_for_counts_and_no_value_for_rates() -> None:
    gap = table(
        "deals", outcome=["won", "lost"], closed=["2025-01-31", "2025-03-01"], amount=[5, 0]
    )
    assert by_month("deals_won", gap) == {"2025-01": 1, "2025-02": 0, "2025-03": 0}
    assert by_month("revenue", gap) == {"2025-01": 5, "2025-02": 0, "2025-03": 0}
    assert by_month("win_rate", gap) == {"2025-01": 1, "2025-02": None, "2025-03": 0}


def test_deals_without_a_closing_date_have_totals_and_no_months() -> None:
    undated = table("deals", outcome=["won", "lost", "won"])
    assert value("win_rate", undated) == pytest.approx((2 / 3, 3))
    assert by_month("win_rate", undated) == {}
    assert reason("sales_cycle_days", undated) == (
        "Sales cycle cannot be calculated: “Deals” has no column for “Created”. Name the column, "
        "or add it to the export."
    )


def test_a_deal_closed_before_it_was_created_is_won_and_has_no_length() -> None:
    slip = table(
        "deals", outcome=["won", "won"], created=["2025-01-10", "2025-01-10"],
        closed=["2025-01-05", "2025-01-20"],
    )  # fmt: skip
    assert value("deals_won", slip) == (2, 2)
    assert value("sales_cycle_days", slip) == (10, 1)


def test_of_a_thousand_leads_a_hundred_and_fifty_customers_are_fifteen_percent() -> None:
    leads = table(
        "leads", created=["2025-01-01"] * 1000, converted=[True] * 150 + [False] * 800 + [None] * 50
    )
    assert value("lead_conversion_rate", leads) == (0.15, 1000)
    assert by_month("lead_conversion_rate", leads) == {"2025-01": 0.15}


def _leads_with_deals(**deals: object) -> tuple[Table, Table]:
    leads = table(
        "leads", id=["L1", "L2", "L3", "L4"], customer=["A", "A", "B", None],
        created=["2025-01-01", "2025-02-01", "2025-02-01", "2025-02-01"],
    )  # fmt: skip
    known = {"outcome": ["won", "won", "lost", "open"], **deals}
    return leads, table("deals", **known)  # type: ignore[arg-type]


def test_leads_are_joined_with_the_deals_that_name_them() -> None:
    both = _leads_with_deals(
        lead=["L1", "L1", "L2", None], closed=["2025-01-21", "2025-01-11", "2025-03-01", None]
    )
    assert value("lead_conversion_rate", *both) == (1 / 4, 4)
    assert value("leads", *both) == (4, 4)
    with measures(*both) as found:
        assert found.books.waits["leads"].days == 10  # to the first of two wins


def test_leads_are_joined_by_customer_where_deals_name_no_lead() -> None:
    both = _leads_with_deals(
        customer=["A", "B", "B", "C"], closed=["2025-01-15", "2025-03-01", "2025-03-01", None]
    )
    # The customer's second lead came after the win.
    assert value("lead_conversion_rate", *both) == (2 / 4, 4)


def test_leads_that_say_nothing_of_their_conversion_name_the_column() -> None:
    assert reason("lead_conversion_rate", table("leads", created=["2025-01-01"])) == (
        "Lead conversion cannot be calculated: “Leads” has no column for “Converted”. Name the "
        "column, or add it to the export."
    )


def test_by_month_leads_have_the_time_in_which_nine_of_ten_wins_come() -> None:
    """Ten wins after 1 to 10 days: nine of ten come within 9.1 days, so within 10."""
    days = [f"2025-01-{day:02}" for day in range(2, 12)]
    leads = table(
        "leads",
        created=["2025-01-01"] * 10 + ["2025-02-01", "2025-02-01", "2025-03-01", "2025-03-05"],
        converted=[True] * 11 + [False, False, True],
        converted_on=[*days, "2025-02-28", None, None, "2025-03-06"],
    )
    with measures(leads, go_live=date(2025, 2, 1)) as found:
        assert found.books.waits["leads"].days == 10
        months = found.months()["lead_conversion_rate"]
        # February's one win came too late to count; March's leads are too young.
        assert months.months == ("2025-01", "2025-02")
        assert months.values == (1.0, 0.0)
        assert months.n == (10, 2)
        assert found.days("lead_conversion_rate")[-1] == date(2025, 2, 1)


def test_carts_are_leads_whose_file_or_headers_say_so() -> None:
    carts = table("leads", created=["2025-01-01"] * 4, converted=[True, False, False, False])
    assert reason("cart_abandonment_rate", carts) == (
        "Cart abandonment cannot be calculated: no carts. Add a file of carts as the leads."
    )
    carts.report.mapping["created"] = "cart_created_at"  # type: ignore[index]
    assert value("cart_abandonment_rate", carts) == (3 / 4, 4)


# ------------------------------------------------------------------------------ orders

ORDERS = table(
    "orders",
    order=["1", "1", "2", "3", "4", None, None],
    date=["2025-01-01", "2025-01-02", "2025-01-10", "2025-02-01", "2025-03-31", "2025-03-31",
          "2025-03-31"],
    amount=[10, 5, 20, -3, None, 8, 1],
    customer=["A", "A", "A", "B", "C", None, "C"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("orders", (6, 6)),  # two rows without a number are two orders
        ("revenue", (41, 6)),  # the credit is taken off
        ("average_order_value", (41 / 5, 5)),  # of orders, not of rows; one has no amount
        ("customers", (3, 3)),
        ("new_customers", (3, 3)),
        ("repeat_purchase_rate", (2 / 3, 3)),
        # From the first order to 31 March: 89, 58 and 0 days; five orders name their customer.
        ("orders_per_customer_per_year", (5 / ((89 + 58) / 365.25), 5)),
        ("repeat_orders_per_customer_per_year", (2 / ((89 + 58) / 365.25), 5)),
        ("revenue_per_customer", (33 / 3, 3)),
        ("current_customers", (3, 3)),
    ],
)
def test_orders(name: str, expected: tuple[float, int]) -> None:
    assert value(name, ORDERS) == pytest.approx(expected)


def test_revenue_is_the_orders_and_that_of_deals_stands_beside_it() -> None:
    with measures(ORDERS, DEALS) as found:
        assert found.values()["revenue"].value == 41
        assert found.values()["deals.revenue"].value == 150.5
    with measures(DEALS) as found:
        assert "deals.revenue" not in found.values()


def test_without_amounts_a_quantity_times_its_price_is_one() -> None:
    orders = table("orders", date=["2025-01-01"] * 2, quantity=[3, 0.5], unit_price=[9.99, 0.01])
    assert value("revenue", orders) == (29.975, 2)


def test_a_month_is_too_short_for_what_a_customer_does_over_time() -> None:
    assert by_month("repeat_purchase_rate", ORDERS) == {}
    assert by_month("revenue_per_customer", ORDERS) == {}


def test_orders_and_customers_of_months_are_those_of_each() -> None:
    assert by_month("orders", ORDERS) == {"2025-01": 2, "2025-02": 1, "2025-03": 3}
    assert by_month("customers", ORDERS) == {"2025-01": 1, "2025-02": 1, "2025-03": 1}
    assert by_month("new_customers", ORDERS) == {"2025-01": 1, "2025-02": 1, "2025-03": 1}


def _yearly(*years: list[str]) -> Table:
    """Customers who buy in the first of each month of a year; someone buys every month."""
    rows = [
        (f"{2021 + at}-{month:02}-28", customer)
        for at, buyers in enumerate(years)
        for month in range(1, 13)
        for customer in buyers
    ]
    return table(
        "orders", date=[day for day, _ in rows], customer=[buyer for _, buyer in rows],
        amount=[10] * len(rows),
    )  # fmt: skip


def test_retention_is_of_the_customers_of_one_year_who_buy_in_the_next() -> None:
    assert value("retention_rate", _yearly(["X"], ["A", "B", "C", "D"], ["A", "B", "C", "E"])) == (
        3 / 4,
        4,
    )


def test_retention_of_orders_of_less_than_two_years_is_said_to_lack_them() -> None:
    assert reason("retention_rate", _yearly(["A"])) == (
        "Retention cannot be calculated: the orders cover less than two years. Add older orders, "
        "or the file of customers with their start and end."
    )
    assert reason("retention_rate", DEALS) == (
        "Retention cannot be calculated: no order dates or end dates. Add the orders file."
    )


def test_two_hundred_customers_less_twenty_lost_are_ninety_percent() -> None:
    customers = table(
        "customers",
        start=["2023-06-15"] * 200 + ["2024-06-15", "2024-12-31"],
        end=["2024-03-10"] * 20 + [None] * 180 + ["2024-08-01", None],
    )
    assert value("retention_rate", customers) == (0.9, 200)
    assert value("customers", customers) == (202, 202)
    assert value("current_customers", customers) == (181, 181)


def test_a_flag_alone_gives_a_retention_without_months_or_windows() -> None:
    customers = table(
        "customers",
        start=["2024-01-01"] * 4 + ["2024-12-31"],
        churned=[True, False, False, False, None],
    )
    assert value("retention_rate", customers) == (3 / 4, 4)
    assert by_month("retention_rate", customers) == {}


def test_the_retention_of_customers_records_stands_beside_that_of_orders() -> None:
    customers = table("customers", churned=[True, False])
    orders = _yearly(["A", "B"], ["A", "B"])
    with measures(orders, customers) as found:
        assert found.values()["retention_rate"].value == 1
        assert found.values()["customers.retention_rate"].value == 0.5
    with measures(customers) as found:
        assert "customers.retention_rate" not in found.values()


def test_lifetime_value_is_order_value_times_orders_times_lifespan() -> None:
    orders = _yearly(["A", "B"], ["A"])
    per_year = 36 / ((2 * (700 - 0) - 0) / 365.25)
    with measures(orders, margin=0.4) as found:
        kpis = found.values()
        per_year = kpis["orders_per_customer_per_year"].value
        assert per_year is not None
        assert kpis["customer_lifetime_value"].value == pytest.approx(10 * per_year / (1 - 0.5))
        assert kpis["customer_lifetime_margin"].value == pytest.approx(0.4 * 20 * per_year)
    assert reason("customer_lifetime_value", _yearly(["A"], ["A"])) == (
        "Customer lifetime value (CLV) cannot be calculated: it takes the average order value, "
        "the orders of a customer in a year, and a retention below 100%."
    )


@settings(max_examples=15)  # each opens an engine
@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 8)), min_size=1, max_size=40))
def test_customer_years_of_the_months_add_up_to_those_of_all(rows: list[tuple[int, int]]) -> None:
    start = date(2023, 1, 1).toordinal()
    orders = table(
        "orders", date=[date.fromordinal(start + day).isoformat() for day, _ in rows],
        customer=[f"C{customer}" for _, customer in rows], amount=[1] * len(rows),
    )  # fmt: skip
    days = {customer: min(d for d, c in rows if c == customer) for _, customer in rows}
    years = sum(max(day for day, _ in rows) - first for first in days.values()) / 365.25
    with measures(orders) as found:
        book = found.books.by_name["buyers"]
        months = book.months("all").values()
        assert book.totals(None, "all")["buyers.years"] == pytest.approx(years)
        assert sum(facts["buyers.years"] or 0 for facts in months) == pytest.approx(years)


# ------------------------------------------------------------------------------ costs


def test_five_thousand_for_a_hundred_customers_is_fifty_each() -> None:
    customers = table("customers", start=["2025-01-20"] * 60 + ["2025-02-03"] * 40 + ["2025-03-01"])
    costs = table(
        "costs", date=["2024-12-01", "2025-01-01", "2025-02-01", "2025-02-01"],
        amount=[999, 3000, 2000, 777],
        category=["acquisition", "acquisition", "acquisition", "crm"],
    )  # fmt: skip
    # December has no customers yet and March no costs: neither counts.
    assert value("customer_acquisition_cost", customers, costs) == (50, 100)
    assert by_month("customer_acquisition_cost", customers, costs) == {"2025-01": 50, "2025-02": 50}
    assert reason("customer_acquisition_cost", costs) == (
        "Customer acquisition cost (CAC) cannot be calculated: no new customers in the months of "
        "the costs. Add both for the same months."
    )


def test_costs_written_down_once_a_month_stand_for_whole_months() -> None:
    costs = table(
        "costs", date=["2025-01-01", "2025-02-01", "2025-03-01"], amount=[30, 0, 60],
        category=["returns", "other", "returns"],
    )  # fmt: skip
    assert value("returns_cost_per_month", costs) == (30, 2)
    assert by_month("returns_cost_per_month", costs) == {"2025-01": 30, "2025-02": 0, "2025-03": 60}
    with measures(costs) as found:
        assert found.days("returns_cost")[-1] == date(2025, 3, 31)
    other = table("costs", date=["2025-01-01"], amount=[30], category=["other"])
    assert reason("returns_cost_per_month", other) == (
        "Cost of returns per month cannot be calculated: none of the costs is of returns."
    )


# ------------------------------------------------------------------------------ service

TICKETS = table(
    "tickets",
    scales={"satisfaction": Scale(1, 5)},
    created=["2025-01-01 10:00", "2025-01-01 10:00", "2025-02-01", "2025-02-01"],
    resolved=["2025-01-01 11:30", "2025-01-02 10:00", None, "2025-02-01 02:00"],
    handling_minutes=[10, None, 20, None],
    satisfaction=[5, 4, None, 1],
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tickets", (4, 4)),
        ("tickets_per_month", (2, 4)),
        ("resolution_hours_median", (2, 3)),
        ("resolution_hours_mean", (27.5 / 3, 3)),
        ("handling_minutes_mean", (15, 2)),
        ("handling_minutes", (30, 2)),
        ("csat_mean", (10 / 3, 3)),
        ("csat_satisfied_share", (2 / 3, 3)),
    ],
)
def test_tickets(name: str, expected: tuple[float, int]) -> None:
    assert value(name, TICKETS) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("scale", "scores", "share"),
    [
        (Scale(1, 5), [5, 4, 3, 1], 2 / 4),
        (Scale(1, 7), [7, 6, 5, 1], 2 / 4),
        (Scale(0, 100), [100, 75, 74, 0], 2 / 4),
        (Scale(0, 1, words=True), [1, 1, 1, 0], 3 / 4),
    ],
)
def test_satisfied_is_the_top_two_steps_of_a_scale(
    scale: Scale, scores: list[float], share: float
) -> None:
    survey = table("survey", scales={"score": scale}, date=["2025-01-01"] * 4, score=scores)
    assert value("csat_satisfied_share", survey) == (share, 4)
    if scale.words:
        assert reason("csat_mean", survey) == (
            "Satisfaction score cannot be calculated: the answers are words, not scores. The "
            "satisfied share is given."
        )
    else:
        assert value("csat_mean", survey) == (sum(scores) / 4, 4)
    assert reason("nps", survey) == (
        "Net promoter score (NPS) cannot be calculated: the survey has no answers on the scale of "
        "0 to 10."
    )


def test_promoters_less_detractors_of_the_answers_given() -> None:
    survey = table(
        "survey", scales={"score": Scale(0, 10)}, date=["2025-01-01"] * 6,
        score=[10, 9, 8, 6, 0, None],
    )  # fmt: skip
    assert value("nps", survey) == (0, 5)
    assert reason("csat_mean", survey) == (
        "Satisfaction score cannot be calculated: no rated answers. Add the survey file, or "
        "tickets with a rating."
    )
    with measures(survey, TICKETS) as found:
        assert found.values()["csat_mean"].n == 3
        assert "tickets.csat_mean" not in found.values()


def test_a_survey_of_two_kinds_has_a_scale_for_each() -> None:
    survey = table(
        "survey", scales={"score": Scale(0, 10)}, date=["2025-01-01"] * 4,
        kind=["nps", "nps", "csat", "csat"], score=[10, 3, 4, 2],
    )  # fmt: skip
    assert value("nps", survey) == (0, 2)
    assert value("csat_satisfied_share", survey) == (1 / 2, 2)
    with measures(survey, TICKETS) as found:
        assert found.values()["tickets.csat_mean"].n == 3


# ------------------------------------------------------------------------------ work

ACTIVITY = table(
    "activity",
    date=["2025-01-01", "2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01", "2025-03-31"],
    user=["U1", "U2", "U1", "U1", "U1", None],
    customer=["A", "B", None, "X", "A", "A"],
)


def test_users_are_counted_anew_in_each_month() -> None:
    assert by_month("active_users", ACTIVITY) == {"2025-01": 2, "2025-02": 1, "2025-03": 1}
    assert value("active_users", ACTIVITY) == pytest.approx((4 / 3, 5))
    assert value("adoption_rate", ACTIVITY, licensed_users=4) == pytest.approx((1 / 3, 5))
    assert reason("adoption_rate", ACTIVITY) == (
        "Adoption cannot be calculated: it takes the number of licensed users. Enter that number."
    )


def test_engagement_is_of_the_customers_that_there_were_by_then() -> None:
    customers = table(
        "customers", id=["A", "B", "C"], start=["2024-06-01", "2024-06-01", "2025-02-10"],
        end=[None, "2025-01-31", None],
    )  # fmt: skip
    # X is no customer.
    assert by_month("engagement_rate", ACTIVITY, customers) == {
        "2025-01": 1.0, "2025-02": 0.0, "2025-03": 0.5,
    }  # fmt: skip
    assert value("engagement_rate", ACTIVITY, customers) == pytest.approx((3 / 6, 4))
    assert value("interactions_per_customer", ACTIVITY, customers) == pytest.approx((4 / 3, 3))
    with measures(ACTIVITY, customers) as found:
        window = found.values((date(2025, 1, 1), date(2025, 3, 1)))["interactions_per_customer"]
        assert window.value == pytest.approx(2 / 4)


# ------------------------------------------------------------------------------ windows and groups


def test_a_window_holds_the_records_of_its_months_alone() -> None:
    with measures(DEALS) as found:
        window = found.values((date(2025, 2, 1), date(2025, 4, 1)))
        assert window["win_rate"].value == pytest.approx(2 / 3)
        assert window["revenue"].value == 50.5
        assert window["deals_open"].value == 1


def test_the_control_group_and_the_others_are_told_apart() -> None:
    deals = table(
        "deals", outcome=["won", "lost", "won"], closed=["2025-01-01"] * 3,
        control=[True, True, False],
    )  # fmt: skip
    with measures(deals, TICKETS) as found:
        assert found.values(group="control")["win_rate"].value == 0.5
        assert found.values(group="treated")["win_rate"].value == 1.0
        assert found.months("control")["win_rate"].values == (0.5,)
        assert "tickets" not in found.values(group="control")


def test_a_shorter_span_of_records_is_retained_as_a_year_of_it_would_be() -> None:
    customers = table(
        "customers", start=["2023-01-01"] * 10 + ["2025-01-01"], end=["2024-03-15"] + [None] * 10
    )
    with measures(customers) as found:
        half = found.values((date(2024, 1, 1), date(2024, 7, 1)))["retention_rate"]
        assert (half.value, half.n) == (pytest.approx(0.9**2), 10)


# ------------------------------------------------------------------------------ declarations


def test_nothing_is_missing_of_an_empty_upload_but_the_values() -> None:
    with measures() as found:
        shown = found.values()
        assert set(shown) == {n for n, kpi in {**KPIS, **AUXILIARY}.items() if not kpi.beside}
        assert all(kpi.value is None and kpi.reason is not None for kpi in shown.values())


def test_a_table_without_rows_has_counts_of_nothing_and_no_rates() -> None:
    empty = of_frame("deals", DEALS.frame.clear())
    with measures(empty) as found:
        assert found.values()["deals_won"].value == 0
        assert found.values()["win_rate"].value is None
        assert found.months()["deals_won"].months == ()


def test_every_name_of_the_specification_is_declared(shared: object) -> None:
    written = (shared / "measure.md").read_text(encoding="utf-8")  # type: ignore[operator]
    table_of_kpis = written.split("## KPIs")[1].split("Worked figures")[0]
    rows = [line for line in table_of_kpis.splitlines() if line.startswith("| ")][1:]
    names = {
        name.strip()
        for row in rows
        for name in row.split("|")[1].replace(";", ",").split(",")
        if name.strip() not in ("per month", "", "KPI")
    }
    assert names <= set(KPIS), names - set(KPIS)
