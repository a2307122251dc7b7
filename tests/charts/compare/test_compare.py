"""Scenarios side by side: what is drawn is what was compared, and sums exactly."""

from __future__ import annotations

import json
import math
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crmroi.analysis.comparison import compare
from crmroi.analysis.difference import difference
from crmroi.assumptions import Scenario
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.charts.compare import (
    costs,
    costs_table,
    curves,
    curves_table,
    measure_rows,
    opening,
    why,
    why_table,
)
from crmroi.charts.compare.curves import CIRCLES, END_WORDS
from crmroi.charts.compare.measures import best
from crmroi.charts.compare.naming import in_lines
from crmroi.charts.labels import height, widest
from crmroi.charts.template import BOTTOM, LEAST_PLOT_HEIGHT, TOP
from crmroi.text import LANGUAGES, speaking
from tests.charts.cases import NO_COSTS, NO_GAINS
from tests.charts.test_figures import narrowed
from tests.model.scenarios import scenarios
from tests.support import in_plain_spaces

SET = compare([solution.of(Scenario()) for solution in SOLUTIONS.values()])
CUSTOM, STANDARD, NOTHING = SET.members
SETS = st.lists(scenarios(), min_size=2, max_size=5).map(
    lambda found: compare([each.model_copy(update={"currency": "EUR"}) for each in found])
)


def pictures(found, theme="light"):
    better, worse = found.members[:2]
    between = difference(worse.projection, better.projection)
    return [curves(found, theme), costs(found, theme), why(better, worse, between, theme)]


def case(name, **changes):
    values = {key.replace("__", "."): value for key, value in changes.items()}
    return Scenario(name=name).with_values(values)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_a_figure_wide_and_narrow(theme, language):
    with speaking(language):
        for chart in pictures(SET, theme):
            go.Figure(chart.figure)
            go.Figure(narrowed(chart))
            json.dumps([chart.figure, chart.narrow], allow_nan=False)
            assert chart.title
            assert chart.subtitle
            assert len(chart.alt) >= 150


@settings(max_examples=15)
@given(SETS)
def test_any_scenarios_can_be_drawn_and_told(found):
    for chart in pictures(found):
        json.dumps([chart.figure, chart.narrow], allow_nan=False)
    assert opening(found)
    assert len(measure_rows(found)) == 6


def test_each_scenario_has_its_own_colour_and_dash_and_is_named_at_its_end():
    lines = curves(SET).figure["data"][:3]
    assert len({trace["line"]["color"] for trace in lines}) == 3
    assert len({trace["line"]["dash"] for trace in lines}) == 3
    ends = curves(SET).figure["data"][-1]["text"]
    for member, text in zip(SET.members, ends, strict=True):
        assert member.name in text


def test_on_a_small_screen_all_but_the_two_chosen_are_grey_and_named_alone():
    chart = curves(SET, "light", chosen=(CUSTOM.number, STANDARD.number))
    grey = {at for at, over in chart.narrow["data"].items() if "line.color" in over}
    assert grey == {str(NOTHING.number)}
    ends = chart.narrow["data"][END_WORDS]["text"]
    assert "€" in ends[CUSTOM.number]
    assert ends[NOTHING.number].replace("<br>", " ") == NOTHING.name
    (last,) = chart.narrow["data"][CIRCLES]["x"]
    assert SET.overtakes[-1].month - 1 <= last <= SET.overtakes[-1].month


def test_with_none_chosen_none_is_grey():
    assert "0" not in curves(SET).narrow["data"]


LONG = compare([case(f"An offer with a name of forty letters, {at:02}") for at in range(5)])


def test_five_long_names_stand_at_their_ends_without_touching():
    chart = curves(LONG, chosen=(0, 4))
    wide = chart.figure["data"][int(END_WORDS)]
    small = {**wide, **chart.narrow["data"][END_WORDS]}
    axis = chart.figure["layout"]["yaxis"]["range"]
    for words in (wide, small):
        boxes = sorted(
            ((y - axis[0]) / (axis[1] - axis[0]) * LEAST_PLOT_HEIGHT, height(text))
            for y, text in zip(words["y"], words["text"], strict=True)
            if text
        )
        assert len(boxes) >= 2
        for (low, tall), (high, other) in pairwise(boxes):
            assert high - low >= (tall + other) / 2
        assert boxes[0][0] >= boxes[0][1] / 2
        assert boxes[-1][0] <= LEAST_PLOT_HEIGHT - boxes[-1][1] / 2


