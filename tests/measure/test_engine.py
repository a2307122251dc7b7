from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crmroi.measure.engine import MeasureError
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
