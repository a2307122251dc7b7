from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import polars as pl

from crmroi.files.exports.table import Table
from crmroi.measure.change.control import MOST_VALUES, control_choices, with_control


def table(kind: str, personal: dict[str, str] | None = None, **columns: list[str | None]) -> Table:
    """A table with as much of a report as is looked at."""
    report: Any = SimpleNamespace(
        mapping={name: name.title() for name in columns}, personal_columns=personal or {}
    )
    return Table(kind, pl.DataFrame(columns), report)


def test_groups_of_people_can_be_told_by_team_and_region() -> None:
    deals = table("deals", team=["North", "South", "North"], region=["EU", "US", None])
    assert control_choices({"deals": deals}) == {"region": ("EU", "US"), "team": ("North", "South")}


def test_a_column_of_codes_for_people_is_not_offered() -> None:
    deals = table("deals", personal={"Owner": "hashed"}, owner=["3f2a", "77b1"])
    assert control_choices({"deals": deals}) == {}


def test_a_column_of_one_value_or_of_very_many_parts_nothing() -> None:
    many = [f"P{n}" for n in range(MOST_VALUES + 1)]
    deals = table("deals", team=["North"] * len(many), product=many)
    assert control_choices({"deals": deals}) == {}


def test_those_of_the_value_are_the_control_group_and_an_empty_cell_is_not() -> None:
    deals = table("deals", team=["North", "South", None])
    tickets = table("tickets", product=["A", "B", "C"])
    found = with_control({"deals": deals, "tickets": tickets}, "team", "South")
    assert found["deals"].frame["control"].to_list() == [False, True, False]
    assert "control" not in found["tickets"].frame.columns
