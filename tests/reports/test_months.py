from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from crmroi.assumptions import Scenario
from crmroi.charts.tables import csv_text
from crmroi.model import Projection, project
from crmroi.model.lines import LINES
from crmroi.reports import Order, make
from crmroi.reports.months import months_table
from crmroi.text import LANGUAGES, speaking

CASE = Scenario.from_mapping(
    {
        "format": "crmroi/1",
        "name": "=1+1",
        "currency": "BRL",
        "gains": {"include_intangibles": True},
    }
)


@pytest.fixture(scope="module")
def projection() -> Projection:
    return project(CASE)


def rows(lang: str = "en") -> list[list[str]]:
    with speaking(lang):
        data = make(Order((CASE,), date(2026, 11, 22)), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def column(found: list[list[str]], head: str) -> list[float]:
    at = found[0].index(head)
    return [float(row[at]) for row in found[1:]]


def test_every_month_has_a_row_and_every_line_a_column_in_full_digits(projection):
    found = rows()
    assert [row[0] for row in found[1:]] == [str(month) for month in range(61)]
    for line in LINES:
        side = "Gain" if line.side == "gain" else "Cost"
        head = f"{side}: {line.label} (BRL)"
        assert column(found, head) == projection.lines[line.name].tolist()


def test_totals_customers_revenue_and_adoption_follow(projection):
    found = rows()
    for head, name in {
        "Gains (BRL)": "total_gains",
        "Costs (BRL)": "total_costs",
        "Net (BRL)": "net",
        "Cumulative net (BRL)": "cumulative",
        "Cumulative net, discounted (BRL)": "discounted_cumulative",
        "Revenue with the CRM (BRL)": "revenue_with",
        "Revenue without the CRM (BRL)": "revenue_without",
        "Users at work in the CRM (share, 0 to 1)": "adoption",
        "Loyalty (share, 0 to 1)": "long",
        "Customers with the CRM": "customers_with",
        "Customers without the CRM": "customers_without",
    }.items():
        assert column(found, head) == projection.monthly[name].tolist()


def test_the_last_cumulative_is_the_net_gain_and_the_last_discounted_one_the_npv(projection):
    found = rows()
    ends = {"Cumulative net (BRL)": "net_gain", "Cumulative net, discounted (BRL)": "npv"}
    for head, measure in ends.items():
        assert column(found, head)[-1] == pytest.approx(projection.metrics[measure], rel=1e-12)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_columns_have_one_name_and_figures_are_the_same_in_every_language(lang):
    found = rows(lang)
    assert len(set(found[0])) == len(found[0])
    assert found[1:] == rows()[1:]


def test_no_head_could_be_taken_for_a_formula(projection):
    for lang in LANGUAGES:
        with speaking(lang):
            heads = csv_text(months_table(projection)).splitlines()[0].split(",")
        assert not any(head.strip('"').startswith(("=", "+", "-", "@")) for head in heads)
