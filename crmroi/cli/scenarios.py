"""Reading the scenario files that a command is given, and whether they go together."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from crmroi.analysis.comparable import FEWEST, refuse_incomparable
from crmroi.assumptions import Scenario, ScenarioError
from crmroi.cli.console import STANDARD_INPUT, read_input, say, unreadable
from crmroi.files.scenario_file import MAX_BYTES, read_scenario


def read_case(name: str) -> Scenario | None:
    """The scenario of a file; None, with its messages said, where it is bad."""
    try:
        return read_scenario(read_input(name, MAX_BYTES))
    except OSError as error:
        say([unreadable(error)], name)
    except ScenarioError as error:
        say((problem.message for problem in error.problems), name)
    return None


def read_cases(arguments: argparse.Namespace, names: Sequence[str]) -> list[Scenario]:
    """The scenarios of the good files, with the messages of the bad ones said."""
    if names.count(STANDARD_INPUT) > 1:
        arguments.usage_error("standard input (-) can be read only once")
    return [scenario for name in names if (scenario := read_case(name)) is not None]


def comparable(scenarios: Sequence[Scenario]) -> bool:
    """Whether those that could be read can stand side by side; else why not is said."""
    if len(scenarios) < FEWEST:
        return True
    try:
        refuse_incomparable(scenarios)
    except ScenarioError as error:
        say(problem.message for problem in error.problems)
        return False
    return True
