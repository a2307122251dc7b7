"""A scenario: whole numbers, plain values, changes that make a new one."""

from __future__ import annotations

import json
import math
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from crmroi.assumptions import Assumption, Scenario, ScenarioError, Value, assumptions
from tests.support import shared_files

EVERY = list(assumptions().values())
NUMERIC = [item for item in EVERY if item.numeric]
number_fields = st.sampled_from(NUMERIC)


def allowed(item: Assumption) -> st.SearchStrategy[Value]:
    """Values that the field accepts."""
    if item.kind == "flag":
        return st.booleans()
    if item.kind == "choice":
        return st.sampled_from(list(item.choices or {}))
    low, high = item.allowed or (0, 0)
    if item.kind == "whole":
        return st.integers(int(low), int(high))
    return st.floats(low, high)


def refused(item: Assumption) -> st.SearchStrategy[object]:
    """Numbers that the field does not accept, and things that are no numbers."""
    low, high = item.allowed or (0, 0)
    return st.one_of(
        st.floats(max_value=low, exclude_max=True),
        st.floats(min_value=high, exclude_min=True),
        st.integers(max_value=int(low) - 1),
        st.integers(min_value=int(high) + 1),
        st.just(math.nan),
        st.booleans(),
        st.text(),
        st.none(),
        st.lists(st.integers(), max_size=2),
    )


any_values = st.fixed_dictionaries({}, optional={item.key: allowed(item) for item in EVERY})


def test_the_default_case_needs_nothing() -> None:
    case = Scenario()
    assert (case.format, case.name, case.currency) == ("crmroi/1", "", "EUR")
    assert case.values() == {item.key: item.default for item in EVERY}


def test_values_stand_in_declared_order() -> None:
    assert list(Scenario().values()) == list(assumptions())
    moved = Scenario().with_values({"costs.wage_increase_per_year": 0.01, "team.users": 3})
    assert list(moved.values()) == list(assumptions())


def test_a_value_is_asked_for_by_its_dotted_name() -> None:
    assert Scenario().value("adoption.target_rate") == 0.75
    with pytest.raises(KeyError):
        Scenario().value("adoption.target")


@given(any_values)
def test_any_allowed_values_are_accepted_and_given_back(values: dict[str, Value]) -> None:
    case = Scenario().with_values(values)
    assert {key: case.value(key) for key in values} == values
    assert case.values() == {**Scenario().values(), **values}


@given(st.data(), number_fields)
def test_anything_else_is_refused_with_the_fields_name(
    data: st.DataObject, item: Assumption
) -> None:
    value = data.draw(refused(item))
    with pytest.raises(ScenarioError) as error:
        Scenario().with_values({item.key: value})
    (problem,) = error.value.problems
    assert problem.field == item.key
    assert problem.message.startswith(f"{item.key} ({item.label}): ")


@given(any_values, st.text(st.characters(exclude_categories=["Cs"])))
def test_a_scenario_survives_a_file_digit_for_digit(values: dict[str, Value], name: str) -> None:
    case = Scenario(name=name, currency="BRL").with_values(values)
    written = json.loads(json.dumps(case.model_dump(mode="json")))
    assert Scenario.from_mapping(written) == case


@given(any_values)
def test_equal_scenarios_hash_alike(values: dict[str, Value]) -> None:
    one, other = Scenario().with_values(values), Scenario().with_values(values)
    assert one == other
    assert hash(one) == hash(other)


def test_a_change_makes_a_new_scenario() -> None:
    case = Scenario(name="Ours", currency="USD", notes={"team.users": "counted"})
    moved = case.with_values({"team.users": 40})
    assert (case.team.users, moved.team.users) == (25, 40)
    assert (moved.name, moved.currency, moved.notes) == ("Ours", "USD", {"team.users": "counted"})
    assert moved.costs is case.costs


def test_a_scenario_cannot_be_changed_in_place() -> None:
    case = Scenario()
    with pytest.raises(ValidationError):
        case.team.users = 3  # type: ignore[misc]
    with pytest.raises(ValidationError):
        case.name = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    "written",
    [25, 25.0, np.int64(25), np.float64(25.0), Fraction(50, 2)],
    ids=lambda one: type(one).__name__,
)
def test_a_whole_number_may_be_written_with_a_zero_after_the_point(written: object) -> None:
    users = Scenario().with_values({"team.users": written}).team.users
    assert users == 25
    assert type(users) is int


@pytest.mark.parametrize(
    "written", [1, 1.0, np.float64(1), np.int64(1), Fraction(1)], ids=lambda one: type(one).__name__
)
def test_a_number_becomes_a_plain_float(written: object) -> None:
    rate = Scenario().with_values({"adoption.target_rate": written}).adoption.target_rate
    assert rate == 1.0
    assert type(rate) is float


def test_a_number_read_from_a_file_is_held_as_a_plain_one() -> None:
    class Spelled(float):
        raw = "0.750"

    rate = Scenario().with_values({"adoption.target_rate": Spelled(0.75)}).adoption.target_rate
    assert type(rate) is float


def test_what_goes_with_the_numbers_is_kept() -> None:
    case = Scenario.from_mapping(
        {
            "format": "crmroi/1",
            "uncertainty": {"adoption.target_rate": [0.4, 0.75, 0.9], "team.users": [20, 25, 40]},
            "correlation": [["adoption.target_rate", "team.users", -0.5]],
            "notes": {"adoption.curve": "the integrator, in May"},
        }
    )
    assert case.uncertainty == {
        "adoption.target_rate": (0.4, 0.75, 0.9),
        "team.users": (20.0, 25.0, 40.0),
    }
    assert case.correlation == (("adoption.target_rate", "team.users", -0.5),)
    assert case.notes == {"adoption.curve": "the integrator, in May"}


def test_a_field_left_out_takes_its_default() -> None:
    case = Scenario.from_mapping({"format": "crmroi/1", "team": {"users": 3}, "costs": {}})
    assert case == Scenario().with_values({"team.users": 3})


@pytest.mark.parametrize("path", shared_files("cases/*.json"))
def test_a_reference_scenario_is_read_value_for_value(path: Path) -> None:
    written = json.loads(path.read_text(encoding="utf-8"))["scenario"]
    values = Scenario.from_mapping(written).values()
    groups = {key: part for key, part in written.items() if isinstance(part, dict)}
    for group in ("business", "team", "costs", "adoption", "gains", "finance"):
        for name, value in groups.get(group, {}).items():
            assert values[f"{group}.{name}"] == value


def test_a_slider_move_takes_less_than_a_millisecond() -> None:
    case = Scenario()
    taken = []
    for step in range(200):
        start = time.perf_counter()
        case.with_values({"adoption.target_rate": step / 200})
        taken.append(time.perf_counter() - start)
    assert sorted(taken)[100] < 0.001
