from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from crmroi.files.exports.reading import read_export
from crmroi.files.exports.table import Options, Table
from crmroi.files.sample import (
    FOLDER,
    SampleFile,
    other_sample_files,
    sample_control,
    sample_files,
    sample_go_live,
    sample_licensed_users,
)
from crmroi.measure.change.before_after import compared
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.facts.books import Books
from crmroi.measure.facts.engine import open_engine
from crmroi.measure.facts.prepared import prepared
from crmroi.measure.measures import TableMeasures
from crmroi.measure.measuring import measure
from crmroi.measure.results import Options as Asked

TRUTH = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
DEALS = next(file for file in sample_files() if file.kind == "deals")
SAME_FOR_ALL_DEALS = (
    "deals_won", "deals_lost", "deals_open", "win_rate", "average_deal_value", "revenue",
    "sales_cycle_days",
)  # fmt: skip


def read(file: SampleFile) -> Table:
    options = Options(kind=file.kind, control=sample_control())
    table = read_export(file.path.read_bytes(), file.name, options).table
    assert table is not None
    return table


@pytest.mark.parametrize("file", other_sample_files(), ids=lambda file: file.name)
def test_the_same_deals_give_the_same_figures_in_every_dialect(file):
    first, other = (measure({"deals": read(deals)}, Asked()).kpis for deals in (DEALS, file))
    for name in SAME_FOR_ALL_DEALS:
        assert first[name].value is not None
        assert (other[name].value, other[name].n) == (
            pytest.approx(first[name].value),
            first[name].n,
        )


@pytest.fixture(scope="module")
def comparison() -> Iterator[Comparison]:
    tables = {file.kind: read(file) for file in sample_files()}
    asked = Asked(go_live=sample_go_live(), licensed_users=sample_licensed_users())
    frames = {kind: prepared(table) for kind, table in tables.items()}
    with open_engine(asked.engine, frames) as engine:
        yield Comparison(TableMeasures(Books(engine, tables, asked), None), asked)


@pytest.mark.parametrize("name", TRUTH["effects"])
def test_the_adjusted_interval_holds_the_true_change(name, comparison):
    effect = TRUTH["effects"][name]
    low, high = compared(comparison, effect["kpi"]).adjusted.interval_relative
    assert low <= effect["change_relative"] <= high


@pytest.mark.parametrize("name", ["order_value", "handling_time", "churn"])
def test_beside_the_region_without_a_crm_the_interval_holds_the_true_change(name, comparison):
    effect = TRUTH["effects"][name]
    low, high = compared(comparison, effect["kpi"]).controlled.interval_relative
    assert low <= effect["change_relative_with_crm"] <= high


@pytest.mark.parametrize("name", ["lead_conversion", "order_value", "handling_time", "churn"])
def test_the_sample_shows_what_a_crm_can_do(name, comparison):
    assert compared(comparison, TRUTH["effects"][name]["kpi"]).verdict == "better"


@pytest.mark.parametrize("kpi", TRUTH["unchanged"])
def test_nothing_is_found_where_nothing_changed(kpi, comparison):
    assert compared(comparison, kpi).verdict == "unclear"


def test_the_go_live_has_eighteen_whole_months_on_either_side(comparison):
    window = compared(comparison, "average_order_value").window
    assert (window.before, window.after) == (("2023-01", "2024-06"), ("2024-07", "2025-12"))
