from __future__ import annotations

import csv
import io
import math

import pytest

from crmroi.charts import CHARTS, Column, Table, csv_text, table
from crmroi.text import speaking
from tests.charts.cases import NO_SALES_GAINS, OUTCOMES, case, exact


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("pinned", [None, {}, NO_SALES_GAINS, {"finance.horizon_years": 2}])
def test_every_cell_has_a_raw_and_a_shown_value(chart, pinned):
    found = table(chart, case(), None if pinned is None else case(pinned))
    for raw, shown in zip(found.raw, found.shown, strict=True):
        assert len(raw) == len(shown) == len(found.columns)


@pytest.mark.parametrize("changes", OUTCOMES.values(), ids=[case.name for case in OUTCOMES])
@pytest.mark.parametrize("chart", CHARTS)
def test_every_case_has_its_tables(chart, changes):
    assert table(chart, case(changes)).raw


def test_an_unknown_chart_is_refused():
    with pytest.raises(KeyError):
        table("pie", case())


def test_raw_values_hold_every_digit():
    projection = case()
    found = table("cash", projection)
    assert found.raw[60][4] == projection.monthly["cumulative"][60]
    assert found.shown[60][4] == exact(projection.metrics["net_gain"])


def test_a_shorter_pin_leaves_its_last_cells_empty():
    found = table("cash", case(), case({"finance.horizon_years": 2}))
    assert found.columns[-1].name == "Pinned, cumulative net"
    assert found.raw[25][-1] is None
    assert found.shown[25][-1] == ""
    assert found.raw[24][-1] is not None


def test_the_waterfalls_table_sums_exactly_raw_and_shown():
    for pinned in (None, case(NO_SALES_GAINS)):
        found = table("waterfall", case(), pinned)
        for column in range(1, len(found.columns)):
            *amounts, net = (row[column] for row in found.raw)
            assert math.fsum(amounts) == pytest.approx(net, rel=1e-12)
        *amounts, net = (
            int(row[1].replace("€", "").replace(",", "").replace("−", "-")) for row in found.shown
        )
        assert sum(amounts) == net


def test_a_theme_only_the_pin_has_keeps_its_row():
    found = table("waterfall", case(NO_SALES_GAINS), case())
    names = [row[0] for row in found.raw]
    assert "Leads won" in names
    assert dict(zip(names, (row[1] for row in found.raw), strict=True))["Leads won"] == 0


def test_csv_has_units_in_its_heads_and_plain_numbers():
    text = csv_text(table("cash", case()))
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == [
        "Month",
        "Gains (EUR)",
        "Costs (EUR)",
        "Net (EUR)",
        "Cumulative net (EUR)",
        "Cumulative net, discounted (EUR)",
    ]
    first = float(case().monthly["total_costs"][0])
    assert rows[1] == ["0", "0.0", str(first), *[str(-first)] * 3]
    assert [float(row[4]) for row in rows[1:]] == case().monthly["cumulative"].tolist()


def test_csv_is_the_same_number_in_every_language():
    with speaking("fr"):
        french = csv_text(table("cash", case())).splitlines()[1:]
    assert french == csv_text(table("cash", case())).splitlines()[1:]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\uff1d"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(start):
    found = Table((Column("Theme"), Column("Amount")), ((start + "1+1", -5.0),), (("", ""),))
    row = next(csv.reader(io.StringIO(csv_text(found).split("\r\n", 1)[1])))
    assert row == [f"'{start}1+1", "-5.0"]
