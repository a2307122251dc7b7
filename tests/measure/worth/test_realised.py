from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from benchmarks.step_coverage import errors
from crmroi.assumptions import Scenario
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.results import Months, Options
from crmroi.measure.worth.realised import realised
from crmroi.model import project
from tests.measure.fakes import Fake, months_from

LIVE = date(2024, 1, 1)
SCENARIO = Scenario().with_values({"team.hourly_cost": 60, "business.gross_margin": 0.4})
FLAT = [1000.0, 1010.0] * 6
KPIS = {
    "revenue": months_from([*FLAT, *[1205.0] * 12]),
    "returns_cost_per_month": months_from([*[100.0, 110.0] * 6, *[85.0] * 12]),
    "handling_minutes_mean": months_from([*[20.0, 22.0] * 6, *[18.0] * 12], n=40),
    "crm_cost": months_from([500.0, *[0.0] * 11, *[50.0] * 12]),
}


def found(kpis: dict[str, Months] | None = None, **options: object):
    given = {"go_live": LIVE, "scenario": SCENARIO} | options
    return realised(Comparison(Fake(KPIS if kpis is None else kpis), Options(**given)))


def test_the_simple_return_is_margin_and_savings_less_costs_over_costs() -> None:
    result = found()
    assert result.months == 12
    assert result.costs == 500 + 12 * 50
    assert result.costs_from == "costs"
    parts = result.simple.parts
    assert parts["revenue"] == pytest.approx(0.4 * 12 * 200)
    assert parts["returns"] == pytest.approx(12 * 20)
    assert parts["handling"] == pytest.approx(12 * 40 * 3 / 60 * 60)
    assert result.simple.contribution == pytest.approx(sum(parts.values()))
    assert result.simple.roi == pytest.approx((result.simple.contribution - 1100) / 1100)


def test_its_interval_is_that_of_the_mean_before_and_the_parts_err_apart() -> None:
    from scipy.stats import t as student

    revenue = np.array(FLAT)
    half = student.ppf(0.975, 11) * revenue.std(ddof=1) / np.sqrt(12)
    alone = found({"revenue": KPIS["revenue"], "crm_cost": KPIS["crm_cost"]})
    low, high = alone.simple.interval
    assert (high - low) / 2 == pytest.approx(0.4 * 12 * half / 1100)
    assert (high + low) / 2 == pytest.approx(alone.simple.roi)
    wider = found().simple.interval
    assert high - low < wider[1] - wider[0]


def test_the_adjusted_return_takes_the_trend_away() -> None:
    at = np.arange(24)
    noise = np.exp(0.02 * errors(24, 0.2, np.random.default_rng(6)))
    grown = 1000 * 1.02**at * noise
    kpis = {"revenue": months_from(grown.tolist()), "crm_cost": KPIS["crm_cost"]}
    result = found(kpis)
    assert result.simple.roi > 0.05
    low, high = result.adjusted.interval
    assert low < -1 < high  # nothing came back: a return of −100 %
    assert result.adjusted.parts.keys() == {"revenue"}


def test_months_left_out_as_ramp_count_in_what_came_back() -> None:
    result = found(ramp_months=3)
    assert result.months == 12
    assert result.simple.parts["revenue"] == pytest.approx(0.4 * 12 * (1205 - np.mean(FLAT[3:])))


def test_a_margin_that_was_told_wins() -> None:
    assert found(margin=0.5).simple.parts["revenue"] == pytest.approx(0.5 * 12 * 200)


def test_without_a_table_of_costs_the_plan_up_to_that_month_counts() -> None:
    kpis = {name: months for name, months in KPIS.items() if name != "crm_cost"}
    result = found(kpis)
    plan = project(SCENARIO).monthly["total_costs"]
    last = SCENARIO.adoption.go_live_month + 12
    assert result.costs_from == "plan"
    assert result.costs == pytest.approx(plan[: last + 1].sum())


def test_a_plan_that_ends_too_early_says_so() -> None:
    kpis = {name: months for name, months in KPIS.items() if name != "crm_cost"}
    result = found(kpis, scenario=SCENARIO.with_values({"finance.horizon_years": 1}))
    assert str(result.reason) == (
        "The planned costs end before the last month that is measured: what was spent since is "
        "not in the figure. Add a table of costs, or lengthen the scenario’s horizon."
    )


def test_without_costs_there_is_a_contribution_and_no_return() -> None:
    kpis = {name: months for name, months in KPIS.items() if name != "crm_cost"}
    result = found(kpis, scenario=None, margin=0.4)
    assert result.costs is None
    assert result.simple.contribution == pytest.approx(0.4 * 12 * 200 + 12 * 20)
    assert result.simple.roi is None
    assert str(result.simple.reason) == (
        "What the CRM cost is not known. Add a table of costs with the category crm, or a "
        "scenario with the planned costs."
    )


def test_revenue_without_a_margin_asks_for_it() -> None:
    result = found({"revenue": KPIS["revenue"]}, scenario=None)
    assert result.simple.contribution is None
    assert str(result.reason) == (
        "What additional revenue is worth depends on the gross margin. State it, or take a "
        "scenario that holds it."
    )


def test_nothing_measured_on_both_sides_says_so() -> None:
    result = found({"tickets": KPIS["revenue"]})
    assert result.months == 0
    assert result.reason is not None


def test_a_part_that_cannot_be_adjusted_is_left_out_with_the_reason() -> None:
    short = months_from([*[None] * 10, 100.0, 110.0, *[85.0] * 3, *[None] * 9])
    result = found({**KPIS, "handling_minutes_mean": short})
    assert "handling" not in result.adjusted.parts
    assert "handling" in result.simple.parts
    assert str(result.adjusted.reason) == (
        "Not adjusted for trend and season: that takes 9 months, and there are 4."
    )