def test_a_long_word_is_not_broken():
    assert in_lines("Desenvolvimento próprio", 14) == "Desenvolvimento<br>próprio"
    assert in_lines("x" * 30, 10) == f"{'x' * 18}<br>{'x' * 12}"


def test_a_circle_stands_at_each_overtaking_within_its_month():
    circles = curves(SET).figure["data"][5]
    assert len(circles["x"]) == len(SET.overtakes) == 3
    for x, overtake in zip(circles["x"], SET.overtakes, strict=True):
        assert overtake.month - 1 <= x <= overtake.month
    assert curves(SET).title == SET.sentence(SET.overtakes[-1]).message.removesuffix(".")


def test_the_curves_are_the_cumulative_flows():
    shown = curves_table(SET)
    for at, member in enumerate(SET.members, start=1):
        series = member.projection.monthly["cumulative"].tolist()
        assert [row[at] for row in shown.raw] == series
    months = {row[0] for row in shown.raw if row[-1]}
    assert months == {overtake.month for overtake in SET.overtakes}


@settings(max_examples=15)
@given(SETS)
def test_the_parts_of_a_bar_add_up_to_the_total_cost(found):
    *parts, _totals = costs(found).figure["data"]
    for at, member in enumerate(found.members):
        total = math.fsum(trace["x"][at] for trace in parts)
        assert total == pytest.approx(member.measures["total_costs"], rel=1e-5, abs=1e-6)


def test_long_names_beside_bars_leave_each_other_their_row():
    long = [case(f"A rather long name of a scenario, with words enough for {at}") for at in "abcd"]
    drawn = costs(compare(long))
    for layout in (drawn.figure["layout"], narrowed(drawn)["layout"]):
        names, margins = layout["yaxis"]["ticktext"], layout["margin"]
        row = (layout["height"] - margins["t"] - margins["b"]) / len(names)
        assert max(map(height, names)) < row


def test_the_table_of_costs_adds_up_by_line_and_by_year():
    rows = [row for row in costs_table(SET).raw if row[0] == CUSTOM.name]
    *lines, whole = rows
    for column in range(2, len(whole)):
        assert math.fsum(row[column] for row in lines) == pytest.approx(whole[column])
    for row in rows:
        assert math.fsum(row[2:-1]) == pytest.approx(row[-1])
    assert whole[-1] == pytest.approx(CUSTOM.measures["total_costs"])


@settings(max_examples=25)
@given(SETS)
def test_the_waterfall_leads_from_one_worth_to_the_other_and_sums_exactly(found):
    worse, better = found.members[:2]
    between = difference(worse.projection, better.projection)
    spans = {}
    for trace in why(better, worse, between).figure["data"]:
        for y, base, length in zip(trace["y"], trace["base"], trace["x"], strict=True):
            spans[y] = sorted((base, base + length))
    *steps, last = [spans[y] for y in sorted(spans)]
    first, *steps = steps
    reached = first[0] + first[1]  # from zero to the worth: the end that is not zero
    size = max(abs(value) for span in spans.values() for value in span) or 1
    for low, high in steps:
        assert min(abs(reached - low), abs(reached - high)) <= 1e-9 * size
        reached = low + high - reached
    assert reached == pytest.approx(last[0] + last[1], abs=1e-9 * size)


@settings(max_examples=25)
@given(SETS)
def test_the_table_behind_it_sums_to_1e_9(found):
    worse, better = found.members[:2]
    rows = why_table(better, worse, difference(worse.projection, better.projection)).raw
    size = sum(float(each.measures["total_costs"] or 0) for each in (worse, better)) + 1
    for column in (1, 2):
        start, *steps, end = [row[column] for row in rows]
        assert math.fsum([start, *steps]) == pytest.approx(end, abs=1e-9 * size)


