"""Goals as they are written and met."""

from __future__ import annotations

import numpy as np
import pytest

from crmroi.analysis.goals import Goal, goal_of
from crmroi.assumptions import ScenarioError


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("npv=0", Goal("npv", 0)),
        ("roi=0.5", Goal("roi", 0.5)),
        ("roi=-0.25", Goal("roi", -0.25)),
        (" break_even_month = 24 ", Goal("break_even_month", 24)),
    ],
)
def test_a_goal_is_a_measure_and_a_number(text: str, goal: Goal) -> None:
    assert goal_of(text) == goal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "npv",
        "npv=",
        "npv=much",
        "irr=0.1",
        "roi=nan",
        "npv=inf",
        "break_even_month=-1",
        "break_even_month=12.5",
    ],
)
def test_anything_else_is_not_a_goal(text: str) -> None:
    with pytest.raises(ScenarioError) as error:
        goal_of(text)
    assert str(error.value) == (
        f"“{text}” is not a goal. Enter npv=0, roi=0.5 or break_even_month=24, with a number of"
        " your own."
    )


def test_amounts_are_to_be_reached_and_months_not_to_be_passed() -> None:
    values = np.array([11.0, 12.0, 13.0, np.nan])
    assert Goal("npv", 12).met(values).tolist() == [False, True, True, False]
    assert Goal("break_even_month", 12).met(values).tolist() == [True, True, False, False]


def test_a_goal_has_words() -> None:
    assert Goal().label == "Worth today (NPV) at or above a target"
