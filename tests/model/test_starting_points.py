"""The default case and the sectors: neither hopeless nor miraculous, and without a warning."""

from __future__ import annotations

import pytest

from crmroi.assumptions import Assumption, Scenario, assumptions
from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.model import project

FAVOURING = [item for item in assumptions().values() if item.favours and item.numeric]


def test_the_default_case_breaks_even_in_its_second_or_third_year() -> None:
    metrics = project(Scenario()).metrics
    assert 12 <= metrics["break_even_month"] <= 30
    assert 0.5 <= metrics["roi"] <= 1.5
    assert metrics["npv"] > 0
    assert metrics["irr_status"] == "unique"


def test_the_default_case_costs_a_user_about_what_was_measured_in_the_first_year() -> None:
    # 10,385 USD on average, all in (Insight Technology Group): a sanity check, not a source.
    projection = project(Scenario())
    first_year = sum(projection.monthly["total_costs"][:13])
    assert 5_000 <= first_year / Scenario().team.users <= 15_000


@pytest.mark.parametrize("name", PRESETS)
def test_a_sector_breaks_even_within_its_horizon(name: str) -> None:
    metrics = project(preset_scenario(name)).metrics
    assert 12 <= metrics["break_even_month"] <= 48
    assert 0.2 <= metrics["roi"] <= 1.5


@pytest.mark.parametrize("name", [None, *PRESETS])
def test_a_starting_point_raises_no_warning(name: str | None) -> None:
    scenario = preset_scenario(name) if name else Scenario()
    assert [notice.message for notice in project(scenario).warnings] == []


@pytest.mark.parametrize("item", FAVOURING, ids=lambda item: item.key)
def test_the_favourable_end_of_a_range_is_never_the_poorer_one(item: Assumption) -> None:
    assert item.plausible
    case = Scenario().with_values({"gains.include_intangibles": True})
    low, high = (
        project(case.with_values({item.key: end})).metrics["npv"] for end in item.plausible
    )
    assert (high > low) == (item.favours == "high")
    assert high != low
