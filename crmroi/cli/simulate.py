"""`crmroi simulate`: how likely a scenario pays, over many draws of what is uncertain."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crmroi.analysis.draws import DRAWS, MOST, SEED
from crmroi.analysis.indices import Indices, indices
from crmroi.analysis.monte_carlo_error import StandardError, standard_error
from crmroi.analysis.quantiles import Spread
from crmroi.analysis.ranges import UNKNOWN_GROUPS, starting_ranges, with_ranges
from crmroi.analysis.simulation import Simulation, simulate
from crmroi.assumptions import Scenario, ScenarioError
from crmroi.cli.console import BAD_DATA, GOOD, noticed, say, write_json
from crmroi.cli.scenarios import read_case
from crmroi.cli.simulated_summary import write_simulation
from crmroi.cli.summary import write_head
from crmroi.model import project
from crmroi.text import N_, N_n, Notice, number
from crmroi.text.phrases import quoted


@dataclass(frozen=True)
class Risk:
    """A simulation, where its spread comes from and how far it may be off by chance."""

    simulation: Simulation
    indices: Indices
    error: StandardError
    warnings: tuple[Notice, ...]


def run(arguments: argparse.Namespace) -> int:
    """Print what the draws give."""
    draws = DRAWS if arguments.draws is None else arguments.draws
    seed = SEED if arguments.seed is None else arguments.seed
    if draws > MOST:
        arguments.usage_error(
            f"argument --draws: {draws} is more than can be drawn: at most {MOST}"
        )
    scenario = read_case(arguments.file)
    if scenario is None:
        return BAD_DATA
    try:
        risk = _simulated(scenario, draws, seed)
    except ScenarioError as error:
        say((problem.message for problem in error.problems), arguments.file)
        return BAD_DATA
    if arguments.json:
        write_json(_as_json(risk))
        return GOOD
    write_head(project(scenario), arguments.file)
    write_simulation(risk.simulation, risk.indices, risk.error)
    say((notice.message for notice in risk.warnings), arguments.file)
    return GOOD


def _simulated(scenario: Scenario, draws: int, seed: int) -> Risk:
    """Raises ScenarioError for correlations that contradict each other."""
    ranged = scenario
    if not scenario.uncertainty:
        ranged = with_ranges(scenario, starting_ranges(scenario))
    simulation = simulate(ranged, draws=draws, seed=seed)
    shares = indices(ranged, seed=seed)
    error = standard_error(ranged, draws=draws, seed=seed)
    if shares is None or error is None:
        raise AssertionError("nobody stops these")
    said = (*_assumed(scenario), *simulation.warnings, *_without_roi(simulation), *shares.warnings)
    return Risk(simulation, shares, error, said)


def _assumed(scenario: Scenario) -> Iterator[Notice]:
    if not scenario.uncertainty:
        template = N_(
            "The scenario has no ranges (“uncertainty”), so each assumption of {groups} is drawn"
            " from its plausible range, today’s value the likeliest. Give it ranges of your own."
        )
        groups = ", ".join(map(quoted, UNKNOWN_GROUPS))
        yield Notice("uncertainty", None, template, {"groups": groups})


def _without_roi(simulation: Simulation) -> Iterator[Notice]:
    missing = simulation.roi.without_value
    if missing:
        one, many = N_n(
            "{count} draw has no costs, and so no return (ROI): the ROI is that of the others.",
            "{count} draws have no costs, and so no return (ROI): the ROI is that of the others.",
        )
        words = {"n": missing, "count": number(missing)}
        yield Notice("", missing, one, words, many)


def _as_json(risk: Risk) -> dict[str, object]:
    found = risk.simulation
    return {
        "draws": found.draws,
        "seed": found.seed,
        "npv": _spread(found.npv),
        "roi": _spread(found.roi),
        "probability_npv_positive": found.probability_npv_positive,
        "never_breaks_even": found.never_breaks_even,
        "paid_back_by_month": found.paid_back_by_month,
        "first_order": _plain(risk.indices.first_order),
        "total_sobol": _plain(risk.indices.total_sobol),
        "standard_error": {"mean": risk.error.mean, "p10": risk.error.p10},
        "warnings": noticed(risk.warnings),
    }


def _spread(found: Spread) -> dict[str, float | None]:
    return {
        "mean": found.mean,
        **{f"p{percent}": value for percent, value in found.percentiles.items()},
    }


def _plain(shares: Mapping[str, float] | None) -> dict[str, float] | None:
    return None if shares is None else dict(shares)
