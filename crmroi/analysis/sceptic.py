"""The sceptic: what is left of the case when its weakest points are taken at their word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import NamedTuple

from crmroi.analysis.answers import Answer, answer_of, answer_of_flows
from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.entries import FORMAT
from crmroi.model import project
from crmroi.text import N_, Label, Notice, Quantity, Unit

LATE_MONTHS = 6
DEAREST = 1.3
LEAST_GAINS = 0.5
MOST_ADOPTION = 0.4


@dataclass(frozen=True)
class _Change:
    """What a doubt does to the case."""

    gains: float = 1.0
    costs: float = 1.0
    late: int = 0
    adoption: float = 1.0
    without_time: bool = False

    def __or__(self, other: _Change) -> _Change:
        """Both at once."""
        return _Change(
            self.gains * other.gains,
            self.costs * other.costs,
            self.late + other.late,
            min(self.adoption, other.adoption),
            self.without_time or other.without_time,
        )


class _Words(NamedTuple):
    label: str
    meaning: str
    change: _Change


_DOUBTS: Mapping[str, _Words] = MappingProxyType(
    {
        "half_the_gains": _Words(
            N_("Half the gains"),
            N_("Every gain is half as large as expected."),
            _Change(gains=LEAST_GAINS),
        ),
        "later": _Words(
            N_("Six months later"),
            N_("Go-live comes six months later; licences are paid all the same."),
            _Change(late=LATE_MONTHS),
        ),
        "costs_higher": _Words(
            N_("Costs 30% higher"),
            N_("Every cost is 30% higher than expected."),
            _Change(costs=DEAREST),
        ),
        "low_adoption": _Words(
            N_("Adoption at most 40%"),
            N_("No more than 40% of the users work in the CRM."),
            _Change(adoption=MOST_ADOPTION),
        ),
        "time_not_counted": _Words(
            N_("People’s time not counted"),
            N_("Neither the time that people save nor the time that the CRM takes them."),
            _Change(without_time=True),
        ),
    }
)
_TOGETHER = _Words(
    N_("All together"),
    N_("All these doubts at once."),
    reduce(or_, (words.change for words in _DOUBTS.values())),
)


@dataclass(frozen=True)
class Doubt:
    """One doubt and what the case comes to with it; `label` and `meaning` are messages."""

    name: str
    label: str
    meaning: str
    answer: Answer
    rank: int = 0
    """1 is the doubt that the case suffers most from; 0 for all together."""

    @property
    def breaks(self) -> bool:
        """Whether the case loses money in today's terms."""
        return self.answer.npv < 0


@dataclass(frozen=True)
class Scepticism:
    """The case today, under each doubt alone, worst first, and under all together."""

    scenario: Scenario
    today: Answer
    doubts: tuple[Doubt, ...]
    together: Doubt
    warnings: tuple[Notice, ...]
    model: str = FORMAT

    @property
    def first_to_break(self) -> Doubt | None:
        """The doubt that alone breaks the case worst; None where none does."""
        return self.doubts[0] if self.doubts[0].breaks else None

    @property
    def sentence(self) -> Notice:
        """Which doubt breaks the case first."""
        if self.today.npv < 0:
            return Notice("", None, N_("The case loses money before any doubt is raised."))
        if self.first_to_break is not None:
            template = N_("First to break it: {doubt}.")
            return Notice("", None, template, {"doubt": Label(self.first_to_break.label)})
        if self.together.breaks:
            return Notice("", None, N_("No doubt alone breaks the case; all together do."))
        return Notice("", None, N_("The case stands even with all doubts together."))


def sceptic(scenario: Scenario) -> Scepticism:
    """The case under each doubt."""
    doubts = sorted(
        (_doubt(scenario, name, words) for name, words in _DOUBTS.items()),
        key=lambda doubt: doubt.answer.npv,
    )
    return Scepticism(
        scenario=scenario,
        today=answer_of(project(scenario)),
        doubts=tuple(replace(doubt, rank=at) for at, doubt in enumerate(doubts, start=1)),
        together=_doubt(scenario, "together", _TOGETHER),
        warnings=_warnings(scenario),
    )


def _doubt(scenario: Scenario, name: str, words: _Words) -> Doubt:
    change = words.change
    projection = project(
        scenario.with_values(
            {
                "adoption.go_live_month": _go_live(scenario, change.late),
                "adoption.target_rate": min(scenario.adoption.target_rate, change.adoption),
            }
        )
    )
    gains = change.gains * projection.monthly["total_gains"]
    costs = change.costs * projection.monthly["total_costs"]
    if change.without_time:
        gains -= change.gains * projection.sum_of(side="gain", kind="time")
        costs -= change.costs * projection.sum_of(side="cost", kind="time")
    answer = answer_of_flows(gains, costs, scenario.finance.discount_rate)
    return Doubt(name, words.label, words.meaning, answer)


def _go_live(scenario: Scenario, late: int) -> int:
    _first, last = assumptions()["adoption.go_live_month"].allowed or (0, 0)
    return min(scenario.adoption.go_live_month + late, int(last))


def _warnings(scenario: Scenario) -> tuple[Notice, ...]:
    months = _go_live(scenario, LATE_MONTHS) - scenario.adoption.go_live_month
    if months == LATE_MONTHS:
        return ()
    template = N_(
        "Go-live cannot come six months later: {month} is the last that it may be, and is taken"
        " instead."
    )
    last = scenario.adoption.go_live_month + months
    words = {"month": Quantity(last, Unit.MONTH)}
    return (Notice("adoption.go_live_month", last, template, words),)
