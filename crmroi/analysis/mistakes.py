"""The usual mistakes of business cases, beside the full figure, and what the figure is made of.

A return looks better with hidden costs left out, poorer with intangibles left out, and either with
another horizon. None of these is wrong arithmetic; each answers another question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from crmroi.model import finance
from crmroi.model.arrays import Array
from crmroi.model.batch import evaluate_batch
from crmroi.model.lines import KINDS, Kind
from crmroi.model.projection import Projection
from crmroi.text import N_


@dataclass(frozen=True)
class View:
    """The case as it looks in one way: `label` and `meaning` are messages.

    `roi` is None where nothing is spent.
    """

    name: str
    label: str
    meaning: str
    roi: float | None
    npv: float


@dataclass(frozen=True)
class Part:
    """What one kind of line adds to the case: sums over the horizon, costs positive."""

    kind: Kind
    label: str
    gains: float
    costs: float
    npv: float

    @property
    def net_gain(self) -> float:
        """Gains less costs."""
        return self.gains - self.costs


_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "full": (N_("The full figure"), N_("All costs and gains over the whole horizon.")),
        "hidden_left_out": (
            N_("Hidden costs left out"),
            N_(
                "Without contingency, later customisation, extra time in the CRM and the dip after"
                " go-live: the return looks better than it is."
            ),
        ),
        "intangibles_left_out": (
            N_("Intangibles left out"),
            N_("Without brand, employees and agility: only what can be counted."),
        ),
        "intangibles_counted": (
            N_("Intangibles counted"),
            N_("With brand, employees and agility, at the share that is trusted."),
        ),
        "one_year": (
            N_("One year only"),
            N_("One-off costs fall in the first year, most gains later: too early to judge."),
        ),
    }
)


def usual_mistakes(projection: Projection) -> tuple[View, ...]:
    """The full figure, then the case as each mistake would show it."""
    scenario = projection.scenario
    years, counted = scenario.finance.horizon_years, scenario.gains.include_intangibles
    others = {
        "intangibles_left_out": (False, years),
        "intangibles_counted": (True, years),
        "one_year": (counted, 1),
    }
    columns: dict[str, list[float]] = {
        "gains.include_intangibles": [flag for flag, _years in others.values()],
        "finance.horizon_years": [horizon for _flag, horizon in others.values()],
    }
    found = evaluate_batch(columns, scenario, measures=("roi", "npv"))
    hidden = projection.sum_of(side="cost", hidden=True)
    net = projection.monthly["net"] + hidden
    costs = float(projection.monthly["total_costs"].sum() - hidden.sum())
    figures = {
        "full": (projection.metrics["roi"], projection.metrics["npv"]),
        "hidden_left_out": (float(net.sum()) / costs if costs else None, _npv(projection, net)),
        **{name: (found["roi"][at], found["npv"][at]) for at, name in enumerate(others)},
    }
    return tuple(
        View(name, label, meaning, _number(figures[name][0]), float(figures[name][1] or 0.0))
        for name, (label, meaning) in _WORDS.items()
    )


def parts(projection: Projection) -> tuple[Part, ...]:
    """Cash, people's time and intangibles told apart: they add up to the whole."""
    found = []
    for kind, label in KINDS.items():
        gains = projection.sum_of(side="gain", kind=kind)
        costs = projection.sum_of(side="cost", kind=kind)
        npv = _npv(projection, gains - costs)
        found.append(Part(kind, label, float(gains.sum()), float(costs.sum()), npv))
    return tuple(found)


def unused_licences(projection: Projection) -> float:
    """What licences cost over the horizon for users who never work in the CRM."""
    return projection.costs["licences"] * (1.0 - projection.scenario.adoption.target_rate)


def _npv(projection: Projection, net: Array) -> float:
    annual = np.array([projection.scenario.finance.discount_rate])
    return float(finance.npv(net[:, None], finance.monthly_rate(annual))[0])


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, float) and not np.isnan(value) else None
