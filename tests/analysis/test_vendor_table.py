"""A vendor's own table under each convention."""

from __future__ import annotations

import pytest

from crmroi.analysis.vendor_table import under_each_convention
from crmroi.files.cash_flow_table import read_cash_flow_table
from crmroi.model.cash_flow import Rates

TABLE = read_cash_flow_table(b"period,benefits,costs\n0,0,1000\n1,800,100\n2,900,100\n")
RATES = Rates(discount=0.1, finance=0.1, reinvest=0.1)


def test_a_table_is_worth_less_where_its_first_flow_comes_later() -> None:
    found = under_each_convention(TABLE, RATES)
    now, later = found.conventions
    assert (now.first_flow, later.first_flow) == ("now", "end-of-period")
    assert now.measures["npv"] == pytest.approx(-1000 + 700 / 1.1 + 800 / 1.21)
    assert later.measures["npv"] == pytest.approx(now.measures["npv"] / 1.1)
    assert later.measures["irr"] == now.measures["irr"]
    assert (found.table, found.rates) == (TABLE, RATES)


def test_conventions_are_told_in_words() -> None:
    for convention in under_each_convention(TABLE, RATES).conventions:
        assert convention.label
        assert convention.meaning.endswith(".")
