from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from crmroi.charts.measured import cards, kpi_card
from crmroi.measure.results import Months, Value
from tests.charts.measured_cases import COMPARED, MEASUREMENT, MONTHLY, SETTING, VALUES, compared
from tests.support import in_plain_spaces


def card(name="win_rate"):
    return cards(MEASUREMENT, [name], "", SETTING)[0]


def test_the_cards_come_in_the_order_asked_and_one_is_chosen():
    found = cards(MEASUREMENT, ["nps", "win_rate"], "win_rate", SETTING)
    assert [(one.id, one.chosen) for one in found] == [("nps", False), ("win_rate", True)]


@pytest.mark.parametrize(
    ("name", "before", "after", "change", "arrow", "tone"),
    [
        ("win_rate", "18%", "23%", "+5 points", "up", "good"),
        ("revenue", "€96.2k", "€117k", "+22%", "up", "neutral"),
        ("leads", "130", "156", "−6.9% against its trend", "down", "bad"),
        ("sales_cycle_days", "48.9\u00a0days", "37.9\u00a0days", "−22%", "down", "good"),
        ("csat_mean", "4.07", "4.32", "+0.25", "up", "neutral"),
        ("nps", "−5.5", "10", "+15.5", "up", "good"),
    ],
)
def test_a_card_says_both_sides_and_what_the_change_is(name, before, after, change, arrow, tone):
    found = card(name)
    assert (found.before, found.after) == (before, after)
    assert in_plain_spaces(found.change) == change
    assert (found.arrow, found.tone) == (arrow, tone)


def test_counts_and_sums_say_that_they_are_by_month():
    assert (card("revenue").per, card("win_rate").per) == ("per month", "")


def test_a_verdict_is_in_words():
    assert card("revenue").verdict == "not distinguishable from no change"


def test_a_kpi_without_a_value_says_why():
    found = card("retention_rate")
    assert (found.value, found.before, found.spark) == ("no value", "", None)
    assert found.reason == "Retention cannot be calculated. Add the orders file."


def test_without_a_go_live_the_value_and_its_records_are_said():
    found = kpi_card("win_rate", VALUES["win_rate"], MONTHLY["win_rate"], None, SETTING)
    assert (found.before, found.change, found.verdict) == ("", "", "")
    assert (found.value, found.n) == ("20%", "3,600 records")


def test_close_shares_get_a_decimal_to_tell_them_apart():
    both = kpi_card(
        "win_rate",
        Value(0.182, 10),
        None,
        type(COMPARED["win_rate"])(
            **{**vars(COMPARED["win_rate"]), "before": 0.181, "after": 0.184, "change": 0.003}
        ),
        SETTING,
    )
    assert (both.before, both.after) == ("18.1%", "18.4%")


def test_the_spark_keeps_its_gaps_and_the_place_of_the_go_live():
    spark = card("csat_mean").spark
    assert spark.values[7] is None
    assert (spark.go_live, len(spark.values)) == (17.5, 36)


def test_one_month_is_no_line():
    months = Months(("2026-01",), (0.5,), (3,))
    assert kpi_card("win_rate", Value(0.5, 3), months, None, SETTING).spark is None


def test_a_card_is_heard_as_one_sentence():
    said = in_plain_spaces(card().said)
    assert said == "Win rate: 18% before, 23% after, +5 points, better, 1,240 and 1,315 records"


def test_cards_are_json():
    found = cards(MEASUREMENT, list(VALUES), "win_rate", SETTING)
    assert json.loads(json.dumps([asdict(one) for one in found]))[0]["id"] == "win_rate"


def test_a_number_by_the_year_leaves_that_to_its_label():
    found = compared(2.36, 2.79)
    value = Value(2.5, 100)
    shown = kpi_card("orders_per_customer_per_year", value, None, found, SETTING)
    assert (shown.before, shown.after) == ("2.36", "2.79")
