"""The model in Squiggle, a language of estimates: the same NPV, a step a month, on sample sets.

Squiggle is raced where it is installed: `npm install` in benchmarks/peers/squiggle, with Node.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from numpy.typing import NDArray

from crmroi.assumptions import Scenario, assumptions

HERE = Path(__file__).with_name("squiggle")
FOLDER = Path(os.environ.get("SQUIGGLE_FOLDER", HERE))
"""Where @quri/squiggle-lang is installed."""
CURVE = "adoption.curve"
"""No number: the model in Squiggle knows the S-curve alone."""


def missing() -> str | None:
    """Why it cannot be raced, if it cannot."""
    if shutil.which("node") is None:
        return "Node is not installed"
    if not (FOLDER / "node_modules" / "@quri" / "squiggle-lang").is_dir():
        return f"@quri/squiggle-lang is not installed: npm install --prefix {HERE}"
    return None


def seconds(scenario: Scenario, draws: int) -> float:
    """How long it takes to draw and to find the NPV of all draws."""
    fields = {key: _number(scenario, key) for key in assumptions() if key != CURVE}
    for key, (low, mode, high) in scenario.uncertainty.items():
        place = (mode - low) / (high - low)
        drawn = f"SampleSet({low} + {high - low} * beta({1 + 4 * place}, {5 - 4 * place}))"
        whole = assumptions()[key].kind == "whole"
        fields[key] = f"SampleSet.map({drawn}, {{|x| round(x)}})" if whole else drawn
    return float(_run(fields, draws)["seconds"])  # type: ignore[arg-type]


def npv(scenario: Scenario, columns: Mapping[str, NDArray]) -> list[float]:
    """The NPV of draws that are made already."""
    fields = {key: _number(scenario, key) for key in assumptions() if key != CURVE}
    fields |= {
        key: f"SampleSet.fromList({json.dumps(values.tolist())})" for key, values in columns.items()
    }
    draws = len(next(iter(columns.values())))
    return list(_run(fields, draws, "--list")["values"])  # type: ignore[call-overload]


def _number(scenario: Scenario, key: str) -> str:
    return repr(float(scenario.value(key)))


def _run(fields: Mapping[str, str], draws: int, *options: str) -> dict[str, object]:
    given = [f"{key.rpartition('.')[2]} = {value}" for key, value in fields.items()]
    program = "\n".join([*given, (HERE / "model.squiggle").read_text(encoding="utf-8")])
    command = ["node", str(HERE / "race.mjs"), str(FOLDER.resolve()), str(draws), *options]
    done = subprocess.run(command, input=program, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))
