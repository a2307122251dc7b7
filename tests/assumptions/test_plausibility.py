"""A value that is allowed but seldom seen is told, and the result stands."""

from __future__ import annotations

import pytest

from crmroi.assumptions import Assumption, Scenario, assumptions
from crmroi.assumptions.plausibility import plausibility_warnings

NUMERIC = [item for item in assumptions().values() if item.numeric]


def messages(scenario: Scenario) -> list[str]:
    return [notice.message for notice in plausibility_warnings(scenario)]


def test_the_default_case_is_plausible() -> None:
    assert messages(Scenario()) == []


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        (
            "adoption.target_rate",
            0.98,
            "Users who work in it: 98% is above what is usually seen (40–90%). "
            "The result may be too good.",
        ),
        (
            "adoption.target_rate",
            0.1,
            "Users who work in it: 10% is below what is usually seen (40–90%). "
            "The result may be too poor.",
        ),
        (
            "costs.licence_per_user_per_month",
            900,
            "Licence per user: €900/month is above what is usually seen (€0–500/month). "
            "The result may be too poor.",
        ),
        (
            "costs.training_hours_per_user",
            1,
            "Training per user: 1 h is below what is usually seen (2–32 h). "
            "The result may be too good.",
        ),
        (
            "gains.conversion_uplift",
            0.5,
            "More leads won: +50% is above what is usually seen (0% to +30%). "
            "The result may be too good.",
        ),
        (
            "gains.churn_reduction",
            -0.1,
            "Fewer customers lost: +10% is below what is usually seen (0% to −30%). "
            "The result may be too poor.",
        ),
        (
            "finance.discount_rate",
            0.4,
            "Discount rate: 40% is above what is usually seen (0–25%). Check it.",
        ),
        (
            "adoption.go_live_month",
            30,
            "Go-live: month 30 is above what is usually seen (month 0–18). "
            "The result may be too poor.",
        ),
    ],
)
def test_a_warning_names_value_and_usual_range(key: str, value: float, message: str) -> None:
    (notice,) = plausibility_warnings(Scenario().with_values({key: value}))
    assert notice.field == key
    assert notice.value == value
    assert notice.message.replace("\N{NO-BREAK SPACE}", " ") == message


def test_a_warning_is_worded_in_the_scenarios_currency() -> None:
    case = Scenario(currency="BRL").with_values({"costs.licence_per_user_per_month": 900})
    assert "R$900/month" in messages(case)[0]


@pytest.mark.parametrize("item", NUMERIC, ids=lambda item: item.key)
def test_the_plausible_ends_raise_no_warning_and_beyond_them_one_does(item: Assumption) -> None:
    assert item.plausible
    assert item.allowed
    for end, limit in zip(item.plausible, item.allowed, strict=True):
        assert messages(Scenario().with_values({item.key: end})) == []
        if end != limit:
            (notice,) = plausibility_warnings(Scenario().with_values({item.key: limit}))
            assert (notice.field, notice.value) == (item.key, limit)
