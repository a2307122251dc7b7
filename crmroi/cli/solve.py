"""`crmroi solve`: what one assumption must be for a goal to be met."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from crmroi.analysis.goals import Goal, goal_of
from crmroi.analysis.ranges import numeric
from crmroi.analysis.solve import Solution, solve
from crmroi.analysis.solve_words import sentence
from crmroi.assumptions import Assumption, ScenarioError
from crmroi.assumptions.renamed import key_of_today
from crmroi.cli.console import BAD_DATA, GOOD, one_line, write_json, write_section, write_table
from crmroi.cli.scenarios import read_case
from crmroi.cli.summary import write_head
from crmroi.model import project
from crmroi.text import _, show

_Read = TypeVar("_Read")


def run(arguments: argparse.Namespace) -> int:
    """Print where the goal is met."""
    item, goal = _asked(arguments)
    scenario = read_case(arguments.file)
    if scenario is None:
        return BAD_DATA
    found = solve(scenario, item.key, goal)
    if arguments.json:
        write_json(_as_json(found))
        return GOOD
    write_head(project(scenario), arguments.file)
    sys.stdout.write("\n")
    _write(found, item)
    return GOOD


def _asked(arguments: argparse.Namespace) -> tuple[Assumption, Goal]:
    """The assumption and the goal; where either is none, what is wrong with both, as usage."""
    problems: list[str] = []
    item = _tried(lambda: numeric(key_of_today(arguments.assumption)), "--for", problems)
    goal = _tried(lambda: goal_of(arguments.goal), "--goal", problems)
    if item is None or goal is None:
        arguments.usage_error("\n".join(map(one_line, problems)))
        raise AssertionError("a usage error ends the command")
    return item, goal


def _tried(read: Callable[[], _Read], option: str, problems: list[str]) -> _Read | None:
    try:
        return read()
    except ScenarioError as error:
        problems += [f"{option}: {problem.message}" for problem in error.problems]
        return None


def _as_json(found: Solution) -> dict[str, object]:
    return {
        "assumption": found.assumption,
        "status": found.status,
        "value": found.value,
        "holds": found.holds,
    }


def _write(found: Solution, item: Assumption) -> None:
    """The sentence, the goal and today's value, then where else the goal is met."""
    currency = found.scenario.currency
    sys.stdout.write(f"{sentence(found).message}\n\n")
    rows = [
        (_(found.goal.label), show(found.goal.target, found.goal.unit, currency)),
        (_("Today’s value"), show(found.today, item.unit, currency)),
        (_("Met today"), _("yes") if found.met_today else _("no")),
    ]
    write_table(rows)
    others = [interval for interval in found.holds if found.value not in interval]
    if found.status == "value" and others:
        write_section(_("Elsewhere"))
        for low, _high in others:
            sys.stdout.write(f"  {sentence(replace(found, value=low)).message}\n")
