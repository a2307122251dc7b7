"""Cases drawn, bars and grids that the pictures of the risk are tried on."""

from __future__ import annotations

from functools import lru_cache

from crmroi.analysis.heat_map import heat_map
from crmroi.analysis.ranges import starting_ranges, with_ranges
from crmroi.analysis.sensitivity import tornado
from crmroi.analysis.simulation import Simulation, simulate
from crmroi.assumptions import Scenario
from crmroi.charts import risk
from tests.charts.cases import NO_COSTS, NO_GAINS

ADOPTION, LICENCE = "adoption.target_rate", "costs.licence_per_user_per_month"
CASES = {
    "default": {},
    "loss": {"gains.conversion_uplift": 0, "gains.repeat_order_uplift": 0, "team.users": 120},
    "no gains": NO_GAINS,
    "no costs": NO_COSTS,
    "one year": {"finance.horizon_years": 1},
}


@lru_cache
def scenario(name: str = "default") -> Scenario:
    """A case with its plausible ranges; without gains or costs, with one range of no effect."""
    case = Scenario().with_values(CASES[name])
    keys = ["adoption.ramp_months"] if name == "no gains" else None
    return with_ranges(case, starting_ranges(case, keys))


@lru_cache
def simulated(name: str = "default") -> Simulation:
    """A thousand draws of it."""
    return simulate(scenario(name), draws=1024)


def pictures(name: str = "default", theme: str = "light"):
    """Every picture of a case."""
    found, grid = tornado(scenario(name)), heat_map(scenario(name), ADOPTION, LICENCE)
    return [
        risk.fan(simulated(name), theme),
        risk.payback(simulated(name), theme),
        risk.spread(simulated(name), theme),
        risk.tornado_chart(found, found.bars, theme),
        risk.heat(grid, theme),
    ]
