"""The sectors: plausible companies, each value with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.plausibility import plausibility_warnings
from crmroi.assumptions.presets import PRESETS, preset_scenario, sector_of, sources_of
from crmroi.text import speaking

every_sector = pytest.mark.parametrize("name", PRESETS)


def test_there_are_four_sectors() -> None:
    assert {name: preset.label for name, preset in PRESETS.items()} == {
        "b2b_software_and_services": "B2B software and services",
        "e_commerce": "E-commerce",
        "professional_services": "Professional services",
        "manufacturing": "Manufacturing",
    }


@every_sector
def test_a_sector_is_a_scenario_with_its_values_and_the_defaults(name: str) -> None:
    values = preset_scenario(name).values()
    stated = PRESETS[name].values
    assert {key: values[key] for key in stated} == dict(stated)
    assert {key: value for key, value in values.items() if key not in stated} == {
        key: value for key, value in Scenario().values().items() if key not in stated
    }


@every_sector
def test_each_value_of_a_sector_has_a_source(name: str) -> None:
    assert PRESETS[name].sources.keys() == PRESETS[name].values.keys()


@every_sector
def test_a_sector_is_plausible(name: str) -> None:
    assert [notice.message for notice in plausibility_warnings(preset_scenario(name))] == []


@every_sector
def test_no_gain_is_set_higher_for_a_sector(name: str) -> None:
    moved = [key for key in PRESETS[name].values if key.startswith("gains.")]
    assert all(key.endswith("_lag_months") for key in moved)


@every_sector
def test_a_sector_is_named_in_the_language_spoken(name: str) -> None:
    assert preset_scenario(name).name == PRESETS[name].label
    with speaking("fr"):
        assert preset_scenario(name).name


@every_sector
def test_the_kpis_of_a_sector_are_known_ones(name: str, shared: Path) -> None:
    known = (shared / "measure.md").read_text(encoding="utf-8")
    assert len(set(PRESETS[name].kpis)) == len(PRESETS[name].kpis) >= 5
    assert all(kpi in known for kpi in PRESETS[name].kpis)


def test_a_sector_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="mining"):
        preset_scenario("mining")


def test_every_value_is_a_declared_assumption() -> None:
    for preset in PRESETS.values():
        assert preset.values.keys() <= assumptions().keys()


@every_sector
def test_a_case_is_of_the_sector_it_was_started_from_until_most_of_it_is_entered(name: str) -> None:
    scenario, stated = preset_scenario(name), list(PRESETS[name].values)
    assert sector_of(scenario) is PRESETS[name]
    entered = {key: assumptions()[key].allowed[1] for key in stated}
    few, most = (dict(list(entered.items())[:n]) for n in (5, len(stated) // 2 + 1))
    assert sector_of(scenario.with_values(few)) is PRESETS[name]
    assert sector_of(scenario.with_values(most)) is None


def test_the_default_case_is_of_no_sector() -> None:
    assert sector_of(Scenario()) is None


@every_sector
def test_a_value_of_a_sector_is_traced_to_the_sectors_source(name: str) -> None:
    found = sources_of(preset_scenario(name))
    assert {key: found[key] for key in PRESETS[name].sources} == dict(PRESETS[name].sources)


def test_a_value_that_was_entered_is_nobodys_but_says_the_defaults_source() -> None:
    scenario = Scenario().with_values({"business.conversion_rate": 0.08})
    found = sources_of(scenario)
    default = assumptions()["business.conversion_rate"].source
    assert str(found["business.conversion_rate"]) == (f"Entered for this case. Default: {default}")
    assert found["business.conversion_rate"].briefly == (
        f"Entered for this case. Default: {default.briefly}"
    )
    assert found["team.users"] is assumptions()["team.users"].source
