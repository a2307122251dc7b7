"""From the start of the server to the first measure on screen: the page and a bare Streamlit page.

Interleaved, each time a new process and a browser without a cache. The bare page has one figure
and one chart, as Streamlit makes them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import perf_counter

import numpy as np
from playwright.sync_api import Browser

from benchmarks.browsing import WINDOW, browsing
from benchmarks.report import Report
from tools.serving import serve_streamlit

ROUNDS = 7
BAR = 1.25
PAGE, BARE = "the page", "a bare Streamlit page"
APPS = {
    PAGE: ("app.py", ".kpi .value"),
    BARE: ("benchmarks/peers/bare_page.py", "[data-testid=stMetricValue]"),
}
"""The script, and where its first measure stands."""
CHART = ".js-plotly-plot .xaxislayer-above"


def start(browser: Browser, script: str | Path, measure: str) -> dict[str, float]:
    """Start a server, open the page as a first visitor; seconds until each thing is there."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    page.set_default_timeout(60_000)
    begun = perf_counter()
    with serve_streamlit(script) as server:
        healthy = perf_counter() - begun
        page.goto(server.url, wait_until="commit")
        page.locator(measure).first.wait_for()
        page.wait_for_function("(at) => document.querySelector(at).textContent.trim()", arg=measure)
        measured = perf_counter() - begun
        page.wait_for_selector(CHART)
        drawn = perf_counter() - begun
    context.close()
    return {"healthy": healthy, "measured": measured, "drawn": drawn}


def measure(rounds: int) -> Report:
    """Start each of them in turn, again and again."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in APPS}
    with browsing() as browser:
        for app in APPS.values():  # once for the disk: the first reading of a file is another story
            start(browser, *app)
        for _ in range(rounds):
            for name, app in APPS.items():
                found[name].append(start(browser, *app))
    report = Report("cold", f"seconds from the start of the server, median of {rounds}")
    for name, starts in found.items():
        report.row(
            name,
            health_s=middle(starts, "healthy"),
            first_measure_s=middle(starts, "measured"),
            first_chart_s=middle(starts, "drawn"),
        )
    ratio = middle(found[PAGE], "measured") / middle(found[BARE], "measured")
    report.at_most("page_over_bare_page", ratio, bar=BAR)
    return report


def middle(starts: list[dict[str, float]], what: str) -> float:
    """The median of one of the times."""
    return float(np.median([start[what] for start in starts]))


def main() -> int:
    """Measure and print; the exit status is 1 where the bar is not met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    return measure(options.parse_args().rounds).end()


if __name__ == "__main__":
    sys.exit(main())
