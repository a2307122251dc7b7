from __future__ import annotations

import pytest

from crmroi.analysis.goals import goal_of
from crmroi.analysis.solve import solve
from crmroi.assumptions import Scenario
from crmroi.cli import solve as command
from crmroi.model import project

USES = "adoption.target_rate"


def test_json_says_where_the_goal_is_met_in_full_digits(asked):
    found = asked.json("solve", asked.file(), "--for", USES)
    expected = solve(Scenario(), USES)
    assert list(found.items()) == [
        ("assumption", USES),
        ("status", "value"),
        ("value", expected.value),
        ("holds", [list(interval) for interval in expected.holds]),
    ]


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("npv=100000", lambda metrics: metrics["npv"] >= 100_000),
        ("roi=0.5", lambda metrics: metrics["roi"] >= 0.5),
        ("break_even_month=36", lambda metrics: metrics["break_even_month"] <= 36),
    ],
)
def test_the_value_put_back_meets_the_goal(goal, met, asked):
    found = asked.json("solve", asked.file(), "--for", USES, "--goal", goal)
    assert found["status"] == "value"
    assert met(project(Scenario().with_values({USES: found["value"]})).metrics)


def test_a_whole_number_stays_one(asked):
    found = asked.json("solve", asked.file(), "--for", "adoption.go_live_month", "--goal", "roi=.5")
    assert isinstance(found["value"], int)


@pytest.mark.parametrize(
    ("goal", "status", "sentence"),
    [
        ("npv=-1e12", "always", "Users who work in it may be anything: the goal is met at every "
         "value."),
        ("npv=1e12", "never", "Users who work in it cannot do it alone: the goal is met at no "
         "value."),
    ],
)  # fmt: skip
def test_a_goal_may_be_met_always_or_never(goal, status, sentence, asked):
    file = asked.file()
    found = asked.json("solve", file, "--for", USES, "--goal", goal)
    assert (found["status"], found["value"]) == (status, None)
    assert found["holds"] == ([[0, 1]] if status == "always" else [])
    lines, _err = asked.words("solve", file, "--for", USES, "--goal", goal)
    assert lines[3] == sentence


def test_the_summary_says_the_answer_the_sentence_the_goal_and_today(asked):
    file = asked.file({"name": "Small plan"})
    lines, err = asked.words("solve", file, "--for", "costs.licence_per_user_per_month")
    assert err == []
    assert lines[0] == "Small plan"
    assert lines[3].startswith("Licence per user may reach €")
    assert lines[3].endswith("/month at most.")
    assert [line.split("  ")[0] for line in lines[5:]] == [
        "Worth today (NPV) at or above a target", "Today’s value", "Met today",
    ]  # fmt: skip
    assert [line.split()[-1] for line in lines[5:]] == ["€0", "€65/month", "yes"]


def test_where_the_goal_is_met_in_two_places_both_are_said(asked, monkeypatch):
    def twice(scenario, key, goal):
        found = solve(scenario, key, goal)
        return type(found)(**{**vars(found), "value": 0.6, "holds": ((0.0, 0.2), (0.6, 1.0))})

    monkeypatch.setattr(command, "solve", twice)
    lines, _err = asked.words("solve", asked.file(), "--for", USES)
    assert lines[3] == "Users who work in it must stay at 60% at least."
    assert lines[-2:] == ["Elsewhere", "  Users who work in it may reach 20% at most."]


def test_it_speaks_the_language(asked):
    lines, _err = asked.words("solve", asked.file(), "--for", USES, lang="pt_BR")
    assert lines[1].startswith("O CRM ")


def test_a_file_comes_from_standard_input(asked):
    assert asked.json("solve", asked.typed_in(), "--for", USES)["status"] == "value"


def test_a_name_and_a_goal_that_are_none_are_told_together(asked):
    assert asked.misused(
        "solve", asked.file(), "--for", "costs.licence_per_month", "--goal", "irr=1"
    ) == [
        "crmroi solve: --for: “licence_per_month” is not a field. Did you mean "
        "“licence_per_user_per_month”?",
        "--goal: “irr=1” is not a goal. Enter npv=0, roi=0.5 or break_even_month=24, with a number "
        "of your own.",
        "For help: crmroi solve --help",
    ]


def test_what_holds_no_number_cannot_be_solved_for(asked):
    said, _help = asked.misused("solve", asked.file(), "--for", "adoption.curve")
    assert said.endswith("the field holds no number that could be moved. Name another field.")


def test_what_to_solve_for_must_be_named(asked):
    said, _help = asked.misused("solve", asked.file())
    assert said == "crmroi solve: the following arguments are required: --for"


def test_a_bad_file_is_told(asked):
    file = asked.file("{", "worse.json")
    assert asked.refused("solve", file, "--for", USES) == [
        f"{file}: Line 1, column 2: a name in double quotes is missing (or a comma is too many)."
    ]


def test_the_default_goal_is_an_npv_of_zero(asked):
    plain = asked.json("solve", asked.file(), "--for", USES)
    assert plain["value"] == solve(Scenario(), USES, goal_of("npv=0")).value
