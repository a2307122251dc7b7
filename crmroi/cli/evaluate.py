"""`crmroi evaluate`: the projection of scenario files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from crmroi.cli.console import BAD_DATA, GOOD, noticed, say, write_json
from crmroi.cli.scenarios import read_cases
from crmroi.cli.summary import write_summary
from crmroi.model import Projection, project

MONTHLY = (
    "total_gains",
    "total_costs",
    "net",
    "cumulative",
    "adoption",
    "customers_with",
    "customers_without",
    "revenue_with",
    "revenue_without",
)
"""The series that the JSON holds, month 0 first."""


def run(arguments: argparse.Namespace) -> int:
    """Print the projection of each file; with one that is bad, its messages and nothing else."""
    names: list[str] = arguments.files
    scenarios = read_cases(arguments, names)
    if len(scenarios) < len(names):
        return BAD_DATA
    projections = [project(scenario) for scenario in scenarios]
    if arguments.json:
        results = [as_json(projection) for projection in projections]
        single = len(results) == 1
        write_json(results[0] if single else _with_files(names, results))
        return GOOD
    for name, projection in zip(names, projections, strict=True):
        write_summary(projection, name, first=projection is projections[0])
        say((notice.message for notice in projection.warnings), name)
    return GOOD


def as_json(projection: Projection) -> dict[str, object]:
    """Everything a projection says, in plain values and full digits."""
    return {
        "metrics": dict(projection.metrics),
        "gains": dict(projection.gains),
        "costs": dict(projection.costs),
        "monthly": {name: projection.monthly[name].tolist() for name in MONTHLY},
        "warnings": noticed(projection.warnings),
    }


def _with_files(names: Sequence[str], results: Sequence[dict[str, object]]) -> list[object]:
    return [{"file": name, **result} for name, result in zip(names, results, strict=True)]
