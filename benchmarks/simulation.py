"""A simulation beside a loop, Squiggle, LibreOffice and a rerun of the page: draws a second.

All draw the same twenty assumptions of the same case, over 60 months. The loop is `month_loop.py`:
one draw after another in plain Python, with numpy-financial. Squiggle finds the NPV alone; it is
raced against what takes us to the same. A peer that is not installed is said to be absent.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator
from statistics import median

import numpy as np
from numpy.typing import NDArray

from benchmarks.engine import MILLION, ROUNDS, fields, memory_kb
from benchmarks.engine import seconds as seconds_of
from benchmarks.month_loop import measures as loop_measures
from benchmarks.peers import libreoffice_sheet, squiggle_model
from benchmarks.report import Report
from benchmarks.visitor import visiting
from crmroi.analysis.draws import DRAWS, Uncertainty, draw, normal_scores
from crmroi.analysis.quantiles import quantile
from crmroi.analysis.ranges import starting_ranges, with_ranges
from crmroi.analysis.simulation import simulate
from crmroi.assumptions import Scenario
from crmroi.model.batch import evaluate_batch
from tools.serving import serve_streamlit

SCENARIO = with_ranges(Scenario(), starting_ranges(Scenario()))
LOOPED = 200
CHECKED = 16
IN_SHEETS = 2
"""Of these in sheets too: each takes a second."""
MOVES = 40
"""Of the slider: one step up, two down, three up …"""
MOVES_TO_WARM = 5
WARMING_UP = 5
"""Seconds in which a page just opened draws its cases."""
WHAT_MATTERS = 1
"""The place of this view of the Risk page."""
ERROR_SHARE = 0.005
REPEATS = 16
MOST_DRAWS = 2**18

Array = NDArray[np.float64]


def check_agreement() -> None:
    """All must say the same of the same draws before it means anything which is faster."""
    columns = draw(SCENARIO, CHECKED)
    ours = npv_of(columns)
    looped = [loop_measures(fields(columns, at))["npv"] for at in range(CHECKED)]
    told = {"the loop": looped}
    if squiggle_model.missing() is None:
        told["Squiggle"] = squiggle_model.npv(SCENARIO, columns)
    if libreoffice_sheet.missing() is None:
        told["LibreOffice"] = libreoffice_sheet.npv(SCENARIO, columns, IN_SHEETS)
    for name, values in told.items():
        if not np.allclose(np.array(values, dtype=float), ours[: len(values)], rtol=1e-9):
            raise SystemExit(f"{name} finds other values: {values}, not {ours.tolist()}")


def npv_of(columns: dict[str, Array]) -> Array:
    """The NPV of draws, and nothing else."""
    return evaluate_batch(columns, SCENARIO, measures=("npv",))["npv"]


def loop() -> object:
    """What an analyst's loop does with some of the draws."""
    columns = draw(SCENARIO, LOOPED)
    return [loop_measures(fields(columns, at)) for at in range(LOOPED)]


async def against_the_page() -> tuple[list[float], list[float], list[float]]:
    """Seconds of simulations and of reruns of the Risk page, by turns; before, of What-if's.

    The page is looked at where it shows neither the fan nor the months of break-even, and its
    slider is moved: to a value that was not seen before, or the page would not compute. The cases
    drawn as it was opened are kept, and no others are drawn.
    """
    simulations, reruns = [], []
    with serve_streamlit() as server:
        async with visiting(server.url) as visitor:
            label = min(visitor.sliders)
            what_if = [await visitor.move(label, (-1) ** move) for move in range(MOVES)]
            await visitor.open("risk")
            await asyncio.sleep(WARMING_UP)
            await visitor.choose("Views", WHAT_MATTERS)
            (label,) = visitor.sliders
            for move in range(1, MOVES):
                seconds = await visitor.move(label, move * (-1) ** move)
                if move > MOVES_TO_WARM:
                    reruns.append(seconds)
                    simulations.append(seconds_of(whole))
    return simulations, reruns, what_if[MOVES_TO_WARM:]


def whole() -> object:
    """Quantiles, the fan and the months of break-even."""
    return simulate(SCENARIO)


def million() -> None:
    """Print by how many megabytes a million draws raise the peak above the inputs."""
    simulate(SCENARIO, draws=2)
    before = memory_kb("VmRSS")
    simulate(SCENARIO, draws=MILLION)
    print((memory_kb("VmHWM") - before) * 1024 / 1e6)


def sobol(draws: int, repeat: int) -> Array:
    """The NPV of scrambled Sobol' points."""
    uncertainty = Uncertainty.of(SCENARIO)
    pieces = normal_scores(uncertainty.places, draws, (1, repeat))
    return np.concatenate([npv_of(uncertainty.columns(scores)) for scores in pieces])


