from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from ibis import _

from crmroi.measure.facts.engine import MeasureError, open_engine
from crmroi.measure.measuring import measure
from crmroi.measure.results import Measurement, Months, Options, Value
from tests.measure.company import company
from tests.measure.tables import table

OPTIONS = Options(
    go_live=date(2023, 7, 1), margin=0.4, licensed_users=15, by="source", ramp_months=1
)


def same(first: Measurement, second: Measurement) -> list[str]:
    """The KPIs that two engines do not give alike: counts exactly, else to 1e-9."""
    unlike = [
        name
        for name, value in first.kpis.items()
        if not _same_value(value, second.kpis[name])
        or not _same_months(first.monthly.get(name), second.monthly.get(name))
    ]
    assert first.breakdown is not None
    assert second.breakdown is not None
    for one, other in zip(first.breakdown.parts, second.breakdown.parts, strict=True):
        assert one.name == other.name
        unlike += [k for k, value in one.kpis.items() if not _same_value(value, other.kpis[k])]
    return unlike


def _same_value(one: Value, other: Value) -> bool:
    return one.n == other.n and _same_number(one.value, other.value)


def _same_number(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9)


def _same_months(one: Months | None, other: Months | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.months, one.n) == (other.months, other.n) and all(
        map(_same_number, one.values, other.values)
    )


def computed(kpis: Mapping[str, Value]) -> set[str]:
    return {name for name, value in kpis.items() if value.value is not None}


def test_the_made_up_company_gives_every_kpi_but_that_of_carts() -> None:
    found = measure(company(), OPTIONS).kpis
    assert set(found) - computed(found) == {"cart_abandonment_rate"}


def test_a_database_by_connection_string_gives_the_same_and_keeps_nothing(tmp_path: Path) -> None:
    address = f"duckdb://{tmp_path / 'measures.duckdb'}"
    there = measure(company(), replace(OPTIONS, engine=address))
    assert same(measure(company(), OPTIONS), there) == []
    again = measure(company(), replace(OPTIONS, engine=address))
    assert computed(again.kpis) == computed(there.kpis)


def test_two_at_once_in_the_embedded_database_see_their_own_tables_alone() -> None:
    few, many = (pl.DataFrame({"row": range(rows)}) for rows in (2, 5))
    with (
        open_engine("duckdb", {"deals": few}) as one,
        open_engine("duckdb", {"deals": many}) as two,
    ):
        counts = [engine.tables["deals"].aggregate(rows=_.count()) for engine in (one, two, one)]
        found = [
            engine.rows(n)[0]["rows"] for engine, n in zip((one, two, one), counts, strict=True)
        ]
    assert found == [2, 5, 2]


def test_the_embedded_database_keeps_nothing_of_a_measurement() -> None:
    with open_engine("duckdb", {"deals": pl.DataFrame({"row": [1]})}) as first:
        rows = first.tables["deals"].aggregate(rows=_.count())
        assert first.rows(rows) == [{"rows": 1}]
    with open_engine("duckdb", {}) as second, pytest.raises(duckdb.CatalogException):
        second.rows(rows)


@pytest.mark.parametrize("frame", [
    pl.DataFrame(schema={"row": pl.Int64, "owner": pl.String}),
    pl.concat([pl.DataFrame({"row": [n], "owner": ["é" * 20]}) for n in (1, 2)], rechunk=False),
    pl.DataFrame([pl.Series("row", [1, 2]), pl.Series("owner", ["a"]).append(pl.Series(["b"]))]),
])  # fmt: skip
def test_tables_of_no_rows_and_of_columns_in_chunks_are_given_whole(frame: pl.DataFrame) -> None:
    with open_engine("duckdb", {"deals": frame}) as engine:
        assert engine.rows(engine.tables["deals"].order_by("row")) == frame.to_dicts()


def test_an_engine_that_is_none_is_named_without_what_its_address_holds() -> None:
    deals = {"deals": table("deals", outcome=["won"])}
    with pytest.raises(MeasureError) as failed:
        measure(deals, Options(engine="nosuch://user:secret@host/database"))
    assert failed.value.problem.message == (
        "The engine “nosuch” could not be opened. It can be duckdb, spark, or the address of a "
        "database; the last two need what requirements-spark.txt or the database’s Ibis backend "
        "installs."
    )
    assert "secret" not in str(failed.value)


def test_an_engine_that_cannot_compute_them_says_so(tmp_path: Path) -> None:
    with pytest.raises(MeasureError) as failed:
        measure(company(), replace(OPTIONS, engine=f"sqlite://{tmp_path / 'measures.sqlite'}"))
    assert failed.value.problem.message == (
        "The engine “sqlite” cannot hold the tables or compute one of the KPIs: a median, most "
        "often. Choose duckdb or spark."
    )
