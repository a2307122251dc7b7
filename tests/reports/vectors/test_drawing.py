"""Charts drawn with no browser: all of them, whole, the same each time, away from home."""

from __future__ import annotations

import copy
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from crmroi.analysis.comparison import compare
from crmroi.analysis.difference import difference
from crmroi.assumptions import Scenario
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.charts import THEMES, draw
from crmroi.charts.compare import costs, curves, why
from crmroi.charts.measured import campaigns_chart, parts_chart, realised_chart, series_chart
from crmroi.charts.outcome import Outcome
from crmroi.reports.vectors import UnknownPartError, svg
from crmroi.reports.vectors.frame import Frame
from crmroi.reports.vectors.letters import advance
from crmroi.reports.vectors.pen import colour
from crmroi.reports.vectors.strings import Run, lines
from crmroi.text import LANGUAGES, speaking
from tests.charts.cases import OUTCOMES, case
from tests.charts.measured_cases import COMPARED, MONTHLY, PARTS, REALISED, SETTING, SIMPLE_ONLY
from tests.charts.risk_cases import CASES, pictures

SVG = "{http://www.w3.org/2000/svg}"
SET = compare([solution.of(Scenario()) for solution in SOLUTIONS.values()])


def of_the_case(outcome=Outcome.BREAKS_EVEN, theme="light"):
    pinned = case({"finance.horizon_years": 3})
    return draw(case(OUTCOMES[outcome]), pinned, theme, discounted=True)


def of_the_comparison(theme="light"):
    better, worse = SET.members[:2]
    between = difference(worse.projection, better.projection)
    return [curves(SET, theme), costs(SET, theme), why(better, worse, between, theme)]


def of_the_measurement(theme="light"):
    setting = replace(SETTING, theme=theme)
    found = [series_chart(name, MONTHLY[name], COMPARED[name], setting) for name in MONTHLY]
    found += [parts_chart(PARTS, "win_rate", setting), campaigns_chart(PARTS, setting)]
    return found + [realised_chart(one, setting) for one in (REALISED, SIMPLE_ONLY)]


def drawn(chart, width=600):
    return svg(chart, width, chart.figure["layout"].get("height", 270))


def read(chart, width=600):
    return ET.fromstring(drawn(chart, width))  # noqa: S314 - our own


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_of_the_app_can_be_drawn(language, theme):
    with speaking(language):
        charts = [*of_the_case(theme=theme), *pictures(theme=theme)]
        charts += [*of_the_comparison(theme), *of_the_measurement(theme)]
        for chart in charts:
            assert read(chart).tag == f"{SVG}svg"
            assert svg(chart, 342, 300, narrow=True).startswith("<svg")


@pytest.mark.parametrize("outcome", Outcome)
def test_a_case_is_drawn_however_it_ends(outcome):
    for chart in of_the_case(outcome):
        if chart.empty is None:
            read(chart)


@pytest.mark.parametrize("name", CASES)
def test_risks_are_drawn_however_they_lie(name):
    for chart in pictures(name):
        read(chart)


@pytest.mark.parametrize(
    ("part", "key", "value", "told"),
    [
        ("layout", "shapes", [{}], "layout.shapes"),
        ("layout", "barmode", "group", "layout.barmode='group'"),
        ("trace", "error_y", {"array": []}, "bar.error_y.array"),
        ("trace", "type", "pie", "pie"),
    ],
)
def test_what_is_not_drawn_is_refused_by_name(part, key, value, told):
    years = of_the_case()[1]
    figure = copy.deepcopy(years.figure)
    (figure["layout"] if part == "layout" else figure["data"][0])[key] = value
    with pytest.raises(UnknownPartError, match=told):
        drawn(replace(years, figure=figure))


def test_the_same_chart_has_the_same_bytes():
    for chart in [*of_the_case(), *pictures()]:
        assert drawn(chart) == drawn(chart)


def test_pictures_in_one_page_do_not_share_names():
    ids = [{one.get("id") for one in read(chart).iter(f"{SVG}clipPath")} for chart in of_the_case()]
    assert all(ids[:2])
    assert len(set.union(*ids)) == sum(map(len, ids))


def test_a_drawing_is_small_and_as_large_as_asked():
    for chart in of_the_case():
        root = read(chart, 500)
        assert (root.get("width"), root.get("viewBox", "").split()[2]) == ("500", "500")
        assert len(drawn(chart)) < 120_000


def test_words_are_outlines_so_that_no_reader_needs_the_fonts():
    for chart in [*of_the_case(), *of_the_comparison()]:
        assert list(read(chart).iter(f"{SVG}text")) == []


def test_nothing_that_a_person_typed_is_markup_in_a_drawing():
    members = [
        Scenario(name=name)
        for name in ("<script>alert(1)</script>", "--><svg onload=x>", "$x$ \\frac 😀")
    ]
    for chart in [curves(compare(members)), costs(compare(members))]:
        text = drawn(chart)
        tags = {one.tag.removeprefix(SVG) for one in read(chart).iter()}
        assert tags <= {"svg", "defs", "style", "g", "path", "use", "clipPath", "rect", "pattern"}
        assert "alert" not in text
        assert "<!--" not in text


def test_bars_stand_where_their_amounts_are():
    chart = of_the_case()[2]
    layout = chart.figure["layout"]
    frame = Frame(layout, 600, layout["height"])
    left, top, wide, high = frame.box
    assert frame.x(layout["xaxis"]["range"][0]) == left
    assert frame.x(layout["xaxis"]["range"][1]) == pytest.approx(left + wide)
    assert frame.y(layout["yaxis"]["range"][1]) == top
    assert frame.y(layout["yaxis"]["range"][0]) == pytest.approx(top + high)


def test_bold_breaks_and_colours_are_read_and_other_tags_are_text():
    assert lines("<b>This case</b><br>€179k") == [
        [Run("This case", True, None)],
        [Run("€179k", False, None)],
    ]
    assert lines('<span style="color:#1F4FD1"><b>—</b></span> A &lt;b&gt;') == [
        [Run("—", True, "#1F4FD1"), Run(" A <b>", False, None)]
    ]
    assert lines("<script>") == [[Run("<script>", False, None)]]


def test_spaces_count_in_the_width_of_words():
    one, two = (advance([Run(text, False, None)], 13) for text in ("a b", "a  b"))
    assert two > one
    assert advance([Run("", False, None)], 13) == 0


def test_colours_are_read_as_charts_write_them():
    assert colour("rgba(51,0,255,0.5)") == (0.2, 0.0, 1.0, 0.5)
    assert colour("#16202E") == "#16202E"


def test_drawing_leaves_the_home_folder_alone(tmp_path):
    code = (
        "from crmroi.reports.vectors import svg; import os; print(os.environ.get('MPLCONFIGDIR'))"
    )
    for home in (tmp_path, tmp_path / "nowhere"):
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            env={"HOME": str(home), "PATH": "", "PYTHONPATH": str(sys.path[0] or ".")},
            capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
        )  # fmt: skip
        assert (done.stdout, done.stderr, done.returncode) == ("None\n", "", 0)
    assert list(tmp_path.iterdir()) == []
