"""Two assumptions at a time."""

from __future__ import annotations

import numpy as np
import pytest

from crmroi.analysis.heat_map import heat_map
from crmroi.analysis.ranges import with_ranges
from crmroi.assumptions import Scenario, ScenarioError
from crmroi.model import project

ACROSS, DOWN = "adoption.target_rate", "costs.licence_per_user_per_month"


def test_every_cell_is_the_scenario_with_both_values() -> None:
    found = heat_map(Scenario(), ACROSS, DOWN, steps=4)
    assert found.npv.shape == (4, 4)
    for row, down in enumerate(found.down_values):
        for column, across in enumerate(found.across_values):
            both = {DOWN: float(down), ACROSS: float(across)}
            metrics = project(Scenario().with_values(both)).metrics
            assert found.npv[row, column] == pytest.approx(metrics["npv"])
            assert found.roi[row, column] == pytest.approx(metrics["roi"])
            month = metrics["break_even_month"]
            assert found.break_even_month[row, column] == pytest.approx(
                np.nan if month is None else month, nan_ok=True
            )


def test_the_ends_are_those_of_the_range() -> None:
    found = heat_map(Scenario(), ACROSS, DOWN)
    assert (len(found.across_values), len(found.down_values)) == (21, 21)
    assert found.across_values[[0, -1]].tolist() == [0.4, 0.9]
    assert (found.across, found.down, found.scenario) == (ACROSS, DOWN, Scenario())


def test_whole_numbers_come_once_each() -> None:
    found = heat_map(Scenario(), "finance.horizon_years", "adoption.go_live_month")
    assert found.across_values.tolist() == list(range(1, 11))
    assert found.down_values.tolist() == list(range(19))


def test_two_are_needed_and_both_must_be_numbers() -> None:
    with pytest.raises(ValueError, match="two assumptions are needed"):
        heat_map(Scenario(), ACROSS, ACROSS)
    with pytest.raises(ScenarioError):
        heat_map(Scenario(), ACROSS, "adoption.curve")


def test_what_is_certain_is_mapped_over_its_plausible_range() -> None:
    certain = with_ranges(Scenario(), {ACROSS: (0.75, 0.75, 0.75)})
    found = heat_map(certain, ACROSS, DOWN)
    assert found.across_values[[0, -1]].tolist() == [0.4, 0.9]
