"""What holds for every chart, whatever the case."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.charts import CHARTS, THEMES, draw
from crmroi.charts.chart import MOVING, MOVING_LAYOUT
from crmroi.charts.outcome import Outcome
from crmroi.model.projection import project
from crmroi.text import LANGUAGES, speaking
from tests.charts.cases import OUTCOMES, case
from tests.charts.narrow import narrowed
from tests.model.scenarios import scenarios

PINS = st.one_of(st.none(), scenarios())


def still(part):
    """A trace or a layout without what may move."""
    kept = {}
    for key, value in part.items():
        if key in ("xaxis", "yaxis"):
            kept[key] = {name: value[name] for name in value if name not in MOVING_LAYOUT}
        elif key not in MOVING | MOVING_LAYOUT:
            kept[key] = value
    return kept


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ending", Outcome)
def test_plotly_accepts_every_figure_wide_and_narrow(ending, theme):
    for chart in draw(case(OUTCOMES[ending]), case(), theme, discounted=True):
        go.Figure(chart.figure)
        go.Figure(narrowed(chart))


def test_the_page_has_five_charts():
    assert tuple(chart.id for chart in draw(case())) == CHARTS


@given(scenarios(), PINS, st.booleans())
def test_from_move_to_move_only_arrays_and_ranges_change(scenario, pinned, discounted):
    before = draw(case())
    after = draw(project(scenario), pinned and project(pinned), discounted=discounted)
    for one, other in zip(before, after, strict=True):
        assert [*map(still, one.figure["data"])] == [*map(still, other.figure["data"])]
        assert still(one.figure["layout"]) == still(other.figure["layout"])
        assert one.narrow["data"].keys() == other.narrow["data"].keys()
        assert one.narrow["layout"].keys() == other.narrow["layout"].keys()


@given(scenarios(allowed=True), st.one_of(st.none(), scenarios(allowed=True)))
def test_every_allowed_case_can_be_drawn_and_told(scenario, pinned):
    for chart in draw(project(scenario), pinned and project(pinned), discounted=True):
        json.dumps([chart.figure, chart.narrow], allow_nan=False)
        assert 150 <= len(chart.alt) <= 300
        assert len(chart.title) <= 55
        assert not chart.title.endswith(".")


@given(scenarios())
def test_points_of_a_trace_go_together(scenario):
    for chart in draw(project(scenario), case(), discounted=True):
        for trace in chart.figure["data"]:
            arrays = [trace[key] for key in MOVING & trace.keys()]
            lengths = {len(array) for array in arrays if isinstance(array, list)}
            assert len(lengths) == 1


@given(scenarios())
def test_a_wide_axis_has_few_ticks_and_a_narrow_one_at_most_four(scenario):
    for chart in draw(project(scenario)):
        for figure, most in ((chart.figure, 7), (narrowed(chart), 4)):
            for name in ("xaxis", "yaxis"):
                if (chart.id, name) != ("waterfall", "yaxis"):  # one word a bar
                    assert len(figure["layout"][name]["tickvals"]) <= most


@given(scenarios())
def test_bars_and_areas_show_zero(scenario):
    axes = {"cash": "yaxis", "years": "yaxis", "waterfall": "xaxis"}
    for chart in draw(project(scenario)):
        if chart.id in axes:
            low, high = chart.figure["layout"][axes[chart.id]]["range"]
            assert low <= 0 <= high


def test_a_move_is_small_enough_to_send():
    charts = draw(case({"finance.horizon_years": 5}), case(), discounted=True)
    size = len(json.dumps([[chart.figure, chart.narrow] for chart in charts]))
    assert size <= 60_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_be_drawn(language):
    with speaking(language):
        for chart in draw(case(), case({"team.users": 40})):
            assert chart.title
            assert chart.subtitle
            go.Figure(chart.figure)


def test_the_hover_box_names_the_month_and_the_year():
    chart = draw(case())[0]
    names = chart.figure["layout"]["xaxis"]["labelalias"]
    assert names["0"] == "At the decision"
    assert names["19"] == "Month 19, year 2"
    assert names["24"] == "Month 24, year 2"
    assert names["25"] == "Month 25, year 3"


def test_no_tick_stands_on_a_month_lest_its_word_become_the_hover_boxs_title():
    for chart in draw(case()):
        axis = chart.figure["layout"]["xaxis"]
        if "labelalias" in axis:
            assert all(tick != round(tick) for tick in axis["tickvals"])


def test_time_axes_can_be_zoomed_and_only_those():
    for chart in draw(case()):
        layout = chart.figure["layout"]
        zoomed = chart.id in ("cash", "customers", "adoption")
        assert layout["xaxis"]["fixedrange"] is not zoomed
        assert layout["yaxis"]["fixedrange"] is True
        assert layout["dragmode"] == ("zoom" if zoomed else False)
        assert chart.id in ("waterfall", "years") or narrowed(chart)["layout"]["dragmode"] is False


def test_zoom_survives_a_move():
    pages = [draw(case()), draw(case({"team.users": 40}))]
    kept = {chart.figure["layout"]["uirevision"] for page in pages for chart in page}
    assert len(kept) == 1


def test_nothing_to_compare_is_said_in_place_of_a_blank_picture():
    found = {chart.id: chart.empty for chart in draw(case(OUTCOMES[Outcome.NOTHING]))}
    for name in ("cash", "years", "waterfall"):
        assert found[name].message == (
            "Nothing to compare yet. Set at least one cost or gain to see this chart."
        )
        assert found[name].suggestion == "Set a gain"


def test_no_adoption_and_no_customers_are_said_too():
    changes = {
        "adoption.target_rate": 0,
        "business.customers": 0,
        "business.leads_per_month": 0,
    }
    found = {chart.id: chart.empty for chart in draw(case(changes))}
    assert found["adoption"].field == "adoption.target_rate"
    assert found["customers"].message == (
        "No customers yet. Set the customers or leads of today to see this chart."
    )
    assert found["cash"] is None


def test_a_full_case_has_no_empty_chart():
    assert [chart.empty for chart in draw(case())] == [None] * 5
