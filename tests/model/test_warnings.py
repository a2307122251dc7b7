"""What a result is to be read with, word for word."""

from __future__ import annotations

import pytest

from crmroi.assumptions import Scenario
from crmroi.model import project
from crmroi.text import Notice, speaking
from tests.golden.__main__ import CASES, NOTHING
from tests.support import in_plain_spaces


def warnings(values: dict[str, object]) -> list[Notice]:
    """The model's own warnings: plausible ranges are left out."""
    found = project(Scenario().with_values(values)).warnings
    return [notice for notice in found if "usually seen" not in notice.template]


def test_the_default_case_warns_of_nothing() -> None:
    assert project(Scenario()).warnings == ()


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        (
            {"adoption.go_live_month": 12, "adoption.curve": "immediate",
             "finance.horizon_years": 1},
            "adoption.go_live_month",
            "Go-live comes in month 12, no sooner than the end of the 1 year counted: no gain can "
            "show. Lengthen the horizon or go live earlier.",
        ),
        (
            {"adoption.go_live_month": 42, "adoption.ramp_months": 24},
            "adoption.ramp_months",
            "Full use comes in month 66, after the 5 years counted. "
            "Lengthen the horizon or shorten the ramp.",
        ),
        (
            {"costs.maintenance_rate": 0.18, "costs.installation": 0,
             "costs.custom_development": 0},
            "costs.maintenance_rate",
            "Maintenance is 18% of nothing: no installation or development is entered.",
        ),
        (
            {"costs.contingency_rate": 0.15, "finance.costs_risk": 0.1},
            "costs.contingency_rate",
            "Costs hold a contingency of 15% and are raised by 10% for risk: the risk is counted "
            "twice. Keep one of the two.",
        ),
        (
            {"adoption.target_rate": 0.61, "costs.training_hours_per_user": 3.5},
            "adoption.target_rate",
            "61% of users are to work in the CRM after 3.5 h of training each. Most failures are "
            "failures of adoption: plan more training or expect less use.",
        ),
        (
            {"adoption.target_rate": 0.61, "costs.change_management": 0},
            "adoption.target_rate",
            "61% of users are to work in the CRM with no change management. Most failures are "
            "failures of adoption: plan for it or expect less use.",
        ),
        (
            {"adoption.target_rate": 0.61, "costs.change_management": 0,
             "costs.training_hours_per_user": 0},
            "adoption.target_rate",
            "61% of users are to work in the CRM after 0 h of training each and with no change "
            "management. Most failures are failures of adoption: plan for both or expect less use.",
        ),
        (
            {"gains.hours_saved_per_user_per_week": 6, "gains.conversion_uplift": 0.25},
            "gains.hours_saved_per_user_per_week",
            "6 h/week saved and +25% on conversion are both high. Time freed for selling is how "
            "conversion rises: lower one of the two, or the gain is counted twice.",
        ),
        (
            {"business.conversion_rate": 0.9, "gains.conversion_uplift": 0.25},
            "gains.conversion_uplift",
            "More leads won: +25% on a conversion rate of 90% reaches 100%, and cannot pass it. "
            "Enter a smaller rise.",
        ),
    ],
)  # fmt: skip
def test_a_condition_is_told_with_its_field_and_value(
    values: dict[str, object], field: str, message: str
) -> None:
    (notice,) = warnings(values)
    assert in_plain_spaces(notice.message) == message
    assert notice.field == field
    assert notice.value == Scenario().with_values(values).value(field)


@pytest.mark.parametrize(
    "values",
    [
        {"adoption.go_live_month": 59, "adoption.curve": "immediate"},
        {"adoption.go_live_month": 51, "adoption.ramp_months": 9},
        {"costs.maintenance_rate": 0.18, "costs.installation": 0},
        {"costs.contingency_rate": 0.15, "finance.costs_risk": 0},
        {"costs.contingency_rate": 0, "finance.costs_risk": 0.1},
        {"adoption.target_rate": 0.6, "costs.change_management": 0},
        {"costs.training_hours_per_user": 4},
        {"gains.hours_saved_per_user_per_week": 6},
        {"gains.conversion_uplift": 0.25},
        {"business.conversion_rate": 1, "gains.conversion_uplift": 0},
    ],
)
def test_just_inside_nothing_is_told(values: dict[str, object]) -> None:
    assert warnings(values) == []


def test_a_case_paid_back_and_lost_again_is_told_with_both_months() -> None:
    _why, base, values = CASES["flows-of-both-signs"]
    projection = project(base.with_values(values))
    cumulative = projection.monthly["cumulative"]
    notice = projection.warnings[-1]
    assert notice.field == "finance.horizon_years"
    assert notice.value == 7
    back, lost = (
        int(in_plain_spaces(str(notice.values[at])).split()[1]) for at in ("recovered", "lost")
    )
    assert cumulative[back - 1] < 0 <= cumulative[back]
    assert cumulative[lost - 1] >= 0 > cumulative[lost]
    assert in_plain_spaces(notice.message) == (
        f"Costs are recovered in month {back}, but lost again from month {lost}: later months cost "
        "more than they gain. Look at what rises, or count fewer years."
    )


def test_a_case_that_starts_at_nothing_and_falls_has_lost_nothing_again() -> None:
    licences_first = {
        "costs.licence_per_user_per_month": 10,
        "business.legacy_tools_cost_per_month": 1000,
        "adoption.go_live_month": 6,
    }
    projection = project(NOTHING.with_values(licences_first))
    assert projection.monthly["cumulative"][0] == 0 > projection.monthly["cumulative"][1]
    assert all("lost again" not in notice.template for notice in projection.warnings)


def test_plausible_ranges_come_first_and_travel_with_the_result() -> None:
    values = {"adoption.target_rate": 0.98, "costs.change_management": 0}
    fields = [notice.template for notice in project(Scenario().with_values(values)).warnings]
    assert "usually seen" in fields[0]
    assert "no change management" in fields[1]


def test_a_warning_is_worded_in_the_language_of_the_moment() -> None:
    (notice,) = warnings({"costs.contingency_rate": 0.15, "finance.costs_risk": 0.1})
    with speaking("fr"):
        assert "15\u202f%" in notice.message
