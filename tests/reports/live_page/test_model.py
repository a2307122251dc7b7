"""The page computes what the engine computes, from the same declarations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from crmroi.assumptions import Scenario
from crmroi.model import LINES, Projection, project
from crmroi.model.internal_rate import irr_roots
from crmroi.model.lines import CONSTANTS
from crmroi.model.printing import amounts
from crmroi.model.values import values_of
from crmroi.reports.live_page.case import values
from crmroi.reports.live_page.scripts import answering
from tests.model.scenarios import EVERYTHING_ON, same
from tests.reports.live_page.node import cases, needs_node, random_cases, run

pytestmark = needs_node

PROJECT = """cases => cases.map(values => {
    const { metrics, totals, monthly } = project(values);
    return { metrics, totals, cumulative: [...monthly.cumulative] };
})"""


def computed(scenarios: Mapping[str, Scenario]) -> list[dict[str, Any]]:
    """What the page's model says of each."""
    found: list[dict[str, Any]] = run(answering(), PROJECT, [*map(values, scenarios.values())])
    return found


def differences(found: Mapping[str, Any], expected: Projection) -> list[str]:
    """Every figure of a projection that the page gives otherwise."""
    totals = {**expected.gains, **expected.costs}
    names = [
        name for name, value in expected.metrics.items() if not same(found["metrics"][name], value)
    ]
    names += [name for name, value in totals.items() if not same(found["totals"][name], value)]
    cumulative = expected.monthly["cumulative"]
    if not np.allclose(
        found["cumulative"], cumulative, rtol=1e-9, atol=1e-12 * expected.metrics["total_costs"]
    ):
        names.append("cumulative")
    return names


@pytest.mark.parametrize("kind", [cases, random_cases])
def test_every_measure_and_line_is_the_engines_to_nine_digits(kind) -> None:
    scenarios = kind()
    assert {
        name: wrong
        for (name, scenario), found in zip(scenarios.items(), computed(scenarios), strict=True)
        if (wrong := differences(found, project(scenario)))
    } == {}


def test_three_assumptions_changed_inside_the_page_give_what_the_engine_gives() -> None:
    changes = {"team.users": 31, "gains.order_value_uplift": 0.035, "finance.horizon_years": 4}
    inside = {key.partition(".")[2]: value for key, value in changes.items()}
    change = "(values, changes) => project({ ...values, ...changes }).metrics"
    found = run(answering(), change, values(Scenario()), inside)
    expected = project(Scenario().with_values(changes)).metrics
    assert {name: same(found[name], value) for name, value in expected.items()} == dict.fromkeys(
        expected, True
    )


def test_an_amount_is_printed_from_its_one_writing() -> None:
    scenario = EVERYTHING_ON
    found = run(answering(), "amounts", values(scenario))
    expected = amounts(values_of(scenario))
    assert list(found) == [line.name for line in LINES]
    for name, amount in expected.items():
        assert found[name] == pytest.approx(float(amount[0]), rel=1e-15)


def test_weeks_of_a_month_keep_every_digit() -> None:
    assert f"const weeks_per_month = {CONSTANTS['weeks_per_month']!r};" in answering()


FLOWS = {
    "one rate": [-100.0, 60.0, 60.0],
    "never below zero": [0.0, 5.0, 5.0],
    "none at all": [0.0, 0.0, 0.0],
    "two rates": [-100.0, 230.0, -132.0],
    "two rates below zero": [-1.0, -1.0, 0.0, 0.0, 2.0, -1.0],
    "three rates": [-1.0, 6.6, -14.51, 10.626],
    "two changes of sign and no rate": [10.0, -12.0, 10.0],
    "only touches zero": [-100.0, 220.0, -121.0],
    "a rate below zero": [-100.0, 20.0, 20.0],
    "dust at the end": [-100.0, 60.0, 60.0, -1e-11],
    "a late cost, no rate in doubt": [-100.0, 90.0, 90.0, -10.0],
    "hundred per cent lost": [-1e9, 1e-6, 1e-6],
}


@pytest.mark.parametrize("name", FLOWS)
def test_the_internal_rates_are_the_engines(name: str) -> None:
    flow = FLOWS[name]
    rate = "flow => internalRate(withoutDust(Float64Array.from(flow)))"
    found = run(answering(), rate, flow)
    roots = irr_roots(np.array(flow))
    status = {0: "none", 1: "unique"}.get(len(roots), "multiple")
    assert found["status"] == status
    assert found["rate"] == (pytest.approx(roots[0], rel=1e-9) if status == "unique" else None)


def test_flows_that_turn_around_often_have_the_engines_rates() -> None:
    chance = np.random.default_rng(5)
    flows = [np.where(chance.random(24) < 0.7, 0, chance.normal(size=24)) for _ in range(200)]
    rates = """flows => flows.map(flow => withoutDust(Float64Array.from(flow))).map(flow =>
        [zeros(flow).map(Math.expm1), internalRate(flow).status])"""
    found = run(answering(), rates, [flow.tolist() for flow in flows])
    for flow, (rates_found, status) in zip(flows, found, strict=True):
        expected = irr_roots(flow)
        assert rates_found == pytest.approx(expected, rel=1e-6)
        assert status == {0: "none", 1: "unique"}.get(len(expected), "multiple")