def test_a_name_is_no_markup():
    sly = compare([case("<b>01</b>"), case("02")])
    for chart in pictures(sly):
        assert "<b>01" not in json.dumps([chart.figure, chart.narrow])


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (case("A"), case("B", adoption__go_live_month=9), "A pays back 7 months before B."),
        (case("A"), case("B"), "A and B pay back in month"),
        (case("A"), case("B").with_values(dict(NO_GAINS)), "Only A pays back, in month"),
        (
            case("A").with_values(dict(NO_GAINS)),
            case("B").with_values(dict(NO_GAINS)),
            "None of the scenarios pays back within 5 years.",
        ),
    ],
)
def test_the_sentence_says_who_pays_back_first(first, second, said):
    assert said in in_plain_spaces(opening(compare([first, second])))


def test_where_all_lose_nothing_is_worth_more_than_doing_nothing():
    nothing = case("Doing nothing").with_values({**NO_GAINS, **NO_COSTS})
    found = compare([case("A").with_values(dict(NO_GAINS)), nothing])
    assert "None is worth more than Doing nothing over" in opening(found)


def test_who_costs_nothing_is_not_the_best_at_costs():
    rows = {row.id: row for row in measure_rows(SET)}
    for name in ("break_even_month", "total_costs", "peak_funding"):
        assert NOTHING.number not in rows[name].best
    assert rows["npv"].best == {CUSTOM.number}


def test_equals_have_no_best():
    assert best([1.0, 1.0], "high") == frozenset()
    assert best([None, 1.0], "high") == frozenset()
    assert best([2.0, 1.0, 1.0], "low") == {1, 2}


def test_no_name_reaches_into_the_row_of_another():
    between = difference(LONG.members[0].projection, LONG.members[1].projection)
    for chart in (costs(LONG), why(*LONG.members[:2], between)):
        layout, small = chart.figure["layout"], chart.narrow["layout"]
        for names, tall in (
            (layout["yaxis"]["ticktext"], layout["height"]),
            (small["yaxis.ticktext"], small["height"]),
        ):
            row = (tall - TOP - BOTTOM) / len(names)
            for one, other in pairwise(names):
                assert (height(one) + height(other)) / 2 <= row


def test_short_names_leave_room_for_their_amounts():
    found = compare([case("A"), case("B", adoption__go_live_month=9)])
    chart = curves(found)
    words = chart.figure["data"][int(END_WORDS)]["text"]
    amounts = [text.rpartition("<br>")[2] for text in words if text]
    assert chart.figure["layout"]["margin"]["r"] >= widest(amounts) + 8


def test_names_of_any_length_stand_at_their_ends_without_touching():
    endless = "A consolidated business case of subsidiaries in Europe and overseas " * 3
    found = compare([case(f"{n} {endless}", team__users=20 + n) for n in range(5)])
    chart = curves(found)
    for figure in (chart.figure, narrowed(chart)):
        *_lines, names = figure["data"]
        tall = sum(height(text) for text in names["text"] if text)
        assert tall <= LEAST_PLOT_HEIGHT


def test_a_month_stands_nearest_to_its_own_circle():
    changes = {"finance__horizon_years": 10}
    found = compare([
        solution.of(case("", **changes)).model_copy(update={"name": name})
        for name, solution in SOLUTIONS.items()
    ])  # fmt: skip
    *_lines, circles, words, _names = curves(found).figure["data"]
    months = [math.ceil(x) for x in circles["x"]]
    assert len(months) > 1
    for text, x in zip(words["text"], words["x"], strict=True):
        said = int("".join(filter(str.isdigit, text)))
        own = circles["x"][months.index(said)]
        assert all(abs(own - x) <= abs(other - x) for other in circles["x"])


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, ["A0 and A1 pay back in month", "A0 and A1 are worth most over 5 years: €"]),
        (3, ["3 scenarios pay back first, in month", "3 scenarios are worth most over 5 years: €"]),
    ],
)
def test_those_that_are_level_are_named_or_counted(count, said):
    text = in_plain_spaces(opening(compare([case(f"A{at}") for at in range(count)])))
    for part in said:
        assert part in text


def test_where_nothing_is_spent_or_gained_none_ends_ahead():
    nothing = [case(name).with_values({**NO_GAINS, **NO_COSTS}) for name in ("A", "B")]
    found = compare(nothing)
    assert curves(found).title == "All end level with €0"
    between = difference(found.members[0].projection, found.members[1].projection)
    assert why(*found.members, between).notes == ()
