"""A set of scenarios to compare as one file: JSON that a person can read, write and keep.

`{"format": "crmroi-set/1", "scenarios": [a scenario file each, with "scores"], "weights": {…}}`.
What is read is what was written, digit for digit. All that is wrong with a file is said at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from numbers import Real
from typing import Any

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.assumptions.written import as_written, spelled
from crmroi.files.raw_json import parse
from crmroi.files.scenario_file import content_of, decode
from crmroi.text import N_
from crmroi.text.notice import Notice

FORMAT = "crmroi-set/1"
MOST = 5
"""Scenarios of a set, and so those that are compared."""
LEAST_SCORE, MOST_SCORE = 1, 5
_KEYS = ("format", "scenarios", "weights")

Scores = Mapping[str, float]
"""A score from 1 to 5 by criterion."""


@dataclass(frozen=True)
class ScenarioSet:
    """Scenarios in their order, the scores of each, and what each criterion weighs, 0 or more."""

    scenarios: tuple[Scenario, ...]
    scores: tuple[Scores, ...]
    weights: Mapping[str, float] = field(default_factory=dict)


def write_scenario_set(found: ScenarioSet) -> str:
    """The file of a set, every number digit for digit."""
    scenarios = [
        {**content_of(scenario), "scores": dict(scores)}
        for scenario, scores in zip(found.scenarios, found.scores, strict=True)
    ]
    content = {"format": FORMAT, "scenarios": scenarios, "weights": dict(found.weights)}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_scenario_set(data: bytes | str) -> ScenarioSet:
    """The set of a file (UTF-8). Raises ScenarioError with every problem at once."""
    value, problems = parse(decode(data))
    if value is None and problems:
        raise ScenarioError(problems)
    if not isinstance(value, dict) or not isinstance(value.get("scenarios"), list):
        template = N_(
            "A file of scenarios is one JSON object with a list “scenarios”. Save a set on the"
            " Compare page to see one."
        )
        raise ScenarioError([*problems, Notice("", None, template)])
    problems += _about_the_whole(value)
    scenarios, scores = [], []
    for number, given in enumerate(value["scenarios"], start=1):
        try:
            scenario, scored = _member(given)
        except ScenarioError as error:
            problems += [_within(number, problem) for problem in error.problems]
            continue
        scenarios.append(scenario)
        scores.append(scored)
    problems += _weights_problems(value.get("weights", {}))
    if problems:
        raise ScenarioError(problems)
    weights = {name: float(weight) for name, weight in value.get("weights", {}).items()}
    return ScenarioSet(tuple(scenarios), tuple(scores), weights)


def _about_the_whole(value: Mapping[str, Any]) -> Iterator[Notice]:
    if value.get("format") != FORMAT:
        template = N_("“{field}”: {value} is not a format known here. Enter “{known}”.")
        written = as_written(value.get("format"))
        words = {"field": "format", "value": written, "known": FORMAT}
        yield Notice("format", value.get("format"), template, words)
    count = len(value["scenarios"])
    if not 1 <= count <= MOST:
        template = N_("The file holds {count} scenarios. A set has 1 to {most}.")
        yield Notice("scenarios", count, template, {"count": count, "most": MOST})
    for name in value:
        if name not in _KEYS:
            template = N_("“{field}” is not known in a file of scenarios. Remove it.")
            yield Notice(name, None, template, {"field": spelled(name)})


def _member(given: Any) -> tuple[Scenario, Scores]:
    """One scenario and its scores. Raises ScenarioError with every problem of it."""
    if not isinstance(given, dict):
        template = N_("A scenario is one JSON object, in curly brackets.")
        raise ScenarioError([Notice("", None, template)])
    scores = given.get("scores", {})
    problems = list(_score_problems(scores))
    try:
        scenario = Scenario.from_mapping({k: v for k, v in given.items() if k != "scores"})
    except ScenarioError as error:
        raise ScenarioError([*error.problems, *problems]) from None
    if problems:
        raise ScenarioError(problems)
    return scenario, {name: float(score) for name, score in scores.items()}


def _within(number: int, problem: Notice) -> Notice:
    """What is wrong with one of the scenarios, which has no other name that is sure."""
    words = {"n": number, "problem": problem}
    return Notice(problem.field, problem.value, N_("Scenario {n}: {problem}"), words)


def _score_problems(scores: Any) -> Iterator[Notice]:
    template = N_("“{field}”: {value} is not possible. Enter {low} to {high}.")
    yield from _amount_problems("scores", scores, template, (LEAST_SCORE, MOST_SCORE))


def _weights_problems(weights: Any) -> Iterator[Notice]:
    template = N_("“{field}”: {value} is not possible. Enter {low} to {high}.")
    yield from _amount_problems("weights", weights, template, (0, 1))


def _amount_problems(
    part: str, given: Any, template: str, allowed: tuple[int, int]
) -> Iterator[Notice]:
    low, high = allowed
    if not isinstance(given, dict):
        said = N_("“{field}”: {value} is not an object of names and numbers.")
        yield Notice(part, None, said, {"field": part, "value": as_written(given)})
        return
    for name, amount in given.items():
        number = isinstance(amount, Real) and not isinstance(amount, bool)
        if not number or not low <= amount <= high:
            words = {"value": as_written(amount), "low": low, "high": high}
            yield Notice(f"{part}.{name}", None, template, {"field": f"{part}.{name}", **words})
