from __future__ import annotations

from dataclasses import replace

from crmroi.charts.measured import campaigns_chart, parts_chart
from crmroi.measure.results import Breakdown, Part, Value
from crmroi.text import speaking
from tests.charts.measured_cases import PARTS, SETTING
from tests.support import in_plain_spaces

LARGE, SMALL = range(2)


def many(count):
    parts = (
        Part(f"Part {at:02d}", {"win_rate": Value(0.2, 50)}, small=False) for at in range(count)
    )
    return Breakdown("Source", tuple(parts))


def test_the_title_names_the_best_part_that_is_large_enough_to_tell():
    assert parts_chart(PARTS, "win_rate", SETTING).title == "Win rate: highest in Fair, 25%"


def test_where_less_is_better_the_lowest_is_named():
    cycles = tuple(
        Part(name, {"sales_cycle_days": Value(days, 90)}, small=False)
        for name, days in (("North", 40.0), ("South", 31.0))
    )
    found = parts_chart(Breakdown("Region", cycles), "sales_cycle_days", SETTING)
    assert in_plain_spaces(found.title) == "Sales cycle: lowest in South, 31 days"


def test_parts_that_are_all_small_tell_nothing():
    small = Breakdown("Source", tuple(replace(part, small=True) for part in PARTS.parts))
    found = parts_chart(small, "win_rate", SETTING)
    assert found.title == "Win rate: every part is too small to tell"


def test_small_parts_are_hatched_and_said():
    chart = parts_chart(PARTS, "win_rate", SETTING)
    small = chart.figure["data"][SMALL]
    assert small["y"] == [2]
    assert small["marker"]["pattern"]["shape"] == "/"
    assert chart.notes == ("Hatched: too few records to tell.",)


def test_a_bar_begins_at_zero_and_its_end_says_value_and_records():
    large = parts_chart(PARTS, "win_rate", SETTING).figure["data"][LARGE]
    assert large["base"] == [0, 0]
    assert large["text"][0] == "<b>25%</b>  n\u00a0=\u00a0400"


def test_on_a_small_screen_the_records_stand_below_the_value():
    chart = parts_chart(PARTS, "win_rate", SETTING)
    assert chart.narrow["data"]["0"]["text"][0] == "<b>25%</b><br>n\u00a0=\u00a0400"
    assert chart.narrow["layout"]["margin.l"] < chart.figure["layout"]["margin"]["l"]


def test_a_long_name_takes_two_lines_and_is_whole_on_hover():
    chart = parts_chart(PARTS, "win_rate", SETTING)
    assert (
        chart.figure["layout"]["yaxis"]["ticktext"][1]
        == "A channel with quite a<br>long name to write"
    )
    assert chart.narrow["layout"]["yaxis.ticktext"][1] == "A channel with<br>quite a long…"
    hover = chart.figure["data"][LARGE]["customdata"][1]
    assert hover.startswith("A channel with quite a long name to write<br>")


def test_a_name_is_never_markup():
    odd = Breakdown("Source", (Part("<b>&", {"win_rate": Value(0.2, 50)}, small=False),))
    figure = parts_chart(odd, "win_rate", SETTING).figure
    assert figure["layout"]["yaxis"]["ticktext"] == ["&lt;b&gt;&amp;"]
    assert figure["data"][LARGE]["customdata"][0].startswith("&lt;b&gt;&amp;")


def test_a_dozen_parts_are_drawn_and_the_rest_counted():
    chart = parts_chart(many(14), "win_rate", SETTING)
    assert len(chart.figure["data"][LARGE]["y"]) == 12
    assert chart.notes == ("2 more parts are in the table.",)


def test_there_is_no_chart_of_a_kpi_that_no_part_has():
    assert parts_chart(PARTS, "nps", SETTING) is None
    assert campaigns_chart(many(2), SETTING) is None


def test_campaigns_are_ranked_by_their_return_and_coloured_by_its_sign():
    chart = campaigns_chart(PARTS, SETTING)
    assert chart.title == "1 of 2 campaigns earned more than they cost"
    gains, losses = chart.figure["data"]
    assert (gains["text"], losses["text"]) == (["<b>+180%</b>"], ["<b>−35%</b>"])


def test_the_column_is_called_as_the_page_calls_it():
    parts = replace(PARTS, by="source")
    assert "by “Source”" in parts_chart(parts, "win_rate", SETTING).subtitle
    with speaking("pt_BR"):
        assert "por “Fonte”" in parts_chart(parts, "win_rate", SETTING).subtitle
