from __future__ import annotations

import json
import math

import numpy as np
import plotly.graph_objects as go
import pytest

from crmroi.analysis.answers import ANSWERS
from crmroi.analysis.heat_map import heat_map
from crmroi.analysis.sensitivity import tornado
from crmroi.charts.risk import EVERY, contour, heat, heat_table, tornado_chart, tornado_table
from crmroi.charts.risk.heat import present
from crmroi.charts.risk.shades import DIVERGING
from crmroi.charts.risk.tornado import FRONT, LOWER
from crmroi.charts.risk.tornado_places import HEAD, zero_line
from crmroi.charts.theme import colours
from crmroi.text import speaking
from tests.charts.risk_cases import ADOPTION, CASES, LICENCE, scenario
from tests.charts.test_figures import narrowed
from tests.support import in_plain_spaces

TIME = "gains.hours_saved_per_user_per_week"
FOUND = tornado(scenario())
BARS = [bar for bar in FOUND.bars if bar.assumption in scenario().uncertainty]
GRID = heat_map(scenario(), ADOPTION, LICENCE)


def test_bars_go_from_the_lower_npv_to_the_higher_around_todays():
    chart = tornado_chart(FOUND, BARS)
    _zero, lower, higher, base, _word = chart.figure["data"]
    today = FOUND.today.npv
    assert base["x"] == [today, today]
    for at, bar in enumerate(BARS[:FRONT]):
        ends = sorted((bar.at_low.npv, bar.at_high.npv))
        assert today + lower["x"][at] == pytest.approx(min(ends[0], today), rel=1e-5)
        assert today + higher["x"][at] == pytest.approx(max(ends[1], today), rel=1e-5)
    assert lower["marker"]["color"] == colours("light")["cost"]


def test_the_inputs_values_stand_at_the_ends_and_both_ends_are_said_on_hover():
    chart = tornado_chart(FOUND, [bar for bar in BARS if bar.assumption == ADOPTION])
    _zero, lower, higher, *_rest = chart.figure["data"]
    assert (lower["text"], higher["text"]) == (["40%"], ["90%"])
    (said,) = lower["customdata"]
    plain = in_plain_spaces(said)
    assert plain.startswith("<b>Users who work in it</b><br>40%: NPV €")
    assert "<br>90%: NPV €" in plain
    assert "pays back: month" in plain


def test_eight_rows_are_drawn_and_the_table_holds_all():
    chart = tornado_chart(FOUND, BARS)
    assert len(chart.figure["data"][1]["y"]) == FRONT
    assert chart.notes[-1] == f"{len(BARS) - FRONT} more in the table."
    assert len(tornado_table(FOUND, BARS).raw) == len(BARS)


def test_an_assumption_that_moves_nothing_is_not_drawn():
    still = [bar for bar in FOUND.bars if bar.width == 0]
    assert tornado_chart(FOUND, still).title == "No assumption moves the answer"


def test_every_cell_has_a_colour_of_its_side_of_zero():
    cells = heat(GRID).figure["data"][0]
    for npv, colour in zip(GRID.npv.ravel(), cells["marker"]["color"], strict=True):
        assert (DIVERGING["light"].index(colour) >= 5) == (npv >= 0)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("measure", ANSWERS)
def test_every_measure_can_be_drawn_of_every_case(name, measure):
    grid = heat_map(scenario(name), ADOPTION, LICENCE)
    chart = heat(grid, "dark", measure)
    go.Figure(chart.figure)
    go.Figure(narrowed(chart))
    json.dumps([chart.figure, chart.narrow], allow_nan=False)
    assert 150 <= len(chart.alt) <= 300
    assert len(heat_table(grid, measure).raw) == 21


def test_months_are_teal_where_the_case_pays_back_and_the_stronger_the_earlier():
    cells = heat(GRID, measure="break_even_month").figure["data"][0]
    shades = [DIVERGING["light"].index(colour) for colour in cells["marker"]["color"]]
    months = GRID.break_even_month.ravel().tolist()
    for shade, month in zip(shades, months, strict=True):
        assert (shade >= 5) == (not math.isnan(month))
    paid = sorted((month, -shade) for shade, month in zip(shades, months, strict=True) if shade > 4)
    assert [shade for _month, shade in paid] == sorted(shade for _month, shade in paid)


