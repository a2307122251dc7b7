"""A name once published works for ever."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.assumptions.renamed import RENAMED


@pytest.fixture(autouse=True)
def a_renamed_field() -> Iterator[None]:
    RENAMED["team.seats"] = "team.users"
    RENAMED["project.go_live"] = "adoption.go_live_month"
    yield
    RENAMED.clear()


def test_a_former_name_is_read_as_todays() -> None:
    case = Scenario.from_mapping({"format": "crmroi/1", "team": {"seats": 40, "hourly_cost": 50}})
    assert (case.team.users, case.team.hourly_cost) == (40, 50)


def test_a_former_name_is_refused_by_todays() -> None:
    with pytest.raises(ScenarioError) as refused:
        Scenario.from_mapping({"format": "crmroi/1", "team": {"seats": 0}})
    assert str(refused.value) == "team.users (Users): 0 is not possible. Enter 1 to 100000."


def test_a_former_name_works_where_fields_are_named() -> None:
    case = Scenario.from_mapping(
        {
            "format": "crmroi/1",
            "uncertainty": {"team.seats": [10, 25, 40]},
            "correlation": [["team.seats", "adoption.target_rate", 0.5]],
            "notes": {"team.seats": "counted"},
        }
    )
    assert case.uncertainty == {"team.users": (10, 25, 40)}
    assert case.correlation == (("team.users", "adoption.target_rate", 0.5),)
    assert case.notes == {"team.users": "counted"}


def test_a_former_name_can_be_moved_by_a_control() -> None:
    assert Scenario().with_values({"team.seats": 7}).team.users == 7


def test_both_names_at_once_are_a_problem() -> None:
    with pytest.raises(ScenarioError) as refused:
        Scenario.from_mapping({"format": "crmroi/1", "team": {"seats": 40, "users": 30}})
    assert str(refused.value) == (
        "“team.seats” is the former name of “team.users”, which is given too. Keep one."
    )


def test_a_field_may_change_its_group() -> None:
    case = Scenario.from_mapping({"format": "crmroi/1", "project": {"go_live": 5}})
    assert case.adoption.go_live_month == 5
