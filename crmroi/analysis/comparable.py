"""Whether scenarios can be compared, and on which terms they differ."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.assumptions import Scenario, ScenarioError, assumptions
from crmroi.files import scenario_set
from crmroi.text import N_, Label, Notice

FEWEST, MOST = 2, scenario_set.MOST

TERMS = ("finance.horizon_years", "finance.discount_rate")
"""How a case is counted, which should be the same for all."""


def refuse_incomparable(scenarios: Sequence[Scenario]) -> None:
    """Raise ScenarioError for too few or too many scenarios, and for amounts of two currencies."""
    problems = []
    if not FEWEST <= len(scenarios) <= MOST:
        template = N_(
            "A comparison has {fewest} to {most} scenarios, here {count}: add or remove some."
        )
        words = {"count": len(scenarios), "fewest": FEWEST, "most": MOST}
        problems.append(Notice("", len(scenarios), template, words))
    currencies = list(dict.fromkeys(scenario.currency for scenario in scenarios))
    if len(currencies) > 1:
        template = N_(
            "Amounts in {currencies} cannot be compared. Enter all scenarios in one currency."
        )
        told = ", ".join(currencies)
        problems.append(Notice("currency", told, template, {"currencies": told}))
    if problems:
        raise ScenarioError(problems)


def differing_terms(scenarios: Sequence[Scenario]) -> tuple[Notice, ...]:
    """What to be warned of: scenarios that are not counted alike."""
    found = []
    for key in TERMS:
        if len({scenario.value(key) for scenario in scenarios}) > 1:
            template = N_(
                "{label} is not the same in all scenarios: part of the difference comes from how"
                " they are counted. Enter the same value in all."
            )
            found.append(Notice(key, None, template, {"label": Label(assumptions()[key].label)}))
    return tuple(found)
