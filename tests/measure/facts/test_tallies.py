from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ibis import _

from crmroi.measure.facts.engine import open_engine
from crmroi.measure.facts.tallies import Tallied, Tallies, Tally

DAYS = st.lists(st.integers(-400, 4000), max_size=60)


def tally(values: list[int]) -> Tally:
    distinct, counts = np.unique(np.array(values, dtype=np.int64), return_counts=True)
    order = np.random.default_rng(1).permutation(distinct.size)  # an engine keeps no order
    return Tally(distinct[order], counts[order])


@given(DAYS.filter(len), st.floats(0, 1))
def test_quantiles_are_those_of_the_numbers_themselves(values: list[int], share: float) -> None:
    assert tally(values).quantile(share) == pytest.approx(np.quantile(values, share), abs=1e-9)


@given(DAYS.filter(len))
def test_the_median_is_that_of_the_numbers_to_the_digit(values: list[int]) -> None:
    assert tally(values).median() == np.median(values)


@given(DAYS)
def test_distinct_numbers_are_counted_once(values: list[int]) -> None:
    assert tally(values).distinct() == len(set(values))


def test_of_no_numbers_there_is_no_median() -> None:
    assert (tally([]).median(), tally([]).distinct()) == (None, 0)


RECORDS = st.lists(
    st.tuples(st.none() | st.integers(0, 4), st.none() | st.integers(-3, 9)), max_size=40
)
FACTS = {"days": Tallied(_.days, Tally.median), "kinds": Tallied(_.days, Tally.distinct)}


def told(days: list[int | None]) -> dict[str, float | None]:
    held = [day for day in days if day is not None]
    return {"days": float(np.median(held)) if held else None, "kinds": float(len(set(held)))}


@settings(max_examples=25)  # each opens an engine
@given(RECORDS)
def test_facts_by_month_of_a_span_and_of_all_records_are_those_of_the_records(
    records: list[tuple[int | None, int | None]],
) -> None:
    schema = {"month": pl.Int32, "days": pl.Int32}
    frame = pl.DataFrame(records, schema=schema, orient="row")
    with open_engine("duckdb", {"deals": frame}) as engine:
        rows = engine.tables["deals"]
        tallies = Tallies(engine, rows, FACTS, "month")
        assert Tallies(engine, rows, FACTS).facts() == told([day for _m, day in records])
        assert tallies.facts() == told([day for _m, day in records])
        span = tallies.facts(pl.col("month").is_between(1, 2))
        assert span == told([day for month, day in records if month in {1, 2}])
        for month in range(5):
            assert tallies.at(month) == told([day for m, day in records if m == month])
