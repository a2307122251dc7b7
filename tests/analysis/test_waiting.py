"""The cost of waiting."""

from __future__ import annotations

import numpy as np
import pytest

from crmroi.analysis.waiting import cost_of_waiting
from crmroi.assumptions import Scenario
from crmroi.model import finance, project
from tests.model.scenarios import EVERYTHING_ON


def test_it_is_what_the_case_loses_when_all_its_flows_come_later() -> None:
    projection = project(EVERYTHING_ON)
    rate = finance.monthly_rate(np.array([EVERYTHING_ON.finance.discount_rate]))
    for months, cost in cost_of_waiting(projection).costs:
        later = np.concatenate([np.zeros(months), projection.monthly["net"]])[:, None]
        lost = projection.metrics["npv"] - finance.npv(later, rate)[0]
        assert cost == pytest.approx(lost, rel=1e-9)


def test_waiting_with_a_bad_case_saves_money() -> None:
    projection = project(Scenario().with_values({"finance.horizon_years": 1}))
    found = cost_of_waiting(projection, [12])
    assert found.npv == projection.metrics["npv"] < 0
    assert found.costs == ((12, pytest.approx(found.npv * (1 - 1 / 1.1))),)
    assert (found.scenario, found.model) == (projection.scenario, "crmroi/1")
