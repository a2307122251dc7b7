from __future__ import annotations

import pytest

from crmroi.charts.adoption import adoption
from tests.charts.cases import case
from tests.support import in_plain_spaces

POST, WORD, SHORT, MEDIUM, LONG, ENDS = range(6)


def trace(projection, at):
    return adoption(projection).figure["data"][at]


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({}, "75% of users work in the CRM by month 12"),
        ({"adoption.target_rate": 0}, "Nobody works in the CRM"),
        ({"adoption.go_live_month": 60}, "The CRM goes live after the years counted"),
        (
            {"adoption.ramp_months": 44, "adoption.curve": "linear", "finance.horizon_years": 3},
            "56% of users after 3 years, not yet 75%",
        ),
        (
            {"adoption.curve": "immediate", "adoption.go_live_month": 0},
            "75% of users work in the CRM by month 1",
        ),
    ],
)
def test_the_title_says_how_many_work_in_it_and_from_when(changes, finding):
    assert in_plain_spaces(adoption(case(changes)).title) == finding


def test_the_three_phases_follow_each_other():
    projection = case()
    for at, name in ((SHORT, "short"), (MEDIUM, "medium"), (LONG, "long")):
        drawn = trace(projection, at)
        assert drawn["y"] == pytest.approx(100 * projection.monthly[name], abs=0.01)
    middle = [sum(trace(projection, at)["y"]) for at in (SHORT, MEDIUM, LONG)]
    assert middle == sorted(middle, reverse=True)


def test_the_ends_are_named_from_top_to_bottom_as_the_phases_come():
    ends = trace(case(), ENDS)
    named = sorted(zip(ends["y"], ends["text"], strict=True), reverse=True)
    assert [text for _y, text in named] == ["Productivity 75%", "Conversion 75%", "Loyalty 75%"]


def test_the_go_live_is_a_line_with_a_word():
    assert trace(case(), POST)["x"] == [3, 3]
    assert trace(case(), WORD)["text"] == ["Go-live"]


def test_a_go_live_beyond_the_horizon_is_not_drawn():
    late = case({"adoption.go_live_month": 60})
    assert trace(late, POST)["x"] == [None, None]
    assert trace(late, WORD)["text"] == [""]


def test_a_late_go_live_has_its_word_on_the_left():
    assert trace(case({"adoption.go_live_month": 50}), WORD)["textposition"] == ["middle left"]


def test_the_notes_tell_how_long_each_phase_takes():
    assert adoption(case()).notes == (
        "From use to gain: productivity 0, conversion 3, loyalty 6 months.",
    )
