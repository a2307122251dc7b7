"""`crmroi compare`: two to five scenarios side by side."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from crmroi.analysis.comparable import FEWEST, MOST
from crmroi.analysis.comparison import Comparison, Member, Years, compare
from crmroi.analysis.difference import Difference
from crmroi.cli.compared_summary import write_comparison
from crmroi.cli.console import BAD_DATA, GOOD, noticed, say, write_json
from crmroi.cli.scenarios import comparable, read_cases


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison of the files; with one that is bad, the messages of all and no more."""
    names: list[str] = arguments.files
    if not FEWEST <= len(names) <= MOST:
        arguments.usage_error(f"{len(names)} given; compare takes {FEWEST} to {MOST} files")
    scenarios = read_cases(arguments, names)
    if not comparable(scenarios) or len(scenarios) < len(names):
        return BAD_DATA
    found = compare(scenarios)
    if arguments.json:
        write_json(_as_json(found, names))
        return GOOD
    write_comparison(found, names)
    say(notice.message for notice in found.warnings)
    for name, member in zip(names, found.members, strict=True):
        say((notice.message for notice in member.projection.warnings), name)
    return GOOD


def _as_json(found: Comparison, names: Sequence[str]) -> dict[str, object]:
    """Scenarios are told apart by their files."""
    return {
        "scenarios": [_member(*pair) for pair in zip(names, found.members, strict=True)],
        "overtakes": [
            {"month": each.month, "ahead": names[each.ahead], "behind": names[each.behind]}
            for each in found.overtakes
        ],
        "difference": [
            {"from": names[0], "to": names[each.number], **_difference(each)}
            for each in found.differences
        ],
        "warnings": noticed(found.warnings),
    }


def _member(name: str, member: Member) -> dict[str, object]:
    """The measures, and each line in total and by year: month 0, then every year."""
    projection = member.projection
    return {
        "file": name,
        "name": member.scenario.name,
        "metrics": dict(member.measures),
        "gains": dict(projection.gains),
        "costs": dict(projection.costs),
        "gains_by_year": _listed(member.gains),
        "costs_by_year": _listed(member.costs),
        "warnings": noticed(projection.warnings),
    }


def _listed(lines: Mapping[str, Years]) -> dict[str, list[float]]:
    return {name: list(years) for name, years in lines.items()}


def _difference(each: Difference) -> dict[str, object]:
    """Both ends of the net gain and of the NPV, and what each line adds on the way."""
    return {
        "net_gain": each.net_gains,
        "npv": each.npvs,
        "lines": {step.line: {"net_gain": step.net_gain, "npv": step.npv} for step in each.steps},
    }
