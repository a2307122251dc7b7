from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from benchmarks.step_coverage import errors
from crmroi.assumptions import Scenario
from crmroi.measure.change.before_after import compared
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.results import Measured, Months, Options, Value
from crmroi.measure.worth.taking import take_over
from crmroi.measure.worth.uplifts import uplifts
from crmroi.measure.worth.working import mean_adoption
from crmroi.model import project
from crmroi.text import Notice
from tests.measure.fakes import Fake, months_from

LIVE = date(2025, 1, 1)
AT = np.arange(48)
FULL = Scenario().with_values(
    {"adoption.target_rate": 1, "adoption.curve": "immediate", "gains.short_term_lag_months": 0,
     "gains.medium_term_lag_months": 0, "gains.long_term_lag_months": 0}
)  # fmt: skip


def moved(level: float, step: float, seed: int = 1) -> Months:
    noise = 1 + 0.01 * errors(48, 0.2, np.random.default_rng(seed))
    return months_from([float(v) for v in level * noise * np.where(AT >= 24, 1 + step, 1)])


def comparison(kpis: dict[str, Months], scenario: Scenario = FULL, **given: object) -> Comparison:
    return Comparison(Fake(kpis, **given), Options(LIVE, scenario=scenario))


def found(kpis: dict[str, Months], scenario: Scenario = FULL, **given: object):
    return uplifts(comparison(kpis, scenario, **given))


def only(values: dict[str, Measured], key: str) -> Measured:
    assert list(values) == [key]
    return values[key]


@pytest.mark.parametrize(
    ("key", "kpi", "step", "expected"),
    [
        ("gains.conversion_uplift", "lead_conversion_rate", 0.2, 0.2),
        ("gains.order_value_uplift", "average_order_value", 0.2, 0.2),
        ("gains.repeat_order_uplift", "repeat_orders_per_customer_per_year", 0.2, 0.2),
        ("gains.returns_reduction", "returns_cost_per_month", -0.2, 0.2),
        ("gains.handling_time_reduction", "handling_minutes_mean", -0.2, 0.2),
    ],
)
def test_at_full_adoption_a_gain_is_the_adjusted_change(
    key: str, kpi: str, step: float, expected: float
) -> None:
    values, remarks = found({kpi: moved(0.3, step)})
    measured = only(values, key)
    both = compared(comparison({kpi: moved(0.3, step)}), kpi)
    assert measured.value == pytest.approx(abs(both.adjusted.change_relative))
    assert measured.value == pytest.approx(expected, abs=0.03)
    assert measured.interval[0] < expected < measured.interval[1]
    assert measured.n == 4800
    assert measured.telling
    assert remarks == ()


def test_orders_that_begin_with_the_comparison_hide_repeat_orders_and_say_so() -> None:
    values, _remarks = found({"repeat_orders_per_customer_per_year": moved(2, 0.2)})
    assert str(values["gains.repeat_order_uplift"].remark) == (
        "In the first year of the orders, repeat orders of earlier customers look like first ones, "
        "so the months before look poorer. Add older orders."
    )
    given = comparison({"repeat_orders_per_customer_per_year": moved(2, 0.2)})
    later = Comparison(given.source, Options(LIVE, window_months=12, scenario=FULL))
    assert uplifts(later)[0]["gains.repeat_order_uplift"].remark is None


def test_at_half_of_it_the_gain_is_twice_the_change_and_so_is_its_interval() -> None:
    kpis = {"average_order_value": moved(80, 0.1)}
    whole = only(found(kpis)[0], "gains.order_value_uplift")
    half = FULL.with_values({"adoption.target_rate": 0.5})
    twice = only(found(kpis, half)[0], "gains.order_value_uplift")
    assert twice.value == pytest.approx(2 * whole.value)
    assert twice.interval == pytest.approx(tuple(2 * end for end in whole.interval))


def test_planned_adoption_is_the_model_s_own_with_its_lag() -> None:
    scenario = Scenario()
    months = months_from([0.0] * 48).months[24:]
    plan = project(scenario).monthly
    live = scenario.adoption.go_live_month
    for phase in ("short", "medium", "long"):
        expected = plan[phase][live + 1 : live + 25].mean()
        assert mean_adoption(comparison({}, scenario), months, phase) == pytest.approx(expected)


def test_measured_adoption_is_taken_as_late_as_the_gain_follows_it() -> None:
    rate = [*[0.0] * 24, *[0.2] * 6, *[0.8] * 18]
    kpis = {"adoption_rate": months_from(rate)}
    months = kpis["adoption_rate"].months[24:]
    late = FULL.with_values({"gains.medium_term_lag_months": 6})
    assert mean_adoption(comparison(kpis, late), months, "short") == pytest.approx(0.65)
    assert mean_adoption(comparison(kpis, late), months, "medium") == pytest.approx(
        (6 * 0 + 6 * 0.2 + 12 * 0.8) / 24
    )


def test_measured_adoption_becomes_the_target_as_its_last_months_say() -> None:
    rate = [*[0.0] * 24, *[0.2] * 21, 0.70, 0.72, 0.74]
    target = only(found({"adoption_rate": months_from(rate)})[0], "adoption.target_rate")
    assert target.value == pytest.approx(0.72)
    assert target.interval[0] < 0.72 < target.interval[1]
    assert str(target.remark) == "The mean of the last whole months."


def test_a_change_that_nobody_s_use_explains_is_no_uplift() -> None:
    late = FULL.with_values({"gains.medium_term_lag_months": 60})
    values, remarks = found({"average_order_value": moved(80, 0.1)}, late)
    assert values == {}
    assert [str(remark) for remark in remarks] == [
        "Too few worked in the CRM long enough before the months measured (0% on average) to say "
        "what it brings at full adoption. Measure again later."
    ]


def test_fewer_customers_lost_over_equal_spans() -> None:
    fixed = {"retention_rate": {"2023-01": Value(0.80, 500), "2025-01": Value(0.85, 520)}}
    values, _remarks = found({"orders": moved(100, 0.0)}, fixed=fixed)
    churn = only(values, "gains.churn_reduction")
    assert churn.value == pytest.approx(0.25)
    assert churn.interval[0] < 0.25 < churn.interval[1]
    assert churn.n == 1020
    assert str(churn.remark) == "Not adjusted for trend and season."


def test_a_reduction_that_was_a_rise_is_the_nearest_that_the_model_takes() -> None:
    measured = only(
        found({"handling_minutes_mean": moved(20, 0.1)})[0], "gains.handling_time_reduction"
    )
    assert measured.value == 0
    assert measured.interval[1] < 0
    assert str(measured.remark).startswith(
        "Measured: +10%. The nearest that the model takes is 0%."
    )
    taken = take_over(Scenario(), {measured.key: measured})
    assert taken.value(measured.key) == 0


def test_elapsed_time_and_acquisition_cost_fill_nothing() -> None:
    kpis = {
        "resolution_hours_mean": moved(20, -0.3),
        "customer_acquisition_cost": moved(50, -0.3),
    }
    assert found(kpis) == ({}, ())


def test_a_short_window_s_change_says_that_it_is_short() -> None:
    given = comparison({"average_order_value": moved(80, 0.1)})
    short = Comparison(given.source, Options(LIVE, window_months=5, scenario=FULL))
    measured = only(uplifts(short)[0], "gains.order_value_uplift")
    assert isinstance(measured.remark, Notice)
    assert str(measured.remark) == (
        "Measured on fewer than 6 whole months a side: too short to tell."
    )
