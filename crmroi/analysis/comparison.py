"""Two to five scenarios side by side: what each costs and gains, and which one leads when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

import numpy as np

from crmroi.analysis.comparable import differing_terms, refuse_incomparable
from crmroi.analysis.difference import Difference, difference
from crmroi.analysis.draws import DRAWS, SEED
from crmroi.analysis.simulation import KeepGoing, Simulation, simulate
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model import project
from crmroi.model.finance import NEGLIGIBLE
from crmroi.model.lines import LINES, Side
from crmroi.model.projection import Metric, Projection
from crmroi.text import N_, Notice, Quantity, Unit, _

Years = tuple[float, ...]
"""An amount of month 0, then of each year."""


@dataclass(frozen=True)
class Overtake:
    """The month at whose end one scenario's cumulative net flow first lies above another's again.

    Scenarios are numbered from 0 in the order compared.
    """

    month: int
    ahead: int
    behind: int


@dataclass(frozen=True)
class Member:
    """One of the scenarios compared."""

    scenario: Scenario
    number: int
    projection: Projection
    costs: Mapping[str, Years]
    """Each cost line by year: the total cost of ownership. Positive."""
    gains: Mapping[str, Years]

    @property
    def name(self) -> str:
        """What it is called; the unnamed ones are counted, in the language spoken now."""
        return self.scenario.name or _("Scenario {n}", n=self.number + 1)

    @property
    def measures(self) -> Mapping[str, Metric]:
        """Every measure by name, None where it has no value."""
        return self.projection.metrics


@dataclass(frozen=True)
class Comparison:
    """Scenarios in the order given; differences are each one's from the first."""

    scenarios: tuple[Scenario, ...]
    members: tuple[Member, ...]
    overtakes: tuple[Overtake, ...]
    differences: tuple[Difference, ...]
    warnings: tuple[Notice, ...]
    model: str = FORMAT

    def sentence(self, overtake: Overtake) -> Notice:
        """An overtake in words."""
        words = {
            "ahead": self.members[overtake.ahead].name,
            "behind": self.members[overtake.behind].name,
            "month": Quantity(overtake.month, Unit.MONTH),
        }
        return Notice("", overtake.month, N_("{ahead} overtakes {behind} in {month}."), words)


def compare(scenarios: Sequence[Scenario]) -> Comparison:
    """The scenarios compared. Raises ScenarioError for too few, too many, and two currencies."""
    refuse_incomparable(scenarios)
    members = tuple(_member(scenario, number) for number, scenario in enumerate(scenarios))
    projections = [member.projection for member in members]
    return Comparison(
        scenarios=tuple(scenarios),
        members=members,
        overtakes=overtakes(projections),
        differences=tuple(
            difference(projections[0], other, number)
            for number, other in enumerate(projections[1:], start=1)
        ),
        warnings=differing_terms(scenarios),
    )


def overtakes(projections: Sequence[Projection]) -> tuple[Overtake, ...]:
    """Every month at which one overtakes another, earliest first, while both are counted.

    Who leads from the start has overtaken nobody; sums that differ by a `NEGLIGIBLE` share of the
    costs are equal.
    """
    dust = NEGLIGIBLE * max(float(each.monthly["total_costs"].sum()) for each in projections)
    pairs = combinations(range(len(projections)), 2)
    found = [each for pair in pairs for each in _crossings(projections, *pair, dust)]
    return tuple(sorted(found, key=lambda each: (each.month, each.ahead, each.behind)))


def simulate_all(
    scenarios: Sequence[Scenario],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    keep_going: KeepGoing | None = None,
) -> tuple[Simulation, ...]:
    """The risk of each on the same draws; where `keep_going` says no, of those until then."""
    found: list[Simulation] = []
    for scenario in scenarios:
        found.append(simulate(scenario, draws=draws, seed=seed, keep_going=keep_going))
        if found[-1].stopped:
            break
    return tuple(found)


def share_better(one: Simulation, other: Simulation) -> float:
    """The share of draws in which the first has the higher NPV.

    Raises ValueError for simulations on other draws: they cannot be paired.
    """
    if (one.seed, one.draws) != (other.seed, other.draws):
        raise ValueError("only simulations with the same seed and as many draws can be paired")
    return int(np.count_nonzero(one.npv_of_draws > other.npv_of_draws)) / one.draws


def _member(scenario: Scenario, number: int) -> Member:
    projection = project(scenario)

    def by_year(side: Side) -> Mapping[str, Years]:
        names = [line.name for line in LINES if line.side == side]
        return MappingProxyType(
            {name: tuple(projection.by_year(projection.lines[name]).tolist()) for name in names}
        )

    return Member(scenario, number, projection, by_year("cost"), by_year("gain"))


def _crossings(
    projections: Sequence[Projection], one: int, other: int, dust: float
) -> Iterator[Overtake]:
    first, second = (projections[at].monthly["cumulative"] for at in (one, other))
    months = min(len(first), len(second))
    lead = first[:months] - second[:months]
    leading = np.where(np.abs(lead) <= dust, 0, np.sign(lead)).astype(int)
    before = 0
    for month, now in enumerate(leading.tolist()):
        if now and before and now != before:
            yield Overtake(month, *((one, other) if now > 0 else (other, one)))
        before = now or before
