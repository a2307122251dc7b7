from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from crmroi.assumptions import assumptions
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.results import Measured, Options, Value
from crmroi.measure.worth.baseline import _FROM, baseline
from tests.measure.fakes import Fake, months_from

LIVE = date(2024, 7, 1)
LEADS = [*[90.0, 110.0] * 9, *[200.0] * 6]


def found(kpis: dict, go_live: date | None = LIVE, **given: object) -> dict[str, Measured]:
    return baseline(Comparison(Fake(kpis, **given), Options(go_live)))


def test_every_key_is_an_assumption() -> None:
    assert _FROM.keys() <= assumptions().keys()


def test_counts_are_the_mean_month_before_the_go_live() -> None:
    leads = found({"leads": months_from(LEADS)})["business.leads_per_month"]
    assert leads.value == pytest.approx(100)
    assert leads.n == 1800
    half = 2.1098 * np.std([90, 110] * 9, ddof=1) / np.sqrt(18)
    assert leads.interval == pytest.approx((100 - half, 100 + half), rel=1e-4)
    assert leads.remark is None


def test_without_a_go_live_the_last_twelve_months_count() -> None:
    leads = found({"leads": months_from(LEADS)}, None)["business.leads_per_month"]
    assert leads.value == pytest.approx(150)


def test_a_rate_is_of_all_records_with_the_interval_of_its_months() -> None:
    rate = months_from([0.1, 0.2] * 12, n=[100, 300] * 12)
    conversion = found({"lead_conversion_rate": rate})["business.conversion_rate"]
    assert conversion.value == pytest.approx(0.175)
    assert conversion.interval[0] < 0.175 < conversion.interval[1]
    assert sum(conversion.interval) / 2 == pytest.approx(0.175)


def test_the_win_rate_stands_in_for_the_conversion_and_says_so() -> None:
    conversion = found({"win_rate": months_from([0.3, 0.4] * 12)})["business.conversion_rate"]
    assert conversion.value == pytest.approx(0.35)
    assert str(conversion.remark) == (
        "From this KPI, which stands in for what the files do not hold: Win rate."
    )


def test_an_interval_of_what_cannot_be_negative_is_not() -> None:
    returns = found({"returns_cost": months_from([900.0, *[0.0] * 23])})
    low, _high = returns["business.returns_cost_per_month"].interval
    assert low == 0


def test_customers_and_retention_are_those_at_the_go_live() -> None:
    orders = months_from([50.0, 60.0] * 12)
    fixed = {
        "current_customers": {"2023-01": Value(420, 420)},
        "retention_rate": {"2023-01": Value(0.8, 300)},
    }
    values = found({"orders": orders}, fixed=fixed)
    assert values["business.customers"] == Measured("business.customers", 420, 420)
    assert values["business.retention_rate"].value == 0.8


def test_retention_is_of_the_last_year_or_of_as_many_as_it_takes() -> None:
    orders = months_from([50.0, 60.0] * 18)
    fixed = {"retention_rate": {"2024-07": Value(0.8, 300), "2023-07": Value(0.7, 200)}}
    key = "business.retention_rate"
    live = date(2025, 7, 1)
    assert found({"orders": orders}, live, fixed=fixed)[key].value == 0.8
    del fixed["retention_rate"]["2024-07"]
    assert found({"orders": orders}, live, fixed=fixed)[key].value == 0.7


def test_what_is_not_measured_is_not_there() -> None:
    values = found({"tickets": months_from([30.0, 34.0] * 12)})
    assert list(values) == ["business.tickets_per_month"]


def test_without_a_month_before_the_go_live_there_is_no_baseline() -> None:
    assert found({"leads": months_from(LEADS)}, date(2022, 1, 1)) == {}
