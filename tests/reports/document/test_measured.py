"""The part "measure": each KPI's verdict in a table, its months as a picture of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crmroi.assumptions import Scenario
from crmroi.charts.measured import cards
from crmroi.charts.measured.series_words import HOW_TO_READ
from crmroi.charts.words import without_table
from crmroi.measure.results import Months
from crmroi.reports import Order
from crmroi.reports.document import make
from crmroi.reports.document.measured import measure
from crmroi.reports.findings import Findings
from crmroi.text import LANGUAGES, _, speaking
from tests.charts.measured_cases import GO_LIVE, MEASUREMENT, MONTHLY
from tests.reports.document.reading import DAY, alternatives, bare, words_of

MEASURED = Order(
    (Scenario(),), DAY, frozenset({"measure"}), measurement=MEASUREMENT, go_live=GO_LIVE
)  # fmt: skip


def findings(**changes):
    return Findings(replace(MEASURED, **changes))


def pictures(found):
    """The pictures of the months, in the order of reading."""
    return [item for block in measure(found) if block["kind"] == "pair" for item in block["items"]]


def words(found):
    return words_of(make(found, lambda _share: None))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kpi_compared_has_its_picture_its_verdict_and_words_for_those_who_hear_it(language):
    with speaking(language):
        found = findings()
        data = make(found, lambda _share: None)
        said, heard = words_of(data), alternatives(data)
        assert set(found.histories) == set(MONTHLY)
        for card in cards(MEASUREMENT, [*MONTHLY], "", found.setting):
            drawn = found.histories[card.id]
            assert bare(drawn.title) in said
            assert bare(drawn.subtitle) in said
            assert bare(f"{card.verdict} · {card.change}") in said
            assert without_table(drawn.alt) in heard


def test_a_better_kpi_is_told_in_the_colour_of_gains_a_worse_one_in_that_of_costs():
    colours = {
        item["title"].split(" ")[0]: item["verdict"]["colour"] for item in pictures(findings())
    }
    assert colours["Win"] == "gain"
    assert colours["Leads"] == "cost"
    assert colours["Revenue"] == "text-2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_to_read_them_is_said_once_for_all(language):
    with speaking(language):
        said = words(findings())
        assert [said.count(bare(_(note))) for note in HOW_TO_READ] == [1, 1, 1]


def test_what_is_said_of_one_picture_alone_stands_under_it():
    notes = {item["title"].split(" ")[0]: item["notes"] for item in pictures(findings())}
    assert notes["Satisfaction"] == (
        "Not adjusted: too few months. The axis does not start at zero."
    )


def test_pictures_and_rows_stand_in_the_order_of_the_page():
    found = findings(telling_kpis=("nps", "csat_mean"))
    blocks = measure(found)
    [table] = [block for block in blocks if block["kind"] == "table"]
    assert [row[0] for row in table["rows"]][:3] == [
        "Net promoter score (NPS)", "Satisfaction score", "Win rate",
    ]  # fmt: skip
    titles = [item["title"] for item in pictures(found)]
    assert titles == [chart.title for chart in found.histories.values()]
    assert titles[0].startswith("Net promoter score (NPS) rose")


def test_months_without_a_comparison_are_drawn_without_a_verdict():
    found = findings(go_live=None, measurement=replace(MEASUREMENT, before_after={}))
    assert not any(block["kind"] == "table" for block in measure(found))
    drawn = pictures(found)
    assert len(drawn) == len(MONTHLY)
    assert not any("verdict" in item for item in drawn)
    assert bare("Win rate: 19% in January 2023, 22% in December 2025") in words(found)


def test_a_single_month_is_no_picture():
    one = {"win_rate": Months(("2026-01", "2026-02"), (0.5, None), (4, 0))}
    found = findings(measurement=replace(MEASUREMENT, monthly=one))
    assert pictures(found) == []


def test_pictures_stand_two_in_a_row_and_the_last_may_stand_alone():
    three = dict(list(MONTHLY.items())[:3])
    blocks = measure(findings(measurement=replace(MEASUREMENT, monthly=three)))
    assert [len(block["items"]) for block in blocks if block["kind"] == "pair"] == [2, 1]
