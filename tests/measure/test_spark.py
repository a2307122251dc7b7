"""The same KPIs on Spark, run locally; `make test-spark` brings what it needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crmroi.measure.measuring import measure
from tests.measure.company import company
from tests.measure.facts.test_engine import OPTIONS, same

pytestmark = [
    pytest.mark.spark,
    # Spark's Python side uses what its own dependencies are about to drop.
    pytest.mark.filterwarnings("ignore"),
]


def test_spark_gives_the_same_kpis_months_and_parts_as_duckdb() -> None:
    pytest.importorskip("pyspark")
    there = measure(company(), replace(OPTIONS, engine="spark"))
    assert same(measure(company(), OPTIONS), there) == []
