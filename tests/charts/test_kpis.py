from __future__ import annotations

import pytest

from crmroi.charts import RETURNS, kpis
from crmroi.charts.outcome import Outcome
from tests.charts.cases import NO_SALES_GAINS, OUTCOMES, case, rounded
from tests.support import in_plain_spaces

BETTER = {"team.users": 20}


def by_id(projection, pinned=None, **options):
    return {kpi.id: kpi for kpi in kpis(projection, pinned, **options)}


def test_there_are_five_in_the_order_of_the_page():
    assert [kpi.label for kpi in kpis(case())] == [
        "Return (ROI)",
        "Worth today (NPV)",
        "Pays for itself",
        "Yearly rate (IRR)",
        "Cash tied up",
    ]


def test_values_are_rounded_to_three_figures_and_whole_percent():
    found, metrics = by_id(case()), case().metrics
    assert found["roi"].value == f"{100 * metrics['roi']:.0f}%"
    assert found["npv"].value == rounded(metrics["npv"])
    month = in_plain_spaces(found["break_even_month"].value)
    assert month == f"month {metrics['break_even_month']}"
    assert found["irr"].value == f"{100 * metrics['irr']:.0f}%"
    assert found["peak_funding"].value == rounded(metrics["peak_funding"])


def test_a_long_amount_is_written_short_to_fit_its_card():
    shown = {kpi.id: kpi.value for kpi in kpis(case({"business.average_order_value": 1e9}))}
    assert shown["npv"] == "€233B"
    assert len(shown["peak_funding"]) < 9


def test_without_a_pin_there_are_no_deltas():
    assert all(kpi.delta is kpi.arrow is kpi.good is None for kpi in kpis(case()))


def test_a_better_case_says_how_much_better_in_words():
    now, before = case({"gains.conversion_uplift": 0.2}), case()
    found = by_id(now, before)
    assert found["roi"].delta.endswith("points more")
    assert found["npv"].delta.endswith(" more")
    assert found["npv"].delta.startswith("€")
    months = before.metrics["break_even_month"] - now.metrics["break_even_month"]
    assert in_plain_spaces(found["break_even_month"].delta) == f"{months} months earlier"
    assert (found["break_even_month"].arrow, found["break_even_month"].good) == ("down", True)
    assert (found["roi"].arrow, found["roi"].good) == ("up", True)


def test_more_cash_tied_up_is_bad_and_points_up():
    found = by_id(case({"costs.custom_development": 100_000}), case())["peak_funding"]
    assert (found.arrow, found.good) == ("up", False)
    assert found.delta.endswith(" more")


def test_the_same_case_differs_in_nothing():
    for kpi in kpis(case(), case()):
        assert (kpi.delta, kpi.arrow, kpi.good) == ("as pinned", None, None)


def test_the_points_are_the_difference_of_what_is_shown():
    now, before = case({"gains.conversion_uplift": 0.2}), case()
    shown = [round(100 * projection.metrics["roi"]) for projection in (now, before)]
    assert by_id(now, before)["roi"].delta == f"{shown[0] - shown[1]} points more"


def test_a_case_that_never_pays_says_so_and_why():
    found = by_id(case(NO_SALES_GAINS), case())
    never = found["break_even_month"]
    assert in_plain_spaces(never.value) == "not in 5 years"
    assert in_plain_spaces(never.reason) == "The costs are not recovered within 5 years."
    assert in_plain_spaces(never.delta) == f"pinned: month {case().metrics['break_even_month']}"
    assert (never.arrow, never.good) == ("up", False)
    assert found["irr"].value == "no rate"
    assert found["irr"].reason == "No yearly rate makes the case worth nothing today."
    assert found["irr"].delta == f"pinned: {100 * case().metrics['irr']:.0f}%"


def test_a_pin_that_never_pays_makes_any_month_good():
    found = by_id(case(), case(NO_SALES_GAINS))["break_even_month"]
    assert in_plain_spaces(found.delta) == "pinned: not in 5 years"
    assert (found.arrow, found.good) == ("down", True)


def test_without_costs_there_is_no_return_and_nothing_to_pay_back():
    found = by_id(case(OUTCOMES[Outcome.NO_COSTS]))
    assert found["roi"].value == found["break_even_month"].value == "no value"
    assert found["roi"].reason == "There are no such costs, so there is nothing to divide by."
    assert found["break_even_month"].reason == (
        "No costs are counted, so there is nothing to pay back."
    )


def test_a_case_never_below_zero_pays_from_the_start():
    assert by_id(case(OUTCOMES[Outcome.AT_ONCE]))["break_even_month"].value == "from the start"


def test_several_rates_are_said():
    projection = case()
    several = {**projection.metrics, "irr": None, "irr_status": "multiple"}
    found = by_id(type(projection)(**{**vars(projection), "metrics": several}))["irr"]
    assert found.value == "several rates"
    assert found.reason == "More than one yearly rate makes the case worth nothing today."


def test_a_rate_beyond_sense_says_only_that_it_is_high():
    assert by_id(case({"business.average_order_value": 1e7}))["irr"].value == "over 1,000%"


@pytest.mark.parametrize("definition", RETURNS)
def test_the_return_can_be_defined_otherwise(definition):
    first = kpis(case(), case(BETTER), definition=definition)[0]
    assert first.id == definition
    assert first.value.endswith("%")
