"""What a simulation should be read with: draws that are of another case, or risk counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crmroi.analysis.draws import Uncertainty
from crmroi.analysis.ranges import number_of, whole
from crmroi.assumptions import Scenario, assumptions
from crmroi.model import project
from crmroi.text import N_, Label, Notice, Quantity, Unit, round_money

RISKS = ("finance.gains_risk", "finance.costs_risk")


def cautions(scenario: Scenario, uncertainty: Uncertainty) -> tuple[Notice, ...]:
    """Everything to be warned of before a simulation is believed."""
    found = (_nothing_uncertain, _other_modes, _risk_twice, _idle_correlations)
    return tuple(notice for each in found for notice in each(scenario, uncertainty))


_RICHER = N_(
    "Three of four cases drawn are worth more than the scenario itself ({value} today): the ranges"
    " reach further up than down. Check their high ends before the likelihood is quoted."
)
_POORER = N_(
    "Three of four cases drawn are worth less than the scenario itself ({value} today): the ranges"
    " reach further down than up. Check their low ends before the likelihood is quoted."
)


def leaning(scenario: Scenario, npv: Mapping[int, float | None]) -> Iterator[Notice]:
    """A warning where today's NPV lies in an outer quarter of the draws, by percentiles of theirs.

    The likelihood is then that of the ranges rather than of the case.
    """
    today, low, high = project(scenario).metrics["npv"], npv[25], npv[75]
    if not isinstance(today, (int, float)) or low is None or high is None or not low < high:
        return
    template = _RICHER if today < low else _POORER if today > high else ""
    if template:
        shown = Quantity(round_money(today), Unit.MONEY, scenario.currency)
        yield Notice("uncertainty", today, template, {"value": shown})


def _nothing_uncertain(_scenario: Scenario, uncertainty: Uncertainty) -> Iterator[Notice]:
    if all(low == high for low, _mode, high in uncertainty.ranges.values()):
        template = N_(
            "No assumption has a range, so every draw is the same case. Give the uncertain ones a"
            " low, a likeliest and a high value."
        )
        yield Notice("uncertainty", None, template)


def _other_modes(scenario: Scenario, uncertainty: Uncertainty) -> Iterator[Notice]:
    for key, (_low, mode, _high) in uncertainty.ranges.items():
        item, today = assumptions()[key], number_of(scenario, key)
        if whole(item, mode) != today:
            template = N_(
                "{label}: the likeliest value of its range is {mode}, but the scenario counts"
                " {value}. The simulation is of another case: bring the two together."
            )
            words = {
                "label": Label(item.label),
                "mode": Quantity(mode, item.unit, scenario.currency),
                "value": Quantity(today, item.unit, scenario.currency),
            }
            yield Notice(key, mode, template, words)


def _risk_twice(scenario: Scenario, uncertainty: Uncertainty) -> Iterator[Notice]:
    for key in RISKS:
        highest = max(number_of(scenario, key), uncertainty.ranges.get(key, (0.0,))[-1])
        if highest > 0:
            item = assumptions()[key]
            template = N_(
                "{label} is {value}, and the simulation draws the risk as well: it is counted"
                " twice. Set it to 0."
            )
            shown = Quantity(highest, item.unit, scenario.currency)
            yield Notice(key, highest, template, {"label": Label(item.label), "value": shown})


def _idle_correlations(scenario: Scenario, uncertainty: Uncertainty) -> Iterator[Notice]:
    for first, second, _strength in scenario.correlation:
        still = [key for key in (first, second) if key not in uncertainty.ranges]
        if still:
            template = N_(
                "{first} and {second} are to move together, but {label} has no range: the"
                " correlation counts for nothing. Give it a range."
            )
            words = {
                "first": Label(assumptions()[first].label),
                "second": Label(assumptions()[second].label),
                "label": Label(assumptions()[still[0]].label),
            }
            yield Notice(f"correlation.{still[0]}", None, template, words)