def test_the_line_between_months_and_never_lies_where_net_cash_is_zero_at_the_end():
    line = heat(GRID, measure="break_even_month").figure["data"][1]
    assert (line["x"], line["y"]) == contour.zero_line(GRID.roi)


def test_there_is_no_line_beside_a_value_that_is_missing():
    values = np.array([[1.0, np.nan], [-1.0, -1.0]])
    assert contour.zero_line(values) == ([], [])


def test_where_nothing_is_spent_there_is_no_return_to_draw():
    chart = heat(
        heat_map(scenario("no costs"), ADOPTION, "gains.conversion_uplift"), "light", "roi"
    )
    assert chart.title == "No pair of values has costs to return"


def test_the_line_of_zero_lies_between_cells_of_either_sign():
    xs, ys = contour.zero_line(GRID.npv)
    points = [(x, y) for x, y in zip(xs, ys, strict=True) if x is not None]
    assert points
    for x, y in points:
        low, high = (np.floor([y, x]).astype(int), np.ceil([y, x]).astype(int))
        ends = GRID.npv[[low[0], high[0]], [low[1], high[1]]]
        assert ends.min() <= 0 <= ends.max()


def test_a_plane_is_cut_where_it_crosses_zero():
    x, y = np.meshgrid(np.arange(4.0), np.arange(4.0))
    xs, _ys = contour.zero_line(x - 1.25)
    assert {at for at in xs if at is not None} == {1.25}
    assert contour.zero_line(y + 1) == ([], [])


def test_the_word_stands_beside_the_line_and_only_where_there_is_one():
    *_rest, word = heat(GRID).figure["data"]
    assert word["text"] == ["<b>breaks even</b>"]
    none = heat(heat_map(scenario("no gains"), ADOPTION, LICENCE))
    assert none.figure["data"][-1]["text"] == [""]
    assert none.title == "It pays at no pair of values"


def test_the_circle_is_the_present_case():
    x, y = present(GRID)
    shown = np.interp(x, np.arange(21), GRID.across_values)
    assert shown == pytest.approx(scenario().adoption.target_rate, abs=1e-3)
    price = np.interp(y, np.arange(21), GRID.down_values)
    assert price == pytest.approx(scenario().costs.licence_per_user_per_month, abs=0.1)


def test_the_table_holds_every_cell():
    table = heat_table(GRID)
    assert (len(table.raw), len(table.columns)) == (21, 22)
    assert table.raw[3][5] == GRID.npv[3, 4]


def test_a_cell_says_both_values_and_what_the_case_comes_to():
    said = in_plain_spaces(heat(GRID).figure["data"][0]["customdata"][0])
    assert said.startswith("Users who work in it 40%<br>Licence per user €0/month<br>NPV ")


def test_where_no_bar_has_a_width_the_card_says_what_to_do():
    still = [bar for bar in FOUND.bars if bar.width == 0]
    empty = tornado_chart(FOUND, still).empty
    assert (empty.suggestion, empty.field) == ("Every assumption", EVERY)
    assert tornado_chart(FOUND, still).notes == ()
    assert tornado_chart(FOUND, BARS).empty is None


def test_the_line_of_zero_is_whole_but_for_the_rows_whose_words_it_would_cross():
    far = zero_line(3, frozenset())
    assert far == ([0.0, 0.0], [-0.5 - HEAD, 2.5])
    xs, ys = zero_line(3, frozenset({1}))
    assert (xs[1:4], ys[1:4]) == ([0.0, None, 0.0], [0.72, None, 1.28])


def test_on_a_small_screen_a_long_word_at_the_lower_end_leaves_its_unit_to_the_other_end():
    with speaking("fr"):
        chart = tornado_chart(FOUND, [bar for bar in BARS if bar.assumption == TIME])
    assert in_plain_spaces(chart.figure["data"][1]["text"][0]) == "0 h/semaine"
    assert chart.narrow["data"][LOWER]["text"] == ["0"]
    assert in_plain_spaces(chart.figure["data"][2]["text"][0]) == "8 h/semaine"
