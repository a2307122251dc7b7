"""From the start of the server to the first measure on screen: the page and a bare Streamlit page.

Interleaved, each time a new process and a browser without a cache. The bare page has one figure
and one chart, as Streamlit makes them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

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
SEEN = """
(selectors) => {
  window.seen = {};
  const look = () => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (window.seen[name] || !document.querySelector(selector)?.textContent.trim()) continue;
      window.seen[name] = 1; // the frame that shows it is over when the next one begins
      requestAnimationFrame(() => (window.seen[name] = performance.timeOrigin + performance.now()));
    }
    requestAnimationFrame(look);
  };
  look();
}
"""


def start(browser: Browser, script: str | Path, measure: str) -> dict[str, float]:
    """Start a server, open the page as a first visitor; seconds until each thing is on screen."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(f"({SEEN})({json.dumps({'measured': measure, 'drawn': CHART})})")
    begun = time.time()
    with serve_streamlit(script) as server:
        healthy = time.time()
        page.goto(server.url, wait_until="commit")
        page.wait_for_function("window.seen?.measured > 1 && window.seen.drawn > 1")
        seen = page.evaluate("window.seen")
    context.close()
    ended = {"healthy": healthy} | {name: at / 1000 for name, at in seen.items()}
    return {name: at - begun for name, at in ended.items()}


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
