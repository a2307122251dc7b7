"""A set of scenarios as one file: what is read is what was written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.files.scenario_set import ScenarioSet, read_scenario_set, write_scenario_set
from tests.files.scenarios import scenarios

SHARES = st.floats(0, 1)


@settings(max_examples=25)
@given(st.lists(scenarios(), min_size=1, max_size=5), SHARES, st.floats(1, 5))
def test_a_set_is_read_as_it_was_written_digit_for_digit(members, weight, score):
    scores = tuple({"fit": score} for _member in members)
    written = ScenarioSet(tuple(members), scores, {"fit": weight, "support": 1 - weight})
    assert read_scenario_set(write_scenario_set(written)) == written


def problems_of(data: object) -> list[str]:
    with pytest.raises(ScenarioError) as refused:
        read_scenario_set(json.dumps(data))
    return [problem.message for problem in refused.value.problems]


def test_all_problems_are_told_together_each_with_its_scenario():
    good = {"format": "crmroi/1"}
    bad = {"format": "crmroi/1", "adoption": {"target_rate": 2}, "scores": {"fit": 9}}
    found = problems_of(
        {"format": "crmroi-set/2", "scenarios": [good, bad, 3], "weights": {"fit": -1}, "x": 1}
    )
    assert found == [
        "“format”: “crmroi-set/2” is not a format known here. Enter “crmroi-set/1”.",
        "“x” is not known in a file of scenarios. Remove it.",
        "Scenario 2: adoption.target_rate (Users who work in it): 2 is not possible. Enter 0 to 1.",
        "Scenario 2: “scores.fit”: 9 is not possible. Enter 1 to 5.",
        "Scenario 3: A scenario is one JSON object, in curly brackets.",
        "“weights.fit”: -1 is not possible. Enter 0 to 1.",
    ]


@pytest.mark.parametrize("data", [[], {"scenarios": 1}, "x", {}])
def test_a_file_of_another_kind_says_what_a_set_is(data):
    assert problems_of(data)[-1].startswith("A file of scenarios is one JSON object")


def test_more_than_five_scenarios_are_refused():
    member = {"format": "crmroi/1"}
    found = problems_of({"format": "crmroi-set/1", "scenarios": [member] * 6})
    assert found == ["The file holds 6 scenarios. A set has 1 to 5."]


def test_a_broken_text_says_where_it_breaks():
    with pytest.raises(ScenarioError) as refused:
        read_scenario_set('{"format": ')
    assert "line" in str(refused.value).lower()


def test_scores_and_weights_may_be_left_out():
    text = json.dumps({"format": "crmroi-set/1", "scenarios": [{"format": "crmroi/1"}]})
    assert read_scenario_set(text) == ScenarioSet((Scenario(),), ({},), {})
