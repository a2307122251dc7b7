from __future__ import annotations

from dataclasses import replace

from crmroi.charts.measured import ranked
from tests.charts.measured_cases import MEASUREMENT


def test_kpis_that_got_better_or_worse_come_before_the_others():
    assert ranked(MEASUREMENT) == [
        "win_rate", "leads", "sales_cycle_days", "nps", "revenue", "csat_mean", "retention_rate",
    ]  # fmt: skip


def test_those_of_the_sector_come_first_in_its_order():
    assert ranked(MEASUREMENT, ("csat_mean", "nps"))[:3] == ["csat_mean", "nps", "win_rate"]


def test_one_without_a_value_comes_last_even_if_it_is_the_sectors():
    assert ranked(MEASUREMENT, ("retention_rate",))[-1] == "retention_rate"


def test_a_count_is_not_told_again_by_month():
    again = {**MEASUREMENT.kpis, "leads_per_month": MEASUREMENT.kpis["leads"]}
    assert "leads_per_month" not in ranked(replace(MEASUREMENT, kpis=again))