def plain(draws: int, repeat: int) -> Array:
    """The NPV of plain random draws."""
    uncertainty = Uncertainty.of(SCENARIO)
    scores = np.random.default_rng((2, repeat)).standard_normal((len(uncertainty.ranges), draws))
    return npv_of(uncertainty.columns(scores))


def draws_needed(made: Callable[[int, int], Array]) -> dict[str, float]:
    """Draws at which the standard error is small beside the standard deviation, in powers of two.

    NaN where not even the most draws are enough.
    """
    needed = {"draws_for_mean": float("nan"), "draws_for_p10": float("nan")}
    for draws in _doubling():
        values = [np.sort(made(draws, repeat)) for repeat in range(REPEATS)]
        spread = float(np.mean([each.std() for each in values]))
        found = {
            "draws_for_mean": [each.mean() for each in values],
            "draws_for_p10": [quantile(each, 10) for each in values],
        }
        for name, estimates in found.items():
            enough = float(np.std(estimates, ddof=1)) <= ERROR_SHARE * spread
            if enough and np.isnan(needed[name]):
                needed[name] = draws
        if not any(np.isnan(value) for value in needed.values()):
            break
    return needed


def _doubling() -> Iterator[int]:
    draws = 64
    while draws <= MOST_DRAWS:
        yield draws
        draws *= 2


def race(report: Report) -> None:
    """Ours and the peers by turns, and the ratios."""
    absent = squiggle_model.missing()
    ours, alone, looped, squiggled = [], [], [], []
    for _round in range(ROUNDS):
        ours.append(DRAWS / seconds_of(whole))
        alone.append(DRAWS / seconds_of(lambda: npv_of(draw(SCENARIO, DRAWS))))
        looped.append(LOOPED / seconds_of(loop))
        if absent is None:
            squiggled.append(DRAWS / squiggle_model.seconds(SCENARIO, DRAWS))
    report.row("crmroi, with the fan and the break-even", draws_per_second=median(ours))
    report.row("crmroi, NPV alone", draws_per_second=median(alone))
    report.row("a loop over months with numpy-financial", draws_per_second=median(looped))
    ratios = [fast / slow for fast, slow in zip(ours, looped, strict=True)]
    report.at_least("simulation_over_loop", median(ratios), bar=200)
    if absent is None:
        report.row("Squiggle, NPV alone", draws_per_second=median(squiggled))
        ratios = [fast / slow for fast, slow in zip(alone, squiggled, strict=True)]
        report.at_least("simulation_over_squiggle", median(ratios), bar=50)
    else:
        print(f"Squiggle is absent: {absent}.")
    against_a_sheet(report, median(ours))


def against_a_sheet(report: Report, ours: float) -> None:
    """A workbook for each draw, computed by LibreOffice; only some, for it takes its time."""
    absent = libreoffice_sheet.missing()
    if absent is not None:
        print(f"A LibreOffice sheet is absent: {absent}.")
        return
    columns = draw(SCENARIO, CHECKED)
    rate = 1 / libreoffice_sheet.seconds_a_draw(SCENARIO, columns)
    report.row("a LibreOffice sheet", draws_per_second=rate)
    report.at_least("simulation_over_libreoffice", ours / rate, bar=200)


def main() -> int:
    """Measure and report."""
    check_agreement()
    report = Report("simulation", f"{DRAWS:,} draws of {len(SCENARIO.uncertainty)} assumptions")
    race(report)
    simulations, reruns, what_if = asyncio.run(against_the_page())
    here = [sys.executable, "-m", "benchmarks.simulation", "--million"]
    memory = float(subprocess.run(here, capture_output=True, text=True, check=True).stdout)
    report.row("crmroi, beside the page", ms=1000 * median(simulations))
    report.row("a rerun of the Risk page without it", ms=1000 * median(reruns))
    report.row("a rerun of the What-if page, for comparison", ms=1000 * median(what_if))
    report.row("crmroi, a million draws", memory_beyond_inputs_mb=memory)
    report.row("for an error of 0.5 % of σ: Sobol’ points", **draws_needed(sobol))
    report.row("for an error of 0.5 % of σ: plain random", **draws_needed(plain))
    report.at_most("simulation_over_rerun", median(simulations) / median(reruns), bar=1)
    report.at_most("memory_of_a_million_mb", memory, bar=200)
    return report.end()


if __name__ == "__main__":
    if "--million" in sys.argv:
        million()
    else:
        sys.exit(main())
