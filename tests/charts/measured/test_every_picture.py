"""What holds for every picture of a measurement, whatever is measured."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.charts import THEMES
from crmroi.charts.measured import (
    campaigns_chart,
    kpi_card,
    parts_chart,
    realised_chart,
    series_chart,
    series_table,
)
from crmroi.measure.kpis import KPIS
from crmroi.measure.results import Months, Value
from crmroi.text import LANGUAGES, speaking
from tests.charts.measured_cases import (
    COMPARED,
    MONTHLY,
    PARTS,
    REALISED,
    SETTING,
    SIMPLE_ONLY,
)
from tests.charts.narrow import narrowed

A_PIXEL = 0.015  # of a range, at the most: what reaches no further beyond it is drawn at its edge
VALUES = st.one_of(st.none(), st.floats(-1e9, 1e12), st.floats(0, 1), st.integers(0, 500))


def charts(setting=SETTING):
    yield from (series_chart(name, MONTHLY[name], COMPARED[name], setting) for name in MONTHLY)
    yield series_chart("win_rate", MONTHLY["win_rate"], None, replace(setting, go_live=None))
    yield parts_chart(PARTS, "win_rate", setting)
    yield campaigns_chart(PARTS, setting)
    yield from (realised_chart(found, setting) for found in (REALISED, SIMPLE_ONLY))


@pytest.mark.parametrize("theme", THEMES)
def test_plotly_accepts_every_figure_wide_and_narrow(theme):
    for chart in charts(replace(SETTING, theme=theme)):
        go.Figure(chart.figure)
        go.Figure(narrowed(chart))


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_alternatives_have_150_to_300_characters(language):
    with speaking(language):
        lengths = {chart.title: len(chart.alt) for chart in charts()}
    assert {title: n for title, n in lengths.items() if not 150 <= n <= 300} == {}


def test_an_axis_has_at_most_five_ticks():
    for chart in charts():
        for axis in ("xaxis", "yaxis"):
            names = chart.id in ("parts", "campaigns", "realised") and axis == "yaxis"
            assert names or len(chart.figure["layout"][axis]["tickvals"]) <= 5


@given(
    values=st.lists(VALUES, min_size=1, max_size=40),
    name=st.sampled_from(sorted(KPIS)),
    go_live=st.dates(date(2019, 1, 1), date(2025, 1, 1)),
    language=st.sampled_from(sorted(LANGUAGES)),
)
def test_any_months_can_be_drawn_and_told(values, name, go_live, language):
    months = tuple(f"{2020 + at // 12}-{at % 12 + 1:02d}" for at in range(len(values)))
    series = Months(months, tuple(values), tuple(0 if v is None else 7 for v in values))
    setting = replace(SETTING, go_live=go_live)
    with speaking(language):
        chart = series_chart(name, series, None, setting)
        assert (chart is None) == all(value is None for value in values)
        if chart is not None:
            json.dumps(chart.figure, allow_nan=False)
            json.dumps(chart.narrow, allow_nan=False)
            low, high = chart.figure["layout"]["yaxis"]["range"]
            there = [value for value in values if value is not None]
            assert low - A_PIXEL * (high - low) <= min(there)
            assert max(there) <= high + A_PIXEL * (high - low)
        kpi_card(name, Value(values[0], 1), series, None, setting)
        assert len(series_table(name, series, None, setting).shown) == len(values)
