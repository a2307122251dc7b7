from __future__ import annotations

from crmroi.charts import csv_text
from crmroi.charts.measured import campaigns_table, parts_table, realised_table, series_table
from crmroi.measure.results import Breakdown, Part, Value
from tests.charts.measured_cases import COMPARED, LIVE, MONTHLY, PARTS, REALISED, SETTING


def test_a_month_has_its_value_its_records_and_what_was_expected():
    table = series_table("win_rate", MONTHLY["win_rate"], COMPARED["win_rate"], SETTING)
    assert [column.name for column in table.columns] == [
        "Month", "Win rate", "Records", "Expected", "Expected, lowest", "Expected, highest",
    ]  # fmt: skip
    assert table.raw[0][0] == "2023-01"
    assert table.shown[0] == ("January\u00a02023", "18.9%", "100", "", "", "")
    assert table.shown[LIVE][3] == "18%"


def test_a_month_without_a_value_is_an_empty_cell():
    table = series_table("csat_mean", MONTHLY["csat_mean"], None, SETTING)
    assert (table.raw[7], table.shown[7][1:]) == (("2023-08", None, 0), ("", "0"))


def test_small_parts_are_said_to_be():
    table = parts_table(PARTS, "win_rate", SETTING)
    assert table.columns[0].name == "Source"
    assert table.shown[2][0] == "P (too few records to tell)"
    assert table.raw[2] == ("P", 0.3, 9)


def test_a_campaign_has_its_cost_and_its_return():
    table = campaigns_table(PARTS, SETTING)
    assert table.shown[0] == ("Fair", "€5,000", "180%")
    assert table.shown[2][2] == ""


def test_a_name_that_a_spreadsheet_would_run_is_made_safe():
    odd = Breakdown("Source", (Part("=1+1", {"win_rate": Value(0.2, 50)}, small=False),))
    assert csv_text(parts_table(odd, "win_rate", SETTING)).splitlines()[1] == "'=1+1,0.2,50"


def test_the_simple_return_stands_beside_the_adjusted_one():
    table = realised_table(REALISED, SETTING)
    assert table.shown == (
        ("Margin on additional revenue", "€128,000", "€103,000"),
        ("Handling time saved", "€23,000", "€21,000"),
        ("Fewer returns", "", "−€6,000"),
        ("Cost of the CRM", "−€92,000", "−€92,000"),
        ("Left after costs", "€59,000", "€26,000"),
        ("Return (ROI)", "64%", "28%"),
    )
