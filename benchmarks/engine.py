"""The batch engine beside an analyst's loop: scenarios a second, and the memory of a million.

Every numeric assumption is drawn from its plausible range, over 60 months. The loop is
`month_loop.py`: one scenario after another in plain Python, with numpy-financial.
"""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.month_loop import measures as loop_measures
from benchmarks.report import Report
from crmroi.assumptions import Scenario, assumptions
from crmroi.model import project
from crmroi.model.batch import evaluate_batch

ROUNDS = 5
LOOPED = 200
BATCHED = 131_072
MILLION = 1_000_000

Columns = Mapping[str, NDArray[np.float64]]


def plausible_columns(size: int, seed: int = 1) -> Columns:
    """Every numeric assumption but the horizon, drawn evenly from its plausible range."""
    generator = np.random.default_rng(seed)
    columns = {}
    for key, assumption in assumptions().items():
        if assumption.plausible is None or key == "finance.horizon_years":
            continue
        drawn = generator.uniform(*assumption.plausible, size)
        columns[key] = np.rint(drawn) if assumption.kind == "whole" else drawn
    return columns


def fields(columns: Columns, index: int) -> dict[str, Any]:
    """One scenario of the columns as the loop takes it."""
    values: dict[str, Any] = dict(Scenario().values())
    values |= {key: column[index].item() for key, column in columns.items()}
    return {key.rpartition(".")[2]: value for key, value in values.items()}


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def check_agreement(columns: Columns, scenarios: list[dict[str, Any]]) -> None:
    """Both must say the same before it means anything which is faster."""
    found = evaluate_batch(columns, Scenario())
    for index, scenario in enumerate(scenarios):
        unique = found["irr_status"][index] == 0
        for name, value in loop_measures(scenario).items():
            here = found[name][index]
            if name == "irr" and not unique:
                continue  # numpy-financial picks one of several rates, and does not say so
            if not (math.isnan(here) if value is None else math.isclose(here, value, rel_tol=1e-7)):
                raise SystemExit(f"Scenario {index}: {name} is {here} in the batch, {value} looped")


def million() -> None:
    """Print by how many megabytes a million scenarios raise the peak above the inputs."""
    evaluate_batch(plausible_columns(10), Scenario())
    columns = plausible_columns(MILLION)
    before = memory_kb("VmRSS")
    evaluate_batch(columns, Scenario())
    print((memory_kb("VmHWM") - before) * 1024 / 1e6)


def memory_kb(name: str) -> int:
    """Memory held now (VmRSS) or at its highest (VmHWM), as Linux counts it."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    raise SystemExit(f"/proc/self/status does not tell {name}")


def main() -> int:
    """Measure both, interleaved, and report."""
    columns = plausible_columns(BATCHED)
    scenarios = [fields(columns, index) for index in range(LOOPED)]
    check_agreement({key: column[:LOOPED] for key, column in columns.items()}, scenarios)
    batch, loop, single = [], [], []
    for _round in range(ROUNDS):
        batch.append(BATCHED / seconds(lambda: evaluate_batch(columns, Scenario())))
        loop.append(LOOPED / seconds(lambda: [loop_measures(each) for each in scenarios]))
        single.append(seconds(lambda: [project(Scenario()) for _ in range(50)]) / 50)
    here = [sys.executable, "-m", "benchmarks.engine", "--million"]
    memory = float(subprocess.run(here, capture_output=True, text=True, check=True).stdout)
    report = Report(
        "engine", "60 months, all measures and the IRR, every numeric assumption varied"
    )
    report.row("crmroi, batch", scenarios_per_second=median(batch))
    report.row("a loop over months with numpy-financial", scenarios_per_second=median(loop))
    report.row("crmroi, one scenario with shares of the levers", ms=1000 * median(single))
    report.row("crmroi, a million scenarios", memory_beyond_inputs_mb=memory)
    ratios = [fast / slow for fast, slow in zip(batch, loop, strict=True)]
    report.at_least("batch_over_loop", median(ratios), bar=200)
    report.at_most("memory_of_a_million_mb", memory, bar=200)
    report.at_most("one_scenario_ms", 1000 * median(single), bar=3)
    return report.end()


if __name__ == "__main__":
    if "--million" in sys.argv:
        million()
    else:
        sys.exit(main())
