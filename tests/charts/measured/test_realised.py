from __future__ import annotations

from dataclasses import replace

import pytest

from crmroi.charts import template
from crmroi.charts.labels import text_width
from crmroi.charts.measured import realised_chart
from crmroi.measure.results import Return
from crmroi.text import speaking
from tests.charts.measured_cases import REALISED, SETTING, SIMPLE_ONLY, TOO_SHORT
from tests.support import in_plain_spaces

NOTHING = Return(None, None, None, reason=TOO_SHORT)


def bars(chart):
    """The bars from top to bottom: low end, high end, word."""
    found = {}
    for trace in chart.figure["data"]:
        ends = zip(trace["y"], trace["base"], trace["x"], trace["text"], strict=True)
        for y, base, length, word in ends:
            found[y] = (*sorted((base, base + length)), word)
    return [found[y] for y in sorted(found)]


def test_the_adjusted_return_is_drawn_and_the_simple_one_said():
    chart = realised_chart(REALISED, SETTING)
    assert in_plain_spaces(chart.title) == "In 15 months the CRM returned 28% on its cost"
    assert chart.notes == (
        "The return lies between −10% and 66% (95% interval).",
        "Adjusted for trend and season; against the mean before it is 64%.",
        "Costs are those of the costs file.",
    )


def test_without_an_adjusted_return_the_simple_one_is_drawn_and_why_is_said():
    chart = realised_chart(SIMPLE_ONLY, SETTING)
    expected = "After 15 months €41,000 of the cost has not come back"
    assert in_plain_spaces(chart.title) == expected
    assert chart.notes == (
        "Against the mean before the go-live.",
        "Not adjusted: too few months.",
        "Costs are those planned in the scenario, up to that month.",
    )


def test_each_bar_begins_where_the_last_one_ends_and_the_sum_at_zero():
    *steps, (low, high, word) = bars(realised_chart(REALISED, SETTING))
    reached = 0.0
    for start, end, _word in steps:
        assert reached in (pytest.approx(start), pytest.approx(end))
        reached = start + end - reached
    assert (low, high, word) == (0, pytest.approx(reached), "<b>€26k</b>")


def test_gains_come_first_and_costs_last():
    words = [word for _low, _high, word in bars(realised_chart(REALISED, SETTING))]
    assert words == ["+€103k", "+€21k", "−€6k", "−€92k", "<b>€26k</b>"]


def test_without_costs_what_came_in_is_told():
    chart = realised_chart(replace(REALISED, costs=None, costs_from=""), SETTING)
    expected = "In 15 months the CRM brought in €118,000; its cost is not known"
    assert in_plain_spaces(chart.title) == expected
    assert chart.figure["layout"]["yaxis"]["ticktext"][-1] == "Contribution"


def test_there_is_no_chart_without_a_return():
    assert realised_chart(replace(REALISED, simple=NOTHING, adjusted=NOTHING), SETTING) is None


@pytest.mark.parametrize("language", ["en", "fr", "pt_BR"])
def test_no_name_is_cut_on_a_small_screen(language):
    with speaking(language):
        chart = realised_chart(REALISED, SETTING)
    assert not [name for name in chart.narrow["layout"]["yaxis.ticktext"] if "…" in name]


@pytest.mark.parametrize("amount", [10_000.0, 286_000.0, 439_000.0, 900_000.0])
def test_the_words_of_the_last_tick_stay_inside_the_picture(amount):
    scaled = replace(
        REALISED, adjusted=replace(REALISED.adjusted, parts={"revenue": amount}), costs=amount / 3
    )
    layout = realised_chart(scaled, SETTING).figure["layout"]
    plot = template.WIDTH - layout["margin"]["l"] - layout["margin"]["r"]
    low, high = layout["xaxis"]["range"]
    end = (layout["xaxis"]["tickvals"][-1] - low) / (high - low) * plot
    half = text_width(layout["xaxis"]["ticktext"][-1]) / 2
    assert end + half <= plot + layout["margin"]["r"] + 1
