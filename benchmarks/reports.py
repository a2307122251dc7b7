"""Each kind of report beside a rerun of the app, and the live page while a slider is dragged.

Interleaved: one of each kind, then a move of a slider of the What-if page, as Streamlit's own test
runner runs it, without a browser. What is loaded at the first report of a kind is told apart.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from streamlit.testing.v1 import AppTest

from benchmarks.report import Report
from crmroi.assumptions import Scenario
from crmroi.reports import KINDS, Kind, Order, make

APP = Path(__file__).parents[1] / "app.py"
SLIDER = "team.users"
ROUNDS = 7
ORDER = Order((Scenario(),), date(2026, 1, 1))


def seconds(kind: Kind, order: Order = ORDER) -> float:
    """How long a report takes."""
    begun = perf_counter()
    if not make(order, kind):
        raise SystemExit(f"the {kind} is empty")
    return perf_counter() - begun


class Page:
    """The What-if page, and a slider of it."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(APP), default_timeout=60).run()
        self.up = False
        self.move()

    def move(self) -> float:
        """Seconds that a move of the slider takes."""
        self.up = not self.up
        slider = self.app.slider(key=SLIDER)
        begun = perf_counter()
        slider.set_value(slider.value + (1 if self.up else -1)).run()
        taken = perf_counter() - begun
        if self.app.exception:
            raise SystemExit(f"the page failed: {self.app.exception}")
        return taken


def measure(rounds: int) -> Report:
    """Make each kind, again and again, a move of the page after each round."""
    page = Page()
    first = {kind: seconds(kind) for kind in KINDS}
    found: dict[Kind, list[float]] = {kind: [] for kind in KINDS}
    reruns = []
    for _round in range(rounds):
        for kind, taken in found.items():
            taken.append(seconds(kind))
        reruns.append(page.move())
    rerun = median(reruns)
    report = Report("reports", f"one case, median of {rounds}, beside a move in the What-if page")
    report.row("a move in the page, without a browser", ms=1000 * rerun, over_a_move=1)
    for kind, taken in found.items():
        label = f"{KINDS[kind].label} (.{kind})"
        one = median(taken)
        report.row(
            label, ms=1000 * one, over_a_move=one / rerun, first_ms=1000 * first[kind],
            kilobytes=len(make(ORDER, kind)) / 1000,
        )  # fmt: skip
    return report


def add_live_page(report: Report) -> None:
    """Add the live page while a slider is dragged in a browser."""
    from benchmarks import live_page

    live_page.add_to(report, "the live page, dragged", live_page.measure())


def main() -> int:
    """Measure and print; the exit status is 1 where a bar is not met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--no-browser", action="store_true", help="leave out the live page")
    asked = options.parse_args()
    report = measure(asked.rounds)
    if not asked.no_browser:
        add_live_page(report)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
