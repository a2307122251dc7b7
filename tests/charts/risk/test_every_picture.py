"""What holds for every picture of the risk, whatever the case."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest

from crmroi.charts import THEMES
from crmroi.text import LANGUAGES, speaking
from tests.charts.measured.test_every_picture import narrowed
from tests.charts.risk_cases import CASES, pictures


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", CASES)
def test_plotly_accepts_every_figure_wide_and_narrow(name, theme):
    for chart in pictures(name, theme):
        go.Figure(chart.figure)
        go.Figure(narrowed(chart))
        json.dumps([chart.figure, chart.narrow], allow_nan=False)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_text_alternatives_have_150_to_300_characters(name, language):
    with speaking(language):
        lengths = {chart.title: len(chart.alt) for chart in pictures(name)}
    assert {title: n for title, n in lengths.items() if not 150 <= n <= 300} == {}


def test_an_axis_has_at_most_five_ticks():
    for chart in pictures():
        for axis in ("xaxis", "yaxis"):
            named = chart.id == "tornado" and axis == "yaxis"
            ticks = chart.figure["layout"][axis]["tickvals"]
            assert named or len(ticks) <= (7 if "labelalias" in chart.figure["layout"][axis] else 5)


def test_only_kinds_of_the_basic_build_are_drawn():
    kinds = {trace["type"] for chart in pictures() for trace in chart.figure["data"]}
    assert kinds == {"scatter", "bar"}


def test_the_number_and_order_of_traces_do_not_depend_on_the_case():
    shapes = {tuple(len(chart.figure["data"]) for chart in pictures(name)) for name in CASES}
    assert len(shapes) == 1
