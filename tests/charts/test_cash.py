from __future__ import annotations

import numpy as np
import pytest

from crmroi.charts.cash import cash
from crmroi.charts.outcome import Outcome
from tests.charts.cases import (
    NO_SALES_GAINS,
    OUTCOMES,
    case,
    exact,
    rounded,
    short,
)
from tests.support import in_plain_spaces

BELOW, ABOVE, GHOST, DISCOUNTED, CASE, HAIRLINE, CIRCLE, INNER, ENDS = range(9)


def trace(chart, at):
    return chart.figure["data"][at]


def words(chart, at):
    texts = map(in_plain_spaces, filter(None, trace(chart, at)["text"]))
    return [text.removeprefix("<b>").removesuffix("</b>") for text in texts]


TITLES = {
    Outcome.NOTHING: "Nothing to compare yet",
    Outcome.NOT_LIVE: "The CRM goes live after the years counted",
    Outcome.NO_GAINS: "No gains are counted: costs reach {end}",
    Outcome.NO_COSTS: "No cost to recover: gains reach {end}",
    Outcome.AT_ONCE: "Cash never falls below zero",
    Outcome.BREAKS_EVEN: "Cash invested is recovered in month {month}",
    Outcome.RECOVERS_NOT_WORTH: "Cash invested is recovered in month {month}",
    Outcome.TOO_SHORT: "{end} still to recover after 2 years",
    Outcome.NEVER: "Not recovered: {end} short after 5 years",
}


@pytest.mark.parametrize("ending", Outcome)
def test_the_title_is_the_finding(ending):
    projection = case(OUTCOMES[ending])
    end = short(abs(projection.metrics["net_gain"]))
    finding = TITLES[ending].format(end=end, month=projection.metrics["break_even_month"])
    assert in_plain_spaces(cash(projection).title) == finding


def test_the_subtitle_says_measure_unit_and_period():
    assert cash(case()).subtitle == ("Cumulative net cash, € thousand, by month since the decision")


def test_the_text_alternative_tells_start_turning_point_and_end():
    now, before = case(), case(NO_SALES_GAINS)
    curve = now.monthly["cumulative"]
    assert cash(now, before).alt == (
        "Line chart of cumulative net cash by month. "
        f"Cash invested is recovered in month\u00a0{now.metrics['break_even_month']}. "
        f"Starts at {rounded(curve[0])}; "
        f"lowest {rounded(curve.min())} in month\u00a0{curve.argmin()}; "
        f"ends at {rounded(curve[-1])} in month\u00a060. "
        f"The pinned case ends at {rounded(before.metrics['net_gain'])}. "
        "All values are in the table below the chart."
    )


def test_the_curve_is_the_cumulative_net():
    projection = case()
    drawn = trace(cash(projection), CASE)
    assert drawn["x"] == list(range(61))
    assert np.allclose(drawn["y"], projection.monthly["cumulative"], atol=5)


def test_the_circle_stands_where_the_curve_crosses_zero():
    chart = cash(case())
    (x,), (y,) = trace(chart, CIRCLE)["x"], trace(chart, CIRCLE)["y"]
    month = case().metrics["break_even_month"]
    assert month - 1 < x <= month
    assert y == 0
    curve = trace(chart, CASE)
    assert np.interp(x, curve["x"], curve["y"]) == pytest.approx(0, abs=50)
    assert words(chart, INNER) == [f"Break-even: month {month}"]


@pytest.mark.parametrize("ending", [Outcome.NEVER, Outcome.NO_GAINS, Outcome.AT_ONCE])
def test_without_a_break_even_there_is_no_circle(ending):
    chart = cash(case(OUTCOMES[ending]))
    assert trace(chart, CIRCLE)["y"] == [None]
    assert not any("Break-even" in text for text in words(chart, INNER))


def test_what_is_not_recovered_is_still_missing_at_the_end():
    projection = case(NO_SALES_GAINS)
    end = short(projection.metrics["net_gain"])
    assert words(cash(projection), ENDS) == [f"This case<br>still {end}"]


def test_a_deep_lowest_point_is_named():
    deep = case({"costs.custom_development": 400_000})
    lowest = short(-deep.metrics["peak_funding"])
    assert f"Lowest: {lowest}" in words(cash(deep), INNER)


def test_without_a_pin_its_trace_is_there_and_empty():
    assert trace(cash(case()), GHOST)["y"] == []
    assert len(words(cash(case()), ENDS)) == 1


def test_the_pin_is_a_dashed_ghost_with_its_end_and_differences_in_words():
    now, before = case(), case(NO_SALES_GAINS)
    ours, theirs = (projection.metrics["net_gain"] for projection in (now, before))
    chart = cash(now, before)
    assert trace(chart, GHOST)["line"]["dash"] == "4px,3px"
    assert words(chart, ENDS) == [f"Pinned<br>{short(theirs)}", f"This case<br>{short(ours)}"]
    first, *_rest, last = trace(chart, CASE)["customdata"]
    assert last == f"<b>{exact(ours)}</b>, {exact(ours - theirs)} more than pinned"
    assert first == f"<b>{exact(now.monthly['net'][0])}</b>, as pinned"


def test_a_pin_of_fewer_years_is_named_where_it_ends():
    chart = cash(case({"finance.horizon_years": 10}), case())
    assert len(trace(chart, GHOST)["y"]) == 61
    assert f"Pinned {short(case().metrics['net_gain'])}" in words(chart, INNER)
    assert len(words(chart, ENDS)) == 1


def test_a_pin_of_more_years_is_cut_at_the_horizon():
    chart = cash(case(), case({"finance.horizon_years": 10}))
    assert len(trace(chart, GHOST)["y"]) == 61


def test_the_discounted_curve_is_an_option():
    projection = case()
    assert trace(cash(projection), DISCOUNTED)["y"] == []
    chart = cash(projection, discounted=True)
    assert trace(chart, DISCOUNTED)["y"][-1] == pytest.approx(projection.metrics["npv"], rel=1e-5)
    rate = projection.scenario.finance.discount_rate
    assert f"Discounted: in today’s money, at {100 * rate:.0f}% a year." in chart.notes


def test_the_tinted_areas_meet_zero_where_the_curve_does():
    chart = cash(case({"finance.horizon_years": 1, "gains.hours_saved_per_user_per_week": 20}))
    below, above = trace(chart, BELOW), trace(chart, ABOVE)
    assert below["x"] == above["x"]
    assert max(below["y"]) <= 0 <= min(above["y"])
    whole = [low + high for low, high in zip(below["y"], above["y"], strict=True)]
    curve = trace(chart, CASE)
    assert np.allclose(np.interp(below["x"], curve["x"], curve["y"]), whole, atol=100)


def test_a_narrow_screen_has_a_shorter_word_at_the_break_even():
    chart = cash(case())
    texts = chart.narrow["data"][str(INNER)]["text"]
    month = case().metrics["break_even_month"]
    assert in_plain_spaces(texts[0]) == f"<b>month {month}</b>"
