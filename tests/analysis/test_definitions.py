"""One case, many returns: each definition with its own value."""

from __future__ import annotations

import pytest

from crmroi.analysis.definitions import DEFINITIONS, definitions
from crmroi.model import project
from tests.golden.__main__ import NOTHING
from tests.model.scenarios import EVERYTHING_ON


def test_the_first_four_are_the_measures_of_that_name() -> None:
    projection = project(EVERYTHING_ON)
    names = ["roi", "discounted_roi", "annual_yield", "benefit_cost_ratio"]
    assert list(DEFINITIONS)[:4] == names
    assert [definitions(projection)[name] for name in names] == [
        projection.metrics[name] for name in names
    ]


def test_300_and_200_percent_can_be_the_same_project() -> None:
    found = definitions(project(EVERYTHING_ON))
    monthly = project(EVERYTHING_ON).monthly
    revenue = (monthly["revenue_with"] - monthly["revenue_without"]).sum()
    assert found["revenue_over_cost"] == pytest.approx(revenue / monthly["total_costs"].sum())
    assert found["revenue_over_cost"] - found["revenue_less_cost_over_cost"] == pytest.approx(1)


def test_without_costs_no_definition_has_a_value() -> None:
    assert set(definitions(project(NOTHING)).values()) == {None}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_definition_is_told_in_words_and_as_a_formula(name: str) -> None:
    definition = DEFINITIONS[name]
    assert definition.label
    assert definition.meaning.endswith(".")
    assert "«" not in definition.latex
