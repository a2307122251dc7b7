from __future__ import annotations

from datetime import date

import pytest

from crmroi.files.exports.table import Table
from crmroi.measure.change.comparison import weighted
from crmroi.measure.facts.books import Books
from crmroi.measure.facts.engine import open_engine
from crmroi.measure.facts.prepared import prepared
from crmroi.measure.kpis import AUXILIARY, KPIS
from crmroi.measure.measures import TableMeasures
from crmroi.measure.results import Options
from tests.measure.tables import table

ORDERS = table(
    "orders",
    date=["2024-02-10", "2024-03-10", "2024-02-20", "2024-05-20"],
    amount=[10, 10, 10, 10],
    customer=["old", "old", "new", "lost"],
)
PEOPLE = table(
    "customers",
    id=["old", "new", "lost"],
    start=["2019-01-01", "2024-02-20", "2023-01-01"],
    end=[None, None, "2024-05-21"],
)
SPRING = (date(2024, 1, 1), date(2024, 5, 1))


def measured(name: str, period: tuple[date, date] | None, **tables: Table) -> float | None:
    with open_engine("duckdb", {kind: prepared(one) for kind, one in tables.items()}) as engine:
        return TableMeasures(Books(engine, tables, Options())).values(period)[name].value


def test_orders_alone_count_a_customer_from_the_first_of_them() -> None:
    years = ((date(2024, 5, 1) - date(2024, 2, 10)).days + (71 - 0)) / 365.25
    found = measured("orders_per_customer_per_year", SPRING, orders=ORDERS)
    assert found == pytest.approx(3 / years)


def test_the_customers_own_records_tell_since_when_they_are_there() -> None:
    old = (date(2024, 5, 1) - date(2024, 1, 1)).days
    new = (date(2024, 5, 1) - date(2024, 2, 20)).days
    found = measured("orders_per_customer_per_year", SPRING, orders=ORDERS, customers=PEOPLE)
    assert found == pytest.approx(3 / ((old + new + old) / 365.25))


def test_an_order_of_a_customer_of_before_is_a_repeat_order() -> None:
    years = measured("orders_per_customer_per_year", SPRING, orders=ORDERS, customers=PEOPLE)
    repeat = measured(
        "repeat_orders_per_customer_per_year", SPRING, orders=ORDERS, customers=PEOPLE
    )
    assert years is not None
    assert repeat == pytest.approx(
        years * 2 / 3
    )  # of three orders one is the first of its customer


def test_over_all_orders_the_first_one_begins_a_customer_as_the_definition_says() -> None:
    alone = measured("orders_per_customer_per_year", None, orders=ORDERS)
    beside = measured("orders_per_customer_per_year", None, orders=ORDERS, customers=PEOPLE)
    assert alone == beside


def test_a_month_does_not_count_the_more_the_higher_its_value() -> None:
    told = {name for name, kpi in {**KPIS, **AUXILIARY}.items() if weighted(kpi)}
    assert {"win_rate", "average_order_value", "csat_mean"} <= told
    assert not told & {"orders_per_customer_per_year", "interactions_per_customer", "orders"}
